//! Writes the tables of the package that follow from the Rust declarations.

use std::fmt::Write;

use interchange_web::json::{to_json, write_text};
use interchange_web::{api, describe};
use serde::Serialize;

/// The rows that a client needs, in the order in which the WebAssembly numbers them.
pub fn operations() -> String {
    let mut out = String::from(
        "// Written from the table of operations; see the crate `interchange-web`. Id, resource, method of the client, method of\n\
         // HTTP; where there are, the documented name and the field that takes a file.\n\nexport const rows = [\n",
    );
    for row in api::all() {
        let names = row.names;
        let method = names.camel_case_method();
        let mut columns = vec![names.id, names.resource, &method, row.method.name()];
        columns.extend(names.documented.or(row.file_field().map(|_| "")));
        columns.extend(row.file_field());
        out.push_str("  [");
        for (index, column) in columns.into_iter().enumerate() {
            out.push_str(if index == 0 { "" } else { ", " });
            write_text(&mut out, column);
        }
        out.push_str("],\n");
    }
    out.push_str("];\n");
    out
}

/// What people should know about each operation and its fields; loaded only by what shows it. JSON in strings, so that a
/// program spends time only on what it looks at.
pub fn descriptions() -> String {
    let all = api::all();
    let operations: Vec<_> = all.iter().map(|row| describe::operation(row)).collect();
    let mut out = String::from("// Written from the Rust declarations; see the crate `interchange-web`.\n\n");
    let _ = writeln!(out, "export const operations = {};\n\nexport const fields = [", quoted(&operations));
    for row in all {
        let _ = writeln!(out, "  {},", quoted(&describe::fields(row)));
    }
    out.push_str("];\n");
    out
}

/// JSON as a string of JavaScript. Single quotes, since JSON is full of the others.
fn quoted(value: &impl Serialize) -> String {
    let json = to_json(value).unwrap_or_default();
    format!("'{}'", json.replace('\\', "\\\\").replace('\'', "\\'"))
}
