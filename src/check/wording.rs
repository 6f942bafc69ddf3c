//! The only place where an issue is worded. Sentences name fields by the API's own names and never repeat a value.

use std::fmt::Write;

use crate::shape::Problem;

use super::issue::Step;

/// How many allowed words a sentence lists.
const MAX_LISTED: usize = 12;

/// The sentence for what is wrong at a path.
pub fn sentence(path: &[Step], problem: &Problem) -> String {
    let place = place(path);
    match problem {
        Problem::Required { when } if when.is_empty() => format!("{place} is required."),
        Problem::Required { when } => format!("{place} is required {when}."),
        Problem::RequiredOneOf { names } => format!("{}{} is required.", inside(path), either(names)),
        Problem::NothingGiven => "Give at least one field to change.".to_owned(),
        Problem::UnknownField { suggestion: Some(known), .. } => {
            format!("{place} is not a field here; did you mean {known}?")
        }
        Problem::UnknownField { closed: true, .. } => format!("{place} is not a field here."),
        Problem::UnknownField { .. } => format!("{place} is not a documented field; it is sent as it is."),
        Problem::WrongType { expected, null: false } => format!("{place} must be {expected}."),
        Problem::WrongType { expected, null: true } => {
            format!("{place} must be {expected}, not null; leave it out to say nothing about it.")
        }
        Problem::TooShort { minimum: 1, what: "character" } => format!("{place} must not be empty."),
        Problem::TooShort { minimum, what } => format!("{place} must have at least {}.", count(*minimum, what)),
        Problem::TooLong { maximum, what } => format!("{place} must have at most {}.", count(*maximum, what)),
        Problem::TooMany { limit, what } => format!("{place} must have at most {} {what}.", grouped(i64::from(*limit))),
        Problem::TooSmall { minimum, above: false } => format!("{place} must be at least {}.", grouped(*minimum)),
        Problem::TooSmall { minimum, above: true } => format!("{place} must be greater than {}.", grouped(*minimum)),
        Problem::TooLarge { maximum } => format!("{place} must be at most {}.", grouped(*maximum)),
        Problem::NotInList { allowed, suggestion } => {
            let did_you_mean = suggestion.map(|word| format!("; did you mean {word}?"));
            format!("{place} must be {}{}", one_of(allowed), did_you_mean.as_deref().unwrap_or("."))
        }
        Problem::BadFormat { expected } => format!("{place} must be {expected}."),
        Problem::WrongVariant { must } | Problem::Conflict { must } => format!("{place} must {must}."),
        Problem::Duplicate { first: None } => format!("{place} is given twice."),
        Problem::Duplicate { first: Some(first) } => {
            let list = path.split_last().map_or(path, |(_, list)| list);
            format!("{place} repeats {}[{first}].", self::place(list))
        }
        Problem::Superseded { newer } => format!("{place} is the older form; the service now calls it {newer}."),
    }
}

/// `packages[0].budget`; the whole input has no name of its own.
fn place(path: &[Step]) -> String {
    let mut place = String::new();
    for step in path {
        match step {
            Step::Key(key) if place.is_empty() => place.push_str(key),
            Step::Key(key) => {
                place.push('.');
                place.push_str(key);
            }
            // Writing to a String cannot fail.
            Step::Index(index) => drop(write!(place, "[{index}]")),
        }
    }
    if place.is_empty() { "The input".to_owned() } else { place }
}

/// "In packages[0]: ", or nothing at the top.
fn inside(path: &[Step]) -> String {
    match path.split_last() {
        Some((_, outer)) if !outer.is_empty() => format!("In {}, ", place(outer)),
        _ => String::new(),
    }
}

fn either(names: &[&str]) -> String {
    if names.len() == 1 { names[0].to_owned() } else { format!("one of {}", listed(names, "or")) }
}

fn one_of(words: &[&str]) -> String {
    match words.len() {
        0..=3 => listed(words, "or"),
        len if len <= MAX_LISTED => format!("one of {}", listed(words, "or")),
        len => format!("one of {} and {} more", words[..MAX_LISTED].join(", "), len - MAX_LISTED),
    }
}

/// "a, b or c".
pub fn listed(words: &[&str], last: &str) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [most @ .., end] => format!("{} {last} {end}", most.join(", ")),
    }
}

/// "1 item", "2,000,000 characters".
fn count(number: u32, what: &str) -> String {
    format!("{} {what}{}", grouped(number.into()), if number == 1 { "" } else { "s" })
}

/// Digits in groups of three.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
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
            (
                Problem::NotInList { allowed: vec!["MCP", "A2A"], suggestion: Some("MCP") },
                "packages[0].budget must be MCP or A2A; did you mean MCP?",
            ),
            (
                Problem::NotInList { allowed: vec!["A", "B", "C", "D"], suggestion: None },
                "packages[0].budget must be one of A, B, C or D.",
            ),
            (
                Problem::UnknownField { suggestion: None, closed: false },
                "packages[0].budget is not a documented field; it is sent as it is.",
            ),
            (Problem::RequiredOneOf { names: &["a", "b"] }, "In packages[0], one of a or b is required."),
        ] {
            assert_eq!(sentence(&path, &problem), expected);
        }
        assert_eq!(
            sentence(&[], &Problem::WrongType { expected: "an object", null: false }),
            "The input must be an object."
        );
        assert_eq!(
            sentence(&[key("domains"), Step::Index(3)], &Problem::Duplicate { first: Some(0) }),
            "domains[3] repeats domains[0]."
        );
    }
}
