//! What the reader acts on is in sight, wherever that is in the page around.

use anyhow::{Context as _, Result, ensure};
use browser_tests::host::{Host, enter, expect_fit, frame, return_into, script};
use browser_tests::widget::{compare_box, link, way};
use browser_tests::{Look, Page, left_out};
use fantoccini::key::Key;

/// A window of a phone.
const PHONE: Look = Look { width: 390, height: 700, ..Look::NARROW };

/// A post with the widget between its paragraphs.
fn post(origin: &str, query: &str, height: u32) -> String {
    let text = "<p>A paragraph of a post.</p>".repeat(30);
    let attributes = format!("width='100%' height={height} style='border:0;width:100%'");
    format!("{text}{}{text}", frame(origin, query, &attributes))
}

/// How far what has the focus in the frame is out of the window, in whole pixels: 0 if it is whole in it, and
/// infinite while nothing has the focus.
async fn distance(page: &Page<'_>) -> Result<f64> {
    let inside = "const { top, bottom } = document.activeElement.getBoundingClientRect();
        return [top, bottom, document.activeElement === document.body]";
    let inside = page.run(inside).await?;
    if inside[2] == true {
        return Ok(f64::INFINITY);
    }
    page.leave_frame().await?;
    let frame = "const it = document.querySelector('iframe');
        return [it.getBoundingClientRect().top, innerHeight]";
    let outside = page.run(frame).await?;
    return_into(page, "iframe").await?;
    let number = |value: &serde_json::Value| value.as_f64().context("a number");
    let (top, bottom) = (number(&inside[0])?, number(&inside[1])?);
    let (start, window) = (number(&outside[0])?, number(&outside[1])?);
    // Engines scroll by whole pixels.
    Ok(((-(start + top)).max(start + bottom - window) - 1.0).max(0.0).round())
}

async fn expect_in_sight(page: &Page<'_>, what: &str) -> Result<()> {
    page.expect(&format!("how far the focus is out of sight after: {what}"), 0.0, async || {
        distance(page).await
    })
    .await
}

/// Scrolls the page around until an element of the frame is in the middle of the window, once nothing moves any
/// more: a driver presses faster than a reader, and where something was a moment ago.
async fn reach(page: &Page<'_>, at: &str) -> Result<()> {
    page.settle().await?;
    page.scroll_around_to(at).await
}

/// The actions of readers that make the page shorter or longer, or go elsewhere.
async fn act(page: &Page<'_>) -> Result<()> {
    let more = "//button[starts-with(normalize-space(), 'Show all')]";
    page.wait_for(more, "there are more ranks").await?;
    reach(page, ".ranking button.button--quiet:last-of-type").await?;
    page.click(more).await?;
    let fewer = "//button[starts-with(normalize-space(), 'Show fewer')]";
    page.wait_for(fewer, "all ranks").await?;
    expect_in_sight(page, "more").await?;
    reach(page, ".ranking > button").await?;
    page.click(fewer).await?;
    page.wait_for(more, "the first ranks").await?;
    expect_in_sight(page, "fewer").await?;
    reach(page, ".views").await?;
    page.click(&way("Browse")).await?;
    page.wait_for(".cards", "the cards").await?;
    expect_in_sight(page, "another view").await?;
    reach(page, ".cards__more").await?;
    page.click(".cards__more").await?;
    expect_in_sight(page, "more cards").await?;
    // The cards are drawn in parts, and the frame follows.
    expect_fit(page).await?;
    // From far down to details, which are shorter.
    reach(page, ".card:last-child h3 a").await?;
    page.click(".card:last-child h3 a").await?;
    page.wait_for(".detail", "the details").await?;
    expect_in_sight(page, "details").await
}

const RESULT: &str = "?view=result&a.size=medium&a.learning=weeks";

#[tokio::test]
async fn with_the_script_what_has_the_focus_is_in_sight_after_every_action() -> Result<()> {
    let around =
        Host::new(|origin| format!("{}{}", post(origin, RESULT, 720), script(origin))).await?;
    for look in [PHONE, Look::MIDDLE] {
        around
            .open(look, async |page| {
                enter(page, "iframe").await?;
                act(page).await?;
                page.leave_frame().await
            })
            .await?;
    }
    Ok(())
}

