//! The only place where an issue is worded. Sentences name fields by the API's own names and never repeat a value.
//!
//! Sentences are filled-in templates; `format!` would bring the formatting machinery into the wasm.

use crate::json::write_number;
use crate::shape::{Problem, pieces};

use super::issue::Step;

/// How many allowed words a sentence lists.
const MAX_LISTED: usize = 12;

/// The sentence for what is wrong at a path.
pub fn sentence(path: &[Step], problem: &Problem) -> String {
    let nothing = String::new;
    let (template, detail) = match problem {
        Problem::Required { when } if when.is_empty() => ("{place} is required.", nothing()),
        Problem::Required { when } => ("{place} is required {}.", text(when)),
        Problem::RequiredOneOf { names } => {
            let template =
                if path.len() > 1 { "In {object}, one of {} is required." } else { "One of {} is required." };
            (template, listed(names, "or"))
        }
        Problem::NothingGiven => ("Give at least one field to change.", nothing()),
        Problem::UnknownField { suggestion: Some(known), .. } => {
            ("{place} is not a field here; did you mean {}?", text(known))
        }
        Problem::UnknownField { closed: true, .. } => ("{place} is not a field here.", nothing()),
        Problem::UnknownField { .. } => ("{place} is not a documented field; it is sent as it is.", nothing()),
        Problem::WrongType { expected, null: true } if !path.is_empty() => {
            ("{place} must be {}, not null; leave it out to say nothing about it.", text(expected))
        }
        Problem::WrongType { expected, .. } => ("{place} must be {}.", text(expected)),
        Problem::TooShort { minimum: 1, what: "character" } => ("{place} must not be empty.", nothing()),
        Problem::TooShort { minimum, what } => ("{place} must have at least {}.", counted(*minimum, what)),
        Problem::TooLong { maximum: most, what } | Problem::TooMany { limit: most, what } => {
            ("{place} must have at most {}.", counted(*most, what))
        }
        Problem::TooSmall { minimum, above: false } => ("{place} must be at least {}.", grouped(*minimum)),
        Problem::TooSmall { minimum, above: true } => ("{place} must be greater than {}.", grouped(*minimum)),
        Problem::TooLarge { maximum } => ("{place} must be at most {}.", grouped(*maximum)),
        Problem::NotInList { allowed, suggestion: None } => ("{place} must be {}.", one_of(allowed)),
        Problem::NotInList { allowed, suggestion: Some(word) } => {
            ("{place} must be {}?", [&one_of(allowed), "; did you mean ", word].concat())
        }
        Problem::BadFormat { expected } => ("{place} must be {}.", text(expected)),
        Problem::WrongVariant { must } | Problem::Conflict { must } => ("{place} must {}.", text(must)),
        Problem::Duplicate { first: None } => ("{place} is given twice.", nothing()),
        Problem::Duplicate { first: Some(first) } => ("{place} repeats {object}[{}].", grouped(*first as i64)),
        Problem::Beyond { maximum, what } => (
            "{place} goes beyond {}, the most that the older documents allow; the service may refuse it.",
            counted(*maximum, what),
        ),
        Problem::Superseded { newer } => ("{place} is the older form; the service now calls it {}.", text(newer)),
    };
    fill(template, path, &detail)
}

fn text(text: &str) -> String {
    text.to_owned()
}

/// Fills in a template: `{place}` is where the value is, `{object}` what holds it, `{}` the detail.
fn fill(template: &'static str, path: &[Step], detail: &str) -> String {
    let mut sentence = String::new();
    for (piece, braces) in pieces(template) {
        match piece {
            "place" if braces => push_place(&mut sentence, path),
            "object" if braces => push_place(&mut sentence, path.split_last().map_or(path, |(_, object)| object)),
            _ => sentence.push_str(if braces { detail } else { piece }),
        }
    }
    sentence
}

