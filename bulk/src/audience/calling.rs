//! Calling codes of countries, and how their national numbers are written.
//!
//! Source: ITU-T E.164 and the numbering plans that it lists; general knowledge, not the service's documents. A plan bounds
//! the digits behind the calling code. Where a number fits neither way of reading it, or both, it is refused.

use super::reason::Reason;

/// How the numbers of a country are written at home.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    code: [u8; 3],
    code_length: usize,
    /// What stands before a national number and not in the international one.
    trunk: &'static [u8],
    shortest: usize,
    longest: usize,
}

/// Calling codes, what precedes a national number, and its length without that.
#[rustfmt::skip]
const PLANS: [(u16, &[u8], usize, usize); 56] = [
    (1, b"1", 10, 10), (7, b"8", 10, 10), (20, b"0", 8, 10), (27, b"0", 9, 9), (30, b"", 10, 10), (31, b"0", 9, 9),
    (32, b"0", 8, 9), (33, b"0", 9, 9), (34, b"", 9, 9), (36, b"06", 8, 9), (39, b"", 9, 11), (41, b"0", 9, 9),
    (44, b"0", 9, 10), (45, b"", 8, 8), (46, b"0", 7, 9), (47, b"", 8, 8), (48, b"", 9, 9), (49, b"0", 6, 11),
    (52, b"", 10, 10), (55, b"0", 10, 11), (56, b"", 9, 9), (57, b"", 10, 10), (60, b"0", 8, 10), (61, b"0", 9, 9),
    (62, b"0", 8, 12), (63, b"0", 8, 10), (64, b"0", 8, 10), (65, b"", 8, 8), (66, b"0", 8, 9), (81, b"0", 9, 10),
    (82, b"0", 8, 10), (84, b"0", 9, 10), (86, b"0", 10, 11), (90, b"0", 10, 10), (91, b"0", 10, 10), (92, b"0", 9, 10),
    (225, b"", 10, 10), (229, b"", 8, 10), (242, b"", 9, 9), (351, b"", 9, 9), (353, b"0", 7, 9), (354, b"", 7, 7),
    (370, b"0", 8, 8), (371, b"", 8, 8), (372, b"", 7, 8), (375, b"80", 9, 9), (378, b"", 6, 10), (380, b"0", 9, 9),
    (385, b"0", 8, 9), (420, b"", 9, 9), (421, b"0", 9, 9), (852, b"", 8, 8), (886, b"0", 8, 9), (966, b"0", 8, 9),
    (971, b"0", 8, 9), (972, b"0", 8, 9),
];

/// Italy, Ivory Coast, Benin, Congo, San Marino: their national numbers may begin with a zero, which belongs to the
/// international one. Nobody else's does.
const ZERO_KEPT: [&[u8]; 5] = [b"39", b"225", b"229", b"242", b"378"];

/// Whether a zero that stands behind a calling code belongs to the number.
#[must_use]
pub fn keeps_zero(code: &[u8]) -> bool {
    ZERO_KEPT.contains(&code)
}

impl Plan {
    /// The plan of a calling code; the commonest one where nothing else is known.
    #[must_use]
    pub fn of(code: u16) -> Self {
        let known = PLANS.binary_search_by_key(&code, |plan| plan.0).ok().and_then(|at| PLANS.get(at));
        let (_, trunk, shortest, longest) = known.copied().unwrap_or((code, b"0", 4, 13));
        let mut plan = Self { code: [0; 3], code_length: 0, trunk, shortest, longest };
        for digit in [code / 100 % 10, code / 10 % 10, code % 10] {
            if digit > 0 || plan.code_length > 0 {
                plan.code[plan.code_length] = b'0' + digit as u8;
                plan.code_length += 1;
            }
        }
        plan
    }

