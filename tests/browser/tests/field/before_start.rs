//! The page is used before its program has started, or while that never starts.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use browser_tests::anywhere::{expect_complete, expect_only_refused_programs};
use browser_tests::driver::Browser;
use browser_tests::server::{Hosting, Server};
use browser_tests::site::Site;
use browser_tests::widget::{
    HEADING, address, compare_box, expect_heading_focused, facet_value, way,
};
use browser_tests::{Look, Page, settings};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::key::Key;
use serde_json::{Value, json};

/// Whether the program has taken over.
pub(super) const READY: &str = "document.querySelector('#app[data-ready]') !== null";
/// Whether the program has drawn its first view beside the page, and could take over.
pub(super) const DRAWN: &str = "document.querySelectorAll('.stage .card h3').length > 11 || document.querySelector('.stage .empty')";
/// The end of all animations, as after minutes.
pub(super) const LATER: &str = "document.getAnimations().forEach((it) => it.finish())";

/// Opens a link while the program does not arrive, and plays; the server releases it.
pub(super) async fn slowly(
    look: Look,
    link: &str,
    play: impl AsyncFnOnce(&Page<'_>, &Server) -> Result<()>,
) -> Result<()> {
    let slow = Hosting { kept_back: Some(".wasm".to_owned()), ..Hosting::default() };
    let server = Server::start_as(&settings::dist()?, slow).await?;
    let browser = Browser::start(look).await?;
    let page = Page::new(&browser, server.origin());
    page.go(&format!("{}/{link}", server.origin())).await?;
    ensure!(page.run(&format!("return {READY}")).await? == false, "the program is there already");
    play(&page, &server).await?;
    page.assert_no_errors().await
}

/// Lets the program come, and waits until it has taken over.
pub(super) async fn start(page: &Page<'_>, server: &Server) -> Result<()> {
    server.release();
    page.wait_until_ready().await
}

/// The search field: its text, and where its selection begins and ends.
async fn field(page: &Page<'_>) -> Result<String> {
    let script = "const it = document.querySelector('#app #search');
        return [it.value, it.selectionStart, it.selectionEnd, document.activeElement === it].join()";
    Ok(page.run(script).await?.as_str().context("a text")?.to_owned())
}

/// The built page, changed.
pub(super) fn changed(change: impl FnOnce(&str) -> Result<String>) -> Result<Site> {
    let site = Site::new("")?;
    for entry in fs::read_dir(settings::dist()?)? {
        let path = entry?.path();
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            fs::copy(&path, site.folder().join(name))?;
        }
    }
    let index = site.folder().join("index.html");
    fs::write(&index, change(&fs::read_to_string(&index)?)?)?;
    Ok(site)
}

/// A page with more in its head, before its own scripts.
pub(super) fn with_in_head(page: &str, more: &str) -> Result<String> {
    let at = page.find("<meta name=").or_else(|| page.find("<title")).context("a head")?;
    Ok(format!("{}{more}{}", &page[..at], &page[at..]))
}

#[tokio::test]
async fn typing_across_the_start_loses_no_letter() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        page.click("#search").await?;
        let mut typed = String::new();
        let mut n_after = 0;
        // Some before, some while it starts, and some after.
        for letter in ('a'..='z').cycle().take(78) {
            if typed.len() == 12 {
                server.release();
            }
            page.type_text(&letter.to_string()).await?;
            typed.push(letter);
            let is_ready = page.run(&format!("return {READY}")).await? == true;
            n_after += usize::from(is_ready);
            if typed.len() >= 36 && n_after > 5 {
                break;
            }
        }
        page.wait_until_ready().await?;
        let n = typed.len();
        page.expect("the field", format!("{typed},{n},{n},true"), async || field(page).await)
            .await?;
        // It is searched for, and not only shown.
        page.wait_for(".empty", "that nothing has such a name").await
    })
    .await
}

