//! The name of a UTM parameter.
//!
//! ```text
//! utm-key = 1*100( ALPHA / DIGIT / "_" / "-" )
//! ```
//!
//! Source: `^[a-zA-Z0-9_-]{1,100}$` in the OpenAPI.

use super::{Format, text_format};

text_format! {
    /// The name of a query parameter in the landing page's address, such as `utm_source`.
    UtmKey,
    Format {
        name: "utm-key",
        expected: "1 to 100 letters, digits, _ or -, such as utm_source",
        example: "utm_source",
        accepts: |text| {
            (1..=100).contains(&text.len())
                && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_printed_pattern() {
        let long = "k".repeat(101);
        for (text, ok) in
            [("utm_source", true), ("-", true), ("a b", false), ("utm=", false), ("", false), (long.as_str(), false)]
        {
            assert_eq!(text.parse::<UtmKey>().is_ok(), ok, "{text}");
        }
    }
}
