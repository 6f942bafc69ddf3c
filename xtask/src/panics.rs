//! Takes the machinery of panics out of the wasm.
//!
//! Nothing in the crate panics on any input; what the compiler still leaves is the code that would word a message, and the
//! places in the source that it would name, with paths of the machine that compiled it. Nobody would read the message: a
//! panic stops the module with or without it. So each such function becomes a single `unreachable`, the places become zeros,
//! and wasm-opt removes the rest: 2 kB of the compressed module when it was introduced.

use std::ops::Range;
use std::path::Path;

use walrus::ir::{Unreachable, Value};
use walrus::{ConstExpr, DataKind, FunctionKind, Module};

use crate::shell::Outcome;

/// Parts of the names, as the compiler mangles them, of functions that run only when a panic is under way or that word its
/// message.
const WORDING: [&str; 10] = [
    "4core9panicking",
    "3std9panicking",
    "4core3fmt",
    "core..fmt..",
    "3std5alloc",
    "4core5slice5index16slice_index_fail",
    "4core3str16slice_error_fail",
    "12handle_error",
    "18handle_alloc_error",
    "rust_begin_unwind",
];

/// Parts of the names of functions that js-sys and wasm-bindgen bring along and that nothing here calls, but stand in the table of
/// functions, where no optimizer removes them: the waiting for promises, and what JavaScript would call of closures.
const UNUSED: [&str; 2] = ["6js_sys7futures", "8closures1_6invoke"];

/// The size of `core::panic::Location`: where the file's name is, how long it is, line, column.
const LOCATION: usize = 16;

/// Writes the module without the wording of panics.
pub fn remove(from: &Path, to: &Path) -> Outcome {
    let mut module =
        Module::from_file(from).map_err(|error| format!("{} cannot be read: {error:#}.", from.display()))?;
    for function in module.funcs.iter_mut().filter(|function| function.name.as_deref().is_some_and(is_blanked)) {
        let FunctionKind::Local(code) = &mut function.kind else { continue };
        let entry = code.entry_block();
        let body = &mut code.block_mut(entry).instrs;
        body.clear();
        body.push((Unreachable {}.into(), Default::default()));
    }
    let segments: Vec<_> = module.data.iter().map(|segment| segment.id()).collect();
    for id in segments {
        let segment = module.data.get_mut(id);
        if let DataKind::Active { offset: ConstExpr::Value(Value::I32(address)), .. } = segment.kind {
            blank_locations(&mut segment.value, usize::try_from(address).unwrap_or_default());
        }
    }
    module.emit_wasm_file(to).map_err(|error| format!("{} cannot be written: {error:#}.", to.display()))
}

fn is_blanked(name: &str) -> bool {
    WORDING.iter().chain(&UNUSED).any(|part| name.contains(part))
}

/// Overwrites locations and the names of files that they point to. Constants that the compiler has merged lie in one segment.
fn blank_locations(data: &mut [u8], address: usize) {
    let places = (0..data.len().saturating_sub(LOCATION)).step_by(4);
    let found: Vec<_> = places.filter_map(|at| Some((at, file_name(data, address, at)?))).collect();
    for (at, name) in found {
        data[at..at + LOCATION].fill(0);
        data[name].fill(0);
    }
}

/// Where the name of a source file is, if there is a location at this place.
fn file_name(data: &[u8], address: usize, at: usize) -> Option<Range<usize>> {
    let word = |at: usize| Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?) as usize);
    let start = word(at)?.checked_sub(address)?;
    let range = start..start.checked_add(word(at + 4)?)?;
    let name = data.get(range.clone())?;
    (name.ends_with(b".rs") && name.contains(&b'/') && name.is_ascii()).then_some(range)
}
