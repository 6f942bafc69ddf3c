//! Identifiers that the emulator makes up.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};

static NEXT: AtomicU64 = AtomicU64::new(900_123_456_789);

/// A BIGINT as a string, unique over all worlds: too large for a careless 32-bit reader.
pub fn surrogate() -> String {
    next().to_string()
}

/// A prefixed identifier that cannot be guessed from the one before it.
pub fn opaque(prefix: &str) -> String {
    let random = RandomState::new();
    format!("{prefix}_{:016x}{:016x}", random.hash_one(next()), random.hash_one(next()))
}

/// A UUID (version 4 in form).
pub fn uuid() -> String {
    let random = RandomState::new();
    let (high, low) = (random.hash_one(next()), random.hash_one(next()));
    format!(
        "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xfff,
        low >> 48 & 0xfff,
        low & 0xffff_ffff_ffff
    )
}

/// A readable identifier made from a display name; `None` when nothing of the name can be used.
pub fn slug(name: &str) -> Option<String> {
    let dashed: String = name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = dashed.split('-').filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join("-"))
}

fn next() -> u64 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}