#[tokio::test]
async fn in_a_sandbox_of_a_host_that_lets_nobody_read_it_is_the_same() -> Result<()> {
    let slow = Hosting { kept_back: Some(".wasm".to_owned()), open: false, ..Hosting::default() };
    let server = Server::start_as(&settings::dist()?, slow).await?;
    let frame = format!(
        "<iframe title=Widget sandbox=allow-scripts width=700 height=900 src='{}/'></iframe>",
        server.origin()
    );
    let site = Site::new(&frame)?;
    let host = Server::start(site.folder()).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, host.origin());
    page.visit("/").await?;
    // Not by `enter_frame`, which waits for the program.
    page.browser().client().enter_frame(0).await?;
    page.wait_until("document.readyState === 'complete'", "the frame has its page").await?;
    // Some drivers click into a frame before it is painted, and miss.
    page.expect("whether the field has the focus", true, async || {
        page.click("#search").await?;
        Ok(page.run("return document.activeElement.id === 'search'").await? == true)
    })
    .await?;
    page.type_text("django").await?;
    let typed = "document.querySelector('#search').value === 'django'";
    page.wait_until(typed, "it is typed").await?;
    page.click(&compare_box("Django")).await?;
    start(&page, &server).await?;
    page.wait_until(typed, "it is taken over").await?;
    ensure!(page.is_chosen(&compare_box("Django")).await?);
    page.wait_for(".tray", "the tray").await?;
    page.leave_frame().await?;
    expect_only_refused_programs(&page).await
}

#[tokio::test]
async fn a_selection_in_the_field_stays() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        page.click("#search").await?;
        page.type_text("django").await?;
        page.press(Key::Left).await?;
        page.press_with(Key::Shift, Key::Left).await?;
        page.press_with(Key::Shift, Key::Left).await?;
        start(page, server).await?;
        page.expect("the field", "django,3,5,true", async || field(page).await).await?;
        page.press(Key::Delete).await?;
        page.expect("the field", "djao,3,3,true", async || field(page).await).await
    })
    .await
}

/// Selects from within the text of one element to within that of another.
async fn select(page: &Page<'_>, from: &str, to: &str) -> Result<Value> {
    let script = format!(
        "const text = (at) => document.createTreeWalker(document.querySelector(at), 4).nextNode();
        getSelection().setBaseAndExtent(text({from:?}), 2, text({to:?}), 3)"
    );
    page.settle().await?;
    page.run(&script).await?;
    // Some engines know the text of a selection only once what it is in has been laid out.
    page.wait_until("String(getSelection()).length > 1", "a text is selected").await?;
    selected(page).await
}

/// The text that is selected in what is shown, and in which direction.
async fn selected(page: &Page<'_>) -> Result<Value> {
    let script = "const it = getSelection();
        const isBack = it.anchorNode && it.anchorNode !== it.focusNode
            && it.anchorNode.compareDocumentPosition(it.focusNode) === 2;
        return [String(it), isBack, it.anchorNode?.isConnected ?? false]";
    page.run(script).await
}

#[tokio::test]
async fn a_text_that_was_selected_stays_selected() -> Result<()> {
    let [name, summary] = [".card:nth-child(3) h3 a", ".card:nth-child(3) .card__summary"];
    let ways = [
        (name, summary),
        (summary, name),
        (".card:nth-child(2) .card__summary", ".card:nth-child(5) .badges"),
        (".band__opening", ".band .chip"),
        (".faq__item h3 a", ".faq__item:last-child p"),
    ];
    for (from, to) in ways {
        slowly(Look::WIDE, "", async |page, server| {
            let before = select(page, from, to).await?;
            ensure!(before[0].as_str().is_some_and(|text| text.len() > 1), "{before}");
            start(page, server).await?;
            let what = format!("the selection from {from} to {to}");
            page.expect(&what, before, async || selected(page).await).await
        })
        .await?;
    }
    // What was selected is not among what is drawn, and nothing else is selected in its place.
    slowly(Look::WIDE, "", async |page, server| {
        select(page, name, summary).await?;
        page.run("document.querySelector('[data-facet=language][value=ruby]').click()").await?;
        start(page, server).await?;
        page.expect("the text", json!(""), async || Ok(selected(page).await?[0].take())).await
    })
    .await
}

