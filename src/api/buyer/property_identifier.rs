//! What identifies a property: a website, a mobile app, a TV app.
//!
//! Source: document 004 for the first eleven types, the OpenAPI for the others. How a value must look is said nowhere;
//! what is refused here is what cannot exist in the store that the type names, and would silently target nothing.

use crate::api::Open;
use crate::format::{
    ANDROID_PACKAGE, APP_STORE_NUMBER, APPLE_BUNDLE, ASIN, BUNDLE, DOMAIN_OR_WILDCARD, Format, PropertyValue,
    ROKU_NUMBER, SUBDOMAIN,
};
use crate::shape::{Problem, Remarks, Rule, View, choice, request, response};

/// A website, a mobile app or a TV app.
///
/// The service ignores white space around a value and the case of it; of a domain also the scheme, the path, and a
/// leading `www.` or `m.`.
#[request]
#[shape(rule = Rule::custom("`value` has the form that its `type` wants.", value_fits_type))]
pub struct PropertyIdentifier {
    /// What kind of identifier it is.
    pub r#type: PropertyIdentifierType,
    /// The identifier itself, such as `nytimes.com`, `com.facebook.katana` or `284882215`.
    #[shape(length = 1..)]
    pub value: PropertyValue,
}

/// The kinds of identifiers.
#[choice("snake_case")]
pub enum PropertyIdentifierType {
    /// A website: `nytimes.com`; stands for `www.` and `m.` as well. `*.nytimes.com` is all its subdomains without itself.
    Domain,
    /// Exactly one host: `news.example.com`.
    Subdomain,
    /// An Apple bundle id: `com.facebook.katana`.
    IosBundle,
    /// A Google Play package: `com.facebook.katana`.
    AndroidPackage,
    /// An Apple bundle id: `com.netflix.Netflix`; reads back as `ios_bundle`.
    AppleTvBundle,
    /// An app of any store: `com.example.app`; reads back as `ios_bundle` or `android_package`.
    BundleId,
    /// The number in Apple's App Store: `284882215`.
    AppleAppStoreId,
    /// The package in Google Play: `com.example.app`.
    GooglePlayId,
    /// The channel's number in the Roku store: `12`.
    RokuStoreId,
    /// Amazon's ASIN: `B00X4WHP5E`.
    FireTvAsin,
    /// Samsung's id: `G19173000091`.
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

/// An identifier as it comes back: of a type that its store knows, see [`PropertyIdentifierType`].
#[response]
pub struct ListedIdentifier {
    /// What kind of identifier it is.
    pub r#type: Open<PropertyIdentifierType>,
    /// The identifier itself.
    pub value: String,
}

/// The form that values of a type have, where one is known.
fn form(kind: &str) -> Option<&'static Format> {
    Some(match kind {
        "domain" => &DOMAIN_OR_WILDCARD,
        "subdomain" => &SUBDOMAIN,
        "ios_bundle" | "apple_tv_bundle" => &APPLE_BUNDLE,
        "android_package" | "google_play_id" => &ANDROID_PACKAGE,
        "bundle_id" => &BUNDLE,
        "apple_app_store_id" => &APP_STORE_NUMBER,
        "roku_store_id" => &ROKU_NUMBER,
        "fire_tv_asin" => &ASIN,
        _ => return None,
    })
}

fn value_fits_type(identifier: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let Some((kind, value)) = identifier.text("type").zip(identifier.text("value")) else { return };
    if let Some(form) = form(&kind).filter(|form| !(form.accepts)(&value)) {
        remarks.error(&["value".into()], Problem::BadFormat { expected: form.expected.into() });
    }
}
