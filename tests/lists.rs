//! A list that is checked apart, in whatever pieces, gives what a check in one go gives.

use interchange_web::api;
use interchange_web::check::Apart;
use interchange_web::request;

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
        for apart in [read, sliced] {
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
