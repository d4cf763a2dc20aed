//! Find my fit: questions, answers, importance, must-haves, the shortlist and the review, by pointer
//! and by keys.
//!
//! They do not check any points; they check that answers, address, shortlist and focus go together.

use anyhow::{Result, ensure};
use browser_tests::widget::{
    announced, answer, button, expect_address, expect_heading_focused, link, option, shortlist,
    way, written_in,
};
use browser_tests::{Look, Page, scenario};
use fantoccini::key::Key;

const HEADING_TEXT: &str = "h2#view-title";

/// The switch that makes an option a must-have.
fn must(option: &str) -> String {
    format!("//input[@aria-label=\"Must have: {option}\"]")
}

async fn first_of_shortlist(page: &Page<'_>, wanted: &[String]) -> Result<()> {
    page.expect("whether the first of the shortlist is expected", true, async || {
        let names = shortlist(page).await?;
        Ok(names.first().is_some_and(|name| wanted.contains(name)))
    })
    .await
}

#[tokio::test]
async fn an_answer_moves_the_shortlist_and_another_moves_it_again() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        let (python, ruby) = (written_in(page, "python").await?, written_in(page, "ruby").await?);
        page.open("").await?;
        page.click(&way("Find my fit")).await?;
        expect_heading_focused(page).await?;
        expect_address(page, "view=fit&step=language").await?;
        ensure!(shortlist(page).await?.is_empty());
        page.click(&option("Python")).await?;
        first_of_shortlist(page, &python).await?;
        let must = "view=fit&step=language&a.language=python&must.language=python";
        expect_address(page, must).await?;
        page.click(&option("Also show other languages")).await?;
        expect_address(page, "view=fit&step=language&a.language=python").await?;
        // Many equals are announced by their number.
        let said = announced(page).await?;
        let is_named = python.iter().any(|name| said.contains(name));
        ensure!(is_named || said.contains("fit equally well"), "{said}");
        page.click(&option("Ruby")).await?;
        page.click(&option("Python")).await?;
        first_of_shortlist(page, &ruby).await?;
        // The switch stays as it is.
        expect_address(page, "view=fit&step=language&a.language=ruby").await?;
        page.click(&option("Python")).await?;
        page.click(&option("Ruby")).await?;
        first_of_shortlist(page, &python).await?;
        ensure!(page.is_chosen(&option("Python")).await?);
        ensure!(!page.is_chosen(&option("Ruby")).await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn each_step_puts_the_focus_on_the_heading_of_its_question() -> Result<()> {
    scenario("?view=fit", Look::WIDE, async |page| {
        let first = page.text(HEADING_TEXT).await?;
        page.click(&link("Skip")).await?;
        expect_heading_focused(page).await?;
        let second = page.text(HEADING_TEXT).await?;
        ensure!(first != second, "{second}");
        expect_address(page, "view=fit&step=building").await?;
        page.click(&option("REST API")).await?;
        page.click(&link("Next")).await?;
        expect_heading_focused(page).await?;
        let third = page.text(HEADING_TEXT).await?;
        ensure!(third != second, "{third}");
        page.click(&link("Back")).await?;
        expect_heading_focused(page).await?;
        ensure!(page.text(HEADING_TEXT).await? == second);
        ensure!(page.is_chosen(&option("REST API")).await?);
        page.click(&link("All questions")).await?;
        expect_heading_focused(page).await?;
        expect_address(page, "view=fit&step=review&a.building=rest-api").await
    })
    .await
}

#[tokio::test]
async fn importance_and_must_have_belong_to_the_answer() -> Result<()> {
    scenario("?view=fit&step=size", Look::WIDE, async |page| {
        ensure!(page.attribute("fieldset.importance", "disabled").await?.is_some());
        page.click(&option("A product that grows, a small team")).await?;
        expect_address(page, "view=fit&step=size&a.size=medium").await?;
        page.click(&option("four times")).await?;
        expect_address(page, "view=fit&step=size&a.size=medium&w.size=very-important").await?;
        // Another answer keeps its weight.
        page.click(&option("A few endpoints, one or two people")).await?;
        expect_address(page, "view=fit&step=size&a.size=small&w.size=very-important").await?;
        ensure!(!page.is_chosen(&option("A product that grows, a small team")).await?);
        page.click(&button("Clear answer")).await?;
        expect_address(page, "view=fit&step=size").await?;
        page.expect("the focus", "size-0", async || Ok(page.focused().await?.id)).await?;
        ensure!(!page.is_chosen(&option("A few endpoints, one or two people")).await?);
        ensure!(page.is_chosen(&option("once")).await?);

        page.open("?view=fit&step=box").await?;
        page.click(&option("Admin screens")).await?;
        page.click(&option("Validation")).await?;
        page.click(&must("Admin screens")).await?;
        expect_address(page, "view=fit&step=box&a.box=admin,validation&must.box=admin").await?;
        // What is not wanted cannot be a must-have any more.
        page.click(&option("Admin screens")).await?;
        expect_address(page, "view=fit&step=box&a.box=validation").await?;
        ensure!(page.count(&must("Admin screens")).await? == 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_alone_answer_weigh_and_go_on() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        let python = written_in(page, "python").await?;
        page.open("").await?;
        page.tab_to("Find my fit").await?;
        page.press(Key::Enter).await?;
        expect_heading_focused(page).await?;
        let first = page.text(HEADING_TEXT).await?;
        // The first stop after the heading is the first option.
        page.press(Key::Tab).await?;
        let stop = page.focused().await?;
        ensure!(stop.role == "checkbox" && stop.name.starts_with("Python"), "{stop}");
        page.press(Key::Space).await?;
        first_of_shortlist(page, &python).await?;
        ensure!(page.focused().await? == stop, "the focus went to {}", page.focused().await?);
        let others = "Also show other languages";
        page.tab_to(others).await?;
        page.press(Key::Space).await?;
        expect_address(page, "view=fit&step=language&a.language=python").await?;
        ensure!(page.focused().await?.name == others, "{}", page.focused().await?);
        page.press(Key::Space).await?;
        let musts = "a.language=python&must.language=python";
        expect_address(page, &format!("view=fit&step=language&{musts}")).await?;
        page.tab_to("Next").await?;
        page.press(Key::Enter).await?;
        expect_heading_focused(page).await?;
        ensure!(page.text(HEADING_TEXT).await? != first);
        let second = page.text(HEADING_TEXT).await?;
        page.tab_to("Skip").await?;
        page.press(Key::Enter).await?;
        page.expect("a third", true, async || Ok(page.text(HEADING_TEXT).await? != second)).await?;

        // Of radio buttons one is a stop, and arrows choose.
        page.open(&format!("?view=fit&step=size&{musts}")).await?;
        page.tab_until("the first option", |focus| focus.id == "size-0").await?;
        page.press(Key::Space).await?;
        let small = format!("view=fit&step=size&{musts}&a.size=small");
        expect_address(page, &small).await?;
        page.press(Key::Down).await?;
        let medium = format!("view=fit&step=size&{musts}&a.size=medium");
        expect_address(page, &medium).await?;
        let stop = page.focused().await?;
        ensure!(stop.role == "radio" && stop.name.starts_with("A product"), "{stop}");
        page.tab_to("once").await?;
        page.press(Key::Right).await?;
        expect_address(page, &format!("{medium}&w.size=important")).await?;
        ensure!(page.focused().await?.name == "twice", "{}", page.focused().await?);
        page.tab_to("Clear answer").await?;
        page.press(Key::Enter).await?;
        page.expect("the focus", "size-0", async || Ok(page.focused().await?.id)).await?;
        page.tab_to("Back").await?;
        page.press(Key::Enter).await?;
        expect_address(page, &format!("view=fit&step=building&{musts}")).await?;
        expect_heading_focused(page).await
    })
    .await
}

#[tokio::test]
async fn the_review_shows_changes_and_takes_back() -> Result<()> {
    let query = "?view=fit&step=review&a.language=python&a.size=medium&w.size=important";
    scenario(query, Look::WIDE, async |page| {
        let shown = page.texts(".answer__text").await?;
        ensure!(shown == ["Python", "A product that grows, a small team · ×2"], "{shown:?}");
        page.wait_for(
            ".still-open button[aria-label=\"Purpose: What are you building?\"]",
            "an open question",
        )
        .await?;
        page.click(&answer("Language")).await?;
        page.click(&option("Ruby")).await?;
        let changed = "Python or Ruby";
        page.expect("the answer", changed, async || page.text(".answer__text").await).await?;
        ensure!(page.is_chosen(&option("Ruby")).await?, "what is unfolded stays unfolded");
        page.click(&button("Start over")).await?;
        expect_address(page, "view=fit&step=review").await?;
        expect_heading_focused(page).await?;
        page.wait_for("//p[.=\"No question is answered yet.\"]", "what there is not").await?;
        page.back().await?;
        page.expect("the answer", changed, async || page.text(".answer__text").await).await
    })
    .await
}

#[tokio::test]
async fn keys_alone_review() -> Result<()> {
    scenario("?view=fit&step=size&a.size=medium", Look::WIDE, async |page| {
        page.tab_to("All questions").await?;
        page.press(Key::Enter).await?;
        expect_heading_focused(page).await?;
        page.tab_until("the answer", |focus| focus.name.starts_with("Size and team")).await?;
        page.press(Key::Enter).await?;
        page.wait_for(&option("A product that grows, a small team"), "the form of the question")
            .await?;
        page.press(Key::Tab).await?;
        let stop = page.focused().await?;
        ensure!(stop.role == "radio" && stop.name.starts_with("A product"), "{stop}");
        page.press(Key::Down).await?;
        expect_address(page, "view=fit&step=review&a.size=large").await?;
        page.tab_to("See the result").await?;
        page.press(Key::Enter).await?;
        expect_address(page, "view=result&a.size=large").await?;
        expect_heading_focused(page).await
    })
    .await
}

#[tokio::test]
async fn taking_the_last_choice_back_in_the_review_keeps_the_focus_in_the_view() -> Result<()> {
    scenario("?view=fit&step=review&a.language=python&a.size=medium", Look::WIDE, async |page| {
        page.click(&answer("Language")).await?;
        page.click(&option("Python")).await?;
        expect_address(page, "view=fit&step=review&a.size=medium").await?;
        let inside = "document.querySelector('main').contains(document.activeElement)";
        page.wait_until(inside, "the focus is in the view").await
    })
    .await
}

/// The ids of all questions, by the review.
async fn questions(page: &Page<'_>) -> Result<Vec<String>> {
    page.open("?view=fit&step=review").await?;
    let script = "return [...document.querySelectorAll('.steps a')]
        .map((it) => new URLSearchParams(it.search).get('step'))";
    Ok(serde_json::from_value(page.run(script).await?)?)
}

#[tokio::test]
async fn every_question_is_in_one_screen() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| {
        let mut found = Vec::new();
        for id in questions(page).await? {
            page.open(&format!("?view=fit&step={id}&a.learning=weeks")).await?;
            let bottom = "return Math.ceil(document.querySelector('.ways__next')
                .getBoundingClientRect().bottom)";
            let bottom = page.run(bottom).await?.as_i64().unwrap_or(i64::MAX);
            if bottom > 800 {
                found.push(format!("{id}: {bottom} px"));
            }
        }
        ensure!(found.is_empty(), "the way on is below the window: {}", found.join(", "));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_way_on_is_in_sight_on_a_phone_and_covers_nothing_that_has_the_focus() -> Result<()> {
    let look = Look { width: 390, height: 844, ..Look::NARROW.calm() };
    scenario("", look, async |page| {
        for id in questions(page).await? {
            page.open(&format!("?view=fit&step={id}&a.learning=weeks")).await?;
            let seen = "const box = document.querySelector('.ways__next').getBoundingClientRect();
                const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                return box.bottom <= innerHeight && at !== null && at.closest('.ways__next') !== null";
            ensure!(page.run(seen).await? == true, "{id}: the way on is not in sight");
            // The last option, with the focus, is above the bar.
            let above = "const options = document.querySelectorAll('.option input');
                const last = options[options.length - 1];
                last.focus();
                return last.getBoundingClientRect().bottom
                    <= document.querySelector('.ways--fit').getBoundingClientRect().top";
            ensure!(page.run(above).await? == true, "{id}: the bar covers the last option");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_moves_when_an_answer_brings_its_settings() -> Result<()> {
    scenario("?view=fit&step=size", Look::WIDE.calm(), async |page| {
        let place = "return JSON.stringify([...document.querySelectorAll('.option, .ways__next')]
            .map((it) => Math.round(it.getBoundingClientRect().top)))";
        let before = page.run(place).await?;
        page.click(&option("A product that grows, a small team")).await?;
        page.wait_for(&option("twice"), "how much it counts").await?;
        ensure!(page.run(place).await? == before, "{} was {before}", page.run(place).await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_way_on_goes_to_what_matters_and_back_is_the_way_one_came() -> Result<()> {
    scenario("?view=fit&step=language&a.language=python", Look::WIDE, async |page| {
        let mut came = vec![page.text(HEADING_TEXT).await?];
        for _ in 0..3 {
            page.wait_for(".progress__status:not(:empty)", "what is still worth asking").await?;
            page.click(".ways__next").await?;
            let last = came.last().cloned().unwrap_or_default();
            page.expect("another question", true, async || {
                Ok(page.text(HEADING_TEXT).await? != last)
            })
            .await?;
            came.push(page.text(HEADING_TEXT).await?);
        }
        came.pop();
        for wanted in came.into_iter().rev() {
            page.click(".ways__back").await?;
            page.expect("the question before", wanted, async || page.text(HEADING_TEXT).await)
                .await?;
        }
        Ok(())
    })
    .await
}
