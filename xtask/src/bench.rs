//! `cargo xtask bench`: speed beside other libraries, in one run of a headless browser.

use crate::emulator::Emulator;
use crate::package;
use crate::shell::{self, Outcome, npm_program, program, step};
use crate::tools::{self, target};

const PAGE: &str =
    "<!doctype html><link rel=\"icon\" href=\"data:,\"><script type=\"module\" src=\"page.js\"></script>\n";

/// The modules that the page loads, each beside the bundle.
const MODULES: [&str; 4] = [
    "interchange_web_bg.wasm",
    "interchange_web_identifiers_bg.wasm",
    "interchange_web_members_bg.wasm",
    "interchange_web_lists_bg.wasm",
];

/// Bundles the measurements and runs them: all, or those that are named; see `tests/bench/jobs.js`.
pub fn run(jobs: &[String]) -> Outcome {
    let browser = tools::browser()?;
    package::build()?;
    let folder = target("bench");
    shell::write(folder.join("index.html"), PAGE)?;
    for module in MODULES {
        shell::write(folder.join(module), shell::read(format!("pkg/{module}"))?)?;
    }
    step("Making the inputs", || shell::run(program("node").arg("tests/bench/prepare.mjs").arg(&folder)))?;
    step("Bundling the measurements", || {
        let mut bundler = npm_program("esbuild");
        bundler.args(["tests/bench/page.js", "--bundle", "--format=esm", "--minify", "--splitting"]);
        bundler.arg(format!("--alias:compiled-schemas={}", folder.join("schemas.js").display()));
        shell::run(bundler.args(["--log-level=warning"]).arg(format!("--outdir={}", folder.display())))
    })?;
    let emulator = step("Starting the emulator", || Emulator::start(&[]))?;
    step("Measuring", || {
        let mut measure = program("node");
        measure.arg("tests/bench/run.mjs").arg(&folder).args(jobs).env("CHROMIUM", &browser.chromium);
        shell::run(measure.env("EMULATOR_URL", &emulator.url))
    })
}
