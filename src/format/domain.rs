//! Domain names.
//!
//! ```text
//! publisher-domain = label *( "." label )                 ; ASCII, lower case
//! domain           = label 1*( "." label )                ; the same with at least one dot, at most 253 characters
//! label            = let-dig [ *( let-dig / "-" ) let-dig ]
//! ```
//!
//! Source: the patterns for publisher and brand domains in the OpenAPI and in AdCP, which know no bound for a label; RFC
//! 1035 bounds it to 63, and a longer label cannot exist.

use super::{Format, labels, text_format};

text_format! {
    /// A domain name in lower case with at least one dot, such as `example.com`; no scheme, no path.
    Domain,
    Format {
        name: "domain",
        expected: "a domain name in lower case such as example.com, without https:// and without a path",
        example: "example.com",
        accepts: |text| text.bytes().any(|b| b == b'.') && is_publisher_domain(text),
    }
}

text_format! {
    /// A domain name in lower case, such as `example.com`; a single label is allowed.
    PublisherDomain,
    Format {
        name: "publisher-domain",
        expected: "a domain name in lower case such as example.com, without https:// and without a path",
        example: "example.com",
        accepts: is_publisher_domain,
    }
}

fn is_publisher_domain(text: &str) -> bool {
    text.len() <= 253 && labels(text.as_bytes()).all(is_label)
}

fn is_label(label: &[u8]) -> bool {
    label.len() <= 63
        && label.iter().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && label.first().is_some_and(|first| *first != b'-')
        && label.last() != Some(&b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_labels() {
        let long = format!("{}.com", "a".repeat(64));
        for (text, ok) in [
            ("example.com", true),
            ("a-b.co.uk", true),
            ("xn--bcher-kva.example", true),
            ("Example.com", false),
            ("example", false),
            ("example.com.", false),
            (".com", false),
            ("-a.com", false),
            ("a-.com", false),
            ("a_b.com", false),
            ("https://a.com", false),
            ("a.com/x", false),
            ("bücher.de", false),
            (long.as_str(), false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Domain>().is_ok(), ok, "{text}");
        }
        assert!("example".parse::<PublisherDomain>().is_ok());
    }
}
