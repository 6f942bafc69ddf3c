//! What identifies a property: a site, or an app in a store. Which form is wanted depends on the identifier's type.
//!
//! ```text
//! value           = *WSP 1*visible *WSP                ; no control characters inside
//! apple-bundle    = apple *( "." apple )               ; apple = 1*( ALPHA / DIGIT / "-" )
//! android-package = segment 1*( "." segment )          ; segment = ALPHA *( ALPHA / DIGIT / "_" )
//! bundle          = part *( "." part )                 ; part = 1*( ALPHA / DIGIT / "-" / "_" )
//! store-number    = 1*DIGIT
//! asin            = 10( ALPHA / DIGIT )
//! ```
//!
//! Sources: Apple's glossary, "bundle ID"; Android's "Configure the app module" for application ids; OpenRTB 2.6 for
//! store ids ("numeric" for Apple, the package for Google Play); document 004 for Roku and Fire TV. Case does not
//! matter to the registry, nor white space around. A Samsung id has had several forms, and has none here.

use super::property_domain::trimmed;
use super::{Format, text_format};

text_format! {
    /// What identifies a property: a domain, a bundle id, a store's number. The form depends on `type`.
    PropertyValue,
    Format {
        name: "property-value",
        expected: "an identifier in visible characters, without tabs or line breaks",
        example: "nytimes.com",
        accepts: |text| {
            if text.bytes().all(|b| b.is_ascii_graphic()) {
                return !text.is_empty();
            }
            let value = trimmed(text);
            !value.is_empty() && !value.contains(char::is_control)
        },
    }
}

pub static APPLE_BUNDLE: Format = Format {
    name: "apple-bundle",
    expected: "an Apple bundle id such as com.facebook.katana, of letters, digits, hyphens and dots",
    example: "com.facebook.katana",
    accepts: |text| is_dotted(text, |b| b.is_ascii_alphanumeric() || b == b'-'),
};

/// The longest package that Android installs: its name is the name of files.
const MAX_PACKAGE: usize = 223;

pub static ANDROID_PACKAGE: Format = Format {
    name: "android-package",
    expected: "an Android package such as com.facebook.katana, with at most 223 characters, whose parts begin with a letter and have no hyphens",
    example: "com.facebook.katana",
    accepts: |text| {
        let package = trimmed(text);
        let begins_with_letters = package.split('.').all(|part| part.starts_with(|c: char| c.is_ascii_alphabetic()));
        let fits = begins_with_letters && package.len() <= MAX_PACKAGE && package.contains('.');
        fits && is_dotted(package, |b| b.is_ascii_alphanumeric() || b == b'_')
    },
};

pub static BUNDLE: Format = Format {
    name: "bundle",
    expected: "a bundle id such as com.example.app, of letters, digits, hyphens, underscores and dots",
    example: "com.example.app",
    accepts: |text| is_dotted(text, |b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'),
};

pub static APP_STORE_NUMBER: Format = Format {
    name: "app-store-number",
    expected: "the app's number in the App Store such as 284882215, without id or a web address",
    example: "284882215",
    accepts: is_number,
};

pub static ROKU_NUMBER: Format = Format {
    name: "roku-number",
    expected: "the channel's number in the Roku store such as 12",
    example: "12",
    accepts: is_number,
};

pub static ASIN: Format = Format {
    name: "asin",
    expected: "an Amazon ASIN of 10 letters and digits such as B00X4WHP5E",
    example: "B00X4WHP5E",
    accepts: |text| {
        let asin = trimmed(text);
        asin.len() == 10 && asin.bytes().all(|b| b.is_ascii_alphanumeric())
    },
};

fn is_dotted(text: &str, is_letter: fn(u8) -> bool) -> bool {
    trimmed(text).split('.').all(|part| !part.is_empty() && part.bytes().all(is_letter))
}

fn is_number(text: &str) -> bool {
    let number = trimmed(text);
    !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judges(format: &Format, accepted: &[&str], refused: &[&str]) {
        assert!((format.accepts)(format.example), "{}", format.name);
        accepted.iter().for_each(|text| assert!((format.accepts)(text), "{}: {text}", format.name));
        refused.iter().for_each(|text| assert!(!(format.accepts)(text), "{}: {text}", format.name));
    }

    #[test]
    fn know_their_forms() {
        judges(&PropertyValue::FORMAT, &["x", " x ", "a b", "fcc:73953", "例"], &["", " ", "\u{feff}", "a\nb", "a\tb"]);
        let apple = ["com.netflix.Netflix", "a-b.c", "Netflix", " com.a "];
        judges(&APPLE_BUNDLE, &apple, &["", "com.a_b", "com..a", "com.a.", "https://a.com/b", "com.bücher"]);
        let not_android = ["", "katana", "com.a-b", "com.1a", "com..a", "com.a.", "1a.b", "com.a b"];
        judges(&ANDROID_PACKAGE, &["com.a_b", "Com.A1", " com.a "], &not_android);
        let long = |length| ["com.", &"a".repeat(length)].concat();
        judges(&ANDROID_PACKAGE, &[&long(219)], &[&long(220)]);
        judges(&BUNDLE, &["com.a-b_c", "b00x4whp5e", "12", "RN1MCdNq8t.Netflix"], &["", "a..b", "a/b", "a b"]);
        judges(&APP_STORE_NUMBER, &["1", " 0284882215 "], &["", "id284882215", "com.a", "٣"]);
        judges(&ROKU_NUMBER, &["151908"], &["", "tvinput.hdmi1", "com.roku.x", "1 2"]);
        judges(&ASIN, &["b07bkpfxtj", "123456789X"], &["", "B00X4WHP5", "B00X4WHP5EE", "B00X4-HP5E"]);
    }
}
