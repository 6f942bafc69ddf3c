//! Textual formats, each a plain function: none needs a regular expression.

use crate::clock;

/// A textual format and how a message names it.
pub struct Format {
    /// What is wanted, as the end of the sentence "Expected ...".
    pub wanted: &'static str,
    /// Whether a text has the format.
    pub holds: fn(&str) -> bool,
}

/// An absolute web address.
pub const URL: Format = Format { wanted: "an absolute http or https URL", holds: |text| host(text).is_some() };

/// An instant in UTC.
pub const DATE_TIME: Format = Format {
    wanted: "a date and time in UTC such as 2026-02-05T00:00:00Z",
    holds: |text| clock::parse(text).is_some(),
};

/// An ISO 4217 code.
pub const CURRENCY: Format =
    Format { wanted: "a currency code of three capital letters", holds: |text| capitals(text, 3) };

/// An ISO 3166-1 alpha-2 code.
pub const COUNTRY: Format = Format { wanted: "a country code of two capital letters", holds: |text| capitals(text, 2) };

/// A country code or the code of a group of countries.
pub const REGION: Format = Format { wanted: "a region code of 2 to 32 capital letters and digits", holds: region };

/// A host name in lower case.
pub const DOMAIN: Format = Format { wanted: "a domain name in lower case", holds: domain };

/// An e-mail address.
pub const EMAIL: Format = Format { wanted: "an e-mail address", holds: email };

/// Decimal digits.
pub const DIGITS: Format =
    Format { wanted: "digits", holds: |text| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) };

/// The id of a connection contract.
pub const CONTRACT_ID: Format = Format {
    wanted: "a contract id in lower case that begins with a letter",
    holds: |text| {
        text.starts_with(|c: char| c.is_ascii_lowercase()) && text.bytes().all(|b| b"-_".contains(&b) || lower(b))
    },
};

/// The id of a pricing fact.
pub const FACT_ID: Format = Format {
    wanted: "letters, digits, - and _, with a letter or digit first",
    holds: |text| {
        text.starts_with(|c: char| c.is_ascii_alphanumeric())
            && text.bytes().all(|b| b"-_".contains(&b) || b.is_ascii_alphanumeric())
    },
};

/// The host of an absolute http or https URL, in lower case and without the port.
pub fn host(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let printable = !url.contains(|c: char| c.is_whitespace() || c.is_control());
    let authority = rest.split(['/', '?', '#']).next()?;
    let address = authority.rsplit('@').next()?;
    let port = if address.starts_with('[') { address.find("]:").map(|end| end + 1) } else { address.find(':') };
    let name = &address[..port.unwrap_or(address.len())];
    (web && printable && !name.is_empty()).then(|| name.to_ascii_lowercase())
}

fn capitals(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn region(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b"-_".contains(&b);
    (2..=32).contains(&text.len()) && text.bytes().all(allowed)
}

fn lower(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

fn domain(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| lower(b) || b == b'-')
    };
    text.len() <= 253 && text.split('.').all(label)
}

fn email(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let local_byte = |b: u8| b.is_ascii_alphanumeric() || b"_'+-.".contains(&b);
    let local_holds = !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with(['.', '\''])
        && !local.contains("..")
        && local.bytes().all(local_byte);
    let top_level = host.rsplit('.').next().unwrap_or_default();
    let host_holds = host.contains('.')
        && domain(&host.to_ascii_lowercase())
        && top_level.len() >= 2
        && top_level.bytes().all(|b| b.is_ascii_alphabetic());
    local_holds && host_holds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_read_past_user_and_port() {
        assert_eq!(host("https://User@Agent.example.com:8443/mcp?x=1").as_deref(), Some("agent.example.com"));
        assert_eq!(host("http://[::1]:80/").as_deref(), Some("[::1]"));
        for bad in ["agent.example.com", "ftp://x.example", "https://", "https:///path", "https://a b", "http://:80"] {
            assert_eq!(host(bad), None, "{bad}");
        }
    }

    #[test]
    fn e_mail_addresses() {
        for good in ["a@b.co", "first.last+tag@mail.example.com", "o'neil@example.org"] {
            assert!(email(good), "{good}");
        }
        for bad in ["a@b", ".a@b.co", "a..b@c.co", "a@-b.co", "a b@c.co", "a@b.c", "@b.co", "a@b.c0"] {
            assert!(!email(bad), "{bad}");
        }
    }

    #[test]
    fn domains_and_regions() {
        assert!(domain("nightjar.example") && domain("localhost") && !domain("Night.example") && !domain("a..b"));
        assert!(region("EMEA") && region("UK") && !region("U") && !region("emea"));
    }
}
