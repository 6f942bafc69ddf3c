//! Domains and subdomains, as people write them.
//!
//! ```text
//! entry = [ scheme "://" ] [ userinfo "@" ] [ "*." ] host [ "." ] [ ":" *DIGIT ] [ ( "/" / "?" / "#" ) *any ]
//! host  = 1*( label "." ) last                           ; at most 253 characters, in ASCII
//! label = 1*63( ALPHA / DIGIT / "-" )                    ; "-" not at the ends
//! ```
//!
//! Sources: the registry's own repair (`normalizeDomain` of `adcontextprotocol/adcp`): it strips the scheme, the path and one
//! dot at the end, lower-cases, and strips `www.` or else `m.`. Beyond it a port and user information go, with a warning,
//! since no domain has them; `www.com` keeps its `www.`; other scripts are encoded. The labels are those of RFC 1123.

use super::idn::{self, Ask};
use super::kind::Kind;
use super::list::List;
use super::record::{Notes, Problem};
use super::suffix;

/// The most that a label and a name may have (RFC 1035, 2.3.4; a name without its length bytes).
const MAX_LABEL: usize = 63;
const MAX_NAME: usize = 253;

/// Writes the domain that is meant by a text without white space around it.
pub(super) fn write(text: &str, kind: Kind, list: &mut List, ask: Ask) -> Result<Notes, Problem> {
    write_host(text, kind, list, ask).map_err(|problem| match problem {
        Problem::NoDot | Problem::Character if has_broken_scheme(text) => Problem::BrokenScheme,
        Problem::NoDot if list.value().starts_with(b"*.") => Problem::StarredSuffix,
        _ => problem,
    })
}

fn write_host(text: &str, kind: Kind, list: &mut List, ask: Ask) -> Result<Notes, Problem> {
    let (host, notes) = host_of(text)?;
    let (stem, is_wildcard) = match host.strip_prefix("*.") {
        Some(_) if kind == Kind::Subdomain => return Err(Problem::StarredSubdomain),
        Some(stem) => (stem, true),
        None => (host, false),
    };
    let star: &[u8] = if is_wildcard { b"*." } else { b"" };
    list.push(star);
    let mut notes = notes.and_if(is_wildcard, Notes::WILDCARD);
    // Who to ask about encoded labels, unless they have just been encoded here.
    let mut knows_better = Some(ask);
    if stem.is_ascii() {
        list.push(stem.as_bytes());
        list.lower();
    } else {
        knows_better = idn::write_ascii(stem, list, ask)?;
        notes = notes.and(Notes::IDN);
        // The dots of other scripts are dots only now. One at the end may go, not two.
        if !notes.has(Notes::FINAL_DOT) && list.value().ends_with(b".") {
            list.remove(list.value().len() - 1, 1);
            notes = notes.and(Notes::FINAL_DOT);
        }
    }
    let dots = check(list.value().get(star.len()..).unwrap_or_default(), knows_better)?;
    if !is_wildcard {
        notes = notes.and(without_prefix(kind, dots, list));
    }
    Ok(notes.and(remarks(list.value().get(star.len()..).unwrap_or_default())))
}

/// Removes the prefix that stands for the same site, where the type and what would be left allow it. One goes, as in the
/// registry; of `www.m.x.com` the next one would go there.
fn without_prefix(kind: Kind, dots: usize, list: &mut List) -> Notes {
    let Some((length, what)) = prefix(list.value()) else { return Notes::default() };
    match kind {
        Kind::Subdomain => Notes::EXACT_HOST,
        _ if dots < 2 => Notes::PREFIX_STAYS,
        _ => {
            list.remove(0, length);
            what.and_if(prefix(list.value()).is_some(), Notes::PREFIX_STAYS)
        }
    }
}

/// The length of the prefix that stands for the same site, and what is to be said when it goes.
fn prefix(host: &[u8]) -> Option<(usize, Notes)> {
    match host {
        [b'w', b'w', b'w', b'.', ..] => Some((4, Notes::WWW)),
        [b'm', b'.', ..] => Some((2, Notes::M)),
        _ => None,
    }
}

/// The host in an entry, without a star that may stand there.
pub(super) fn host(text: &str) -> Option<&str> {
    let (host, _) = host_of(text).ok()?;
    Some(host.strip_prefix("*.").unwrap_or(host))
}

