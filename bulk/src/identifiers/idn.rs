//! Names in other scripts, as they travel: UTS 46, non-transitional.
//!
//! The mapping tables of UTS 46 have thousands of rows, and few matter to names that people write. Where every letter is one
//! that the tables leave alone and that no normalisation can change, or a capital of one, the name is encoded here. The rest
//! (other scripts, right-to-left, joiners, full-width letters) is left to whoever is asked: in browsers and Node that is their
//! own parser of addresses, which has the tables.

use super::punycode;
use super::record::Problem;

/// Asks for the ASCII form of a host that holds letters, digits, hyphens, dots and what is not ASCII. Nothing where it has none.
pub type Ask = fn(&str) -> Option<String>;

/// Letters that stay as they are. None of them combines with a neighbour.
const LETTERS: [(char, char); 12] = [
    ('\u{df}', '\u{f6}'),     // ß to ö
    ('\u{f8}', '\u{ff}'),     // ø to ÿ
    ('\u{138}', '\u{138}'),   // ĸ
    ('\u{1b0}', '\u{1b0}'),   // ư
    ('\u{3ac}', '\u{3ce}'),   // Greek
    ('\u{430}', '\u{45f}'),   // Cyrillic
    ('\u{3041}', '\u{3096}'), // Hiragana
    ('\u{30a1}', '\u{30fa}'), // Katakana
    ('\u{30fc}', '\u{30fc}'), // its sign of length
    ('\u{3400}', '\u{4dbf}'), // Han
    ('\u{4e00}', '\u{9fff}'),
    ('\u{ac00}', '\u{d7a3}'), // Hangul
];

/// Capitals, with the distance to their small letters.
const CAPITALS: [(char, char, u32); 7] = [
    ('\u{c0}', '\u{d6}', 32),
    ('\u{d8}', '\u{de}', 32),
    ('\u{1af}', '\u{1af}', 1),
    ('\u{391}', '\u{3a1}', 32),
    ('\u{3a3}', '\u{3ab}', 32),
    ('\u{400}', '\u{40f}', 80),
    ('\u{410}', '\u{42f}', 32),
];

/// Where each capital is followed by its small letter, and whether capitals are the odd ones: Latin Extended-A, Vietnamese.
const PAIRS: [(char, char, u32); 8] = [
    ('\u{100}', '\u{12f}', 0),
    ('\u{134}', '\u{137}', 0),
    ('\u{139}', '\u{13e}', 1),
    ('\u{141}', '\u{148}', 1),
    ('\u{14a}', '\u{177}', 0),
    ('\u{179}', '\u{17e}', 1),
    ('\u{1a0}', '\u{1a1}', 0),
    ('\u{1ea0}', '\u{1ef9}', 0),
];

/// The small letter, of one that is handled here.
fn small(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    if LETTERS.iter().any(|(from, to)| (*from..=*to).contains(&c)) {
        return Some(c);
    }
    if let Some((.., distance)) = CAPITALS.iter().find(|(from, to, _)| (*from..=*to).contains(&c)) {
        return char::from_u32(c as u32 + distance);
    }
    let (.., odd) = PAIRS.iter().find(|(from, to, _)| (*from..=*to).contains(&c))?;
    char::from_u32(c as u32 + u32::from(c as u32 % 2 == *odd))
}

/// The ASCII form of a host that holds letters, digits, hyphens, dots and what is not ASCII.
pub(super) fn to_ascii(host: &str, ask: Ask) -> Result<String, Problem> {
    let mut out = String::with_capacity(host.len() * 2);
    for (at, label) in host.split('.').enumerate() {
        if at > 0 {
            out.push('.');
        }
        if label.is_ascii() {
            out.push_str(&label.to_ascii_lowercase());
        } else {
            let Some(small) = label.chars().map(small).collect::<Option<Vec<char>>>() else { return asked(host, ask) };
            check_hyphens(&small)?;
            out.push_str("xn--");
            out.extend(punycode::encode(&small).ok_or(Problem::Idn)?.into_iter().map(char::from));
        }
    }
    Ok(out)
}

fn asked(host: &str, ask: Ask) -> Result<String, Problem> {
    for label in host.split(['.', '。', '．', '｡']) {
        check_hyphens(&label.chars().collect::<Vec<_>>())?;
    }
    ask(host).filter(|ascii| ascii.is_ascii()).ok_or(Problem::Idn)
}

/// UTS 46, CheckHyphens: a name in another script has none at its ends, and not two that would make it look encoded.
fn check_hyphens(label: &[char]) -> Result<(), Problem> {
    let is_hyphen = |at: usize| label.get(at) == Some(&'-');
    if is_hyphen(0) || label.last() == Some(&'-') {
        return Err(Problem::Hyphen);
    }
    if is_hyphen(2) && is_hyphen(3) && !label.iter().all(char::is_ascii) { Err(Problem::Idn) } else { Ok(()) }
}

/// Whether what follows `xn--` in a label stands for a name that has exactly this encoded form. Parsers of addresses disagree
/// about malformed ones, so they are not asked about the label as it stands.
pub(super) fn is_encoded(label: &str, ask: Ask) -> bool {
    let Some(name) = label.strip_prefix("xn--").and_then(|rest| punycode::decode(rest.as_bytes())) else {
        return false;
    };
    if name.iter().all(char::is_ascii) || check_hyphens(&name).is_err() {
        return false;
    }
    if name.iter().all(|c| small(*c) == Some(*c)) {
        return punycode::encode(&name).is_some_and(|again| label.as_bytes().ends_with(&again));
    }
    let name: String = name.into_iter().collect();
    !name.contains(['.', '。', '．', '｡']) && ask(&name).as_deref() == Some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ascii(host: &str) -> Result<String, Problem> {
        to_ascii(host, |host| (host == "مثال.com").then(|| "xn--mgbh0fb.com".to_owned()))
    }

    #[test]
    fn encodes_what_needs_no_table_and_asks_about_the_rest() {
        for (host, expected) in [
            ("bücher.example", "xn--bcher-kva.example"),
            ("BÜCHER.Example", "xn--bcher-kva.example"),
            ("faß.de", "xn--fa-hia.de"),
            ("ŁÓDŹ.pl", "xn--d-uga0v4h.pl"),
            ("ΔΟΚΙΜΉ.gr", ""),
            ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
            ("пример.рф", "xn--e1afmkfd.xn--p1ai"),
            ("ПРИМЕР.рф", "xn--e1afmkfd.xn--p1ai"),
            ("việt.vn", "xn--vit-5kz.vn"),
            ("مثال.com", "xn--mgbh0fb.com"),
            ("x\u{200d}y.com", ""),
        ] {
            assert_eq!(ascii(host).unwrap_or_default(), expected, "{host}");
        }
        assert_eq!(ascii("-ü.de"), Err(Problem::Hyphen));
        assert_eq!(ascii("ab--ü.de"), Err(Problem::Idn));
    }

    #[test]
    fn judges_encoded_names_by_what_they_stand_for() {
        for (label, ok) in [
            ("xn--bcher-kva", true),
            ("xn--a", false),
            ("xn--", false),
            ("xn--abc-", false),
            ("xn--99999999", false),
            ("xn--fa-hia", true),
            // `Bücher`: the capital would be encoded as a small letter.
            ("xn--Bcher-kva", false),
        ] {
            assert_eq!(is_encoded(label, |_| None), ok, "{label}");
        }
    }
}
