//! The spellings of serde's `rename_all` that the API needs.

use syn::{Error, LitStr, Result};

#[derive(Clone, Copy)]
pub enum Case {
    AsWritten,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    Lower,
}

impl Case {
    pub fn parse(literal: &LitStr) -> Result<Self> {
        Ok(match literal.value().as_str() {
            "camelCase" => Self::Camel,
            "snake_case" => Self::Snake,
            "SCREAMING_SNAKE_CASE" => Self::ScreamingSnake,
            "kebab-case" => Self::Kebab,
            "lowercase" => Self::Lower,
            _ => return Err(Error::new(literal.span(), "Shape does not know this spelling")),
        })
    }

    /// A field, written `snake_case` in Rust.
    pub fn field(self, name: &str) -> String {
        match self {
            Self::Camel => camel(name),
            _ => name.to_owned(),
        }
    }

    /// A variant, written `PascalCase` in Rust.
    pub fn variant(self, name: &str) -> String {
        match self {
            Self::AsWritten => name.to_owned(),
            Self::Camel => name[..1].to_ascii_lowercase() + &name[1..],
            Self::Snake => snake(name),
            Self::ScreamingSnake => snake(name).to_ascii_uppercase(),
            Self::Kebab => snake(name).replace('_', "-"),
            Self::Lower => name.to_ascii_lowercase(),
        }
    }
}

fn camel(name: &str) -> String {
    let mut upper = false;
    let mut out = String::new();
    for c in name.chars() {
        match c {
            '_' => upper = true,
            c if upper => {
                out.push(c.to_ascii_uppercase());
                upper = false;
            }
            c => out.push(c),
        }
    }
    out
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for (index, c) in name.char_indices() {
        if index > 0 && c.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
