//! What the page makes of its address before the program has read it: whether the cards are what is asked for, and
//! what is coming if not.

use anyhow::{Context as _, Result, ensure};
use browser_tests::driver::Browser;
use browser_tests::server::{Hosting, Server};
use browser_tests::{Look, Page, settings};

/// Opens links, one after another, while the program does not arrive.
async fn waiting(links: &[&str], look: impl AsyncFn(&Page<'_>, &str) -> Result<()>) -> Result<()> {
    let slow = Hosting { withheld: Some(".wasm".to_owned()), ..Hosting::default() };
    let server = Server::start_as(&settings::dist()?, slow).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, server.origin());
    for link in links {
        page.go(&format!("{}/{link}", server.origin())).await?;
        look(&page, link).await.with_context(|| (*link).to_owned())?;
    }
    Ok(())
}

/// Whether the cards are shown, or hidden for something else.
pub(super) async fn shows_cards(page: &Page<'_>) -> Result<bool> {
    // Of the cards themselves some may be filtered.
    let seen =
        "return document.querySelector('.cards').checkVisibility({ visibilityProperty: true })";
    Ok(page.run(seen).await? == true)
}

#[tokio::test]
async fn parameters_of_others_hide_nothing() -> Result<()> {
    let links = [
        "?openExternalBrowser=1",
        "?qid=7&quelle=x",
        "?view_id=2&viewport=3",
        "?sortby=name",
        "?compared=django",
        "?view=browse",
        "?view=desktop",
        "?view=&q=",
        "?utm_source=a&fbclid=view",
        "?a_aid=5f0c&a_bid=1d2e",
        "?a_id=7&f_cid=python",
    ];
    waiting(&links, async |page, _| {
        ensure!(shows_cards(page).await?, "the cards are hidden");
        ensure!(page.text("[aria-current]").await? == "Browse");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn other_spellings_are_read_as_the_program_reads_them() -> Result<()> {
    let links = [
        "?f_language=python",
        "?f%2Elanguage=python",
        "?F.Language=python",
        "?f.language[]=python&f.language[]=ruby",
        "?f.language%3Dpython%26q%3Dweb",
        "?utm=1&amp;q=web",
        "?utm=1?q=web",
        "?2.a.language=python",
    ];
    waiting(&links, async |page, _| {
        ensure!(!shows_cards(page).await?, "cards that are not asked for are shown");
        ensure!(page.text(".coming h2").await? == "Browse");
        Ok(())
    })
    .await?;
    let links =
        ["?View=Result", "?view%3Dresult", "?q=web&amp;view=result", "?open=nobody&view=result"];
    waiting(&links, async |page, _| {
        ensure!(page.text(".coming h2").await? == "Result");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_heading_is_there_and_is_none_of_the_browsers_own_words() -> Result<()> {
    let links =
        ["?view=toString&q=web", "?view=constructor&q=web", "?open=nobody", "?open=__proto__"];
    waiting(&links, async |page, _| {
        let heading = page.text(".coming h2").await?;
        ensure!(heading == "Browse", "{heading}");
        Ok(())
    })
    .await?;
    waiting(&["?view=team"], async |page, _| {
        let heading = page.text(".coming h2").await?;
        ensure!(!heading.is_empty() && heading != "Browse", "{heading}");
        Ok(())
    })
    .await
}
