//! Finds the known word that was probably meant.

/// The longest word that is compared. API names are shorter.
const MAX_LEN: usize = 48;

/// Looks for the known word that differs from a given one only in spelling (`advertiser_id` for `advertiserId`), or by one
/// typing mistake, or by two when it is long.
pub struct Near {
    letters: Vec<u8>,
    distance: usize,
    found: Option<&'static str>,
}

impl Near {
    pub fn new(given: &str) -> Self {
        let comparable = (3..=MAX_LEN).contains(&given.len());
        Self { letters: if comparable { letters(given) } else { Vec::new() }, distance: 3, found: None }
    }

    /// Compares with a known word; `strict` asks for the same letters.
    pub fn consider(&mut self, word: &'static str, strict: bool) {
        let allowed = match word.len() {
            _ if strict => 0,
            0..=3 => 0,
            4..=7 => 1,
            _ => 2,
        };
        if !self.letters.is_empty() {
            let distance = distance(&self.letters, &letters(word));
            if distance <= allowed && distance < self.distance {
                (self.distance, self.found) = (distance, Some(word));
            }
        }
    }

    /// The nearest of the words considered, the first where several are.
    pub fn found(&self) -> Option<&'static str> {
        self.found
    }
}

/// The nearest of some words.
pub fn near(given: &str, known: &[&'static str]) -> Option<&'static str> {
    let mut near = Near::new(given);
    for word in known {
        near.consider(word, false);
    }
    near.found()
}

fn letters(word: &str) -> Vec<u8> {
    word.bytes().filter(|b| !matches!(b, b'_' | b'-' | b' ')).map(|b| b.to_ascii_lowercase()).collect()
}

/// The number of letters inserted, left out, replaced or swapped with a neighbour (optimal string alignment); 3 for any
/// more than two.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let (Some((first, a_rest)), Some((other, b_rest))) = (a.split_first(), b.split_first()) else {
        return a.len().max(b.len()).min(3);
    };
    if first == other {
        return distance_behind(a_rest, b_rest, 0);
    }
    // Typing mistakes seldom hit the first letter, and `game` is not a misspelt `name`; but two letters swap anywhere.
    match (a, b) {
        ([a1, a2, a @ ..], [b1, b2, b @ ..]) if a1 == b2 && a2 == b1 => distance_behind(a, b, 1),
        _ => 3,
    }
}

/// The distance when so many mistakes have been seen already. At most two can follow each other, so this ends soon.
fn distance_behind(mut a: &[u8], mut b: &[u8], mistakes: usize) -> usize {
    while let (Some((first, a_rest)), Some((other, b_rest))) = (a.split_first(), b.split_first()) {
        if first != other {
            break;
        }
        (a, b) = (a_rest, b_rest);
    }
    if a.is_empty() && b.is_empty() {
        return mistakes;
    }
    if mistakes == 2 {
        return 3;
    }
    let behind = |a: Option<&[u8]>, b: Option<&[u8]>| match (a, b) {
        (Some(a), Some(b)) => distance_behind(a, b, mistakes + 1),
        _ => 3,
    };
    let inserted = behind(a.get(1..), Some(b));
    let left_out = behind(Some(a), b.get(1..));
    let replaced = behind(a.get(1..), b.get(1..));
    let swapped = match (a, b) {
        ([a1, a2, ..], [b1, b2, ..]) if a1 == b2 && a2 == b1 => behind(a.get(2..), b.get(2..)),
        _ => 3,
    };
    inserted.min(left_out).min(replaced).min(swapped)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 5] = ["name", "advertiserId", "endpointUrl", "protocol", "auth"];

    #[test]
    fn finds_what_was_meant() {
        for (given, meant) in [
            ("advertiser_id", Some("advertiserId")),
            ("AdvertiserID", Some("advertiserId")),
            ("endpointURL", Some("endpointUrl")),
            ("endpiontUrl", Some("endpointUrl")),
            ("endpoint", None),
            ("nmae", Some("name")),
            ("names", Some("name")),
            ("game", None),
            ("protcol", Some("protocol")),
            ("n", None),
            ("", None),
            ("oauth", None),
            ("authentication", None),
            ("ünïcode", None),
        ] {
            assert_eq!(near(given, &KNOWN), meant, "{given}");
        }
        assert_eq!(near(&"advertiserId".repeat(10_000), &KNOWN), None);
        let mut strict = Near::new("nmae");
        strict.consider("name", true);
        assert_eq!(strict.found(), None);
    }
}
