//! The operations of the API, one row each, and how a request finds its row.

use hyper::Method;

use crate::buyer;
use crate::call::{Call, Params};
use crate::envelope::{Refusal, Reply};
use crate::received::decode;
use crate::storefront;
use crate::world::World;

/// Every operation, by persona. Another persona is another entry.
pub const TABLES: &[&[Operation]] = &[storefront::OPERATIONS, buyer::OPERATIONS];

/// Carries out an operation on the caller's world.
pub type Handler = fn(&mut World, &Call) -> Result<Reply, Refusal>;

/// One operation of the API.
pub struct Operation {
    /// Its id in the contract.
    pub id: &'static str,
    method: Method,
    path: &'static str,
    /// Whether it can change the world.
    pub writes: bool,
    /// What it does.
    pub handler: Handler,
}

impl Operation {
    /// An operation that only looks.
    pub const fn read(id: &'static str, method: Method, path: &'static str, handler: Handler) -> Self {
        Self { id, method, path, writes: false, handler }
    }

    /// An operation that changes the world.
    pub const fn write(id: &'static str, method: Method, path: &'static str, handler: Handler) -> Self {
        Self { id, method, path, writes: true, handler }
    }
}

/// The operation for a method and path, with the parameters in the path.
pub fn find(method: &Method, path: &str) -> Option<(&'static Operation, Params)> {
    let of_method = operations().filter(|operation| operation.method == *method);
    of_method.filter_map(|operation| Some((operation, parameters(operation.path, path)?))).next()
}

/// Every operation of every persona.
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    TABLES.iter().copied().flatten()
}

/// The parameters, if the path fits the template segment by segment.
fn parameters(template: &'static str, path: &str) -> Option<Params> {
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    let mut params = Params::new();
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(params),
            (Some(wanted), Some(given)) => match wanted.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
                Some(name) if !given.is_empty() => params.push((name, decode(given)?)),
                _ if wanted == given => {}
                _ => return None,
            },
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_is_one_decoded_segment() {
        let found = parameters("/a/{id}/b", "/a/x%2Fy%20z/b");
        assert_eq!(found, Some(vec![("id", "x/y z".to_owned())]));
        for path in ["/a//b", "/a/x", "/a/x/b/", "/a/x/y/b", "/a/%zz/b", "/a/%ff/b"] {
            assert_eq!(parameters("/a/{id}/b", path), None, "{path}");
        }
    }

    #[test]
    fn no_two_operations_share_an_id_or_a_route() {
        let rows: Vec<_> = operations().collect();
        for (index, row) in rows.iter().enumerate() {
            let twin = rows[..index]
                .iter()
                .find(|other| other.id == row.id || (&other.method, other.path) == (&row.method, row.path));
            assert!(twin.is_none(), "{}", row.id);
        }
        assert_eq!(storefront::OPERATIONS.len(), 41);
    }
}