/// A script of somebody else, which knows the messages of AMP alone.
const OTHER_SCRIPT: &str = "<script>addEventListener('message', ({ data }) => {
    if (data.sentinel === 'amp') document.querySelector('iframe').style.height = data.height + 'px'
})</script>";

#[tokio::test]
async fn with_the_script_of_somebody_else_it_is_in_sight_where_browsers_scroll_the_page_around()
-> Result<()> {
    if browser_tests::Engine::chosen()? == browser_tests::Engine::WebKit {
        return left_out("a frame of another site cannot scroll the page around it here");
    }
    let around = Host::new(|origin| format!("{OTHER_SCRIPT}{}", post(origin, RESULT, 720))).await?;
    around
        .open(PHONE, async |page| {
            enter(page, "iframe").await?;
            act(page).await?;
            page.leave_frame().await
        })
        .await
}

#[tokio::test]
async fn keys_alone_keep_the_focus_in_sight() -> Result<()> {
    let around =
        Host::new(|origin| format!("{}{}", post(origin, "?view=fit", 720), script(origin))).await?;
    around
        .open(PHONE, async |page| {
            enter(page, "iframe").await?;
            page.click(&way("Find my fit")).await?;
            let mut n_stops = 0;
            while n_stops < 12 {
                page.press(Key::Tab).await?;
                if page.run("return document.hasFocus()").await? == false {
                    break;
                }
                expect_in_sight(page, "Tab").await?;
                n_stops += 1;
            }
            ensure!(n_stops > 3, "Tab leaves the frame after {n_stops} stops");
            page.leave_frame().await
        })
        .await
}

