//! Measurements of the built page: time to first paint, layout shift, blocking time, the duration
//! of each interaction, and the memory left after ten thousand actions.
//!
//! In reading order: [`loading`]; [`arriving`], which loads over a slow network; [`probe`], which
//! times one interaction; [`interactions`]; [`typing`]; [`scale`], a page of many entries;
//! [`soak`]; and [`engine`], the recommendation in WebAssembly, which is timed by a page of its own.
//!
//! Times depend on the machine: only ratios within one run are comparable. `cargo xtask bench`
//! compares them with the limits. Only Chromium is measured.

pub mod arriving;
pub mod engine;
pub mod interactions;
pub mod loading;
mod probe;
pub mod scale;
pub mod soak;
pub mod typing;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::driver::Browser;
use crate::engine::chromium::devtools;

/// Slows down the page's processor, as DevTools does; 1 is full speed.
///
/// # Errors
/// If the browser refuses.
pub async fn slow_down(browser: &Browser, times: u32) -> Result<()> {
    devtools(browser, "Emulation.setCPUThrottlingRate", json!({ "rate": times })).await?;
    Ok(())
}

/// Runs a script before the scripts of every page and frame that is opened from now on.
///
/// # Errors
/// If the browser refuses.
pub async fn run_first(browser: &Browser, script: &str) -> Result<()> {
    let source = json!({ "source": script });
    devtools(browser, "Page.addScriptToEvaluateOnNewDocument", source).await?;
    Ok(())
}

/// The median of some figures, the lower one of two in the middle; none for an empty list.
#[must_use]
pub fn median(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len().checked_sub(1)? / 2).copied()
}

fn number(value: &Value, name: &str) -> Result<f64> {
    value[name].as_f64().with_context(|| format!("{name} is no number in {value}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_not_moved_by_what_happens_once() {
        assert_eq!(median(vec![3.0, 1.0, 900.0]), Some(3.0));
        assert_eq!(median(vec![2.0, 1.0]), Some(1.0));
        assert_eq!(median(Vec::new()), None);
    }
}
