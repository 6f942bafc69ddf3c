//! `cargo xtask bench`: speed beside other libraries, in one run of a headless browser.

use crate::package;
use crate::shell::{self, Outcome, npm_program, program, step};
use crate::tools::{self, target};

/// Bundles the measurements and runs them.
pub fn run() -> Outcome {
    let browser = tools::browser()?;
    package::build()?;
    let folder = target("bench");
    shell::write(folder.join("index.html"), "<!doctype html><script type=\"module\" src=\"main.js\"></script>\n")?;
    shell::write(folder.join("interchange_web_bg.wasm"), shell::read("pkg/interchange_web_bg.wasm")?)?;
    step("Bundling the measurements", || {
        let mut bundler = npm_program("esbuild");
        bundler.args(["tests/bench/main.js", "--bundle", "--format=esm", "--minify", "--splitting"]);
        shell::run(bundler.args(["--log-level=warning"]).arg(format!("--outdir={}", folder.display())))
    })?;
    step("Measuring", || {
        shell::run(program("node").arg("tests/bench/run.mjs").arg(&folder).env("CHROMIUM", &browser.chromium))
    })
}
