//! Creative manifests: people make them on a page of the service; here they are read, described and deleted.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Checker, Kind, Rule, URL, optional, required};
use crate::clock::{Millis, iso};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::ids;
use crate::world::World;

use super::paging::Page;
use super::{State, caps};

const DEFAULT_TAKE: usize = 50;
const AGENT: &str = "https://creatives.interchange.example";
const TEXT: Kind = Kind::Text(0, 255);
const ID: Kind = Kind::Text(1, 255);
const ASSET_TYPE: Kind = Kind::OneOf(&[
    "IMAGE",
    "VIDEO",
    "AUDIO",
    "HTML",
    "JAVASCRIPT",
    "CSS",
    "TEXT",
    "URL",
    "VAST",
    "FONT",
    "LOGO",
    "DOCUMENT",
]);
const QUERY: &[Rule] = &[
    optional("quality", TEXT),
    optional("search", TEXT),
    optional("take", Kind::Whole(1, i64::MAX)),
    optional("skip", Kind::Whole(0, i64::MAX)),
];
const FORMAT: &[Rule] = &[required("agent_url", ID), required("id", ID)];
const LINK: &[Rule] = &[
    required("url", Kind::Form(&URL, 2048)),
    required("url_type", Kind::OneOf(&["clickthrough", "tracker_pixel", "tracker_script", "vast"])),
];
const RECLASSIFY: &[Rule] = &[required("asset_id", ID), required("asset_type", ASSET_TYPE)];
const UPDATE: &[Rule] = &[
    optional("name", Kind::Text(1, 255)),
    optional("message", Kind::Text(0, 5000)),
    optional("tag", TEXT),
    optional("quality", TEXT),
    optional("format_id", Kind::Object(FORMAT)),
    optional("template_id", TEXT),
    optional("url_asset", Kind::Object(LINK)),
    optional("delete_asset_ids", Kind::List(0, 100, &ID)),
    optional("reclassify_assets", Kind::List(0, 100, &Kind::Object(RECLASSIFY))),
    optional("frequencyCaps", caps::CAPS),
];
const DASHBOARD: &[Rule] =
    &[optional("advertiserId", Kind::Whole(1, i64::MAX)), optional("campaignId", ID), optional("manifestId", ID)];
/// The metadata that is kept as it is written.
const KEPT: [&str; 6] = ["name", "message", "tag", "quality", "format_id", "template_id"];

/// A creative manifest.
pub struct Creative {
    id: String,
    campaign_id: String,
    advertiser_id: String,
    brand_domain: String,
    written: Object,
    assets: Vec<Value>,
    caps: Vec<Value>,
    archived: bool,
    created: Millis,
    updated: Millis,
}

impl State {
    /// Puts a manifest with one picture into a campaign, as a person would on the dashboard.
    pub fn upload(&mut self, campaign_id: &str, name: &str, now: Millis) -> Result<String, Refusal> {
        let advertiser_id = self.campaign(campaign_id)?.advertiser_id.clone();
        let brand_domain = self.advertiser(&advertiser_id)?.brand.domain.clone();
        let written = json!({ "name": name, "template_id": "display_300x250_html", "format_id": { "agent_url": AGENT, "id": "display_300x250" } });
        let id = ids::opaque("creative");
        self.creatives.push(Creative {
            id: id.clone(),
            campaign_id: campaign_id.to_owned(),
            advertiser_id,
            brand_domain,
            written: written.as_object().cloned().unwrap_or_default(),
            assets: vec![asset("banner.png", "IMAGE", "image/png", &format!("{AGENT}/banner.png"), now)],
            caps: Vec::new(),
            archived: false,
            created: now,
            updated: now,
        });
        Ok(id)
    }

    fn creative_mut(&mut self, call: &Call) -> Result<&mut Creative, Refusal> {
        self.campaign(call.param("campaignId"))?;
        let (campaign, id) = (call.param("campaignId"), call.param("creativeId"));
        let of_campaign = self.creatives.iter_mut().filter(|creative| creative.campaign_id == campaign);
        let found = of_campaign.into_iter().find(|creative| creative.id == id && !creative.archived);
        found.ok_or_else(|| Refusal::not_found("The campaign has no such creative."))
    }
}

fn asset(name: &str, kind: &str, mime: &str, url: &str, now: Millis) -> Value {
    json!({
        "asset_id": ids::opaque("asset"),
        "name": name,
        "original_filename": name,
        "asset_type": kind,
        "content_type": mime,
        "file_size": 20_480,
        "public_url": url,
        "asset_source": "USER_UPLOADED",
        "created_at": iso(now),
    })
}

/// `GET /campaigns/{campaignId}/creatives`
pub fn list(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let campaign = &world.buyer.campaign(call.param("campaignId"))?.id;
    let query = call.query(QUERY)?;
    let search = query.text("search").unwrap_or_default().to_lowercase();
    let wanted = |creative: &&Creative| {
        creative.campaign_id == *campaign
            && !creative.archived
            && creative.name().to_lowercase().contains(&search)
            && query.text("quality").is_none_or(|quality| creative.written.text("quality") == Some(quality))
    };
    let fitting: Vec<&Creative> = world.buyer.creatives.iter().filter(wanted).collect();
    let page = Page::by_take(&query, DEFAULT_TAKE);
    let manifests: Vec<Value> = page.of(&fitting).iter().map(|creative| creative.summary()).collect();
    Ok(Reply::ok(json!({ "manifests": manifests, "total": fitting.len() })))
}

