//! Browse: filtering, searching, sorting, common questions and details, by pointer and by keys.
//!
//! They do not check what is right for a fact of the catalog; they check that cards, count, address
//! and focus say the same.

use anyhow::{Result, ensure};
use browser_tests::widget::{
    announced, button, cards, expect_address, expect_heading_focused, facet_value, link, n_found,
    remove, way,
};
use browser_tests::{Look, Page, scenario};
use fantoccini::key::Key;

/// What the line above the cards says for so many of all.
async fn count_of(page: &Page<'_>, n: usize, total: usize) -> Result<()> {
    let wanted = format!("{n} of {total} frameworks");
    page.expect("the count", wanted.as_str(), async || page.text(".browse__count").await).await?;
    page.expect("the cards", n, async || Ok(n_found(page).await?)).await
}

async fn focus_is(page: &Page<'_>, id: &str) -> Result<()> {
    page.expect("the id of what has the focus", id, async || Ok(page.focused().await?.id)).await
}

#[tokio::test]
async fn a_facet_filters_the_cards_and_going_back_brings_them_as_they_were() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        let all = cards(page).await?;
        let total = n_found(page).await?;
        page.click(&facet_value("Language", "Ruby")).await?;
        expect_address(page, "f.language=ruby").await?;
        let ruby = cards(page).await?;
        ensure!(ruby.contains(&"Ruby on Rails".to_owned()) && ruby.len() < total, "{ruby:?}");
        count_of(page, ruby.len(), total).await?;
        page.wait_for(&remove("Language: Ruby"), "a chip for what is active").await?;
        ensure!(page.focused().await?.role == "checkbox", "{}", page.focused().await?);

        page.click(&facet_value("Language", "Python")).await?;
        expect_address(page, "f.language=python,ruby").await?;
        let both = cards(page).await?;
        ensure!(both.len() > ruby.len() && ruby.iter().all(|name| both.contains(name)), "{both:?}");

        page.click(&way("Compare")).await?;
        expect_address(page, "view=compare&f.language=python,ruby").await?;
        page.back().await?;
        expect_address(page, "f.language=python,ruby").await?;
        count_of(page, both.len(), total).await?;
        ensure!(page.is_chosen(&facet_value("Language", "Python")).await?);
        for language in ["Python", "Ruby"] {
            page.click(&facet_value("Language", language)).await?;
        }
        page.expect("the cards", all, async || cards(page).await).await
    })
    .await
}

#[tokio::test]
async fn the_first_click_after_coming_from_another_view_counts() -> Result<()> {
    scenario("?view=compare", Look::WIDE, async |page| {
        page.click(&way("Browse")).await?;
        expect_heading_focused(page).await?;
        // What has the focus must take no other room than without it: a page that moves under the
        // pointer, when it is pressed, loses the click.
        page.click(&facet_value("Language", "Ruby")).await?;
        expect_address(page, "f.language=ruby").await
    })
    .await
}

#[tokio::test]
async fn keys_alone_filter_the_cards() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        let total = n_found(page).await?;
        let is_ruby = |focus: &browser_tests::page::Focus| {
            focus.role == "checkbox" && focus.name.starts_with("Ruby")
        };
        page.tab_until("the box for Ruby", is_ruby).await?;
        page.press(Key::Space).await?;
        expect_address(page, "f.language=ruby").await?;
        let n = n_found(page).await?;
        count_of(page, n, total).await?;
        ensure!(is_ruby(&page.focused().await?), "the focus went to {}", page.focused().await?);
        page.tab_to("Remove Language: Ruby").await?;
        page.press(Key::Enter).await?;
        expect_address(page, "").await?;
        focus_is(page, "search").await
    })
    .await
}

#[tokio::test]
async fn keys_alone_unfold_the_filters_of_a_narrow_page() -> Result<()> {
    scenario("", Look::NARROW, async |page| {
        let total = n_found(page).await?;
        page.tab_to("Filters").await?;
        page.press(Key::Enter).await?;
        page.wait_for(&facet_value("Language", "Ruby"), "the filters are unfolded").await?;
        page.tab_until("the box for Ruby", |focus| focus.name.starts_with("Ruby")).await?;
        page.press(Key::Space).await?;
        expect_address(page, "f.language=ruby").await?;
        let n = n_found(page).await?;
        count_of(page, n, total).await?;
        page.press_with(Key::Shift, Key::Tab).await?;
        page.tab_until("a facet further down", |focus| focus.name.starts_with("Licence")).await?;
        page.press(Key::Enter).await?;
        page.wait_for(&facet_value("Licence", "MIT"), "the facet is unfolded").await
    })
    .await
}

