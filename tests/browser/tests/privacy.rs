//! What the page asks for and keeps: nothing of anybody else, and nothing at all.
//!
//! They trust no list of what the page should do; they record what the browser did.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context as _, Result, ensure};
use browser_tests::anywhere::expect_complete;
use browser_tests::driver::Browser;
use browser_tests::host::{Host, frame};
use browser_tests::server::{Hosting, Server};
use browser_tests::widget::{VIEWS, button, option, unfold, way};
use browser_tests::{Look, Page, scenario, settings};
use serde_json::Value;

#[tokio::test]
async fn it_asks_its_own_folder_alone_and_keeps_nothing() -> Result<()> {
    let server = Server::start(&settings::dist()?).await?;
    let browser = Browser::start(Look::WIDE).await?;
    let page = Page::new(&browser, server.origin());
    let mut n_files = 0;
    for (name, query) in VIEWS {
        page.open(query).await?;
        let asked = page
            .run("return performance.getEntriesByType('resource').map((entry) => entry.name)")
            .await?;
        let asked: Vec<_> =
            asked.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        n_files = n_files.max(asked.len());
        let own = format!("{}/", server.origin());
        let others: Vec<_> = asked
            .iter()
            .filter(|url| !url.starts_with(&own) && !url.starts_with("data:"))
            .collect();
        ensure!(others.is_empty(), "{name} asks for {others:?}");
    }
    ensure!(n_files >= 2, "the record has script and program, and here only {n_files} files");

    // What is done on the page is told nobody, not even its own server.
    page.open("").await?;
    page.click("#search").await?;
    let later = "typeof stackfitExplain === 'function' && typeof stackfitEvidence === 'string'";
    page.wait_until(later, "all that comes later is here").await?;
    let before = server.requests();
    page.type_text("python").await?;
    page.click(&way("Find my fit")).await?;
    page.click(&option("Python")).await?;
    page.click(&way("Result")).await?;
    page.click(&button("Copy link")).await?;
    page.wait_until("location.search.includes('view=result')", "the result").await?;
    ensure!(server.requests() == before, "{:?}", server.requests());
    let kept = page
        .run(
            "return [document.cookie, localStorage.length, sessionStorage.length,
                history.state === null].join()",
        )
        .await?;
    ensure!(kept == ",0,0,true", "{kept}");
    let databases = page.browser().client().execute_async(
        "const done = arguments[arguments.length - 1];
            Promise.all([indexedDB.databases(), caches.keys(),
                navigator.serviceWorker.getRegistrations()])
                .then((kept) => done(kept.flat().length), (error) => done(String(error)))",
        Vec::new(),
    );
    ensure!(databases.await? == 0);
    page.assert_no_errors().await
}

/// What the page keeps in local storage.
async fn kept(page: &Page<'_>) -> Result<String> {
    let kept = page.run("return JSON.stringify(Object.entries(localStorage))").await?;
    Ok(kept.as_str().unwrap_or_default().to_owned())
}

const KEEP: &str = "Keep my answers in this browser";

#[tokio::test]
async fn answers_are_kept_once_the_reader_allows_it_and_forgotten_on_request() -> Result<()> {
    scenario("?view=result&a.language=python", Look::WIDE, async |page| {
        ensure!(kept(page).await? == "[]", "nothing before");
        page.click(&option(KEEP)).await?;
        page.wait_until("JSON.stringify(localStorage).includes('a.language=python')", "kept").await?;
        // Somebody else's link is not one's own answers.
        page.open("?view=result&a.language=go").await?;
        page.click(&way("Find my fit")).await?;
        page.wait_until("location.search.includes('view=fit')", "the page goes on").await?;
        page.open("?view=fit&step=language&a.language=go").await?;
        page.click(&option("Rust")).await?;
        page.wait_until("location.search.includes('rust')", "an answer changes").await?;
        page.settle().await?;
        ensure!(!kept(page).await?.contains("go"), "{}", kept(page).await?);
        ensure!(!kept(page).await?.contains("rust"), "{}", kept(page).await?);
        page.open("").await?;
        page.click("//a[.=\"Go on with your last answers\"]").await?;
        page.wait_until("location.search.includes('a.language=python')", "the answers").await?;
        page.open("").await?;
        page.click(&button("Forget them")).await?;
        page.wait_until("localStorage.length === 0", "nothing is kept").await?;
        ensure!(page.count(".kept").await? == 0, "and nothing is offered");
        page.open("?view=result&a.language=go").await?;
        page.wait_until(
            "![...document.querySelectorAll('label')].find((it) => it.textContent.includes('Keep my'))
                .querySelector('input').checked",
            "not until it is allowed again",
        )
        .await
    })
    .await
}

