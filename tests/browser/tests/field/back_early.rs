//! Before the program has started a reader goes elsewhere and comes back, loads the page again, or waits
//! at its end: nothing that was chosen is lost, and the page stays where it is.

use anyhow::{Context as _, Result, ensure};
use browser_tests::widget::{expect_address, facet_value, way};
use browser_tests::{Look, Page};

use super::before_start::{slowly, start};

/// Types, ticks and chooses an order.
async fn choose(page: &Page<'_>) -> Result<()> {
    page.click("#search").await?;
    page.type_text("web").await?;
    page.click(&facet_value("Language", "Python")).await?;
    let sort = "const it = document.querySelector('#sort');
        it.value = 'name';
        it.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(sort).await?;
    Ok(())
}

/// The address of what [`choose`] chooses, in the order of choice.
const CHOSEN: &str = "q=web&f.language=python&sort=name";

async fn expect_chosen(page: &Page<'_>) -> Result<()> {
    expect_address(page, CHOSEN).await?;
    page.wait_until("document.querySelector('#search').value === 'web'", "the text").await?;
    ensure!(page.is_chosen(&facet_value("Language", "Python")).await?, "the box is ticked");
    Ok(())
}

async fn is_shown(page: &Page<'_>, at: &str) -> Result<bool> {
    let script = format!(
        "return document.querySelector('{at}').checkVisibility({{ visibilityProperty: true }})"
    );
    Ok(page.run(&script).await? == true)
}

#[tokio::test]
async fn the_cards_come_back_with_what_was_ticked() -> Result<()> {
    slowly(Look::WIDE, "", async |page, server| {
        choose(page).await?;
        for elsewhere in ["Find my fit", "Compare"] {
            page.click(&way(elsewhere)).await?;
            page.expect("the heading", elsewhere, async || page.text(".coming h2").await).await?;
            ensure!(!is_shown(page, ".cards").await?, "{elsewhere}: the cards are gone");
            page.click(&way("Browse")).await?;
            ensure!(is_shown(page, ".cards").await?, "the cards are back after {elsewhere}");
            ensure!(!is_shown(page, ".coming").await?, "nothing is coming");
            ensure!(page.text("[aria-current]").await? == "Browse");
        }
        page.click(&way("Compare")).await?;
        page.back().await?;
        page.wait_until("document.querySelector('.cards').checkVisibility()", "the cards").await?;
        start(page, server).await?;
        expect_chosen(page).await
    })
    .await
}

#[tokio::test]
async fn a_page_that_is_loaded_again_has_what_was_chosen() -> Result<()> {
    slowly(Look::WIDE, "", async |page, server| {
        choose(page).await?;
        expect_address(page, CHOSEN).await?;
        page.browser().client().refresh().await?;
        start(page, server).await?;
        expect_chosen(page).await
    })
    .await
}

#[tokio::test]
async fn a_page_that_was_left_has_what_was_chosen() -> Result<()> {
    slowly(Look::WIDE, "", async |page, server| {
        choose(page).await?;
        expect_address(page, CHOSEN).await?;
        page.browser().client().goto("about:blank").await?;
        page.back().await?;
        start(page, server).await?;
        expect_chosen(page).await
    })
    .await
}

/// Also where the program draws what the static page only names.
#[tokio::test]
async fn the_focus_stays_on_whatever_can_be_opened() -> Result<()> {
    let focused = "return [document.activeElement.localName, document.activeElement.textContent]";
    for name in ["Language", "Hosting", "Licence", "How it decides"] {
        slowly(Look::WIDE, "", async |page, server| {
            let focus = format!(
                "[...document.querySelectorAll('summary')]
                    .find((it) => it.textContent === '{name}').focus()"
            );
            page.run(&focus).await?;
            let before = page.run(focused).await?;
            ensure!(before[1] == name, "{before}");
            start(page, server).await?;
            page.expect("the focus", before, async || page.run(focused).await).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_page_that_was_scrolled_to_its_end_stays_there() -> Result<()> {
    let at_rest = "const done = arguments[0];
        const frame = () => new Promise(requestAnimationFrame);
        frame().then(frame).then(() => setTimeout(done, 100))";
    for width in [390, 1280] {
        slowly(Look { width, height: 700, ..Look::WIDE }, "", async |page, server| {
            let place = async || {
                page.browser().client().execute_async(at_rest, Vec::new()).await?;
                let last = "return Math.round(
                    document.querySelector('.foot').getBoundingClientRect().top)";
                page.run(last).await?.as_i64().context("a number")
            };
            let mut before = 0;
            // What comes into sight has its own height only then.
            for _ in 0..3 {
                page.run("scrollTo(0, document.documentElement.scrollHeight)").await?;
                before = place().await?;
            }
            start(page, server).await?;
            let after = place().await?;
            ensure!((after - before).abs() < 30, "{width}: the footer, at {before}, is at {after}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}
