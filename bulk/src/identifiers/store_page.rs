//! Addresses of pages in the stores, and the ids in them.
//!
//! | store | page |
//! |---|---|
//! | Apple | `apps.apple.com/us/app/name/id284882215`, `itunes.apple.com/...` |
//! | Google Play | `play.google.com/store/apps/details?id=com.example.app`, `market://details?id=...` |
//! | Roku | `channelstore.roku.com/details/12/name` |
//! | Amazon | `amazon.com/dp/B00X4WHP5E`, `amazon.co.uk/name/dp/...`, `.../gp/product/...`, `.../?asin=...` |
//! | Samsung | `samsung.com/us/appstore/app/G19173000091` |

use super::app;
use super::kind::Kind;

/// The type and the id that the address of a store's page holds.
pub(super) fn read(text: &[u8]) -> Option<(Kind, &[u8])> {
    if let Some(page) = strip_any_case(text, b"market://") {
        return Some((Kind::GooglePlayId, after(page, b"id=").filter(|id| app::is_package(id))?));
    }
    let rest = strip_any_case(text, b"https://").or_else(|| strip_any_case(text, b"http://")).unwrap_or(text);
    let rest = strip_any_case(rest, b"www.").unwrap_or(rest);
    let slash = rest.iter().position(|byte| *byte == b'/')?;
    let (host, path) = rest.split_at(slash);
    let (kind, id) = match host.to_ascii_lowercase().as_slice() {
        b"apps.apple.com" | b"itunes.apple.com" => {
            (Kind::AppleAppStoreId, after(path, b"/id").or_else(|| after(path, b"?id="))?)
        }
        b"play.google.com" => (Kind::GooglePlayId, after(path, b"?id=").or_else(|| after(path, b"&id="))?),
        b"channelstore.roku.com" => (Kind::RokuStoreId, after(path, b"/details/")?),
        b"samsung.com" => (Kind::SamsungAppId, after(path, b"/appstore/app/")?),
        host if host.starts_with(b"amazon.") => {
            let marks: [&[u8]; 4] = [b"/dp/", b"/gp/product/", b"?asin=", b"&asin="];
            (Kind::FireTvAsin, marks.iter().find_map(|mark| after(path, mark))?)
        }
        _ => return None,
    };
    let fits = match kind {
        Kind::GooglePlayId => app::is_package(id),
        Kind::FireTvAsin => app::is_asin(id),
        Kind::SamsungAppId => app::is_samsung(id),
        _ => app::is_number(id),
    };
    fits.then_some((kind, id))
}

#[inline(never)]
fn strip_any_case<'t>(text: &'t [u8], prefix: &[u8]) -> Option<&'t [u8]> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// What follows a mark, up to what cannot belong to an id.
#[inline(never)]
fn after<'t>(path: &'t [u8], mark: &[u8]) -> Option<&'t [u8]> {
    let at = path.windows(mark.len()).position(|part| part == mark)?;
    let rest = path.get(at + mark.len()..)?;
    rest.split(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_'))).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_ids_in_addresses() {
        for (address, expected) in [
            ("https://apps.apple.com/us/app/facebook/id284882215?mt=8", Some((Kind::AppleAppStoreId, "284882215"))),
            ("itunes.apple.com/app/id284882215", Some((Kind::AppleAppStoreId, "284882215"))),
            ("https://play.google.com/store/apps/details?id=com.a.b&hl=en", Some((Kind::GooglePlayId, "com.a.b"))),
            ("https://play.google.com/store/apps/details?hl=en&id=com.a.b", Some((Kind::GooglePlayId, "com.a.b"))),
            ("market://details?id=com.a.b", Some((Kind::GooglePlayId, "com.a.b"))),
            ("https://channelstore.roku.com/details/12/netflix", Some((Kind::RokuStoreId, "12"))),
            ("https://www.amazon.co.uk/Netflix/dp/B00X4WHP5E/ref=x", Some((Kind::FireTvAsin, "B00X4WHP5E"))),
            ("https://www.samsung.com/us/appstore/app/G19173000091/", Some((Kind::SamsungAppId, "G19173000091"))),
            ("https://play.google.com/store", None),
            ("https://www.amazon.com/", None),
            ("https://example.com/dp/B00X4WHP5E", None),
            ("nytimes.com", None),
            ("", None),
        ] {
            let found = read(address.as_bytes());
            assert_eq!(found, expected.map(|(kind, id)| (kind, id.as_bytes())), "{address}");
        }
    }
}
