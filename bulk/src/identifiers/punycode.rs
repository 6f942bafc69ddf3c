//! Punycode (RFC 3492): names in other scripts as letters, digits and hyphens.

const BASE: u32 = 36;
const LOWEST: u32 = 1;
const HIGHEST: u32 = 26;
const FIRST_CHARACTER: u32 = 0x80;
const FIRST_BIAS: u32 = 72;

/// Writes the encoded form of a label, without `xn--`. Nothing where the label is far too long for any name.
pub(super) fn encode(label: &[char], out: &mut Vec<u8>) -> Option<()> {
    let mut basic = 0;
    for c in label.iter().filter(|c| c.is_ascii()) {
        out.push(*c as u8);
        basic += 1;
    }
    if basic > 0 {
        out.push(b'-');
    }
    let (mut next, mut delta, mut bias, mut done) = (FIRST_CHARACTER, 0u32, FIRST_BIAS, basic);
    while (done as usize) < label.len() {
        let smallest = label.iter().map(|c| *c as u32).filter(|c| *c >= next).min()?;
        delta = delta.checked_add((smallest - next).checked_mul(done + 1)?)?;
        next = smallest;
        for c in label.iter().map(|c| *c as u32) {
            if c < next {
                delta = delta.checked_add(1)?;
            }
            if c == next {
                number(delta, bias, out);
                bias = adapt(delta, done + 1, done == basic);
                (delta, done) = (0, done + 1);
            }
        }
        (delta, next) = (delta.checked_add(1)?, next + 1);
    }
    Some(())
}

/// The label that an encoded form, without `xn--` and in lower case, stands for.
pub(super) fn decode(encoded: &[u8]) -> Option<Vec<char>> {
    let split = encoded.iter().rposition(|byte| *byte == b'-');
    let (basic, mut digits) = match split {
        Some(at) => (encoded.get(..at)?, encoded.get(at + 1..)?.iter()),
        None => (&[][..], encoded.iter()),
    };
    let mut out: Vec<char> = basic.iter().map(|byte| char::from(*byte)).collect();
    let (mut next, mut place, mut bias) = (FIRST_CHARACTER, 0u32, FIRST_BIAS);
    while digits.len() > 0 {
        let before = place;
        let (mut weight, mut k) = (1u32, BASE);
        loop {
            let digit = digit(*digits.next()?)?;
            place = place.checked_add(digit.checked_mul(weight)?)?;
            let threshold = threshold(k, bias);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
            k += BASE;
        }
        let length = out.len() as u32 + 1;
        bias = adapt(place - before, length, before == 0);
        next = next.checked_add(place / length)?;
        place %= length;
        out.insert(place as usize, char::from_u32(next)?);
        place += 1;
    }
    Some(out)
}

/// Writes a number in the variable-length form.
fn number(mut number: u32, bias: u32, out: &mut Vec<u8>) {
    let mut k = BASE;
    loop {
        let threshold = threshold(k, bias);
        if number < threshold {
            return out.push(letter(number));
        }
        out.push(letter(threshold + (number - threshold) % (BASE - threshold)));
        number = (number - threshold) / (BASE - threshold);
        k += BASE;
    }
}

fn threshold(k: u32, bias: u32) -> u32 {
    k.saturating_sub(bias).clamp(LOWEST, HIGHEST)
}

fn letter(digit: u32) -> u8 {
    let digit = digit as u8;
    if digit < 26 { b'a' + digit } else { b'0' + digit - 26 }
}

fn digit(letter: u8) -> Option<u32> {
    match letter {
        b'a'..=b'z' => Some(u32::from(letter - b'a')),
        b'0'..=b'9' => Some(u32::from(letter - b'0') + 26),
        _ => None,
    }
}

fn adapt(delta: u32, length: u32, is_first: bool) -> u32 {
    const SKEW: u32 = 38;
    const DAMP: u32 = 700;
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > (BASE - LOWEST) * HIGHEST / 2 {
        delta /= BASE - LOWEST;
        k += BASE;
    }
    k + (BASE - LOWEST + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_and_decodes() {
        for (label, encoded) in [
            ("bücher", "bcher-kva"),
            ("faß", "fa-hia"),
            ("münchen", "mnchen-3ya"),
            ("例え", "r8jz45g"),
            ("пример", "e1afmkfd"),
            ("한국", "3e0b707e"),
            ("ü", "tda"),
            ("a-ü", "a--yka"),
            ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
        ] {
            let label: Vec<char> = label.chars().collect();
            let mut out = Vec::new();
            assert!(encode(&label, &mut out).is_some());
            assert_eq!(out, encoded.as_bytes());
            assert_eq!(decode(encoded.as_bytes()), Some(label));
        }
    }

    #[test]
    fn refuses_what_stands_for_nothing() {
        for encoded in ["kva!", "99999999", "a-99999999", "é", "b"] {
            assert_eq!(decode(encoded.as_bytes()), None, "{encoded}");
        }
    }
}
