//! A source as the API shows it.

use serde_json::{Value, json};

use crate::call::Call;
use crate::clock::iso;
use crate::fields::Object;

use super::{Agent, Backing, Source, Status};

impl Source {
    /// The source as the API shows it.
    pub fn view(&self, call: &Call) -> Value {
        let mut view = Object::new();
        view.insert("id".into(), self.id.clone().into());
        view.insert("sourceId".into(), self.source_id.clone().into());
        view.insert("name".into(), self.name.clone().into());
        view.insert("executionType".into(), self.execution_type().into());
        view.insert("status".into(), self.status.name().into());
        view.extend(members(self.backing_view(call)));
        view.extend(members(self.product_modes()));
        view.insert("createdAt".into(), iso(self.created).into());
        view.insert("updatedAt".into(), iso(self.updated).into());
        Value::Object(view)
    }

    /// `executionType`.
    pub fn execution_type(&self) -> &'static str {
        match self.backing {
            Backing::Agent(_) => "AGENT",
            Backing::AdServer(_) => "MANAGED_SALES_AGENT",
            Backing::Modular(_) => "MODULAR_SOURCE",
        }
    }

    /// How the products of the source are made: as the agent declares them, or composed by the storefront.
    pub fn product_mode(&self) -> &'static str {
        if self.agent().is_some() { "COMPOSING" } else { "WHOLESALE" }
    }

    /// Why the source offers no products yet.
    pub fn product_mode_reasons(&self) -> Vec<&'static str> {
        if self.status == Status::Active { Vec::new() } else { vec!["SOURCE_NOT_ACTIVE"] }
    }

    fn backing_view(&self, call: &Call) -> Value {
        match &self.backing {
            Backing::Agent(agent) => agent_view(agent, call),
            Backing::AdServer(connection) => {
                json!({ "agentId": connection.agent_id, "managedSa": connection.summary() })
            }
            Backing::Modular(_) => json!({ "agentId": null }),
        }
    }

    fn product_modes(&self) -> Value {
        let (mode, reasons) = (self.product_mode(), self.product_mode_reasons());
        json!({
            "linkedStorefront": null,
            "reportingType": null,
            "reportingPollingCadence": null,
            "isAdapterSource": false,
            "agentCapabilityUid": self.agent().map(|agent| &agent.capability_uid),
            "declaredAgentProductMode": mode,
            "bindingProductMode": null,
            "effectiveProductMode": reasons.is_empty().then_some(mode),
            "productModeReasons": reasons,
            "productPaths": [{ "path": mode, "ready": reasons.is_empty(), "reasons": reasons }],
        })
    }
}

fn agent_view(agent: &Agent, call: &Call) -> Value {
    let mut view = json!({
        "agentId": agent.agent_id,
        "type": agent.kind,
        "endpointUrl": agent.endpoint_url,
        "protocol": agent.protocol,
        "description": agent.description,
        "authenticationType": agent.authentication,
        "authConfigured": agent.is_configured(),
        "managedSa": null,
    });
    if let Some(oauth) = agent.oauth(call) {
        view["oauth"] = oauth;
    }
    view
}

fn members(value: Value) -> Object {
    if let Value::Object(members) = value { members } else { Object::new() }
}
