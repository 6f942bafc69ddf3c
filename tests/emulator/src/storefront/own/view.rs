//! The storefront as the API shows it.

use serde_json::{Map, Value, json};

use crate::clock::iso;
use crate::envelope::Refusal;
use crate::fields::Fields;

use super::super::State;
use super::super::inventory::Status;
use super::{OwnStorefront, rules};

impl State {
    /// The storefront as the API shows it.
    pub fn own_view(&self) -> Result<Value, Refusal> {
        let own = self.own()?;
        let parts =
            [own.identity(&self.storefront_id), own.reach(), own.operation(), self.derived(own), own.settings()];
        let members =
            parts.into_iter().filter_map(|part| if let Value::Object(part) = part { Some(part) } else { None });
        Ok(Value::Object(members.flatten().collect::<Map<_, _>>()))
    }

    fn derived(&self, own: &OwnStorefront) -> Value {
        let active = |kind: &str| {
            self.sources.iter().any(|source| source.status == Status::Active && source.execution_type() == kind)
        };
        let managed = active("MANAGED_SALES_AGENT");
        let composes = managed || active("MODULAR_SOURCE");
        let sells = composes || active("AGENT");
        let mut effective = own.capabilities();
        effective["offersProductComposition"] = composes.into();
        json!({
            "capabilities": effective,
            "configuredCapabilities": own.capabilities(),
            "capabilitiesLocked": managed,
            "advertiseAsAgent": sells,
            "displayStatus": if own.is_paused() { "paused" } else if sells { "transacting" } else { "configuring" },
            "discoveryCard": own.card(&self.storefront_id, composes),
        })
    }
}

impl OwnStorefront {
    fn identity(&self, storefront_id: &str) -> Value {
        let value = |key| self.written.value(key);
        json!({
            "storefrontId": storefront_id,
            "platformId": self.platform_id,
            "name": value("name"),
            "publisherDomain": value("publisherDomain"),
            "operatorDomain": value("operatorDomain"),
            "brandName": self.brand_name(),
            "logoUrl": self.logo_url(),
            "logoBackground": value("logoBackground"),
            "membershipStatus": value("membershipStatus"),
            "description": value("description"),
            "website": value("website"),
            "demandContactName": value("demandContactName"),
            "demandContactEmail": value("demandContactEmail"),
            "operatorDomainVerified": false,
        })
    }

    fn reach(&self) -> Value {
        json!({
            "regions": self.regions(),
            "acceptedCountries": self.written.value("acceptedCountries"),
            "acceptsAllCountries": self.accepts_all_countries(),
            "advertisingPolicyDisclosure": self.list("advertisingPolicyDisclosure"),
            "advertisedCountries": [],
            "advertisedChannels": [],
            "channels": self.list("channels"),
        })
    }

    fn operation(&self) -> Value {
        json!({
            "routingMode": "CHEF",
            "adapterProviderType": null,
            "adapterSourceKind": null,
            "adapterCredentialMode": null,
            "plan": "basic",
            "transacting": !self.is_paused(),
            "isPaused": self.is_paused(),
            "archivedAt": null,
        })
    }

    fn settings(&self) -> Value {
        let pricing = Some(self.written.value("compositionPricing")).filter(Value::is_object);
        let approval = |key| self.written.text(key).unwrap_or("manual");
        json!({
            "setupIntent": self.written.value("setupIntent"),
            "compositionPricing": pricing.unwrap_or_else(|| rules::priced(json!({}))),
            "creativeApproval": approval("creativeApproval"),
            "mediaBuyApproval": approval("mediaBuyApproval"),
            "sellsThirdPartyInventory": self.written.flag("sellsThirdPartyInventory").unwrap_or_default(),
            "businessProfile": self.written.value("businessProfile"),
            "defaultCurrency": self.written.value("defaultCurrency"),
            "paymentCurrencies": self.list("paymentCurrencies"),
            "createdAt": iso(self.created),
            "updatedAt": iso(self.updated),
        })
    }

    fn capabilities(&self) -> Value {
        let flags = self.written.value("capabilities");
        let flag = |key: &str| flags[key].as_bool().unwrap_or_default();
        json!({
            "offersCreativeReview": flag("offersCreativeReview"),
            "offersCampaignApproval": flag("offersCampaignApproval"),
            "offersProductComposition": flag("offersProductComposition"),
        })
    }

    fn card(&self, storefront_id: &str, managed: bool) -> Value {
        let (channels, countries) = (self.list("channels"), self.list("acceptedCountries"));
        json!({
            "storefrontId": storefront_id,
            "platformId": self.platform_id,
            "storefrontKind": if managed { "managed" } else { "external_pass_through" },
            "displayName": self.written.value("name"),
            "logoUrl": self.logo_url(),
            "logoBackground": self.written.value("logoBackground"),
            "description": self.written.value("description"),
            "website": self.written.value("website"),
            "brandColors": null,
            "channels": channels,
            "countries": countries,
            "acceptsAllCountries": self.accepts_all_countries(),
            "coverageDeclarations": [],
            "advertisingPolicies": null,
            "coverage": { "channels": declared(&channels), "countries": declared(&countries) },
            "provenance": self.provenance(),
        })
    }

    fn provenance(&self) -> Value {
        let by = |key| if self.written.has(key) { "operator" } else { "unknown" };
        json!({
            "identity": {
                "displayName": "operator",
                "logoUrl": if self.registered.is_some() && !self.written.has("logoUrl") { "registry" } else { by("logoUrl") },
                "description": by("description"),
                "website": by("website"),
                "brandColors": "unknown",
            },
            "coverage": { "channels": by("channels"), "countries": by("acceptedCountries") },
            "advertisingPolicies": "unknown",
        })
    }

    /// The name that was written, or else the one that the registry knows.
    fn brand_name(&self) -> Value {
        let known = self.registered.as_ref().map(|(name, _)| name.as_str());
        self.written.text("brandName").or(known).into()
    }

    fn logo_url(&self) -> Value {
        let known = self.registered.as_ref().map(|(_, logo)| logo.as_str());
        self.written.text("logoUrl").or(known).into()
    }

    /// The storefront's channels, for the readiness report.
    pub fn channels(&self) -> Value {
        self.list("channels")
    }

    /// The regions, which live in the business profile and may still be written under their old name.
    fn regions(&self) -> Value {
        let profile = self.written.value("businessProfile");
        if profile["regions"].is_array() { profile["regions"].clone() } else { self.list("regions") }
    }

    fn list(&self, key: &str) -> Value {
        let value = self.written.value(key);
        if value.is_array() { value } else { json!([]) }
    }

    fn accepts_all_countries(&self) -> bool {
        self.written.flag("acceptsAllCountries").unwrap_or_default()
    }
}

fn declared(list: &Value) -> &'static str {
    if list.as_array().is_some_and(|list| !list.is_empty()) { "declared" } else { "unknown" }
}
