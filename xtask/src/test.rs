//! `cargo xtask test`: everything, or parts of it. The last line counts.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::emulator::Emulator;
use crate::shell::{Outcome, cargo, npm_program, program, run as run_program, step};
use crate::tools::{self, Browser, WASM};
use crate::{demo, package};

/// The parts, in the order in which they run: what is quick and breaks often comes first.
const PARTS: [(&str, Part); 5] =
    [("rust", rust), ("lint", lint), ("browser", browser), ("package", package_tests), ("page", page)];

/// Runs tests and counts them.
type Part = fn(&mut Count) -> Outcome;

/// How many tests have passed and failed.
#[derive(Default)]
struct Count {
    passed: u32,
    failed: u32,
}

/// Runs the parts that are named, or all. A part that cannot run at all counts as a failure, and the others still run.
pub fn run(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.iter().find(|name| PARTS.iter().all(|(part, _)| part != name)) {
        let parts = PARTS.map(|(part, _)| part).join(", ");
        return Err(format!("There is no part `{unknown}`; the parts are {parts}."));
    }
    let mut count = Count::default();
    for (name, part) in PARTS {
        if !arguments.is_empty() && !arguments.iter().any(|argument| argument == name) {
            continue;
        }
        if let Err(message) = step(&format!("Testing: {name}"), || part(&mut count)) {
            eprintln!("{message}");
            count.failed = count.failed.max(1);
        }
    }
    println!("{} passed, {} failed", count.passed, count.failed);
    if count.failed == 0 { Ok(()) } else { Err("Some tests failed; see above.".to_owned()) }
}

/// The crates, natively.
fn rust(count: &mut Count) -> Outcome {
    count.run(cargo().args(["test", "--workspace", "--no-fail-fast"]))
}

/// Formatting, lints, and the types of the page.
fn lint(count: &mut Count) -> Outcome {
    tools::wasm_target()?;
    package::build()?;
    count.check("formatting", cargo().args(["fmt", "--all", "--check"]));
    let clippy = |arguments: &[&str]| {
        let mut command = cargo();
        command.arg("clippy").args(arguments).args(["--all-targets", "--", "-D", "warnings"]);
        command
    };
    count.check("clippy, native", &mut clippy(&["--workspace"]));
    count.check("clippy, wasm32", &mut clippy(&["--features", "npm,fetch", "--target", WASM]));
    let bulk = ["-p", "interchange-web-bulk", "--features", "identifiers,members,lists", "--target", WASM];
    count.check("clippy of the bulk jobs, wasm32", &mut clippy(&bulk));
    count.check("types of the page", npm_program("tsc").args(["--noEmit", "-p", "www"]));
    Ok(())
}

/// The engine and the client in a headless browser, against the emulator.
fn browser(count: &mut Count) -> Outcome {
    tools::wasm_target()?;
    let found = tools::browser()?;
    package::build()?;
    let policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src *";
    let here = Emulator::start(&["--csp", policy, "--mount", "/pkg=pkg", "--mount", "/tests=tests/browser/site"])?;
    let elsewhere = Emulator::start(&[])?;
    let mut engine = cargo();
    engine.args(["test", "--target", WASM, "--features", "fetch"]);
    engine.args(["--test", "vectors", "--test", "timestamps", "--test", "fetch"]);
    engine.env("CHROMEDRIVER", &found.chromedriver).env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    count.run(engine.env("EMULATOR_URL", &elsewhere.url))?;
    let mut tests = node_tests("tests/browser/", &found);
    count.run(tests.env("EMULATOR_URL", &here.url).env("OTHER_EMULATOR_URL", &elsewhere.url))
}

/// The package as strangers get it.
fn package_tests(count: &mut Count) -> Outcome {
    let found = tools::browser()?;
    package::build()?;
    count.run(&mut node_tests("tests/package/", &found))
}

/// The onboarding page, driven by a real browser.
fn page(count: &mut Count) -> Outcome {
    let found = tools::browser()?;
    package::build()?;
    demo::page()?;
    let emulator = Emulator::start(&["--site", "www/dist"])?;
    count.run(node_tests("tests/page/", &found).env("EMULATOR_URL", &emulator.url))
}

fn node_tests(folder: &str, browser: &Browser) -> Command {
    let mut command = program("node");
    command.args(["--test", "--test-reporter=tap", folder]).env("CHROMIUM", &browser.chromium);
    command
}

impl Count {
    /// Runs tests, shows what they print, and counts what they report: the lines of Cargo and those of Node's runner.
    fn run(&mut self, command: &mut Command) -> Outcome {
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{} cannot be started: {error}.", command.get_program().to_string_lossy()))?;
        let before = self.passed + self.failed;
        if let Some(stdout) = child.stdout.take() {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                println!("{line}");
                self.read(&line);
            }
        }
        let status = child.wait().map_err(|error| error.to_string())?;
        if self.passed + self.failed == before {
            return Err("No test reported anything.".to_owned());
        }
        // A build that failed, or a process that died, has no line of its own.
        if !status.success() && self.failed == 0 {
            self.failed = 1;
        }
        Ok(())
    }

    fn read(&mut self, line: &str) {
        if let Some(result) = line.strip_prefix("test result: ") {
            for part in result.split(['.', ';']) {
                match part.trim().split_once(' ') {
                    Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                    Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                    _ => {}
                }
            }
        } else if let Some(number) = line.strip_prefix("# pass ") {
            self.passed += number.trim().parse().unwrap_or(0);
        } else if let Some(number) = line.strip_prefix("# fail ").or_else(|| line.strip_prefix("# cancelled ")) {
            self.failed += number.trim().parse().unwrap_or(0);
        }
    }

    /// Runs something that passes or fails as a whole.
    fn check(&mut self, what: &str, command: &mut Command) {
        match step(what, || run_program(command)) {
            Ok(()) => self.passed += 1,
            Err(message) => {
                eprintln!("{message}");
                self.failed += 1;
            }
        }
    }
}
