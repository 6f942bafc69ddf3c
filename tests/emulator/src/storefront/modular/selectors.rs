//! The taxonomy of the ad server behind a modular source.

use serde_json::{Value, json};

use crate::call::Call;
use crate::check::{Kind, Rule, optional, required};
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::world::World;

const TYPES: [&str; 8] = [
    "site",
    "site_section",
    "site_group",
    "series",
    "video_group",
    "ad_unit_package",
    "ad_unit_node",
    "standard_attribute",
];
const LOOSE: Kind = Kind::Text(0, usize::MAX);
const DEFAULT_LIMIT: i64 = 25;

const QUERY: &[Rule] = &[
    required("selectorType", Kind::OneOf(&TYPES)),
    optional("q", LOOSE),
    optional("query", LOOSE),
    optional("parentId", LOOSE),
    optional("cursor", LOOSE),
    optional("limit", Kind::Whole(1, 100)),
];

/// One entry of the taxonomy.
struct Selector {
    kind: &'static str,
    id: &'static str,
    name: &'static str,
    parent: Option<&'static str>,
}

#[rustfmt::skip]
const TAXONOMY: &[Selector] = &[
    Selector { kind: "site_group", id: "g1", name: "Nightjar network", parent: None },
    Selector { kind: "site", id: "s1", name: "Nightjar", parent: Some("g1") },
    Selector { kind: "site", id: "s2", name: "Nightjar Long Reads", parent: Some("g1") },
    Selector { kind: "site", id: "s3", name: "Harbour Lights", parent: None },
    Selector { kind: "site_section", id: "s1-1", name: "Nightjar: Late show", parent: Some("s1") },
    Selector { kind: "site_section", id: "s1-2", name: "Nightjar: Trailers", parent: Some("s1") },
    Selector { kind: "site_section", id: "s3-1", name: "Harbour Lights: Weather", parent: Some("s3") },
    Selector { kind: "series", id: "r1", name: "The Ferry", parent: None },
    Selector { kind: "series", id: "r2", name: "Twelve Ports", parent: None },
    Selector { kind: "video_group", id: "v1", name: "Documentaries", parent: None },
    Selector { kind: "ad_unit_package", id: "p1", name: "Prime time", parent: None },
    Selector { kind: "ad_unit_node", id: "n1", name: "Pre-roll", parent: Some("p1") },
    Selector { kind: "ad_unit_node", id: "n2", name: "Mid-roll", parent: Some("p1") },
    Selector { kind: "standard_attribute", id: "a1", name: "Language: English", parent: None },
];

/// `GET .../modular/inventory/capabilities`
pub fn capabilities(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    world.storefront.source(call.param("sourceId"))?.modules()?;
    let label = |kind: &str| kind.replace('_', " ");
    let parents = |kind: &str| TAXONOMY.iter().any(|selector| selector.kind == kind && selector.parent.is_some());
    let types = TYPES.map(|kind| json!({ "id": kind, "label": label(kind), "supportsParentFilter": parents(kind) }));
    Ok(Reply::ok(json!({
        "adapter": "freewheel",
        "selectorTypes": types,
        "pricingModels": ["cpm"],
        "targetingDimensions": ["geo", "device", "daypart"],
        "optimizationGoals": ["completed_views"],
    })))
}

/// `GET .../modular/inventory/selectors`
pub fn search_selectors(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    world.storefront.source(call.param("sourceId"))?.modules()?;
    let query = call.query(QUERY)?;
    let found: Vec<&Selector> = TAXONOMY.iter().filter(|selector| selector.fits(&query)).collect();
    let from = query.text("cursor").map_or(Ok(0), |cursor| position_after(&found, cursor))?;
    let limit = usize::try_from(query.whole("limit").unwrap_or(DEFAULT_LIMIT)).unwrap_or_default();
    let page: Vec<&Selector> = found.iter().copied().skip(from).take(limit).collect();
    let more = from + page.len() < found.len();
    Ok(Reply::ok(json!({
        "items": page.iter().map(|selector| selector.view()).collect::<Vec<_>>(),
        "nextCursor": page.last().filter(|_| more).map(|selector| format!("after-{}", selector.id)),
        "count": page.len(),
    })))
}

fn position_after(found: &[&Selector], cursor: &str) -> Result<usize, Refusal> {
    let id = cursor.strip_prefix("after-").unwrap_or_default();
    let at = found.iter().position(|selector| selector.id == id);
    at.map(|at| at + 1).ok_or_else(|| Refusal::invalid("cursor", "This cursor does not come from the list."))
}

impl Selector {
    fn fits(&self, query: &Object) -> bool {
        let words = query.text("q").or_else(|| query.text("query")).unwrap_or_default().to_lowercase();
        query.text("selectorType") == Some(self.kind)
            && self.name.to_lowercase().contains(&words)
            && query.text("parentId").is_none_or(|wanted| self.parent == Some(wanted))
    }

    fn view(&self) -> Value {
        let parent = TAXONOMY.iter().find(|other| Some(other.id) == self.parent);
        json!({
            "selectorType": self.kind,
            "externalId": self.id,
            "name": self.name,
            "path": parent.map(|parent| parent.name).into_iter().chain([self.name]).collect::<Vec<_>>(),
            "parentId": self.parent,
            "status": "active",
            "hasChildren": TAXONOMY.iter().any(|other| other.parent == Some(self.id)),
        })
    }
}
