//! Judges a row, and writes it as a member of an audience.
//!
//! ```json
//! {"externalId":"user-001","hashedEmail":"…","hashedPhone":"…","uids":[{"type":"uid2","value":"…"}]}
//! ```
//!
//! Source: document 004: an `externalId`, which is unique within the audience, and at least one identifier; `add` holds
//! 10,000 members.

use super::calling::Plan;
use super::lanes::Lanes;
use super::out::Out;
use super::reason::{Field, Note, Reason, Reasons};
use super::row::{Row, Value, as_hash, judge_id, judge_uid, length, read_hash};
use super::seen::{self, Seen};
use super::sha256::{self, Hex};
use super::wipe::{wipe, wipe_stack};
use super::{email, phone};

/// How many rows came to what. `rows` is the sum of the next four.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub rows: u32,
    pub members: u32,
    pub refused: u32,
    pub duplicates: u32,
    pub blank: u32,
}

/// The members of a job: one batch of them as JSON, the notes on all.
#[derive(Debug)]
pub struct Members {
    limit: usize,
    plan: Option<Plan>,
    out: Out,
    in_batch: usize,
    lanes: Lanes,
    scratch: [u8; email::ROOM],
    seen: Seen,
    pub counts: Counts,
    /// Rows that are not sent.
    pub refused: Vec<Note>,
    /// Rows that are sent without some of their values.
    pub incomplete: Vec<Note>,
}

impl Drop for Members {
    fn drop(&mut self) {
        wipe(&mut self.scratch);
        wipe_stack();
    }
}

/// The two identifiers that are hashed.
#[derive(Clone, Copy)]
enum Kind {
    Email,
    Phone,
}

impl Members {
    /// Members in batches of at most `limit`; national telephone numbers are completed by a plan.
    #[must_use]
    pub fn new(limit: usize, plan: Option<Plan>) -> Self {
        Self {
            limit,
            plan,
            out: Out::default(),
            in_batch: 0,
            lanes: Lanes::default(),
            scratch: [0; email::ROOM],
            seen: Seen::default(),
            counts: Counts::default(),
            refused: Vec::new(),
            incomplete: Vec::new(),
        }
    }

