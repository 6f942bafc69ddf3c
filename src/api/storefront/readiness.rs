//! TODO
use crate::shape::response;
/// TODO
#[response]
pub struct StorefrontReadiness {
    pub id: String,
}
