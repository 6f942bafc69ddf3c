//! What the bulk jobs make of identifiers, held against what the check of a request says about them.

#![cfg(not(target_arch = "wasm32"))]

use interchange_web::api::buyer::property_identifier::PropertyIdentifierType;
use interchange_web::shape::{Kind as Shaped, Shape};
use interchange_web::{api, request};
use interchange_web_bulk::identifiers::{Bucket, Job, Kind, Options, Problem};
use serde_json::{Value, json};

const KINDS: [&str; 11] = [
    "domain",
    "subdomain",
    "ios_bundle",
    "android_package",
    "apple_tv_bundle",
    "bundle_id",
    "apple_app_store_id",
    "google_play_id",
    "roku_store_id",
    "fire_tv_asin",
    "samsung_app_id",
];

/// Whether a request with these identifiers passes its check.
fn passes(identifiers: &Value) -> bool {
    let text = json!({ "identifiers": identifiers }).to_string();
    request::check(api::find("checkPropertyList").unwrap(), &text).issues.errors.is_empty()
}

/// What the engine makes of a typed value: the bucket, what is wrong, and the list.
fn engine(kind: &str, value: &str) -> (u32, u32, Value) {
    let mut job = Job::new(Options { default: Kind::Domain, expected: 0, seed: 1, ask: |_| None, corrections: false });
    job.room(value.len()).copy_from_slice(value.as_bytes());
    job.fill(value.len());
    job.values(&[value.len() as u32], &[Kind::named(kind.as_bytes()).unwrap() as u8]);
    let list = serde_json::from_slice(job.finish()).unwrap();
    let record = job.records()[0];
    (record[2] & 7, record[2] >> 8, list)
}

/// Values that look like identifiers, more or less.
fn values(count: usize) -> impl Iterator<Item = String> {
    const PARTS: [&str; 44] = [
        "nytimes",
        "com",
        "de",
        "co.uk",
        ".",
        ".",
        ".",
        ".",
        "-",
        "_",
        "www.",
        "m.",
        "https://",
        "http://",
        "ftp://",
        "/",
        "/a?b",
        "#x",
        ":80",
        ":",
        "@",
        "*.",
        " ",
        "\u{feff}",
        "12",
        "284882215",
        "b00x4whp5e",
        "G19173000091",
        "bücher",
        "例え",
        "xn--",
        "bcher-kva",
        "A",
        "a",
        "Z9",
        "1.2.3.4",
        "com.facebook.katana",
        "com.a_b",
        "id",
        "\"",
        "\\",
        ",",
        "\t",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ];
    let mut state = 9_u64;
    let mut next = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    (0..count).map(move |_| (0..=next(6)).map(|_| PARTS[next(PARTS.len())]).collect())
}

#[test]
fn what_is_in_a_list_passes_the_check_of_a_request() {
    for value in values(5_000) {
        for kind in KINDS {
            let (bucket, _, list) = engine(kind, &value);
            if bucket < 2 {
                assert!(passes(&list), "{kind} {value:?} became {list}");
            }
        }
    }
}

/// Where a request passes as it is and the engine refuses, it has a reason that the check does not look for.
#[test]
fn what_a_request_may_hold_is_refused_for_few_reasons() {
    let stricter = [
        // The check counts the letters of other scripts, and does not encode them.
        (Problem::IdnInvalid, true),
        (Problem::LongLabel, true),
        (Problem::TooLong, true),
        (Problem::Hyphen, true),
        // Other scripts have dots of their own, so that the check does not miss one.
        (Problem::NoDot, true),
        (Problem::StarredSuffix, true),
        // A byte order mark beside a name in another script stands for a letter there.
        (Problem::IpAddress, true),
        (Problem::EmptyLabel, true),
        // Signs of other scripts pass there; a letter that stands for nothing does not here.
        (Problem::NotUtf8, true),
        // A Samsung id has no form there; here it is at least one word, or several with dots between them.
        (Problem::Character, false),
        (Problem::EmptyLabel, false),
    ];
    let mut refused = 0;
    for value in values(5_000) {
        for kind in KINDS.into_iter().filter(|kind| passes(&json!([{ "type": kind, "value": value }]))) {
            let (bucket, problem, _) = engine(kind, &value);
            if bucket != Bucket::Invalid as u32 {
                continue;
            }
            refused += 1;
            let is_site = matches!(kind, "domain" | "subdomain");
            let is_known = stricter.iter().any(|(one, of_sites)| {
                *one as u32 == problem && (if *of_sites { is_site } else { kind == "samsung_app_id" })
            });
            assert!(is_known, "{kind} {value:?}: {problem}");
        }
    }
    assert!(refused > 100, "the reasons were tried");
}

#[test]
fn the_engine_knows_the_types_of_the_api_in_their_order() {
    let Shaped::Choice(words) = PropertyIdentifierType::KIND else { panic!("the types are words") };
    for (number, word) in words.iter().enumerate() {
        assert_eq!(Kind::named(word.as_bytes()).map(|kind| kind as usize), Some(number), "{word}");
    }
    assert_eq!(Kind::FacilityId as usize + 1, words.len(), "and no others");
}
