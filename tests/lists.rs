//! A list that is checked apart, in whatever pieces, gives what a check in one go gives.

use interchange_web::api;
use interchange_web::check::{Apart, Sieve};
use interchange_web::request;
use interchange_web::shape::{Kind, Object};

const GOOD: &str = r#"{"event_id":"é1","event_type":"purchase","event_time":"2026-03-15T14:30:00-05:00","custom_data":{"value":1.5,"currency":"EUR","contents":[{"id":"a\"","quantity":1}]}}"#;

const ITEMS: [&str; 10] = [
    GOOD,
    GOOD,
    r#"{"event_id":"","event_type":"purchase","event_time":"yesterday"}"#,
    r#"{"event_type":"custom", "event_time":"2026-03-15T14:30:00Z","event_id":"2"}"#,
    r#"{"event_id":"3","event_type":"purchase","event_time":"2026-03-15T14:30:00Z","custom_data":{"value":-1.0e3}}"#,
    "null",
    "12345",
    "[ ]",
    r#"{"eventId":"x","user_match":{"email":"a@example.com"},"surprise":{"deep":["\ud800"]}}"#,
    r#"{"event_id":"4","event_id":"4","event_type":"purchase","event_time":"2026-03-15T14:30:00Z","action_source":"website"}"#,
];

/// The same items for the same seed (xorshift).
fn items(mut seed: u64, spoilt: u64) -> Vec<&'static str> {
    let mut next = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    };
    let length = next() % 60;
    (0..length).map(|_| if next() % 100 < spoilt { ITEMS[next() as usize % ITEMS.len()] } else { GOOD }).collect()
}

fn around(list: &str) -> String {
    format!(r#"{{"advertiserId":"25","events":{list},"event_source_id":""}}"#)
}

fn zeros(count: u32) -> String {
    format!("[{}]", vec!["0"; count as usize].join(","))
}

/// The list as the package reads it with the bulk module: the sieve takes out what is right, the rest is checked in slices.
fn sifted(list: &str, mut size: usize) -> Apart {
    let input = api::find("logEvent").unwrap().input;
    let mut apart = Apart::new(input, r#"["events"]"#).unwrap();
    let mut sieve = Sieve::new(event());
    let mut from = 0;
    while from < list.len() {
        let end = (from..=(from + size).min(list.len())).rfind(|at| list.is_char_boundary(*at)).unwrap();
        let piece = &list[from..end];
        let taken = sieve.read(piece);
        for doubt in sieve.doubts() {
            apart.accept(doubt.index);
            apart.slice(&format!("[{}]", &piece[doubt.start as usize..doubt.end as usize]));
            assert_eq!(apart.count(), doubt.index + doubt.count);
        }
        apart.accept(sieve.count());
        from += taken;
        size = if taken == 0 { size * 2 } else { size };
    }
    assert!(sieve.ended());
    apart
}

/// The kind of an event.
fn event() -> &'static Kind {
    Kind::Object(api::find("logEvent").unwrap().input).items_of("events")
}

#[test]
fn a_sieve_stops_before_what_is_no_json() {
    let deep = format!("[1,{}", "[".repeat(70));
    for (text, taken, count) in [
        ("", 0, 0),
        ("[", 0, 0),
        ("{}", 0, 0),
        ("[]]", 2, 0),
        ("[1,]", 3, 1),
        ("[1,2 3]", 3, 1),
        ("[01]", 1, 0),
        (&deep, 3, 1),
    ] {
        let mut sieve = Sieve::new(event());
        assert_eq!((sieve.read(text), sieve.count()), (taken, count), "{text}");
    }
    let good = format!("[{GOOD},{GOOD} ] ");
    let mut sieve = Sieve::new(event());
    assert_eq!((sieve.read(&good), sieve.doubts().len(), sieve.count()), (good.len(), 1, 2), "an escape is in doubt");
}

#[test]
fn pieces_and_slices_give_what_one_go_gives() {
    let operation = api::find("logEvent").unwrap();
    for seed in 1..200 {
        let items = items(seed, seed % 4 * 30);
        let list = format!(" [ {} ] ", items.join(" ,\n"));
        let text = around(list.trim());
        let whole = request::check(operation, &text);
        let mut read = Apart::new(operation.input, r#"["events"]"#).unwrap();
        let (mut from, mut size) = (0, 1 + seed as usize % 700);
        loop {
            let end = (from..=(from + size).min(list.len())).rfind(|at| list.is_char_boundary(*at)).unwrap();
            let last = end == list.len();
            let taken = read.read(&list[from..end], last);
            from += taken;
            size = if taken == 0 { size * 2 } else { size };
            if last {
                break;
            }
        }
        let mut sliced = Apart::new(operation.input, r#"["events"]"#).unwrap();
        for some in items.chunks(1 + seed as usize % 20) {
            sliced.slice(&format!("[{}]", some.join(",")));
        }
        for apart in [read, sliced, sifted(&list, 1 + seed as usize % 700)] {
            assert_eq!(apart.count() as usize, items.len(), "seed {seed}");
            let short = around(&zeros(apart.count()));
            let lists = [apart];
            let checked = request::check_around(operation, &short, &lists);
            assert_eq!(checked.issues, whole.issues, "seed {seed}");
            let request::Body::Json(body) = request::build(operation, &checked).unwrap().body else { panic!() };
            let request::Body::Json(expected) = request::build(operation, &whole).unwrap().body else { panic!() };
            assert_eq!(body.replace('\0', list.trim()), expected);
        }
    }
}

#[test]
fn only_long_lists_are_checked_apart() {
    let input = |id: &str| api::find(id).unwrap().input;
    assert!(Apart::new(input("syncAudiences"), r#"["audiences",3,"add"]"#).is_some());
    for path in ["", "[]", "5", r#"["audiences"]"#, r#"["audiences",3]"#, r#"["audiences",3,"name"]"#, r#"["nothing"]"#]
    {
        assert!(Apart::new(input("syncAudiences"), path).is_none(), "{path}");
    }
}

#[test]
fn the_bulk_module_reads_every_long_list_whose_items_have_a_shape() {
    fn lists(object: &'static Object, found: &mut Vec<&'static str>) {
        for field in object.fields {
            let Kind::List(list) = field.kind() else { continue };
            match list.item {
                // Any object may stand there, so there is nothing to find right beyond doubt.
                Kind::AnyObject => {}
                _ if field.bulk() => found.push(field.name()),
                Kind::Object(item) => lists(item, found),
                _ => {}
            }
        }
    }
    let mut known = 0;
    for row in api::all() {
        let mut found = Vec::new();
        lists(row.input, &mut found);
        for name in found {
            assert!(interchange_web_bulk::lists::open(row.names.id, name).is_some(), "{} {name}", row.names.id);
            known += 1;
        }
    }
    assert_eq!(known, 12, "as many as `bulk/src/lists.rs` names");
}
