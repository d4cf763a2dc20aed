//! Figures of the built page and of the recommendation, as JSON; `cargo xtask bench` prints them.
//!
//! ```sh
//! cargo run -p browser-tests --bin measure -- loading typing soak engine=FOLDER
//! ```
//!
//! The built page is in `STACKFIT_DIST`, or else in the repository's `dist`.
//!
//! # What this program does not do
//! It judges nothing.

use std::env;
use std::path::Path;

use anyhow::{Result, bail};
use browser_tests::driver::Browser;
use browser_tests::{Look, measure, settings};
use serde_json::{Map, Value};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let dist = || settings::dist_or(&repository.join("dist"));
    let mut figures = Map::new();
    for wanted in env::args().skip(1) {
        // A browser for each, so that none has to do with what the one before left behind.
        let browser = Browser::start(Look::WIDE).await?;
        let found = match wanted.split_once('=') {
            None if wanted == "loading" => measure::loading::measure(&browser, &dist()?).await?,
            None if wanted == "typing" => measure::typing::measure(&browser, &dist()?).await?,
            None if wanted == "soak" => measure::soak::measure(&browser, &dist()?).await?,
            Some(("engine", folder)) => {
                measure::engine::measure(&browser, Path::new(folder)).await?
            }
            _ => bail!("there is nothing to measure that is called '{wanted}'"),
        };
        figures.insert(wanted, found);
    }
    println!("{}", serde_json::to_string_pretty(&Value::Object(figures))?);
    Ok(())
}
