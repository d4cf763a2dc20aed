//! The widget in other people's pages: as high as its content, in the colours that were asked for, with
//! code that its own view writes.
//!
//! That it works in a frame at all is for the tests of framing.

use anyhow::{Context as _, Result, ensure};
use browser_tests::anywhere::expect_only_refused_programs;
use browser_tests::driver::Browser;
use browser_tests::host::{Host, expect_fit, frame, script};
use browser_tests::server::{Hosting, Server};
use browser_tests::site::Site;
use browser_tests::widget::{HEADING, expect_address, option, way};
use browser_tests::{Look, Page, scenario, settings};
use serde_json::Value;

/// Opens a page of another origin with the widget in a frame and the host's script, and lets somebody
/// use it.
async fn hosted(
    attributes: &str,
    query: &str,
    play: impl AsyncFnOnce(&Page<'_>) -> Result<()>,
) -> Result<()> {
    let host = Host::new(|origin| {
        let box_of_it = format!("{attributes} width=700 height=300 style='border:0'");
        format!("{}{}", frame(origin, query, &box_of_it), script(origin))
    })
    .await?;
    host.open_frame(Look::MIDDLE, play).await
}

async fn follows_its_content(page: &Page<'_>) -> Result<()> {
    let cards = expect_fit(page).await?;
    ensure!(cards > 700, "{cards} for the first cards");
    page.click(&way("Compare")).await?;
    page.wait_for(".compare", "the empty comparison").await?;
    let empty = expect_fit(page).await?;
    ensure!(empty < cards, "{empty} after {cards}");
    page.click(&way("Browse")).await?;
    page.wait_for(".cards", "the cards").await?;
    ensure!(expect_fit(page).await? == cards, "as before");
    Ok(())
}

#[tokio::test]
async fn with_the_hosts_script_the_frame_is_as_high_as_its_content() -> Result<()> {
    hosted("", "", follows_its_content).await
}

#[tokio::test]
async fn a_sandboxed_frame_is_as_high_as_its_content_too() -> Result<()> {
    hosted("sandbox=allow-scripts", "?compact=yes", follows_its_content).await
}

#[tokio::test]
async fn two_frames_do_not_disturb_each_other() -> Result<()> {
    hosted("", "?view=fit&compact=yes", async |page| {
        let height = expect_fit(page).await?;
        page.leave_frame().await?;
        let script = "const other = document.querySelector('iframe').cloneNode();
            other.src = other.src.replace('view=fit', 'view=browse');
            document.body.append(other)";
        page.run(script).await?;
        let grown = "document.querySelectorAll('iframe')[1].clientHeight > 700";
        page.wait_until(grown, "the late frame is as high as its content").await?;
        page.enter_frame().await?;
        ensure!(expect_fit(page).await? == height, "the first one stays");
        page.click(&option("Python")).await
    })
    .await
}

/// The height of a frame once it is that of its content, to the pixel that may be rounded away. Going
/// into a frame scrolls to it: browsers draw nothing of one that is out of sight, and tell it of no
/// change.
async fn height_of_frame(page: &Page<'_>, at: u16) -> Result<i64> {
    let frame = format!("document.querySelectorAll('iframe')[{at}]");
    let number = |value: Value| value.as_i64().context("a height is a number");
    let heights = async || -> Result<(i64, i64)> {
        let outside = page.run(&format!("return {frame}.clientHeight")).await?;
        page.enter(at).await?;
        let root = "document.getElementById('app').getBoundingClientRect()";
        let inside = page.run(&format!("return Math.ceil({root}.height)")).await?;
        page.leave_frame().await?;
        Ok((number(outside)?, number(inside)?))
    };
    let misfit = async || -> Result<Option<(i64, i64)>> {
        let (outside, inside) = heights().await?;
        Ok(((outside - inside).abs() > 1).then_some((outside, inside)))
    };
    page.expect(&format!("the misfit of frame {at}"), None::<(i64, i64)>, misfit).await?;
    Ok(heights().await?.0)
}

async fn heights_of_frames(page: &Page<'_>) -> Result<Vec<i64>> {
    let mut heights = Vec::new();
    for at in 0..6 {
        heights.push(height_of_frame(page, at).await?);
    }
    Ok(heights)
}

#[tokio::test]
async fn six_frames_on_one_page_are_each_as_high_as_their_content() -> Result<()> {
    let server = Server::start(&settings::dist()?).await?;
    let closed = Hosting { open: false, ..Hosting::default() };
    let closed = Server::start_as(&settings::dist()?, closed).await?;
    let frame = |attributes: &str, origin: &str, query: &str| {
        format!(
            "<iframe title=Widget {attributes} height=300 style='border:0' src='{origin}/{query}'></iframe>"
        )
    };
    let (open, closed) = (server.origin(), closed.origin());
    let frames = [
        frame("width=700", open, ""),
        frame("width=520 sandbox=allow-scripts", open, "?view=fit"),
        frame("width=700 sandbox=allow-scripts", closed, "?view=compare&compare=django,flask"),
        frame("width=360 sandbox=allow-scripts", open, "?compact=yes#?secret=abcdefghij"),
        frame("width=700", open, "?view=result&a.language=python&theme=dark&text-size=20"),
        frame("width=600 hidden", open, "?open=django"),
    ];
    let scripts = [open, closed].map(|origin| format!("<script src='{origin}/embed.js'></script>"));
    let site = Site::new(&format!("{}{}", frames.concat(), scripts.concat()))?;
    let host = Server::start(site.folder()).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, host.origin());
    page.visit("/").await?;
    page.wait_until("document.querySelectorAll('iframe').length === 6", "all frames").await?;
    page.run("document.querySelector('iframe[hidden]').hidden = false").await?;
    // Its statements come from a second program, and make it higher.
    page.enter(4).await?;
    page.wait_for(".leader .statements .line", "the statements of the result").await?;
    page.leave_frame().await?;
    let mut before = heights_of_frames(&page).await?;
    for _ in 0..10 {
        let again = heights_of_frames(&page).await?;
        if again == before {
            break;
        }
        before = again;
    }
    // A change in one is a change of that one alone.
    page.enter(1).await?;
    page.click(&way("Browse")).await?;
    page.wait_for(".cards", "the cards").await?;
    page.leave_frame().await?;
    for (at, before) in (0..6).zip(before) {
        let after = height_of_frame(&page, at).await?;
        ensure!((before == after) == (at != 1), "frame {at}: {before}, then {after}");
    }
    expect_only_refused_programs(&page).await
}

