//! What an entry plainly is, where it is not what its list is said to hold. Only ever a suggestion.

use super::app;
use super::kind::Kind;
use super::store_page::{self, Page};

/// The type whose values look like this, if one stands out.
#[inline(never)]
pub(super) fn meant(text: &[u8]) -> Option<Kind> {
    if let Some(Page::App(kind, _)) = store_page::read(text) {
        return Some(kind);
    }
    match text.len() {
        _ if app::is_number(text) => match text.len() {
            1..=6 => Some(Kind::RokuStoreId),
            // The numbers of Apple's store have nine or ten digits, those of Samsung's more.
            7..=10 => Some(Kind::AppleAppStoreId),
            11..=13 => Some(Kind::SamsungAppId),
            _ => None,
        },
        12 if app::is_samsung(text) => Some(Kind::SamsungAppId),
        10 if app::is_asin(text) && text.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(b"b0")) => {
            Some(Kind::FireTvAsin)
        }
        _ => app_meant(text),
    }
}

fn app_meant(text: &[u8]) -> Option<Kind> {
    let is_bundle = text.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    if !is_bundle || !is_reversed(text) {
        return None;
    }
    match text.iter().any(|byte| matches!(byte, b'-' | b'_')) {
        true if app::is_package(text) => Some(Kind::AndroidPackage),
        true if !text.contains(&b'_') => Some(Kind::IosBundle),
        _ => Some(Kind::BundleId),
    }
}

/// Endings of names that begin with `com`, `net` or `org` and are sites all the same, beside those of countries.
const ENDINGS: [&[u8]; 8] = [b"com", b"net", b"org", b"info", b"biz", b"edu", b"gov", b"mil"];

/// Whether a name is a site's name turned round, as apps are called: `com.facebook.katana`.
#[inline(never)]
pub(super) fn is_reversed(name: &[u8]) -> bool {
    let begins = name.split(|byte| *byte == b'.').next().is_some_and(|first| is_one(first, &[b"com", b"net", b"org"]));
    let last = name.rsplit(|byte| *byte == b'.').next().unwrap_or_default();
    begins && name.contains(&b'.') && last.len() > 2 && !is_one(last, &ENDINGS)
}

/// Whether a part is one of some words, in any case.
#[inline(never)]
pub(super) fn is_one(part: &[u8], words: &[&[u8]]) -> bool {
    words.iter().any(|word| part.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_what_stands_out() {
        for (text, expected) in [
            ("com.facebook.katana", Some(Kind::BundleId)),
            ("com.spotify.music", Some(Kind::BundleId)),
            ("com.example.my_app", Some(Kind::AndroidPackage)),
            ("com.example.my-app", Some(Kind::IosBundle)),
            ("284882215", Some(Kind::AppleAppStoreId)),
            ("12", Some(Kind::RokuStoreId)),
            ("G19173000091", Some(Kind::SamsungAppId)),
            ("3201907018807", Some(Kind::SamsungAppId)),
            ("b00x4whp5e", Some(Kind::FireTvAsin)),
            ("https://apps.apple.com/app/id284882215", Some(Kind::AppleAppStoreId)),
            ("com.example.com", None),
            ("com.br", None),
            ("nytimes.com", None),
            ("localhost", None),
            ("", None),
        ] {
            assert_eq!(meant(text.as_bytes()), expected, "{text}");
        }
    }
}
