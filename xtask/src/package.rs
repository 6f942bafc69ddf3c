//! Builds the npm package into `pkg/`.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::module::{self, CLIENT, Module, bulk};
use crate::shell::{Outcome, files, output, program, read, root, step, write};
use crate::{reference, tables, tools, typescript};

/// The modules, their names in the package, and the names of their copies as text, where they have one.
const MODULES: [(Module, &str, Option<&str>); 7] = [
    (CLIENT, "interchange_web_bg.wasm", Some("wasm-base64.js")),
    (IDENTIFIERS, "interchange_web_identifiers_bg.wasm", None),
    (IDENTIFIERS.plain(), "interchange_web_identifiers_plain_bg.wasm", Some("identifiers-base64.js")),
    (MEMBERS, "interchange_web_members_bg.wasm", None),
    (MEMBERS.plain(), "interchange_web_members_plain_bg.wasm", Some("members-base64.js")),
    (LISTS, "interchange_web_lists_bg.wasm", None),
    (LISTS.plain(), "interchange_web_lists_plain_bg.wasm", Some("lists-base64.js")),
];
const IDENTIFIERS: Module = bulk("identifiers", "interchange_web_identifiers");
const MEMBERS: Module = bulk("members", "interchange_web_members");
const LISTS: Module = bulk("lists", "interchange_web_lists");

/// What the modules are made of; this program makes them.
const SOURCES: &[&str] = &["src", "bulk", "derive", "xtask/src", "Cargo.toml", "Cargo.lock"];
/// What else is in the package.
const OTHERS: &[&str] =
    &["pkg-template", "README.md", "docs/faults.md", "LICENSE-APACHE", "LICENSE-MIT", "package-lock.json"];

/// Builds the package and gives its folder. What has not changed since the last time is not done again.
pub fn build() -> Outcome<PathBuf> {
    tools::wasm_target()?;
    tools::npm_packages()?;
    let sources = stamp(SOURCES)? + &output(program("rustc").arg("--version"))?;
    let are_there = MODULES.iter().all(|(module, ..)| module.compiled().exists());
    // Cargo keeps one module of a crate, whatever its features, and would compile the others again each time.
    unless(are_there, &tools::target(".modules"), &sources, || {
        step("Compiling to WebAssembly", || MODULES.iter().try_for_each(|(module, ..)| module.compile()))
    })?;
    let pkg = root().join("pkg");
    unless(true, &pkg.join(".stamp"), &(sources + &stamp(OTHERS)?), || {
        step("Putting the npm package together", || assemble(&pkg))
    })?;
    Ok(pkg)
}

/// Does some work, unless it was done for the same stamp, and what it made is there.
fn unless(is_there: bool, place: &Path, stamp: &str, work: impl FnOnce() -> Outcome) -> Outcome {
    if is_there && read(place).is_ok_and(|known| known == stamp.as_bytes()) {
        return Ok(());
    }
    work()?;
    write(place, stamp)
}

fn assemble(pkg: &Path) -> Outcome {
    if pkg.exists() {
        fs::remove_dir_all(pkg).map_err(|error| format!("pkg/ cannot be emptied: {error}."))?;
    }
    for (module, name, text) in &MODULES {
        let made = module.assemble()?;
        let wasm = made.join(format!("{}_bg.wasm", module.name));
        write(pkg.join(name), read(&wasm)?)?;
        if let Some(text) = text {
            write(pkg.join(text), module::as_text(&wasm)?)?;
        }
        if module.binds {
            let glue = format!("{}.js", module.name);
            module::minify(&made.join(&glue), &pkg.join(&glue))?;
        }
    }
    let declarations = read(tools::target("bindings/interchange_web.d.ts"))?;
    let types = typescript::types(&String::from_utf8_lossy(&declarations));
    write(pkg.join("operations.js"), tables::operations(&types))?;
    write(pkg.join("types.d.ts"), types)?;
    write(pkg.join("operations.d.ts"), typescript::operations())?;
    write(pkg.join("descriptions.js"), tables::descriptions())?;
    for (name, page) in reference::pages() {
        write(pkg.join("reference").join(name), page)?;
    }
    for file in files("pkg-template")? {
        let name = file.file_name().unwrap_or_default();
        let mut content = read(&file)?;
        if name == "package.json" {
            let text = String::from_utf8_lossy(&content).replace("0.0.0", env!("CARGO_PKG_VERSION"));
            content = text.into_bytes();
        }
        write(pkg.join(name), content)?;
    }
    for file in ["README.md", "docs/faults.md", "LICENSE-APACHE", "LICENSE-MIT"] {
        write(pkg.join(file), read(file)?)?;
    }
    link_into_node_modules(pkg)
}

/// The page and the tests import the package by its name, like any other consumer.
fn link_into_node_modules(pkg: &Path) -> Outcome {
    let link = root().join("node_modules/interchange-web");
    if link.symlink_metadata().is_ok() {
        return Ok(());
    }
    #[cfg(unix)]
    let linked = std::os::unix::fs::symlink(pkg, &link);
    #[cfg(windows)]
    let linked = std::os::windows::fs::symlink_dir(pkg, &link);
    linked.map_err(|error| format!("{} cannot be made: {error}.", link.display()))
}

/// A number that changes with files of the project and with what is in folders.
fn stamp(names: &[&str]) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    for name in names {
        for file in files(name)? {
            (&file, read(&file)?).hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}
