//! What the emulator does, seen through real sockets.

mod ad_server;
mod bookings;
mod buyer;
mod buyer_data;
mod caller;
mod client;
mod consent;
mod control;
mod cors;
mod every_operation;
mod faults;
mod feed;
mod lifecycle;
mod limits;
mod modules;
mod program;
mod requests;
mod site;
mod sources;
mod storefront;
