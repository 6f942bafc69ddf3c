//! Property identifiers. JavaScript takes the products out as copies, so that a job can be freed at its end, and reads them
//! where somebody looks.

use wasm_bindgen::prelude::*;

use crate::identifiers::{Job, Kind, Options};

#[wasm_bindgen(raw_module = "./idn.js")]
extern "C" {
    /// The runtime's own ASCII form of a host.
    #[wasm_bindgen(js_name = toAscii)]
    fn to_ascii(host: &str) -> Option<String>;
}

/// A list on its way through.
#[wasm_bindgen]
pub struct IdentifierJob {
    job: Job,
    /// The lengths and types of a batch of values, in which JavaScript writes.
    lengths: Vec<u32>,
    kinds: Vec<u8>,
}

#[wasm_bindgen]
impl IdentifierJob {
    /// Begins a list: the number of the type of values that have none, about how many bytes will come, any number,
    /// whether what plainly is of another type is taken as that.
    #[wasm_bindgen(constructor)]
    pub fn new(default: u8, expected: usize, seed: u32, corrections: bool) -> Self {
        let default = Kind::of(default).unwrap_or(Kind::Domain);
        let job = Job::new(Options { default, expected, seed, ask: |host| to_ascii(host), corrections });
        Self { job, lengths: Vec::new(), kinds: Vec::new() }
    }

    /// Where the next bytes go: room for so many.
    pub fn room(&mut self, bytes: usize) -> *const u8 {
        self.job.room(bytes).as_ptr()
    }

    /// Says how many bytes were written there.
    pub fn fill(&mut self, bytes: usize) {
        self.job.fill(bytes);
    }

    /// Reads so many lines at most; true when there may be more.
    pub fn lines(&mut self, most: u32, last: bool) -> bool {
        self.job.lines(most, last)
    }

    /// Where the lengths of a batch of so many values go, as 32-bit numbers.
    pub fn lengths(&mut self, values: usize) -> *const u32 {
        self.lengths.resize(values, 0);
        self.lengths.as_ptr()
    }

    /// Where the numbers of their types go, a byte each.
    pub fn kinds(&mut self, values: usize) -> *const u8 {
        self.kinds.resize(values, 0);
        self.kinds.as_ptr()
    }

    /// Reads the first so many values of the batch.
    pub fn values(&mut self, count: usize) {
        let (lengths, kinds) = (self.lengths.get(..count), self.kinds.get(..count));
        self.job.values(lengths.unwrap_or_default(), kinds.unwrap_or_default());
    }

    /// How many lines there are in a bucket.
    pub fn count(&self, bucket: usize) -> u32 {
        self.job.counts().get(bucket).copied().unwrap_or_default()
    }

    /// Where a product begins: the text (0), the records (1), the JSON list (2).
    pub fn product(&mut self, which: u8) -> *const u8 {
        match which {
            0 => self.job.text().as_ptr(),
            1 => self.job.records().as_ptr().cast(),
            _ => self.job.finish().as_ptr(),
        }
    }

    /// How many bytes it has.
    pub fn size(&mut self, which: u8) -> usize {
        match which {
            0 => self.job.text().len(),
            1 => std::mem::size_of_val(self.job.records()),
            _ => self.job.finish().len(),
        }
    }
}
