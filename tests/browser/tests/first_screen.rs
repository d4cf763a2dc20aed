//! The first screen: what a reader sees of the list of cards before anything is scrolled, how high it is
//! in a post, and the way from it into the questions.

use anyhow::{Context as _, Result, ensure};
use browser_tests::host::{Host, expect_fit, frame, script};
use browser_tests::widget::{
    compare_box, expect_address, expect_heading_focused, facet_value, link,
};
use browser_tests::{Look, Page, scenario};
use fantoccini::key::Key;

/// The window of a phone.
const PHONE: Look = Look { width: 390, height: 844, ..Look::NARROW };

/// Which of some elements are whole within the window, by their text.
fn whole(selector: &str) -> String {
    format!(
        "return [...document.querySelectorAll('{selector}')].filter((it) => {{
            const box = it.getBoundingClientRect();
            return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight
                && box.left >= 0 && box.right <= innerWidth;
        }}).map((it) => it.innerText)"
    )
}

async fn n_whole(page: &Page<'_>, selector: &str) -> Result<usize> {
    let seen = page.run(&whole(selector)).await?;
    Ok(seen.as_array().context("a list")?.len())
}

#[tokio::test]
async fn a_desktop_shows_the_band_and_two_rows_of_cards() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        for selector in ["h1", ".band", ".band .button--main", "#search", "#sort"] {
            ensure!(n_whole(page, selector).await? == 1, "{selector} is not in sight");
        }
        let n = n_whole(page, ".card").await?;
        ensure!(n >= 6, "{n} whole cards");
        let heights = "return new Set([...document.querySelectorAll('.card')].slice(0, 6)
            .map((it) => Math.round(it.getBoundingClientRect().height))).size";
        ensure!(page.run(heights).await? == 1, "cards beside each other are equally high");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_phone_shows_the_band_the_search_and_the_name_of_the_first_card() -> Result<()> {
    scenario("", PHONE, async |page| {
        for selector in ["h1", ".band", ".band .button--main", "#search", ".filters__button"] {
            ensure!(n_whole(page, selector).await? == 1, "{selector} is not in sight");
        }
        ensure!(n_whole(page, ".card h3").await? >= 1, "no name of a card is in sight");
        let chips = n_whole(page, ".band a.chip").await?;
        ensure!(chips >= 2, "{chips} answers to the first question are in sight");
        Ok(())
    })
    .await
}

/// The height of the widget in a frame that is as high as its content.
async fn height_in_a_post(width: u32, query: &str) -> Result<i64> {
    let host = Host::new(|origin| {
        let box_of_it = format!("width={width} height=300 style='border:0'");
        format!("{}{}", frame(origin, query, &box_of_it), script(origin))
    })
    .await?;
    let mut height = 0;
    let found = &mut height;
    host.open_frame(Look { width: width + 40, ..Look::MIDDLE }, async |page| {
        *found = expect_fit(page).await?;
        Ok(())
    })
    .await?;
    Ok(height)
}

#[tokio::test]
async fn a_post_keeps_its_readers() -> Result<()> {
    for (width, query, most) in
        [(640, "", 1000), (640, "?compact=yes", 1000), (390, "", 1400), (390, "?compact=yes", 1400)]
    {
        let height = height_in_a_post(width, query).await?;
        ensure!(height <= most, "{height} px at {width} px with '{query}'");
    }
    Ok(())
}

