//! The storefronts that a buyer can see, all of them fictional, and the sources behind them.

/// A storefront.
pub struct Storefront {
    /// Its id.
    pub id: i64,
    /// Its id as text, also the first label of its domain.
    pub slug: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Where it sells.
    pub channels: &'static [&'static str],
    /// Where its audience lives.
    pub countries: &'static [&'static str],
    /// What it sells from.
    pub sources: &'static [Source],
}

/// A source of inventory, with the agent behind it.
pub struct Source {
    /// Its id in the storefront.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// `MCP` or `A2A`.
    pub protocol: &'static str,
    /// How its agent wants to be called by a buyer; nothing where the platform's own credentials are used.
    pub authentication: Option<&'static str>,
    /// Whether its agent can be used at all.
    pub active: bool,
}

/// A credential that the buyer has from the beginning.
pub struct Known {
    /// Its id.
    pub id: &'static str,
    /// What the buyer calls it.
    pub account: &'static str,
    /// Where it is for.
    pub storefront: i64,
    /// The source there.
    pub source: &'static str,
}

impl Source {
    /// The id of the agent behind it.
    pub fn agent_id(&self) -> String {
        format!("agent_{}", self.id.trim_end_matches("-source"))
    }
}

/// A storefront by its id.
pub fn storefront(id: i64) -> Option<&'static Storefront> {
    STOREFRONTS.iter().find(|storefront| storefront.id == id)
}

const WEST: &[&str] = &["US", "CA", "GB"];
const NORTH: &[&str] = &["DE", "GB", "NL", "SE"];
const EVERYWHERE: &[&str] = &["US", "CA", "GB", "DE", "NL", "SE", "FR", "AU"];

macro_rules! managed {
    ($id:literal, $name:literal) => {
        Source { id: concat!($id, "-source"), name: $name, protocol: "MCP", authentication: None, active: true }
    };
}

macro_rules! own {
    ($id:literal, $name:literal, $authentication:literal) => {
        Source { id: $id, name: $name, protocol: "A2A", authentication: Some($authentication), active: true }
    };
}

macro_rules! front {
    ($id:literal, $slug:literal, $name:literal, $channels:expr, $countries:expr, $sources:expr) => {
        Storefront { id: $id, slug: $slug, name: $name, channels: $channels, countries: $countries, sources: $sources }
    };
}

/// All of them. Each way of authentication is there once, and one source whose agent is not ready.
#[rustfmt::skip]
pub const STOREFRONTS: &[Storefront] = &[
    front!(11, "nightjar", "Nightjar Media", &["ctv", "olv"], EVERYWHERE, &[managed!("nightjar", "Nightjar Media")]),
    front!(12, "harbour-lights", "Harbour Lights", &["display", "olv"], WEST, &[managed!("harbour-lights", "Harbour Lights")]),
    front!(13, "quince-audio", "Quince Audio", &["podcast", "streaming_audio"], EVERYWHERE, &[managed!("quince-audio", "Quince Audio")]),
    front!(14, "saltmarsh", "Saltmarsh Exchange", &["display", "ctv"], EVERYWHERE, &[managed!("saltmarsh", "Saltmarsh Exchange")]),
    front!(15, "fieldfare", "Fieldfare Social", &["social"], EVERYWHERE, &[own!("fieldfare-source", "Fieldfare Social", "API_KEY")]),
    front!(16, "copperbeech", "Copperbeech Television", &["linear_tv", "ctv"], NORTH, &[own!("copperbeech-source", "Copperbeech Television", "BASIC_AUTH")]),
    front!(17, "wren-outdoor", "Wren Outdoor", &["dooh", "ooh"], NORTH, &[managed!("wren-outdoor", "Wren Outdoor"), own!("wren-transit", "Wren Transit", "JWT")]),
    front!(18, "tidewrack", "Tidewrack Network", &["display"], WEST, &[managed!("tidewrack", "Tidewrack Network")]),
    front!(19, "meadowsweet", "Meadowsweet Retail", &["retail_media", "display"], WEST, &[managed!("meadowsweet", "Meadowsweet Retail"), own!("meadowsweet-shelf", "Meadowsweet Shelf", "OAUTH")]),
    front!(20, "larkrise", "Larkrise Video", &["olv"], EVERYWHERE, &[managed!("larkrise", "Larkrise Video")]),
    front!(21, "kestrel", "Kestrel Radio", &["radio", "streaming_audio"], NORTH, &[
        managed!("kestrel", "Kestrel Radio"),
        Source { id: "kestrel-night", name: "Kestrel at Night", protocol: "MCP", authentication: Some("API_KEY"), active: false },
    ]),
    front!(22, "bramble", "Bramble Games", &["gaming"], EVERYWHERE, &[managed!("bramble", "Bramble Games"), own!("bramble-arcade", "Bramble Arcade", "API_KEY")]),
    front!(23, "undertow", "Undertow Network", &["display", "ctv"], EVERYWHERE, &[managed!("undertow", "Undertow Network")]),
];

/// The credentials that a new world begins with.
pub const KNOWN: &[Known] = &[
    Known { id: "cred_fieldfare_1", account: "Fieldfare main", storefront: 15, source: "fieldfare-source" },
    Known { id: "cred_fieldfare_2", account: "Fieldfare trial", storefront: 15, source: "fieldfare-source" },
    Known { id: "cred_copperbeech", account: "Copperbeech", storefront: 16, source: "copperbeech-source" },
];
