//! Operations with Rust types: what a Rust front end uses. Sending is its own business.
//!
//! ```
//! use interchange_web::api::storefront::inventory_sources::{self, GetInventorySource};
//!
//! let endpoint = inventory_sources::get();
//! let request = endpoint.prepare(&GetInventorySource { source_id: "retail-network-agent".to_owned() })?;
//! assert_eq!(endpoint.operation().method.name(), "GET");
//! assert_eq!(request.target, "/api/v2/storefront/inventory-sources/retail-network-agent");
//!
//! let refused = endpoint.read(404, r#"{"data":null,"error":{"code":"NOT_FOUND","message":"No such source"}}"#);
//! assert_eq!(refused.unwrap_err().to_string(), "was refused with 404 NOT_FOUND: No such source");
//! # Ok::<(), interchange_web::error::Failure>(())
//! ```

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Failure, Malformed, excerpt};
use crate::request::{self, Request};
use crate::response::{self, Payload};
use crate::shape::{Endpoint, Shape};

impl<I: Serialize + Shape, O: DeserializeOwned> Endpoint<I, O> {
    /// Checks an input and builds its request.
    ///
    /// # Errors
    ///
    /// [`Failure::InvalidInput`] with every mistake.
    pub fn prepare(&self, input: &I) -> Result<Request, Failure> {
        // Our own types have no keys but texts, and no numbers that JSON cannot write.
        let text = serde_json::to_string(input).unwrap_or_default();
        let checked = request::check(self.operation(), &text);
        let built = request::build(self.operation(), &checked).filter(|_| checked.issues.ok());
        built.ok_or(Failure::InvalidInput(Box::new(checked.issues)))
    }

    /// Reads an answer.
    ///
    /// # Errors
    ///
    /// [`Failure::Refused`] when the service said no, [`Failure::Malformed`] when the text is not what this operation
    /// answers.
    pub fn read(&self, status: u16, text: &str) -> Result<O, Failure> {
        let json = match response::read(status, text, self.operation().answer)? {
            Payload::Nothing => "null",
            Payload::Bare(json) | Payload::Data(json) => json,
        };
        serde_json::from_str(json).map_err(|_| {
            Failure::Malformed(Malformed { status, what: "JSON of another shape", excerpt: excerpt(text) })
        })
    }
}
