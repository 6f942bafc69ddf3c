//! `GET /inventory-sources/{sourceId}/modular`: what is set up and what is missing.

use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::envelope::{Refusal, Reply};
use crate::world::World;

use super::super::inventory::Source;
use super::contract::{STAGES, Stage};
use super::{Module, Modules};

/// Shows the setup of a modular source.
pub fn readiness(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    project(world, call).map(Reply::ok)
}

/// The projection of the source that a call is about.
pub fn project(world: &World, call: &Call) -> Result<Value, Refusal> {
    let source = world.storefront.source(call.param("sourceId"))?;
    let modules = source.modules()?;
    Ok(json!({
        "inventorySource": header(source, &world.storefront.storefront_id),
        "modules": modules.modules.iter().map(|module| modules.module_view(module, &source.id)).collect::<Vec<_>>(),
        "lifecycleSummary": STAGES.map(|stage| modules.stage_summary(stage)),
        "openWorkItemCount": modules.open_work().count(),
        "activeAvailCount": modules.avails.len(),
    }))
}

fn header(source: &Source, storefront_id: &str) -> Value {
    json!({
        "id": source.id,
        "storefrontId": storefront_id,
        "sourceId": source.source_id,
        "name": source.name,
        "executionType": "MODULAR_SOURCE",
        "status": source.status.name(),
        "healthStatus": source.condition().health(),
        "lastError": null,
        "lastCheckedAt": null,
    })
}

impl Modules {
    fn module_view(&self, module: &Module, source_id: &str) -> Value {
        let contract = module.contract;
        let mut by_kind: Map<String, Value> = Map::new();
        for work in contract.stages.iter().filter_map(|stage| stage.work) {
            by_kind.insert(work.to_owned(), self.open_of_kind(work).into());
        }
        by_kind.retain(|_, count| count != 0);
        let open: usize =
            contract.stages.iter().filter_map(|stage| stage.work).map(|work| self.open_of_kind(work)).sum();
        json!({
            "moduleRowId": module.row_id,
            "inventorySourceId": source_id,
            "moduleInstanceId": contract.instance_id,
            "kind": contract.kind,
            "name": contract.name,
            "provider": contract.provider,
            "status": module.status(),
            "contractId": contract.id(),
            "contractVersion": "v1",
            "contract": contract.view(),
            "configuredFieldKeys": module.config.keys().collect::<Vec<_>>(),
            "missingSetupFieldsBySource": contract.group(module.missing().into_iter()),
            "lifecycle": contract.stages.iter().map(|stage| stage_view(module, stage)).collect::<Vec<_>>(),
            "openWorkItemCount": open,
            "openWorkItemCountsByKind": by_kind,
            "lastError": null,
            "lastCheckedAt": null,
            "issues": [],
        })
    }

    /// One stage over all modules of the source.
    fn stage_summary(&self, name: &'static str) -> Value {
        let carrier = |module: &'_ Module| module.contract.stages.iter().find(|stage| stage.name == name);
        let carried = self.modules.iter().find_map(|module| Some((module, carrier(module)?)));
        let stage = carried.map(|(_, stage)| stage);
        let module = carried.map(|(module, _)| module);
        json!({
            "stage": name,
            "supported": carried.is_some(),
            "status": carried.map_or("UNSUPPORTED", |(module, stage)| self.stage_status(module, stage)),
            "modes": stage.map(Stage::mode).into_iter().collect::<Vec<_>>(),
            "moduleInstanceIds": module.map(|module| module.contract.instance_id).into_iter().collect::<Vec<_>>(),
            "moduleNames": module.map(|module| module.contract.name).into_iter().collect::<Vec<_>>(),
            "setupConfigured": module.is_some_and(|module| module.missing().is_empty()),
            "runtimeInputsRequired": stage.is_some_and(|stage| !stage.inputs.is_empty()),
            "hitlRequired": stage.is_some_and(|stage| stage.work.is_some()),
            "openWorkItemCount": stage.and_then(|stage| stage.work).map_or(0, |work| self.open_of_kind(work)),
            "requiredRuntimeFieldSources": stage.map_or(&[][..], |stage| stage.inputs),
            "missingSetupFieldsBySource": module.map_or(json!([]), |module| module.contract.group(module.missing().into_iter())),
            "issues": [],
        })
    }

    fn stage_status(&self, module: &Module, stage: &Stage) -> &'static str {
        let waits = stage.work.is_some_and(|work| self.open_of_kind(work) > 0);
        let starves = stage.inputs.contains(&"INVENTORY_FEED") && self.avails.is_empty();
        match () {
            () if module.is_stopped() => "BLOCKED",
            () if !module.missing().is_empty() => "MISSING_SETUP",
            () if waits => "HITL_PENDING",
            () if starves => "RUNTIME_INPUTS_REQUIRED",
            () => "READY",
        }
    }

    fn open_of_kind(&self, work: &str) -> usize {
        self.open_work().filter(|item| item.kind() == work).count()
    }
}

impl Stage {
    fn mode(&self) -> &'static str {
        if self.work.is_some() { "HITL" } else { "AUTOMATED" }
    }
}

fn stage_view(module: &Module, stage: &Stage) -> Value {
    let contract = module.contract;
    let mut view = json!({
        "stage": stage.name,
        "mode": stage.mode(),
        "description": format!("{} carries {}.", contract.name, stage.name),
        "outputKeys": [],
        "requiredFieldsBySource": contract.group(contract.fields.iter()),
        "missingSetupFieldsBySource": contract.group(module.missing().into_iter()),
        "moduleConfigReady": module.missing().is_empty(),
    });
    if let Some(work) = stage.work {
        view["workItemKind"] = work.into();
    }
    view
}