/// `packages[0].budget`; the whole input has no name of its own.
fn push_place(out: &mut String, path: &[Step]) {
    for (index, step) in path.iter().enumerate() {
        match step {
            Step::Key(key) => {
                if index > 0 {
                    out.push('.');
                }
                out.push_str(key);
            }
            Step::Index(index) => {
                out.push('[');
                write_number(out, (*index).into());
                out.push(']');
            }
        }
    }
    if path.is_empty() {
        out.push_str("The input");
    }
}

fn one_of(words: &[&str]) -> String {
    match words.get(..MAX_LISTED) {
        Some(first) if words.len() > MAX_LISTED => {
            ["one of ", &joined(first), " and ", &grouped((words.len() - MAX_LISTED) as i64), " more"].concat()
        }
        _ if words.len() > 3 => ["one of ", &listed(words, "or")].concat(),
        _ => listed(words, "or"),
    }
}

/// "a, b or c".
pub fn listed(words: &[&str], last: &str) -> String {
    match words {
        [most @ .., end] if !most.is_empty() => [&joined(most), " ", last, " ", end].concat(),
        _ => joined(words),
    }
}

/// "a, b, c".
fn joined(words: &[&str]) -> String {
    let mut out = String::new();
    for word in words {
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(word);
    }
    out
}

/// "1 item", "2 items", and without items the number alone.
fn counted(number: u32, what: &str) -> String {
    let number_alone = grouped(number.into());
    match what {
        "" => number_alone,
        _ if number == 1 || what.ends_with('s') => [&number_alone, " ", what].concat(),
        _ => [&number_alone, " ", what, "s"].concat(),
    }
}

/// Digits in groups of three.
fn grouped(number: i64) -> String {
    let mut digits = String::new();
    write_number(&mut digits, number.unsigned_abs());
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: &str) -> Step {
        Step::Key(key.to_owned())
    }

    #[test]
    fn reads_aloud() {
        let path = [key("packages"), Step::Index(0), key("budget")];
        for (problem, expected) in [
            (Problem::Required { when: "".into() }, "packages[0].budget is required."),
            (Problem::TooShort { minimum: 1, what: "character" }, "packages[0].budget must not be empty."),
            (
                Problem::TooLong { maximum: 2_000_000, what: "character" },
                "packages[0].budget must have at most 2,000,000 characters.",
            ),
            (Problem::TooShort { minimum: 1, what: "item" }, "packages[0].budget must have at least 1 item."),
            (Problem::TooSmall { minimum: 0, above: true }, "packages[0].budget must be greater than 0."),
            (Problem::TooSmall { minimum: -1_000, above: false }, "packages[0].budget must be at least -1,000."),
            (
                Problem::NotInList { allowed: vec!["MCP", "A2A"], suggestion: Some("MCP") },
                "packages[0].budget must be MCP or A2A; did you mean MCP?",
            ),
            (
                Problem::NotInList { allowed: vec!["A", "B", "C", "D"], suggestion: None },
                "packages[0].budget must be one of A, B, C or D.",
            ),
            (
                Problem::NotInList { allowed: vec!["A"; 14], suggestion: None },
                "packages[0].budget must be one of A, A, A, A, A, A, A, A, A, A, A, A and 2 more.",
            ),
            (
                Problem::UnknownField { suggestion: None, closed: false },
                "packages[0].budget is not a documented field; it is sent as it is.",
            ),
            (
                Problem::Beyond { maximum: 10_000, what: "item" },
                "packages[0].budget goes beyond 10,000 items, the most that the older documents allow; the service may \
                 refuse it.",
            ),
            (
                Problem::Superseded { newer: "storefrontId" },
                "packages[0].budget is the older form; the service now calls it storefrontId.",
            ),
            (Problem::RequiredOneOf { names: &["a", "b"] }, "In packages[0], one of a or b is required."),
        ] {
            assert_eq!(sentence(&path, &problem), expected);
        }
        assert_eq!(
            sentence(&[], &Problem::WrongType { expected: "an object".into(), null: false }),
            "The input must be an object."
        );
        assert_eq!(
            sentence(&[key("domains"), Step::Index(3)], &Problem::Duplicate { first: Some(0) }),
            "domains[3] repeats domains[0]."
        );
    }
}
