//! Writes the tables of the package that follow from the Rust declarations.

use std::fmt::Write;

use interchange_web::json::to_json;
use interchange_web::shape::{Kind, List, Object, Operation, Repeat};
use interchange_web::{api, describe};
use serde::Serialize;

/// The rows that a client needs, in the order in which the WebAssembly numbers them. `types` are the types of the package.
pub fn operations(types: &str) -> String {
    let mut out = String::from(
        "// Written from the table of operations; see the crate `interchange-web`. Id, resource, method of the client, method of\n\
         // HTTP; where there are, the documented name, the field that takes a file, what a list lists, the list that may be\n\
         // sent in parts, the size of a part, the lists that may be given as text, and members of which an answer has one.\n\nexport const rows = [\n",
    );
    for row in api::all() {
        out.push_str("  [");
        for (index, column) in columns(row, types).into_iter().enumerate() {
            out.push_str(if index == 0 { "" } else { "," });
            out.push_str(&column);
        }
        out.push_str("],\n");
    }
    out.push_str("];\n");
    out
}

/// The columns of a row as JavaScript; what is not there at the end is left out.
fn columns(row: &'static Operation, types: &str) -> Vec<String> {
    let text = |text: &str| to_json(&text).unwrap_or_default();
    let names = row.names;
    let parts = describe::parts(row);
    let mut columns =
        vec![text(names.id), text(names.resource), text(&names.camel_case_method()), text(row.method.name())];
    let others = [
        names.documented.map(text),
        row.file_field().map(text),
        names.listed().map(text),
        parts.map(|parts| text(parts.list)),
        parts.map(|parts| parts.most.to_string()),
        Some(bulk_lists(row.input).join(" ")).filter(|lists| !lists.is_empty()).map(|lists| text(&lists)),
        Some(signs(row, types).join(" ")).filter(|signs| !signs.is_empty()).map(|signs| text(&signs)),
    ];
    let used = others.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
    columns.extend(others.into_iter().take(used).map(Option::unwrap_or_default));
    columns
}

/// The first members that the answer to a write has by the documents; three of them, since documents err.
fn signs<'t>(row: &Operation, types: &'t str) -> Vec<&'t str> {
    let start = format!("\nexport interface {} {{\n", row.names.output);
    let Some((_, rest)) = types.split_once(&start).filter(|_| row.repeat != Repeat::Safe) else { return Vec::new() };
    let members = rest.lines().take_while(|line| *line != "}");
    let named = members.filter_map(|line| line.strip_prefix("    ")?.split_once(':').map(|(name, _)| name));
    let is_name =
        |name: &&str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    named.filter(is_name).take(3).collect()
}

/// The paths of the lists that may be given as text; a dot stands for every item of the list before it.
fn bulk_lists(object: &'static Object) -> Vec<String> {
    let mut paths = Vec::new();
    for field in object.fields {
        match field.kind() {
            Kind::List(_) if field.bulk() => paths.push(field.name().to_owned()),
            Kind::List(List { item: Kind::Object(item), .. }) => {
                paths.extend(bulk_lists(item).iter().map(|inner| format!("{}.{inner}", field.name())));
            }
            _ => {}
        }
    }
    paths
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
