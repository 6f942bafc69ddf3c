//! A domain in a property list, as people write it.
//!
//! ```text
//! entry  = *WSP [ ( "http" / "https" ) "://" ] [ userinfo "@" ] host [ "." ] [ ":" *DIGIT ] [ ( "/" / "?" / "#" ) *any ] *WSP
//! host   = 1*( label "." ) last         ; at most 253 characters
//! label  = 1*63( ALPHA / DIGIT / "-" / non-ascii )      ; "-" not at the ends
//! last   = label                        ; not digits only: that would be an address
//! ```
//!
//! Source: what the registry makes of a domain (`normalizeDomain` of `adcontextprotocol/adcp`): it trims, strips the
//! scheme, the path and one dot at the end, lower-cases, and strips `www.` or `m.`. What it repairs is no mistake here.
//! A name in another script passes, whether or not it can be encoded; so do a port and user information, which make an
//! entry match nothing but hide a domain that is meant. The labels are those of RFC 1123.

use super::url::strip_scheme;
use super::{Format, text_format};

text_format! {
    /// A website's domain, such as `nytimes.com`. The service strips `https://`, a path, and `www.` or `m.`.
    PropertyDomain,
    Format {
        name: "property-domain",
        expected: "a website's domain such as nytimes.com",
        example: "nytimes.com",
        accepts: is_domain,
    }
}

/// A domain, or all subdomains of one.
pub static DOMAIN_OR_WILDCARD: Format = Format {
    name: "property-domain-or-wildcard",
    expected: "a website's domain such as nytimes.com, or *.nytimes.com for its subdomains",
    example: "*.nytimes.com",
    accepts: |text| is_domain(text) || trimmed(text).strip_prefix("*.").is_some_and(is_host),
};

/// Exactly one host.
pub static SUBDOMAIN: Format = Format {
    name: "property-subdomain",
    expected: "a single host such as news.example.com",
    example: "news.example.com",
    accepts: is_domain,
};

/// Without the white space around it, as the service reads an entry.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

/// Most entries are hosts already.
fn is_domain(text: &str) -> bool {
    is_host(text) || is_host(host_of(trimmed(text)))
}

fn host_of(entry: &str) -> &str {
    let rest = strip_scheme(entry).unwrap_or(entry);
    let end = rest.bytes().position(|b| matches!(b, b'/' | b'?' | b'#'));
    let authority = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = match host_and_port.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => host_and_port,
    };
    host.strip_suffix('.').unwrap_or(host)
}

/// One pass over the bytes: lists have 100,000 entries.
fn is_host(host: &str) -> bool {
    let (mut length, mut digits_only, mut hyphen, mut dots, mut ascii) = (0, true, false, 0, true);
    for b in host.bytes() {
        match b {
            b'.' if !(1..=MAX_LABEL).contains(&length) || hyphen => return false,
            b'.' => {
                (length, digits_only) = (0, true);
                dots += 1;
            }
            b'-' if length == 0 => return false,
            b'-' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                length += 1;
                digits_only &= b.is_ascii_digit();
            }
            _ if b.is_ascii() => return false,
            _ => {
                // Characters are counted, not bytes; what they are encoded as has at least as many.
                length += usize::from(b & 0b1100_0000 != 0b1000_0000);
                (digits_only, ascii) = (false, false);
            }
        }
        hyphen = b == b'-';
    }
    // Other scripts have dots of their own.
    let has_dot = dots > 0 || !ascii;
    let ends_well = (1..=MAX_LABEL).contains(&length) && !hyphen && !digits_only;
    has_dot && ends_well && host.len() <= 253 && (ascii || !host.contains(char::is_whitespace))
}

const MAX_LABEL: usize = 63;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_what_the_service_repairs_and_refuses_what_is_no_domain() {
        let (long, longest) = (format!("{}.com", "a".repeat(64)), format!("{}.com", "a".repeat(63)));
        let endless = "abcd.".repeat(51);
        for (text, ok) in [
            ("nytimes.com", true),
            ("NYTimes.com", true),
            ("www.cnn.com", true),
            ("m.me", true),
            ("https://www.example.com/", true),
            ("HTTP://example.com/a?b#c", true),
            ("example.com/path", true),
            ("example.com?x", true),
            ("example.com.", true),
            (" example.com\n", true),
            ("\u{feff}example.com", true),
            ("example.com:8080", true),
            ("user:pass@example.com", true),
            ("bbc.co.uk", true),
            ("xn--bcher-kva.example", true),
            ("bücher.de", true),
            ("例え。jp", true),
            (longest.as_str(), true),
            ("", false),
            (" ", false),
            ("https://", false),
            ("https:///path", false),
            ("localhost", false),
            ("www.", false),
            ("example.com..", false),
            ("example..com", false),
            (".com", false),
            ("-a.com", false),
            ("a-.com", false),
            ("ex_ample.com", false),
            ("exa mple.com", false),
            ("bü cher.de", false),
            ("192.168.0.1", false),
            ("1.2.3", false),
            ("[::1]", false),
            ("*.example.com", false),
            ("ftp://example.com", false),
            ("example.com:http", false),
            ("nytimes.com, cnn.com", false),
            (long.as_str(), false),
            (endless.as_str(), false),
        ] {
            assert_eq!(text.parse::<PropertyDomain>().is_ok(), ok, "{text}");
        }
    }

    #[test]
    fn knows_what_stands_for_all_subdomains() {
        for (text, ok) in [
            ("*.example.com", true),
            (" *.example.com ", true),
            ("example.com", true),
            ("*.com", false),
            ("*example.com", false),
            ("a.*.example.com", false),
            ("*.*.example.com", false),
        ] {
            assert_eq!((DOMAIN_OR_WILDCARD.accepts)(text), ok, "{text}");
        }
    }
}
