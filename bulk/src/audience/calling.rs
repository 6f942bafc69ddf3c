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
const PLANS: [(u16, &[u8], usize, usize); 55] = [
    (1, b"1", 10, 10), (7, b"8", 10, 10), (20, b"0", 8, 10), (27, b"0", 9, 9), (30, b"", 10, 10), (31, b"0", 9, 9),
    (32, b"0", 8, 9), (33, b"0", 9, 9), (34, b"", 9, 9), (36, b"06", 8, 9), (39, b"", 9, 11), (41, b"0", 9, 9),
    (44, b"0", 9, 10), (45, b"", 8, 8), (46, b"0", 7, 9), (47, b"", 8, 8), (48, b"", 9, 9), (49, b"0", 6, 11),
    (52, b"", 10, 10), (55, b"0", 10, 11), (56, b"", 9, 9), (57, b"", 10, 10), (60, b"0", 8, 10), (61, b"0", 9, 9),
    (62, b"0", 8, 12), (63, b"0", 8, 10), (64, b"0", 8, 10), (65, b"", 8, 8), (66, b"0", 8, 9), (81, b"0", 9, 10),
    (82, b"0", 8, 10), (84, b"0", 9, 10), (86, b"0", 10, 11), (90, b"0", 10, 10), (91, b"0", 10, 10), (92, b"0", 9, 10),
    (225, b"", 10, 10), (242, b"", 9, 9), (351, b"", 9, 9), (353, b"0", 7, 9), (354, b"", 7, 7), (370, b"0", 8, 8),
    (371, b"", 8, 8), (372, b"", 7, 8), (375, b"80", 9, 9), (378, b"", 6, 10), (380, b"0", 9, 9), (385, b"0", 8, 9),
    (420, b"", 9, 9), (421, b"0", 9, 9), (852, b"", 8, 8), (886, b"0", 8, 9), (966, b"0", 8, 9), (971, b"0", 8, 9),
    (972, b"0", 8, 9),
];

impl Plan {
    /// The plan of a calling code; the commonest one where nothing else is known.
    #[must_use]
    pub fn of(code: u16) -> Self {
        let known = PLANS.iter().find(|plan| plan.0 == code);
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
    /// The number is too long or too short, or could be read in two ways.
    pub fn complete<'t>(&'t self, digits: &'t [u8]) -> Result<(&'t [u8], &'t [u8]), Reason> {
        let code = self.code.get(..self.code_length).unwrap_or_default();
        let without = |prefix: &[u8]| digits.strip_prefix(prefix).filter(|rest| !prefix.is_empty() && self.fits(rest));
        if let Some(national) = without(self.trunk) {
            return Ok((code, national));
        }
        match (without(code), self.fits(digits) && (self.trunk != b"0" || digits.first() != Some(&b'0'))) {
            (Some(_), true) => Err(Reason::AmbiguousPhone),
            (Some(national), false) => Ok((code, national)),
            (None, true) => Ok((code, digits)),
            (None, false) => Err(Reason::PhoneLength),
        }
    }

    fn fits(&self, national: &[u8]) -> bool {
        (self.shortest..=self.longest).contains(&national.len())
    }
}

/// The calling code of a country, told by its two letters in upper case (ISO 3166).
#[must_use]
pub fn of_country(country: &[u8; 2]) -> Option<u16> {
    COUNTRIES.iter().find(|(_, countries)| countries.as_chunks::<2>().0.contains(country)).map(|(code, _)| *code)
}

