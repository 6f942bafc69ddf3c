//! Tables of members, in pieces that end anywhere, and bytes that are no table at all.

#![cfg(not(target_arch = "wasm32"))]

use interchange_web_bulk::audience::calling::Plan;
use interchange_web_bulk::audience::columns::{Unclear, wishes};
use interchange_web_bulk::audience::list::List;
use interchange_web_bulk::audience::members::{Counts, Members};
use interchange_web_bulk::audience::reason::Note;
use interchange_web_bulk::audience::sha256::digest;
use interchange_web_bulk::audience::table::{Stop, Table};

/// What a job comes to.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    batches: Vec<String>,
    counts: Counts,
    refused: Vec<Note>,
    incomplete: Vec<Note>,
    ignored: u32,
}

/// Reads a table in pieces of so many bytes.
fn read(table: &[u8], piece: usize, limit: usize) -> Result<Outcome, Unclear> {
    let mut members = Members::new(limit, Some(Plan::of(49)));
    let mut reader = Table::new(wishes(""));
    let mut batches = Vec::new();
    let mut pieces = table.chunks(piece);
    loop {
        let piece = pieces.next();
        let room = reader.room();
        let bytes = piece.unwrap_or_default();
        room[..bytes.len()].copy_from_slice(bytes);
        reader.filled(bytes.len());
        loop {
            match reader.read(&mut members, piece.is_none()) {
                Stop::Hungry => break,
                Stop::Full => take(&mut members, &mut batches),
                Stop::Unclear(unclear) => return Err(unclear),
            }
        }
        if piece.is_none() {
            break;
        }
    }
    take(&mut members, &mut batches);
    let (refused, incomplete) = (members.refused.clone(), members.incomplete.clone());
    Ok(Outcome { batches, counts: members.counts, refused, incomplete, ignored: reader.ignored() })
}

fn take(members: &mut Members, batches: &mut Vec<String>) {
    let text = String::from_utf8(members.batch().to_vec()).expect("a batch is UTF-8");
    if !text.is_empty() {
        batches.push(text);
    }
    members.clear();
}

fn hash(text: &str) -> String {
    String::from_utf8_lossy(&digest(text.as_bytes())).into_owned()
}

const TABLE: &str = "\u{feff}ID;E-Mail;Phone;uid2;remark\r\n1;Jane@Example.com;0151 23456789;;x\r\n\r\n\"a\"\"b\";\"j@x.de\";;\"tok;en\";\"1\n2\"\n\
                     1;john@example.com\r2;none;none\n;j@x.de\n3;j@x.de;12\nü;JÜ@X.de";

#[test]
fn pieces_may_end_anywhere() {
    let whole = read(TABLE.as_bytes(), usize::MAX, 10).unwrap();
    let expected = format!(
        r#"[{{"externalId":"1","hashedEmail":"{}","hashedPhone":"{}"}},{{"externalId":"a\"b","hashedEmail":"{}","uids":[{{"type":"uid2","value":"tok;en"}}]}},{{"externalId":"3","hashedEmail":"{}"}},{{"externalId":"ü","hashedEmail":"{}"}}]"#,
        hash("jane@example.com"),
        hash("+4915123456789"),
        hash("j@x.de"),
        hash("j@x.de"),
        hash("jü@x.de"),
    );
    assert_eq!(whole.batches, [expected]);
    assert_eq!(whole.counts, Counts { rows: 8, members: 4, refused: 2, duplicates: 1, blank: 1 });
    assert_eq!((whole.incomplete.len(), whole.ignored), (1, 1));
    for piece in 1..TABLE.len() {
        assert_eq!(read(TABLE.as_bytes(), piece, 10).unwrap(), whole, "pieces of {piece} bytes");
    }
    let small = read(TABLE.as_bytes(), 7, 1).unwrap();
    assert_eq!(small.batches.len(), 4);
    assert_eq!((small.refused, small.incomplete), (whole.refused, whole.incomplete));
}

/// Random bytes, rich in what means something in a table, behind a header and without one.
#[test]
fn any_bytes_come_to_something() {
    let letters = b"a@.,;\t\"\"\n\r+0123456789 \xc3\xbc\xff\xe2\x80\x8e(f\0\\";
    let mut state = 1u32;
    let mut random = |bound: usize| {
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        (state >> 8) as usize % bound
    };
    for round in 0..1_500 {
        let mut table = if round % 2 == 0 { b"id,email,phone,hashed_email,uid2\n".to_vec() } else { Vec::new() };
        table.extend((0..random(120)).map(|_| letters[random(letters.len())]));
        let Ok(outcome) = read(&table, 1 + random(50), 1 + random(4)) else { continue };
        let Counts { rows, members, refused, duplicates, blank } = outcome.counts;
        assert_eq!(rows, members + refused + duplicates + blank);
        assert_eq!(outcome.refused.len() as u32, refused + duplicates);
        assert_eq!(outcome.batches.join("").matches("{\"externalId\":").count() as u32, members);
        assert!(outcome.refused.iter().all(|note| !note.reasons.is_empty()));
        assert_eq!(read(&table, usize::MAX, 3).unwrap().counts, outcome.counts, "{}", table.escape_ascii());
    }
}

/// What no JavaScript of ours writes: lengths that go beyond the text, counts that go beyond the lengths.
#[test]
fn lengths_that_lie_do_no_harm() {
    for lie in [7, 1_000_000, u32::MAX - 4, u32::MAX - 3, u32::MAX - 2, u32::MAX - 1, u32::MAX] {
        for place in 0..8 {
            let mut list = List::default();
            let (texts, lengths) = list.room();
            texts[..18].copy_from_slice(b"1jane@example.comx");
            lengths[..8].copy_from_slice(&[1, 16, 0, 0, 0, 1, 1, 0]);
            lengths[place] = if place == 5 { lie.min(70_000) } else { lie };
            list.filled(2);
            let mut members = Members::new(5, None);
            assert!(!list.read(&mut members));
            assert_eq!(members.counts.rows, 2);
        }
    }
}
