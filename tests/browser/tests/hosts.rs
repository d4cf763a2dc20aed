//! Survival: wherever the page is put and whatever it is denied, it is styled and complete.
//!
//! They try no feature: those have tests of their own. Heights belong to the tests of embedding, and
//! what is without a server or without scripts to the tests of that name.

use anyhow::{Result, ensure};
use browser_tests::anywhere::{expect_complete, expect_only_refused_programs, expect_styled};
use browser_tests::driver::Browser;
use browser_tests::host::Host;
use browser_tests::server::{Hosting, Server};
use browser_tests::site::Site;
use browser_tests::widget::{option, ranking, way};
use browser_tests::{Denied, Look, Page, Scheme, Setup, left_out, settings};

/// How hosts restrict a frame the most: scripts and nothing else.
const SANDBOX: &str = "sandbox=allow-scripts";

/// A page of another origin around frames; `{}` in its body is the address of the widget's server.
async fn framed(
    setup: impl Into<Setup>,
    hosting: Hosting,
    body: &str,
    play: impl AsyncFnOnce(&Page<'_>) -> Result<()>,
) -> Result<()> {
    let body = |origin: &str| body.replace("{}", origin);
    Host::with(hosting, Hosting::default(), body).await?.visit(setup, play).await
}

fn frame(attributes: &str, query: &str) -> String {
    format!("<iframe title=Widget {attributes} width=700 height=900 src='{{}}/{query}'></iframe>")
}

/// Goes into the only frame, uses what is in it, and comes back.
async fn complete_in_frame(page: &Page<'_>) -> Result<()> {
    page.enter_frame().await?;
    expect_complete(page).await?;
    page.leave_frame().await
}

#[tokio::test]
async fn as_a_page() -> Result<()> {
    let server = Server::start(&settings::dist()?).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, server.origin());
    page.open("").await?;
    expect_complete(&page).await?;
    page.assert_no_errors().await
}

#[tokio::test]
async fn in_a_frame_of_another_site() -> Result<()> {
    framed(Look::MIDDLE, Hosting::default(), &frame("", ""), async |page| {
        complete_in_frame(page).await?;
        page.assert_no_errors().await
    })
    .await
}

#[tokio::test]
async fn in_a_sandbox_of_a_host_that_lets_all_origins_read() -> Result<()> {
    framed(Look::MIDDLE, Hosting::default(), &frame(SANDBOX, ""), async |page| {
        complete_in_frame(page).await?;
        page.assert_no_errors().await
    })
    .await
}

#[tokio::test]
async fn in_a_sandbox_of_a_host_that_lets_nobody_read() -> Result<()> {
    let closed = Hosting { open: false, ..Hosting::default() };
    framed(Look::MIDDLE, closed, &frame(SANDBOX, ""), async |page| {
        complete_in_frame(page).await?;
        expect_only_refused_programs(page).await
    })
    .await
}

/// Whether the page may keep something: in a cookie, in its storage.
const KEEPS: &str = "document.cookie = 'kept=yes';
    const storage = () => { try { localStorage.kept = 'yes'; return true } catch { return false } };
    return document.cookie !== '' || storage()";

#[tokio::test]
async fn with_cookies_and_storage_denied() -> Result<()> {
    let setup = Setup::from(Look::MIDDLE).without(Denied::Storage);
    let server = Server::start(&settings::dist()?).await?;
    let site = Site::new(&frame("", "").replace("{}", server.origin()))?;
    let host = Server::start(site.folder()).await?;
    let browser = Browser::start(setup).await?;
    let page = Page::new(&browser, server.origin());
    page.open("").await?;
    ensure!(page.run(KEEPS).await? == false, "the browser denies nothing");
    expect_complete(&page).await?;
    page.go(&format!("{}/", host.origin())).await?;
    complete_in_frame(&page).await?;
    page.assert_no_errors().await
}

#[tokio::test]
async fn with_the_secret_that_a_host_appends() -> Result<()> {
    let frame = frame(SANDBOX, "?f.language=python#?secret=abcdefghij");
    framed(Look::MIDDLE, Hosting::default(), &frame, async |page| {
        page.enter_frame().await?;
        page.wait_for(".chip", "the filter of the link").await?;
        page.click(&way("Find my fit")).await?;
        page.click(&option("Python")).await?;
        page.click(&way("Result")).await?;
        page.wait_for(".ranks", "the ranking").await?;
        ensure!(page.run("return location.hash").await? == "#?secret=abcdefghij");
        page.leave_frame().await?;
        page.assert_no_errors().await
    })
    .await
}

