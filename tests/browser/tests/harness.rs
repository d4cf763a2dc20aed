//! The harness itself: that it sees what is wrong with a page, and leaves alone what is not.
//!
//! They do not need the built page; theirs are a few lines long.

use std::fs;
use std::time::Duration;

use anyhow::{Result, ensure};
use browser_tests::driver::Browser;
use browser_tests::server::Server;
use browser_tests::site::Site;
use browser_tests::{Look, Page, axe};
use fantoccini::key::Key;

#[tokio::test]
async fn it_sees_what_is_wrong_with_a_page() -> Result<()> {
    let site = Site::new(
        "<main id=app data-ready><h1>Wrong</h1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>\
         <div style='width:400px'>wide</div><button>Only</button></main>",
    )?;
    let server = Server::start(site.folder()).await?;
    let browser = Browser::start(Look::NARROW).await?;
    let mut page = Page::new(&browser, server.origin());
    page.open("?a=1").await?;
    ensure!(server.requests() == ["/?a=1"], "{:?}", server.requests());
    page.assert_no_errors().await?;

    let violations = axe::violations(&page).await?;
    ensure!(violations.len() == 1 && violations[0].starts_with("image-alt"), "{violations:?}");
    ensure!(page.overflow().await? > 0);

    page.set_patience(Duration::from_millis(100));
    let error = page.wait_for("#gone", "something that never comes").await.unwrap_err().to_string();
    ensure!(error.contains("something that never comes") && error.contains("Wrong"), "{error}");
    let error = page.tab_to("Gone").await.unwrap_err().to_string();
    ensure!(error.contains("button 'Only' <button>"), "{error}");

    // Where requests that fail are not told, what nobody is asked for is not told either.
    let n_failed = usize::from(browser.engine().tells_failed_requests());
    page.run("fetch('https://example.org/').catch(() => { self.refused = true })").await?;
    page.set_patience(Duration::from_secs(10));
    page.wait_until("self.refused", "the request to somebody else is over").await?;
    // As the page's own script, because some drivers run theirs aside.
    let script = "const script = document.createElement('script');
        script.textContent = 'console.error(\"on purpose\")'; document.body.append(script)";
    page.run(script).await?;
    page.expect("how many errors", n_failed + 1, async || Ok(page.errors().await?.len())).await?;
    let errors = page.errors().await?;
    ensure!(errors[n_failed].contains("on purpose"), "{errors:?}");
    ensure!(page.assert_no_errors().await.is_err());
    Ok(())
}

#[tokio::test]
async fn it_uses_a_page_by_pointer_and_keys_at_any_width() -> Result<()> {
    let site = Site::new(
        "<main id=app data-ready><h1>Right</h1><label>Name <input id=name></label>\
         <label><input type=checkbox id=box> Box</label>\
         <button onclick=\"this.textContent = document.querySelector('#name').value\">Go</button>\
         <script>setTimeout(() => document.querySelector('h1').after('later'), 50)</script></main>",
    )?;
    let server = Server::start(site.folder()).await?;
    let browser = Browser::start(Look::NARROW.dark().calm()).await?;
    let page = Page::new(&browser, server.origin());
    page.open("").await?;
    let seen = "return [innerWidth, document.documentElement.clientWidth,
        matchMedia('(prefers-color-scheme: dark)').matches,
        matchMedia('(prefers-reduced-motion: reduce)').matches].join()";
    ensure!(page.run(seen).await? == "320,320,true,true", "{}", page.run(seen).await?);
    ensure!(axe::violations(&page).await?.is_empty(), "{:?}", axe::violations(&page).await?);

    page.tab_to("Name").await?;
    page.type_text("Adé, 2").await?;
    let focus = page.tab_to("Box").await?;
    ensure!((focus.role.as_str(), focus.id.as_str()) == ("checkbox", "box"), "{focus}");
    page.press(Key::Space).await?;
    ensure!(page.is_chosen("#box").await?);
    page.press_with(Key::Shift, Key::Tab).await?;
    ensure!(page.focused().await?.id == "name", "{}", page.focused().await?);
    page.click("//button[normalize-space()='Go']").await?;
    ensure!(page.text("button").await? == "Adé, 2");
    page.wait_until("document.body.innerText.includes('later')", "the late text").await?;

    let file = site.folder().join("shot.png");
    page.screenshot_to(&file).await?;
    let picture = fs::read(&file)?;
    // The width stands in the header of a PNG file, at byte 16.
    ensure!(picture[1..4] == *b"PNG" && picture[16..20] == 320_u32.to_be_bytes());
    page.assert_no_errors().await
}