    /// Whether the batch takes no more; it must be taken first.
    #[inline]
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.in_batch >= self.limit
    }

    /// How many members the batch holds.
    #[must_use]
    pub fn in_batch(&self) -> usize {
        self.in_batch
    }

    /// Ends the batch: all hashes are in their gaps. Gives the JSON array.
    pub fn batch(&mut self) -> &[u8] {
        self.lanes.finish(self.out.text());
        if self.in_batch > 0 {
            self.out.reserve(0, 1);
            self.out.literal(b"]");
        }
        self.out.written()
    }

    /// Begins a new batch, after the former was taken.
    pub fn clear(&mut self) {
        (self.in_batch, self.out.at) = (0, 0);
    }

    /// Counts a row in which nothing stands.
    pub fn blank(&mut self) {
        self.counts.rows += 1;
        self.counts.blank += 1;
    }

    /// Refuses a row as a whole.
    pub fn refuse(&mut self, reason: Reason) {
        let mut reasons = Reasons::default();
        reasons.note(Field::Row, reason);
        self.counts.refused += 1;
        self.refused.push(Note { row: self.counts.rows, reasons, first: 0 });
        self.counts.rows += 1;
    }

    /// Takes a row: it becomes a member of the batch, or a note tells why not.
    #[inline]
    pub fn add(&mut self, row: &Row<'_, '_>) {
        let mut reasons = Reasons::default();
        let number = self.counts.rows;
        self.counts.rows += 1;
        match self.accept(row, number, &mut reasons) {
            Ok(()) => {
                self.counts.members += 1;
                self.in_batch += 1;
                if !reasons.is_empty() {
                    self.incomplete.push(Note { row: number, reasons, first: 0 });
                }
            }
            Err(first) => {
                let count = if first.is_some() { &mut self.counts.duplicates } else { &mut self.counts.refused };
                *count += 1;
                self.refused.push(Note { row: number, reasons, first: first.unwrap_or(0) });
            }
        }
    }

    /// Writes the member, or gives the row that has its id.
    #[inline]
    fn accept(&mut self, row: &Row<'_, '_>, number: u32, reasons: &mut Reasons) -> Result<(), Option<u32>> {
        let id = judge_id(row.id, row.phone).map_err(|reason| {
            reasons.note(Field::ExternalId, reason);
            None
        })?;
        let hash = seen::hash(id);
        if let Some(first) = self.seen.find(hash, id) {
            reasons.note(Field::ExternalId, Reason::Duplicate);
            return Err(Some(first));
        }
        let uids: usize = row.uids.iter().map(|(kind, value)| length(*kind) + length(*value) + 32).sum();
        self.out.reserve(id.len() + uids, 256);
        let start = self.out.at;
        if self.in_batch == 0 {
            self.out.literal(b"[{\"externalId\":\"");
        } else {
            self.out.literal(b",{\"externalId\":\"");
        }
        self.out.string(id);
        self.out.literal(b"\"");
        let alone = self.out.at;
        self.identifier(Kind::Email, row.email, row.hashed_email, reasons);
        self.identifier(Kind::Phone, row.phone, row.hashed_phone, reasons);
        self.uids(row, reasons);
        if self.out.at == alone {
            self.out.at = start;
            if reasons.is_empty() {
                reasons.note(Field::Row, Reason::NoIdentifier);
            }
            return Err(None);
        }
        self.out.literal(b"}");
        self.seen.insert(hash, id, number);
        Ok(())
    }

    /// Writes a hash, or a gap for one: of the plain value, or else the one that is given.
    #[inline]
    fn identifier(&mut self, kind: Kind, plain: Value<'_>, hashed: Value<'_>, reasons: &mut Reasons) {
        let (plain_field, hashed_field) = kind.fields();
        let given = read_hash(hashed.trimmed()).unwrap_or_else(|reason| {
            reasons.note(hashed_field, reason);
            None
        });
        match self.message(kind, plain.trimmed()) {
            Ok(Message::Plain(length)) => {
                if given.is_some_and(|given| self.digest(length) != given) {
                    reasons.note(hashed_field, Reason::HashDiffers);
                }
                let gap = self.begin(kind);
                self.lanes.hash(&self.scratch, length, self.out.text(), gap);
                self.out.literal(b"\"");
            }
            Ok(Message::Hashed(hash)) => {
                if given.is_some_and(|given| hash != given) {
                    reasons.note(hashed_field, Reason::HashDiffers);
                }
                self.known(kind, &hash);
            }
            other => {
                if let Err(reason) = other {
                    reasons.note(plain_field, reason);
                }
                if let Some(hash) = given {
                    self.known(kind, &hash);
                }
            }
        }
    }

    /// What is to be hashed, at the beginning of the scratch buffer; or a hash that stands in the field of a plain value.
    #[inline]
    fn message(&mut self, kind: Kind, plain: Value<'_>) -> Result<Message, Reason> {
        let text = match plain {
            Value::Absent => return Ok(Message::None),
            Value::Bad(reason) => return Err(reason),
            Value::Text(text) => text,
        };
        if text.len() == 64
            && let Some(hash) = as_hash(text)
        {
            return Ok(Message::Hashed(hash));
        }
        let length = match kind {
            Kind::Email => email::normalise(text, &mut self.scratch),
            Kind::Phone => phone::normalise(text, self.plan.as_ref(), &mut self.scratch),
        };
        length.map(Message::Plain)
    }

    fn digest(&self, length: usize) -> Hex {
        sha256::digest(self.scratch.get(..length).unwrap_or_default())
    }

    /// Writes the beginning of a field and leaves the gap.
    #[inline]
    fn begin(&mut self, kind: Kind) -> usize {
        match kind {
            Kind::Email => self.out.literal(b",\"hashedEmail\":\""),
            Kind::Phone => self.out.literal(b",\"hashedPhone\":\""),
        }
        self.out.gap()
    }

    fn known(&mut self, kind: Kind, hash: &Hex) {
        let gap = self.begin(kind);
        if let Some(place) = self.out.text().get_mut(gap..).and_then(|rest| rest.first_chunk_mut::<64>()) {
            *place = *hash;
        }
        self.out.literal(b"\"");
    }

    #[inline]
    fn uids(&mut self, row: &Row<'_, '_>, reasons: &mut Reasons) {
        let mut written = false;
        for uid in row.uids {
            match judge_uid(*uid, row.phone) {
                Ok((kind, value)) => {
                    if written {
                        self.out.literal(b",{\"type\":\"");
                    } else {
                        self.out.literal(b",\"uids\":[{\"type\":\"");
                    }
                    self.out.string(kind);
                    self.out.literal(b"\",\"value\":\"");
                    self.out.string(value);
                    self.out.literal(b"\"}");
                    written = true;
                }
                Err(reason) => reasons.note(Field::Uids, reason),
            }
        }
        if written {
            self.out.literal(b"]");
        }
    }
}

enum Message {
    None,
    Plain(usize),
    Hashed(Hex),
}

impl Kind {
    fn fields(self) -> (Field, Field) {
        match self {
            Self::Email => (Field::Email, Field::HashedEmail),
            Self::Phone => (Field::Phone, Field::HashedPhone),
        }
    }
}