#[tokio::test]
async fn what_is_ticked_chosen_and_opened_is_taken_over() -> Result<()> {
    slowly(Look::WIDE, "", async |page, server| {
        page.click("input[data-facet=language][value=python]").await?;
        page.click("//select[@id=\"sort\"]/option[@value=\"name\"]").await?;
        page.click(&compare_box("Django")).await?;
        page.run("scrollTo(0, 1e6)").await?;
        page.settle().await?;
        page.click("//footer//summary").await?;
        page.wait_until("document.querySelector('footer details').open", "it opens").await?;
        start(page, server).await?;
        page.wait_for("//button[@aria-label=\"Remove Language: Python\"]", "the filter").await?;
        let facet = facet_value("Language", "Python");
        page.expect("the facet", true, async || page.is_chosen(&facet).await).await?;
        page.wait_until("document.querySelector('#sort').value === 'name'", "the order").await?;
        let compared = compare_box("Django");
        page.expect("the comparison", true, async || page.is_chosen(&compared).await).await?;
        page.wait_for(".tray", "the tray").await?;
        page.wait_until("document.querySelector('footer details').open", "what was opened").await?;
        page.expect("whether the address has it", true, async || {
            let query = page.query().await?;
            Ok(["f.language=python", "sort=name", "compare=django"]
                .iter()
                .all(|part| query.contains(part)))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn what_is_taken_back_stays_taken_back() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        page.click("#search").await?;
        page.type_text("a").await?;
        page.press(Key::Backspace).await?;
        for _ in 0..2 {
            page.click(&compare_box("Django")).await?;
        }
        start(page, server).await?;
        page.expect("the field", ",0,0,false", async || field(page).await).await?;
        ensure!(!page.is_chosen(&compare_box("Django")).await?);
        ensure!(page.count(".tray").await? == 0);
        ensure!(page.query().await?.is_empty(), "{}", page.query().await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn focus_and_places_scrolled_to_stay() -> Result<()> {
    slowly(Look { width: 390, height: 500, ..Look::MIDDLE }, "", async |page, server| {
        let down = "document.querySelector('#details-flask, .card:nth-child(3) a').focus();
            document.querySelector('.band__chips').scrollLeft = 60;
            scrollTo(0, 700)";
        page.run(down).await?;
        let places = "return [document.activeElement.id, Math.round(scrollY),
            Math.round(document.querySelector('.band__chips').scrollLeft)].join()";
        // Events of scrolling come with the next frame.
        let frame = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))";
        let script = format!("const done = arguments[0]; {frame}.then(() => done(true))");
        page.browser().client().execute_async(&script, Vec::new()).await?;
        let before = page.run(places).await?;
        start(page, server).await?;
        page.expect("focus and places", before, async || page.run(places).await).await
    })
    .await
}

#[tokio::test]
async fn a_link_is_followed_at_once_and_leads_back() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        page.click("#details-django").await?;
        page.expect("the heading", "Django", async || page.text(".coming h2").await).await?;
        ensure!(address(page).await? == "open=django");
        ensure!(page.count("[aria-current]").await? == 0, "another view is marked");
        start(page, server).await?;
        page.expect("the heading", "Django", async || page.text(&format!("#{HEADING}")).await)
            .await?;
        expect_heading_focused(page).await?;
        page.back().await?;
        page.wait_for(".cards", "the cards").await?;
        ensure!(page.query().await? == "");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn going_back_before_the_start_shows_the_cards_again() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        page.click(&way("Compare")).await?;
        page.expect("the heading", "Compare", async || page.text(".coming h2").await).await?;
        page.back().await?;
        page.wait_for(".card h3", "the cards").await?;
        ensure!(page.text("[aria-current]").await? == "Browse");
        start(page, server).await?;
        page.wait_for(".card h3", "the cards").await
    })
    .await
}

#[tokio::test]
async fn settings_of_a_host_and_what_was_ticked_stay_in_a_link_that_is_followed() -> Result<()> {
    slowly(Look::MIDDLE, "?theme=dark", async |page, server| {
        page.click("#search").await?;
        page.type_text("web").await?;
        page.click("//section[@class=\"band\"]//a[.=\"Python\"]").await?;
        page.wait_for(".card h3", "an answer hides nothing").await?;
        start(page, server).await?;
        for part in ["theme=dark", "q=web", "a.language=python", "must.language=python"] {
            ensure!(page.query().await?.contains(part), "{part} in {}", page.query().await?);
        }
        page.wait_for(".band ol a, .band__opening", "who is left").await
    })
    .await
}

#[tokio::test]
async fn an_impatient_reader_presses_a_button_once() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        for _ in 0..3 {
            page.click(".cards__more").await?;
        }
        start(page, server).await?;
        page.wait_until("document.querySelectorAll('#app .card h3').length > 20", "more cards")
            .await?;
        let focus = "document.activeElement.matches('.card:nth-child(13) .card__name')";
        page.wait_until(focus, "the first that was not there has the focus").await
    })
    .await
}

