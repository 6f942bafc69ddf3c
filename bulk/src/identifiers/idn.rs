//! Names in other scripts, as they travel: UTS 46, non-transitional.
//!
//! The mapping tables of UTS 46 have thousands of rows, and few matter to names that people write. Where every letter is one
//! that the tables leave alone and that no normalisation can change, or a capital of one, the name is encoded here. The rest
//! (other scripts, right-to-left, joiners, full-width letters) is left to whoever is asked: in browsers and Node that is their
//! own parser of addresses, which has the tables.

use super::list::List;
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

/// Writes the ASCII form of a host, behind what the value has already. Gives who is to be asked about its encoded labels:
/// nobody, where they were encoded or checked here.
#[inline(never)]
pub(super) fn write_ascii(host: &str, list: &mut List, ask: Ask) -> Result<Option<Ask>, Problem> {
    let fits = |byte: u8| !byte.is_ascii() || matches!(byte, b'-' | b'.') || byte.is_ascii_alphanumeric();
    if !host.bytes().all(fits) {
        return Err(Problem::Character);
    }
    let before = list.value().len();
    let mut name = Name::default();
    for (at, label) in host.split('.').enumerate() {
        if at > 0 {
            list.push(b".");
        }
        match name.read(label)? {
            // Other letters: all of the host is somebody else's, so that the rules for a whole name are kept.
            false => {
                list.remove(before, list.value().len() - before);
                asked(host, list, ask)?;
                return Ok(Some(ask));
            }
            true if name.is_ascii() => {
                let mut room = [0; MOST];
                let label = name.to_bytes(&mut room);
                if label.strip_prefix(b"xn--").is_some_and(|encoded| !is_encoded(encoded, ask)) {
                    return Err(Problem::IdnInvalid);
                }
                list.push(label);
            }
            true => {
                check_hyphens(name.letters())?;
                list.push(b"xn--");
                punycode::encode(name.letters(), list.bytes()).ok_or(Problem::IdnInvalid)?;
            }
        }
    }
    Ok(None)
}

/// The most letters of a label: each takes at least one in its encoded form.
const MOST: usize = 63;

/// A label in small letters.
struct Name {
    letters: [char; MOST],
    length: usize,
}

impl Default for Name {
    fn default() -> Self {
        Self { letters: ['\0'; MOST], length: 0 }
    }
}

impl Name {
    /// Reads a label. False where a letter is none of those that are handled here.
    fn read(&mut self, label: &str) -> Result<bool, Problem> {
        self.length = 0;
        for c in label.chars() {
            let Some(small) = small(c) else { return Ok(false) };
            *self.letters.get_mut(self.length).ok_or(Problem::LongLabel)? = small;
            self.length += 1;
        }
        Ok(true)
    }

    fn letters(&self) -> &[char] {
        self.letters.get(..self.length).unwrap_or_default()
    }

    fn is_ascii(&self) -> bool {
        self.letters().iter().all(char::is_ascii)
    }

    fn to_bytes<'r>(&self, room: &'r mut [u8; MOST]) -> &'r [u8] {
        for (byte, letter) in room.iter_mut().zip(self.letters()) {
            *byte = *letter as u8;
        }
        room.get(..self.length).unwrap_or_default()
    }
}

fn asked(host: &str, list: &mut List, ask: Ask) -> Result<(), Problem> {
    for label in host.split(IDEOGRAPHIC_DOTS).flat_map(|part| part.split('.')) {
        let ends = [label.chars().next(), label.chars().next_back()];
        if ends.contains(&Some('-')) {
            return Err(Problem::Hyphen);
        }
        if label.chars().skip(2).take(2).eq(['-', '-']) && !label.is_ascii() {
            return Err(Problem::IdnInvalid);
        }
    }
    let ascii = ask(host).filter(|ascii| ascii.is_ascii()).ok_or(Problem::IdnInvalid)?;
    list.push(ascii.as_bytes());
    Ok(())
}

/// What other scripts write for a dot.
const IDEOGRAPHIC_DOTS: [char; 3] = ['\u{3002}', '\u{ff0e}', '\u{ff61}'];

/// UTS 46, CheckHyphens: a name in another script has none at its ends, and not two that would make it look encoded.
fn check_hyphens(label: &[char]) -> Result<(), Problem> {
    match label {
        ['-', ..] | [.., '-'] => Err(Problem::Hyphen),
        [_, _, '-', '-', ..] => Err(Problem::IdnInvalid),
        _ => Ok(()),
    }
}

/// Whether what follows `xn--` in a label stands for a name that has exactly this encoded form. Parsers of addresses disagree
/// about malformed ones, so they are not asked about the label as it stands.
pub(super) fn is_encoded(encoded: &[u8], ask: Ask) -> bool {
    let Some(name) = punycode::decode(encoded) else { return false };
    if name.iter().all(char::is_ascii)
        || check_hyphens(&name).is_err()
        || name.iter().any(|c| IDEOGRAPHIC_DOTS.contains(c))
    {
        return false;
    }
    if name.iter().all(|c| small(*c) == Some(*c)) {
        return again(&name).is_some_and(|again| again == encoded);
    }
    let name: String = name.into_iter().collect();
    ask(&name).is_some_and(|ascii| ascii.as_bytes().strip_prefix(b"xn--") == Some(encoded))
}

fn again(name: &[char]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    punycode::encode(name, &mut out)?;
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ascii(host: &str) -> Result<String, Problem> {
        let mut list = List::new(0);
        let ask = |host: &str| (host == "مثال.com").then(|| "xn--mgbh0fb.com".to_owned());
        write_ascii(host, &mut list, ask)?;
        Ok(String::from_utf8_lossy(list.value()).into_owned())
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
        assert_eq!(ascii("ab--ü.de"), Err(Problem::IdnInvalid));
    }

    #[test]
    fn judges_encoded_names_by_what_they_stand_for() {
        for (label, ok) in [
            ("bcher-kva", true),
            ("a", false),
            ("", false),
            ("abc-", false),
            ("99999999", false),
            ("fa-hia", true),
            ("mgbh0fb", false),
        ] {
            assert_eq!(is_encoded(label.as_bytes(), |_| None), ok, "{label}");
        }
    }
}
