//! Zeros that the compiler must write, over what nobody shall find in memory later.

/// Overwrites with zeros, even where nothing reads them.
#[inline(never)]
pub fn wipe(bytes: &mut [u8]) {
    // SAFETY: all bits zero are a `u64`, and any `u64` is eight bytes.
    let (head, words, tail) = unsafe { bytes.align_to_mut::<u64>() };
    for byte in head.iter_mut().chain(tail) {
        write(byte, 0);
    }
    for word in words {
        write(word, 0);
    }
}

/// Overwrites the part of the stack that functions called before this one have used: what the rounds of a hash spill there.
#[inline(never)]
pub fn wipe_stack() {
    let mut used = [1u64; 512];
    for word in &mut used {
        write(word, 0);
    }
}

fn write<T>(place: &mut T, value: T) {
    // SAFETY: a reference is valid for writing; the types here need no dropping. Volatile, so that the store is made.
    unsafe { std::ptr::write_volatile(place, value) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reaches_every_byte() {
        let mut bytes = [7; 100];
        for (from, to) in [(0, 0), (1, 2), (3, 40), (41, 97)] {
            wipe(&mut bytes[from..to]);
            assert!(bytes[from..to].iter().all(|byte| *byte == 0));
        }
        assert_eq!(bytes.iter().filter(|byte| **byte == 7).count(), 100 - 1 - 37 - 56);
    }
}
