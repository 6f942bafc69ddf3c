//! Reporting: what campaigns have delivered.
//!
//! Source: "Reporting" of the buyer document, whose validation summary makes a date range and, for the summary, `breakdown`
//! mandatory; the OpenAPI for `displayCurrency` and `days: 0`. The OpenAPI does not know `breakdown`, which changes nothing
//! about the data; the document rules. It prints the export without one, and a file has nothing to group.

use crate::api::operations;
use crate::format::{AnyCaseCurrency, CalendarDate, Id};
use crate::shape::{Problem, Remarks, Rule, View, choice, request};

use super::report::MetricsReport;

operations! {
    "reporting";

    /// Reads what campaigns have delivered: as a tree, as a row for each day, or as a file.
    metrics = getReportingMetrics as "get_reporting_metrics": Get "/api/v2/buyer/reporting/metrics" Safe,
        GetReportingMetrics => MetricsReport;
}

/// Reads what campaigns have delivered within `days`, or from `startDate` to `endDate`.
#[request]
#[shape(rule = Rule::Together(&["startDate", "endDate"]))]
#[shape(rule = Rule::NotAfter("startDate", "endDate"))]
#[shape(rule = Rule::custom("A report needs `days`, or `startDate` and `endDate`.", period_is_given))]
#[shape(rule = Rule::custom("The summary needs `breakdown`, unless it is downloaded.", summary_is_broken_down))]
pub struct GetReportingMetrics {
    /// How the report is laid out.
    #[shape(default = "summary")]
    pub view: Option<ReportView>,
    /// By what the summary is grouped at first; required for it unless `download` is true. The data is the same.
    pub breakdown: Option<ReportBreakdown>,
    /// How many of the last days; 0 to 90; 0 is the whole flight. Passed over when both dates are given.
    #[shape(range = 0..=90)]
    pub days: Option<i64>,
    /// The first day, such as `2026-02-05`; goes with `endDate`.
    pub start_date: Option<CalendarDate>,
    /// The last day, such as `2026-02-11`; goes with `startDate` and is not before it.
    pub end_date: Option<CalendarDate>,
    /// The advertiser to report on.
    pub advertiser_id: Option<Id>,
    /// The campaign to report on; with `advertiserId`, it must belong to that advertiser.
    pub campaign_id: Option<Id>,
    /// The currency for the sum over all advertisers, such as `USD`; summary only.
    pub display_currency: Option<AnyCaseCurrency>,
    /// Whether to get a link to a CSV file, valid for 7 days. It lifts the limit of `timeseries`.
    #[shape(default = "false")]
    pub download: Option<bool>,
    /// Whether to get made-up data, to try a page out.
    #[shape(default = "false")]
    pub demo: Option<bool>,
}

/// The layouts of a report.
#[choice("lowercase")]
pub enum ReportView {
    /// A tree: advertisers, their campaigns, media buys and packages.
    Summary,
    /// A row for each package and day; of the last 7 days only, unless it is downloaded.
    Timeseries,
}

/// By what a summary is grouped at first.
#[choice("camelCase")]
pub enum ReportBreakdown {
    Campaign,
    MediaBuy,
    /// By package, which is by product.
    Package,
}

fn period_is_given(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    if !["days", "startDate", "endDate"].into_iter().any(|name| input.given(name)) {
        remarks.error(&["days".into()], Problem::Required { when: "(or startDate and endDate)".into() });
    }
}

fn summary_is_broken_down(input: &View<'_, '_>, remarks: &mut dyn Remarks) {
    let summary = !input.given("view") || input.is("view", "summary");
    // In a query string a flag may stand as text.
    let download = input.get("download").is_some_and(|download| matches!(download.raw(), "true" | "\"true\""));
    if summary && !download && !input.given("breakdown") {
        let when = "when view is summary or left out".into();
        remarks.error(&["breakdown".into()], Problem::Required { when });
    }
}
