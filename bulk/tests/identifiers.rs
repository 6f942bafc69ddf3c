//! Lists of identifiers: the vectors, and what must hold whatever a list holds and however it comes in.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::HashSet;

use interchange_web_bulk::identifiers::{Bucket, Job, Kind, Options, Record};
use serde_json::Value;

const WORDS: &str = include_str!("../../pkg-template/identifier-words.js");
const VECTORS: &str = include_str!("../../tests/vectors/identifiers.json");

/// What a runtime answers about the names in these tests that need its tables.
fn ask(host: &str) -> Option<String> {
    const KNOWN: [(&str, &str); 6] = [
        ("a.com。", "a.com."),
        ("مثال", "xn--mgbh0fb"),
        ("مثال.com", "xn--mgbh0fb.com"),
        ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
        ("ｅｘａｍｐｌｅ．ｃｏｍ", "example.com"),
        ("１９２.１６８.０.１", "192.168.0.1"),
    ];
    KNOWN.iter().find(|(name, _)| *name == host).map(|(_, ascii)| (*ascii).to_owned())
}

fn job(default: &str) -> Job {
    let default = Kind::named(default.as_bytes()).unwrap();
    Job::new(Options { default, expected: 0, seed: 7, ask, corrections: false })
}

/// What comes of a text where suggestions are taken.
fn corrected(text: &[u8]) -> Outcome {
    let mut job = Job::new(Options { default: Kind::Domain, expected: 0, seed: 7, ask, corrections: true });
    feed(&mut job, text);
    finished(job)
}

/// What came of a list: the records, and the JSON.
#[derive(Debug, PartialEq)]
struct Outcome {
    records: Vec<Record>,
    list: String,
}

fn finished(mut job: Job) -> Outcome {
    while job.lines(3, true) {}
    let counts = job.counts();
    let list = String::from_utf8(job.finish().to_vec()).unwrap();
    let outcome = Outcome { records: job.records().to_vec(), list };
    let total: u32 = counts.iter().sum();
    assert_eq!(total as usize, outcome.records.len(), "each line is in one bucket");
    for (bucket, count) in (0..).zip(counts) {
        assert_eq!(outcome.records.iter().filter(|record| record[2] & 7 == bucket).count(), count as usize);
    }
    assert_eq!(identifiers(&outcome).len() as u32, counts[0] + counts[1]);
    outcome
}

fn feed(job: &mut Job, piece: &[u8]) {
    job.room(piece.len()).copy_from_slice(piece);
    job.fill(piece.len());
    while job.lines(2, false) {}
}

fn in_pieces(text: &[u8], cuts: &[usize]) -> Outcome {
    let mut job = job("domain");
    let mut start = 0;
    for end in cuts.iter().copied().chain([text.len()]) {
        feed(&mut job, &text[start..end]);
        start = end;
    }
    finished(job)
}

fn identifiers(outcome: &Outcome) -> Vec<(String, String)> {
    let list: Value = serde_json::from_str(&outcome.list).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    list.as_array().unwrap().iter().map(|one| (text(&one["type"]), text(&one["value"]))).collect()
}

/// The codes in a table of the package's words, by number.
fn codes(table: &str) -> Vec<&'static str> {
    let start = WORDS.find(&format!("const {table} = [")).unwrap();
    let rows = WORDS[start..].lines().skip(1).take_while(|line| *line != "];");
    rows.map(|row| row.trim().strip_prefix("['").unwrap().split('\'').next().unwrap()).collect()
}

/// The codes of what is said about a line.
fn said(record: &Record) -> Vec<&'static str> {
    let details = record[2] >> 8;
    match record[2] & 7 {
        0 | 1 if details == 0 && record[2] & 7 == 1 => vec!["tidied"],
        0 | 1 => (0..).zip(codes("NOTES")).filter(|(bit, _)| details >> bit & 1 == 1).map(|(_, code)| code).collect(),
        3 => vec![codes("PROBLEMS")[details as usize]],
        4 => vec![codes("BLANKS")[details as usize]],
        _ => Vec::new(),
    }
}

