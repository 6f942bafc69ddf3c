//! The check of identifiers before they go into a list, and the reports that are kept of it.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::call::Call;
use crate::clock::{DAY, Millis};
use crate::envelope::{Refusal, Reply};
use crate::fields::Object;
use crate::ids;
use crate::world::World;

use super::identifier::{self, Identifier, object};
use super::registry::{Standing, look_up};

/// How many domains the registry takes in one call; each call makes a report.
const CHUNK: usize = 10_000;
const KEPT: Millis = 7 * DAY;
const BUCKETS: [&str; 4] = ["remove", "modify", "assess", "ok"];

/// The counts of one call to the registry.
pub struct Report {
    id: String,
    total: usize,
    counts: [usize; 4],
    made: Millis,
}

impl Report {
    fn summary(total: usize, counts: [usize; 4]) -> Value {
        let mut summary = json!({ "total": total });
        for (bucket, count) in BUCKETS.iter().zip(counts) {
            summary[*bucket] = count.into();
        }
        summary
    }
}

/// The buckets. They overlap: a domain that is modified is in another bucket too, unless it is dropped.
#[derive(Default)]
struct Findings {
    buckets: [Vec<Value>; 4],
}

impl Findings {
    fn add(&mut self, bucket: usize, identifier: &Identifier, mut entry: Object) {
        entry.insert("identifier".to_owned(), identifier.view());
        self.buckets[bucket].push(entry.into());
    }

    fn counts(&self) -> [usize; 4] {
        [0, 1, 2, 3].map(|bucket: usize| self.buckets[bucket].len())
    }

    /// Sorts a domain as the registry does: normalized first, then compared with those before it, then looked up.
    fn domain(&mut self, domain: &Identifier, seen: &mut HashSet<String>) {
        let canonical = domain.canonical();
        if canonical.is_empty() {
            return;
        }
        let row = |reason: &str| object([("input", &domain.value), ("canonical", &canonical), ("reason", reason)]);
        if !seen.insert(canonical.clone()) {
            return self.add(0, domain, row("duplicate"));
        }
        if let Some(reason) = domain.correction() {
            self.add(1, domain, row(reason));
        }
        match look_up(domain, &canonical) {
            Standing::Blocked(kind) => {
                let mut row = row("blocked");
                row.insert("domain_type".to_owned(), kind.into());
                self.add(0, domain, row);
            }
            Standing::Unknown => self.add(2, domain, object([("domain", &canonical)])),
            Standing::Known | Standing::Registered => {
                self.add(3, domain, object([("domain", &canonical), ("source", "registry")]))
            }
        }
    }
}

/// `POST /property-lists/check`
pub fn check(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let identifiers = identifier::checked(&call.body()?)?;
    let (domains, others): (Vec<&Identifier>, Vec<&Identifier>) =
        identifiers.iter().partition(|one| one.kind == "domain");
    let (mut findings, mut seen) = (Findings::default(), HashSet::new());
    let mut reports = Vec::new();
    for chunk in domains.chunks(CHUNK) {
        let before = findings.counts();
        chunk.iter().for_each(|domain| findings.domain(domain, &mut seen));
        let after = findings.counts();
        let counts = [0, 1, 2, 3].map(|bucket: usize| after[bucket] - before[bucket]);
        reports.push(Report { id: ids::opaque("rpt"), total: chunk.len(), counts, made: call.now });
    }
    // Apps are not in the registry.
    for other in others {
        findings.add(2, other, object([("domain", &other.value)]));
    }
    let mut answer = json!({ "summary": Report::summary(identifiers.len(), findings.counts()) });
    for (bucket, entries) in BUCKETS.iter().zip(findings.buckets) {
        answer[*bucket] = entries.into();
    }
    if let Some(first) = reports.first() {
        answer["reportId"] = first.id.as_str().into();
        answer["reportIds"] = reports.iter().map(|report| report.id.as_str()).collect();
    }
    let kept = &mut world.buyer.property_lists.reports;
    kept.retain(|report| call.now < report.made + KEPT);
    kept.append(&mut reports);
    Ok(Reply::ok(answer))
}

/// `GET /property-lists/reports/{reportId}`
pub fn report(world: &mut World, call: &Call) -> Result<Reply, Refusal> {
    let mut reports = world.buyer.property_lists.reports.iter().filter(|report| call.now < report.made + KEPT);
    let report = reports.find(|report| report.id == call.param("reportId"));
    let report = report.ok_or_else(|| Refusal::not_found("There is no such report, or no more."))?;
    Ok(Reply::ok(json!({ "summary": Report::summary(report.total, report.counts) })))
}