#[tokio::test]
async fn twice_on_one_page() -> Result<()> {
    let two = frame("", "?view=fit&step=language").repeat(2);
    framed(Look::MIDDLE, Hosting::default(), &two, async |page| {
        for (at, own, other) in [(0, "Python", "Ruby"), (1, "Ruby", "Python")] {
            page.enter(at).await?;
            ensure!(!page.is_chosen(&option(other)).await?, "an answer went to the other frame");
            page.click(&option(own)).await?;
            page.leave_frame().await?;
        }
        page.enter(0).await?;
        ensure!(page.is_chosen(&option("Python")).await?);
        ensure!(!page.is_chosen(&option("Ruby")).await?, "an answer went to the other frame");
        page.leave_frame().await?;
        for (at, first, second) in [(0, "Django", "Ruby on Rails"), (1, "Ruby on Rails", "Django")]
        {
            page.enter(at).await?;
            page.click(&way("Result")).await?;
            page.wait_for(".ranks", "the ranking").await?;
            let names = ranking(page).await?;
            let place = |wanted: &str| names.iter().position(|name| name == wanted);
            let (one, other) = (place(first), place(second));
            // Who is not among the first few is further behind.
            ensure!(one.is_some() && other.is_none_or(|other| one < Some(other)), "{names:?}");
            page.leave_frame().await?;
        }
        page.assert_no_errors().await
    })
    .await
}

#[tokio::test]
async fn in_a_hidden_frame_that_is_shown_later() -> Result<()> {
    let hidden = frame("style='display:none'", "");
    framed(Look::MIDDLE, Hosting::default(), &hidden, async |page| {
        // It starts without a size; some browsers start it only once it has one.
        page.run("document.querySelector('iframe').style.display = 'block'").await?;
        complete_in_frame(page).await?;
        page.run("document.querySelector('iframe').style.display = 'none'").await?;
        page.run("document.querySelector('iframe').style.display = 'block'").await?;
        page.enter_frame().await?;
        expect_styled(page).await?;
        page.leave_frame().await?;
        page.assert_no_errors().await
    })
    .await
}

/// Whether the page takes itself for dark, whether its text is lighter than the middle, and whether it
/// leaves its ground to the browser or paints it as dark as its text is light.
const TONE: &str = "const light = (color) => {
        const [red, green, blue] = color.match(/[\\d.]+/g).map(Number);
        return color.startsWith('rgb') ? (red + green + blue) / 765 > 0.5 : red > 0.5;
    };
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const text = light(getComputedStyle(document.querySelector('h1')).color);
    const card = getComputedStyle(document.querySelector('.card')).backgroundColor;
    return [dark, text, card === 'rgba(0, 0, 0, 0)' || light(card) !== text].join()";

#[tokio::test]
async fn in_the_readers_colors() -> Result<()> {
    let server = Server::start(&settings::dist()?).await?;
    for scheme in Scheme::ALL {
        let browser = Browser::start(Look::MIDDLE.in_scheme(scheme)).await?;
        let page = Page::new(&browser, server.origin());
        page.open("").await?;
        let dark = scheme == Scheme::Dark;
        let tone = page.run(TONE).await?;
        ensure!(tone == format!("{dark},{dark},true"), "{}: {tone}", scheme.name());
        page.assert_no_errors().await?;
    }
    Ok(())
}

#[tokio::test]
async fn in_the_colors_of_the_page_around() -> Result<()> {
    let schemes = "<style>.dark { color-scheme: dark } .light { color-scheme: light }</style>";
    let two = format!("{schemes}{}{}", frame("class=dark", ""), frame("class=light", ""));
    framed(Look::MIDDLE, Hosting::default(), &two, async |page| {
        for (at, wanted) in [(0, "true,true,true"), (1, "false,false,true")] {
            page.enter(at).await?;
            if page.browser().engine().frames_follow_their_element() {
                page.expect("the colours", wanted, async || page.run(TONE).await).await?;
            } else {
                left_out("a frame takes its colours from the reader here, not from its element")?;
                let tone = page.run(TONE).await?;
                ensure!(tone == "false,false,true", "the reader's colours: {tone}");
            }
            page.leave_frame().await?;
        }
        page.assert_no_errors().await
    })
    .await
}
