//! One value of one type: what is written into the list for it, or why nothing is.

use super::app::{self, Refusal};
use super::idn::Ask;
use super::kind::Kind;
use super::list::List;
use super::record::{Notes, Problem};
use super::store_page::{self, Page};
use super::{domain, shape};

/// Writes the identifier that is meant by a value without white space around it. `is_typed` says whether the type stands
/// beside it, and is not only what the list is said to hold; `doubled`, whether its quotes stand there twice.
pub(super) fn write(
    value: &[u8],
    kind: Kind,
    is_typed: bool,
    doubled: bool,
    list: &mut List,
    ask: Ask,
) -> Result<Notes, Refusal> {
    let text = std::str::from_utf8(value).map_err(|_| (Problem::NotUtf8, None))?;
    // What stands for a character that could not be read: the text was damaged before it came here.
    if value.contains(&0xef) && value.windows(3).any(|bytes| matches!(bytes, b"\xef\xbf\xbd")) {
        return Err((Problem::NotUtf8, None));
    }
    list.begin(kind);
    match kind {
        Kind::Domain | Kind::Subdomain => site(text, kind, is_typed, list, ask),
        _ if kind.is_newer() => other(text, doubled, list).map_err(|problem| (problem, None)),
        _ => app::write(value, kind, list),
    }
}

#[inline(never)]
fn site(text: &str, kind: Kind, is_typed: bool, list: &mut List, ask: Ask) -> Result<Notes, Refusal> {
    match store_page::read(text.as_bytes()) {
        Some(Page::App(found, _)) => return Err((Problem::OtherType, Some(found))),
        // It is not about the store.
        Some(Page::Other) => return Err((Problem::NoAppId, None)),
        None => {}
    }
    let notes = domain::write(text, kind, list, ask).map_err(|problem| (problem, None))?;
    match shape::is_reversed(list.value()) {
        true if is_typed => Ok(notes.and(Notes::LIKE_AN_APP)),
        true => match shape::meant(text.as_bytes()) {
            None => Err((Problem::LikeAnApp, None)),
            meant => Err((Problem::OtherType, meant)),
        },
        false => Ok(notes),
    }
}

/// A value of a type of which nothing is known but its name: it stays as it is.
#[inline(never)]
fn other(text: &str, doubled: bool, list: &mut List) -> Result<Notes, Problem> {
    if text.chars().any(char::is_control) {
        return Err(Problem::Character);
    }
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => {
                list.push(b"\\\"");
                // Two quotes of a cell stand for one.
                bytes.next_if(|next| doubled && *next == b'"');
            }
            b'\\' => list.push(b"\\\\"),
            _ => list.push(&[byte]),
        }
    }
    Ok(Notes::NEWER_TYPE)
}
