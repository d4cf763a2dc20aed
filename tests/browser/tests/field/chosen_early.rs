//! What is chosen before the program has started arrives, wherever its control stands in the first drawing, and
//! whatever others have done to the page; and the page does not move.

use anyhow::{Context as _, Result, ensure};
use browser_tests::widget::{
    HEADING, columns, compare_box, expect_address, expect_heading_focused, facet_value, way,
};
use browser_tests::{Look, Page};
use fantoccini::key::Key;

use super::before_start::{DRAWN, LATER, slowly, start};

/// The cards that are shown: their ids and names.
async fn shown(page: &Page<'_>) -> Result<Vec<(String, String)>> {
    let script = "return [...document.querySelectorAll('.card')]
        .filter((it) => it.checkVisibility())
        .map((it) => it.querySelector('.card__name'))
        .map((it) => [it.id.replace('details-', ''), it.textContent.trim()])";
    Ok(serde_json::from_value(page.run(script).await?)?)
}

/// What is compared, as the address says it.
async fn expect_compared(page: &Page<'_>, ids: &[&str]) -> Result<()> {
    let script = "return new URLSearchParams(location.search).get('compare') ?? ''";
    page.expect("what is compared", ids.join(","), async || {
        Ok(page.run(script).await?.as_str().unwrap_or_default().to_owned())
    })
    .await
}

/// Chooses the order by name.
pub(super) async fn sort_by_name(page: &Page<'_>) -> Result<()> {
    let script = "const it = document.querySelector('#sort');
        it.value = 'name';
        it.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(script).await?;
    Ok(())
}

#[tokio::test]
async fn what_is_ticked_is_compared_by_a_link_that_is_followed_at_once() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        let cards = shown(page).await?;
        // In the order of the ticks, and one of them taken back.
        let [one, two, three] = [&cards[4], &cards[1], &cards[2]];
        for (_, name) in [one, three, two, three] {
            page.click(&compare_box(name)).await?;
        }
        page.click(&way("Compare")).await?;
        page.expect("the heading", "Compare", async || page.text(".coming h2").await).await?;
        start(page, server).await?;
        expect_compared(page, &[&one.0, &two.0]).await?;
        page.expect("the columns", vec![one.1.clone(), two.1.clone()], async || {
            columns(page).await
        })
        .await?;
        expect_heading_focused(page).await
    })
    .await
}

#[tokio::test]
async fn a_tick_is_in_the_address_before_anybody_can_reload() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, _| {
        let tick = "document.querySelector('input[data-facet]').click();
            setTimeout(() => { self.after = location.search }, 100)";
        page.run(tick).await?;
        page.wait_until("self.after !== undefined", "a tenth of a second is over").await?;
        let after = page.run("return self.after").await?;
        ensure!(after.as_str().is_some_and(|query| query.starts_with("?f.")), "{after}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_tick_stays_with_its_card_in_another_order() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        let cards = shown(page).await?;
        let (first, last) = (&cards[0], cards.last().context("a card")?);
        for (_, name) in [first, last] {
            page.click(&compare_box(name)).await?;
        }
        sort_by_name(page).await?;
        start(page, server).await?;
        expect_compared(page, &[&first.0, &last.0]).await?;
        page.wait_for(".tray", "the tray").await?;
        let wrong = "return [...document.querySelectorAll('.card')]
            .filter((it) => it.querySelector('.check input:checked'))
            .map((it) => it.querySelector('.card__name').id.replace('details-', ''))";
        let ticked: Vec<String> = serde_json::from_value(page.run(wrong).await?)?;
        ensure!(ticked.iter().all(|id| [&first.0, &last.0].contains(&id)), "{ticked:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_tick_on_a_card_that_the_first_drawing_has_not_is_kept() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        // A card below the first, which a filter shows.
        let script = "return [...document.querySelectorAll('.card--later .card__name')]
            .map((it) => [it.id.replace('details-', ''), it.textContent.trim()])[0]";
        let (id, name): (String, String) = serde_json::from_value(page.run(script).await?)?;
        let tick = format!(
            "document.querySelector('#details-{id}').closest('.card').querySelector('.check input').click()"
        );
        page.run(&tick).await?;
        start(page, server).await?;
        expect_compared(page, &[&id]).await?;
        ensure!(page.count(".card .check input:checked").await? == 0, "another card is ticked");
        page.expect("the tray", true, async || Ok(page.text(".tray").await?.contains(&name))).await
    })
    .await
}