#[test]
fn the_vectors_hold() {
    let vectors: Vec<Value> = serde_json::from_str(VECTORS).unwrap();
    for vector in &vectors {
        let mut job = job(vector["defaultType"].as_str().unwrap_or("domain"));
        feed(&mut job, vector["input"].as_str().unwrap().as_bytes());
        feed(&mut job, b"\n");
        let outcome = finished(job);
        let record = outcome.records[0];
        let buckets = ["kept", "changed", "duplicates", "invalid", "blank"];
        assert_eq!(vector["bucket"], buckets[record[2] as usize & 7], "{vector}");
        let identifier = identifiers(&outcome).pop();
        assert_eq!(vector["canonical"].as_str(), identifier.as_ref().map(|(_, value)| value.as_str()), "{vector}");
        if let Some((kind, _)) = identifier {
            assert_eq!(vector["type"], kind, "{vector}");
        }
        let notes = vector["notes"].as_array().map(|notes| notes.iter().filter_map(Value::as_str).collect::<Vec<_>>());
        let expected = notes.unwrap_or_else(|| vector["code"].as_str().into_iter().collect());
        assert_eq!(said(&record), expected, "{vector}");
        if record[2] & 7 == Bucket::Invalid as u32 {
            let meant = vector["suggestion"].as_str().map_or(31, |kind| Kind::named(kind.as_bytes()).unwrap() as u32);
            assert_eq!(record[3] & 31, meant, "{vector}");
        }
    }
    assert!(vectors.len() > 120);
}

#[test]
fn a_sign_of_a_comment_within_an_address_hides_no_damage() {
    let outcome = in_pieces(b"https://a.com/#b\nhttps://a.com/\xff#b\nhttps://a.com/ #\xff", &[]);
    let found: Vec<_> = outcome.records.iter().map(|record| (record[2] & 7, said(record))).collect();
    assert_eq!(found[0], (1, vec!["address_stripped"]));
    assert_eq!(found[1], (3, vec!["not_utf8"]));
    assert_eq!(found[2], (3, vec!["not_utf8"]));
}

#[test]
fn a_column_of_domains_may_hold_apps() {
    let outcome = in_pieces(b"domain\ncom.facebook.katana\nnytimes.com\n284882215", &[]);
    let found: Vec<_> = outcome.records.iter().map(|record| (record[2] & 7, said(record))).collect();
    assert_eq!(found[1], (3, vec!["other_type"]));
    assert_eq!(outcome.records[1][3], Kind::BundleId as u32);
    assert_eq!(found[2], (0, vec![]));
    assert_eq!(found[3], (3, vec!["other_type"]));
}

#[test]
fn suggestions_are_taken_wherever_they_stand() {
    let outcome = corrected(
        b"name;domain\nx;com.facebook.katana\ny;nytimes.com\nz;https://apps.apple.com/app/id284882215\nx;284882215\nx;com..facebook",
    );
    let list = identifiers(&outcome);
    let expected =
        [("bundle_id", "com.facebook.katana"), ("domain", "nytimes.com"), ("apple_app_store_id", "284882215")];
    assert_eq!(list, expected.map(|(kind, value)| (kind.to_owned(), value.to_owned())));
    let found: Vec<_> = outcome.records.iter().map(|record| (record[2] & 7, said(record))).collect();
    assert_eq!(found[1], (1, vec!["type_corrected"]));
    assert_eq!(found[2], (0, vec![]));
    assert_eq!(found[3], (1, vec!["type_corrected", "store_page"]));
    assert_eq!(found[4], (2, vec![]), "the same as the one before");
    assert_eq!((found[5].0, outcome.records[5][3]), (3, 31), "what fails is not suggested again");
    let typed = corrected(b"domain,com.facebook.katana # theirs\nwww.cnn.com");
    assert_eq!(identifiers(&typed)[0], ("bundle_id".to_owned(), "com.facebook.katana".to_owned()));
    assert_eq!(said(&typed.records[1]), ["www_stripped"]);
}

/// All vectors as one text, with every kind of line end.
fn everything() -> Vec<u8> {
    let vectors: Vec<Value> = serde_json::from_str(VECTORS).unwrap();
    let mut text = b"\xef\xbb\xbfnytimes.com".to_vec();
    for (vector, end) in vectors.iter().zip(["\n", "\r\n", "\r", "\n\n"].into_iter().cycle()) {
        text.extend_from_slice(end.as_bytes());
        text.extend_from_slice(vector["input"].as_str().unwrap().as_bytes());
    }
    text
}

