//! TODO
use crate::shape::response;
/// TODO
#[response]
pub struct WorkItem {
    pub id: String,
}
/// TODO
#[response]
pub struct WorkItemWithEvents {
    pub id: String,
}
