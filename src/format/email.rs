//! An e-mail address.
//!
//! ```text
//! email  = local "@" 1*( let-dig *( let-dig / "-" ) "." ) 2*ALPHA
//! local  = *( word / "." ) ( word without "'" ) ; no dot at the beginning, no two dots in a row, no dot at the end
//! word   = let-dig / "_" / "'" / "+" / "-"
//! ```
//!
//! Source: Zod's e-mail pattern, which the service prints. It uses look-ahead; this is the same by hand.

use super::{Format, labels, split_at_last, text_format};

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
    let Some((local, domain)) = split_at_last(text.as_bytes(), b'@') else { return false };
    let Some((hosts, last)) = split_at_last(domain, b'.') else { return false };
    is_local(local) && labels(hosts).all(is_host) && last.len() >= 2 && last.iter().all(u8::is_ascii_alphabetic)
}

fn is_local(local: &[u8]) -> bool {
    let allowed = |b: &u8| b.is_ascii_alphanumeric() || b"_'+-.".contains(b);
    local.iter().all(allowed)
        && local.first() != Some(&b'.')
        && !local.windows(2).any(|pair| pair == b"..")
        && local.last().is_some_and(|last| !matches!(last, b'.' | b'\''))
}

fn is_host(host: &[u8]) -> bool {
    host.first().is_some_and(u8::is_ascii_alphanumeric) && host.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')
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
