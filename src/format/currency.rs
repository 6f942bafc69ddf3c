//! A currency code.
//!
//! ```text
//! currency-code     = 3%x41-5A      ; a code of ISO 4217
//! any-case-currency = 3ALPHA        ; the same, however it is capitalized
//! ```
//!
//! Source: `^[A-Z]{3}$` in the OpenAPI, and `^[A-Za-z]{3}$` in a few places of it; it publishes no list. Only codes that exist are accepted: those of ISO 4217 list
//! one that are money in a country (no metals, no test codes), and six that were replaced lately and still occur.

use std::cmp::Ordering;

use super::{Format, text_format};

text_format! {
    /// A currency: three capital letters of ISO 4217, such as `USD`.
    CurrencyCode,
    Format {
        name: "currency",
        expected: "a currency code of three capital letters (ISO 4217) such as USD or EUR",
        example: "USD",
        accepts: |text| is_currency(text.as_bytes()),
    }
}

text_format! {
    /// A currency: three letters of ISO 4217, such as `USD`; small letters will do.
    AnyCaseCurrency,
    Format {
        name: "currency",
        expected: "a currency code of three letters (ISO 4217) such as USD or EUR",
        example: "USD",
        accepts: |text| text.len() == 3 && CURRENCIES.split(' ').any(|code| code.eq_ignore_ascii_case(text)),
    }
}

fn is_currency(text: &[u8]) -> bool {
    let Ok(wanted) = <[u8; 3]>::try_from(text).map(number) else { return false };
    let (mut from, mut to) = (0, CURRENCIES.len().div_ceil(4));
    while from < to {
        let middle = usize::midpoint(from, to);
        let code = CURRENCIES.as_bytes().get(middle * 4..).and_then(|rest| rest.first_chunk());
        match code.map(|code| number(*code).cmp(&wanted)) {
            Some(Ordering::Less) => from = middle + 1,
            Some(Ordering::Greater) => to = middle,
            found => return found.is_some(),
        }
    }
    false
}

/// A code as a number, in the order of the alphabet.
fn number([a, b, c]: [u8; 3]) -> u32 {
    u32::from_be_bytes([0, a, b, c])
}

/// The codes, in alphabetical order.
const CURRENCIES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD \
     CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP \
     GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW \
     KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD \
     NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE \
     SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED \
     VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_what_exists() {
        for (text, ok) in [
            ("USD", true),
            ("EUR", true),
            ("ZAR", true),
            ("usd", false),
            ("US1", false),
            ("EURO", false),
            ("XYZ", false),
            ("AED", true),
            ("ZWL", true),
            ("ZZZ", false),
            ("AAA", false),
            ("", false),
            ("US", false),
            ("U D", false),
        ] {
            assert_eq!(text.parse::<CurrencyCode>().is_ok(), ok, "{text}");
        }
        assert!("usd".parse::<AnyCaseCurrency>().is_ok() && "xyz".parse::<AnyCaseCurrency>().is_err());
    }
}
