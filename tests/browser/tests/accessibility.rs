//! Accessibility of every view: axe-core, the size of targets, the visibility of the focus.

use std::cell::Cell;

use anyhow::{Context as _, Result, ensure};
use browser_tests::widget::{VIEWS, unfold};
use browser_tests::{Look, Page, axe, scenario};
use fantoccini::key::Key;

/// Puts what sticks to the lower edge where it stands.
const UNSTUCK: &str = "document.querySelectorAll('.filters__done, .tray')
    .forEach((it) => { it.style.position = 'static' })";

/// What axe-core finds in every view, everything unfolded, in every colour scheme that there can be: each rule once, with
/// all the views that break it.
async fn violations(page: &Page<'_>, look: Look) -> Result<()> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for (name, query) in VIEWS {
        page.look(look).await?;
        page.open(query).await?;
        unfold(page).await?;
        for (at, scheme) in page.browser().schemes().into_iter().enumerate() {
            page.look(look.in_scheme(scheme)).await?;
            // Below the visible part sizes are estimated (`content-visibility`), except in a frame.
            page.run("document.documentElement.dataset.framed = ''").await?;
            // What sticks to the lower edge covers a part of whatever is scrolled under it.
            page.run(UNSTUCK).await?;
            let violations = match at {
                0 => axe::violations(page).await?,
                // It is the same page but for its colours.
                _ => axe::violations_of_colours(page).await?,
            };
            for violation in violations {
                let view = format!("{name} ({})", scheme.name());
                let rule = violation.lines().next();
                match found.iter_mut().find(|(known, _)| known.lines().next() == rule) {
                    Some((_, views)) => views.push(view),
                    None => found.push((violation, vec![view])),
                }
            }
        }
    }
    let found: Vec<_> =
        found.iter().map(|(rule, views)| format!("{rule}\n  in: {}", views.join(", "))).collect();
    ensure!(found.is_empty(), "axe-core at {} px:\n{}", look.width, found.join("\n"));
    Ok(())
}

#[tokio::test]
async fn no_view_has_a_violation_in_a_wide_page() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| violations(page, Look::WIDE.calm()).await).await
}

#[tokio::test]
async fn no_view_has_a_violation_in_a_narrow_page() -> Result<()> {
    // Dark, so that an engine that keeps the colours it was started with has seen both.
    let look = Look::NARROW.calm().dark();
    scenario("", look, async |page| violations(page, look).await).await
}

/// Everything that is meant to be hit by a finger and is smaller than 24 by 24 pixels: buttons,
/// fields, what unfolds, ways, chips, and the labels of boxes. Of links in lists and sentences axe-core
/// makes sure that there is room enough between them.
const SMALL: &str =
    "const meant = 'button, select, input[type=search], input[type=text], summary, \
        label, nav a, .chips a, .button';
    return [...document.querySelectorAll(meant)]
        .filter((it) => it.checkVisibility({ visibilityProperty: true }))
        .filter((it) => !it.matches('.visually-hidden, .field > label, .skip'))
        .map((it) => [it, it.getBoundingClientRect()])
        .filter(([, box]) => box.width < 23.99 || box.height < 23.99)
        .map(([it, box]) => `${it.localName}.${it.className} '${it.innerText.slice(0, 30)}' `
            + `${box.width.toFixed(1)} x ${box.height.toFixed(1)}`)
        .filter((text, at, all) => all.indexOf(text) === at)";

#[tokio::test]
async fn every_target_is_at_least_24_pixels_each_way() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        let mut found = Vec::new();
        for (name, query) in VIEWS {
            page.open(query).await?;
            for look in [Look::WIDE, Look::NARROW] {
                page.look(look).await?;
                unfold(page).await?;
                let small = page.run(SMALL).await?;
                if small.as_array().is_none_or(|small| !small.is_empty()) {
                    found.push(format!("{name}, {} px: {small}", look.width));
                }
            }
        }
        ensure!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    })
    .await
}

