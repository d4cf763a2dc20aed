//! The result: who fits best, why, who is left out, and answers to change beside it.

use anyhow::{Result, ensure};
use browser_tests::widget::{
    announced, answer, button, expect_address, expect_heading_focused, link, n_found, option,
    ranking, written_in,
};
use browser_tests::{Look, scenario};
use fantoccini::key::Key;

const PYTHON: &str = "?view=result&a.language=python&a.convention=decide";

#[tokio::test]
async fn changing_an_answer_ranks_again_beside_it() -> Result<()> {
    scenario(PYTHON, Look::WIDE, async |page| {
        let ruby = written_in(page, "ruby").await?;
        page.open(PYTHON).await?;
        let before = ranking(page).await?;
        ensure!(!ruby.contains(&before[0]), "{before:?}");
        ensure!(page.text("h2").await?.contains(&before[0]), "{before:?}");
        page.click(&answer("Language")).await?;
        page.click(&option("Ruby")).await?;
        page.click(&option("Python")).await?;
        expect_address(page, "view=result&a.language=ruby&a.convention=decide").await?;
        let after = ranking(page).await?;
        ensure!(ruby.contains(&after[0]) && after.len() == before.len(), "{after:?}");
        let title = page.text("h2").await?;
        ensure!(title.contains(&after[0]), "{title} for {after:?}");
        ensure!(page.focused().await?.role == "checkbox", "{}", page.focused().await?);
        let said = announced(page).await?;
        ensure!(said.starts_with(&after[0]), "{said} for {title}");
        page.click(&option("Python")).await?;
        page.click(&option("Ruby")).await?;
        page.expect("the ranking", before, async || ranking(page).await).await
    })
    .await
}

#[tokio::test]
async fn keys_alone_change_an_answer_and_open_the_reasons() -> Result<()> {
    scenario("?a.language=python&a.size=medium", Look::WIDE, async |page| {
        page.tab_to("Result").await?;
        page.press(Key::Enter).await?;
        expect_heading_focused(page).await?;
        let reasons = format!("Why {} is here", ranking(page).await?[0]);
        page.tab_until("the reasons", |focus| focus.name.starts_with(&reasons)).await?;
        page.press(Key::Enter).await?;
        page.wait_for("//caption[.=\"Where the points come from\"]", "the table").await?;
        page.tab_until("the answer", |focus| focus.name.starts_with("Language")).await?;
        page.press(Key::Enter).await?;
        page.wait_for(&option("Python"), "the form of the question").await?;
        page.press(Key::Tab).await?;
        ensure!(page.focused().await?.name.starts_with("Python"), "{}", page.focused().await?);
        page.tab_until("the box for Ruby", |focus| focus.name.starts_with("Ruby")).await?;
        page.press(Key::Space).await?;
        expect_address(page, "view=result&a.language=python,ruby&a.size=medium").await?;
        ensure!(page.focused().await?.name.starts_with("Ruby"), "{}", page.focused().await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn those_left_out_are_listed_with_their_causes() -> Result<()> {
    let query = "?view=result&a.language=python,ruby&must.language=python,ruby&a.size=medium";
    scenario("", Look::WIDE, async |page| {
        let total = n_found(page).await?;
        page.open(query).await?;
        let ranked = ranking(page).await?;
        ensure!(!ranked.is_empty() && ranked.len() < total, "{ranked:?}");
        let title = page.text("#excluded-title").await?;
        ensure!(title.starts_with("Ruled out by a must-have ("), "{title}");
        page.click(".not-ranked > p > button").await?;
        let left_out = page.texts(".unranked").await?;
        ensure!(ranked.len() + left_out.len() == total, "{ranked:?} {left_out:?}");
        let said = page.text(".not-ranked p").await?;
        ensure!(said.contains("fail Python / Ruby"), "{said}");

        page.click(&button("Laravel")).await?;
        page.wait_for(".not-ranked .behind h4", "what would bring it first").await?;
        page.click(&link("All facts on Laravel")).await?;
        expect_heading_focused(page).await?;
        page.click("//a[contains(., \"Back\")]").await?;
        // What was open is open again.
        let back = "document.activeElement?.textContent === 'All facts on Laravel'";
        page.wait_until(back, "the focus is back in the result").await
    })
    .await
}

#[tokio::test]
async fn where_nobody_meets_all_must_haves_it_says_so() -> Result<()> {
    let query =
        "?view=result&a.language=ruby&must.language=ruby&a.hosting=native&must.hosting=native";
    scenario(query, Look::WIDE, async |page| {
        let title = page.text("h2").await?;
        ensure!(title.starts_with("No framework meets all"), "{title}");
        ensure!(ranking(page).await?.is_empty());
        ensure!(page.text(".outcome__main").await?.contains(" fail "));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_an_answer_it_leads_to_the_questions() -> Result<()> {
    scenario("?view=result", Look::WIDE, async |page| {
        ensure!(page.text("h2").await? == "No answers yet");
        page.click(&link("Start the questions")).await?;
        expect_address(page, "view=fit&step=language").await?;
        expect_heading_focused(page).await
    })
    .await
}

#[tokio::test]
async fn its_link_leads_back_to_it_and_copying_is_answered() -> Result<()> {
    scenario(PYTHON, Look::WIDE, async |page| {
        let field = "#result-link";
        let shown = page.run("return document.querySelector('#result-link').value").await?;
        let here = page.run("return location.href").await?;
        let bare = |address: &serde_json::Value| {
            address.as_str().unwrap_or_default().split("&catalog=").next().unwrap_or("").to_owned()
        };
        ensure!(bare(&shown) == bare(&here), "{shown} {here}");
        ensure!(page.count(field).await? == 1, "there is a field to copy from");
        // What they bring moves what stands below them, and a click on the way would miss it.
        let stands = "document.querySelector('.statements')
            && [...document.querySelectorAll('.statements > .muted')].every((it) => it.hidden)";
        page.wait_until(stands, "the statements").await?;
        page.click(&button("Copy link")).await?;
        let said = "['Link copied', 'Copying was refused. Select the text and copy it.']
            .includes(document.querySelector('.share__status').innerText)";
        page.wait_until(said, "an answer to copying").await
    })
    .await
}

#[tokio::test]
async fn taking_the_last_choice_back_keeps_the_focus_in_the_view() -> Result<()> {
    scenario(PYTHON, Look::WIDE, async |page| {
        page.tab_until("the answer", |focus| focus.name.starts_with("Language")).await?;
        page.press(Key::Enter).await?;
        page.wait_for(&option("Python"), "the form of the question").await?;
        page.press(Key::Tab).await?;
        page.press(Key::Space).await?;
        expect_address(page, "view=result&a.convention=decide").await?;
        let inside = "document.querySelector('main').contains(document.activeElement)";
        page.wait_until(inside, "the focus is in the view").await
    })
    .await
}

#[tokio::test]
async fn an_open_question_is_answered_in_place() -> Result<()> {
    scenario(PYTHON, Look::WIDE, async |page| {
        let chip = "Purpose: What are you building?";
        page.tab_to(chip).await?;
        page.press(Key::Enter).await?;
        page.wait_for(&option("Microservices"), "the form of the question").await?;
        let inside = "document.querySelector('main').contains(document.activeElement)";
        page.wait_until(inside, "the focus is in the view").await?;
        page.tab_until("an option", |focus| focus.name.starts_with("Microservices")).await?;
        page.press(Key::Space).await?;
        expect_address(
            page,
            "view=result&a.language=python&a.building=microservices&a.convention=decide",
        )
        .await
    })
    .await
}
