//! TODO
use crate::shape::response;
/// TODO
#[response]
pub struct RuntimeProjection {
    pub id: String,
}
