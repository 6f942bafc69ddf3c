//! What the emulator is started with, from a program or from a command line.

use std::path::PathBuf;

use crate::clock::Millis;
use crate::settings::Settings;

/// The policy under which the onboarding page must work.
pub const CSP: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/// One line for each flag.
pub const USAGE: &str = "\
usage: interchange-emulator [flags]
  --port N                 port on 127.0.0.1 (default 8788; 0 takes any free one)
  --site DIR               serve the files of a folder at /
  --mount PATH=DIR         serve the files of a folder at a path; may be repeated
  --rate-limit N           requests per minute and token (default 100; 0 is no limit)
  --activation-delay MS    how long a new source stays PENDING (default 1500)
  --csp POLICY             Content-Security-Policy of the static files";

/// What the emulator is started with.
pub struct Options {
    /// The port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// Folders of static files, by the path at which they appear.
    pub mounts: Vec<(String, PathBuf)>,
    /// Requests per minute and token; 0 is no limit.
    pub rate_limit: u32,
    /// How many milliseconds a source with a good credential stays PENDING.
    pub activation_delay: Millis,
    /// The `Content-Security-Policy` of the static files.
    pub csp: String,
}

impl Default for Options {
    fn default() -> Self {
        let Settings { rate_limit, activation_delay, .. } = Settings::default();
        Self { port: 8788, mounts: Vec::new(), rate_limit, activation_delay, csp: CSP.to_owned() }
    }
}

impl Options {
    /// Reads the flags of a command line; the error is one plain sentence.
    pub fn from_flags(flags: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut options = Self::default();
        let mut flags = flags.into_iter();
        while let Some(flag) = flags.next() {
            let mut value = || flags.next().ok_or_else(|| format!("The flag {flag} needs a value."));
            match flag.as_str() {
                "--port" => options.port = number(&flag, &value()?)?,
                "--site" => options.mounts.push(("/".to_owned(), folder(&value()?)?)),
                "--mount" => options.mounts.push(mount(&value()?)?),
                "--rate-limit" => options.rate_limit = number(&flag, &value()?)?,
                "--activation-delay" => options.activation_delay = number::<u32>(&flag, &value()?)?.into(),
                "--csp" => options.csp = policy(value()?)?,
                _ => return Err(format!("The flag {flag} is not known.")),
            }
        }
        Ok(options)
    }
}

fn number<N: std::str::FromStr>(flag: &str, text: &str) -> Result<N, String> {
    text.parse().map_err(|_| format!("The value of {flag} must be a whole number in its range, not {text:?}."))
}

fn mount(text: &str) -> Result<(String, PathBuf), String> {
    let (path, folder_name) = text.split_once('=').ok_or("The value of --mount must look like /path=folder.")?;
    if !path.starts_with('/') {
        return Err("The path of --mount must begin with a slash.".to_owned());
    }
    Ok((path.to_owned(), folder(folder_name)?))
}

fn folder(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name);
    if path.is_dir() { Ok(path) } else { Err(format!("There is no folder {name:?}.")) }
}

fn policy(text: String) -> Result<String, String> {
    let plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if plain { Ok(text) } else { Err("The value of --csp must be plain text on one line.".to_owned()) }
}
