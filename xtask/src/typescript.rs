//! Writes the declarations of the package that follow from the Rust declarations.

use std::collections::BTreeMap;
use std::fmt::Write;

use interchange_web::api;
use interchange_web::describe::{FieldInfo, OperationInfo, When};
use interchange_web::shape::Operation;
use tsify::Tsify;

/// The shapes of the API, as tsify has put them into the bindings: what stands before the bindings' own functions. In
/// alphabetical order, since the linker's order means nothing to a reader.
pub fn types(bindings: &str) -> String {
    let own = ["\nexport class ", "\nexport function "].iter().filter_map(|start| bindings.find(start)).min();
    let shapes = &bindings[..own.unwrap_or(bindings.len())];
    // What describes them is not part of the WebAssembly.
    let shapes = [shapes, OperationInfo::DECL, FieldInfo::DECL, When::DECL].join("\n\n");
    let mut shapes: Vec<_> = shapes.split("\n\n").filter_map(|shape| Some((declared_name(shape)?, shape))).collect();
    shapes.sort();
    let shapes: Vec<_> = shapes.into_iter().map(|(name, shape)| documented(name, shape.trim())).collect();
    format!(
        "// Written from the Rust declarations; see the crate `interchange-web`.\n\n\
         import type {{ OperationId }} from './operations.js';\n\
         import type {{ Bulk, RequestEvent, ResponseEvent, RetryEvent }} from './client.js';

{}
",
        shapes.join("\n\n")
    )
}

/// Writes the lines of the fields into an input that tsify has put on one line: it does so where a union is a part.
fn documented(name: &str, shape: &str) -> String {
    let all = api::all();
    let input = all.iter().find(|operation| operation.names.input == name).map(|operation| operation.input);
    let parts = shape.split_once(" = { ").and_then(|(start, rest)| Some((start, rest.rsplit_once(" } & ")?)));
    let Some((input, (start, (members, end)))) = input.zip(parts) else { return shape.to_owned() };
    let mut out = format!("{start} = {{\n");
    for member in members.split("; ") {
        let name = member.split(['?', ':']).next().unwrap_or_default();
        let line = input.field(name).map(|field| field.line).unwrap_or_default();
        let _ = writeln!(out, "    /**\n     * {line}.\n     */\n    {member};");
    }
    format!("{out}}} & {end}")
}

fn declared_name(shape: &str) -> Option<&str> {
    let (_, rest) = shape.split_once("\nexport ")?;
    rest.split([' ', '<']).nth(1)
}

/// The methods of the client, and the maps from operations to their types.
pub fn operations() -> String {
    let mut resources: BTreeMap<&str, Vec<&Operation>> = BTreeMap::new();
    let all = api::all();
    for operation in &all {
        resources.entry(operation.names.resource).or_default().push(operation);
    }
    let mut out = String::from("// Written from the table of operations; see the crate `interchange-web`.\n\n");
    let _ = writeln!(out, "import type {{ Paged }} from './client.js';\nimport type * as types from './types.js';\n");
    for (resource, operations) in &resources {
        let _ = writeln!(out, "export interface {}Methods {{", pascal(resource));
        for operation in operations {
            method(operation, &mut out);
        }
        out.push_str("}\n\n");
    }
    out.push_str("/** The client's properties, one for each resource. */\nexport interface Resources {\n");
    for resource in resources.keys() {
        let _ = writeln!(out, "  readonly {resource}: {}Methods;", pascal(resource));
    }
    out.push_str("}\n\n/** What each operation takes and gives. */\nexport interface Operations {\n");
    for operation in &all {
        let (input, output) = types_of(operation);
        let item = item(operation).map(|item| format!("; item: {item}")).unwrap_or_default();
        let _ = writeln!(out, "  {}: {{ input: {input}; output: {output}{item} }};", operation.names.id);
    }
    out.push_str("}\n\n/** Such as `createPropertyList`. */\nexport type OperationId = keyof Operations;\n\n");
    out.push_str("/** The names that the vendor's documents use. */\nexport interface DocumentedNames {\n");
    for operation in &all {
        if let Some(name) = operation.names.documented {
            let _ = writeln!(out, "  {name}: '{}';", operation.names.id);
        }
    }
    out.push_str("}\n");
    out
}

fn method(operation: &Operation, out: &mut String) {
    let (input, output) = types_of(operation);
    let needed = operation.input.fields.iter().any(|field| field.required())
        || operation.input.unions().any(|(_, required)| required);
    let optional = if needed { "" } else { "?" };
    let _ = writeln!(
        out,
        "  /**\n   * {}\n   *\n   * `{} {}`\n   */",
        operation.names.summary,
        operation.method.name(),
        operation.path
    );
    let name = operation.names.camel_case_method();
    let answer = match item(operation) {
        Some(item) => format!("Paged<{output}, {item}, {input}>"),
        None => format!("Promise<{output}>"),
    };
    let _ = writeln!(out, "  {name}(input{optional}: {input}, options?: types.CallOptions): {answer};");
}

/// The TypeScript type of what a list operation lists.
fn item(operation: &Operation) -> Option<String> {
    let (_, output) = types_of(operation);
    Some(match operation.names.listed()? {
        "" => format!("{output}[number]"),
        _ if output == "types.Json" => "unknown".to_owned(),
        member => format!("NonNullable<{output}['{member}']>[number]"),
    })
}

/// The TypeScript names of an operation's types.
fn types_of(operation: &Operation) -> (String, String) {
    (format!("types.{}", operation.names.input), type_name(operation.names.output))
}

fn type_name(rust: &str) -> String {
    match rust.strip_prefix("Vec<").and_then(|rest| rest.strip_suffix('>')) {
        Some(item) => format!("{}[]", type_name(item)),
        None if rust == "()" => "void".to_owned(),
        None => format!("types.{rust}"),
    }
}

fn pascal(resource: &str) -> String {
    resource[..1].to_ascii_uppercase() + &resource[1..]
}
