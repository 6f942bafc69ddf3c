//! The types of identifiers, and the words that name one in a list.
//!
//! Sources: document 004 for the first eleven, the OpenAPI for the others; the registry's `STORE,value` lines
//! (`bulk-property-check.ts` of `adcontextprotocol/adcp`) for the names of stores.

/// A type of identifier. The numbers are those of the records and of `kindOf` in `identifier-words.js`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    Domain,
    Subdomain,
    IosBundle,
    AndroidPackage,
    AppleTvBundle,
    BundleId,
    AppleAppStoreId,
    GooglePlayId,
    RokuStoreId,
    FireTvAsin,
    SamsungAppId,
    NetworkId,
    VenueId,
    ScreenId,
    OpenoohVenueType,
    RssUrl,
    ApplePodcastId,
    SpotifyCollectionId,
    PodcastGuid,
    StationId,
    FacilityId,
}

use Kind::{
    AndroidPackage, AppleAppStoreId, ApplePodcastId, AppleTvBundle, BundleId, Domain, FacilityId, FireTvAsin,
    GooglePlayId, IosBundle, NetworkId, OpenoohVenueType, PodcastGuid, RokuStoreId, RssUrl, SamsungAppId, ScreenId,
    SpotifyCollectionId, StationId, Subdomain, VenueId,
};

/// All types, by number, with what an entry of the JSON list begins with.
const ALL: [(Kind, &str, &[u8]); 21] = {
    macro_rules! named {
        ($($kind:ident $name:literal),* $(,)?) => {
            [$(($kind, $name, concat!("{\"type\":\"", $name, "\",\"value\":\"").as_bytes())),*]
        };
    }
    named![
        Domain "domain", Subdomain "subdomain", IosBundle "ios_bundle", AndroidPackage "android_package",
        AppleTvBundle "apple_tv_bundle", BundleId "bundle_id", AppleAppStoreId "apple_app_store_id",
        GooglePlayId "google_play_id", RokuStoreId "roku_store_id", FireTvAsin "fire_tv_asin",
        SamsungAppId "samsung_app_id", NetworkId "network_id", VenueId "venue_id", ScreenId "screen_id",
        OpenoohVenueType "openooh_venue_type", RssUrl "rss_url", ApplePodcastId "apple_podcast_id",
        SpotifyCollectionId "spotify_collection_id", PodcastGuid "podcast_guid", StationId "station_id",
        FacilityId "facility_id",
    ]
};

impl Kind {
    /// The type of a number.
    #[must_use]
    pub fn of(number: u8) -> Option<Self> {
        ALL.get(usize::from(number)).map(|(kind, ..)| *kind)
    }

    /// The type that a cell names, in any case, with spaces or hyphens for underscores.
    #[must_use]
    pub fn named(cell: &[u8]) -> Option<Self> {
        ALL.iter().find(|(_, name, _)| is_word(cell, name)).map(|(kind, ..)| *kind)
    }

    /// What its entries in the JSON list begin with, up to the value.
    #[must_use]
    pub fn opening(self) -> &'static [u8] {
        ALL.get(self as usize).map(|(_, _, opening)| *opening).unwrap_or_default()
    }

    /// Whether only the newer documents have it; nothing is known of how its values look.
    #[must_use]
    pub fn is_newer(self) -> bool {
        self as u8 > SamsungAppId as u8
    }

    /// Whether its values are told apart by their case, and should not be.
    pub(super) fn keeps_case(self) -> bool {
        matches!(self, IosBundle | AndroidPackage | AppleTvBundle | BundleId | GooglePlayId)
    }
}

/// What the type cell of a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A type.
    Kind(Kind),
    /// Apple's store: a number is an app's number there, everything else a bundle.
    AppleStore,
    /// The store of a brand that has sites, too.
    Brand(Kind),
}

impl Word {
    /// The type of a value that stands beside the word.
    pub(super) fn kind(self, value: &[u8]) -> Kind {
        match self {
            Self::Kind(kind) | Self::Brand(kind) => kind,
            Self::AppleStore if value.iter().all(u8::is_ascii_digit) => AppleAppStoreId,
            Self::AppleStore => IosBundle,
        }
    }

    /// Whether it is the name of a brand, which may stand beside a site that is not an app.
    pub(super) fn is_brand(self) -> bool {
        matches!(self, Self::Brand(_))
    }
}

