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

async fn first_of_shortlist(page: &Page<'_>, wanted: &[String]) -> Result<()> {
    page.expect("whether the first of the shortlist is expected", true, async || {
        let names = shortlist(page).await?;
        Ok(names.first().is_some_and(|name| wanted.contains(name)))
    })
    .await
}

#[tokio::test]
async fn an_answer_moves_the_shortlist_and_back_takes_it_back() -> Result<()> {
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
        ensure!(is_named || said.contains("come first together"), "{said}");
        page.click(&option("Ruby")).await?;
        page.click(&option("Python")).await?;
        first_of_shortlist(page, &ruby).await?;
        // The switch stays as it is.
        expect_address(page, "view=fit&step=language&a.language=ruby").await?;
        for _ in 0..2 {
            page.back().await?;
        }
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
        // The last one is the review.
        page.click("//nav[@aria-label=\"Questions\"]//li[last() - 1]//a").await?;
        expect_heading_focused(page).await?;
        page.click(&link("Review answers")).await?;
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
        page.click(&option("Very important")).await?;
        expect_address(page, "view=fit&step=size&a.size=medium&w.size=very-important").await?;
        // Another answer keeps its weight.
        page.click(&option("A few endpoints, one or two people")).await?;
        expect_address(page, "view=fit&step=size&a.size=small&w.size=very-important").await?;
        ensure!(!page.is_chosen(&option("A product that grows, a small team")).await?);
        page.click(&button("Take the answer back")).await?;
        expect_address(page, "view=fit&step=size").await?;
        page.expect("the focus", "size-0", async || Ok(page.focused().await?.id)).await?;
        ensure!(!page.is_chosen(&option("A few endpoints, one or two people")).await?);
        ensure!(page.is_chosen(&option("Normal")).await?);

        page.click(&link("Skip")).await?;
        expect_address(page, "view=fit&step=box").await?;
        page.click(&option("Admin screens")).await?;
        page.click(&option("Validation")).await?;
        page.click(&option("Must have: Admin screens")).await?;
        expect_address(page, "view=fit&step=box&a.box=admin,validation&must.box=admin").await?;
        // What is not wanted cannot be a must-have any more.
        page.click(&option("Admin screens")).await?;
        expect_address(page, "view=fit&step=box&a.box=validation").await?;
        ensure!(!page.is_chosen(&option("Must have: Admin screens")).await?);
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
        page.tab_to("Skip").await?;
        page.press(Key::Enter).await?;
        expect_address(page, &format!("view=fit&step=size&{musts}")).await?;

        // Of radio buttons one is a stop, and arrows choose.
        expect_heading_focused(page).await?;
        page.press(Key::Tab).await?;
        page.press(Key::Space).await?;
        let small = format!("view=fit&step=size&{musts}&a.size=small");
        expect_address(page, &small).await?;
        page.press(Key::Down).await?;
        let medium = format!("view=fit&step=size&{musts}&a.size=medium");
        expect_address(page, &medium).await?;
        let stop = page.focused().await?;
        ensure!(stop.role == "radio" && stop.name.starts_with("A product"), "{stop}");
        page.tab_to("Normal").await?;
        page.press(Key::Right).await?;
        expect_address(page, &format!("{medium}&w.size=important")).await?;
        ensure!(page.focused().await?.name == "Important", "{}", page.focused().await?);
        page.tab_to("Take the answer back").await?;
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
        ensure!(shown == ["Python", "A product that grows, a small team · Important"], "{shown:?}");
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
        page.click(&button("Take all answers back")).await?;
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
        page.tab_to("Review").await?;
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
