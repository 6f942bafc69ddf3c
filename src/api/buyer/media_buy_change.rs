//! Changing, cancelling and archiving media buys, by way of their campaign.
//!
//! Source: "Updating Media Buys via Campaign Update" of the buyer document; the OpenAPI for the bounds. The OpenAPI names a
//! product `productId` where the document writes `product_id`, and has `creative_ids` beside the packages only.

use crate::api::OrNull;
use crate::format::{Id, OffsetTimestamp, StartTime, Timestamp, instant};
use crate::shape::{Inner, Problem, Remarks, Rule, View, choice, request};

use super::media_buy_goal::MediaBuyGoal;
use super::pacing::PacingPeriods;

/// What to do with a media buy: change it, cancel it or archive it.
#[request]
#[shape(closed)]
#[shape(rule = Rule::AtMostOneOf(&["packages", "products"]))]
#[shape(rule = Rule::Before("start_time", "end_time"))]
#[shape(rule = Rule::custom("Each action takes its own fields.", fields_fit_action))]
#[shape(rule = Rule::custom("A package runs while its media buy runs.", packages_stay_inside))]
pub struct MediaBuyChange {
    /// The media buy, as the campaign's `mediaBuys` name it.
    pub media_buy_id: Id,
    /// What to do; drafts are deleted, not cancelled.
    #[shape(default = "update")]
    pub action: Option<MediaBuyAction>,
    /// Why it is cancelled; at most 1000 characters; goes with `cancel` only.
    #[shape(length = ..=1000)]
    pub reason: Option<String>,
    /// The packages to cancel instead of the whole; goes with `cancel` only.
    pub package_ids: Option<Vec<Id>>,
    /// The media buy's name; 1 to 255 characters.
    #[shape(length = 1..=255)]
    pub name: Option<String>,
    /// Changes to the packages of a media buy that is `ACTIVE`.
    pub packages: Option<Vec<PackageChange>>,
    /// Products to add, change or remove, while the media buy is a `DRAFT`; others stay.
    pub products: Option<Vec<MediaBuyProductChange>>,
    /// A schedule of its own, replacing the campaign's for this media buy; null clears it.
    pub pacing_periods: Option<OrNull<PacingPeriods>>,
    /// When it starts; `asap`, or a date and time within the campaign's flight.
    #[serde(rename = "start_time")]
    #[tsify(type = "StartTime | Date")]
    pub start_time: Option<StartTime>,
    /// When it ends, within the campaign's flight; after `start_time`.
    #[serde(rename = "end_time")]
    pub end_time: Option<OffsetTimestamp>,
    /// The creatives of the media buy; left out, the campaign's; `[]` clears them.
    #[serde(rename = "creative_ids")]
    pub creative_ids: Option<Vec<Id>>,
    /// What to optimize for, in every package; `[]` clears the goals.
    #[serde(rename = "optimization_goals")]
    pub optimization_goals: Option<Vec<MediaBuyGoal>>,
    /// Why it is changed; kept with the new version.
    #[serde(rename = "updated_reason")]
    pub updated_reason: Option<String>,
    /// The suggestion that is followed.
    #[serde(rename = "suggestion_id")]
    pub suggestion_id: Option<Id>,
}

/// What to do with a media buy.
#[choice("lowercase")]
pub enum MediaBuyAction {
    Update,
    Cancel,
    /// Archives it.
    Delete,
}

/// Changes to a package of a media buy that runs; what is left out stays as it is.
#[request]
#[shape(closed)]
#[shape(rule = Rule::Before("startTime", "endTime"))]
#[shape(rule = Rule::Renamed("creative_ids", "creative_ids of the media buy"))]
pub struct PackageChange {
    /// The package.
    pub package_id: Id,
    /// The budget; greater than 0.
    #[shape(above = 0)]
    pub budget: Option<f64>,
    /// How the budget is spread.
    pub pacing: Option<PackagePacing>,
    /// The bid, per thousand impressions; null clears it.
    pub bid_price: Option<OrNull<f64>>,
    /// When the package starts, in UTC; while the media buy runs.
    pub start_time: Option<Timestamp>,
    /// When the package ends, in UTC; while the media buy runs.
    pub end_time: Option<Timestamp>,
    /// Audiences to merge into the package's targeting.
    pub targeting_overlay: Option<PackageAudiences>,
    /// The older place of the media buy's `creative_ids`.
    #[serde(rename = "creative_ids")]
    pub creative_ids: Option<Vec<Id>>,
}

