//! How a creative says which format it has, and which ids it has elsewhere.
//!
//! Source: the OpenAPI. It also takes `format_option_ref` without `scope`, the older form.

use crate::shape::{choice, request};

/// The kinds of formats of AdCP 3.1.
#[choice("snake_case")]
pub enum CanonicalFormat {
    Image,
    #[serde(rename = "html5")]
    Html5,
    DisplayTag,
    ImageCarousel,
    VideoHosted,
    VideoVast,
    AudioHosted,
    AudioDaast,
    SponsoredPlacement,
    NativeInFeed,
    ResponsiveCreative,
    AgentPlacement,
    Custom,
}

/// A format that a publisher or product describes.
#[request]
#[serde(rename_all = "snake_case")]
pub struct FormatOptionRef {
    /// The format's id there.
    pub format_option_id: String,
    #[serde(flatten)]
    pub scope: Option<FormatOptionScope>,
}

/// Who describes a format.
#[request]
#[serde(tag = "scope", rename_all = "snake_case")]
pub enum FormatOptionScope {
    /// A publisher.
    Publisher {
        /// The publisher's domain.
        publisher_domain: String,
    },
    /// A product.
    Product {},
}

/// A creative's id in one of the industry's registers.
#[request]
pub struct IndustryIdentifier {
    /// The register.
    pub r#type: IndustryRegister,
    /// The id.
    pub value: String,
}

/// The registers of creatives.
#[choice("snake_case")]
pub enum IndustryRegister {
    AdId,
    Isci,
    ClearcastClock,
    Idcrea,
}
