//! The accounts at sales agents that an advertiser can be linked to.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, optional, required};
use crate::clock::{Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::ids;
use crate::world::World;

use super::advertisers::Advertiser;
use super::market::{self, Agent};
use super::paging::Page;

const DEFAULT_TAKE: usize = 50;
/// An account to be linked, by the old name of its agent or by the new one.
pub const LINK: &[Rule] = &[
    required("accountId", Kind::Text(1, 255)),
    optional("partnerId", Kind::Text(1, 255)),
    optional("storefrontId", Kind::Reference),
    optional("sourceId", Kind::Text(1, 255)),
    optional("credentialId", Kind::Text(0, 255)),
    optional("billingType", Kind::Text(0, 255)),
];
const QUERY: &[Rule] = &[
    optional("partnerId", Kind::Text(1, 255)),
    optional("storefrontId", Kind::Whole(1, i64::MAX)),
    optional("sourceId", Kind::Text(1, 255)),
    optional("credentialId", Kind::Text(1, 255)),
    optional("billingType", Kind::Text(1, 255)),
    optional("refresh", Kind::OneOf(&["true", "false"])),
    optional("take", Kind::Whole(1, 250)),
    optional("skip", Kind::Whole(0, i64::MAX)),
];

/// `GET /advertisers/{advertiserId}/accounts/available`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let advertiser = world.buyer.advertiser(call.param("advertiserId"))?;
    let query = call.query(QUERY)?;
    let mut check = Checker::default();
    require_agent(&mut check, &query, "");
    check.finish()?;
    let agent = agent(&query).ok_or_else(|| Refusal::not_found("There is no such sales agent."))?;
    let credential = query.text("credentialId");
    if credential.is_none() && agent.credentials.len() > 1 {
        let message = format!("Several credentials are registered; name one of {}.", agent.credentials.join(", "));
        return Err(
            Refusal::invalid("credentialId", &message).with_detail("availableCredentialIds", json!(agent.credentials))
        );
    }
    if credential.is_some_and(|id| !agent.credentials.contains(&id)) {
        return Err(Refusal::invalid("credentialId", "There is no such credential for this sales agent."));
    }
    let accounts: Vec<Value> = accounts(agent, advertiser)
        .into_iter()
        .filter(|account| credential.is_none_or(|id| account["credentialId"] == id))
        .collect();
    let page = Page::by_take(&query, DEFAULT_TAKE);
    Ok(Reply::ok(json!({
        "accounts": page.of(&accounts),
        "total": accounts.len(),
        "synced": true,
        "billingOptions": { "default": "agent", "supported": ["agent", "operator"] },
    })))
}

/// Adds an issue for every link that does not say at which agent.
pub fn check_links(check: &mut Checker, body: &Object) {
    for (index, link) in body.items("linkedAccounts").iter().enumerate() {
        if let Some(link) = link.as_object() {
            require_agent(check, link, &format!("linkedAccounts.{index}."));
        }
    }
}

fn require_agent(check: &mut Checker, given: &Object, prefix: &str) {
    if !given.has("partnerId") {
        for key in ["storefrontId", "sourceId"] {
            check.require(given.has(key), &format!("{prefix}{key}"), "Required.");
        }
    }
}

/// Links the accounts that a checked body names. Links are only ever added.
pub fn link(advertiser: &mut Advertiser, body: &Object, now: Millis) -> Result<(), Refusal> {
    let mut added = Vec::new();
    for (index, given) in body.items("linkedAccounts").iter().enumerate() {
        let Some(given) = given.as_object() else { continue };
        let agent = agent(given);
        let account = agent.and_then(|agent| {
            accounts(agent, advertiser).into_iter().find(|account| account["accountId"] == given.value("accountId"))
        });
        let (Some(agent), Some(account)) = (agent, account) else {
            let field = format!("linkedAccounts.{index}.accountId");
            return Err(Refusal::invalid(&field, "Not an account that list_available_accounts gives."));
        };
        let is_there = |link: &Value| link["accountId"] == account["accountId"];
        if !advertiser.links.iter().chain(&added).any(is_there) {
            added.push(json!({
                "linkId": ids::opaque("link"),
                "partnerId": agent.id,
                "accountId": account["accountId"],
                "credentialId": account["credentialId"],
                "name": account["name"],
                "sources": account["sources"],
                "billingType": given.text("billingType").unwrap_or("agent"),
                "status": "active",
                "createdAt": iso(now),
                "updatedAt": iso(now),
            }));
        }
    }
    advertiser.links.append(&mut added);
    Ok(())
}

/// The agent that a query or a link means.
fn agent(given: &Object) -> Option<&'static Agent> {
    let by_source = || {
        let storefront = given.reference("storefrontId")?;
        market::AGENTS
            .iter()
            .find(|agent| agent.storefront.to_string() == storefront && Some(agent.source) == given.text("sourceId"))
    };
    given.text("partnerId").and_then(market::agent).or_else(by_source)
}

/// Two accounts for each credential. An agent that needs none has no accounts of the buyer's own.
fn accounts(agent: &Agent, advertiser: &Advertiser) -> Vec<Value> {
    let slug = ids::slug(&advertiser.brand.domain).unwrap_or_default();
    let pair = |credential: &'static str| {
        ["main", "trial"].map(|branch| {
            json!({
                "accountId": format!("acc_{slug}_{credential}_{branch}"),
                "credentialId": credential,
                "partnerId": agent.id,
                "name": format!("{} ({branch})", advertiser.brand.name),
                "advertiser": advertiser.brand.name,
                "house": null,
                "billingProxy": null,
                "billing": "agent",
                "billingOptions": { "default": "agent", "supported": ["agent", "operator"] },
                "sources": [agent.source_ref()],
                "status": "active",
            })
        })
    };
    agent.credentials.iter().copied().flat_map(pair).collect()
}
