//! The five modules of a modular source: what each needs and which stages it carries.

use serde_json::{Value, json};

/// Every stage that a module of some source may carry.
pub const STAGES: [&str; 15] = [
    "LIST_ACCOUNTS",
    "INGEST_AVAILS",
    "SYNC_INVENTORY",
    "GET_PRODUCTS",
    "GET_MEDIA_BUYS",
    "GET_ACCOUNT_RESOURCES",
    "RESERVE_AVAILS",
    "FINALIZE_BOOKING",
    "RELEASE_BOOKING",
    "RECONCILE_DELIVERY",
    "SYNC_CREATIVES",
    "TRAFFIC_CAMPAIGN",
    "UPDATE_CAMPAIGN",
    "SYNC_STATUS",
    "IMPORT_REPORTING",
];

/// What a kind of module is and needs.
pub struct Contract {
    /// The id of the only module of this kind in a planted source.
    pub instance_id: &'static str,
    /// The kind.
    pub kind: &'static str,
    /// The display name.
    pub name: &'static str,
    /// Whose system the module talks to.
    pub provider: Option<&'static str>,
    /// What has to be configured.
    pub fields: &'static [ContractField],
    /// What the module carries.
    pub stages: &'static [Stage],
    id: &'static str,
}

/// Something that has to be configured.
pub struct ContractField {
    /// The key in the module's configuration.
    pub key: &'static str,
    label: &'static str,
    value_type: &'static str,
}

/// A stage that a module carries.
pub struct Stage {
    /// Which stage.
    pub name: &'static str,
    /// The kind of work item that people complete, where the stage is not automatic.
    pub work: Option<&'static str>,
    /// Where its input comes from at run time.
    pub inputs: &'static [&'static str],
}

/// The modules of every planted source.
#[rustfmt::skip]
pub const CONTRACTS: &[Contract] = &[
    Contract {
        instance_id: "inventory-feed", kind: "INVENTORY_FEED", name: "Inventory feed", provider: None, id: "static-avails-feed",
        fields: &[],
        stages: &[
            Stage { name: "INGEST_AVAILS", work: None, inputs: &["INVENTORY_FEED"] },
            Stage { name: "GET_PRODUCTS", work: None, inputs: &["INVENTORY_FEED"] },
        ],
    },
    Contract {
        instance_id: "booking-ledger", kind: "BOOKING_LEDGER", name: "Booking ledger", provider: None, id: "local-booking-ledger",
        fields: &[],
        stages: &[
            Stage { name: "RESERVE_AVAILS", work: None, inputs: &["INVENTORY_FEED", "MEDIA_BUY_INPUT"] },
            Stage { name: "RELEASE_BOOKING", work: None, inputs: &["MEDIA_BUY_INPUT"] },
        ],
    },
    Contract {
        instance_id: "trafficking", kind: "TRAFFICKING", name: "Trafficking", provider: Some("freewheel"), id: "freewheel-trafficking",
        fields: &[ContractField { key: "networkId", label: "FreeWheel network", value_type: "STRING" }],
        stages: &[
            Stage { name: "FINALIZE_BOOKING", work: Some("EXECUTE_UPSTREAM_BOOKING"), inputs: &["MEDIA_BUY_INPUT"] },
            Stage { name: "TRAFFIC_CAMPAIGN", work: Some("RESOLVE_TRAFFICKING_ERROR"), inputs: &["CREATIVE_INPUT"] },
        ],
    },
    Contract {
        instance_id: "status-sync", kind: "STATUS_SYNC", name: "Status sync", provider: Some("freewheel"), id: "freewheel-status",
        fields: &[ContractField { key: "pollIntervalMinutes", label: "Minutes between polls", value_type: "NUMBER" }],
        stages: &[Stage { name: "SYNC_STATUS", work: None, inputs: &[] }],
    },
    Contract {
        instance_id: "reporting-import", kind: "REPORTING_IMPORT", name: "Reporting import", provider: None, id: "uploaded-reports",
        fields: &[ContractField { key: "reportTimezone", label: "Time zone of the reports", value_type: "STRING" }],
        stages: &[Stage { name: "IMPORT_REPORTING", work: Some("UPLOAD_FINAL_REPORT"), inputs: &["REPORTING_UPLOAD"] }],
    },
];

/// What a person must give back to complete a kind of work.
pub fn required_results(work: &str) -> &'static [&'static str] {
    match work {
        "EXECUTE_UPSTREAM_BOOKING" => &["upstreamBookingId"],
        "UPLOAD_FINAL_REPORT" => &["reportUrl"],
        _ => &[],
    }
}

impl Contract {
    /// The contract as the projection shows it.
    pub fn view(&self) -> Value {
        let mut view = json!({
            "contractId": self.id,
            "version": "v1",
            "moduleType": self.kind,
            "primaryKind": self.kind,
            "displayName": self.name,
            "description": format!("{} of a modular source.", self.name),
            "constraints": [],
        });
        if let Some(provider) = self.provider {
            view["provider"] = provider.into();
            view["maturity"] = "sandbox".into();
        }
        view
    }

    /// The id of the contract.
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// Fields as the projection groups them.
    pub fn group<'f>(&self, fields: impl Iterator<Item = &'f ContractField>) -> Value {
        let stages: Vec<&str> = self.stages.iter().map(|stage| stage.name).collect();
        let fields: Vec<Value> = fields.map(|field| field.view(&stages)).collect();
        if fields.is_empty() { json!([]) } else { json!([{ "source": "MODULE_CONFIG", "fields": fields }]) }
    }
}

impl ContractField {
    fn view(&self, stages: &[&str]) -> Value {
        json!({
            "key": self.key,
            "label": self.label,
            "description": format!("{}; without it the module does not work.", self.label),
            "source": "MODULE_CONFIG",
            "valueType": self.value_type,
            "required": true,
            "requiredFor": stages,
        })
    }
}
