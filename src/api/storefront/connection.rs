//! TODO
use crate::shape::response;
/// TODO
#[response]
pub struct AdServerConnection {
    pub id: String,
}
/// TODO
#[response]
pub struct ConnectionTest {
    pub id: String,
}
/// TODO
#[response]
pub struct LaunchUrl {
    pub id: String,
}
/// TODO
#[response]
pub struct RefreshStarted {
    pub id: String,
}
/// TODO
#[response]
pub struct SyncHistory {
    pub id: String,
}
