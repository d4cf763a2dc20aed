//! Measurements of the built page and of the recommendation, as JSON; `cargo xtask bench` prints
//! them and compares them with the limits.
//!
//! ```sh
//! cargo run -p browser-tests --bin measure -- loading arriving interactions typing soak scale=FOLDER engine=FOLDER
//! ```
//!
//! The built page is in `STACKFIT_DIST`, or else in the repository's `dist`. `STACKFIT_BESIDE` may have
//! another build, which is measured beside it.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use browser_tests::driver::Browser;
use browser_tests::{Look, measure, settings};
use serde_json::{Map, Value};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let dist = || settings::dist_or(&repository.join("dist"));
    let beside = settings::beside()?;
    let mut figures = Map::new();
    for wanted in env::args().skip(1) {
        let found = measured(&wanted, dist, beside.as_deref()).await?;
        figures.insert(wanted, found);
    }
    println!("{}", serde_json::to_string_pretty(&Value::Object(figures))?);
    Ok(())
}

/// Measures one part in browsers of its own, so that earlier parts do not affect it.
async fn measured(
    wanted: &str,
    dist: impl Fn() -> Result<PathBuf>,
    beside: Option<&Path>,
) -> Result<Value> {
    let browser = async || Browser::start(Look::WIDE).await;
    match wanted.split_once('=') {
        None if wanted == "loading" => {
            measure::loading::measure(&browser().await?, &dist()?, beside).await
        }
        None if wanted == "arriving" => measure::arriving::measure(&dist()?, beside).await,
        None if wanted == "interactions" => measure::interactions::measure(&dist()?, beside).await,
        None if wanted == "typing" => measure::typing::measure(&dist()?, beside).await,
        None if wanted == "soak" => {
            let mut soak = measure::soak::measure(&browser().await?, &dist()?).await?;
            if let Some(beside) = beside {
                soak["beside"] = measure::soak::measure(&browser().await?, beside).await?;
            }
            Ok(soak)
        }
        Some(("scale", folder)) => measure::scale::measure(Path::new(folder)).await,
        Some(("engine", folder)) => {
            measure::engine::measure(&browser().await?, Path::new(folder)).await
        }
        _ => bail!("there is nothing to measure that is called '{wanted}'"),
    }
}
