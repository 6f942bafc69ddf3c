//! The long lists inside inputs: which operations have them.

use interchange_web::api::buyer::{audiences, events, measurement, measurement_data, property_lists};
use interchange_web::check::Sieve;
use interchange_web::shape::{Kind, Shape};

/// The inputs with long lists, by the ids of the operations. Others would cost bytes that no list needs.
static INPUTS: [(&str, Kind); 8] = [
    ("logEvent", events::LogEvents::KIND),
    ("syncAudiences", audiences::SyncAudiences::KIND),
    ("uploadMeasurementRecords", measurement::UploadMeasurementRecords::KIND),
    ("uploadContextRecords", measurement::UploadContextRecords::KIND),
    ("syncMeasurementData", measurement_data::SyncMeasurementData::KIND),
    ("createPropertyList", property_lists::CreatePropertyList::KIND),
    ("updatePropertyList", property_lists::UpdatePropertyList::KIND),
    ("checkPropertyList", property_lists::CheckPropertyList::KIND),
];

/// The list at a path of an operation's input, such as `["audiences",0,"add"]`.
#[must_use]
pub fn open(operation: &str, path: &str) -> Option<Sieve> {
    let (_, input) = INPUTS.iter().find(|(id, _)| *id == operation)?;
    Sieve::new(input.object(), path)
}
