//! Names in the delivery of raw data. Each source is a pattern in the OpenAPI.
//!
//! ```text
//! delivery-name = let-dig *( let-dig / "_" / "-" )                ; ^[a-zA-Z0-9][a-zA-Z0-9_-]*$
//! bucket-name   = low-dig *( low-dig / "." / "_" / "-" ) low-dig  ; ^[a-z0-9][a-z0-9._-]*[a-z0-9]$
//! ```
//!
//! The pattern of Google's buckets serves for Amazon's as well, which differs only in refusing `_`: the owner of the
//! bucket knows its name, and whoever delivers will say if there is none.

use super::{Format, text_format};

text_format! {
    /// The name of a data-delivery credential: letters, digits, `_` or `-`, beginning with a letter or digit.
    DeliveryName,
    Format {
        name: "delivery-name",
        expected: "letters, digits, _ or -, beginning with a letter or digit",
        example: "reports-bucket",
        accepts: |text| {
            !text.is_empty()
                && !text.starts_with(['_', '-'])
                && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
        },
    }
}

text_format! {
    /// The name of a bucket: lower-case letters, digits, `.`, `_` or `-`, with a letter or digit at both ends.
    BucketName,
    Format {
        name: "bucket-name",
        expected: "lower-case letters, digits, ., _ or -, with a letter or digit at both ends",
        example: "acme-reports",
        accepts: |text| {
            !text.is_empty()
                && !text.starts_with(MARKS)
                && !text.ends_with(MARKS)
                && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b))
        },
    }
}

const MARKS: [char; 3] = ['.', '_', '-'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn know_their_letters() {
        for (text, name, bucket) in [
            ("acme-reports", true, true),
            ("Acme_1", true, false),
            ("acme.reports", false, true),
            ("-acme", false, false),
            ("acme-", true, false),
            ("", false, false),
        ] {
            assert_eq!(text.parse::<DeliveryName>().is_ok(), name, "{text}");
            assert_eq!(text.parse::<BucketName>().is_ok(), bucket, "{text}");
        }
    }
}