/// `GET /campaigns/{campaignId}/creatives/{creativeId}`
pub fn get(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    world.buyer.creative_mut(call).map(|creative| Reply::ok(creative.view()))
}

/// `PUT /campaigns/{campaignId}/creatives/{creativeId}`: metadata, links, and what becomes of assets.
pub fn update(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let creative = world.buyer.creative_mut(call)?;
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, UPDATE);
    caps::check_caps(&mut check, &body);
    for (index, id) in body.items("delete_asset_ids").iter().enumerate() {
        check.require(creative.has_asset(id), &format!("delete_asset_ids.{index}"), "The creative has no such asset.");
    }
    for (index, change) in body.items("reclassify_assets").iter().enumerate() {
        let known = creative.has_asset(&change["asset_id"]);
        check.require(known, &format!("reclassify_assets.{index}.asset_id"), "The creative has no such asset.");
    }
    check.finish()?;
    creative.apply(&body, call.now);
    let view = creative.view();
    world.buyer.note("UPDATE", call);
    Ok(Reply::ok(view))
}

/// `DELETE /campaigns/{campaignId}/creatives/{creativeId}`
pub fn delete(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    world.buyer.creative_mut(call)?;
    world.buyer.note("DELETE", call);
    world.buyer.creative_mut(call)?.archived = true;
    Ok(Reply::no_content())
}

/// `GET /creative-dashboard-url`
pub fn dashboard_url(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let query = call.query(DASHBOARD)?;
    if let Some(id) = query.reference("advertiserId") {
        world.buyer.advertiser(&id)?;
    }
    if let Some(id) = query.text("campaignId") {
        world.buyer.campaign(id)?;
    }
    let pairs =
        ["advertiserId", "campaignId", "manifestId"].map(|key| query.reference(key).map(|id| format!("{key}={id}")));
    let query: Vec<String> = pairs.into_iter().flatten().collect();
    Ok(Reply::ok(json!({ "url": format!("https://interchange.example/creatives?customerId=7&{}", query.join("&")) })))
}

impl State {
    fn note(&mut self, action: &'static str, call: &Call) {
        let creative = self.creative_mut(call).map(|creative| (creative.id.clone(), creative.name().to_owned()));
        if let (Ok((id, name)), Ok(campaign)) = (creative, self.campaign(call.param("campaignId"))) {
            let deed = campaign.done(action, "CREATIVE", &id, &name);
            self.activity.add(deed, call.now);
        }
    }
}

impl Creative {
    fn name(&self) -> &str {
        self.written.text("name").unwrap_or_default()
    }

    fn has_asset(&self, id: &Value) -> bool {
        self.assets.iter().any(|asset| asset["asset_id"] == *id)
    }

    fn apply(&mut self, body: &Object, now: Millis) {
        for key in KEPT {
            if let Some(value) = body.get(key) {
                self.written.insert(key.to_owned(), value.clone());
            }
        }
        self.assets.retain(|asset| !body.items("delete_asset_ids").contains(&asset["asset_id"]));
        for change in body.items("reclassify_assets") {
            for asset in self.assets.iter_mut().filter(|asset| asset["asset_id"] == change["asset_id"]) {
                asset["asset_type"] = change["asset_type"].clone();
            }
        }
        if let Some(link) = body.inner("url_asset") {
            let kind = if link.text("url_type") == Some("vast") { "VAST" } else { "URL" };
            let name = link.text("url_type").unwrap_or_default();
            self.assets.push(asset(name, kind, "text/uri-list", link.text("url").unwrap_or_default(), now));
        }
        caps::replace(&mut self.caps, body, "CREATIVE", &self.id, now);
        self.updated = now;
    }

    fn summary(&self) -> Value {
        json!({
            "creative_id": self.id,
            "campaign_id": self.campaign_id,
            "name": self.name(),
            "template_id": self.written.value("template_id"),
            "format_id": self.written.value("format_id"),
            "brand_domain": self.brand_domain,
            "preview_url": format!("{AGENT}/preview/{}", self.id),
            "asset_count": self.assets.len(),
            "sync_status": { "synced": false, "agent_count": 0 },
            "created_at": iso(self.created),
            "updated_at": iso(self.updated),
        })
    }

    fn view(&self) -> Value {
        let mut view = self.summary();
        if let Some(members) = view.as_object_mut() {
            members.remove("asset_count");
        }
        view["advertiser_id"] = self.advertiser_id.as_str().into();
        for key in ["message", "tag", "quality"].into_iter().filter(|key| self.written.has(key)) {
            view[key] = self.written.value(key);
        }
        view["assets"] = self.assets.clone().into();
        view["format_previews"] = json!([]);
        view["html_processing"] =
            json!({ "rewritten_refs": [], "unresolved_refs": [], "inserted_macros": ["{CLICK_URL}"] });
        view["auto_detected_template"] = json!({ "template_id": "display_300x250_html", "template_name": "Display 300x250", "method": "file_analysis" });
        view["frequencyCaps"] = self.caps.clone().into();
        view
    }
}
