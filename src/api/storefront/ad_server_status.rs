//! TODO
use crate::shape::response;
/// TODO
#[response]
pub struct AdServerStatus {
    pub id: String,
}
