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

use super::{Format, text_format};

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
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    is_host_and_port(host_and_port) && rest.chars().all(is_character)
}

/// What follows `https://` or `http://`.
pub(super) fn strip_scheme(text: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    })
}

fn is_character(c: char) -> bool {
    !(c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}'))
}

fn is_host_and_port(text: &str) -> bool {
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (text, ""),
    };
    let bracketed = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let is_host = match bracketed {
        Some(address) => is_ipv6(address),
        None => host.strip_suffix('.').unwrap_or(host).split('.').all(is_label),
    };
    let is_port = port.is_empty() || port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok();
    is_host && is_port
}

/// Enough to tell an address from something else; the standard library's parser would cost a kilobyte and a half.
fn is_ipv6(address: &str) -> bool {
    let groups = address.split(':').count();
    address.bytes().all(|b| b.is_ascii_hexdigit() || b == b':' || b == b'.') && (3..=9).contains(&groups)
}

fn is_label(label: &str) -> bool {
    !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii())
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
