//! Where the service answers: an origin, or a path on the page's own origin behind which a proxy stands.
//!
//! ```text
//! base-url = "" / "/" *path / "https://" host *path / "http://" local-host *path   ; no user name, query or fragment
//! ```
//!
//! Source: our own rule. Credentials travel with every call, so nothing but `https:` will do, except on the machine itself.

use super::{Format, split_at_last, text_format, until};

text_format! {
    /// Where the service answers: an `https://` address, or a path such as `/interchange` on the page's own origin.
    BaseUrl,
    Format {
        name: "base-url",
        expected: "an https:// address or a path such as /interchange on your own origin, without a user name, a query or a \
                   fragment; http:// is for localhost only",
        example: "https://api.interchange.io",
        accepts,
    }
}

fn accepts(text: &str) -> bool {
    if text.chars().any(|c| matches!(c, '?' | '#' | '\\') || c.is_whitespace() || c.is_control()) {
        return false;
    }
    let is_path = text.is_empty() || text.starts_with('/') && !text.starts_with("//");
    let (secure, open) = (after(text, "https://"), after(text, "http://"));
    let authority = secure.or(open).map(|rest| until(rest, |b| b == b'/')).unwrap_or_default();
    let is_address = !authority.is_empty() && authority.bytes().all(|b| b != b'@');
    is_path || is_address && (secure.is_some() || is_local(authority))
}

/// What follows a scheme, however it is capitalized.
fn after<'t>(text: &'t str, scheme: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

/// Whether an authority names this machine (RFC 6761 for names below `localhost`).
fn is_local(authority: &str) -> bool {
    let host = match split_at_last(authority.as_bytes(), b':') {
        Some((host, port)) if port.iter().all(u8::is_ascii_digit) => host,
        _ => authority.as_bytes(),
    };
    host.eq_ignore_ascii_case(b"localhost") || host.ends_with(b".localhost") || host == b"127.0.0.1" || host == b"[::1]"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_secure_and_own_places() {
        for text in [
            "https://api.interchange.io/",
            "HTTPS://example.com/proxy//",
            "http://localhost:8787",
            "http://127.0.0.1:1/x",
            "http://[::1]:3000",
            "",
            "/",
            "/interchange",
        ] {
            assert!(text.parse::<BaseUrl>().is_ok(), "{text}");
        }
    }

    #[test]
    fn refuses_what_would_carry_a_token_in_the_open() {
        for text in [
            "http://api.interchange.io",
            "ftp://example.com",
            "//example.com",
            "example.com",
            "interchange",
            "https://",
            "https:///x",
            "https://user:pass@example.com",
            "https://example.com?x",
            "https://exa mple.com",
            "http://localhost.evil.example",
            "http://127.0.0.1.evil.example",
            "javascript:alert(1)",
            "http://localhost:80@evil.example",
        ] {
            assert!(text.parse::<BaseUrl>().is_err(), "{text}");
        }
    }
}