#[tokio::test]
async fn a_tick_while_the_program_draws_is_kept() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        let cards = shown(page).await?;
        sort_by_name(page).await?;
        page.run("document.documentElement.dataset.held = ''").await?;
        server.release();
        page.wait_until(DRAWN, "the program has drawn").await?;
        // One that the drawing has, and one that it has not.
        let is_drawn =
            |id: &str| format!("document.querySelector('.stage #details-{id}') !== null");
        let (mut here, mut elsewhere) = (None, None);
        for card in &cards {
            let has_it = page.run(&format!("return {}", is_drawn(&card.0))).await? == true;
            let slot = if has_it { &mut here } else { &mut elsewhere };
            slot.get_or_insert(card);
        }
        let ids: Vec<_> =
            [here, elsewhere].into_iter().flatten().map(|(id, _)| id.as_str()).collect();
        let ticks = format!(
            "const app = document.getElementById('app');
            for (const id of {ids:?})
                app.querySelector('#details-' + id).closest('.card').querySelector('.check input').click()"
        );
        page.run(&ticks).await?;
        page.run("delete document.documentElement.dataset.held").await?;
        page.wait_until_ready().await?;
        expect_compared(page, &ids).await
    })
    .await
}

#[tokio::test]
async fn what_is_chosen_joins_a_query_that_was_escaped_as_a_whole() -> Result<()> {
    slowly(Look::WIDE, "?f.language%3Dpython%26q%3Dweb", async |page, server| {
        page.run(LATER).await?;
        sort_by_name(page).await?;
        start(page, server).await?;
        ensure!(page.is_chosen(&facet_value("Language", "Python")).await?, "the filter is lost");
        let seen = "return document.querySelector('#search').value + document.querySelector('#sort').value";
        ensure!(page.run(seen).await? == "webname", "{}", page.run(seen).await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_rest_of_an_address_stays_as_it_is_written() -> Result<()> {
    let link = "?disclosure=A%20%26+b&amp;F_Language=python&q=a%2Bb";
    slowly(Look::WIDE, link, async |page, server| {
        page.run(LATER).await?;
        let note =
            "addEventListener('stackfit-app-start', () => { self.written = location.search })";
        page.run(note).await?;
        sort_by_name(page).await?;
        start(page, server).await?;
        let written = page.run("return self.written").await?;
        ensure!(written == format!("{link}&sort=name"), "{written}");
        ensure!(page.is_chosen(&facet_value("Language", "Python")).await?, "the filter is lost");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_others_take_out_of_the_page_does_not_stop_the_rest() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        page.click(".card:nth-child(2) .check input").await?;
        page.run("document.querySelector('.card:nth-child(2) .check input').remove()").await?;
        page.click("//footer//summary").await?;
        page.click("#search").await?;
        page.type_text("web").await?;
        start(page, server).await?;
        let open = "document.querySelector('footer details').open";
        page.wait_until(open, "what was unfolded").await?;
        let focus =
            "document.activeElement.id === 'search' && document.activeElement.value === 'web'";
        page.wait_until(focus, "the field has its text and the focus").await
    })
    .await
}

/// How far the page is scrolled, once it has come to rest.
async fn place(page: &Page<'_>) -> Result<i64> {
    let frames = "const done = arguments[0];
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))";
    page.browser().client().execute_async(frames, Vec::new()).await?;
    page.run("return Math.round(scrollY)").await?.as_i64().context("a number")
}

#[tokio::test]
async fn a_field_that_was_scrolled_away_is_not_scrolled_back() -> Result<()> {
    slowly(Look { width: 390, height: 700, ..Look::MIDDLE }, "", async |page, server| {
        page.click("#search").await?;
        page.type_text("a").await?;
        page.press(Key::Backspace).await?;
        // Before it is laid out the page is shorter.
        page.wait_until("(scrollTo(0, 1500), scrollY > 1000)", "the page is scrolled").await?;
        let before = place(page).await?;
        start(page, server).await?;
        page.wait_until("document.activeElement.id === 'search'", "the field has the focus")
            .await?;
        let after = place(page).await?;
        ensure!((after - before).abs() < 300, "the page went from {before} to {after}");
        // As browsers tell it when a reader comes back from another window.
        let again =
            "document.activeElement.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))";
        page.run(again).await?;
        let again = place(page).await?;
        ensure!(again == after, "the page went from {after} to {again}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_press_on_a_list_ends_when_the_list_is_closed() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        let tell_with = |id: &str, kind: &str, more: &str| {
            format!(
                "document.querySelector('{id}').dispatchEvent(Object.assign(
                    new Event('{kind}', {{ bubbles: true }}), {{ {more} }}));"
            )
        };
        let tell = |id: &str, kind: &str| tell_with(id, kind, "");
        let held = "document.documentElement.dataset.held === ''";
        // A choice, a way to leave the list without one, and the pointer, which is elsewhere once it is closed.
        let ends = [
            tell("#sort", "change"),
            tell("#sort", "focusout"),
            tell_with("#sort", "keyup", "key: 'Escape'"),
            tell_with("#search", "pointermove", "buttons: 0"),
        ];
        let none = [
            tell_with("#sort", "keyup", "key: 'ArrowDown'"),
            tell_with("#sort", "pointermove", "buttons: 0"),
            tell_with("#search", "pointermove", "buttons: 1"),
            // The field that the press takes the focus from.
            tell("#search", "change"),
            tell("#search", "focusout"),
        ];
        for end in ends {
            page.run(&tell("#sort", "pointerdown")).await?;
            ensure!(page.run(&format!("return {held}")).await? == true, "a press holds");
            page.run(&none.concat()).await?;
            place(page).await?;
            ensure!(page.run(&format!("return {held}")).await? == true, "it has not ended");
            page.run(&end).await?;
            page.wait_until(&format!("!({held})"), &end).await?;
        }
        // A word that is being composed is none: the pointer may move meanwhile.
        page.run(&tell("#search", "compositionstart")).await?;
        page.run(&tell_with("#sort", "pointermove", "buttons: 0")).await?;
        place(page).await?;
        ensure!(page.run(&format!("return {held}")).await? == true, "it is being composed");
        page.run(&tell("#search", "compositionend")).await?;
        start(page, server).await?;
        expect_address(page, "").await
    })
    .await
}

#[tokio::test]
async fn a_link_within_the_page_that_is_opened_beside_it_is_left_to_the_browser() -> Result<()> {
    slowly(Look::MIDDLE, "", async |page, server| {
        start(page, server).await?;
        page.run(
            "addEventListener('click', (event) => {
                self.followed = !event.defaultPrevented;
                event.preventDefault();
            })",
        )
        .await?;
        for (key, wanted) in [("ctrlKey", true), ("metaKey", true), ("x", false)] {
            let click = format!(
                "document.querySelector('.skip').dispatchEvent(new MouseEvent('click', {{ {key}: true, bubbles: true, cancelable: true }}));
                return self.followed"
            );
            ensure!(page.run(&click).await? == wanted, "{key}");
        }
        page.wait_until(&format!("document.activeElement.id === '{HEADING}'"), "the heading").await
    })
    .await
}