#[tokio::test]
async fn a_tapped_chip_stays_and_lists_who_is_left_with_the_most_useful_question() -> Result<()> {
    for look in [Look::WIDE, PHONE] {
        scenario("", look, async |page| {
            page.click("//section[@class=\"band\"]//a[.=\"Python\"]").await?;
            expect_address(page, "a.language=python&must.language=python").await?;
            let chip = "document.activeElement.innerText.trim() === 'Python'";
            page.wait_until(chip, "the focus stays on the chip").await?;
            let listed = page.texts(".band ol a").await?;
            ensure!(listed.contains(&"Django".to_owned()), "{listed:?}");
            let next = "document.querySelector('.band .statements a') !== null";
            page.wait_until(next, "the question that is most useful next").await?;
            let said = page.text(".band").await?;
            ensure!(!said.contains("fits best"), "{said}");
            page.click(&link("Go on with the questions")).await?;
            expect_heading_focused(page).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn keys_alone_reach_the_last_chip_and_it_is_scrolled_into_sight() -> Result<()> {
    scenario("", PHONE, async |page| {
        let last =
            page.run("return [...document.querySelectorAll('.band a.chip')].pop().innerText");
        let last = last.await?.as_str().unwrap_or_default().trim().to_owned();
        page.tab_to(&last).await?;
        let seen = "(() => { const box = document.activeElement.getBoundingClientRect();
            return box.left >= 0 && box.right <= innerWidth; })()";
        page.wait_until(seen, "the last chip is in sight").await?;
        page.press(Key::Enter).await?;
        page.wait_for(".band ol a", "who is left").await
    })
    .await
}

#[tokio::test]
async fn the_tray_holds_what_is_picked_and_says_why_a_fifth_is_not() -> Result<()> {
    scenario("?sort=name", Look::WIDE, async |page| {
        let names = page.texts(".card h3").await?;
        for name in &names[..4] {
            page.click(&compare_box(name)).await?;
        }
        page.wait_for(&link("Compare 4"), "the way to the comparison").await?;
        ensure!(n_whole(page, ".tray").await? == 1, "the tray is at the lower edge");
        page.click(&compare_box(&names[4])).await?;
        let why = "You can compare four. Remove one first.";
        page.expect("the reason", why, async || page.text(".tray [role=status]").await).await?;
        ensure!(!page.is_chosen(&compare_box(&names[4])).await?, "the fifth is not ticked");
        page.click(&format!("//button[@aria-label=\"Remove {}\"]", names[0])).await?;
        page.wait_for(&link("Compare 3"), "three are left").await?;
        ensure!(!page.is_chosen(&compare_box(&names[0])).await?);
        page.click(&compare_box(&names[4])).await?;
        page.click(&link("Compare 4")).await?;
        expect_heading_focused(page).await
    })
    .await
}

#[tokio::test]
async fn the_values_of_a_facet_unfold_below_what_is_pressed() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        let n = page.count(".facet[open] input").await?;
        let more = ".facet__more > summary";
        let top = "return document.querySelector('.facet__more').getBoundingClientRect().top";
        let before = page.run(top).await?;
        page.click(more).await?;
        page.wait_until("document.querySelector('.facet__more[open]')", "it is unfolded").await?;
        ensure!(page.run(top).await? == before, "it moved from under the pointer");
        ensure!(page.count(".facet[open] input").await? > n);
        // The next stop is the first new value.
        page.press(Key::Tab).await?;
        let script = "[...document.querySelectorAll('.facet[open] input')]
            .indexOf(document.activeElement)";
        page.wait_until(&format!("{script} === {n}"), "the first new value has the focus").await?;
        page.click(&facet_value("Language", "Swift")).await?;
        expect_address(page, "f.language=swift").await?;
        // What is chosen stays where it is.
        page.click(more).await?;
        page.wait_until("!document.querySelector('.facet__more[open]')", "it is folded").await?;
        ensure!(page.is_chosen(&facet_value("Language", "Swift")).await?);
        ensure!(page.count(".facet[open] input").await? == n + 1);
        ensure!(page.run(top).await? == before, "it moved from under the pointer");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_open_filters_of_a_phone_end_in_a_button_that_shows_what_is_found() -> Result<()> {
    scenario("", PHONE, async |page| {
        page.click(".filters__button").await?;
        page.click(&facet_value("Language", "Python")).await?;
        expect_address(page, "f.language=python").await?;
        ensure!(n_whole(page, ".filters__done").await? == 1, "it is in sight");
        page.click(".filters__done").await?;
        expect_heading_focused(page).await?;
        let folded = "!document.querySelector('#facets').checkVisibility()";
        page.wait_until(folded, "the filters are folded").await
    })
    .await
}

#[tokio::test]
async fn the_filters_can_be_skipped() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        page.tab_to("Skip the filters").await?;
        page.press(Key::Enter).await?;
        expect_heading_focused(page).await?;
        page.press(Key::Tab).await?;
        let first = page.texts(".card h3").await?.first().cloned().unwrap_or_default();
        let focused = page.focused().await?;
        ensure!(focused.name == first, "{focused}");
        Ok(())
    })
    .await
}
