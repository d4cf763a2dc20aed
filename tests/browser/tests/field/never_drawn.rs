//! The program arrives and stops before it has drawn anything, or is not the one that the page asked for.

use anyhow::{Context as _, Result, ensure};
use browser_tests::anywhere::{expect_complete, expect_readable};
use browser_tests::driver::Browser;
use browser_tests::server::{Hosting, Server};
use browser_tests::site::Site;
use browser_tests::{Look, Page, settings};

use super::before_start::{LATER, changed, with_in_head};

/// The program cannot make elements, and stops.
const REFUSING: &str = "<script>
    for (const name of ['createElement', 'createElementNS']) {
        const own = Document.prototype[name];
        Document.prototype[name] = function (...all) {
            if (/wasm-function|wasm code/.test(new Error().stack)) throw new Error('refused');
            return own.apply(this, all);
        };
    }
</script>";

/// The browser stops the program, which cannot say so any more.
const STOPPING: &str = "<script>
    const own = Document.prototype.createTextNode;
    Document.prototype.createTextNode = function (text) {
        if (/wasm-function|wasm code/.test(new Error().stack)) throw new WebAssembly.RuntimeError('stopped');
        return own.call(this, text);
    };
</script>";

#[tokio::test]
async fn a_program_that_stops_in_its_first_drawing_leaves_the_cards_and_says_so() -> Result<()> {
    for cause in [REFUSING, STOPPING] {
        expect_left(cause).await.context(cause)?;
    }
    Ok(())
}

async fn expect_left(cause: &str) -> Result<()> {
    let site = changed(|page| with_in_head(page, cause))?;
    let server = Server::start(site.folder()).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, server.origin());
    for link in ["", "?view=result&a.language=python", "?f.language=python"] {
        page.go(&format!("{}/{link}", server.origin())).await?;
        page.wait_for("#failure", "what is wrong").await?;
        let said = page.text("#failure").await?;
        ensure!(said.contains("could not be loaded") && said.contains("first view"), "{said}");
        ensure!(!said.contains("stopped") && !said.contains("WebAssembly"), "{said}");
        page.run(LATER).await?;
        expect_readable(&page).await.with_context(|| format!("'{link}'"))?;
        let waits = "return [...document.querySelectorAll('.coming, #slow, .stage')]
            .filter((it) => it.checkVisibility()).length";
        ensure!(page.run(waits).await? == 0, "'{link}': something is still awaited");
    }
    Ok(())
}

#[tokio::test]
async fn a_host_is_told_that_the_page_cannot_go_on() -> Result<()> {
    let listener = "<script>
        var told = [];
        addEventListener('message', ({ data }) => {
            if (data.stackfit?.type === 'error') told.push(data.stackfit.code);
        })
    </script>";
    let cut = Hosting { cut: Some("app-".to_owned()), ..Hosting::default() };
    let stopping = changed(|page| with_in_head(page, REFUSING))?;
    let servers =
        [Server::start_as(&settings::dist()?, cut).await?, Server::start(stopping.folder()).await?];
    for server in servers {
        let frame = format!(
            "<iframe title=Widget width=700 height=600 src='{}/'></iframe>",
            server.origin()
        );
        let site = Site::new(&format!("{listener}{frame}"))?;
        let host = Server::start(site.folder()).await?;
        let browser = Browser::start(Look::MIDDLE).await?;
        let page = Page::new(&browser, host.origin());
        page.visit("/").await?;
        page.wait_until("told.length > 0", "the host is told").await?;
        ensure!(page.run("return told.join()").await? == "wasm");
    }
    Ok(())
}

#[tokio::test]
async fn a_server_in_between_may_add_a_version_to_addresses() -> Result<()> {
    let policy = "require-trusted-types-for 'script'; trusted-types stackfit";
    let site = changed(|page| {
        let changed = page.replace(".js\"", ".js?v=1\"").replace(".js ", ".js?v=1 ");
        ensure!(changed != page, "there is no script");
        Ok(changed)
    })?;
    let server = Server::start_as(site.folder(), Hosting::under(policy)).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, server.origin());
    page.open("").await?;
    expect_complete(&page).await?;
    page.assert_no_errors().await
}