#[tokio::test]
async fn settings_are_there_before_the_first_paint_and_last() -> Result<()> {
    let query = "?theme=dark&accent=aa3300&text-size=20&compact=yes&disclosure=Paid%20by%20us";
    scenario(query, Look::MIDDLE, async |page| {
        let ground = page.run("return getComputedStyle(document.documentElement).backgroundColor");
        let ground = ground.await?;
        ensure!(ground != "rgba(0, 0, 0, 0)", "a forced theme paints its own ground: {ground}");
        let size = page.run("return getComputedStyle(document.body).fontSize").await?;
        ensure!(size == "20px", "{size}");
        ensure!(page.text(".disclosure").await? == "Paid by us");
        let accent = "return getComputedStyle(document.querySelector('footer a')).color";
        let own = page.run(accent).await?;
        page.click(&way("Find my fit")).await?;
        page.wait_for(&format!("#{HEADING}"), "the question").await?;
        ensure!(page.query().await?.contains("accent=aa3300"), "{}", page.query().await?);
        page.run("document.documentElement.removeAttribute('data-accent')").await?;
        ensure!(page.run(accent).await? != own, "the accent is the host's");
        page.run("document.documentElement.setAttribute('data-accent', '')").await?;
        page.screenshot("compact-dark").await
    })
    .await
}

#[tokio::test]
async fn the_view_writes_the_code_and_shows_it_without_a_trace_in_the_history() -> Result<()> {
    scenario("?view=embed&a.language=python", Look::WIDE, async |page| {
        let entries = page.run("return history.length").await?;
        let choose = |id: &str, value: &str| {
            format!(
                "const it = document.getElementById('embed-{id}'); it.value = '{value}';
                 it.dispatchEvent(new Event('change', {{ bubbles: true }}))"
            )
        };
        page.click(".embed__more > summary").await?;
        page.run(&choose("theme", "dark")).await?;
        page.run(&choose("kind", "iframe-auto")).await?;
        page.run(&choose("disclosure", "Paid by us")).await?;
        page.click(&option("Keep my current answers and filters")).await?;
        let code = "document.querySelector('textarea').value";
        let whole = format!(
            "{code}.includes('compact=yes') && {code}.includes('color-scheme:dark')
            && {code}.includes('a.language=python') && {code}.includes('/embed.js')
            && {code}.includes('Paid%20by%20us')"
        );
        page.wait_until(&whole, "the code has everything").await?;
        let own = format!("return {code}.includes('src=\"{}/?')", page.origin());
        ensure!(page.run(&own).await? == true, "{}", page.run(&format!("return {code}")).await?);
        let shown = "document.querySelector('iframe').contentDocument
            ?.querySelector('.disclosure')?.innerText.trim() === 'Paid by us'";
        page.wait_until(shown, "the preview shows it").await?;
        ensure!(page.run("return history.length").await? == entries, "the history grew");
        ensure!(page.overflow().await? == 0, "the view is wider than its window");
        page.screenshot("embed").await
    })
    .await
}

/// Waits until the view is there and writes code.
async fn expect_view(page: &Page<'_>) -> Result<()> {
    page.wait_until_ready().await?;
    page.wait_for("textarea", "the code").await?;
    ensure!(page.text("main h2").await? == "Embed this");
    let code = "document.querySelector('textarea').value.startsWith('<iframe src=')";
    page.wait_until(code, "there is code").await
}

#[tokio::test]
async fn the_page_leads_to_the_view_with_what_is_chosen() -> Result<()> {
    scenario("?view=result&a.language=python", Look::WIDE, async |page| {
        page.click("//footer//a[normalize-space()=\"Embed this\"]").await?;
        expect_view(page).await?;
        expect_address(page, "view=embed&a.language=python").await?;
        page.click(".embed__more > summary").await?;
        page.click(&option("Keep my current answers and filters")).await?;
        let code = "document.querySelector('textarea').value.includes('a.language=python')";
        page.wait_until(code, "the code has the answers").await
    })
    .await
}

#[tokio::test]
async fn the_address_that_the_view_once_had_leads_to_it_with_all_that_it_says() -> Result<()> {
    for query in ["", "?view=embed&a.language=python&theme=dark#top"] {
        scenario(&format!("author.html{query}"), Look::WIDE, async |page| {
            page.wait_until("!location.pathname.endsWith('author.html')", "the page").await?;
            expect_view(page).await?;
            let wanted = if query.is_empty() { "?view=embed#" } else { query };
            let kept = format!("'{wanted}'.startsWith(location.search)");
            page.wait_until(&kept, "the address says what the link said").await
        })
        .await
        .with_context(|| query.to_owned())?;
    }
    Ok(())
}