#[test]
fn it_does_not_matter_where_the_pieces_end() {
    let text = everything();
    let whole = in_pieces(&text, &[]);
    for cut in 0..=text.len() {
        assert_eq!(in_pieces(&text, &[cut]), whole, "cut at {cut}");
    }
    let mut random = random(1);
    for _ in 0..200 {
        let mut cuts: Vec<usize> = (0..20).map(|_| random() as usize % text.len()).collect();
        cuts.sort_unstable();
        assert_eq!(in_pieces(&text, &cuts), whole, "{cuts:?}");
    }
    let every: Vec<usize> = (1..text.len()).collect();
    assert_eq!(in_pieces(&text, &every), whole);
}

#[test]
fn no_bytes_are_too_strange() {
    let mut random = random(2);
    let alphabet = b"\n\r,;\t\"'#. .-wm/:@?*[]aAxn-0G\xc3\xbc\xef\xbb\xbf\xed\xa0\x80\xff\\\0com";
    for round in 0..4000 {
        let wild = round % 4 == 0;
        let next = |number: u32| if wild { number as u8 } else { alphabet[number as usize % alphabet.len()] };
        let text: Vec<u8> = (0..random() % 200).map(|_| next(random() >> 8)).collect();
        let outcome = in_pieces(&text, &[]);
        for record in &outcome.records {
            assert!((record[0] + record[1]) as usize <= text.len());
        }
        let list = identifiers(&outcome);
        assert_eq!(list.iter().collect::<HashSet<_>>().len(), list.len(), "no identifier is there twice");
    }
}

#[test]
fn a_list_that_was_cleaned_is_clean() {
    let values: Vec<Value> = serde_json::from_str(&in_pieces(&everything(), &[]).list).unwrap();
    let (lengths, kinds, text) = staged(&values);
    let mut job = job("domain");
    feed_values(&mut job, &text, &lengths, &kinds);
    let outcome = finished(job);
    for (record, value) in outcome.records.iter().zip(&values) {
        // A second `www.` or `m.` goes the second time; nothing else does.
        let twice = ["m.", "www."].iter().any(|prefix| value["value"].as_str().unwrap().starts_with(prefix));
        assert!(record[2] & 7 == Bucket::Kept as u32 || twice, "{value}");
    }
}

fn staged(values: &[Value]) -> (Vec<u32>, Vec<u8>, Vec<u8>) {
    let mut staged = (Vec::new(), Vec::new(), Vec::new());
    for value in values {
        let text = value["value"].as_str().unwrap();
        staged.0.push(text.len() as u32);
        staged.1.push(Kind::named(value["type"].as_str().unwrap().as_bytes()).unwrap() as u8);
        staged.2.extend_from_slice(text.as_bytes());
    }
    staged
}

fn feed_values(job: &mut Job, text: &[u8], lengths: &[u32], kinds: &[u8]) {
    job.room(text.len()).copy_from_slice(text);
    job.fill(text.len());
    job.values(lengths, kinds);
}

#[test]
fn duplicates_name_the_first_and_types_are_told_apart() {
    let outcome =
        in_pieces(b"a.com\nwww.A.com\nb.com\nios_bundle,b.com\nhttps://a.com/\nios_bundle,B.com\nb.com.", &[]);
    let buckets: Vec<u32> = outcome.records.iter().map(|record| record[2] & 7).collect();
    assert_eq!(buckets, [0, 2, 0, 0, 2, 0, 2]);
    assert_eq!([1, 4, 6].map(|at: usize| outcome.records[at][3]), [0, 0, 2]);
    assert_eq!(said(&outcome.records[5]), ["case_variant"]);
    assert_eq!(said(&outcome.records[3]), Vec::<&str>::new());
}

#[test]
fn a_hundred_thousand_are_as_few_as_they_are_different() {
    let mut random = random(3);
    let lines: Vec<String> = (0..100_000).map(|_| format!("site{}.com\n", random() % 60_000)).collect();
    let outcome = in_pieces(lines.concat().as_bytes(), &[]);
    let mut seen = HashSet::new();
    let different: Vec<String> =
        lines.iter().filter(|line| seen.insert(line.as_str())).map(|line| line.trim().to_owned()).collect();
    let list: Vec<String> = identifiers(&outcome).into_iter().map(|(_, value)| value).collect();
    assert_eq!(list, different);
}

fn random(seed: u32) -> impl FnMut() -> u32 {
    let mut state = u64::from(seed) + 0x9e37_79b9;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 16) as u32
    }
}
