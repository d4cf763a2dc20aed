//! Without a server, without the files beside it, without WebAssembly, without scripts: the page is
//! complete where it can be, and else readable, and says what is missing.
//!
//! What hosts of a served page deny is for the tests of `hosts`.

use std::fs;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use browser_tests::anywhere::{expect_complete, expect_only_refused_programs, expect_readable};
use browser_tests::driver::Browser;
use browser_tests::server::{Hosting, Server};
use browser_tests::site::Site;
use browser_tests::widget::link;
use browser_tests::{Denied, Look, Page, Setup, recorder, settings};
use tokio::time::sleep;

/// Opens a file of a folder from disk.
async fn from_disk(page: &Page<'_>, site: &Site, name: &str) -> Result<()> {
    page.go(&format!("file://{}/{name}", site.folder().display())).await?;
    page.wait_until_ready().await?;
    ensure!(page.run("return location.protocol").await? == "file:");
    Ok(())
}

/// A copy of a file of the built page in a folder, with its errors noted where that takes a script.
fn copy(name: &str, site: &Site) -> Result<()> {
    let text = fs::read_to_string(settings::dist()?.join(name))?;
    Ok(fs::write(site.folder().join(name), recorder::inside(&text)?)?)
}

#[tokio::test]
async fn as_one_file_from_disk() -> Result<()> {
    let site = Site::new("")?;
    copy("standalone.html", &site)?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, "");
    from_disk(&page, &site, "standalone.html").await?;
    expect_complete(&page).await?;
    from_disk(&page, &site, "standalone.html?view=result&a.language=python").await?;
    page.wait_for(".ranks", "the ranking of the link").await?;
    page.click(&link("Embed this")).await?;
    page.wait_for("textarea", "the configurator").await?;
    page.assert_no_errors().await
}

#[tokio::test]
async fn as_one_file_inside_an_attribute() -> Result<()> {
    let body = "<iframe title=Widget width=700 height=900></iframe><script>
        fetch('standalone.html').then((file) => file.text())
            .then((text) => { document.querySelector('iframe').srcdoc = text })</script>";
    let site = Site::new(body)?;
    fs::copy(settings::dist()?.join("standalone.html"), site.folder().join("standalone.html"))?;
    let host = Server::start(site.folder()).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, host.origin());
    page.visit("/").await?;
    page.wait_until("frames[0].document.querySelector('#app')", "the frame has its page").await?;
    page.enter_frame().await?;
    ensure!(page.run("return location.href").await? == "about:srcdoc");
    expect_complete(&page).await?;
    page.leave_frame().await?;
    page.assert_no_errors().await
}

#[tokio::test]
async fn as_the_page_of_a_host_opened_from_disk() -> Result<()> {
    let site = Site::new("")?;
    for entry in fs::read_dir(settings::dist()?)? {
        let path = entry?.path();
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            fs::copy(&path, site.folder().join(name))?;
        }
    }
    copy("index.html", &site)?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, "");
    from_disk(&page, &site, "index.html").await?;
    expect_complete(&page).await?;
    expect_only_refused_programs(&page).await
}

#[tokio::test]
async fn alone_without_the_files_beside_it_it_says_what_to_open_instead() -> Result<()> {
    let site = Site::new("")?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, "");
    fs::copy(settings::dist()?.join("index.html"), site.folder().join("index.html"))?;
    page.go(&format!("file://{}/index.html", site.folder().display())).await?;
    page.wait_for("#failure", "what is wrong").await?;
    let said = page.text("#failure").await?;
    ensure!(said.contains("standalone.html") && !said.contains("WebAssembly"), "{said}");
    expect_readable(&page).await
}

