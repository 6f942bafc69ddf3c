//! Which character cannot stand in a value, so that people need not look for it. Nothing secret is ever shown: of an address
//! only the host is looked at, not the user name before it.

use super::domain;
use super::kind::Kind;
use super::record::{Problem, Verdict};

/// The verdict on a value with a character that cannot stand in it.
#[inline(never)]
pub(super) fn character(value: &[u8], kind: Kind, meant: Option<Kind>) -> Verdict {
    let text = std::str::from_utf8(value).unwrap_or_default();
    let is_site = matches!(kind, Kind::Domain | Kind::Subdomain);
    if is_site && are_several(text) {
        return Verdict::Invalid { problem: Problem::SeveralValues, meant: None };
    }
    match first(text, kind, is_site) {
        Some(character) => Verdict::Strange { character, meant },
        None => Verdict::Invalid { problem: Problem::Character, meant },
    }
}

/// Whether there is a name with a dot on each side of every space or semicolon.
fn are_several(text: &str) -> bool {
    let mut parts = text.split(|c: char| c.is_whitespace() || c == ';').filter(|part| !part.is_empty()).peekable();
    let is_name = |part: &str| part.bytes().any(|byte| byte == b'.') && part.starts_with(char::is_alphanumeric);
    parts.next().is_some_and(is_name) && parts.peek().is_some() && parts.all(is_name)
}

fn first(text: &str, kind: Kind, is_site: bool) -> Option<char> {
    if is_site {
        let stranger = |c: &char| c.is_ascii() && !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.'));
        return domain::host(text)?.chars().find(stranger);
    }
    if kind.is_newer() {
        return text.chars().find(|c| c.is_control());
    }
    text.chars().find(|c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_character_and_no_secret() {
        for (text, kind, expected) in [
            ("not a domain", Kind::Domain, Some(' ')),
            ("cnn.com|x", Kind::Domain, Some('|')),
            ("https://u:p$1@ex_ample.com/a b", Kind::Domain, Some('_')),
            ("*.a_b.com", Kind::Domain, Some('_')),
            ("a\u{1}b", Kind::VenueId, Some('\u{1}')),
            ("a b", Kind::SamsungAppId, Some(' ')),
        ] {
            let verdict = match expected {
                Some(character) => Verdict::Strange { character, meant: None },
                None => Verdict::Invalid { problem: Problem::Character, meant: None },
            };
            assert_eq!(character(text.as_bytes(), kind, None), verdict, "{text}");
        }
    }

    #[test]
    fn two_names_are_two_values() {
        let several = Verdict::Invalid { problem: Problem::SeveralValues, meant: None };
        for text in ["a.com b.com", "a.com;  b.com", "a.com\tb.com c.org"] {
            assert_eq!(character(text.as_bytes(), Kind::Domain, None), several, "{text}");
        }
        for text in ["exa mple.com", "a.com .", "the site a.com"] {
            assert_ne!(character(text.as_bytes(), Kind::Domain, None), several, "{text}");
        }
    }
}
