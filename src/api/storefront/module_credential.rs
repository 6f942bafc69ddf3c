//! TODO
use crate::shape::response;
/// TODO
#[response]
pub struct ModuleCredential {
    pub id: String,
}
