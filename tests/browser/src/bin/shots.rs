//! Pictures of the built page, for review by people. Nothing is compared.
//!
//! ```sh
//! cargo run -p browser-tests --bin shots -- review FOLDER   # every view, width and colour scheme
//! cargo run -p browser-tests --bin shots -- docs FOLDER     # the pictures of README and of links
//! ```
//!
//! The built page is in `STACKFIT_DIST`, or else in the repository's `dist`. `cargo xtask shots`
//! builds it first.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use browser_tests::settings;
use browser_tests::shots;

const USAGE: &str = "usage: shots review|docs FOLDER";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let what = arguments.next().context(USAGE)?;
    let folder = arguments.next().map(PathBuf::from).context(USAGE)?;
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let dist = settings::dist_or(&repository.join("dist"))?;
    match what.as_str() {
        "review" => shots::review(&dist, &folder).await,
        "docs" => shots::docs(&dist, &folder).await,
        _ => bail!("'{what}' is neither 'review' nor 'docs'; {USAGE}"),
    }
}
