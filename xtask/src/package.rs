//! Builds the npm package into `pkg/`.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::module::{self, CLIENT, Module, bulk};
use crate::shell::{Outcome, read, root, step, write};
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

/// Builds the package and gives its folder. What has not changed since the last time is not done again.
pub fn build() -> Outcome<PathBuf> {
    tools::wasm_target()?;
    tools::npm_packages()?;
    let compile = || MODULES.iter().map(|(module, ..)| module.compile()).collect::<Outcome<Vec<_>>>();
    let compiled = step("Compiling to WebAssembly", compile)?;
    let pkg = root().join("pkg");
    let stamp = stamp(&compiled)?;
    if read("pkg/.stamp").is_ok_and(|known| known == stamp.as_bytes()) {
        return Ok(pkg);
    }
    step("Putting the npm package together", || assemble(&compiled, &pkg))?;
    write("pkg/.stamp", stamp)?;
    Ok(pkg)
}

fn assemble(compiled: &[PathBuf], pkg: &Path) -> Outcome {
    if pkg.exists() {
        fs::remove_dir_all(pkg).map_err(|error| format!("pkg/ cannot be emptied: {error}."))?;
    }
    for ((module, name, text), compiled) in MODULES.iter().zip(compiled) {
        let made = module.assemble(compiled)?;
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
    for file in template()? {
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

/// The hand-kept files of the package.
fn template() -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(root().join("pkg-template")).map_err(|error| format!("pkg-template/: {error}."))?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    Ok(files)
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

/// A number that changes with whatever the package is made of.
fn stamp(compiled: &[PathBuf]) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    for module in compiled {
        read(module)?.hash(&mut hasher);
    }
    for file in
        template()?.iter().chain(&["README.md", "docs/faults.md", "package-lock.json"].map(|file| root().join(file)))
    {
        (file, read(file)?).hash(&mut hasher);
    }
    // What this program writes into the package changes with the program.
    let built = std::env::current_exe().and_then(|program| program.metadata()?.modified());
    built.ok().hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}
