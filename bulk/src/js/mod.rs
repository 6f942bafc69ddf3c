//! What the npm package calls. The caller fills a job's buffer (`TextEncoder.encodeInto` into the module's memory), has it
//! read, and takes the products out as bytes.

pub mod audience;
mod identifiers;
mod lists;