    /// A number without a sign that it is international, as calling code and the rest.
    ///
    /// # Errors
    ///
    /// The number is too long or too short, could be read in two ways, or there are none that begin so.
    pub fn complete<'t>(&'t self, digits: &'t [u8]) -> Result<(&'t [u8], &'t [u8]), Reason> {
        let code = self.code();
        let bare = digits.strip_prefix(self.trunk).filter(|bare| !self.trunk.is_empty() && self.fits(bare));
        if let Some(national) = bare {
            return if self.begins(national) { Ok((code, national)) } else { Err(Reason::NotAPhone) };
        }
        let abroad = digits.strip_prefix(code).and_then(|rest| self.abroad(rest).ok()).filter(|rest| self.fits(rest));
        match (abroad, self.fits(digits)) {
            (Some(_), true) if self.begins(digits) => Err(Reason::AmbiguousPhone),
            (Some(national), _) => Ok((code, national)),
            (None, true) if self.begins(digits) => Ok((code, digits)),
            // Where it begins with a zero that is a prefix, it is too short without that.
            (None, true) if !self.trunk.starts_with(b"0") => Err(Reason::NotAPhone),
            (None, _) => Err(Reason::PhoneLength),
        }
    }

    /// What stands behind the calling code, as it does in an international number: the prefix of national ones goes. It is told
    /// from the number's own digits by the zero it begins with, or else by the length.
    fn abroad<'t>(&self, national: &'t [u8]) -> Result<&'t [u8], Reason> {
        let is_prefix = |bare: &[u8]| self.trunk.starts_with(b"0") || (self.fits(bare) && !self.fits(national));
        let bare = national.strip_prefix(self.trunk).filter(|bare| !self.trunk.is_empty() && is_prefix(bare));
        let national = bare.unwrap_or(national);
        match (self.begins(national), self.is_north_american() && !self.fits(national)) {
            (_, true) => Err(Reason::PhoneLength),
            (false, _) => Err(Reason::NotAPhone),
            _ => Ok(national),
        }
    }

    /// Whether international numbers may begin so behind the calling code.
    fn begins(&self, national: &[u8]) -> bool {
        match national.first() {
            Some(b'0') => keeps_zero(self.code()),
            Some(b'1') => !self.is_north_american(),
            _ => true,
        }
    }

    /// Whether all numbers have an area code that begins with 2 to 9, and 10 digits.
    fn is_north_american(&self) -> bool {
        self.code() == b"1"
    }

    fn code(&self) -> &[u8] {
        self.code.get(..self.code_length).unwrap_or_default()
    }

    fn fits(&self, national: &[u8]) -> bool {
        (self.shortest..=self.longest).contains(&national.len())
    }
}

/// An international number, told by its digits, as calling code and the rest. `+49 0151` is `+49 151`.
///
/// # Errors
///
/// There are no such numbers in the country.
#[inline]
pub fn international(digits: &[u8]) -> Result<(&[u8], &[u8]), Reason> {
    let (code, national) = digits.split_at(code_length(digits).min(digits.len()));
    // No prefix begins with another digit, but in North America.
    match (code, national) {
        ([b'1'], _) | (_, [b'0' | b'8', ..]) => Ok((code, Plan::of(number(code)).abroad(national)?)),
        _ => Ok((code, national)),
    }
}

/// How long the calling code is that a number begins with. No code is the beginning of another one.
#[inline]
fn code_length(digits: &[u8]) -> usize {
    match digits {
        [b'1' | b'7', ..] => 1,
        [b'2', b'0' | b'7', ..]
        | [b'3', b'0'..=b'4' | b'6' | b'9', ..]
        | [b'4', b'0' | b'1' | b'3'..=b'9', ..]
        | [b'5', b'1'..=b'8', ..]
        | [b'6', b'0'..=b'6', ..]
        | [b'8', b'1' | b'2' | b'4' | b'6', ..]
        | [b'9', b'0'..=b'5' | b'8', ..] => 2,
        _ => 3,
    }
}

fn number(digits: &[u8]) -> u16 {
    digits.iter().fold(0, |number, digit| number * 10 + u16::from(digit - b'0'))
}

/// The calling code of a country, told by its two letters in upper case (ISO 3166).
#[must_use]
pub fn of_country(country: &[u8; 2]) -> Option<u16> {
    groups().find(|(_, countries)| countries.contains(country)).map(|(code, _)| code)
}

