//! Compare: choosing what stands side by side, and the rows that differ, by pointer and by keys.

use anyhow::{Context, Result, ensure};
use browser_tests::widget::{
    columns, compare_box, expect_address, expect_heading_focused, option, remove, way,
};
use browser_tests::{Look, Page, scenario};
use fantoccini::key::Key;

const TWO: &str = "?view=compare&compare=django,flask";

/// How many rows of facts are shown.
async fn rows(page: &Page<'_>) -> Result<usize> {
    page.count(".versus tbody:not([hidden]) tr:not(.versus__group, .versus__need)").await
}

async fn n_hidden(page: &Page<'_>) -> Result<usize> {
    let said = page.text(".compare__bar [role=status]").await?;
    said.split(' ').next().and_then(|n| n.parse().ok()).context(said)
}

#[tokio::test]
async fn four_can_be_chosen_from_the_cards() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        page.click(".cards__more").await?;
        for (n, name) in (1..).zip(["Django", "Express", "Flask", "Laravel"]) {
            page.click(&compare_box(name)).await?;
            page.wait_for(&way(&format!("Compare ({n})")), "the number chosen").await?;
        }
        expect_address(page, "compare=django,express,flask,laravel").await?;
        page.click(&way("Compare")).await?;
        expect_heading_focused(page).await?;
        let names = ["Django", "Express", "Flask", "Laravel"];
        page.expect("the columns", names, async || columns(page).await).await?;
        ensure!(page.count("#add").await? == 0, "a fifth cannot be added here");
        page.click(&remove("Express")).await?;
        expect_address(page, "view=compare&compare=django,flask,laravel").await?;
        page.expect("the focus", "add", async || Ok(page.focused().await?.id)).await?;
        page.back().await?;
        // What is compared belongs to the step in which it was chosen.
        expect_address(page, "compare=django,express,flask,laravel").await?;
        page.forward().await?;
        page.expect("the columns", ["Django", "Flask", "Laravel"], async || columns(page).await)
            .await
    })
    .await
}

#[tokio::test]
async fn equal_rows_are_counted_and_shown_on_request() -> Result<()> {
    scenario(TWO, Look::WIDE, async |page| {
        let (different, equal) = (rows(page).await?, n_hidden(page).await?);
        ensure!(different > 0 && equal > 0, "{different} {equal}");
        page.click(&option("Show all facts")).await?;
        expect_address(page, "view=compare&compare=django,flask&rows=all").await?;
        page.expect("the rows", different + equal, async || rows(page).await).await?;
        page.click(&option("Show all facts")).await?;
        page.expect("the rows", different, async || rows(page).await).await
    })
    .await
}

#[tokio::test]
async fn one_more_can_be_added_in_the_view() -> Result<()> {
    scenario(TWO, Look::WIDE, async |page| {
        page.click("#add").await?;
        page.click("//select[@id=\"add-field\"]/option[.=\"Symfony\"]").await?;
        page.click("//button[.=\"Add\"]").await?;
        expect_address(page, "view=compare&compare=django,flask,symfony").await?;
        page.expect("the focus", "add", async || Ok(page.focused().await?.id)).await?;
        page.click("#add").await?;
        page.click("//select[@id=\"add-field\"]/option[.=\"Sinatra\"]").await?;
        page.click("//button[.=\"Add\"]").await?;
        let names = ["Django", "Flask", "Symfony", "Sinatra"];
        page.expect("the columns", names, async || columns(page).await).await
    })
    .await
}

