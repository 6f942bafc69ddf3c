//! An e-mail address.
//!
//! ```text
//! email  = local "@" 1*( let-dig *( let-dig / "-" ) "." ) 2*ALPHA
//! local  = *( word / "." ) ( word without "'" ) ; no dot at the beginning, no two dots in a row, no dot at the end
//! word   = let-dig / "_" / "'" / "+" / "-"
//! ```
//!
//! Source: Zod's e-mail pattern, which the service prints. It uses look-ahead; this is the same by hand.

use super::{Format, text_format};

text_format! {
    /// An e-mail address, such as `sales@example.com`.
    Email,
    Format {
        name: "email",
        expected: "an e-mail address such as sales@example.com",
        example: "sales@example.com",
        accepts,
    }
}

fn accepts(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let Some((hosts, last)) = domain.rsplit_once('.') else { return false };
    is_local(local) && hosts.split('.').all(is_host) && last.len() >= 2 && last.bytes().all(|b| b.is_ascii_alphabetic())
}

fn is_local(local: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"_'+-.".contains(&b);
    local.bytes().all(allowed)
        && !local.starts_with('.')
        && !local.as_bytes().windows(2).any(|pair| pair == b"..")
        && local.bytes().next_back().is_some_and(|last| last != b'.' && last != b'\'')
}

fn is_host(host: &str) -> bool {
    host.bytes().next().is_some_and(|first| first.is_ascii_alphanumeric())
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_printed_pattern() {
        for (text, ok) in [
            ("a@b.co", true),
            ("first.last+tag@sub.example.com", true),
            ("o'neil@example.com", true),
            ("_@example.com", true),
            (".a@example.com", false),
            ("a..b@example.com", false),
            ("a.@example.com", false),
            ("a'@example.com", false),
            ("a@example", false),
            ("a@-example.com", false),
            ("a@example.c", false),
            ("a@example.c0m", false),
            ("a b@example.com", false),
            ("@example.com", false),
            ("ü@example.com", false),
            ("a@b@example.com", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Email>().is_ok(), ok, "{text}");
        }
    }
}