#[tokio::test]
async fn the_rest_of_the_cards_is_one_button_away_by_pointer_and_by_keys() -> Result<()> {
    let shown = "return [...document.querySelectorAll('.card')]
        .filter((card) => card.checkVisibility()).length";
    for by_keys in [false, true] {
        scenario("", Look::NARROW, async |page| {
            let total = n_found(page).await?;
            page.expect("shown cards", 12, async || page.run(shown).await).await?;
            let more = format!("Show {} more", total - 12);
            if by_keys {
                page.tab_to(&more).await?;
                page.press(Key::Enter).await?;
            } else {
                page.click(&button(&more)).await?;
            }
            page.expect("shown cards", total, async || page.run(shown).await).await?;
            let thirteenth = &cards(page).await?[12];
            let focused = page.focused().await?;
            ensure!(focused.name == *thirteenth, "{focused}");
            ensure!(page.count(".cards__more:not([hidden])").await? == 0, "it offers nothing more");
            expect_address(page, "").await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_way_back_to_a_card_that_is_not_shown_leads_to_the_heading() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        page.click(".cards__more").await?;
        let total = n_found(page).await?;
        page.expect("the cards", total, async || Ok(cards(page).await?.len())).await?;
        let last = page.run("return [...document.querySelectorAll('.card a[id]')].pop().id");
        let last = last.await?.as_str().unwrap_or_default().replace("details-", "?open=");
        page.open(&last).await?;
        page.click("//a[contains(., \"Back\")]").await?;
        expect_address(page, "").await?;
        expect_heading_focused(page).await
    })
    .await
}

#[tokio::test]
async fn what_the_cards_do_without_is_fetched_once_somebody_is_there() -> Result<()> {
    let fetched = "return ['evidence', 'explain'].filter((part) => performance
        .getEntriesByType('resource').some((one) => one.name.includes(part))).join()";
    scenario("", Look::WIDE, async |page| {
        page.expect("what is fetched", "", async || page.run(fetched).await).await?;
        page.press(Key::Tab).await?;
        page.expect("what is fetched", "evidence,explain", async || page.run(fetched).await).await
    })
    .await
}

#[tokio::test]
async fn search_finds_despite_a_typo_and_keeps_the_focus() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        let total = n_found(page).await?;
        let entries = page.run("return history.length").await?;
        page.click("#search").await?;
        page.type_text("djnago").await?;
        expect_address(page, "q=djnago").await?;
        let found = cards(page).await?;
        ensure!(found.first().is_some_and(|name| name == "Django"), "{found:?}");
        count_of(page, found.len(), total).await?;
        focus_is(page, "search").await?;
        let typed = page.run("return document.activeElement.value").await?;
        ensure!(typed == "djnago", "{typed}");
        ensure!(page.run("return history.length").await? == entries, "typing makes no entries");
        let said = announced(page).await?;
        ensure!(said.starts_with(&found.len().to_string()), "{said}");

        page.press(Key::Backspace).await?;
        expect_address(page, "q=djnag").await?;
        page.click(&remove("“djnag”")).await?;
        focus_is(page, "search").await?;
        page.expect("the cards", total, async || Ok(n_found(page).await?)).await?;
        let typed = page.run("return document.querySelector('#search').value").await?;
        ensure!(typed == "", "{typed}");
        Ok(())
    })
    .await
}

/// A letter has the screen for itself first; the list follows a frame later.
#[tokio::test]
async fn what_is_chosen_right_after_a_letter_keeps_the_letter() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        let at_once = "const search = document.querySelector('#search');
            search.value = 'web';
            search.dispatchEvent(new InputEvent('input', { bubbles: true }));
            document.querySelector('.facet input').click();
            const list = document.querySelector('#sort');
            list.value = 'newest-release';
            list.dispatchEvent(new Event('change', { bubbles: true }));";
        page.run(at_once).await?;
        let value = page.run("return document.querySelector('.facet .check__label').textContent");
        let value = value.await?.as_str().unwrap_or_default().to_lowercase();
        expect_address(page, &format!("q=web&f.language={value}&sort=newest-release")).await?;
        let typed = page.run("return document.querySelector('#search').value").await?;
        ensure!(typed == "web", "{typed}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_alone_search_and_clear_all() -> Result<()> {
    scenario("?f.language=python", Look::WIDE, async |page| {
        page.tab_until("the search", |focus| focus.id == "search").await?;
        page.type_text("flask").await?;
        expect_address(page, "q=flask&f.language=python").await?;
        focus_is(page, "search").await?;
        let found = cards(page).await?;
        ensure!(found.first().is_some_and(|name| name == "Flask"), "{found:?}");
        page.tab_to("Clear all").await?;
        page.press(Key::Enter).await?;
        expect_address(page, "").await?;
        focus_is(page, "search").await?;
        page.wait_until_gone(&button("Clear all"), "nothing is left to clear").await
    })
    .await
}

