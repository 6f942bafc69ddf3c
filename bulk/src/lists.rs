//! The long lists inside inputs: which operations have them, and of what.

use interchange_web::api::buyer::{audiences, events, measurement, measurement_data, property_lists};
use interchange_web::check::Sieve;
use interchange_web::shape::{Kind, Shape};

use audiences::AudienceChange;
use property_lists::{CheckPropertyList, CreatePropertyList, UpdatePropertyList};

/// Lists by the ids of the operations and their own names, and the kinds of their items. Only the items are named, since
/// everything that is named takes its bytes.
static LISTS: [(&str, &str, &Kind); 12] = [
    ("logEvent", "events", events::LogEvents::KIND.items_of("events")),
    ("syncAudiences", "add", AudienceChange::KIND.items_of("add")),
    ("syncAudiences", "remove", AudienceChange::KIND.items_of("remove")),
    ("uploadMeasurementRecords", "records", measurement::UploadMeasurementRecords::KIND.items_of("records")),
    ("uploadContextRecords", "records", measurement::UploadContextRecords::KIND.items_of("records")),
    ("syncMeasurementData", "measurements", measurement_data::SyncMeasurementData::KIND.items_of("measurements")),
    ("createPropertyList", "domains", CreatePropertyList::KIND.items_of("domains")),
    ("createPropertyList", "identifiers", CreatePropertyList::KIND.items_of("identifiers")),
    ("updatePropertyList", "domains", UpdatePropertyList::KIND.items_of("domains")),
    ("updatePropertyList", "identifiers", UpdatePropertyList::KIND.items_of("identifiers")),
    ("checkPropertyList", "domains", CheckPropertyList::KIND.items_of("domains")),
    ("checkPropertyList", "identifiers", CheckPropertyList::KIND.items_of("identifiers")),
];

/// The list of this name in an operation's input.
#[must_use]
pub fn open(operation: &str, list: &str) -> Option<Sieve> {
    let (.., item) = LISTS.iter().find(|(id, name, _)| *id == operation && *name == list)?;
    Some(Sieve::new(item))
}
