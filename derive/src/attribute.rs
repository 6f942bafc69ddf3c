//! Reads the `#[serde(..)]` and `#[shape(..)]` attributes that decide a shape.

use syn::meta::ParseNestedMeta;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, Result, Token};

use crate::case::Case;

/// What serde is told about a type, a variant or a field.
pub struct Serde {
    pub rename: Option<String>,
    pub rename_all: Case,
    pub tag: Option<String>,
    pub content: Option<String>,
    pub untagged: bool,
    pub flatten: bool,
}

impl Serde {
    pub fn read(attributes: &[Attribute]) -> Result<Self> {
        let mut serde = Self {
            rename: None,
            rename_all: Case::AsWritten,
            tag: None,
            content: None,
            untagged: false,
            flatten: false,
        };
        for_each(attributes, "serde", |meta| serde.take(meta))?;
        Ok(serde)
    }

    fn take(&mut self, meta: &ParseNestedMeta) -> Result<()> {
        let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
        match name.as_str() {
            "rename" => self.rename = Some(text(meta)?.value()),
            "rename_all" => self.rename_all = Case::parse(&text(meta)?)?,
            "tag" => self.tag = Some(text(meta)?.value()),
            "content" => self.content = Some(text(meta)?.value()),
            "untagged" => self.untagged = true,
            "flatten" => self.flatten = true,
            // `default`, `skip_serializing_if`, `with` ...: nothing that changes a name or a place.
            _ if meta.input.peek(Token![=]) => drop(meta.value()?.parse::<Expr>()?),
            _ => {}
        }
        Ok(())
    }
}

/// What `#[shape(..)]` says on a field or a type.
#[derive(Default)]
pub struct Shape {
    pub bounds: Vec<Bound>,
    pub each: Vec<Bound>,
    pub rules: Vec<Expr>,
    pub closed: bool,
    pub query: bool,
    pub joined: bool,
    pub secret: bool,
    pub bulk: bool,
    pub default: Option<LitStr>,
}

/// `length`, `range`, `items` or `above`, with its expression: a method of `Kind` of the same name takes it.
pub struct Bound {
    pub method: syn::Ident,
    pub value: Expr,
}

impl Shape {
    pub fn read(attributes: &[Attribute]) -> Result<Self> {
        let mut shape = Self::default();
        for_each(attributes, "shape", |meta| shape.take(meta))?;
        Ok(shape)
    }

    fn take(&mut self, meta: &ParseNestedMeta) -> Result<()> {
        let name = meta.path.require_ident()?.clone();
        match name.to_string().as_str() {
            "length" | "range" | "items" | "above" => {
                self.bounds.push(Bound { method: name, value: meta.value()?.parse()? });
            }
            "each" => meta.parse_nested_meta(|inner| {
                let method = inner.path.require_ident()?.clone();
                self.each.push(Bound { method, value: inner.value()?.parse()? });
                Ok(())
            })?,
            "rule" => self.rules.push(meta.value()?.parse()?),
            "closed" => self.closed = true,
            "query" => self.query = true,
            "joined" => self.joined = true,
            "secret" => self.secret = true,
            "bulk" => self.bulk = true,
            "default" => self.default = Some(text(meta)?),
            _ => return Err(meta.error("Shape does not know this attribute")),
        }
        Ok(())
    }
}

/// The doc comment up to its first full stop or semicolon: what a person who fills in a form wants to know. Bounds stand
/// behind the semicolon; a form has them from the table.
pub fn line(attributes: &[Attribute]) -> String {
    let text: Vec<_> = attributes.iter().filter_map(doc_line).map(|line| line.trim().to_owned()).collect();
    let text = text.join(" ");
    text[..sentence_end(&text)].trim().to_owned()
}

/// A full stop ends a sentence when white space or nothing follows: `example.com` does not.
fn sentence_end(text: &str) -> usize {
    let stop = |&(at, c): &(usize, char)| match c {
        ';' => true,
        '.' => text[at + 1..].chars().next().is_none_or(char::is_whitespace),
        _ => false,
    };
    text.char_indices().find(stop).map_or(text.len(), |(at, _)| at)
}

fn doc_line(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(line), .. }) => Some(line.value()),
            _ => None,
        },
        _ => None,
    }
}

fn for_each(attributes: &[Attribute], name: &str, mut take: impl FnMut(&ParseNestedMeta) -> Result<()>) -> Result<()> {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        attribute.parse_nested_meta(|meta| take(&meta))?;
    }
    Ok(())
}

fn text(meta: &ParseNestedMeta) -> Result<LitStr> {
    meta.value()?.parse()
}