/// Calling codes and their countries.
fn groups() -> impl Iterator<Item = (u16, &'static [[u8; 2]])> {
    COUNTRIES.split(|byte| *byte == b' ').map(|group| {
        let digits = group.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (code, countries) = group.split_at(digits);
        (number(code), countries.as_chunks().0)
    })
}

/// Calling codes, each followed by the countries that have it.
const COUNTRIES: &[u8] = b"\
    1USCAAGAIASBBBMBSDMDOGDGUJMKNKYLCMPMSPRSXTCTTVCVGVI 7RUKZ 20EG 27ZA 30GR 31NL 32BE 33FR 34ES 36HU 39ITVA 40RO \
    41CH 43AT 44GBGGIMJE 45DK 46SE 47NOSJ 48PL 49DE 51PE 52MX 53CU 54AR 55BR 56CL 57CO 58VE 60MY 61AUCCCX 62ID 63PH \
    64NZ 65SG 66TH 81JP 82KR 84VN 86CN 90TR 91IN 92PK 93AF 94LK 95MM 98IR 211SS 212MAEH 213DZ 216TN 218LY 220GM \
    221SN 222MR 223ML 224GN 225CI 226BF 227NE 228TG 229BJ 230MU 231LR 232SL 233GH 234NG 235TD 236CF 237CM 238CV \
    239ST 240GQ 241GA 242CG 243CD 244AO 245GW 246IO 248SC 249SD 250RW 251ET 252SO 253DJ 254KE 255TZ 256UG 257BI \
    258MZ 260ZM 261MG 262REYT 263ZW 264NA 265MW 266LS 267BW 268SZ 269KM 290SH 291ER 297AW 298FO 299GL 350GI 351PT \
    352LU 353IE 354IS 355AL 356MT 357CY 358FIAX 359BG 370LT 371LV 372EE 373MD 374AM 375BY 376AD 377MC 378SM 380UA \
    381RS 382ME 383XK 385HR 386SI 387BA 389MK 420CZ 421SK 423LI 500FKGS 501BZ 502GT 503SV 504HN 505NI 506CR 507PA \
    508PM 509HT 590GPBLMF 591BO 592GY 593EC 594GF 595PY 596MQ 597SR 598UY 599CWBQ 670TL 672NF 673BN 674NR 675PG \
    676TO 677SB 678VU 679FJ 680PW 681WF 682CK 683NU 685WS 686KI 687NC 688TV 689PF 690TK 691FM 692MH 850KP 852HK \
    853MO 855KH 856LA 880BD 886TW 960MV 961LB 962JO 963SY 964IQ 965KW 966SA 967YE 968OM 970PS 971AE 972IL 973BH \
    974QA 975BT 976MN 977NP 992TJ 993TM 994AZ 995GE 996KG 998UZ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_countries() {
        for (country, code) in [(b"US", 1), (b"CA", 1), (b"GB", 44), (b"DE", 49), (b"KZ", 7), (b"VA", 39), (b"ZW", 263)]
        {
            assert_eq!(of_country(country), Some(code));
        }
        assert_eq!(of_country(b"XX"), None);
        let mut all: Vec<_> = groups().flat_map(|(_, countries)| countries).collect();
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!((count, all.len()), (244, 244), "each country once");
        assert!(groups().is_sorted_by_key(|(code, _)| code) && PLANS.is_sorted_by_key(|plan| plan.0));
    }

    #[test]
    fn a_plan_has_its_code() {
        for code in [1, 44, 263, 20, 100] {
            let plan = Plan::of(code);
            assert_eq!(plan.code(), code.to_string().as_bytes());
        }
    }

    #[test]
    fn codes_are_told_from_what_follows() {
        for (code, _) in groups() {
            for next in ["00", "11", "99"] {
                assert_eq!(code_length(format!("{code}{next}").as_bytes()), code.to_string().len(), "{code}");
            }
        }
        assert_eq!(code_length(b""), 3);
    }
}
