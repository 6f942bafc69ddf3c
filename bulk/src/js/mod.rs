//! What the npm package calls. The caller fills a job's buffer (`TextEncoder.encodeInto` into the module's memory), has it
//! read, and takes the products out as bytes.

#[cfg(feature = "members")]
pub mod audience;
#[cfg(feature = "identifiers")]
mod identifiers;
#[cfg(feature = "lists")]
mod lists;
