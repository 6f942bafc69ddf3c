//! The emulator as a program.

use std::env;
use std::process::ExitCode;

use interchange_emulator::{Options, USAGE, serve};

#[tokio::main]
async fn main() -> ExitCode {
    if env::args().any(|flag| flag == "--help") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    match Options::from_flags(env::args().skip(1)) {
        Ok(options) => run(options).await,
        Err(sentence) => complain(&sentence, 2),
    }
}

async fn run(options: Options) -> ExitCode {
    let port = options.port;
    match serve(options).await {
        Ok(serving) => {
            println!("listening on http://{}", serving.address());
            serving.forever().await;
            ExitCode::SUCCESS
        }
        Err(error) => complain(&format!("The emulator cannot listen on port {port}: {error}."), 1),
    }
}

fn complain(sentence: &str, code: u8) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::from(code)
}
