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
    let (host, notes) = host_of(text)?;
    let (stem, is_wildcard) = match host.strip_prefix("*.") {
        Some(_) if kind == Kind::Subdomain => return Err(Problem::Wildcard),
        Some(stem) => (stem, true),
        None => (host, false),
    };
    let notes = notes.and_if(is_wildcard, Notes::WILDCARD);
    list.push(if is_wildcard { b"*." } else { b"" });
    if stem.is_ascii() {
        return plain(stem, kind, notes, list, ask);
    }
    if !stem.bytes().all(|byte| !byte.is_ascii() || matches!(byte, b'-' | b'.') || byte.is_ascii_alphanumeric()) {
        return Err(Problem::Character);
    }
    let ascii = idn::to_ascii(stem, ask)?;
    // The dots of other scripts are dots only now.
    let (ascii, notes) = without_final_dot(&ascii, notes.and(Notes::IDN));
    plain(ascii, kind, notes, list, ask)
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

fn without_scheme(text: &str) -> Result<&str, Problem> {
    let bytes = text.as_bytes();
    let Some(at) = bytes.windows(2).position(|pair| pair == b"//") else { return Ok(text) };
    let (scheme, rest) = (bytes.get(..at).unwrap_or_default(), text.get(at + 2..).unwrap_or_default());
    if scheme.is_empty() || scheme.eq_ignore_ascii_case(b"http:") || scheme.eq_ignore_ascii_case(b"https:") {
        return Ok(rest);
    }
    // Slashes further on belong to a path.
    let is_scheme = scheme.strip_suffix(b":").is_some_and(|name| name.iter().all(u8::is_ascii_alphanumeric));
    if is_scheme { Err(Problem::Scheme) } else { Ok(text) }
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

/// Writes a host in ASCII, in lower case and without the prefix that stands for the same site.
fn plain(host: &str, kind: Kind, notes: Notes, list: &mut List, ask: Ask) -> Result<Notes, Problem> {
    let host = host.to_ascii_lowercase();
    let dots = check(&host, ask)?;
    let prefix = prefix(&host);
    let is_wildcard = !list.value().is_empty();
    let (kept, notes) = match prefix {
        Some((length, what)) if kind == Kind::Domain && dots > 1 && !is_wildcard => {
            (host.get(length..).unwrap_or_default(), notes.and(what))
        }
        Some(_) if kind == Kind::Subdomain => (host.as_str(), notes.and(Notes::EXACT_HOST)),
        Some(_) if !is_wildcard => (host.as_str(), notes.and(Notes::PREFIX_STAYS)),
        _ => (host.as_str(), notes),
    };
    list.push(kept.as_bytes());
    Ok(notes.and(remarks(kept.as_bytes())))
}

/// The prefix that the registry strips.
pub(super) fn prefix(host: &str) -> Option<(usize, Notes)> {
    if host.starts_with("www.") {
        return Some((4, Notes::WWW));
    }
    host.starts_with("m.").then_some((2, Notes::M))
}

/// What is to be said about a host that is one by its form.
pub(super) fn remarks(host: &[u8]) -> Notes {
    let last = host.rsplit(|byte| *byte == b'.').next().unwrap_or_default();
    let is_usual = last.iter().all(u8::is_ascii_lowercase) || last.starts_with(b"xn--");
    Notes::default().and_if(suffix::is_public(host), Notes::PUBLIC_SUFFIX).and_if(!is_usual, Notes::ODD_ENDING)
}

/// Checks a host in lower case and counts its dots.
fn check(host: &str, ask: Ask) -> Result<usize, Problem> {
    if host.is_empty() {
        return Err(Problem::Empty);
    }
    if let Some(bad) = host.bytes().find(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))) {
        return Err(if bad == b'*' { Problem::Wildcard } else { Problem::Character });
    }
    let mut labels = 0;
    for label in host.split('.') {
        check_label(label, ask)?;
        labels += 1;
    }
    let last = host.rsplit('.').next().unwrap_or_default();
    match labels {
        _ if last.bytes().all(|byte| byte.is_ascii_digit()) && labels > 1 => Err(Problem::IpAddress),
        1 => Err(Problem::NoDot),
        _ if host.len() > MAX_NAME => Err(Problem::TooLong),
        _ => Ok(labels - 1),
    }
}

fn check_label(label: &str, ask: Ask) -> Result<(), Problem> {
    match label {
        "" => Err(Problem::EmptyLabel),
        _ if label.len() > MAX_LABEL => Err(Problem::LongLabel),
        _ if label.starts_with('-') || label.ends_with('-') => Err(Problem::Hyphen),
        _ if label.starts_with("xn--") && !idn::is_encoded(label, ask) => Err(Problem::Idn),
        _ => Ok(()),
    }
}
