//! Screenshots of the built page: whole pages at several widths, light and dark.
//!
//! ```sh
//! cargo run -p browser-tests --bin shots -- OUTDIR [LINK…]
//! ```
//!
//! A link is as the page's folder has it, such as `?view=result`; without one it takes the page as it
//! opens. The built page is in `STACKFIT_DIST`, or else in
//! the repository's `dist`.
//!
//! Nothing is compared: the screenshots are for review by people.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use browser_tests::driver::Browser;
use browser_tests::server::Server;
use browser_tests::{Look, Page, Scheme, settings};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().map(PathBuf::from).context("usage: shots OUTDIR [QUERY...]")?;
    let mut queries: Vec<_> = arguments.collect();
    if queries.is_empty() {
        queries.push(String::new());
    }
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let server = Server::start(&settings::dist_or(&repository.join("dist"))?).await?;
    let browser = Browser::start(Look::WIDE).await?;
    let page = Page::new(&browser, server.origin());
    for query in &queries {
        for look in Look::ALL {
            for scheme in Scheme::ALL {
                page.look(look.in_scheme(scheme).calm()).await?;
                page.open(query).await?;
                let file = folder.join(file_name(query, look, scheme));
                page.screenshot_to(&file).await?;
                println!("{}", file.display());
            }
        }
    }
    page.assert_no_errors().await
}

/// A name that sorts by query, then width.
fn file_name(query: &str, look: Look, scheme: Scheme) -> String {
    let kept = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    let name: String = query.trim_start_matches('?').chars().map(kept).take(80).collect();
    let name = if name.is_empty() { "start" } else { &name };
    format!("{name}-{:04}-{}.png", look.width, scheme.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_query_width_and_colours() {
        let name = file_name("?view=fit&step=box", Look::NARROW, Scheme::Dark);
        assert_eq!(name, "view-fit-step-box-0320-dark.png");
        assert_eq!(file_name("", Look::WIDE, Scheme::Light), "start-1280-light.png");
    }
}
