//! What the API is: declarations and rows, and nothing of how they are used.
//!
//! A folder per persona, a file per resource. A request or response is a type; an operation is a row of [`operations!`];
//! a rule that ties fields together stands beside the type that it is about. Where the sources disagree, the comment
//! says which one is followed.

use crate::shape::Operation;

pub mod buyer;
mod json;
pub mod storefront;

pub use json::{Json, JsonObject, OneOrMany, Open, OrNull, True, Upload};

/// The personas' rows, resource by resource.
static PERSONAS: [&[&[&Operation]]; 2] = [storefront::TABLE, buyer::TABLE];

/// Every operation, in the order of the table.
pub fn all() -> Vec<&'static Operation> {
    let mut all = Vec::new();
    for resource in PERSONAS.into_iter().flatten() {
        all.extend_from_slice(resource);
    }
    all
}

/// The operation at a place of the table.
pub fn get(mut index: usize) -> Option<&'static Operation> {
    for resource in PERSONAS.into_iter().flatten() {
        match resource.get(index) {
            Some(operation) => return Some(operation),
            None => index -= resource.len(),
        }
    }
    None
}

/// The operation of an id such as `createPropertyList`, or of a documented name such as `create_property_list`.
#[cfg(feature = "describe")]
pub fn find(name: &str) -> Option<&'static Operation> {
    all().into_iter().find(|row| row.names.id == name || row.names.documented == Some(name))
}

/// Declares the operations of a resource, one row each:
///
/// ```text
/// /// What it does, in a sentence.
/// method_name = operationId: Method "/path/{field}" Repeat, Input => Output, each "items", every 5 then 15;
/// ```
///
/// A row yields a function that gives the typed [`Endpoint`](crate::shape::Endpoint), and its place in `OPERATIONS`, from
/// which the request builder, the checker, the JavaScript method, the TypeScript signature, the reference page and the
/// generated tests are made. The first line of the comment is the operation's summary. `as "documented_name"` behind the id
/// gives the name that the vendor's documents use. `each` names the member of an output that holds what a list operation
/// lists; `parts` the list of an input that may be sent in several requests, as `events` or `audiences[].add`. `every` says after how many seconds to ask again where one waits for a change, and after how many once a minute has
/// passed.
macro_rules! operations {
    (
        $resource:literal;
        $( #[doc = $doc:literal] $(#[doc = $more:literal])* $name:ident = $id:ident $(as $documented:literal)?:
           $method:ident $path:literal $repeat:ident, $input:ty => $output:ty
           $(, each $each:literal)? $(, parts $parts:literal)? $(, every $first:literal $(then $later:literal)?)?; )+
    ) => {
        $(
            #[doc = $doc]
            $(#[doc = $more])*
            pub const fn $name() -> crate::shape::Endpoint<$input, $output> {
                const ROW: &crate::shape::Operation = &crate::shape::Operation::new(
                    crate::shape::Names {
                        id: stringify!($id),
                        resource: $resource,
                        method: stringify!($name),
                        documented: { let name: &[&str] = &[$($documented)?]; name.first().copied() },
                        summary: $doc.trim_ascii(),
                        input: stringify!($input),
                        output: stringify!($output),
                        parts: { let parts: &[&str] = &[$($parts)?]; parts.first().copied() },
                        each: { let each: &[&str] = &[$($each)?]; each.first().copied() },
                        fits: |payload| match serde_json::from_str::<$output>(payload) {
                            Ok(_) => Ok(()),
                            Err(error) => Err(error.to_string()),
                        },
                    },
                    $path,
                    crate::shape::Method::$method,
                    crate::shape::Repeat::$repeat,
                    <$input as crate::shape::Shape>::KIND.object(),
                )
                $(.every($first, { let later: &[u16] = &[$($later,)? $first]; later[0] }))?;
                crate::shape::Endpoint::new(ROW)
            }
        )+

        /// The rows of this resource.
        pub const OPERATIONS: &[&crate::shape::Operation] = &[$($name().operation()),+];
    };
}
use operations;
