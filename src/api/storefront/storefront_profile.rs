//! TODO
use crate::shape::response;
/// TODO
#[response]
pub struct DiscoveredAgents {
    pub id: String,
}
/// TODO
#[response]
pub struct ResolvedBrand {
    pub id: String,
}
/// TODO
#[response]
pub struct Storefront {
    pub id: String,
}
