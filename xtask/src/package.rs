//! Builds the npm package into `pkg/`.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::shell::{Outcome, cargo, npm_program, read, root, run, step, write};
use crate::tools::{self, WASM, target};
use crate::{panics, reference, tables, typescript};

/// The names that wasm-bindgen gives its files.
const GLUE: &str = "interchange_web.js";
const MODULE: &str = "interchange_web_bg.wasm";

/// Builds the package and gives its folder. What has not changed since the last time is not done again.
pub fn build() -> Outcome<PathBuf> {
    tools::wasm_target()?;
    tools::npm_packages()?;
    step("Compiling to WebAssembly", || {
        run(cargo().args(["build", "--lib", "--release", "--features", "npm", "--target", WASM]))
    })?;
    let compiled = target(WASM).join("release/interchange_web.wasm");
    let pkg = root().join("pkg");
    let stamp = stamp(&compiled)?;
    if read("pkg/.stamp").is_ok_and(|known| known == stamp.as_bytes()) {
        return Ok(pkg);
    }
    step("Putting the npm package together", || assemble(&compiled, &pkg))?;
    write("pkg/.stamp", stamp)?;
    Ok(pkg)
}

fn assemble(compiled: &Path, pkg: &Path) -> Outcome {
    let bindings = target("bindings");
    // wasm-bindgen names its files after this one.
    let lean = bindings.join("interchange_web.wasm");
    write(&lean, [])?;
    panics::remove(compiled, &lean)?;
    tools::bindgen(&lean, &bindings)?;
    if pkg.exists() {
        fs::remove_dir_all(pkg).map_err(|error| format!("pkg/ cannot be emptied: {error}."))?;
    }
    let module = pkg.join(MODULE);
    write(&module, [])?;
    // Measured one by one. Flat code gives the first round more to find; skipping memory-packing makes the module larger and
    // what is transferred smaller.
    let mut optimize = npm_program("wasm-opt");
    optimize.args(["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--converge", "-ocimfs=10"]);
    optimize.args(["-tnh", "--low-memory-unused", "--skip-pass=memory-packing"]);
    optimize.args(["--strip-producers", "--strip-target-features"]);
    run(optimize.arg(bindings.join(MODULE)).arg("-o").arg(&module))?;
    // The generated bindings are read by no one; without comments they are half as long.
    let mut minify = npm_program("esbuild");
    minify.arg(bindings.join(GLUE)).args(["--format=esm", "--minify", "--log-level=warning"]);
    run(minify.arg(format!("--outfile={}", pkg.join(GLUE).display())))?;
    let declarations = read(bindings.join("interchange_web.d.ts"))?;
    write(pkg.join("types.d.ts"), typescript::types(&String::from_utf8_lossy(&declarations)))?;
    write(pkg.join("operations.d.ts"), typescript::operations())?;
    write(pkg.join("operations.js"), tables::operations())?;
    write(pkg.join("descriptions.js"), tables::descriptions())?;
    for (name, page) in reference::pages() {
        write(pkg.join("reference").join(name), page)?;
    }
    write(pkg.join("wasm-base64.js"), base64_module(&fs::read(&module).map_err(|error| error.to_string())?))?;
    for file in template()? {
        let name = file.file_name().unwrap_or_default();
        let mut content = read(&file)?;
        if name == "package.json" {
            let text = String::from_utf8_lossy(&content).replace("0.0.0", env!("CARGO_PKG_VERSION"));
            content = text.into_bytes();
        }
        write(pkg.join(name), content)?;
    }
    for file in ["README.md", "LICENSE-APACHE", "LICENSE-MIT"] {
        write(pkg.join(file), read(file)?)?;
    }
    link_into_node_modules(pkg)
}

/// The hand-kept files of the package.
fn template() -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(root().join("pkg-template")).map_err(|error| format!("pkg-template/: {error}."))?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    Ok(files)
}

/// The module as text, for bundlers that copy no files; loaded only when the file beside the package is not found.
fn base64_module(wasm: &[u8]) -> String {
    format!(
        "// The WebAssembly as text, for bundlers that copy no files.\n\
         export const bytes = () => Uint8Array.from(atob('{}'), (c) => c.charCodeAt(0));\n",
        base64(wasm)
    )
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0u32, |group, &byte| group << 8 | u32::from(byte)) << (8 * (3 - chunk.len()));
        for index in 0..4 {
            let digit = DIGITS[(group >> (18 - 6 * index)) as usize & 63];
            text.push(if index <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

/// The page and the tests import the package by its name, like any other consumer.
fn link_into_node_modules(pkg: &Path) -> Outcome {
    let link = root().join("node_modules/interchange-web");
    if link.symlink_metadata().is_ok() {
        return Ok(());
    }
    #[cfg(unix)]
    let linked = std::os::unix::fs::symlink(pkg, &link);
    #[cfg(windows)]
    let linked = std::os::windows::fs::symlink_dir(pkg, &link);
    linked.map_err(|error| format!("{} cannot be made: {error}.", link.display()))
}

/// A number that changes with whatever the package is made of.
fn stamp(compiled: &Path) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    read(compiled)?.hash(&mut hasher);
    for file in template()?.iter().chain([&root().join("README.md"), &root().join("package-lock.json")]) {
        (file, read(file)?).hash(&mut hasher);
    }
    // What this program writes into the package changes with the program.
    let built = std::env::current_exe().and_then(|program| program.metadata()?.modified());
    built.ok().hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}
