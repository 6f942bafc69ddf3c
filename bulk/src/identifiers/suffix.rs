//! What registries sell names under, where it has two labels: nobody's site, and often the rest of a name that was cut off.
//!
//! Source: the public suffix list, cut to what is seen: the second-level names that several countries use. A warning only.

/// Second-level names, and the countries that use them.
const SECOND: [(&[u8], &[u8]); 9] = [
    (b"co", b"uk jp kr nz za in il id th ke ug tz zw bw cr ve "),
    (b"com", b"au br cn mx tr ar sg hk my tw ua pl pe ph co ec eg sa ng vn pk bd np lk do gt py uy bo mt cy kw qa bh lb om pr "),
    (b"org", b"uk au nz br mx ar in il za tr tw hk cn pl "),
    (b"net", b"uk au nz br mx ar in il za tr tw hk cn pl "),
    (b"gov", b"uk au br in cn za tr "),
    (b"ac", b"uk jp kr nz za in il th id "),
    (b"edu", b"au br cn mx tr ar sg hk my tw pl co "),
    (b"or", b"jp kr at th id "),
    (b"ne", b"jp kr "),
];

/// Whether a host in lower case is one of them.
#[inline(never)]
pub(super) fn is_public(host: &[u8]) -> bool {
    let Some(dot) = host.len().checked_sub(3).filter(|at| *at <= 3 && host.get(*at) == Some(&b'.')) else {
        return false;
    };
    let (Some(second), Some(country)) = (host.get(..dot), host.get(dot + 1..)) else { return false };
    let countries = SECOND.iter().find(|(name, _)| *name == second).map(|(_, countries)| *countries);
    countries.is_some_and(|countries| countries.chunks(3).any(|one| one.starts_with(country)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_is_nobodys() {
        for (host, is) in [
            ("co.uk", true),
            ("com.au", true),
            ("or.jp", true),
            ("bbc.co.uk", false),
            ("co.de", false),
            ("t.co", false),
            ("com", false),
        ] {
            assert_eq!(is_public(host.as_bytes()), is, "{host}");
        }
    }
}
