//! Rows of a report, one for each package and day, and the hierarchy over them.

use serde_json::{Value, json};

use crate::clock::Millis;
use crate::fields::{Fields, Object};

use super::super::State;
use super::delivery::{days, hash};
use super::numbers::Numbers;
use super::{DAY, Period, date};

/// What a package delivered on a day, with everything above it.
pub struct Row {
    day: Millis,
    currency: String,
    advertiser: (String, String),
    campaign: (String, String),
    media_buy: (String, String),
    status: String,
    budget: f64,
    /// The id of the package.
    pub package: String,
    product: (String, String),
    /// What was delivered.
    pub numbers: Numbers,
}

/// The rows of everything that fits the filters of a checked query.
pub fn of(state: &State, query: &Object, period: Period, now: Millis) -> Vec<Row> {
    let mut rows = Vec::new();
    let asked = |key: &str, id: &str| query.text(key).is_none_or(|wanted| wanted == id);
    for campaign in &state.campaigns {
        if !asked("campaignId", &campaign.id) || !asked("advertiserId", &campaign.advertiser_id) {
            continue;
        }
        let advertiser = state.advertiser(&campaign.advertiser_id).map(|one| one.name.clone()).unwrap_or_default();
        // A version that waits for approval has not delivered anything of its own.
        for buy in campaign.media_buys.iter().filter(|buy| buy.status != "PENDING_APPROVAL") {
            for package in &buy.packages {
                rows.extend(days(buy, package, period, now).into_iter().map(|(day, numbers)| Row {
                    day,
                    currency: campaign.currency().to_owned(),
                    advertiser: (campaign.advertiser_id.clone(), advertiser.clone()),
                    campaign: (campaign.id.clone(), campaign.name().to_owned()),
                    media_buy: (buy.id.clone(), buy.name.clone()),
                    status: buy.status.to_owned(),
                    budget: buy.budget(),
                    package: package.id.clone(),
                    product: (package.product.id.clone(), package.product.name.clone()),
                    numbers,
                }));
            }
        }
    }
    rows
}

/// Made-up rows for a look at a report without campaigns.
pub fn demo(period: Period) -> Vec<Row> {
    let pair = |id: String, name: String| (id, name);
    let row = |day: Millis, index: i64| {
        let seed = hash("demo", day + index);
        Row {
            day,
            currency: "USD".to_owned(),
            advertiser: pair("1".to_owned(), "Demo Advertiser".to_owned()),
            campaign: pair(format!("campaign_demo_{}", index / 2 + 1), format!("Demo Campaign {}", index / 2 + 1)),
            media_buy: pair(format!("mb_demo_{}", index + 1), format!("Demo Media Buy {}", index + 1)),
            status: "ACTIVE".to_owned(),
            budget: 5000.0,
            package: format!("pkg_demo_{}", index + 1),
            product: pair(format!("product_demo_{}", index + 1), format!("Demo Product {}", index + 1)),
            numbers: Numbers::bought(
                10_000 + i64::try_from(seed % 5000).unwrap_or_default(),
                12.0,
                index % 2 == 0,
                seed,
            ),
        }
    };
    let mut rows = Vec::new();
    for index in 0..4 {
        let mut day = period.first;
        while day <= period.last {
            rows.push(row(day, index));
            day += DAY;
        }
    }
    rows
}

impl Row {
    /// The row in a series.
    pub fn entry(&self) -> Value {
        json!({
            "date": date(self.day),
            "advertiserId": self.advertiser.0,
            "advertiserName": self.advertiser.1,
            "currency": self.currency,
            "campaignId": self.campaign.0,
            "campaignName": self.campaign.1,
            "management": "managed",
            "mediaBuyId": self.media_buy.0,
            "mediaBuyName": self.media_buy.1,
            "mediaBuyStatus": self.status,
            "packageId": self.package,
            "productId": self.product.0,
            "productName": self.product.1,
            "metrics": self.numbers.view(),
        })
    }
}

/// The currencies that occur.
pub fn currencies(rows: &[Row]) -> Vec<&str> {
    let mut currencies: Vec<&str> = rows.iter().map(|row| row.currency.as_str()).collect();
    currencies.sort_unstable();
    currencies.dedup();
    currencies
}

/// Advertisers with their campaigns, media buys and packages.
pub fn advertisers(rows: &[Row]) -> Vec<Value> {
    let all: Vec<&Row> = rows.iter().collect();
    level(
        &all,
        |row| &row.advertiser.0,
        |first, rows| {
            json!({
                "advertiserId": first.advertiser.0,
                "advertiserName": first.advertiser.1,
                "currency": first.currency,
                "metrics": metrics(rows),
                "campaigns": level(rows, |row| &row.campaign.0, campaign),
            })
        },
    )
}

fn campaign(first: &Row, rows: &[&Row]) -> Value {
    json!({
        "campaignId": first.campaign.0,
        "campaignName": first.campaign.1,
        "management": "managed",
        "metrics": metrics(rows),
        "mediaBuys": level(rows, |row| &row.media_buy.0, media_buy),
    })
}

fn media_buy(first: &Row, rows: &[&Row]) -> Value {
    json!({
        "mediaBuyId": first.media_buy.0,
        "name": first.media_buy.1,
        "status": first.status,
        "budget": first.budget,
        "metrics": metrics(rows),
        "packages": level(rows, |row| &row.package, package),
    })
}

fn package(first: &Row, rows: &[&Row]) -> Value {
    json!({
        "packageId": first.package,
        "productId": first.product.0,
        "productName": first.product.1,
        "metrics": metrics(rows),
    })
}

fn metrics(rows: &[&Row]) -> Value {
    Numbers::sum(rows.iter().map(|row| &row.numbers)).view()
}

/// One level of the hierarchy: the rows by what they have in common, in the order of their first rows.
fn level(rows: &[&Row], key: fn(&Row) -> &String, view: fn(&Row, &[&Row]) -> Value) -> Vec<Value> {
    let mut groups: Vec<Vec<&Row>> = Vec::new();
    for row in rows {
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| key(first) == key(row))) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups.iter().filter_map(|group| Some(view(group.first()?, group))).collect()
}
