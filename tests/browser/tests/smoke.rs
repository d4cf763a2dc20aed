//! The page loads, and is a page.

use anyhow::{Result, ensure};
use browser_tests::{Look, scenario};

#[tokio::test]
async fn the_page_loads_without_an_error_and_fits_its_window() -> Result<()> {
    scenario("", Look::NARROW, async |page| {
        page.wait_for("h1", "a heading").await?;
        let headings = page.texts("h1").await?;
        ensure!(headings.len() == 1 && !headings[0].is_empty(), "headings: {headings:?}");
        ensure!(page.overflow().await? == 0, "the page is wider than its window");
        page.screenshot("smoke").await
    })
    .await
}
