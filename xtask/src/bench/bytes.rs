//! The bytes of the built page against their budget.
//!
//! # What this module does not do
//! It does not say where they come from.

use serde::Serialize;
use serde_json::{Value, json};

use crate::dist::sizes::{Bytes, Delivery};
use crate::{dist, process};

/// The most bytes, compressed with Brotli, of all that is needed to use the page.
const BUDGET: usize = 150_000;

/// The bytes that are needed, held to their budget.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct Budget {
    needed_brotli: usize,
    most: usize,
    /// The first as a share of the second.
    ratio: f64,
    kept: bool,
}

/// Builds and prints; gives the figures, and a complaint where there are too many.
///
/// # Errors
/// Where the page cannot be built.
pub(super) fn measure() -> anyhow::Result<(Value, Option<String>)> {
    let delivery = Delivery::measure(dist::build()?.folder())?;
    let budget = Budget::of(delivery.needed);
    process::print(&format!("\n{delivery}{}\n", budget.sentence()))?;
    let complaint = (!budget.kept).then(|| budget.sentence());
    Ok((json!({ "delivery": delivery, "budget": budget }), complaint))
}

impl Budget {
    #[expect(clippy::cast_precision_loss, reason = "the bytes of a page are far below 2^52")]
    fn of(needed: Bytes) -> Self {
        let ratio = needed.brotli as f64 / BUDGET as f64;
        Self { needed_brotli: needed.brotli, most: BUDGET, ratio, kept: needed.brotli <= BUDGET }
    }

    fn sentence(self) -> String {
        let Self { needed_brotli, most, ratio, .. } = self;
        format!("{needed_brotli} of {most} bytes in Brotli, {ratio:.2} of the budget")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_is_kept_up_to_its_last_byte() {
        let of = |brotli| Budget::of(Bytes { raw: 0, brotli });
        assert!(of(BUDGET).kept && !of(BUDGET + 1).kept);
        assert_eq!(of(75_000).sentence(), "75000 of 150000 bytes in Brotli, 0.50 of the budget");
    }
}
