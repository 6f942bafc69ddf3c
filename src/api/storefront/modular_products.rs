//! TODO
use crate::shape::response;
/// TODO
#[response]
pub struct BookingHandoff {
    pub id: String,
}
/// TODO
#[response]
pub struct InventoryCapabilities {
    pub id: String,
}
/// TODO
#[response]
pub struct ModularProducts {
    pub id: String,
}
/// TODO
#[response]
pub struct Reservation {
    pub id: String,
}
/// TODO
#[response]
pub struct SelectorPage {
    pub id: String,
}
/// TODO
#[response]
pub struct AvailsIngested {
    pub id: String,
}
/// TODO
#[response]
pub struct AvailsPreview {
    pub id: String,
}
