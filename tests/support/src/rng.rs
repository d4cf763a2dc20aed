//! A small generator of numbers, the same on every machine.
//!
//! It is no source of secrets and no statistics; it only makes catalogs that look lived in.

/// SplitMix64 (Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// A generator that gives the same numbers for the same seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `n`, which is not 0.
    pub fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).expect("a length fits into 64 bits");
        usize::try_from(self.bits() % n).expect("below a length")
    }

    /// A number below `n` as a small position, which is not 0.
    pub fn position(&mut self, n: usize) -> u8 {
        u8::try_from(self.below(n)).expect("a position of a scale")
    }

    /// Whether a chance of one in `n` comes true.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}