#[rustfmt::skip]
const COUNTRIES: [(u16, &[u8]); 205] = [
    (1, b"USCAAGAIASBBBMBSDMDOGDGUJMKNKYLCMPMSPRSXTCTTVCVGVI"), (7, b"RUKZ"), (20, b"EG"), (27, b"ZA"), (30, b"GR"),
    (31, b"NL"), (32, b"BE"), (33, b"FR"), (34, b"ES"), (36, b"HU"), (39, b"ITVA"), (40, b"RO"), (41, b"CH"),
    (43, b"AT"), (44, b"GBGGIMJE"), (45, b"DK"), (46, b"SE"), (47, b"NOSJ"), (48, b"PL"), (49, b"DE"), (51, b"PE"),
    (52, b"MX"), (53, b"CU"), (54, b"AR"), (55, b"BR"), (56, b"CL"), (57, b"CO"), (58, b"VE"), (60, b"MY"),
    (61, b"AUCCCX"), (62, b"ID"), (63, b"PH"), (64, b"NZ"), (65, b"SG"), (66, b"TH"), (81, b"JP"), (82, b"KR"),
    (84, b"VN"), (86, b"CN"), (90, b"TR"), (91, b"IN"), (92, b"PK"), (93, b"AF"), (94, b"LK"), (95, b"MM"),
    (98, b"IR"), (211, b"SS"), (212, b"MAEH"), (213, b"DZ"), (216, b"TN"), (218, b"LY"), (220, b"GM"), (221, b"SN"),
    (222, b"MR"), (223, b"ML"), (224, b"GN"), (225, b"CI"), (226, b"BF"), (227, b"NE"), (228, b"TG"), (229, b"BJ"),
    (230, b"MU"), (231, b"LR"), (232, b"SL"), (233, b"GH"), (234, b"NG"), (235, b"TD"), (236, b"CF"), (237, b"CM"),
    (238, b"CV"), (239, b"ST"), (240, b"GQ"), (241, b"GA"), (242, b"CG"), (243, b"CD"), (244, b"AO"), (245, b"GW"),
    (246, b"IO"), (248, b"SC"), (249, b"SD"), (250, b"RW"), (251, b"ET"), (252, b"SO"), (253, b"DJ"), (254, b"KE"),
    (255, b"TZ"), (256, b"UG"), (257, b"BI"), (258, b"MZ"), (260, b"ZM"), (261, b"MG"), (262, b"REYT"), (263, b"ZW"),
    (264, b"NA"), (265, b"MW"), (266, b"LS"), (267, b"BW"), (268, b"SZ"), (269, b"KM"), (290, b"SH"), (291, b"ER"),
    (297, b"AW"), (298, b"FO"), (299, b"GL"), (350, b"GI"), (351, b"PT"), (352, b"LU"), (353, b"IE"), (354, b"IS"),
    (355, b"AL"), (356, b"MT"), (357, b"CY"), (358, b"FIAX"), (359, b"BG"), (370, b"LT"), (371, b"LV"), (372, b"EE"),
    (373, b"MD"), (374, b"AM"), (375, b"BY"), (376, b"AD"), (377, b"MC"), (378, b"SM"), (380, b"UA"), (381, b"RS"),
    (382, b"ME"), (383, b"XK"), (385, b"HR"), (386, b"SI"), (387, b"BA"), (389, b"MK"), (420, b"CZ"), (421, b"SK"),
    (423, b"LI"), (500, b"FKGS"), (501, b"BZ"), (502, b"GT"), (503, b"SV"), (504, b"HN"), (505, b"NI"), (506, b"CR"),
    (507, b"PA"), (508, b"PM"), (509, b"HT"), (590, b"GPBLMF"), (591, b"BO"), (592, b"GY"), (593, b"EC"),
    (594, b"GF"), (595, b"PY"), (596, b"MQ"), (597, b"SR"), (598, b"UY"), (599, b"CWBQ"), (670, b"TL"), (672, b"NF"),
    (673, b"BN"), (674, b"NR"), (675, b"PG"), (676, b"TO"), (677, b"SB"), (678, b"VU"), (679, b"FJ"), (680, b"PW"),
    (681, b"WF"), (682, b"CK"), (683, b"NU"), (685, b"WS"), (686, b"KI"), (687, b"NC"), (688, b"TV"), (689, b"PF"),
    (690, b"TK"), (691, b"FM"), (692, b"MH"), (850, b"KP"), (852, b"HK"), (853, b"MO"), (855, b"KH"), (856, b"LA"),
    (880, b"BD"), (886, b"TW"), (960, b"MV"), (961, b"LB"), (962, b"JO"), (963, b"SY"), (964, b"IQ"), (965, b"KW"),
    (966, b"SA"), (967, b"YE"), (968, b"OM"), (970, b"PS"), (971, b"AE"), (972, b"IL"), (973, b"BH"), (974, b"QA"),
    (975, b"BT"), (976, b"MN"), (977, b"NP"), (992, b"TJ"), (993, b"TM"), (994, b"AZ"), (995, b"GE"), (996, b"KG"),
    (998, b"UZ"),
];

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
        let mut all: Vec<_> = COUNTRIES.iter().flat_map(|(_, countries)| countries.as_chunks::<2>().0).collect();
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!((count, all.len()), (244, 244), "each country once");
        assert!(COUNTRIES.is_sorted_by_key(|(code, _)| *code) && PLANS.is_sorted_by_key(|plan| plan.0));
    }

    #[test]
    fn a_plan_has_its_code() {
        for code in [1, 44, 263, 20, 100] {
            let plan = Plan::of(code);
            assert_eq!(&plan.code[..plan.code_length], code.to_string().as_bytes());
        }
    }
}
