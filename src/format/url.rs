//! A web address.
//!
//! ```text
//! http-url  = ( "http" / "https" ) "://" [ userinfo "@" ] host [ ":" port ] [ ( "/" / "?" / "#" ) *character ]
//! host      = label *( "." label ) [ "." ] / "[" 1*( HEXDIG / ":" / "." ) "]"
//! label     = 1*( letter / DIGIT / "-" / "_" ) ; any letter that is not ASCII as well
//! port      = *DIGIT                           ; at most 65535
//! character = anything but white space, control characters and " < > \ ^ ` { | }
//! ```
//!
//! Source: `format: uri` in the OpenAPI, "Agent endpoint URL" in the seeds; RFC 3986 for the characters. The browser's
//! `new URL` would not do as a check: it removes tabs, repairs backslashes and fills in what is missing, while the
//! service receives the text as it was given.

use super::{Format, labels, split_at_last, text_format, until};

text_format! {
    /// A web address that begins with `http://` or `https://`.
    HttpUrl,
    Format {
        name: "uri",
        expected: "a complete web address that begins with https:// or http://",
        example: "https://agent.example.com/mcp",
        accepts,
    }
}

fn accepts(text: &str) -> bool {
    let Some(rest) = strip_scheme(text) else { return false };
    let authority = until(rest, |b| matches!(b, b'/' | b'?' | b'#')).as_bytes();
    let host_and_port = split_at_last(authority, b'@').map_or(authority, |(_, host)| host);
    is_host_and_port(host_and_port)
        && (rest.bytes().fold(true, |all, b| all & is_plain(b)) || rest.chars().all(is_character))
}

/// What follows `https://` or `http://`.
pub(super) fn strip_scheme(text: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    })
}

/// Most addresses hold nothing but these; a table, since long lists ask it of each byte.
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut b = 0;
    while b < 128 {
        let byte = b as u8;
        plain[b] = byte.is_ascii_alphanumeric()
            || matches!(byte, b'!' | b'#'..=b'/' | b':' | b';' | b'=' | b'?' | b'@' | b'_' | b'~' | b'[' | b']');
        b += 1;
    }
    plain
};

fn is_plain(b: u8) -> bool {
    PLAIN[usize::from(b)]
}

fn is_character(c: char) -> bool {
    !(c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}'))
}

fn is_host_and_port(text: &[u8]) -> bool {
    let (host, port) = match split_at_last(text, b':') {
        Some((host, port)) if port.last() != Some(&b']') => (host, port),
        _ => (text, &[][..]),
    };
    let is_host = match host {
        [b'[', address @ .., b']'] => is_ipv6(address),
        [host @ .., b'.'] | host => labels(host).all(is_label),
    };
    is_host && is_port(port)
}

/// Nothing, or a number up to 65,535.
fn is_port(digits: &[u8]) -> bool {
    let number = digits.iter().fold(0u32, |number, b| number.saturating_mul(10).saturating_add(u32::from(b & 15)));
    digits.iter().all(u8::is_ascii_digit) && number <= 0xffff
}

/// Enough to tell an address from something else; the standard library's parser would cost a kilobyte and a half.
fn is_ipv6(address: &[u8]) -> bool {
    let colons = address.iter().filter(|b| **b == b':').count();
    address.iter().all(|b| b.is_ascii_hexdigit() || matches!(b, b':' | b'.')) && (2..=8).contains(&colons)
}

fn is_label(label: &[u8]) -> bool {
    !label.is_empty() && label.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_') || !b.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_addresses() {
        for text in [
            "https://agent.example.com/mcp",
            "http://localhost:8080",
            "HTTPS://EXAMPLE.com",
            "https://münchen.example/ü?q=ü#x",
            "https://[2001:db8::1]:443/",
            "https://10.0.0.1/",
            "https://example.com.",
            "https://example.com?x",
            "https://example.com:/",
            "https://user:pass@example.com/",
            "https://a_b.example.com/",
        ] {
            assert!(text.parse::<HttpUrl>().is_ok(), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_address() {
        for text in [
            "",
            "example.com",
            "https://",
            "https:///path",
            "ftp://example.com",
            "https:/example.com",
            "//example.com",
            "https://exa mple.com",
            "https://example.com/a b",
            "https://example..com",
            "https://example.com:99999",
            "https://example.com:http",
            "https://[::1",
            "https://[zz]/",
            "https://?q",
            "javascript://example.com/%0aalert(1)",
            "https://example.com/\n",
            " https://example.com",
            "https://example.com/{id}",
            "https:\\\\example.com",
        ] {
            assert!(text.parse::<HttpUrl>().is_err(), "{text}");
        }
    }
}
