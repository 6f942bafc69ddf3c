//! Addresses of pages in the stores, and the ids in them.
//!
//! | store | page of an app |
//! |---|---|
//! | Apple | `apps.apple.com/us/app/name/id284882215`, `itunes.apple.com/...`, `.../viewSoftware?id=284882215` |
//! | Google Play | `play.google.com/store/apps/details?id=com.example.app`, `market://details?id=...` |
//! | Roku | `channelstore.roku.com/details/12/name` |
//! | Amazon | `amazon.com/dp/B00X4WHP5E`, `amazon.co.uk/name/dp/...`, `.../gp/product/...`, `.../?asin=...` |
//! | Samsung | `samsung.com/us/appstore/app/G19173000091` |
//!
//! An id is a whole segment of the path or a whole parameter, or none: what is shortened would be another app's. Escapes are
//! not decoded, for no id needs one. Roku's newer pages name a channel by a hash, which is not the number that lists take.

use super::app;
use super::kind::Kind;
use super::shape::is_one;

/// What the address of a store's page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page<'t> {
    /// The type and the id of an app.
    App(Kind, &'t [u8]),
    /// Nothing that could stand in a list: a developer, a story, an id that is none.
    Other,
}

/// What a text holds, if it is the address of a store's page. Amazon and Samsung are sites, too: only some of their pages are
/// the store's. The front page of any store is a site.
pub(super) fn read(text: &[u8]) -> Option<Page<'_>> {
    if text.contains(&b'/') { read_address(text) } else { None }
}

#[inline(never)]
fn read_address(text: &[u8]) -> Option<Page<'_>> {
    if let Some(page) = strip_any_case(text, b"market://") {
        let (path, query) = path_and_query(page);
        let id = parameter(query, b"id=").filter(|_| matches!(path, b"details" | b"details/"));
        return Some(page_of(Kind::GooglePlayId, id));
    }
    let rest = [&b"https://"[..], b"http://", b"//"].iter().find_map(|scheme| strip_any_case(text, scheme));
    let rest = rest.unwrap_or(text);
    let rest = strip_any_case(rest, b"www.").unwrap_or(rest);
    let (host, page) = rest.split_at(rest.iter().position(|byte| *byte == b'/')?);
    let (path, query) = path_and_query(page);
    if path.iter().all(|byte| *byte == b'/') {
        return None;
    }
    let host = host.split(|byte| *byte == b':').next().unwrap_or_default();
    let is = |names: &[&[u8]]| is_one(host, names);
    if is(&[b"apps.apple.com", b"itunes.apple.com"]) {
        Some(page_of(Kind::AppleAppStoreId, apple(path, query)))
    } else if is(&[b"play.google.com"]) {
        Some(page_of(Kind::GooglePlayId, google(path, query)))
    } else if is(&[b"channelstore.roku.com"]) {
        Some(page_of(Kind::RokuStoreId, after(path, b"/details/")))
    } else if is(&[b"samsung.com"]) {
        let is_store = after(path, b"/appstore").is_some_and(<[u8]>::is_empty);
        is_store.then(|| page_of(Kind::SamsungAppId, after(path, b"/appstore/app/")))
    } else if is_one(host.get(..7).unwrap_or_default(), &[b"amazon."]) {
        amazon(path, query)
    } else {
        None
    }
}

/// The page that has such an id, or something that is none.
#[inline(never)]
fn page_of(kind: Kind, id: Option<&[u8]>) -> Page<'_> {
    let fits = |id: &&[u8]| match kind {
        Kind::GooglePlayId => app::is_package(id),
        Kind::FireTvAsin => app::is_asin(id),
        Kind::SamsungAppId => app::is_samsung(id),
        _ => app::is_number(id),
    };
    id.filter(fits).map_or(Page::Other, |id| Page::App(kind, id))
}

/// Developers, stories and albums have such numbers, too, and names of apps may begin with `id`: the last number counts.
#[inline(never)]
fn apple<'t>(path: &'t [u8], query: &'t [u8]) -> Option<&'t [u8]> {
    if path.ends_with(b"/viewSoftware") || path.ends_with(b"/lookup") {
        return parameter(query, b"id=");
    }
    let path = match path {
        [b'/', _, _, rest @ ..] if rest.starts_with(b"/") => rest,
        _ => path,
    };
    let number = |segment: &'t [u8]| segment.strip_prefix(b"id").filter(|number| app::is_number(number));
    match path.strip_prefix(b"/app/") {
        Some(rest) => rest.rsplit(|byte| *byte == b'/').find_map(number),
        None => number(path.strip_prefix(b"/")?),
    }
}

#[inline(never)]
fn google<'t>(path: &[u8], query: &'t [u8]) -> Option<&'t [u8]> {
    let page = path.strip_prefix(b"/store/apps/")?.split(|byte| *byte == b'/').next()?;
    if matches!(page, b"details" | b"datasafety") { parameter(query, b"id=") } else { None }
}

