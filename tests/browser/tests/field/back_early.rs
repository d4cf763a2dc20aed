//! Before the program has started a reader goes elsewhere and comes back, loads the page again, or waits
//! at its end: nothing that was chosen is lost, and the page stays where it is.

use anyhow::{Context as _, Result, ensure};
use browser_tests::widget::{expect_address, facet_value, way};
use browser_tests::{Look, Page};

use super::before_start::{slowly, start};
use super::chosen_early::sort_by_name;
use super::early_addresses::shows_cards;

/// Types, ticks and chooses an order.
async fn choose(page: &Page<'_>) -> Result<()> {
    page.click("#search").await?;
    page.type_text("web").await?;
    page.click(&facet_value("Language", "Python")).await?;
    sort_by_name(page).await
}

/// The address of what [`choose`] chooses, in the order of choice.
const CHOSEN: &str = "q=web&f.language=python&sort=name";

async fn expect_chosen(page: &Page<'_>) -> Result<()> {
    expect_address(page, CHOSEN).await?;
    page.wait_until("document.querySelector('#search').value === 'web'", "the text").await?;
    ensure!(page.is_chosen(&facet_value("Language", "Python")).await?, "the box is ticked");
    Ok(())
}

#[tokio::test]
async fn the_cards_come_back_with_what_was_ticked() -> Result<()> {
    slowly(Look::WIDE, "", async |page, server| {
        choose(page).await?;
        for elsewhere in ["Find my fit", "Compare"] {
            page.click(&way(elsewhere)).await?;
            page.expect("the heading", elsewhere, async || page.text(".coming h2").await).await?;
            ensure!(!shows_cards(page).await?, "{elsewhere}: the cards are gone");
            page.click(&way("Browse")).await?;
            ensure!(shows_cards(page).await?, "the cards are back after {elsewhere}");
            let coming = "return document.querySelector('.coming').checkVisibility()";
            ensure!(page.run(coming).await? == false, "nothing is coming");
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

/// Letters outside ASCII, and the signs of queries.
#[tokio::test]
async fn the_cards_come_back_whatever_was_typed() -> Result<()> {
    for text in ["f\u{fc}r", "a=b&c", "100%"] {
        slowly(Look::WIDE, "", async |page, server| {
            page.click("#search").await?;
            page.type_text(text).await?;
            page.click(&way("Compare")).await?;
            page.expect("the heading", "Compare", async || page.text(".coming h2").await).await?;
            page.click(&way("Browse")).await?;
            ensure!(shows_cards(page).await?, "{text}: the cards are back");
            ensure!(page.count("[aria-busy]").await? == 0, "{text}: nothing is waited for");
            start(page, server).await?;
            let typed = "return document.querySelector('#search').value";
            page.expect("the text", text, async || {
                Ok(page.run(typed).await?.as_str().unwrap_or_default().to_owned())
            })
            .await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_answer_hides_no_cards() -> Result<()> {
    slowly(Look::WIDE, "", async |page, server| {
        page.click("//section[@class=\"band\"]//a[.=\"Python\"]").await?;
        ensure!(shows_cards(page).await?, "the cards stay");
        start(page, server).await?;
        page.wait_until("location.search.includes('a.language=python')", "the answer").await
    })
    .await
}

#[tokio::test]
async fn a_link_with_escaped_signs_keeps_its_answers_on_the_way() -> Result<()> {
    slowly(Look::WIDE, "?sort=name%26a.size=small%26f.language=python", async |page, server| {
        page.click(&way("Find my fit")).await?;
        page.expect("the heading", "Find my fit", async || page.text(".coming h2").await).await?;
        start(page, server).await?;
        page.wait_until("location.search.includes('a.size=small')", "the answer").await?;
        page.wait_until("location.search.includes('f.language=python')", "the filter").await
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

/// A browser that keeps pages to go back to stops what they fetch.
#[tokio::test]
async fn a_page_that_was_kept_without_its_program_is_loaded_again() -> Result<()> {
    slowly(Look::WIDE, "", async |page, server| {
        choose(page).await?;
        expect_address(page, CHOSEN).await?;
        let kept = "self.isSamePage = true;
            dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
        page.run(kept).await?;
        page.wait_until("!self.isSamePage", "another load").await?;
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
