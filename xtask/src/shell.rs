//! Running other programs, and telling what goes on.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Nothing, or one or more sentences for the person who ran the command.
pub type Outcome<T = ()> = Result<T, String>;

/// The folder of the project.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// A program to be run in the project's folder.
pub fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// A program of the npm packages.
pub fn npm_program(name: &str) -> Command {
    program(root().join("node_modules/.bin").join(name))
}

/// Cargo, the one that runs this.
pub fn cargo() -> Command {
    let mut command = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What `cargo run` has set for this program is not meant for the next one.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "CARGO_PKG_VERSION"] {
        command.env_remove(name);
    }
    command
}

/// Says what is being done, does it, and says how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    eprintln!("\n▸ {what}");
    let started = Instant::now();
    let outcome = work();
    let mark = if outcome.is_ok() { "✓" } else { "✗" };
    eprintln!("{mark} {what} ({:.1} s)", started.elapsed().as_secs_f32());
    outcome
}

/// Runs a program and shows what it prints.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status}).", name(command))) }
}

/// Runs a program and gives what it prints to its standard output.
pub fn output(command: &mut Command) -> Outcome<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| cannot_start(command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("{} failed ({}).", name(command), output.status))
    }
}

/// Reads a file of the project.
pub fn read(path: impl AsRef<Path>) -> Outcome<Vec<u8>> {
    let path = root().join(path);
    std::fs::read(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

/// A file of the project, or all that are in a folder and below, in their order.
pub fn files(path: impl AsRef<Path>) -> Outcome<Vec<PathBuf>> {
    let path = root().join(path);
    if !path.is_dir() {
        return Ok(vec![path]);
    }
    let entries = std::fs::read_dir(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
    let mut inside: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    inside.sort();
    Ok(inside.iter().map(files).collect::<Outcome<Vec<_>>>()?.concat())
}

/// Writes a file of the project, with the folders above it.
pub fn write(path: impl AsRef<Path>, content: impl AsRef<[u8]>) -> Outcome {
    let path = root().join(path);
    let folder = path.parent().unwrap_or(&path);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&path, content))
        .map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

fn name(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.take(4).map(|word| word.to_string_lossy().into_owned()).collect();
    words.join(" ")
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("{} cannot be started: {error}.", command.get_program().to_string_lossy())
}