#[tokio::test]
async fn what_is_forgotten_in_another_tab_is_kept_no_more() -> Result<()> {
    scenario("?view=result&a.language=python", Look::WIDE, async |page| {
        page.click(&option(KEEP)).await?;
        let is_ticked = "[...document.querySelectorAll('label')]
            .find((it) => it.textContent.includes('Keep my')).querySelector('input').checked";
        page.wait_until(is_ticked, "they are kept").await?;
        // Another page of the same host, as another tab would be.
        page.run(
            "const other = document.createElement('iframe');
            other.src = 'robots.txt';
            other.onload = () => other.contentWindow.localStorage.clear();
            document.body.append(other)",
        )
        .await?;
        page.wait_until(&format!("!{is_ticked}"), "the tick goes with them").await?;
        ensure!(kept(page).await? == "[]", "and they do not come back");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_full_storage_keeps_nothing_and_changes_nothing_else() -> Result<()> {
    scenario("?view=result&a.language=python", Look::WIDE, async |page| {
        page.run("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }")
            .await?;
        page.click(&option(KEEP)).await?;
        let said = "//*[@role='status'][.='This browser refuses to keep them.']";
        page.wait_for(said, "why the tick is gone").await?;
        ensure!(kept(page).await? == "[]");
        page.click(&way("Find my fit")).await?;
        page.wait_until("location.search.includes('view=fit')", "the page goes on").await?;
        page.assert_no_errors().await
    })
    .await
}

#[tokio::test]
async fn a_frame_offers_to_keep_answers_only_where_its_host_allows_it() -> Result<()> {
    for (query, offers) in [("", 0), ("&keep=yes", 1)] {
        let query = format!("?view=result&a.language=python{query}");
        let host = Host::new(|origin| frame(origin, &query, "width=700 height=900")).await?;
        host.open_frame(Look::MIDDLE, async |page| {
            page.wait_for(".leader", "the result").await?;
            let boxes = format!("//label[contains(., \"{KEEP}\")]");
            ensure!(page.count(&boxes).await? == offers, "{query}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// The folders of the machine that built the page are nobody's business.
#[test]
fn no_delivered_file_names_a_folder_of_the_machine_that_built_it() -> Result<()> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    let homes = ["HOME", "CARGO_HOME", "RUSTUP_HOME"].map(env::var_os).into_iter().flatten();
    let folders = homes.map(PathBuf::from).chain(repository.map(Path::to_owned));
    // A home that is the root says nothing.
    let folders = folders.filter(|folder| folder.components().count() > 1);
    let folders = folders.map(|folder| format!("{}/", folder.display()));
    let all: Vec<_> = folders.chain(["/.cargo/registry".to_owned()]).collect();
    for entry in fs::read_dir(settings::dist()?)? {
        let path = entry?.path();
        let bytes = fs::read(&path)?;
        for folder in &all {
            let is_there = bytes.windows(folder.len()).any(|part| part == folder.as_bytes());
            ensure!(!is_there, "{} names {folder}", path.display());
        }
    }
    Ok(())
}

#[tokio::test]
async fn its_own_policy_blocks_nothing_of_it_and_everything_else() -> Result<()> {
    let policies = settings::policies()?;
    for (page, policy) in &policies {
        ensure!(policy.starts_with("default-src 'none';"), "{page}: {policy}");
        ensure!(!policy.contains("unsafe-inline"), "{page}: {policy}");
        ensure!(!policy.contains("'unsafe-eval'"), "{page}: {policy}");
    }
    let strict = Hosting { policies, ..Hosting::default() };
    let server = Server::start_as(&settings::dist()?, strict).await?;
    let browser = Browser::start(Look::WIDE).await?;
    let page = Page::new(&browser, server.origin());
    // What is blocked is an error in the console, of scripts, styles and requests alike.
    for (name, query) in VIEWS {
        page.open(query).await?;
        unfold(&page).await?;
        page.assert_no_errors().await.with_context(|| name.to_owned())?;
    }
    page.open("").await?;
    expect_complete(&page).await?;
    page.assert_no_errors().await?;

    // It is in force: an inline script does not run, and nobody else is asked.
    let script = "const script = document.createElement('script');
        script.append('self.ran = true'); document.body.append(script);
        const image = document.createElement('img');
        image.src = 'https://example.org/a.png'; document.body.append(image)";
    page.run(script).await?;
    page.expect("whether both are blocked", true, async || {
        let errors = page.errors().await?;
        let n_images = errors.iter().filter(|error| error.contains("example.org")).count();
        Ok(n_images > 0 && errors.len() > n_images)
    })
    .await?;
    ensure!(page.run("return self.ran === undefined").await? == true);
    Ok(())
}
