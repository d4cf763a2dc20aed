//! Rounding of whole-number quotients.

/// A quotient rounded to the nearest whole number, halves up. `denominator` is not 0, and twice each
/// number fits in 32 bits.
#[must_use]
pub const fn half_up(numerator: u32, denominator: u32) -> u32 {
    (2 * numerator + denominator) / (2 * denominator)
}
