//! `cargo xtask demo`: the onboarding page against the emulator.

use crate::package;
use crate::shell::{self, Outcome, cargo, npm_program, step};

const DEFAULT_PORT: &str = "8787";

/// Builds everything, then serves the page and the emulated service on one port until interrupted.
pub fn run_with(port: &str) -> Outcome {
    package::build()?;
    page()?;
    step("Building the emulator", || shell::run(cargo().args(["build", "--release", "-p", "interchange-emulator"])))?;
    println!("\n  The onboarding page is at http://127.0.0.1:{port}\n  Stop it with Ctrl-C.\n");
    let mut emulator = cargo();
    emulator.args(["run", "-q", "--release", "-p", "interchange-emulator", "--"]);
    shell::run(emulator.args(["--port", port, "--site", "www/dist"]))
}

/// Builds the page into `www/dist`.
pub fn page() -> Outcome {
    step("Building the onboarding page", || {
        shell::run(npm_program("vite").args(["build", "www", "--logLevel", "warn"]))
    })
}

/// The command.
pub fn run(arguments: &[String]) -> Outcome {
    match arguments {
        [] => run_with(DEFAULT_PORT),
        [flag, port] if flag == "--port" && port.parse::<u16>().is_ok() => run_with(port),
        _ => Err("Usage: cargo xtask demo [--port N], with N from 0 to 65535.".to_owned()),
    }
}
