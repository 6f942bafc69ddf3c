//! Renders the API reference: a Markdown page for each resource, from the tables. It cannot drift.

use std::collections::BTreeMap;
use std::fmt::Write;

use interchange_web::api;
use interchange_web::describe::{self, FieldInfo};
use interchange_web::shape::{Operation, Repeat};

const WRITTEN: &str = "<!-- Written from the Rust declarations; see the crate `interchange-web`. -->\n\n";

/// The pages, by file name.
pub fn pages() -> BTreeMap<String, String> {
    let mut resources: BTreeMap<&str, Vec<&'static Operation>> = BTreeMap::new();
    for row in api::all() {
        resources.entry(row.names.resource).or_default().push(row);
    }
    let mut pages: BTreeMap<_, _> =
        resources.iter().map(|(name, rows)| (format!("{name}.md"), page(name, rows))).collect();
    pages.insert("README.md".to_owned(), index(&resources));
    pages
}

fn index(resources: &BTreeMap<&str, Vec<&'static Operation>>) -> String {
    let mut out = format!("{WRITTEN}# API reference\n\n");
    for (name, rows) in resources {
        let methods: Vec<_> = rows.iter().map(|row| format!("`{}`", row.names.camel_case_method())).collect();
        let _ = writeln!(out, "- [{name}]({name}.md): {}", methods.join(", "));
    }
    out
}

fn page(resource: &str, rows: &[&'static Operation]) -> String {
    let mut out = format!("{WRITTEN}# {resource}\n\n[All resources](README.md)\n\n");
    for row in rows {
        section(row, &mut out);
    }
    out
}

fn section(row: &'static Operation, out: &mut String) {
    let names = row.names;
    let _ = writeln!(out, "## {}.{}\n\n{}\n", names.resource, names.camel_case_method(), names.summary);
    let documented = names.documented.map(|name| format!(", documented as `{name}`")).unwrap_or_default();
    let _ =
        writeln!(out, "`{} {}`, id `{}`{documented}. {}\n", row.method.name(), row.path, names.id, repeat(row.repeat));
    let _ = writeln!(out, "Takes `{}`, answers {}.\n", names.input, output(names.output));
    let mut fields = String::new();
    for field in describe::fields(row) {
        line(&field, "", &mut fields);
    }
    if !fields.is_empty() {
        let _ = writeln!(out, "| field | | what it takes | about |\n|---|---|---|---|\n{fields}");
    }
    let rules = describe::rules(row);
    for rule in &rules {
        let place = if rule.path.is_empty() { String::new() } else { format!("`{}`: ", rule.path) };
        let _ = writeln!(out, "- {place}{}", rule.says);
    }
    out.push_str(if rules.is_empty() { "" } else { "\n" });
    let example = serde_json::to_string_pretty(&describe::samples::least_input(row)).unwrap_or_default();
    let _ =
        writeln!(out, "```js\nawait interchange.{}.{}({example});\n```\n", names.resource, names.camel_case_method());
}

fn repeat(repeat: Repeat) -> &'static str {
    match repeat {
        Repeat::Safe => "It changes nothing.",
        Repeat::Idempotent => "Twice has the effect of once.",
        Repeat::Once => "Twice may have twice the effect.",
    }
}

fn output(name: &str) -> String {
    match name.strip_prefix("Vec<").and_then(|name| name.strip_suffix('>')) {
        Some(item) => format!("a list of `{item}`"),
        None if name == "()" => "nothing".to_owned(),
        None => format!("`{name}`"),
    }
}

/// A row of the table, and the rows of the fields inside.
fn line(field: &FieldInfo, path: &str, out: &mut String) {
    let name = if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
    let mut marks = vec![if field.required { "required" } else { "" }];
    marks.extend(field.r#in.filter(|place| *place != "body"));
    marks.extend(field.secret.then_some("secret"));
    marks.extend(field.nullable.then_some("or null"));
    marks.retain(|mark| !mark.is_empty());
    let mut about = field.doc.to_owned();
    if let Some(when) = &field.when {
        let _ = write!(about, " (when `{}` is {})", when.field, when.is.join(" or "));
    }
    if let Some(default) = field.default {
        let _ = write!(about, " (default {default})");
    }
    let _ =
        writeln!(out, "| `{name}` | {} | {} | {} |", marks.join(", "), takes(field), about.trim().replace('|', "\\|"));
    inside(field, &name, out);
}

fn inside(field: &FieldInfo, path: &str, out: &mut String) {
    for inner in field.fields.iter().flatten() {
        line(inner, path, out);
    }
    if let Some(item) = &field.item {
        inside(item, &format!("{path}{}", if field.kind == "list" { "[]" } else { ".*" }), out);
    }
}

/// What a field takes, with its bounds.
fn takes(field: &FieldInfo) -> String {
    let mut out = match (&field.allowed, &field.item) {
        (Some(words), _) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" "),
        (None, Some(item)) => format!("{} of {}", field.kind, takes(item)),
        (None, None) => field.format.unwrap_or(field.kind).to_owned(),
    };
    let lengths = bounds(field.min_length.map(i64::from), field.max_length.map(i64::from));
    let numbers = bounds(field.minimum, field.maximum);
    if let Some(lengths) = lengths {
        let _ = write!(out, ", {lengths} {}", if field.kind == "list" { "items" } else { "long" });
    }
    if let Some(numbers) = numbers {
        let _ = write!(out, ", {}{numbers}", if field.above { "above " } else { "" });
    }
    out
}

fn bounds(least: Option<i64>, most: Option<i64>) -> Option<String> {
    match (least, most) {
        (Some(least), Some(most)) => Some(format!("{least} to {most}")),
        (Some(least), None) => Some(format!("from {least}")),
        (None, Some(most)) => Some(format!("up to {most}")),
        (None, None) => None,
    }
}
