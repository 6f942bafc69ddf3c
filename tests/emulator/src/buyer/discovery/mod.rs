//! Discovery: sessions that keep what was found for a brief and what was selected of it.

mod filter;
mod page;
mod refine;
mod selection;

pub use selection::{Selection, add, list_selected, remove};

use serde_json::Value;

use crate::call::Call;
use crate::check::{COUNTRY, Checker, DATE_TIME, Kind, Rule, optional, required};
use crate::clock::Millis;
use crate::envelope::{Refusal, Reply};
use crate::fields::{Fields, Object};
use crate::ids;
use crate::world::World;

use super::State;
use super::campaigns::Campaign;
use super::market::{AGENTS, CHANNELS, Product};
use filter::Filter;

/// A brief with these words is too narrow for every seller: nothing is found, which is not an error.
const TOO_NARROW: &str = "lighthouse keepers";

const FLIGHT: &[Rule] =
    &[required("startDate", Kind::Form(&DATE_TIME, 64)), required("endDate", Kind::Form(&DATE_TIME, 64))];
const MODEL: Kind = Kind::OneOf(&["cpm", "vcpm", "cpc", "cpcv", "cpv", "cpp", "cpa", "flat_rate", "time"]);
const CHANNEL: Kind = Kind::OneOf(&CHANNELS);
const NAMES: Kind = Kind::List(0, 50, &Kind::Text(0, 255));
const IDS: Kind = Kind::List(0, 50, &Kind::Reference);

const DISCOVER: &[Rule] = &[
    required("advertiserId", Kind::Reference),
    optional("discoveryId", Kind::Text(1, 255)),
    optional("campaignId", Kind::Text(1, 255)),
    optional("channels", Kind::List(0, 50, &CHANNEL)),
    optional("countries", Kind::List(0, 250, &Kind::Form(&COUNTRY, 2))),
    optional("brief", Kind::Text(0, 5000)),
    optional("budget", Kind::Positive),
    optional("flightDates", Kind::Object(FLIGHT)),
    optional("publisherDomain", Kind::Text(1, 255)),
    optional("pricingModel", MODEL),
    optional("salesAgentIds", IDS),
    optional("salesAgentNames", NAMES),
    optional("storefrontIds", IDS),
    optional("storefrontNames", NAMES),
    optional("groupLimit", Kind::Whole(1, 10)),
    optional("groupOffset", Kind::Whole(0, i64::MAX)),
    optional("productsPerGroup", Kind::Whole(1, 15)),
    optional("productOffset", Kind::Whole(0, 1000)),
    optional("debug", Kind::Flag),
    optional("refine", Kind::List(1, 100, &Kind::Object(refine::ITEM))),
];

const BROWSE: &[Rule] = &[
    optional("groupLimit", Kind::Whole(1, 10)),
    optional("groupOffset", Kind::Whole(0, i64::MAX)),
    optional("productsPerGroup", Kind::Whole(1, 15)),
    optional("productOffset", Kind::Whole(0, 1000)),
    optional("publisherDomain", Kind::Text(1, 255)),
    optional("pricingModel", MODEL),
    optional("salesAgentIds", IDS),
    optional("salesAgentNames", NAMES),
    optional("storefrontIds", IDS),
    optional("storefrontNames", NAMES),
    optional("debug", Kind::Flag),
];

/// A discovery session.
pub struct Session {
    /// Its id.
    pub id: String,
    /// The advertiser that it is for.
    pub advertiser_id: String,
    /// The campaign that it is for, once there is one.
    pub campaign_id: Option<String>,
    /// What is looked for.
    pub brief: Option<String>,
    /// Where it shall run.
    pub channels: Vec<String>,
    /// In which countries.
    pub countries: Vec<String>,
    /// What there is to spend.
    pub budget: Option<f64>,
    /// What was found, the best first.
    pub found: Vec<Product>,
    /// What was selected.
    pub selected: Vec<Selection>,
    /// When it began.
    pub created: Millis,
}

impl State {
    /// A session by its id.
    pub fn session(&self, id: &str) -> Result<&Session, Refusal> {
        self.sessions.iter().find(|session| session.id == id).ok_or_else(no_session)
    }