/// Whether it can be seen what has the focus, by an outline of its own or of the label or card around it; or
/// that it has gone through the page: nothing has it, or in some browsers the first stop again.
const FOCUS: &str = "const it = document.activeElement;
    if (it === document.body || 'first' in it.dataset) return 'through';
    const ring = (it) => it && getComputedStyle(it).outlineStyle !== 'none'
        && parseFloat(getComputedStyle(it).outlineWidth) >= 1.5;
    const box = it.getBoundingClientRect();
    const inside = box.width > 0 && box.right > 0 && box.bottom > 0
        && box.left < innerWidth && box.top < innerHeight;
    // What has the focus within a frame is drawn by the page in the frame, which is tested by itself.
    if (it.localName === 'iframe') return 'seen';
    return inside && (ring(it) || ring(it.closest('label, .card'))) ? 'seen' : 'unseen'";

#[tokio::test]
async fn the_focus_can_be_seen_at_every_stop() -> Result<()> {
    scenario("", Look::NARROW.calm(), async |page| {
        for (name, query) in VIEWS {
            page.open(query).await?;
            unfold(page).await?;
            // From the top, whatever the unfolding has focused.
            page.run("document.activeElement.blur(); scrollTo(0, 0)").await?;
            let mut n_stops = 0;
            loop {
                page.press(Key::Tab).await?;
                let is_through = Cell::new(false);
                // Some browsers scroll to it a moment later.
                let is_seen = async || {
                    let focus = page.run(FOCUS).await?;
                    is_through.set(focus == "through");
                    Ok(focus != "unseen")
                };
                let seen = page.expect("whether the focus can be seen", true, is_seen).await;
                if seen.is_err() {
                    let focus = page.focused().await?;
                    return seen.with_context(|| format!("{name}: {focus}"));
                }
                if is_through.get() {
                    break;
                }
                if n_stops == 0 {
                    page.run("document.activeElement.dataset.first = ''").await?;
                }
                n_stops += 1;
                ensure!(n_stops < 1000, "{name}: Tab never comes to the end");
            }
            ensure!(n_stops > 5, "{name}: only {n_stops} stops");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_view_has_one_title_and_its_headings_in_order() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        for (name, query) in VIEWS {
            page.open(query).await?;
            let script = "return [...document.querySelectorAll('h1, h2, h3, h4')]
                .filter((it) => it.checkVisibility()).map((it) => Number(it.localName[1]))";
            let levels = page.run(script).await?;
            let levels: Vec<_> = levels
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(serde_json::Value::as_i64)
                .collect();
            ensure!(levels.iter().filter(|level| **level == 1).count() == 1, "{name}: {levels:?}");
            ensure!(levels.first() == Some(&1), "{name}: {levels:?}");
            let steps = levels.windows(2).all(|pair| pair[1] <= pair[0] + 1);
            ensure!(steps, "{name}: a level is left out in {levels:?}");
            let here = page.count(".views a[aria-current=page]").await?;
            // The configurator has no way of its own among the views.
            let wanted = usize::from(!name.starts_with("embed"));
            ensure!(here == wanted, "{name}: {here} ways are marked as here");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_link_that_skips_to_the_content_moves_nothing() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| {
        for look in [Look::WIDE.calm(), Look::NARROW.calm()] {
            page.look(look).await?;
            page.open("").await?;
            let place = "return [...document.querySelectorAll('h1, .views a, main')]
                .map((it) => { const box = it.getBoundingClientRect(); return `${box.left} ${box.top}`; })
                .join()";
            let before = page.run(place).await?;
            page.tab_to("Skip to the content").await?;
            ensure!(page.run(place).await? == before, "{} was {before}", page.run(place).await?);
            let seen = "const box = document.querySelector('.skip').getBoundingClientRect();
                return [box.left >= 0, box.top >= 0, box.width > 24, box.height > 24].join()";
            let seen = page.run(seen).await?;
            ensure!(seen == "true,true,true,true", "it cannot be seen while it has the focus: {seen}");
        }
        Ok(())
    })
    .await
}
