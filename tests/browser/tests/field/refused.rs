//! A host or a line refuses a part of the page: its programs, its scripts or its styles. What works without
//! them stays, and what is said is true.

use anyhow::{Context as _, Result, ensure};
use browser_tests::anywhere::{expect_complete, expect_readable};
use browser_tests::driver::Browser;
use browser_tests::server::{Hosting, Server};
use browser_tests::{Look, Page, settings};

use super::before_start::{LATER, READY};

/// Opens a link at a host with a Content Security Policy, and looks.
async fn under(
    policy: &str,
    link: &str,
    look: impl AsyncFnOnce(&Page<'_>) -> Result<()>,
) -> Result<()> {
    let server = Server::start_as(&settings::dist()?, Hosting::under(policy)).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, server.origin());
    page.go(&format!("{}/{link}", server.origin())).await?;
    look(&page).await
}

/// Opens a page whose program cannot start, and returns what it says.
async fn failing(hosting: Hosting, wanted: &str) -> Result<()> {
    let server = Server::start_as(&settings::dist()?, hosting).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, server.origin());
    page.go(&format!("{}/", server.origin())).await?;
    page.wait_for("#failure", "what is wrong").await?;
    let said = page.text("#failure").await?;
    ensure!(said.contains(wanted), "{said}");
    for other in ["could not be loaded", "WebAssembly, which", "standalone.html", "stopped"] {
        ensure!(other == wanted || !said.contains(other), "{said}");
    }
    page.run(LATER).await?;
    let waits = "return document.querySelector('#slow').checkVisibility()";
    ensure!(page.run(waits).await? == false, "it waits for nothing");
    expect_readable(&page).await
}

#[tokio::test]
async fn what_failed_is_said_and_nothing_else() -> Result<()> {
    let loaded = "could not be loaded";
    for part in [".wasm", "app-"] {
        let cut = Hosting { cut: Some(part.to_owned()), ..Hosting::default() };
        // Of a program that is cut off there is another copy, in a script.
        if part == ".wasm" {
            let server = Server::start_as(&settings::dist()?, cut).await?;
            let browser = Browser::start(Look::MIDDLE).await?;
            Page::new(&browser, server.origin()).open("").await.context("the copy")?;
        } else {
            failing(cut, loaded).await.with_context(|| format!("{part} cut off"))?;
        }
    }
    let refused = "script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'";
    failing(Hosting::under(refused), loaded).await.context("its files are refused")?;
    let no_wasm = "script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'";
    failing(Hosting::under(no_wasm), "WebAssembly, which").await.context("WebAssembly is refused")
}

#[tokio::test]
async fn a_host_that_refuses_the_scripts_in_the_page_leaves_what_works_without() -> Result<()> {
    let policy = "script-src 'self'; style-src 'unsafe-inline'";
    for link in ["", "?view=result&a.language=python"] {
        under(policy, link, async |page| {
            page.run(LATER).await?;
            expect_readable(page).await?;
            page.wait_for("//p[contains(., \"JavaScript\")]", "what is missing").await
        })
        .await?;
    }
    Ok(())
}

/// Styles tell which of the texts above the cards is true, and may be refused like anything else.
#[tokio::test]
async fn a_host_that_refuses_the_styles_is_told_nothing_untrue() -> Result<()> {
    let texts = "return [...document.querySelectorAll('.failure, .coming')]
        .filter((it) => it.checkVisibility()).map((it) => it.innerText.trim()).join()";
    for (scripts, wanted) in [("'unsafe-inline' 'wasm-unsafe-eval'", ""), ("", "need JavaScript")] {
        let policy = format!("script-src 'self' {scripts}; style-src 'self'");
        under(&policy, "", async |page| {
            if wanted.is_empty() {
                page.wait_until(READY, "the program has started").await?;
            }
            let said = page.run(texts).await?;
            let said = said.as_str().unwrap_or_default();
            ensure!(said.contains(wanted) && !said.contains("oading"), "{scripts}: {said}");
            ensure!(!wanted.is_empty() || said.is_empty(), "{scripts}: {said}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// They would lead to the same page.
#[tokio::test]
async fn without_scripts_no_pointer_presses_a_link_within_the_page() -> Result<()> {
    let policy = "script-src 'none'; style-src 'unsafe-inline'";
    let pressable = "return [...document.querySelectorAll('#app a[href^=\"?\"]')]
        .filter((it) => it.checkVisibility() && getComputedStyle(it).pointerEvents !== 'none')
        .map((it) => it.textContent).join()";
    under(policy, "", async |page| {
        let pressable = page.run(pressable).await?;
        ensure!(pressable == "", "{pressable}");
        expect_readable(page).await
    })
    .await
}

#[tokio::test]
async fn a_host_may_require_trusted_types() -> Result<()> {
    let policies = [
        "require-trusted-types-for 'script'",
        "require-trusted-types-for 'script'; trusted-types stackfit",
    ];
    for policy in policies {
        under(policy, "", async |page| {
            page.wait_until_ready().await?;
            // It loads the second program too.
            expect_complete(page).await?;
            page.assert_no_errors().await
        })
        .await
        .with_context(|| policy.to_owned())?;
    }
    Ok(())
}
