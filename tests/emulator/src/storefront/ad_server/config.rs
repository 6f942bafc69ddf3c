//! The configuration of an ad server: four types, each with its own fields and credentials.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{CURRENCY, Checker, DIGITS, EMAIL, Kind, Rule, URL, optional, required};
use crate::envelope::Refusal;
use crate::fields::{Fields, Object};

use super::super::inventory::{CONTRACT, Credential, holds_wrong};

const SECRET: Kind = Kind::Text(1, usize::MAX);
const LOGIN: Kind = Kind::Text(1, 255);
const MONEY: Kind = Kind::Form(&CURRENCY, 3);
const ADDRESS: Kind = Kind::Form(&URL, usize::MAX);
const PINNED: Rule = optional("connectionContract", Kind::Object(CONTRACT));

/// One type of ad server.
pub struct Config {
    /// `type`.
    pub kind: &'static str,
    rules: &'static [Rule],
    /// Sets of credentials, any one of which is enough. Empty where the service has its own.
    credentials: &'static [&'static [&'static str]],
    /// A valid configuration, without its credentials.
    example: fn() -> Value,
    view: fn(&Object) -> Value,
}

/// The names of the types.
pub const AD_SERVERS: [&str; 4] = ["google_ad_manager", "freewheel", "springserve", "adswizz"];

/// Every type.
pub const CONFIGS: &[Config] = &[
    Config {
        kind: "google_ad_manager",
        rules: &[required("networkCode", Kind::Form(&DIGITS, 32)), PINNED],
        credentials: &[],
        example: || json!({ "networkCode": "12345678" }),
        view: |body| json!({ "networkCode": body.value("networkCode") }),
    },
    Config {
        kind: "freewheel",
        rules: &[
            optional("clientId", LOGIN),
            optional("clientSecret", SECRET),
            optional("username", LOGIN),
            optional("password", SECRET),
            optional("apiToken", SECRET),
            optional("environment", Kind::OneOf(&["production", "staging", "sandbox"])),
            optional("defaultAdvertiserId", Kind::Text(0, 64)),
            optional("executionCurrency", MONEY),
            PINNED,
        ],
        credentials: &[&["clientId", "clientSecret"], &["username", "password"], &["apiToken"]],
        example: || json!({ "clientId": "nightjar-client", "executionCurrency": "EUR" }),
        view: |body| {
            json!({
                "clientId": body.value("clientId"),
                "username": body.value("username"),
                "environment": body.text("environment").unwrap_or("production"),
                "defaultAdvertiserId": body.value("defaultAdvertiserId"),
                "executionCurrency": body.value("executionCurrency"),
            })
        },
    },
    Config {
        kind: "springserve",
        rules: &[
            optional("email", Kind::Form(&EMAIL, 255)),
            optional("password", SECRET),
            optional("apiToken", SECRET),
            optional("environment", Kind::OneOf(&["production"])),
            optional("defaultDemandPartnerId", Kind::Whole(1, i64::MAX)),
            optional("rateCurrency", MONEY),
            PINNED,
        ],
        credentials: &[&["email", "password"], &["apiToken"]],
        example: || json!({ "email": "ads@nightjar.example", "rateCurrency": "EUR" }),
        view: |body| {
            json!({
                "email": body.value("email"),
                "environment": "production",
                "defaultDemandPartnerId": body.value("defaultDemandPartnerId"),
                "rateCurrency": body.value("rateCurrency"),
            })
        },
    },
    Config {
        kind: "adswizz",
        rules: &[
            optional("apiKey", SECRET),
            required("agencyId", Kind::Whole(1, i64::MAX)),
            required("defaultCurrency", MONEY),
            optional("environment", Kind::OneOf(&["AUDIOSERVE"])),
            optional("baseUrl", ADDRESS),
            optional("forecastingBaseUrl", ADDRESS),
            optional("cpmLimit", Kind::Nullable(&Kind::Positive)),
            optional("defaultAdvertiserId", Kind::Nullable(&Kind::Text(0, 64))),
            PINNED,
        ],
        credentials: &[&["apiKey"]],
        example: || json!({ "agencyId": 41, "defaultCurrency": "EUR" }),
        view: |body| {
            json!({
                "agencyId": body.value("agencyId"),
                "environment": "AUDIOSERVE",
                "baseUrl": body.text("baseUrl").unwrap_or("https://adswizz.example/domain/v8"),
                "forecastingBaseUrl": body.text("forecastingBaseUrl").unwrap_or("https://adswizz.example/forecasting/v3"),
                "defaultCurrency": body.value("defaultCurrency"),
                "cpmLimit": body.value("cpmLimit"),
                "defaultAdvertiserId": body.value("defaultAdvertiserId"),
            })
        },
    },
];

/// A configuration that was saved: what may be shown of it, and whether the ad server takes the credential.
pub struct Saved {
    /// `type`.
    pub kind: &'static str,
    /// The configuration without its secrets.
    pub view: Value,
    /// What is known of the credential.
    pub credential: Credential,
}

impl Config {
    /// An example of this type, as it is planted.
    pub fn example(&self, credential: Credential) -> Saved {
        let example = (self.example)();
        let fields = example.as_object().cloned().unwrap_or_default();
        Saved { credential, ..self.save(&fields) }
    }

    /// Whether the publisher has credentials to rotate.
    pub fn has_credentials(&self) -> bool {
        !self.credentials.is_empty()
    }

    fn save(&self, body: &Object) -> Saved {
        let given = self.credentials.iter().copied().flatten().filter_map(|key| body.get(*key));
        let refused = given.into_iter().any(holds_wrong);
        let mut view = json!({ "type": self.kind });
        for (key, value) in (self.view)(body).as_object().into_iter().flatten() {
            view[key] = value.clone();
        }
        let credential = if refused { Credential::Refused } else { Credential::Accepted };
        Saved { kind: self.kind, view, credential }
    }

    fn check_credentials(&self, check: &mut Checker, body: &Object) {
        for pair in self.credentials.iter().filter(|set| set.iter().any(|key| body.contains_key(*key))) {
            for key in pair.iter().filter(|key| !body.contains_key(**key)) {
                check.require(false, key, "Required with its other half.");
            }
        }
        let offered = self.credentials.iter().any(|set| set.iter().any(|key| body.contains_key(*key)));
        let first = self.credentials.first().and_then(|set| set.last());
        check.require(
            offered || !self.has_credentials(),
            first.copied().unwrap_or_default(),
            "A complete set of credentials is required.",
        );
    }
}

/// The configuration in the body of a call, checked.
pub fn read(call: &Call) -> Result<(&'static Config, Saved), Refusal> {
    let body = call.body()?;
    let config = body.text("type").and_then(|kind| CONFIGS.iter().find(|config| config.kind == kind));
    let config = config.ok_or_else(|| {
        Refusal::invalid("type", "Expected one of google_ad_manager, freewheel, springserve, adswizz.")
    })?;
    let mut check = Checker::default();
    check.fields(&body, config.rules);
    config.check_credentials(&mut check, &body);
    check.finish().map(|()| (config, config.save(&body)))
}
