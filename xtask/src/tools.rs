//! What the commands need from the machine: it is installed where that is possible, and named in one sentence where not.

use std::env::split_paths;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli::{wasm_bindgen, wasm_bindgen_test_runner};

use crate::shell::{Outcome, output, program, read, root, run, step, write};

/// The target that the package is built for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that Rust can build for WebAssembly.
pub fn wasm_target() -> Outcome {
    let sysroot = output(program("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    step("Adding the WebAssembly target to Rust", || run(program("rustup").args(["target", "add", WASM])))
        .map_err(|_| format!("Rust has no target {WASM}: install Rust with rustup (https://rustup.rs) and try again."))
}

/// Makes sure that Node is new enough and that the npm packages are those of the lock file.
pub fn npm_packages() -> Outcome {
    let version = output(program("node").arg("--version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        return Err("Node 20 or newer is needed: install it from https://nodejs.org and try again.".to_owned());
    }
    let lock = read("package-lock.json")?;
    if read("node_modules/.installed-lock").is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step("Installing the npm packages of the lock file", || {
        run(program("npm").args(["ci", "--no-fund", "--no-audit"]))
    })?;
    write("node_modules/.installed-lock", lock)
}

/// A browser and its driver.
pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

/// Finds Chromium and its driver, or installs them where apt and root allow.
pub fn browser() -> Outcome<Browser> {
    if let Some(browser) = installed_browser() {
        return Ok(browser);
    }
    let packages = ["chromium", "chromium-driver"];
    step("Installing Chromium and its driver with apt", || {
        let noninteractive =
            |command: &mut std::process::Command| run(command.env("DEBIAN_FRONTEND", "noninteractive"));
        noninteractive(program("apt-get").args(["update", "-qq"]))?;
        noninteractive(program("apt-get").args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
    })
    .ok();
    installed_browser().ok_or_else(|| {
        "The browser tests need Chromium and chromedriver: install both (on Debian, as root: apt-get install chromium \
         chromium-driver) or name them in the variables CHROMIUM and CHROMEDRIVER."
            .to_owned()
    })
}

fn installed_browser() -> Option<Browser> {
    let chromium = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    Some(Browser { chromium: locate("CHROMIUM", &chromium)?, chromedriver: locate("CHROMEDRIVER", &["chromedriver"])? })
}

/// A program that a variable names, or that is found on the path.
fn locate(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(variable) {
        return Some(PathBuf::from(named));
    }
    let path = std::env::var_os("PATH")?;
    let on_path = |name: &&str| split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file());
    names.iter().find_map(on_path)
}

/// Turns the compiled module into a module for the web with its JavaScript.
pub fn bindgen(wasm: &Path, into: &Path) -> Outcome {
    let arguments = [
        "wasm-bindgen".as_ref(),
        "--target".as_ref(),
        "web".as_ref(),
        "--remove-name-section".as_ref(),
        "--remove-producers-section".as_ref(),
        "--out-dir".as_ref(),
        into.as_os_str(),
        wasm.as_os_str(),
    ];
    wasm_bindgen::run_cli_with_args(arguments).map_err(|error| format!("wasm-bindgen failed: {error:#}."))
}

/// Runs the tests of a compiled test program, as Cargo asks for it.
pub fn wasm_test_runner(arguments: &[String]) -> Outcome {
    let name = std::iter::once("wasm-bindgen-test-runner".to_owned());
    wasm_bindgen_test_runner::run_cli_with_args(name.chain(arguments.iter().cloned()))
        .map_err(|error| format!("{error:#}"))
}

/// A file among the build's products.
pub fn target(path: &str) -> PathBuf {
    root().join("target").join(path)
}