#[tokio::test]
async fn a_press_that_began_before_the_start_ends_where_it_began() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        let place = "const box = document.querySelector('#details-django').getBoundingClientRect();
            return [box.left + 5, box.top + 5].map(Math.round)";
        let place: [f64; 2] = serde_json::from_value(page.run(place).await?)?;
        let mouse = || MouseActions::new("mouse".to_owned());
        let [x, y] = place;
        let to = PointerAction::MoveTo { duration: None, x, y };
        let client = page.browser().client();
        let down = mouse().then(to).then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        client.perform_actions(down).await?;
        server.release();
        page.wait_until(DRAWN, "the program has drawn").await?;
        ensure!(page.run(&format!("return {READY}")).await? == false, "the pointer is still down");
        client
            .perform_actions(mouse().then(PointerAction::Up { button: MOUSE_BUTTON_LEFT }))
            .await?;
        page.expect("the heading", "Django", async || page.text(&format!("#{HEADING}")).await).await
    })
    .await
}

#[tokio::test]
async fn a_word_that_is_being_composed_is_not_interrupted() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        page.click("#search").await?;
        let tell = |name: &str| {
            format!(
                "document.querySelector('#search')
                    .dispatchEvent(new CompositionEvent('{name}', {{ bubbles: true }}))"
            )
        };
        page.run(&tell("compositionstart")).await?;
        page.type_text("かな").await?;
        server.release();
        page.wait_until(DRAWN, "the program has drawn").await?;
        ensure!(page.run(&format!("return {READY}")).await? == false, "it is still composed");
        page.run(&tell("compositionend")).await?;
        page.wait_until_ready().await?;
        page.expect("the field", "かな,2,2,true", async || field(page).await).await
    })
    .await
}

#[tokio::test]
async fn a_link_to_another_view_says_what_is_coming() -> Result<()> {
    for (link, heading) in [
        ("?view=fit", "Find my fit"),
        ("?a.language=python&amp;view=result", "Result"),
        ("?view=compare&compare=django,flask", "Compare"),
        ("?view=embed&theme=dark", "Embed this"),
        ("?open=django&f.language=python", "Django"),
        ("?f.language=python&q=web", "Browse"),
    ] {
        slowly(Look::MIDDLE, link, async |page, server| {
            page.expect("the heading", heading, async || page.text(".coming h2").await).await?;
            page.wait_for(".coming p", "that it is loading").await?;
            let current = page.texts("[aria-current]").await?;
            let is_wrong = |name: &String| *name != heading;
            ensure!(!current.iter().any(is_wrong), "{current:?}");
            let seen = "return [...document.querySelectorAll('.card, .browse__count, .sf > [role=status]')]
                .filter((it) => it.checkVisibility({ visibilityProperty: true })).length";
            ensure!(page.run(seen).await? == 0, "what is not asked for is shown");
            start(page, server).await
        })
        .await
        .with_context(|| link.to_owned())?;
    }
    Ok(())
}

#[tokio::test]
async fn who_waits_long_is_told_and_can_read() -> Result<()> {
    for link in ["", "?view=result&a.language=python"] {
        slowly(Look::MIDDLE, link, async |page, server| {
            let shown =
                "document.querySelector('#slow').checkVisibility({ visibilityProperty: true })";
            ensure!(page.run(&format!("return {shown}")).await? == false, "from the first");
            page.run(LATER).await?;
            let said = "Still loading; the list below can be read meanwhile.";
            // With a script, because some drivers take what an animation shows for hidden.
            let script = "return document.querySelector('#slow').innerText.trim()";
            page.expect("what is said", said, async || page.run(script).await).await?;
            ensure!(page.run(&format!("return {shown}")).await? == true, "it is not shown");
            page.wait_for(".card h3", "the list").await?;
            start(page, server).await?;
            ensure!(page.count("#slow").await? == 0, "it is still said");
            Ok(())
        })
        .await
        .with_context(|| format!("'{link}'"))?;
    }
    Ok(())
}

#[tokio::test]
async fn scripts_of_others_are_not_the_pages_own() -> Result<()> {
    // A blocker stops them, a consent manager renames their address, a player has programs of its own.
    let others = "<script defer src='http://127.0.0.1:9/ads.js'></script>\
        <script type=text/plain data-src='http://127.0.0.1:9/later.js'></script>\
        <script data-program=app data-src='http://127.0.0.1:9/player.js' src='data:text/javascript,0'></script>\
        <script data-program=tv src='data:text/javascript,self.others=1'></script>\
        <link rel=stylesheet href='http://127.0.0.1:9/x.css'><div data-marks='http://127.0.0.1:9/m.css'></div>";
    let site = changed(|page| with_in_head(page, others))?;
    let server = Server::start(site.folder()).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, server.origin());
    page.open("").await?;
    ensure!(page.run("return self.others").await? == json!(1), "the others were not there");
    page.run("dispatchEvent(new ErrorEvent('error', { message: 'theirs' }))").await?;
    expect_complete(&page).await
}
