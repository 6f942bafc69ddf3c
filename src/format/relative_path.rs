//! A path inside the managed source's own pages.
//!
//! ```text
//! relative-path = *( character )   ; no scheme, no host, no segment ".."
//! ```
//!
//! Source: the launch task, "no scheme, no `..`"; the service answers 400 otherwise. A path that begins with two slashes
//! names a host, and a backslash is a slash to a browser, so both are refused as well.

use super::{Format, text_format};

text_format! {
    /// A path such as `/products`, without a scheme, a host or `..`.
    RelativePath,
    Format {
        name: "relative-path",
        expected: "a path such as /products, without a scheme such as https: and without ..",
        example: "/products",
        accepts,
    }
}

fn accepts(text: &str) -> bool {
    // A colon ends a scheme only where it comes before anything else that ends a segment.
    let scheme = text.bytes().find(|b| matches!(b, b':' | b'/' | b'?' | b'#')) == Some(b':');
    !scheme
        && !text.starts_with("//")
        && !text.as_bytes().windows(2).any(|pair| pair == b"..")
        && text.chars().all(|c| c != '\\' && !c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_inside() {
        for (text, ok) in [
            ("/products", true),
            ("products/12?tab=a:b#c", true),
            ("", true),
            ("/a:b", true),
            ("https://evil.example", false),
            ("javascript:alert(1)", false),
            ("//evil.example", false),
            ("/a/../b", false),
            ("..", false),
            ("/\\evil.example", false),
            ("/%2e%2e", true),
        ] {
            assert_eq!(text.parse::<RelativePath>().is_ok(), ok, "{text}");
        }
    }
}
