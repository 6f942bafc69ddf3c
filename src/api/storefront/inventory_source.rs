//! TODO
use crate::shape::response;
/// TODO
#[response]
pub struct InventorySource {
    pub id: String,
}
