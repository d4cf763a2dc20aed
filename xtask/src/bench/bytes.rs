//! The bytes of the built page and their budgets, as in the stage `size` of the tests.

use serde_json::Value;

use crate::dist::sizes::Sizes;
use crate::{dist, process};

/// Builds and prints; returns the figures, and the exceeded budgets.
pub(super) fn measure() -> anyhow::Result<(Value, Vec<String>)> {
    let sizes = Sizes::measure(dist::build()?.folder())?;
    process::print(&format!("\n{sizes}"))?;
    Ok((serde_json::to_value(&sizes)?, sizes.complaints()))
}
