//! Several people decide together: links are pasted, a dispute is seen and settled, and the link of the
//! team opens the same again.

use anyhow::{Result, ensure};
use browser_tests::host::{Host, frame};
use browser_tests::widget::{
    address, button, expect_heading_focused, link, link_named, option, remove, way,
};
use browser_tests::{Look, Page, scenario};
use fantoccini::key::Key;

const ANA: &str = "?view=result&a.language=python&a.size=small";
const BEN: &str = "?view=result&a.language=ruby&a.size=small";
const TWO: &str = "?view=team&1.name=Ana&1.a.language=python&2.name=Ben&2.a.language=ruby";
const TITLE: &str = "//h4[.='What to talk about first']";

/// The names in the fields, in order.
async fn names(page: &Page<'_>) -> Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('.team__person input')].map((it) => it.value)";
    Ok(serde_json::from_value(page.run(script).await?)?)
}

async fn value(page: &Page<'_>, id: &str) -> Result<String> {
    let script = format!("return document.getElementById('{id}').value");
    Ok(page.run(&script).await?.as_str().unwrap_or_default().to_owned())
}

/// Follows the way from a result to the team, clear of the bar at the lower edge of a phone.
async fn together(page: &Page<'_>) -> Result<()> {
    let way = link("Decide together");
    page.wait_for(&way, "the way to the team").await?;
    let script = "[...document.querySelectorAll('main a')]
        .find((it) => it.textContent === 'Decide together').scrollIntoView({ block: 'center' })";
    page.run(script).await?;
    page.click(&way).await
}

