//! A development stand-in for the Scope3 Interchange service.
//!
//! It behaves as the documents say that the service behaves, and fails on demand in the ways in which the network
//! between a page and a service fails. It shares no code with the client that is tested against it: what both
//! sides got wrong in the same way would never be found.
//!
//! | module | holds |
//! |---|---|
//! | `options`, `settings` | what the emulator is started with; what one tenant changes |
//! | `server`, `site`, `pages` | the accept loop, static files, the few pages of its own |
//! | `mount`, `api`, `cors`, `auth`, `rate` | one request to the API, from the front door to the answer |
//! | `route`, `call`, `received`, `multipart` | the table of operations and what a handler may look at |
//! | `check`, `fields` | rules for bodies, and typed reads after the check |
//! | `answer`, `body`, `envelope` | payloads, refusals, and bodies that break off |
//! | `faults`, `control`, `plant`, `record`, `redact` | faults on demand and what the tests may ask |
//! | `world`, `ids`, `clock` | the state of one token, made-up identifiers, time |
//! | `storefront`, `buyer` | the operations of the seller and of the buyer |

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod answer;
mod api;
mod auth;
mod body;
mod buyer;
mod call;
mod check;
mod clock;
mod control;
mod cors;
mod envelope;
mod faults;
mod fields;
mod ids;
mod mount;
mod multipart;
mod options;
mod pages;
mod plant;
mod rate;
mod received;
mod record;
mod redact;
mod route;
mod server;
mod settings;
mod site;
mod storefront;
mod world;

pub use mount::PROXY_TOKEN;
pub use options::{CSP, Options, USAGE};
pub use server::{Serving, serve};
