//! Every command that a person or a machine runs on this project: `cargo xtask <command>`.

use std::process::ExitCode;

mod bench;
mod demo;
mod emulator;
mod module;
mod package;
mod panics;
mod reference;
mod shell;
mod size;
mod tables;
mod test;
mod tools;
mod typescript;

use shell::Outcome;

const HELP: &str = "\
cargo xtask <command>

  demo [--port N]   build the package, start the emulator and serve the onboarding page (default port 8787)
  test [PART..]     run everything, or parts: rust, lint, browser, package, page
  package           build the npm package into pkg/
  size              print the sizes of the package
  bench [JOB..]     measure the package beside other libraries: all jobs, or those named in tests/bench/jobs.js
  help              print this";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_str() {
        "demo" => demo::run(&rest),
        "test" => test::run(&rest),
        "package" => package::build().map(drop),
        "size" => size::run(),
        "bench" => bench::run(&rest),
        // What Cargo calls for the tests of the wasm target, see .cargo/config.toml.
        "wasm-test" => tools::wasm_test_runner(&rest),
        "" | "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("There is no command `{other}`.\n\n{HELP}")),
    };
    report(outcome)
}

fn report(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
