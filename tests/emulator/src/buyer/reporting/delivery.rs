//! What a package delivers on a day. The same package on the same day always delivers the same.

use serde_json::{Value, json};

use crate::clock::{Millis, iso};

use super::super::campaigns::{Campaign, MediaBuy, Package};
use super::super::market::is_video;
use super::numbers::Numbers;
use super::{DAY, Period};

/// More days than the longest flight that anybody books.
const MOST_DAYS: Millis = 3000;

/// The days on which a package of a launched media buy has delivered, with what it delivered.
///
/// Nobody waits days for an emulator: a buy has delivered from the start of its flight, however late it was launched.
pub fn days(buy: &MediaBuy, package: &Package, period: Period, now: Millis) -> Vec<(Millis, Numbers)> {
    if buy.launched.is_none() || package.cancelled {
        return Vec::new();
    }
    let until =
        [Some(package.end), Some(now), buy.stopped, Some(period.last)].into_iter().flatten().min().unwrap_or(now);
    let start = package.start.div_euclid(DAY) * DAY;
    let length = (package.end.div_euclid(DAY) - package.start.div_euclid(DAY) + 1).max(1);
    let mut delivered = Vec::new();
    let mut day = start.max(period.first);
    while day <= until {
        delivered.push((day, on(package, day, length)));
        day += DAY;
    }
    delivered
}

/// A little less than the even share of the budget, so that the whole never exceeds it.
fn on(package: &Package, day: Millis, length: i64) -> Numbers {
    let seed = hash(&package.product.id, day);
    let share = package.budget * 100.0 / length as f64;
    let spend = share * (85 + seed % 15) as f64 / 100.0;
    Numbers::bought(spend as i64, package.cpm(), is_video(package.product.channel), seed)
}

/// FNV-1a: the same in every run, unlike the hashes of the standard library.
pub fn hash(text: &str, day: Millis) -> u64 {
    let bytes = text.bytes().chain(day.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)) >> 8
}

/// `performance` of a media buy: all that it has delivered so far.
pub fn performance(campaign: &Campaign, buy: &MediaBuy, now: Millis) -> Value {
    // A flight of centuries is allowed, and must not keep the emulator busy.
    let first = (campaign.start().div_euclid(DAY) * DAY).max(now - MOST_DAYS * DAY);
    let period = Period { first, last: now };
    let all: Vec<Numbers> =
        buy.packages.iter().flat_map(|package| days(buy, package, period, now)).map(|(_, numbers)| numbers).collect();
    let mut view = Numbers::sum(all.iter()).brief();
    view["lastUpdated"] = json!(iso(now));
    view
}