/// Audiences of a package.
#[request]
#[shape(closed)]
#[serde(rename_all = "snake_case")]
pub struct PackageAudiences {
    /// The audiences to reach.
    pub audience_include: Option<Vec<Id>>,
    /// The audiences to leave out.
    pub audience_exclude: Option<Vec<Id>>,
}

/// A product to add to a draft, to change or to remove.
#[request]
#[shape(closed)]
#[shape(rule = Rule::AtLeastOneOf(&["productId", "product_id"]))]
#[shape(rule = Rule::Renamed("product_id", "productId"))]
pub struct MediaBuyProductChange {
    /// The product.
    pub product_id: Option<Id>,
    /// The older form of `productId`.
    #[serde(rename = "product_id")]
    pub older_product_id: Option<Id>,
    /// The pricing option to buy with.
    pub pricing_option_id: Option<Id>,
    /// The budget; greater than 0.
    #[shape(above = 0)]
    pub budget: Option<f64>,
    /// How the budget is spread.
    pub pacing: Option<PackagePacing>,
    /// The bid, per thousand impressions; null clears it.
    pub bid_price: Option<OrNull<f64>>,
    /// Whether the product is taken out.
    #[shape(default = "false")]
    pub remove: Option<bool>,
    /// The Facebook page to show as, for Meta accounts with several.
    pub page_id: Option<Id>,
    /// The Meta pixel that counts conversions, for Meta's sales products.
    pub pixel_id: Option<Id>,
}

/// How a package's budget is spread.
#[choice("snake_case")]
pub enum PackagePacing {
    Even,
    Asap,
    FrontLoaded,
}

const OF_CANCEL: [&str; 2] = ["reason", "packageIds"];
const OF_UPDATE: [&str; 10] = [
    "name",
    "packages",
    "products",
    "pacingPeriods",
    "start_time",
    "end_time",
    "creative_ids",
    "optimization_goals",
    "updated_reason",
    "suggestion_id",
];

fn fields_fit_action(buy: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let action = buy.text("action");
    let (of_cancel, of_update) = match action.as_deref() {
        None if buy.given("action") => return,
        None | Some("update") => ("be left out unless action is cancel", ""),
        Some("cancel") => ("", "be left out when action is cancel"),
        _ => ("be left out when action is delete", "be left out when action is delete"),
    };
    let names = OF_CANCEL.iter().map(|name| (*name, of_cancel)).chain(OF_UPDATE.iter().map(|name| (*name, of_update)));
    for (name, must) in names {
        if !must.is_empty() && buy.given(name) {
            remarks.error(&[name.into()], Problem::Conflict { must: must.into() });
        }
    }
}

fn packages_stay_inside(buy: &View<'_, '_>, remarks: &mut dyn Remarks) {
    for (index, package) in buy.items("packages").iter().enumerate() {
        if let Some(package) = package.object() {
            let at = ["packages".into(), index.into()];
            times_stay_inside(&package, ["startTime", "endTime"], buy, ["start_time", "end_time"], "", &at, remarks);
        }
    }
}

/// Complains about media buys that run when the campaign does not, as far as both are in the same change.
pub fn media_buys_stay_inside(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let Some(flight) = input.object("flightDates").filter(|_| input.is_sound("flightDates")) else { return };
    for (index, buy) in input.items("mediaBuys").iter().enumerate() {
        if let Some(buy) = buy.object() {
            let (at, bounds) = (["mediaBuys".into(), index.into()], ["startDate", "endDate"]);
            times_stay_inside(&buy, ["start_time", "end_time"], &flight, bounds, "flightDates.", &at, remarks);
        }
    }
}

/// Complains about each of two moments that lies outside two others.
fn times_stay_inside(
    inner: &View<'_, '_>,
    names: [&'static str; 2],
    outer: &View<'_, '_>,
    [first, last]: [&str; 2],
    place: &str,
    at: &[Inner<'_>],
    remarks: &mut dyn Remarks,
) {
    let moment = |view: &View<'_, '_>, name: &str| instant(&view.text(name)?);
    for name in names {
        let Some(time) = moment(inner, name) else { continue };
        let early = moment(outer, first).is_some_and(|first| time < first);
        let late = moment(outer, last).is_some_and(|last| time > last);
        let must = match (early, late) {
            (true, _) => ["not be before ", place, first].concat(),
            (_, true) => ["not be after ", place, last].concat(),
            _ => continue,
        };
        remarks.error(&[at, &[name.into()]].concat(), Problem::Conflict { must: must.into() });
    }
}
