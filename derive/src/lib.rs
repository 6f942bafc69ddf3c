//! The macros with which `interchange-web` writes down the API: `Shape`, and three attributes that spare each
//! declaration the same five lines.
//!
//! | macro | for | adds |
//! |---|---|---|
//! | `#[derive(Shape)]` | what travels to the service | the `const` table that the checker walks |
//! | `#[request]` | a request, or a part of one | serde, tsify and `Shape` derives, camelCase, optional stays absent |
//! | `#[response]` | a response, or a part of one | serde and tsify derives, camelCase, optional may be null or absent |
//! | `#[choice]` | a list of allowed words | serde, tsify and `Shape` derives, SCREAMING_SNAKE_CASE |
//!
//! `Shape` reads the serde attributes that decide how a value looks in JSON (`rename`, `rename_all`, `tag`, `content`,
//! `untagged`, `flatten`), so that a shape is written once. Its own attributes are described at [`macro@Shape`].

use proc_macro::TokenStream;

mod attribute;
mod case;
mod declaration;
mod shape;

/// Turns a type into a `const` table: names, presence, kinds, bounds, rules.
///
/// On a field: `length = 1..=255` (UTF-16 units of a text), `range = 1..=720` (a number), `above = 0` (greater than),
/// `items = 1..=50` (a list), `each(length = ..)` (the items of a list), `query` (travels in the query string although
/// the operation has a body), `joined` (a list in the query string is one value with commas), `secret`, `bulk` (a list that may also be given as
/// JSON text, bytes or a file, and is checked apart from the rest), `default = ".."` (what the service assumes; for people).
///
/// On the type: `rule = <expression of type Rule>`, as often as needed; `closed`, when the service refuses other names.
#[proc_macro_derive(Shape, attributes(shape))]
pub fn derive_shape(item: TokenStream) -> TokenStream {
    expand(shape::derive(item.into()))
}

/// A request or a part of one. A field of type `Option` is left out of the JSON when it is `None`.
#[proc_macro_attribute]
pub fn request(_arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand(declaration::request(item.into()))
}

/// A response or a part of one. A field of type `Option` may be missing or null.
#[proc_macro_attribute]
pub fn response(_arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand(declaration::response(item.into()))
}

/// A list of allowed words; `#[choice("snake_case")]` for another spelling than SCREAMING_SNAKE_CASE.
#[proc_macro_attribute]
pub fn choice(spelling: TokenStream, item: TokenStream) -> TokenStream {
    expand(declaration::choice(spelling.into(), item.into()))
}

fn expand(result: syn::Result<proc_macro2::TokenStream>) -> TokenStream {
    result.unwrap_or_else(syn::Error::into_compile_error).into()
}