#[tokio::test]
async fn what_sticks_to_an_edge_sticks_to_that_of_the_window() -> Result<()> {
    let around = Host::new(|origin| format!("{}{}", post(origin, "", 720), script(origin))).await?;
    around
        .open(PHONE, async |page| {
            enter(page, "iframe").await?;
            let names = page.texts(".card h3").await?;
            for name in &names[..2] {
                let input = format!("[aria-label=\"Compare {name}\"]");
                page.scroll_around_to(&input).await?;
                page.click(&compare_box(name)).await?;
            }
            page.wait_for(&link("Compare 2"), "the tray").await?;
            for selector in [".card h3", ".card:nth-child(3) h3"] {
                page.scroll_around_to(selector).await?;
                let seen = async || -> Result<bool> {
                    let inside = page
                        .run("const { top, bottom } = document.querySelector('.tray').getBoundingClientRect();
                            return [top, bottom]")
                        .await?;
                    page.leave_frame().await?;
                    let outside = page
                        .run("return [document.querySelector('iframe').getBoundingClientRect().top, innerHeight]")
                        .await?;
                    return_into(page, "iframe").await?;
                    let number = |value: &serde_json::Value| value.as_f64().context("a number");
                    let start = number(&outside[0])?;
                    let end = start + number(&inside[1])?;
                    Ok(start + number(&inside[0])? > 0.0 && end <= number(&outside[1])? + 1.0)
                };
                page.expect("whether the tray is in the window", true, seen).await?;
            }
            page.leave_frame().await
        })
        .await
}

#[tokio::test]
async fn a_reader_who_does_nothing_is_left_where_they_are() -> Result<()> {
    let around = Host::new(|origin| {
        format!("{}{}", post(origin, "?view=result&a.size=medium", 300), script(origin))
    })
    .await?;
    around
        .open(PHONE, async |page| {
            page.wait_until("document.querySelector('iframe').offsetHeight > 500", "it is fitted").await?;
            let place = page.run("return scrollY").await?;
            ensure!(place == 0, "the page around was scrolled to {place}");
            page.run("scrollTo(0, 400)").await?;
            page.run("frames[0].postMessage({ stackfit: { v: 1, type: 'config', 'text-size': 22 } }, '*')").await?;
            page.settle().await?;
            let place = page.run("return scrollY").await?;
            ensure!(place == 400, "the page around was scrolled to {place}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_frame_that_the_reader_is_not_in_scrolls_nothing() -> Result<()> {
    let around = Host::new(|origin| {
        let speaker = "<script>setInterval(() => parent.postMessage({ stackfit: { v: 1, type: 'focus', top: 100, height: 20 } }, '*'), 50)</script>";
        format!("{}<iframe title=Other height=400 srcdoc=\"{speaker}\"></iframe>{}", post(origin, "", 300), script(origin))
    })
    .await?;
    around
        .open(PHONE, async |page| {
            enter(page, "iframe").await?;
            page.click(&way("Find my fit")).await?;
            page.leave_frame().await?;
            page.settle().await?;
            page.run("scrollTo(0, 0)").await?;
            page.settle().await?;
            let place = page.run("return scrollY").await?;
            ensure!(place == 0, "the page around was scrolled to {place}");
            Ok(())
        })
        .await
}

/// What the frame of the page tells about the focus, to a page around that notes it.
const NOTED: &str = "<script>
    var told = [];
    addEventListener('message', ({ data }) => data.stackfit?.type === 'focus' && told.push(data.stackfit.top));
</script>";

#[tokio::test]
async fn a_reader_who_scrolls_on_after_an_action_is_left_alone() -> Result<()> {
    let around = Host::new(|origin| format!("{NOTED}{}", post(origin, "", 720))).await?;
    around
        .open(PHONE, async |page| {
            for (scrolls, wanted) in [
                ("", true),
                ("dispatchEvent(new WheelEvent('wheel', { deltaY: 100 }));", false),
                ("dispatchEvent(new Event('touchmove'));", false),
            ] {
                enter(page, "iframe").await?;
                // As after a press on a control that makes the page higher.
                page.run(&format!(
                    "document.querySelector('#search').focus();
                    document.querySelector('#search').click();
                    {scrolls}
                    dispatchEvent(new Event('stackfit-reported'));"
                ))
                .await?;
                page.settle().await?;
                page.leave_frame().await?;
                let told = page.run("return told.splice(0).length > 0").await?;
                ensure!(told == wanted, "{scrolls}: {told}");
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn what_sticks_to_the_upper_edge_of_the_page_around_covers_no_focus() -> Result<()> {
    let bar = "<style>html { scroll-padding-top: 90px } #bar { position: sticky; top: 0; height: 80px; background: #ddd }</style>
        <div id=bar>A bar</div>";
    let inner = "<style>body { margin: 0 } main { height: 100vh; overflow: auto }</style>";
    for (what, before, after) in [("a bar", bar, ""), ("an element that scrolls", inner, "</main>")]
    {
        let open = if after.is_empty() { "" } else { "<main>" };
        let around = Host::new(|origin| {
            format!("{before}{open}{}{after}{}", post(origin, RESULT, 720), script(origin))
        })
        .await?;
        around
            .open(PHONE, async |page| {
                enter(page, "iframe").await?;
                page.click(&way("Browse")).await?;
                page.wait_for(".cards", "the cards").await?;
                // From below, where the focus would be under the bar.
                page.run("document.querySelector('.card:nth-child(4) h3 a').focus()").await?;
                page.press(Key::Tab).await?;
                for _ in 0..6 {
                    page.press_with(Key::Shift, Key::Tab).await?;
                }
                page.expect(what, true, async || {
                    let place = distance(page).await?;
                    let inside = page
                        .run("return document.activeElement.getBoundingClientRect().top")
                        .await?;
                    page.leave_frame().await?;
                    let outside = page
                        .run(
                            "return document.querySelector('iframe').getBoundingClientRect().top
                            - (document.querySelector('#bar')?.offsetHeight ?? 0)",
                        )
                        .await?;
                    return_into(page, "iframe").await?;
                    let number = |value: &serde_json::Value| value.as_f64().context("a number");
                    Ok(place < 0.5 && number(&inside)? + number(&outside)? >= 0.0)
                })
                .await?;
                page.leave_frame().await
            })
            .await?;
    }
    Ok(())
}