#[inline(never)]
fn amazon<'t>(path: &'t [u8], query: &'t [u8]) -> Option<Page<'t>> {
    let product = after(path, b"/dp/").or_else(|| after(path, b"/gp/product/"));
    let id = product.or_else(|| parameter(query, b"asin="));
    let is_store = id.is_some() || path.starts_with(b"/gp/mas/");
    is_store.then(|| page_of(Kind::FireTvAsin, id))
}

#[inline(never)]
fn strip_any_case<'t>(text: &'t [u8], prefix: &[u8]) -> Option<&'t [u8]> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// The path of a page, and what follows its question mark.
#[inline(never)]
fn path_and_query(page: &[u8]) -> (&[u8], &[u8]) {
    let page = page.split(|byte| *byte == b'#').next().unwrap_or_default();
    let mut parts = page.splitn(2, |byte| *byte == b'?');
    (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
}

/// What follows a mark, up to the next slash.
#[inline(never)]
fn after<'t>(path: &'t [u8], mark: &[u8]) -> Option<&'t [u8]> {
    let at = path.windows(mark.len()).position(|part| part == mark)?;
    path.get(at + mark.len()..)?.split(|byte| *byte == b'/').next()
}

/// The value of a parameter, whose name comes with its sign of equality.
#[inline(never)]
fn parameter<'t>(query: &'t [u8], name: &[u8]) -> Option<&'t [u8]> {
    query.split(|byte| *byte == b'&').find_map(|one| one.strip_prefix(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_ids_in_addresses() {
        for (address, kind, id) in [
            ("https://apps.apple.com/us/app/facebook/id284882215?mt=8", Kind::AppleAppStoreId, "284882215"),
            ("https://apps.apple.com/us/app/idle-heroes/id1153461915", Kind::AppleAppStoreId, "1153461915"),
            ("https://apps.apple.com/id/app/id2/id1153461915/#x", Kind::AppleAppStoreId, "1153461915"),
            ("itunes.apple.com/app/id284882215", Kind::AppleAppStoreId, "284882215"),
            ("https://itunes.apple.com/us/id284882215", Kind::AppleAppStoreId, "284882215"),
            (
                "http://itunes.apple.com/WebObjects/MZStore.woa/wa/viewSoftware?mt=8&id=284882215",
                Kind::AppleAppStoreId,
                "284882215",
            ),
            ("//APPS.apple.com:443/us/app/x/id284882215", Kind::AppleAppStoreId, "284882215"),
            ("https://play.google.com/store/apps/details?id=com.a.b&hl=en", Kind::GooglePlayId, "com.a.b"),
            ("https://play.google.com/store/apps/details?hl=en&id=com.a.b#top", Kind::GooglePlayId, "com.a.b"),
            ("market://details?id=com.a.b", Kind::GooglePlayId, "com.a.b"),
            ("https://channelstore.roku.com/details/12/netflix", Kind::RokuStoreId, "12"),
            ("https://channelstore.roku.com/en-gb/details/12?x", Kind::RokuStoreId, "12"),
            ("https://www.amazon.co.uk/Netflix/dp/B00X4WHP5E/ref=x", Kind::FireTvAsin, "B00X4WHP5E"),
            ("https://www.amazon.com/gp/mas/dl/android?asin=B00X4WHP5E", Kind::FireTvAsin, "B00X4WHP5E"),
            ("https://www.samsung.com/us/appstore/app/G19173000091/", Kind::SamsungAppId, "G19173000091"),
        ] {
            assert_eq!(read(address.as_bytes()), Some(Page::App(kind, id.as_bytes())), "{address}");
        }
    }

    #[test]
    fn shortens_no_id_and_takes_none_from_other_pages() {
        for address in [
            "https://apps.apple.com/us/developer/supercell/id488106216",
            "https://apps.apple.com/us/story/id1441418396",
            "https://apps.apple.com/us/app/x/id12-3",
            "https://itunes.apple.com/us/album/x/id284882215",
            "https://play.google.com/store",
            "https://play.google.com/store/apps/details?id=com.my-app.game",
            "https://play.google.com/store/apps/details?id=com.foo.bar%5Fbaz",
            "https://play.google.com/store/apps/details?xid=com.a.b",
            "https://play.google.com/store/apps/developer?id=Some.Name",
            "market://search?q=pname:com.a.b",
            "https://channelstore.roku.com/details/b02c9ae4fd8f8d3f/netflix",
            "https://channelstore.roku.com/details/12:b02c/netflix",
            "https://www.amazon.com/dp/B00X4WHP5E-x",
            "https://www.amazon.com/gp/mas/dl/android?p=com.a.b",
            "https://www.samsung.com/us/appstore/",
        ] {
            assert_eq!(read(address.as_bytes()), Some(Page::Other), "{address}");
        }
    }

    #[test]
    fn leaves_sites_alone() {
        for address in [
            "https://play.google.com/",
            "https://www.amazon.com/",
            "https://www.amazon.com/gp/bestsellers",
            "https://www.samsung.com/us/",
            "https://example.com/dp/B00X4WHP5E",
            "nytimes.com",
            "",
        ] {
            assert_eq!(read(address.as_bytes()), None, "{address}");
        }
    }
}
