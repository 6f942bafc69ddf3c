//! The emulator, running beside what needs it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use crate::shell::{Outcome, cargo, output, program, root};

/// A running emulator; ends with the value.
pub struct Emulator {
    child: Child,
    pub url: String,
}

impl Emulator {
    /// Starts an emulator on a free port, without a limit on requests.
    pub fn start(flags: &[&str]) -> Outcome<Self> {
        output(cargo().args(["build", "-q", "--release", "-p", "interchange-emulator"]))?;
        let mut command = program(root().join("target/release/interchange-emulator"));
        command.args(["--port", "0", "--rate-limit", "0"]).args(flags).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|error| format!("The emulator cannot be started: {error}."))?;
        let mut line = String::new();
        if let Some(stdout) = child.stdout.take() {
            // Whatever is wrong shows in the line.
            drop(BufReader::new(stdout).read_line(&mut line));
        }
        match line.trim().strip_prefix("listening on ") {
            Some(url) => Ok(Self { url: url.to_owned(), child }),
            None => Err(format!("The emulator did not start: {line}")),
        }
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // It may be gone already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
