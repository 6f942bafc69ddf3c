//! Messages that wait until there are four of them, and the gaps in a text that their digests belong into.

use super::kernel::{self, Blocks};
use super::sha256::{self, SHORT};
use super::wipe::wipe;

/// Up to four messages that wait.
#[derive(Debug)]
pub struct Lanes {
    blocks: Blocks,
    /// Where in the text the digests belong.
    gaps: [usize; 4],
    waiting: usize,
}

impl Default for Lanes {
    fn default() -> Self {
        Self { blocks: [[0; 64]; 4], gaps: [0; 4], waiting: 0 }
    }
}

impl Lanes {
    /// Has a message hashed into the gap of 64 bytes at `gap`: now, or when [`Self::finish`] is called at the latest.
    ///
    /// The message stands at the beginning of a scratch buffer of 64 bytes at least.
    #[inline]
    pub fn hash(&mut self, scratch: &[u8], length: usize, text: &mut [u8], gap: usize) {
        let (Some(first), true) = (scratch.first_chunk::<64>(), length <= SHORT) else {
            return fill(text, gap, &sha256::digest(scratch.get(..length).unwrap_or(scratch)));
        };
        let (Some(block), Some(place)) = (self.blocks.get_mut(self.waiting), self.gaps.get_mut(self.waiting)) else {
            return;
        };
        pad(block, first, length);
        *place = gap;
        self.waiting += 1;
        if self.waiting == 4 {
            self.finish(text);
        }
    }

    /// Hashes the messages that wait.
    #[inline]
    pub fn finish(&mut self, text: &mut [u8]) {
        if self.waiting == 0 {
            return;
        }
        let digests = kernel::digests(&self.blocks);
        for (gap, digest) in self.gaps.iter().zip(&digests).take(self.waiting) {
            fill(text, *gap, digest);
        }
        self.waiting = 0;
    }
}

impl Drop for Lanes {
    fn drop(&mut self) {
        wipe(self.blocks.as_flattened_mut());
    }
}

/// The only block of a short message: the message, one bit, zeros, the length.
#[inline]
fn pad(block: &mut [u8; 64], message: &[u8; 64], length: usize) {
    for (at, (to, from)) in block.as_chunks_mut::<8>().0.iter_mut().zip(message.as_chunks::<8>().0).enumerate() {
        let inside = length.saturating_sub(at * 8).min(8);
        // The bytes of the message, and the bit behind the last one.
        let (mask, bit) = if inside == 8 { (u64::MAX, 0) } else { ((1 << (inside * 8)) - 1, 0x80 << (inside * 8)) };
        let bit = if length >= at * 8 { bit } else { 0 };
        *to = ((u64::from_le_bytes(*from) & mask) | bit).to_le_bytes();
    }
    sha256::end(block, length);
}

#[inline]
fn fill(text: &mut [u8], gap: usize, digest: &sha256::Hex) {
    if let Some(place) = text.get_mut(gap..).and_then(|rest| rest.first_chunk_mut::<64>()) {
        *place = *digest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_the_gaps_of_messages_of_every_length() {
        let messages: Vec<Vec<u8>> = (0..200u8).map(|length| (0..length).map(|byte| byte ^ length).collect()).collect();
        let mut text = vec![b'.'; messages.len() * 66];
        let mut lanes = Lanes::default();
        for (at, message) in messages.iter().enumerate() {
            // What stands behind a message must not count.
            let mut scratch = [0xAA; 256];
            scratch[..message.len()].copy_from_slice(message);
            lanes.hash(&scratch, message.len(), &mut text, at * 66 + 1);
        }
        lanes.finish(&mut text);
        for (message, place) in messages.iter().zip(text.chunks(66)) {
            assert_eq!(place[1..65], sha256::digest(message), "{} bytes", message.len());
            assert_eq!((place[0], place[65]), (b'.', b'.'));
        }
    }
}
