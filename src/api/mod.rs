//! What the API is: declarations and rows, and nothing of how they are used.
//!
//! A folder per persona, a file per resource. A request or response is a type; an operation is a row of [`operations!`];
//! a rule that ties fields together stands beside the type that it is about. Where the sources disagree, the comment
//! says which one is followed.

use crate::shape::Operation;

mod json;
pub mod storefront;

pub use json::{Json, JsonObject, Open, OrNull, True, Upload};

/// The personas' rows, resource by resource.
static PERSONAS: [&[&[&Operation]]; 1] = [storefront::TABLE];

/// Every operation, in the order of the table.
pub fn all() -> Vec<&'static Operation> {
    let mut all = Vec::new();
    for resource in PERSONAS.into_iter().flatten() {
        all.extend_from_slice(resource);
    }
    all
}

/// The operation of an id such as `createPropertyList`, or of a documented name such as `create_property_list`.
pub fn find(name: &str) -> Option<&'static Operation> {
    all().into_iter().find(|operation| operation.id() == name || operation.documented() == Some(name))
}

/// Declares the operations of a resource, one row each:
///
/// ```text
/// /// What it does, in a sentence.
/// method_name = operationId: Method "/path/{field}" Repeat, Input => Output;
/// ```
///
/// A row yields a function that gives the typed [`Endpoint`](crate::shape::Endpoint), and its place in `OPERATIONS`, from
/// which the request builder, the checker, the JavaScript method, the TypeScript signature, the reference page and the
/// generated tests are made. The first line of the comment is the operation's summary. `as "documented_name"` behind the id gives the name that the vendor's documents use.
macro_rules! operations {
    (
        $resource:literal;
        $( #[doc = $doc:literal] $(#[doc = $more:literal])* $name:ident = $id:ident $(as $documented:literal)?:
           $method:ident $path:literal $repeat:ident, $input:ty => $output:ty; )+
    ) => {
        $(
            #[doc = $doc]
            $(#[doc = $more])*
            pub const fn $name() -> crate::shape::Endpoint<$input, $output> {
                const ROW: &crate::shape::Operation = &crate::shape::Operation::new(
                    concat!(
                        stringify!($id), "\0", $resource, "\0", stringify!($name), "\0",
                        $($documented,)? "\0", $path, "\0", $doc
                    ),
                    $path,
                    crate::shape::Method::$method,
                    crate::shape::Repeat::$repeat,
                    <$input as crate::shape::Shape>::KIND.object(),
                    (stringify!($input), stringify!($output)),
                );
                crate::shape::Endpoint::new(ROW)
            }
        )+

        /// The rows of this resource.
        pub const OPERATIONS: &[&crate::shape::Operation] = &[$($name().operation()),+];
    };
}
use operations;
