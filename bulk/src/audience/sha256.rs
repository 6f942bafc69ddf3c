//! SHA-256 of one message (FIPS 180-4), and digests as hexadecimal digits.

/// The digest as 64 lower-case hexadecimal digits.
pub type Hex = [u8; 64];

/// The state before the first block: the square roots of the first eight primes.
pub const INITIAL: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// The constants of the 64 rounds: the cube roots of the first 64 primes.
#[rustfmt::skip]
pub const ROUNDS: [u32; 64] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
];

/// The longest message that fits into a block with its padding, in bytes.
pub const SHORT: usize = 55;

/// The digest of a message of any length.
#[must_use]
pub fn digest(message: &[u8]) -> Hex {
    let mut state = INITIAL;
    let (blocks, rest) = message.as_chunks::<64>();
    for block in blocks {
        compress(&mut state, block);
    }
    let mut last = [0; 64];
    for (to, byte) in last.iter_mut().zip(rest.iter().chain(&[0x80])) {
        *to = *byte;
    }
    if rest.len() > SHORT {
        compress(&mut state, &last);
        last = [0; 64];
    }
    end(&mut last, message.len());
    compress(&mut state, &last);
    hex(&state)
}

/// Writes the length of a message at the end of its last block.
pub fn end(block: &mut [u8; 64], length: usize) {
    let bits = (length as u64) << 3;
    if let Some(tail) = block.last_chunk_mut::<8>() {
        *tail = bits.to_be_bytes();
    }
}

/// Mixes a block into a state.
pub fn compress(state: &mut [u32; 8], block: &[u8; 64]) {
    let mut words = [0; 16];
    for (word, bytes) in words.iter_mut().zip(block.as_chunks::<4>().0) {
        *word = u32::from_be_bytes(*bytes);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for (at, constant) in ROUNDS.into_iter().enumerate() {
        if at >= 16 {
            words[at % 16] = scheduled(&words, at);
        }
        let big1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let chosen = g ^ (e & (f ^ g));
        let t1 = h.wrapping_add(big1).wrapping_add(chosen).wrapping_add(constant).wrapping_add(words[at % 16]);
        let big0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let t2 = big0.wrapping_add((a & b) | (c & (a | b)));
        (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(t1), c, b, a, t1.wrapping_add(t2));
    }
    for (word, mixed) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *word = word.wrapping_add(mixed);
    }
}

/// The word of a later round, made from those of 2, 7, 15 and 16 rounds ago.
fn scheduled(words: &[u32; 16], at: usize) -> u32 {
    let (two, fifteen) = (words[(at + 14) % 16], words[(at + 1) % 16]);
    let small1 = two.rotate_right(17) ^ two.rotate_right(19) ^ (two >> 10);
    let small0 = fifteen.rotate_right(7) ^ fifteen.rotate_right(18) ^ (fifteen >> 3);
    words[at % 16].wrapping_add(small0).wrapping_add(words[(at + 9) % 16]).wrapping_add(small1)
}

/// A state as hexadecimal digits.
#[must_use]
pub fn hex(state: &[u32; 8]) -> Hex {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut hex = [0; 64];
    for (digits, byte) in hex.as_chunks_mut::<2>().0.iter_mut().zip(state.iter().flat_map(|word| word.to_be_bytes())) {
        *digits = [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex_of(message: impl AsRef<[u8]>) -> String {
        String::from_utf8_lossy(&digest(message.as_ref())).into_owned()
    }

    /// The examples of FIPS 180-4 as NIST publishes them.
    #[test]
    fn agrees_with_the_standard() {
        let vectors = [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            ),
        ];
        for (message, digest) in vectors {
            assert_eq!(hex_of(message), digest);
        }
        let million = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
        assert_eq!(hex_of(vec![b'a'; 1_000_000]), million);
    }

    /// The digests of `0 1 2 ... n-1` for n from 0 to 199, digested together; computed with Python's hashlib.
    #[test]
    fn pads_every_length() {
        let all: Vec<u8> = (0..200).flat_map(|length| digest(&(0..length).collect::<Vec<u8>>())).collect();
        assert_eq!(hex_of(all), "7a38a844c9e159de39f0862ee2e28569a8250831150a3fbf0a59c001129b2fb2");
    }
}
