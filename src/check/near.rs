//! Finds the known word that was probably meant.

/// The longest word that is compared. API names are shorter.
const MAX_LEN: usize = 48;

/// The known word that differs from `given` only in spelling (`advertiser_id` for `advertiserId`), or by one typing
/// mistake, or by two when it is long. `strict` asks for the spelling only.
pub fn near(given: &str, known: impl Iterator<Item = &'static str> + Clone, strict: bool) -> Option<&'static str> {
    if given.len() > MAX_LEN {
        return None;
    }
    let same = known.clone().find(|word| letters(given).eq(letters(word)));
    same.or_else(|| {
        if strict { None } else { known.min_by_key(|word| distance(given, word)).filter(|word| close(given, word)) }
    })
}

fn letters(word: &str) -> impl Iterator<Item = u8> + '_ {
    word.bytes().filter(|b| !matches!(b, b'_' | b'-' | b' ')).map(|b| b.to_ascii_lowercase())
}

fn close(given: &str, word: &str) -> bool {
    let allowed = match word.len() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    // Typing mistakes seldom hit the first letter, and `game` is not a misspelt `name`.
    given.len() >= 3
        && given.as_bytes()[0].eq_ignore_ascii_case(&word.as_bytes()[0])
        && distance(given, word) <= allowed
}

/// The number of letters inserted, left out, replaced or swapped with a neighbour (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<u8>, Vec<u8>) = (letters(a).collect(), letters(b).collect());
    if a.len().abs_diff(b.len()) > 2 {
        return usize::MAX;
    }
    let mut rows = [vec![0; b.len() + 1], (0..=b.len()).collect(), vec![0; b.len() + 1]];
    for i in 1..=a.len() {
        rows[2][0] = i;
        for j in 1..=b.len() {
            let replaced = rows[1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(rows[1][j] + 1).min(rows[2][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[0][j - 2] + 1);
            }
            rows[2][j] = best;
        }
        rows.rotate_left(1);
    }
    rows[1][b.len()]
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
            assert_eq!(near(given, KNOWN.into_iter(), false), meant, "{given}");
        }
        assert_eq!(near("nmae", KNOWN.into_iter(), true), None);
        assert_eq!(near(&"advertiserId".repeat(10_000), KNOWN.into_iter(), false), None);
    }
}
