//! TODO
use crate::shape::response;
/// TODO
#[response]
pub struct InventorySourceDiagnostics {
    pub id: String,
}
