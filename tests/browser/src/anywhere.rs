//! What has to work on every host: the page is styled, and a reader can get from the cards through
//! the questions to a result, by keys and by pointer.
//!
//! The address is not checked, because some hosts have none.

use anyhow::{Context as _, Result, bail, ensure};
use fantoccini::key::Key;
use serde_json::Value;

use crate::page::Page;
use crate::widget::{expect_heading_focused, n_found, option, ranking, shortlist, way};

/// The first choice of the question that is shown.
const FIRST_CHOICE: &str = "main .option__label input";

/// The maximum number of Tab presses to reach an element.
const MOST_TABS: usize = 100;

/// Uses the page from the cards to a result and back, by keys and then by pointer.
///
/// # Errors
/// If it is not styled or a step fails.
pub async fn expect_complete(page: &Page<'_>) -> Result<()> {
    expect_styled(page).await?;
    let n_cards = n_found(page).await?;
    ensure!(n_cards > 20, "only {n_cards} cards");
    by_keys(page).await.context("by keys")?;
    by_pointer(page).await.context("by pointer")?;
    page.click(&way("Browse")).await?;
    page.expect("how many cards", n_cards, async || Ok(n_found(page).await?)).await?;
    expect_styled(page).await
}

/// Checks that the page has its styles, and is no wider than its window.
///
/// # Errors
/// If not.
pub async fn expect_styled(page: &Page<'_>) -> Result<()> {
    let script = "const style = (at) => getComputedStyle(document.querySelector(at));
        return [style('.cards').display, style('.skip').position, style('h1').fontWeight >= 600,
            parseFloat(style('.card').borderTopWidth) > 0].join()";
    let seen = page.run(script).await?;
    ensure!(seen == "grid,fixed,true,true", "the styles are missing: {seen}");
    ensure!(page.overflow().await? == 0, "the page is wider than its window");
    Ok(())
}

/// Answers two questions and opens the result, with Tab, Space and Enter alone.
async fn by_keys(page: &Page<'_>) -> Result<()> {
    tab_to(page, "Find my fit").await?;
    page.press(Key::Enter).await?;
    expect_heading_focused(page).await?;
    // The first stop after the heading is the first option.
    page.press(Key::Tab).await?;
    page.press(Key::Space).await?;
    ensure!(page.is_chosen(FIRST_CHOICE).await?, "Space chooses");
    page.expect("whether somebody leads", true, async || Ok(!shortlist(page).await?.is_empty()))
        .await?;
    tab_to(page, "Next").await?;
    page.press(Key::Enter).await?;
    expect_heading_focused(page).await?;
    page.press(Key::Tab).await?;
    page.press(Key::Space).await?;
    ensure!(page.is_chosen(FIRST_CHOICE).await?, "Space chooses in the second question");
    tab_to(page, "All questions").await?;
    page.press(Key::Enter).await?;
    expect_heading_focused(page).await?;
    tab_to(page, "See the result").await?;
    page.press(Key::Enter).await?;
    expect_result(page).await
}

/// Presses Tab until an element with this text has the focus. It is identified by its text and not
/// by its name, because some drivers report no names inside a sandboxed frame.
async fn tab_to(page: &Page<'_>, text: &str) -> Result<()> {
    let script = "return document.activeElement.innerText.trim()";
    let mut passed = Vec::new();
    while passed.len() < MOST_TABS {
        page.press(Key::Tab).await?;
        let here = page.run(script).await?;
        if here == text {
            return Ok(());
        }
        passed.push(here.to_string().chars().take(40).collect::<String>());
    }
    bail!("Tab never comes to '{text}', only to: {}", passed.join(", "))
}

/// Answers one more question and opens the result again.
async fn by_pointer(page: &Page<'_>) -> Result<()> {
    let before = ranking(page).await?;
    page.click(&way("Find my fit")).await?;
    expect_heading_focused(page).await?;
    page.click(FIRST_CHOICE).await?;
    ensure!(page.is_chosen(FIRST_CHOICE).await?, "a click chooses");
    page.click(&option("four times")).await?;
    page.click(&way("Result")).await?;
    expect_result(page).await?;
    ensure!(ranking(page).await?.len() <= before.len(), "an answer adds nobody");
    Ok(())
}

async fn expect_result(page: &Page<'_>) -> Result<()> {
    page.wait_for(".ranks", "the ranking").await?;
    let title = page.text("h2").await?;
    ensure!(title.contains(" fit"), "{title}");
    ensure!(!ranking(page).await?.is_empty(), "nobody is ranked");
    Ok(())
}

/// Checks that the page is readable without scripts: styled, every card with its name and facts,
/// boxes that filter, and no control that does nothing.
///
/// # Errors
/// If not.
pub async fn expect_readable(page: &Page<'_>) -> Result<()> {
    expect_styled(page).await?;
    let script = "const shown = (at) => [...document.querySelectorAll(at)]
            .filter((it) => it.checkVisibility({ visibilityProperty: true }));
        return [shown('.card').length, shown('.card h3').map((it) => it.innerText).join(),
            shown('button, input:not([data-facet]), select').map((it) => it.outerHTML).join(),
            document.body.innerText.length, document.querySelector('#app[data-ready]') === null]";
    let seen = page.run(script).await?;
    let Value::Array(seen) = seen else { bail!("{seen}") };
    ensure!(seen[4] == true, "no script was to run");
    ensure!(seen[0].as_u64().is_some_and(|n| n > 20), "{} cards", seen[0]);
    let names = seen[1].as_str().unwrap_or_default();
    ensure!(["Django", "Ruby on Rails"].iter().all(|name| names.contains(name)), "{names}");
    ensure!(seen[3].as_u64().is_some_and(|length| length > 5000), "{} letters", seen[3]);
    ensure!(seen[2] == "", "these do nothing without a script: {}", seen[2]);
    Ok(())
}

/// Checks that no requests failed except those for the program: a page with an opaque origin may be
/// refused them, and takes the program from a script.
///
/// # Errors
/// If another request failed.
pub async fn expect_only_refused_programs(page: &Page<'_>) -> Result<()> {
    let errors = page.errors().await?;
    let others: Vec<_> = errors.iter().filter(|error| !error.contains(".wasm")).collect();
    ensure!(others.is_empty(), "the console has errors:\n{others:?}");
    Ok(())
}
