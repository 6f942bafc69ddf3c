//! Ad-server-backed sources: the connection to an ad server that the service runs an agent for.
//!
//! They are not made through the API, so only the control plane can plant one.

mod config;
mod connection;
mod launch;
mod operations;
mod status;
mod sync;

pub use config::{AD_SERVERS, CONFIGS};
pub use connection::Connection;
pub use launch::{Landing, launch};
pub use operations::{deactivate, get_connection, reactivate, refresh, replace, rotate, test_connection};
pub use status::get_status;
pub use sync::{Run, list_sync_history};
