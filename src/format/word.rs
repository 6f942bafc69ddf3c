//! Short identifiers that consist of a few allowed characters. Each source is a pattern in the OpenAPI.
//!
//! ```text
//! contract-id = %x61-7A *( %x61-7A / DIGIT / "_" / "-" )              ; ^[a-z][a-z0-9_-]*$
//! source-slug = ( %x61-7A / DIGIT ) *( %x61-7A / DIGIT / "_" / "-" )  ; ^[a-z0-9][a-z0-9_-]*$
//! fact-id     = let-dig *( let-dig / "_" / "-" )                      ; ^[a-zA-Z0-9][a-zA-Z0-9_-]*$
//! property-id = 1*( %x61-7A / DIGIT / "_" )                           ; ^[a-z0-9_]+$
//! region-code = 2*32( %x41-5A / DIGIT / "_" / "-" )                   ; ^[A-Z0-9_-]{2,32}$
//! digits      = 1*DIGIT                                               ; ^[0-9]+$
//! callback-id = 1*( let-dig / "_" / "." / ":" / "-" )                 ; ^[A-Za-z0-9_.:-]{1,255}$
//! format-name = 1*( let-dig / "_" / "-" )                             ; ^[a-zA-Z0-9_-]+$
//! ```

use super::{Format, text_format};

text_format! {
    /// A connection contract's id: a lower-case letter, then lower-case letters, digits, `_` or `-`.
    ContractId,
    Format {
        name: "contract-id",
        expected: "a lower-case letter followed by lower-case letters, digits, _ or -",
        example: "agent-bearer",
        accepts: |text| text.starts_with(|c: char| c.is_ascii_lowercase()) && text.bytes().all(is_slug),
    }
}

text_format! {
    /// A modular source's id: lower-case letters, digits, `_` or `-`, not beginning with `_` or `-`.
    SourceSlug,
    Format {
        name: "slug",
        expected: "lower-case letters, digits, _ or -, beginning with a letter or digit",
        example: "cadent-feed",
        accepts: |text| !text.starts_with(['_', '-']) && !text.is_empty() && text.bytes().all(is_slug),
    }
}

text_format! {
    /// A pricing fact's id: letters, digits, `_` or `-`, beginning with a letter or digit.
    FactId,
    Format {
        name: "fact-id",
        expected: "letters, digits, _ or -, beginning with a letter or digit",
        example: "ctv-floor-2026",
        accepts: |text| !text.starts_with(['_', '-']) && !text.is_empty() && text.bytes().all(|b| is_slug(b.to_ascii_lowercase())),
    }
}

text_format! {
    /// A property's id or tag: lower-case letters, digits or `_`.
    PropertyId,
    Format {
        name: "property-id",
        expected: "lower-case letters, digits or _",
        example: "home_page",
        accepts: |text| !text.is_empty() && text.bytes().all(|b| is_slug(b) && b != b'-'),
    }
}

text_format! {
    /// A region: an ISO 3166-1 country code or a group of countries, such as `UK`, `EMEA` or `US-CA`.
    RegionCode,
    Format {
        name: "region",
        expected: "2 to 32 capital letters, digits, _ or -, such as UK or EMEA",
        example: "EMEA",
        accepts: |text| {
            (2..=32).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
        },
    }
}

text_format! {
    /// Digits only.
    Digits,
    Format {
        name: "digits",
        expected: "digits only",
        example: "12345678",
        accepts: |text| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()),
    }
}

text_format! {
    /// Your id for an operation that is reported later: letters, digits, `_`, `.`, `:` or `-`.
    CallbackId,
    Format {
        name: "callback-id",
        expected: "letters, digits, _, ., : or -",
        example: "audience-sync:2026-02-05",
        accepts: |text| !text.is_empty() && text.bytes().all(|b| is_slug(b.to_ascii_lowercase()) || b == b'.' || b == b':'),
    }
}

text_format! {
    /// A creative format's name: letters, digits, `_` or `-`.
    CreativeFormatName,
    Format {
        name: "format-name",
        expected: "letters, digits, _ or -, such as display_300x250_html",
        example: "display_300x250_html",
        accepts: |text| !text.is_empty() && text.bytes().all(|b| is_slug(b.to_ascii_lowercase())),
    }
}

fn is_slug(b: u8) -> bool {
    b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn know_their_letters() {
        assert!(
            "a-b_1".parse::<ContractId>().is_ok()
                && "1a".parse::<ContractId>().is_err()
                && "".parse::<ContractId>().is_err()
        );
        assert!(
            "1a-b".parse::<SourceSlug>().is_ok()
                && "-a".parse::<SourceSlug>().is_err()
                && "A".parse::<SourceSlug>().is_err()
        );
        assert!(
            "A-b_1".parse::<FactId>().is_ok() && "_a".parse::<FactId>().is_err() && "a b".parse::<FactId>().is_err()
        );
        assert!(
            "a_1".parse::<PropertyId>().is_ok()
                && "a-1".parse::<PropertyId>().is_err()
                && "".parse::<PropertyId>().is_err()
        );
        assert!(
            "UK".parse::<RegionCode>().is_ok()
                && "U".parse::<RegionCode>().is_err()
                && "uk".parse::<RegionCode>().is_err()
        );
        assert!("A_b.1:c-".parse::<CallbackId>().is_ok() && "a b".parse::<CallbackId>().is_err());
        assert!(
            "_A-1".parse::<CreativeFormatName>().is_ok()
                && "a.b".parse::<CreativeFormatName>().is_err()
                && "".parse::<CreativeFormatName>().is_err()
        );
        assert!("0123".parse::<Digits>().is_ok() && "١".parse::<Digits>().is_err() && "1.2".parse::<Digits>().is_err());
    }
}