#[tokio::test]
async fn where_programs_are_denied_the_cards_stay_and_a_line_says_so() -> Result<()> {
    let denying = Hosting::under("script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'");
    let server = Server::start_as(&settings::dist()?, denying).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, server.origin());
    page.go(&format!("{}/", server.origin())).await?;
    page.wait_for("#failure", "what is wrong").await?;
    let said = page.text("#failure").await?;
    ensure!(said.contains("WebAssembly") && !said.contains("standalone.html"), "{said}");
    expect_readable(&page).await
}

#[tokio::test]
async fn with_scripts_off() -> Result<()> {
    let setup = Setup::from(Look::MIDDLE).without(Denied::Scripts);
    let server = Server::start(&settings::dist()?).await?;
    let browser = Browser::start(setup).await?;
    let page = Page::new(&browser, server.origin());
    for query in ["", "?view=result&a.language=python"] {
        page.go(&format!("{}/{query}", server.origin())).await?;
        expect_readable(&page).await?;
        page.wait_for("//p[contains(., \"JavaScript\")]", "what is missing").await?;
    }
    page.assert_no_errors().await
}

#[tokio::test]
async fn in_a_frame_that_may_run_no_script() -> Result<()> {
    // Of the same origin, so that the page around can look into it.
    let site = Site::new(
        "<iframe sandbox=allow-same-origin width=700 height=900 src=page.html></iframe>",
    )?;
    fs::copy(settings::dist()?.join("index.html"), site.folder().join("page.html"))?;
    let host = Server::start(site.folder()).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, host.origin());
    page.visit("/").await?;
    let seen = "const { document: page } = frames[0];
        const shown = [...page.querySelectorAll('.card')].filter((it) => it.checkVisibility());
        return [shown.length > 20, page.body.innerText.includes('JavaScript'),
            frames[0].getComputedStyle(page.querySelector('.cards')).display,
            page.querySelector('.views').checkVisibility()].join()";
    page.wait_until("frames[0].document.querySelector('.foot')", "the page is there").await?;
    page.expect("what is shown", "true,true,grid,false", async || page.run(seen).await).await
}

/// Stopping to load is no failure where nobody is there to be told: a page in a frame that is left, and one
/// in a frame that is removed.
#[tokio::test]
async fn what_is_left_while_it_loads_reports_nothing() -> Result<()> {
    for part in [".js", ".wasm"] {
        // A server for each, because a browser asks a server once for what it still waits for.
        let alone = withholding(part).await?;
        let framed = withholding(part).await?;
        let host = Site::new("<link rel=icon href='data:,'>")?;
        let host = Server::start(host.folder()).await?;
        let browser = Browser::start(Look::MIDDLE).await?;
        let page = Page::new(&browser, host.origin());
        let is_asked = |server: &Server| server.requests().iter().any(|it| it.contains(part));

        // Both are in frames, because a driver would wait for what never arrives.
        page.visit("/").await?;
        let open = async |server: &Server, what: &str| {
            let insert = format!(
                "document.body.append(Object.assign(document.createElement('iframe'), {{src: '{}/'}}))",
                server.origin()
            );
            page.run(&insert).await?;
            page.expect(what, true, async || Ok(is_asked(server))).await
        };
        open(&alone, "whether the page that is left loads").await?;
        page.run("document.querySelector('iframe').src = 'about:blank'").await?;
        // Only an empty page is of the same origin.
        page.wait_until("document.querySelector('iframe').contentDocument", "it is left").await?;
        page.run("document.querySelector('iframe').remove()").await?;
        open(&framed, "whether the frame that is removed loads").await?;
        page.run("document.querySelector('iframe').remove()").await?;
        // Longer than the page waits before it reports a failure.
        sleep(Duration::from_secs(1)).await;
        page.assert_no_errors().await.with_context(|| format!("without {part}"))?;
    }
    Ok(())
}

/// The built page, of which some files never arrive.
async fn withholding(part: &str) -> Result<Server> {
    let slow = Hosting { withheld: Some(part.to_owned()), ..Hosting::default() };
    Server::start_as(&settings::dist()?, slow).await
}