    /// A session by its id, to be changed.
    pub fn session_mut(&mut self, id: &str) -> Result<&mut Session, Refusal> {
        self.sessions.iter_mut().find(|session| session.id == id).ok_or_else(no_session)
    }

    /// Begins a session and looks for products at once.
    pub fn open_session(&mut self, advertiser_id: &str, given: &Object, now: Millis) -> &mut Session {
        let mut session = Session {
            id: ids::uuid(),
            advertiser_id: advertiser_id.to_owned(),
            campaign_id: None,
            brief: None,
            channels: Vec::new(),
            countries: Vec::new(),
            budget: None,
            found: Vec::new(),
            selected: Vec::new(),
            created: now,
        };
        session.look(given);
        self.sessions.push(session);
        let last = self.sessions.len() - 1;
        &mut self.sessions[last]
    }
}

/// `POST /discovery/discover-products`
pub fn discover(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let body = call.body()?;
    let mut check = Checker::default();
    check.fields(&body, DISCOVER);
    refine::check(&mut check, &body);
    check.finish()?;
    let state = &mut world.buyer;
    let advertiser_id = state.advertiser(&body.reference("advertiserId").unwrap_or_default())?.id.clone();
    let campaign = body.text("campaignId").map(|id| state.campaign(id)).transpose()?;
    if campaign.is_some_and(|campaign| campaign.advertiser_id != advertiser_id) {
        return Err(Refusal::invalid("campaignId", "The campaign belongs to another advertiser."));
    }
    let campaign = campaign.map(Campaign::looking);
    let given = defaulted(&body, campaign);
    let session = match body.text("discoveryId") {
        Some(id) => {
            let session = state.session_mut(id)?;
            if session.advertiser_id != advertiser_id {
                return Err(Refusal::invalid("discoveryId", "The session belongs to another advertiser."));
            }
            if !body.has("refine") {
                session.look(&given);
            }
            session
        }
        None => state.open_session(&advertiser_id, &given, call.now),
    };
    let applied = session.refine(body.items("refine"));
    let mut payload = session.page(&body);
    if body.has("refine") {
        payload["refinementApplied"] = applied.into();
    }
    let (id, campaign_id) = (session.id.clone(), body.text("campaignId").map(str::to_owned));
    if let Some(campaign_id) = campaign_id {
        session.campaign_id = Some(campaign_id.clone());
        state.campaign_mut(&campaign_id)?.discovery_id = Some(id);
    }
    Ok(Reply::ok(payload))
}

/// What the caller said, and for the rest what the campaign says.
fn defaulted(body: &Object, campaign: Option<Object>) -> Object {
    let mut given = campaign.unwrap_or_default();
    given.extend(body.clone());
    given
}

/// `GET /discovery/{discoveryId}/discover-products`
pub fn browse(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let session = world.buyer.session(call.param("discoveryId"))?;
    let query = call.query(BROWSE)?;
    Ok(Reply::ok(session.page(&query)))
}

impl Session {
    /// Looks for products. What is not given is as it was.
    fn look(&mut self, given: &Object) {
        let texts = |key: &str| given.items(key).iter().filter_map(Value::as_str).map(str::to_owned).collect();
        if let Some(brief) = given.text("brief") {
            self.brief = Some(brief.to_owned());
        }
        if given.has("channels") {
            self.channels = texts("channels");
        }
        if given.has("countries") {
            self.countries = texts("countries");
        }
        self.budget = given.number("budget").or(self.budget);
        let narrow = self.brief.as_ref().is_some_and(|brief| brief.to_lowercase().contains(TOO_NARROW));
        let filter = Filter::read(given);
        let agents = AGENTS.iter().filter(|agent| !narrow && agent.sells_in(&self.countries));
        let wanted = |product: &Product| {
            let in_channel = self.channels.is_empty() || self.channels.iter().any(|channel| channel == product.channel);
            in_channel && filter.lets(product)
        };
        self.found = agents.flat_map(|agent| agent.products()).filter(wanted).collect();
    }
}

fn no_session() -> Refusal {
    Refusal::not_found("There is no such discovery session.")
}