#[tokio::test]
async fn where_nothing_is_left_one_filter_can_be_lifted() -> Result<()> {
    scenario("?f.language=ruby&q=zzzzzz", Look::WIDE, async |page| {
        page.wait_for("//p[.=\"Nothing matches all of this.\"]", "what there is not").await?;
        page.click("//button[starts-with(normalize-space(), \"“zzzzzz” – then\")]").await?;
        expect_address(page, "f.language=ruby").await?;
        ensure!(!cards(page).await?.is_empty());
        focus_is(page, "search").await
    })
    .await
}

#[tokio::test]
async fn removing_a_chip_hands_the_focus_to_the_next() -> Result<()> {
    scenario("?f.language=python,ruby&q=framework", Look::WIDE, async |page| {
        page.click(&remove("Language: Python")).await?;
        expect_address(page, "q=framework&f.language=ruby").await?;
        let next = "Remove Language: Ruby";
        page.expect("the focus", next, async || Ok(page.focused().await?.name)).await?;
        // The last one of the row hands it to the one before.
        page.press(Key::Enter).await?;
        let next = "Remove “framework”";
        page.expect("the focus", next, async || Ok(page.focused().await?.name)).await?;
        page.press(Key::Space).await?;
        focus_is(page, "search").await?;
        expect_address(page, "").await
    })
    .await
}

#[tokio::test]
async fn sorting_changes_the_order_and_nothing_else() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        page.click(".cards__more").await?;
        let total = n_found(page).await?;
        page.expect("the cards", total, async || Ok(cards(page).await?.len())).await?;
        let at_first = cards(page).await?;
        // By typing, because some engines go back over what a driver has chosen without a gesture.
        page.run("document.querySelector('#sort').focus()").await?;
        page.type_text("Gentlest").await?;
        expect_address(page, "sort=easiest").await?;
        let by_ease = cards(page).await?;
        ensure!(by_ease != at_first, "{by_ease:?}");
        let mut sorted = by_ease;
        sorted.sort_by_key(|name| at_first.iter().position(|other| other == name));
        ensure!(sorted == at_first, "{sorted:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_alone_sort() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        let at_first = cards(page).await?;
        page.tab_until("the order", |focus| focus.id == "sort").await?;
        page.press(Key::Down).await?;
        expect_address(page, "sort=name").await?;
        focus_is(page, "sort").await?;
        ensure!(cards(page).await? != at_first);
        page.press(Key::Up).await?;
        page.expect("the cards", at_first, async || cards(page).await).await
    })
    .await
}

#[tokio::test]
async fn details_open_and_close_and_the_focus_comes_back() -> Result<()> {
    scenario("?f.language=python", Look::WIDE, async |page| {
        page.click(&link("Django")).await?;
        expect_heading_focused(page).await?;
        ensure!(page.text("h2").await? == "Django");
        expect_address(page, "open=django&f.language=python").await?;
        page.click("//a[contains(., \"Back\")]").await?;
        focus_is(page, "details-django").await?;
        expect_address(page, "f.language=python").await?;
        // The browser's own button leads the same way.
        page.back().await?;
        page.wait_for("//h2[.=\"Django\"]", "the details").await?;
        page.forward().await?;
        page.wait_for(".cards", "the cards").await
    })
    .await
}

#[tokio::test]
async fn keys_alone_open_and_close_details() -> Result<()> {
    scenario("?f.language=ruby", Look::WIDE, async |page| {
        page.tab_to("Sinatra").await?;
        page.press(Key::Enter).await?;
        expect_heading_focused(page).await?;
        page.press_with(Key::Shift, Key::Tab).await?;
        ensure!(page.focused().await?.name.contains("Back"), "{}", page.focused().await?);
        page.press(Key::Enter).await?;
        focus_is(page, "details-sinatra").await
    })
    .await
}

#[tokio::test]
async fn the_skip_link_is_the_first_stop_and_leads_to_the_content() -> Result<()> {
    scenario("?view=fit&step=language", Look::WIDE, async |page| {
        page.press(Key::Tab).await?;
        ensure!(page.focused().await?.name == "Skip to the content", "{}", page.focused().await?);
        page.press(Key::Enter).await?;
        expect_heading_focused(page).await?;
        // It is no state of the widget.
        expect_address(page, "view=fit&step=language").await
    })
    .await
}

#[tokio::test]
async fn a_common_question_opens_its_state() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        page.click(&link("Is Ruby still a good choice?")).await?;
        expect_address(page, "f.language=ruby&sort=newest-release").await?;
        expect_heading_focused(page).await?;
        ensure!(page.is_chosen(&facet_value("Language", "Ruby")).await?);
        ensure!(page.is_chosen("//option[.=\"Newest release\"]").await?);
        page.wait_for(&remove("Language: Ruby"), "a chip for what is active").await?;
        page.back().await?;
        expect_address(page, "").await?;

        let popular = "Why are Django and Flask so popular?";
        page.tab_to(popular).await?;
        page.press(Key::Enter).await?;
        expect_address(page, "view=compare&compare=django,flask").await?;
        expect_heading_focused(page).await
    })
    .await
}