/// Stores, and what people's own exports call them.
const STORES: [(&str, Word); 13] = [
    ("site", Word::Kind(Domain)),
    ("web", Word::Kind(Domain)),
    ("website", Word::Kind(Domain)),
    ("google_play_store", Word::Kind(AndroidPackage)),
    ("google_play", Word::Kind(AndroidPackage)),
    ("android", Word::Kind(AndroidPackage)),
    ("apple_app_store", Word::AppleStore),
    ("app_store", Word::AppleStore),
    ("ios", Word::AppleStore),
    ("tvos", Word::Kind(AppleTvBundle)),
    ("roku", Word::Brand(RokuStoreId)),
    ("samsung", Word::Brand(SamsungAppId)),
    ("amazon", Word::Brand(FireTvAsin)),
];

/// The type that a cell names, by its own name or by its store's.
pub(super) fn word(cell: &[u8]) -> Option<Word> {
    let store = || STORES.iter().find(|(name, _)| is_word(cell, name)).map(|(_, word)| *word);
    Kind::named(cell).map(Word::Kind).or_else(store)
}

/// What the title of a column announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Title {
    /// The types.
    Types,
    /// Where an app runs, which is a word for its type if nothing else is.
    Platforms,
    /// The values.
    Values,
    /// Addresses of sites.
    Sites,
    /// Values of one type.
    ValuesOf(Kind),
}

const TYPES: [&str; 6] = ["type", "identifier_type", "id_type", "kind", "store", "store_type"];
const PLATFORMS: [&str; 3] = ["platform", "os", "operating_system"];
const VALUES: [&str; 9] = ["value", "values", "identifier", "identifiers", "id", "property", "app", "app_id", "bundle"];
const SITES: [&str; 6] = ["url", "website", "host", "hostname", "domain_name", "address"];

/// What the title of a column announces, if it is one.
pub(super) fn title(cell: &[u8]) -> Option<Title> {
    let in_list = |words: &[&str]| words.iter().any(|word| is_word(cell, word));
    if in_list(&TYPES) {
        return Some(Title::Types);
    }
    if in_list(&PLATFORMS) {
        return Some(Title::Platforms);
    }
    if in_list(&VALUES) {
        return Some(Title::Values);
    }
    if in_list(&SITES) {
        return Some(Title::Sites);
    }
    let one = Kind::named(cell).or_else(|| Kind::named(cell.strip_suffix(b"s").unwrap_or_default()));
    one.map(Title::ValuesOf)
}

fn is_word(cell: &[u8], word: &str) -> bool {
    let fold = |byte: &u8| if matches!(byte, b' ' | b'-') { b'_' } else { byte.to_ascii_lowercase() };
    cell.len() == word.len() && cell.iter().map(fold).eq(word.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_agree() {
        for (number, (kind, name, opening)) in (0u8..).zip(ALL) {
            assert_eq!(Kind::of(number), Some(kind));
            assert_eq!(kind as u8, number);
            assert_eq!(Kind::named(name.as_bytes()), Some(kind));
            assert_eq!(opening, format!("{{\"type\":\"{name}\",\"value\":\"").as_bytes());
        }
        assert_eq!(Kind::of(21), None);
    }

    #[test]
    fn words_are_types_and_stores() {
        let of = |cell: &str, value: &str| word(cell.as_bytes()).map(|word| word.kind(value.as_bytes()));
        assert_eq!(of("IOS Bundle", ""), Some(IosBundle));
        assert_eq!(of("GOOGLE_PLAY_STORE", "com.a.b"), Some(AndroidPackage));
        assert_eq!(of("APPLE_APP_STORE", "284882215"), Some(AppleAppStoreId));
        assert_eq!(of("APPLE_APP_STORE", "com.a.b"), Some(IosBundle));
        assert_eq!(of("Roku", "12"), Some(RokuStoreId));
        assert_eq!(of("iOS", "284882215"), Some(AppleAppStoreId));
        assert_eq!(of("Google Play", "com.a.b"), Some(AndroidPackage));
        assert_eq!(of("nytimes.com", ""), None);
        assert_eq!(title(b"Domains"), Some(Title::ValuesOf(Domain)));
        assert_eq!(title(b"Type"), Some(Title::Types));
    }
}
