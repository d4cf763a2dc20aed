//! The widget in a frame of another site: it works, and leaves the site's history alone.
//!
//! They try no real host; what a host may deny is denied here.

use anyhow::{Result, ensure};
use browser_tests::host::{Host, frame};
use browser_tests::widget::{
    button, cards, expect_address, expect_heading_focused, facet_value, link, option, ranking,
    shortlist, view, way,
};
use browser_tests::{Look, Page};
use fantoccini::key::Key;

/// Opens a page of another origin with the widget in a frame, lets somebody use the frame, and makes
/// sure that the site's history is as long as before and the console has no error.
async fn framed(
    attributes: &str,
    query: &str,
    play: impl AsyncFnOnce(&Page<'_>) -> Result<()>,
) -> Result<()> {
    let host = Host::new(|origin| {
        let frame = frame(origin, query, &format!("{attributes} width=760 height=700"));
        format!("<h1>An article</h1>{frame}<p><a href='#after'>After the widget</a></p>")
    })
    .await?;
    host.open(Look::MIDDLE, async |page| {
        page.enter_frame().await?;
        page.leave_frame().await?;
        let entries = page.run("return history.length").await?;
        page.enter_frame().await?;
        ensure!(page.run("return parent !== window").await? == true);
        play(page).await?;
        page.leave_frame().await?;
        let after = page.run("return history.length").await?;
        ensure!(after == entries, "the site's history had {entries} entries, and has {after}");
        let address = page.run("return location.href").await?;
        ensure!(address == format!("{}/", page.origin()), "{address}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn it_works_in_a_frame_of_another_site_and_adds_nothing_to_its_history() -> Result<()> {
    framed("", "?f.language=python", async |page| {
        ensure!(cards(page).await?.contains(&"Flask".to_owned()));
        page.click(".filters__button").await?;
        page.click(&facet_value("Language", "Ruby")).await?;
        // The address of the frame follows, so that a reload of the frame keeps what was chosen.
        expect_address(page, "f.language=python,ruby").await?;
        page.click("#search").await?;
        page.type_text("rails").await?;
        expect_address(page, "q=rails&f.language=python,ruby").await?;
        page.click(&way("Find my fit")).await?;
        expect_heading_focused(page).await?;
        page.click(&option("Ruby")).await?;
        page.click(&link("Next")).await?;
        expect_heading_focused(page).await?;
        page.click(&way("Result")).await?;
        let names = ranking(page).await?;
        let place = |wanted: &str| names.iter().position(|name| name == wanted);
        let (rails, django) = (place("Ruby on Rails"), place("Django"));
        ensure!(rails.is_some() && django.is_none_or(|place| rails < Some(place)), "{names:?}");
        let seen = view(page).await?;
        page.wait_until("location.search.includes('view=result')", "the address").await?;
        page.run("location.reload()").await?;
        page.leave_frame().await?;
        page.enter_frame().await?;
        page.expect("the page after a reload of the frame", seen, async || view(page).await).await
    })
    .await
}

#[tokio::test]
async fn the_questionnaire_works_where_scripts_are_all_that_is_allowed() -> Result<()> {
    framed("sandbox=allow-scripts", "?view=fit", async |page| {
        ensure!(page.run("return origin").await? == "null");
        page.click(&option("Python")).await?;
        page.expect("the shortlist", true, async || Ok(!shortlist(page).await?.is_empty())).await?;
        page.click(&link("Next")).await?;
        expect_heading_focused(page).await?;
        page.click(".option input").await?;
        page.click(&option("four times")).await?;
        ensure!(page.is_chosen(&option("four times")).await?);
        page.click(&way("Result")).await?;
        page.wait_for(".ranks", "the ranking").await?;
        page.click(&button("Copy link")).await?;
        let said = "document.querySelector('.share__status').innerText !== ''";
        page.wait_until(said, "an answer to copying").await?;
        page.click(&way("Browse")).await?;
        page.wait_for(".cards", "the cards").await
    })
    .await
}

#[tokio::test]
async fn keys_lead_into_the_frame_and_out_again() -> Result<()> {
    framed("", "?view=fit&step=review&a.size=medium", async |page| {
        page.tab_to("Skip to the content").await?;
        page.tab_to("Start over").await?;
        page.press(Key::Enter).await?;
        expect_address(page, "view=fit&step=review").await?;
        // From inside, because some drivers give the focus to the page around when they go there.
        let mut n_stops = 0;
        while page.run("return document.hasFocus()").await? == true {
            ensure!(n_stops < 50, "Tab never leaves the frame");
            page.press(Key::Tab).await?;
            n_stops += 1;
        }
        ensure!(n_stops > 3, "only {n_stops} stops in the frame");
        page.leave_frame().await?;
        page.expect("the focus", "After the widget", async || Ok(page.focused().await?.name))
            .await?;
        page.enter_frame().await
    })
    .await
}

#[tokio::test]
async fn each_press_for_more_leads_to_the_first_card_that_it_brings() -> Result<()> {
    framed("", "", async |page| {
        let more = ".cards__more:not([hidden])";
        while page.count(more).await? > 0 {
            let shown = "return [...document.querySelectorAll('.card')].filter((it) => it.checkVisibility()).length";
            let n_before = page.run(shown).await?;
            page.click(more).await?;
            let place = "return [...document.querySelectorAll('.card')].indexOf(document.activeElement.closest('.card'))";
            page.expect("the place of the focus", n_before, async || page.run(place).await).await?;
            page.settle().await?;
        }
        Ok(())
    })
    .await
}
