//! Apps: bundles and packages, and the ids that stores give.
//!
//! ```text
//! apple   = part *( "." part )               ; part = 1*( ALPHA / DIGIT / "-" )
//! android = segment 1*( "." segment )        ; segment = ALPHA *( ALPHA / DIGIT / "_" ); at most 223 characters
//! bundle  = any *( "." any )                ; any = 1*( ALPHA / DIGIT / "-" / "_" )
//! number  = 1*DIGIT
//! asin    = 10( ALPHA / DIGIT )
//! samsung = "G" 11DIGIT / 11*13DIGIT         ; anything else in one word is passed with a warning
//! ```
//!
//! Sources: Apple's glossary, "bundle ID"; Android's "Configure the app module"; OpenRTB 2.6 for the stores; document 004 for
//! Roku, Fire TV and Samsung. Bundles keep their case: devices tell them apart by it, the registry does not.

use super::kind::Kind;
use super::list::List;
use super::record::{Notes, Problem};
use super::store_page::{self, Page};

/// The most bytes of an Android package: it names files, and no longer one can be installed (`validateName` of AOSP's
/// `FrameworkParsingPackageUtils`).
const MAX_PACKAGE: usize = 223;

/// What an entry is refused for: the problem, and the type that is plainly meant, if any.
pub(super) type Refusal = (Problem, Option<Kind>);

/// Writes the identifier that is meant by a text without white space around it.
#[inline(never)]
pub(super) fn write(text: &[u8], kind: Kind, list: &mut List) -> Result<Notes, Refusal> {
    let (id, notes) = match store_page::read(text) {
        Some(Page::App(found, id)) if fits(found, kind) => (id, Notes::STORE_PAGE),
        Some(Page::App(found, _)) => return Err((Problem::OtherType, Some(found))),
        Some(Page::Other) => return Err((Problem::NoAppId, None)),
        None => (text, Notes::default()),
    };
    let id = if kind == Kind::AppleAppStoreId { without_id(id) } else { id };
    let notes = notes.and(check(id, kind).map_err(|problem| (problem, None))?);
    list.push(id);
    if matches!(kind, Kind::FireTvAsin | Kind::SamsungAppId) && !id.contains(&b'.') {
        list.capitalise();
    }
    Ok(notes)
}

/// Whether an id from a store's page does for a type.
fn fits(found: Kind, kind: Kind) -> bool {
    found == kind || found == Kind::GooglePlayId && matches!(kind, Kind::AndroidPackage | Kind::BundleId)
}

/// The number, of `id284882215` as it stands in Apple's addresses.
fn without_id(text: &[u8]) -> &[u8] {
    let number = text.strip_prefix(b"id").or_else(|| text.strip_prefix(b"ID"));
    number.filter(|number| is_number(number)).unwrap_or(text)
}

fn check(id: &[u8], kind: Kind) -> Result<Notes, Problem> {
    match kind {
        Kind::IosBundle | Kind::AppleTvBundle => {
            let fits = is_dotted(id, |byte| byte.is_ascii_alphanumeric() || byte == b'-');
            bundle(id, fits, Problem::AppleBundle)
        }
        Kind::AndroidPackage | Kind::GooglePlayId => package(id),
        Kind::BundleId => bundle(id, is_dotted(id, is_bundle_byte), Problem::Bundle),
        Kind::AppleAppStoreId => number(id, Problem::NotANumber),
        Kind::RokuStoreId => number(id, Problem::NotAChannel),
        Kind::FireTvAsin if !is_asin(id) => Err(Problem::Asin),
        Kind::FireTvAsin => Ok(Notes::default().and_if(!matches!(id, [b'B' | b'b', ..]), Notes::ODD_ASIN)),
        Kind::SamsungAppId => samsung(id),
        _ => Ok(Notes::default()),
    }
}

fn bundle(id: &[u8], fits: bool, otherwise: Problem) -> Result<Notes, Problem> {
    if fits { Ok(Notes::default().and_if(!id.contains(&b'.'), Notes::ONE_PART)) } else { Err(named(id, otherwise)) }
}

fn package(id: &[u8]) -> Result<Notes, Problem> {
    match is_package(id) {
        false => Err(named(id, Problem::AndroidPackage)),
        true if id.len() > MAX_PACKAGE => Err(Problem::LongPackage),
        true => Ok(Notes::default()),
    }
}

fn number(id: &[u8], otherwise: Problem) -> Result<Notes, Problem> {
    match is_number(id) {
        true => Ok(Notes::default().and_if(id.len() > 1 && id.starts_with(b"0"), Notes::LEADING_ZERO)),
        false => Err(otherwise),
    }
}

fn samsung(id: &[u8]) -> Result<Notes, Problem> {
    if !is_dotted(id, is_bundle_byte) {
        return Err(named(id, Problem::Character));
    }
    Ok(Notes::default().and_if(!is_samsung(id), Notes::ODD_SAMSUNG_ID))
}

/// What is wrong with an id that is no row of parts: a part without letters, before anything else.
fn named(id: &[u8], otherwise: Problem) -> Problem {
    if id.split(|byte| *byte == b'.').any(<[u8]>::is_empty) { Problem::EmptyLabel } else { otherwise }
}

#[inline(never)]
fn is_dotted(id: &[u8], is_letter: fn(u8) -> bool) -> bool {
    id.split(|byte| *byte == b'.').all(|part| !part.is_empty() && part.iter().all(|byte| is_letter(*byte)))
}

fn is_bundle_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

pub(super) fn is_package(id: &[u8]) -> bool {
    let mut segments = id.split(|byte| *byte == b'.');
    let begins_well = segments.all(|segment| segment.first().is_some_and(u8::is_ascii_alphabetic));
    begins_well && id.contains(&b'.') && is_dotted(id, |byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

pub(super) fn is_number(id: &[u8]) -> bool {
    !id.is_empty() && id.iter().all(u8::is_ascii_digit)
}

pub(super) fn is_asin(id: &[u8]) -> bool {
    id.len() == 10 && id.iter().all(u8::is_ascii_alphanumeric)
}

/// Whether an id has one of the two forms of Samsung's.
pub(super) fn is_samsung(id: &[u8]) -> bool {
    match id {
        [b'G' | b'g', number @ ..] => number.len() == 11 && is_number(number),
        _ => (11..=13).contains(&id.len()) && is_number(id),
    }
}