/// What of an entry is the host, and what was around it.
fn host_of(text: &str) -> Result<(&str, Notes), Problem> {
    let rest = without_scheme(text)?;
    let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    let authority = rest.get(..end).unwrap_or_default();
    let after_user = authority.bytes().rposition(|byte| byte == b'@').map_or(0, |at| at + 1);
    let host = authority.get(after_user..).unwrap_or_default();
    let host = match host.bytes().rposition(|byte| byte == b':') {
        Some(at) if is_port(host.as_bytes(), at) => host.get(..at).unwrap_or_default(),
        _ => host,
    };
    if host.starts_with('[') {
        return Err(Problem::IpAddress);
    }
    let notes = Notes::default()
        .and_if(authority.len() < text.len(), Notes::ADDRESS)
        .and_if(host.len() < authority.len(), Notes::AUTHORITY);
    Ok(without_final_dot(host, notes))
}

#[inline(never)]
fn without_scheme(text: &str) -> Result<&str, Problem> {
    let bytes = text.as_bytes();
    let Some(at) = bytes.windows(2).position(|pair| matches!(pair, b"//")) else { return Ok(text) };
    let (scheme, rest) = (bytes.get(..at).unwrap_or_default(), text.get(at + 2..).unwrap_or_default());
    if scheme.is_empty() || scheme.eq_ignore_ascii_case(b"http:") || scheme.eq_ignore_ascii_case(b"https:") {
        return Ok(rest);
    }
    // Slashes further on belong to a path.
    let is_scheme = scheme.strip_suffix(b":").is_some_and(|name| name.iter().all(u8::is_ascii_alphanumeric));
    if is_scheme { Err(Problem::Scheme) } else { Ok(text) }
}

/// Whether what should be a host is the web's scheme: `https:/x.com`, `http//x.com`, `http://https://x.com`.
#[inline(never)]
fn has_broken_scheme(text: &str) -> bool {
    let rest = without_scheme(text).unwrap_or(text).as_bytes();
    let names: [&[u8]; 2] = [b"https", b"http"];
    let begins = |name: &&[u8]| rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    let after = names.into_iter().find(begins).and_then(|name| rest.get(name.len()..));
    matches!(after, Some([b':', ..] | [b'/', b'/', ..]))
}

fn is_port(host: &[u8], at: usize) -> bool {
    host.get(at + 1..).is_some_and(|port| port.iter().all(u8::is_ascii_digit))
}

fn without_final_dot(host: &str, notes: Notes) -> (&str, Notes) {
    match host.strip_suffix('.') {
        Some(bare) => (bare, notes.and(Notes::FINAL_DOT)),
        None => (host, notes),
    }
}

/// What is to be said about a host that is one by its form.
fn remarks(host: &[u8]) -> Notes {
    let last = host.rsplit(|byte| *byte == b'.').next().unwrap_or_default();
    let is_usual = last.iter().all(u8::is_ascii_lowercase) || last.starts_with(b"xn--");
    Notes::default().and_if(suffix::is_public(host), Notes::PUBLIC_SUFFIX).and_if(!is_usual, Notes::ODD_ENDING)
}

/// Checks a host in lower case and counts its dots.
fn check(host: &[u8], ask: Option<Ask>) -> Result<usize, Problem> {
    if host.is_empty() {
        return Err(Problem::Empty);
    }
    if let Some(bad) = host.iter().find(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))) {
        return Err(if *bad == b'*' { Problem::MisplacedStar } else { Problem::Character });
    }
    let (mut dots, mut last) = (0, host);
    for (at, label) in host.split(|byte| *byte == b'.').enumerate() {
        check_label(label, ask)?;
        (dots, last) = (at, label);
    }
    match dots {
        0 => Err(Problem::NoDot),
        _ if is_number(last) => Err(Problem::IpAddress),
        _ if host.len() > MAX_NAME => Err(Problem::TooLong),
        _ => Ok(dots),
    }
}

/// Whether a name that ends so is read as an address: digits, or `0x` and hexadecimal ones (the URL standard, "ends in a number").
fn is_number(last: &[u8]) -> bool {
    let hex = last.strip_prefix(b"0x").is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    hex || last.iter().all(u8::is_ascii_digit)
}

fn check_label(label: &[u8], ask: Option<Ask>) -> Result<(), Problem> {
    match label {
        [] => Err(Problem::EmptyLabel),
        _ if label.len() > MAX_LABEL => Err(Problem::LongLabel),
        [b'-', ..] | [.., b'-'] => Err(Problem::Hyphen),
        [b'x', b'n', b'-', b'-', encoded @ ..] if !ask.is_none_or(|ask| idn::is_encoded(encoded, ask)) => {
            Err(Problem::IdnInvalid)
        }
        _ => Ok(()),
    }
}
