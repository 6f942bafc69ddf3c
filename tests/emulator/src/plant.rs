//! What the control plane can put into a world because the API has no operation that would.

use serde_json::{Value, json};

use crate::buyer;
use crate::check::{Checker, Kind, Rule, optional, required, verify};
use crate::clock::Millis;
use crate::envelope::Refusal;
use crate::fields::{Fields, Object};
use crate::storefront::ad_server::{AD_SERVERS, CONFIGS, Connection, Run};
use crate::storefront::inventory::{Backing, Credential, Source, Status, holds_wrong};
use crate::storefront::{Modules, WORK_ITEM, WorkItem};
use crate::world::World;

const ID: Kind = Kind::Text(1, 255);
const WHAT: &[Rule] = &[required(
    "what",
    Kind::OneOf(&["ad-server-source", "modular-source", "media-buy", "work-item", "creative", "task"]),
)];

const AD_SERVER: &[Rule] = &[
    required("adServer", Kind::OneOf(&AD_SERVERS)),
    optional("sourceId", ID),
    optional("name", ID),
    optional("credential", Kind::Text(0, 255)),
    optional("syncRuns", Kind::Whole(0, 1000)),
    optional("upstreamGone", Kind::Flag),
];

const MODULAR: &[Rule] = &[optional("sourceId", ID), optional("name", ID), optional("avails", Kind::Whole(0, 1000))];

const MEDIA_BUY: &[Rule] = &[
    required("sourceId", ID),
    required(
        "status",
        Kind::OneOf(&[
            "DRAFT",
            "PENDING_APPROVAL",
            "INPUT_REQUIRED",
            "ACTIVE",
            "PAUSED",
            "COMPLETED",
            "CANCELED",
            "FAILED",
            "REJECTED",
        ]),
    ),
    optional("mediaBuyId", ID),
];

/// Plants something and says under which id it is to be found.
pub fn plant(world: &mut World, body: &Object, now: Millis) -> Result<Value, Refusal> {
    let planted = buyer::plant(&mut world.buyer, body, now);
    if let Some(planted) = planted.or_else(|| buyer::plant_data(&mut world.buyer, body, now)) {
        return planted;
    }
    verify(body, WHAT)?;
    match body.text("what") {
        Some("ad-server-source") => ad_server_source(world, body, now),
        Some("modular-source") => modular_source(world, body, now),
        Some("media-buy") => media_buy(world, body),
        _ => work_item(world, body, now),
    }
}

fn check(body: &Object, rules: &[Rule]) -> Result<(), Refusal> {
    let mut check = Checker::default();
    check.fields(body, rules);
    check.no_others(body, rules, &["token", "what"]);
    check.finish()
}

fn ad_server_source(world: &mut World, body: &Object, now: Millis) -> Result<Value, Refusal> {
    check(body, AD_SERVER)?;
    let config = CONFIGS.iter().find(|config| Some(config.kind) == body.text("adServer"));
    let config = config.ok_or_else(|| Refusal::invalid("adServer", "There is no such ad server."))?;
    let credential = if holds_wrong(&body.value("credential")) { Credential::Refused } else { Credential::Accepted };
    let runs = Run::history(body.whole("syncRuns").unwrap_or(23), now);
    let gone = body.flag("upstreamGone").unwrap_or_default();
    let connection = Connection::new(config.example(credential), runs, gone, now);
    add(world, body, "ad-server", "Ad server", Backing::AdServer(Box::new(connection)), now)
}

fn modular_source(world: &mut World, body: &Object, now: Millis) -> Result<Value, Refusal> {
    check(body, MODULAR)?;
    let modules = Modules::new(body.whole("avails").unwrap_or(2), now);
    add(world, body, "modular", "Modular source", Backing::Modular(Box::new(modules)), now)
}

fn add(
    world: &mut World,
    body: &Object,
    id: &str,
    name: &str,
    backing: Backing,
    now: Millis,
) -> Result<Value, Refusal> {
    let source_id = body.text("sourceId").unwrap_or(id).to_owned();
    let name = body.text("name").unwrap_or(name).to_owned();
    let source = world.storefront.add(Source::new(source_id, name, Status::Active, backing, now))?;
    Ok(json!({ "sourceId": source.source_id, "id": source.id }))
}

/// A media buy that is planted again gets its new status.
fn media_buy(world: &mut World, body: &Object) -> Result<Value, Refusal> {
    check(body, MEDIA_BUY)?;
    let source = world.storefront.source_mut(body.text("sourceId").unwrap_or_default())?;
    let id = body.text("mediaBuyId").unwrap_or("media-buy-1").to_owned();
    source.media_buys.retain(|(known, _)| *known != id);
    source.media_buys.push((id.clone(), body.text("status").unwrap_or_default().to_owned()));
    Ok(json!({ "mediaBuyId": id }))
}

fn work_item(world: &mut World, body: &Object, now: Millis) -> Result<Value, Refusal> {
    check(body, WORK_ITEM)?;
    let storefront_id = world.storefront.storefront_id.clone();
    let source = world.storefront.source_mut(body.text("sourceId").unwrap_or_default())?;
    let row = source.id.clone();
    let is_field = |key: &str| key != "sourceId";
    let given: Object = WORK_ITEM
        .iter()
        .map(Rule::key)
        .filter(|key| is_field(key))
        .filter_map(|key| Some((key.to_owned(), body.get(key)?.clone())))
        .collect();
    let work = WorkItem::new(&storefront_id, &row, given, now);
    let id = work.view()["id"].clone();
    source.modules_mut()?.work_items.push(work);
    Ok(json!({ "workItemId": id }))
}