#[tokio::test]
async fn two_people_see_what_they_disagree_on_and_settle_it() -> Result<()> {
    scenario(ANA, Look::PHONE, async |page| {
        let of_ana = value(page, "result-link").await?;
        page.open(BEN).await?;
        together(page).await?;
        expect_heading_focused(page).await?;
        page.wait_until("document.querySelector('main.view--team') !== null", "the team").await?;
        page.click("#person-1").await?;
        page.type_text("Ben").await?;
        page.click("#team-link").await?;
        page.type_text(&of_ana).await?;
        page.click(&button("Add")).await?;
        page.wait_for("//p[@role='status'][.='1 person added.']", "what came of the link").await?;
        ensure!(value(page, "team-link").await?.is_empty(), "there is room for the next link");
        page.click("#person-2").await?;
        page.type_text("Ana").await?;
        page.wait_for(TITLE, "what to talk about").await?;
        // The names are there once nothing is typed any more.
        let is_named = "document.querySelector('.team__outcome').innerText.includes('Ana')";
        page.wait_until(is_named, "the names").await?;
        let said = page.text(".team__outcome").await?;
        ensure!(said.contains("Language: Ben: Ruby; Ana: Python."), "{said}");
        ensure!(said.contains("You agree on"), "{said}");
        let asked = page.text("//h4[.='What to talk about first']/following-sibling::p[1]").await?;
        ensure!(asked.starts_with("Language: "), "{asked}");
        // Ana is asked to change hers, or Ben his.
        let to_ana = asked.contains("Change the answer of Ana");
        let (who, gone, new) =
            if to_ana { ("Ana", "Python", "Ruby") } else { ("Ben", "Ruby", "Python") };
        page.click(&link(&format!("Change the answer of {who}"))).await?;
        page.wait_for(&option(new), "the question").await?;
        page.click(&option(new)).await?;
        page.click(&option(gone)).await?;
        page.click(&way("Team")).await?;
        expect_heading_focused(page).await?;
        page.wait_until_gone(TITLE, "nothing is disputed").await?;
        let said = page.text(".team__outcome").await?;
        ensure!(said.contains("No two answers to a question differ."), "{said}");
        ensure!(names(page).await? == ["Ben", "Ana"]);

        let of_team = value(page, "team-address").await?;
        page.go(&of_team).await?;
        page.wait_until_ready().await?;
        ensure!(names(page).await? == ["Ben", "Ana"]);
        page.wait_for("//h4[.='Ranked for all of you']", "the ranking").await?;
        page.click("details.decision > summary").await?;
        page.wait_for("#takeaway", "the record").await?;
        let record = value(page, "takeaway").await?;
        ensure!(record.starts_with("---\nstatus: proposed\n"), "{record}");
        ensure!(record.contains("Ben and Ana answered on their own"), "{record}");
        ensure!(record.contains(&of_team), "{record}");
        ensure!(page.overflow().await? == 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_alone_add_name_show_and_remove() -> Result<()> {
    scenario("?view=team", Look::WIDE, async |page| {
        page.tab_to("A link to a result, or to a team").await?;
        page.type_text("a.language=python&a.size=small").await?;
        page.press(Key::Enter).await?;
        page.wait_for("#person-1", "the first person").await?;
        page.wait_until("document.activeElement?.id === 'team-link'", "the field keeps the focus")
            .await?;
        page.type_text("a.language=ruby").await?;
        page.press(Key::Enter).await?;
        page.wait_for("#person-2", "the second person").await?;
        page.tab_to("Skip to the content").await?;
        page.tab_to("Name of person 2").await?;
        page.type_text("Ben B.").await?;
        page.expect("the names", vec!["", "Ben B."], async || names(page).await).await?;
        page.tab_to("Result of Ben B.").await?;
        page.press(Key::Enter).await?;
        expect_heading_focused(page).await?;
        page.wait_until("document.querySelector('main.view--result') !== null", "the result")
            .await?;
        ensure!(page.text("main").await?.contains("Result of Ben B."));
        page.wait_until("location.search.includes('view=result')", "the entry of the history")
            .await?;
        page.back().await?;
        page.wait_for("#person-2", "the team").await?;
        page.click(&remove("Person 1")).await?;
        page.expect("the names", vec!["Ben B."], async || names(page).await).await?;
        expect_heading_focused(page).await
    })
    .await
}

#[tokio::test]
async fn what_is_no_link_is_refused_and_nothing_is_lost() -> Result<()> {
    scenario(TWO, Look::NARROW, async |page| {
        let before = address(page).await?;
        page.click("#team-link").await?;
        page.type_text("https://example.org/?id=1").await?;
        page.press(Key::Enter).await?;
        let said = "//p[@role='status'][starts-with(., 'There are no answers in that.')]";
        page.wait_for(said, "that it is refused").await?;
        ensure!(value(page, "team-link").await? == "https://example.org/?id=1", "it can be mended");
        ensure!(names(page).await? == ["Ana", "Ben"]);
        ensure!(address(page).await? == before);
        ensure!(page.overflow().await? == 0);
        page.click(&link_named("Result of Ben")).await?;
        expect_heading_focused(page).await?;
        together(page).await?;
        ensure!(names(page).await? == ["Ana", "Ben"]);
        Ok(())
    })
    .await
}

/// In a frame whose host asks for what is shown: it hears the answers, and no name.
#[tokio::test]
async fn a_host_hears_no_name() -> Result<()> {
    let query = format!("{TWO}&emit=state").replace("Ana", "Annabelle").replace("Ben", "Benedict");
    let listener = "<h1>An article</h1><script>
        heard = [];
        addEventListener('message', (it) => {
            heard.push(JSON.stringify(it.data));
            if (heard.length === 1) it.source.postMessage({ stackfit: { v: 1, type: 'hello' } }, '*');
        });
        </script>";
    let host =
        Host::new(|origin| format!("{listener}{}", frame(origin, &query, "width=360 height=700")))
            .await?;
    host.open(Look::MIDDLE, async |page| {
        page.wait_until("heard.some((it) => it.includes('1.a.language=python'))", "the state")
            .await?;
        page.enter_frame().await?;
        page.wait_for(TITLE, "what to talk about").await?;
        ensure!(page.overflow().await? == 0);
        page.click("#person-1").await?;
        page.type_text("x").await?;
        // Where the caret stands after the click depends on the font.
        page.wait_until(
            "document.querySelector('.team__outcome').innerText.match(/x\\w*Annabelle|Anna\\w*x\\w*/)",
            "the new name",
        )
        .await?;
        page.leave_frame().await?;
        let told = page.run("return heard.join()").await?;
        let told = told.as_str().unwrap_or_default();
        ensure!(!told.contains("Annab") && !told.contains("Benedict"), "{told}");
        Ok(())
    })
    .await
}
