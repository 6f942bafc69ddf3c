//! `cargo xtask size`: what a page loads.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::package;
use crate::shell::{self, Outcome, npm_program, program, read, step};
use crate::tools::target;

/// What a client needs: everything but the descriptions for form builders.
const CLIENT: &str = "export { init, Interchange, validate, prepare, isInterchangeError } from 'interchange-web';";
/// With the descriptions for form builders.
const FORMS: &str =
    "export { init, Interchange, validate, prepare, isInterchangeError, schema, operations } from 'interchange-web';";
/// With the bulk jobs.
const BULK: &str = "export { init, Interchange, validate, prepare, isInterchangeError, normalizeIdentifiers, explain, hashMembers } \
                    from 'interchange-web';";

/// Prints the sizes of the package: the WebAssembly as it is, the JavaScript as a bundler would ship it.
pub fn run() -> Outcome {
    let pkg = package::build()?;
    let wasm = Sizes::of(&read(pkg.join("interchange_web_bg.wasm"))?)?;
    let client = Sizes::of(&bundle("client", CLIENT)?)?;
    let forms = Sizes::of(&bundle("forms", FORMS)?)?;
    let bulk = Sizes::of(&bundle("bulk", BULK)?)?;
    println!("\n| part | raw | gzip -9 | brotli -11 |\n|---|---:|---:|---:|");
    wasm.print("WebAssembly");
    client.print("JavaScript of a client, minified");
    (wasm + client).print("together");
    (wasm + forms).print("with `schema` and `operations`: descriptions of all fields");
    (wasm + bulk).print("with the bulk jobs' JavaScript");
    for job in ["identifiers", "members", "lists"] {
        let module = Sizes::of(&read(pkg.join(format!("interchange_web_{job}_bg.wasm")))?)?;
        module.print(&format!("WebAssembly of {job}, loaded by the first job"));
    }
    Ok(())
}

fn bundle(name: &str, code: &str) -> Outcome<Vec<u8>> {
    let folder = target("size").join(name);
    let entry = folder.join("entry.js");
    shell::write(&entry, code)?;
    step("Bundling the JavaScript", || {
        let mut bundler = npm_program("esbuild");
        bundler.args(["--bundle", "--minify", "--format=esm", "--splitting", "--log-level=warning"]);
        bundler.arg(entry).arg(format!("--outdir={}", folder.display())).arg("--entry-names=bundle");
        shell::run(&mut bundler)
    })?;
    with_imports(&folder, "bundle.js", &mut Vec::new())
}

/// A file of a bundle and those that it loads at once; what it may load later is not counted.
fn with_imports(folder: &Path, file: &str, seen: &mut Vec<String>) -> Outcome<Vec<u8>> {
    let mut content = read(folder.join(file))?;
    let text = String::from_utf8_lossy(&content).into_owned();
    for import in ["from\"./", "import\"./"] {
        for name in text.split(import).skip(1).filter_map(|rest| rest.split('"').next()) {
            if !seen.iter().any(|known| known == name) {
                seen.push(name.to_owned());
                content.extend(with_imports(folder, name, seen)?);
            }
        }
    }
    Ok(content)
}

/// Sizes in bytes.
#[derive(Default, Clone, Copy)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl std::ops::Add for Sizes {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

impl Sizes {
    fn of(content: &[u8]) -> Outcome<Self> {
        const SCRIPT: &str = "const z = require('node:zlib'), b = require('node:fs').readFileSync(0);\
            console.log(z.gzipSync(b, { level: 9 }).length, z.brotliCompressSync(b, { params: {\
            [z.constants.BROTLI_PARAM_QUALITY]: 11, [z.constants.BROTLI_PARAM_LGWIN]: 24 } }).length)";
        let sizes = pipe(program("node").args(["-e", SCRIPT]), content)?;
        let mut numbers = sizes.split_whitespace().filter_map(|number| number.parse().ok());
        Ok(Self {
            raw: content.len(),
            gzip: numbers.next().unwrap_or_default(),
            brotli: numbers.next().unwrap_or_default(),
        })
    }

    fn print(self, name: &str) {
        let kb = |bytes: usize| format!("{:.1} kB", bytes as f64 / 1000.0);
        println!("| {name} | {} | {} | {} |", kb(self.raw), kb(self.gzip), kb(self.brotli));
    }
}

/// Gives a program its input and takes its output.
fn pipe(command: &mut Command, input: &[u8]) -> Outcome<String> {
    let fail = |error: std::io::Error| format!("node failed: {error}.");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(fail)?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input).map_err(fail)?;
    }
    let output = child.wait_with_output().map_err(fail)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
