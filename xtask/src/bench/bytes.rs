//! The bytes of the built page against their budgets, as the stage `size` of the tests has them.

use serde_json::Value;

use crate::dist::sizes::Sizes;
use crate::{dist, process};

/// Builds and prints; gives the figures, and what is over its budget.
///
/// # Errors
/// Where the page cannot be built.
pub(super) fn measure() -> anyhow::Result<(Value, Vec<String>)> {
    let sizes = Sizes::measure(dist::build()?.folder())?;
    process::print(&format!("\n{sizes}"))?;
    Ok((serde_json::to_value(&sizes)?, sizes.complaints()))
}
