//! Delivery in whole numbers, so that sums over any hierarchy agree to the cent.

use serde_json::{Value, json};

/// What was delivered. Money is in cents.
#[derive(Clone, Copy, Default)]
pub struct Numbers {
    /// How often something was shown.
    pub impressions: i64,
    /// What that cost.
    pub spend: i64,
    clicks: i64,
    views: i64,
    completed: i64,
    video: i64,
    conversions: i64,
    leads: i64,
    value: i64,
}

impl Numbers {
    /// What an amount of money buys at a price for a thousand impressions. The seed makes rates differ a little.
    pub fn bought(spend: i64, cpm: f64, video: bool, seed: u64) -> Self {
        let impressions = if cpm > 0.0 { (spend as f64 * 10.0 / cpm) as i64 } else { 0 };
        let of = |number: i64, per_mille: u64| (number as f64 * per_mille as f64 / 1000.0) as i64;
        let clicks = of(impressions, 2 + seed % 3);
        let views = of(impressions, 600 + seed % 200);
        let completed = of(views, if video { 700 + seed % 200 } else { 300 });
        let conversions = of(clicks, 60 + seed % 40);
        Self {
            impressions,
            spend,
            clicks,
            views,
            completed,
            video: if video { completed } else { 0 },
            conversions,
            leads: of(clicks, 25),
            value: conversions.saturating_mul(4200),
        }
    }

    /// All together. Budgets may be as large as numbers get, and the emulator must not fall over them.
    pub fn sum<'a>(all: impl Iterator<Item = &'a Self>) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            impressions: sum.impressions.saturating_add(one.impressions),
            spend: sum.spend.saturating_add(one.spend),
            clicks: sum.clicks.saturating_add(one.clicks),
            views: sum.views.saturating_add(one.views),
            completed: sum.completed.saturating_add(one.completed),
            video: sum.video.saturating_add(one.video),
            conversions: sum.conversions.saturating_add(one.conversions),
            leads: sum.leads.saturating_add(one.leads),
            value: sum.value.saturating_add(one.value),
        })
    }

    /// The numbers and the rates that follow from them; a rate of nothing is `null`.
    pub fn view(&self) -> Value {
        let money = |cents: i64| cents as f64 / 100.0;
        let rate = |part: f64, of: i64| (of > 0).then(|| (part / of as f64 * 10_000.0).round() / 10_000.0);
        json!({
            "impressions": self.impressions,
            "spend": money(self.spend),
            "clicks": self.clicks,
            "views": self.views,
            "completedViews": self.completed,
            "conversions": self.conversions,
            "leads": self.leads,
            "videoCompletions": self.video,
            "conversionValue": money(self.value),
            "ecpm": rate(money(self.spend) * 1000.0, self.impressions),
            "cpc": rate(money(self.spend), self.clicks),
            "ctr": rate(self.clicks as f64, self.impressions),
            "completionRate": rate(self.completed as f64, self.views),
            "cpa": rate(money(self.spend), self.conversions),
            "roas": rate(self.value as f64, self.spend),
        })
    }

    /// The seven numbers that a media buy shows of itself.
    pub fn brief(&self) -> Value {
        let view = self.view();
        let keys = ["impressions", "spend", "clicks", "views", "completedViews", "conversions", "leads"];
        keys.into_iter().map(|key| (key.to_owned(), view[key].clone())).collect::<serde_json::Map<_, _>>().into()
    }
}