#[tokio::test]
async fn what_was_asked_for_stands_first() -> Result<()> {
    scenario(&format!("{TWO}&a.box=admin"), Look::WIDE, async |page| {
        let first = page.text(".versus tbody tr.versus__group th").await?;
        ensure!(first == "Your requirements", "{first}");
        let row = page.text("//tr[th[contains(., \"In the box\")]]").await?;
        ensure!(row.contains("Admin screens") && row.contains("met"), "{row}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn one_takes_the_place_of_another_where_it_stands() -> Result<()> {
    scenario(TWO, Look::WIDE, async |page| {
        page.click("#swap-open-django").await?;
        page.click("//select[@id=\"swap-django\"]/option[.=\"Symfony\"]").await?;
        page.click("//details[@class=\"swap\"][@open]//button[.=\"Replace\"]").await?;
        expect_address(page, "view=compare&compare=symfony,flask").await?;
        page.expect("the columns", ["Symfony", "Flask"], async || columns(page).await).await?;
        page.expect("the focus", "swap-open-symfony", async || Ok(page.focused().await?.id)).await
    })
    .await
}

#[tokio::test]
async fn every_fact_has_its_sources_with_the_day_they_were_read() -> Result<()> {
    scenario(&format!("{TWO}&rows=all"), Look::WIDE, async |page| {
        page.click(&option("Show sources and dates")).await?;
        page.wait_for(".versus__sources a[href^=http]", "a source").await?;
        let facts = page.count(".versus tbody td").await?;
        let dated = page
            .run(
                "return [...document.querySelectorAll('.versus tbody td')]
                .filter((cell) => /checked \\d{4}-\\d\\d-\\d\\d/.test(cell.textContent)).length",
            )
            .await?;
        ensure!(dated.as_u64() == u64::try_from(facts).ok(), "{dated} of {facts}");
        page.click(&option("Show sources and dates")).await?;
        page.expect("sources", 0, async || page.count(".versus__sources").await).await
    })
    .await
}

#[tokio::test]
async fn almost_right_leads_to_a_change_that_puts_it_first() -> Result<()> {
    let query = "?view=compare&compare=django,flask&a.box=admin";
    scenario(query, Look::WIDE, async |page| {
        page.click("//section[@class=\"compare__like\"]//button[.=\"Flask\"]").await?;
        page.wait_for(".compare__like h4", "what it would take").await?;
        let said = page.text(".compare__like .statements").await?;
        ensure!(said.contains("Flask"), "{said}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_alone_choose_show_and_remove() -> Result<()> {
    // Of few cards, so that both are among those that are shown at first.
    scenario("?f.language=python", Look::WIDE, async |page| {
        for name in ["Django", "Flask"] {
            page.tab_to(&format!("Compare {name}")).await?;
            page.press(Key::Space).await?;
        }
        expect_address(page, "f.language=python&compare=django,flask").await?;
        page.tab_to("Compare (2)").await?;
        page.press(Key::Enter).await?;
        expect_heading_focused(page).await?;
        let (different, equal) = (rows(page).await?, n_hidden(page).await?);
        page.tab_to("Show all facts").await?;
        page.press(Key::Space).await?;
        page.expect("the rows", different + equal, async || rows(page).await).await?;
        ensure!(page.focused().await?.name == "Show all facts");
        page.tab_to("Remove Flask").await?;
        page.press(Key::Enter).await?;
        let one = "view=compare&f.language=python&compare=django&rows=all";
        expect_address(page, one).await?;
        page.expect("the focus", "add", async || Ok(page.focused().await?.id)).await?;
        page.tab_to("Remove Django").await?;
        page.press(Key::Space).await?;
        page.wait_for("//p[starts-with(., \"Choose two to four\")]", "what to do").await?;
        page.expect("the focus", "add", async || Ok(page.focused().await?.id)).await
    })
    .await
}

#[tokio::test]
async fn keys_alone_choose_any_of_the_list() -> Result<()> {
    scenario(TWO, Look::WIDE, async |page| {
        page.tab_until("what opens the list", |focus| focus.id == "add").await?;
        page.press(Key::Enter).await?;
        page.press(Key::Tab).await?;
        ensure!(page.focused().await?.id == "add-field");
        let second =
            page.run("return document.querySelector('#add-field').options[2].label").await?;
        // Going through the list is not choosing yet.
        page.press(Key::Down).await?;
        page.press(Key::Down).await?;
        ensure!(columns(page).await?.len() == 2, "nothing is added yet");
        page.press(Key::Tab).await?;
        page.press(Key::Enter).await?;
        page.expect("how many columns", 3, async || Ok(columns(page).await?.len())).await?;
        let third = &columns(page).await?[2];
        ensure!(second == third.as_str(), "{third} instead of {second}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn adding_the_fourth_keeps_the_focus_in_the_view() -> Result<()> {
    scenario("?view=compare&compare=django,flask,laravel", Look::WIDE, async |page| {
        page.tab_until("what opens the list", |focus| focus.id == "add").await?;
        page.press(Key::Enter).await?;
        page.press(Key::Tab).await?;
        ensure!(page.focused().await?.id == "add-field");
        page.type_text("Sinatra").await?;
        page.press(Key::Tab).await?;
        page.press(Key::Enter).await?;
        page.expect("how many columns", 4, async || Ok(columns(page).await?.len())).await?;
        let inside = "document.querySelector('main').contains(document.activeElement)
            && !document.activeElement.disabled";
        page.wait_until(inside, "the focus is in the view").await
    })
    .await
}
