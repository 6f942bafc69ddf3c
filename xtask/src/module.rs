//! From a crate to a module of the package: compiled, freed of panics, bound, optimised.

use std::path::{Path, PathBuf};

use crate::panics;
use crate::shell::{Outcome, cargo, npm_program, read, run, write};
use crate::tools::{self, WASM, target};

/// A WebAssembly module of the package, with its bindings.
pub struct Module {
    krate: &'static str,
    /// What of the crate is exported.
    feature: &'static str,
    /// What the names of its files begin with.
    pub name: &'static str,
    /// Where it is compiled; what is compiled with other flags has a folder of its own.
    folder: &'static str,
    rustflags: &'static str,
    /// More flags, for the step that makes one module of all crates.
    last: &'static [&'static str],
    /// What the compiler optimizes for.
    level: &'static str,
    optimize: &'static [&'static str],
    /// Whether the JavaScript belongs into the package; a second build of the same crate needs no second one.
    pub binds: bool,
}

/// The client: everything but the bulk jobs. Small before fast.
///
/// The options of wasm-opt are measured one by one. Flat code gives the first round more to find; skipping memory-packing
/// makes the module larger and what is transferred smaller.
pub const CLIENT: Module = Module {
    krate: "interchange-web",
    feature: "npm",
    name: "interchange_web",
    folder: "",
    rustflags: "",
    last: &[],
    level: "z",
    optimize: &[
        "-Oz",
        "--flatten",
        "--rereloop",
        "-Oz",
        "-Oz",
        "--converge",
        "-ocimfs=10",
        "-tnh",
        "--low-memory-unused",
        "--skip-pass=memory-packing",
    ],
    binds: true,
};

/// A bulk job, for engines with SIMD: every browser since Safari 16.4. Fast before small.
///
/// Of functions that are copied into their callers the bound is lower than this level has it (250). That takes 3 kB off what is
/// transferred, and 0 to 3 % of the speed, since what every line calls is marked `#[inline(always)]`. The bound is for the last
/// step, which sees the whole program: where it bounds the crates one by one as well, identifiers take a tenth longer.
pub const fn bulk(feature: &'static str, name: &'static str) -> Module {
    Module {
        krate: "interchange-web-bulk",
        feature,
        name,
        folder: "simd",
        rustflags: "-Ctarget-feature=+simd128",
        last: &["-Cllvm-args=-inline-threshold=100"],
        level: "3",
        optimize: &["-O3", "--enable-simd", "--skip-pass=memory-packing"],
        binds: true,
    }
}

impl Module {
    /// The same without SIMD.
    pub const fn plain(self) -> Self {
        Self { folder: "plain", rustflags: "", optimize: &["-O3", "--skip-pass=memory-packing"], binds: false, ..self }
    }

    /// Where it is when it is compiled.
    pub fn compiled(&self) -> PathBuf {
        target(self.folder).join(self.name).with_extension("wasm")
    }

    /// Compiles the crate.
    pub fn compile(&self) -> Outcome {
        let folder = target(self.folder);
        let mut command = cargo();
        command.args(["rustc", "--lib", "--release", "--features", self.feature, "--target", WASM, "-p", self.krate]);
        // Alone: where the type for Rust programs is made in the same step, the module comes out 2 to 6 % larger.
        command.args(["--crate-type", "cdylib"]);
        command.arg("--target-dir").arg(&folder).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", self.rustflags);
        // For all crates: what the bulk jobs use of the client's must be fast, too.
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.level);
        run(command.arg("--").args(self.last))?;
        // The next feature of the crate is compiled to the same place.
        let made = folder.join(WASM).join("release").join(self.krate.replace('-', "_")).with_extension("wasm");
        write(self.compiled(), read(made)?)
    }

    /// Makes what the package needs of it in a folder: `<name>_bg.wasm`, `<name>.js` and `<name>.d.ts`.
    pub fn assemble(&self) -> Outcome<PathBuf> {
        let bindings = target("bindings").join(self.folder);
        // wasm-bindgen names its files after this one.
        let lean = bindings.join(self.name).with_extension("wasm");
        write(&lean, [])?;
        panics::remove(&self.compiled(), &lean)?;
        tools::bindgen(&lean, &bindings)?;
        let module = bindings.join(format!("{}_bg.wasm", self.name));
        let mut optimize = npm_program("wasm-opt");
        optimize.args(self.optimize).args(["--strip-producers", "--strip-target-features"]);
        run(optimize.arg(&module).arg("-o").arg(&module))?;
        Ok(bindings)
    }
}

/// Writes generated JavaScript, which is read by no one; without comments it is half as long.
pub fn minify(from: &Path, to: &Path) -> Outcome {
    let mut minify = npm_program("esbuild");
    minify.arg(from).args(["--format=esm", "--minify", "--log-level=warning"]);
    run(minify.arg(format!("--outfile={}", to.display())))
}

/// A module as text, for bundlers that copy no files; loaded only when the file beside the package is not found.
pub fn as_text(wasm: &Path) -> Outcome<String> {
    Ok(format!(
        "// The WebAssembly as text, for bundlers that copy no files.\n\
         export const bytes = () => Uint8Array.from(atob('{}'), (c) => c.charCodeAt(0));\n",
        base64(&read(wasm)?)
    ))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0u32, |group, &byte| group << 8 | u32::from(byte)) << (8 * (3 - chunk.len()));
        for index in 0..4 {
            let digit = DIGITS[(group >> (18 - 6 * index)) as usize & 63];
            text.push(if index <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}
