//! Layout: no view is wider than its page, at any width, zoom or size of text; motion and colours are
//! the reader's.

use std::iter;

use anyhow::{Result, ensure};
use browser_tests::widget::{VIEWS, facet_value, unfold};
use browser_tests::{Engine, Look, Page, left_out, scenario};

/// What has to be scrolled sideways, of every view looked at in some ways, with everything unfolded.
async fn too_wide(page: &Page<'_>, looks: &[Look], prepare: &str) -> Result<String> {
    let mut found = Vec::new();
    for (name, query) in VIEWS {
        page.look(looks[0]).await?;
        page.open(query).await?;
        page.run(prepare).await?;
        // Opened once: it is the width of its container that a view follows.
        for look in looks {
            page.look(*look).await?;
            unfold(page).await?;
            let overflow = page.overflow().await?;
            if overflow > 0 {
                // What sticks out furthest, to find it.
                let script = "const out = [...document.querySelectorAll('body *')]
                    .map((it) => [it.getBoundingClientRect().right, `${it.localName}.${it.className} ${it.textContent.slice(0, 30)}`])
                    .sort((one, other) => other[0] - one[0]); return out[0].join(' px: ')";
                let widest = page.run(script).await?;
                found.push(format!("{name}, {} px: {overflow} px too wide: {widest}", look.width));
            }
        }
    }
    Ok(found.join("\n"))
}

#[tokio::test]
async fn no_view_scrolls_sideways_at_any_width() -> Result<()> {
    scenario("", Look::NARROW, async |page| {
        let mut looks = Vec::new();
        for look in iter::once(Look::NARROWEST).chain(Look::ALL) {
            if look.width >= page.browser().engine().narrowest() {
                looks.push(look);
            } else {
                left_out(&format!("no window here is as narrow as {} px", look.width))?;
            }
        }
        let found = too_wide(page, &looks, "").await?;
        ensure!(found.is_empty(), "{found}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn no_view_scrolls_sideways_at_200_percent() -> Result<()> {
    scenario("", Look::WIDE.zoomed(), async |page| {
        let found = too_wide(page, &[Look::MIDDLE.zoomed(), Look::WIDE.zoomed()], "").await?;
        ensure!(page.run("return devicePixelRatio").await? == 2);
        ensure!(found.is_empty(), "{found}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn no_view_scrolls_sideways_with_text_twice_as_large() -> Result<()> {
    scenario("", Look::MIDDLE, async |page| {
        // Larger text alone, as set in the browser.
        let larger = "document.documentElement.style.fontSize = '200%'";
        for looks in [&[Look::MIDDLE, Look::COLUMN][..], &[Look::NARROW]] {
            let found = too_wide(page, looks, larger).await?;
            ensure!(found.is_empty(), "{found}");
        }
        Ok(())
    })
    .await
}

/// Every element that moves or fades, with how long.
const MOVING: &str = "return [...document.querySelectorAll('*')]
    .filter((it) => {
        const style = getComputedStyle(it);
        const long = (list) => list.split(',').some((time) => parseFloat(time) > 0);
        return long(style.transitionDuration) || style.animationName !== 'none'
            && long(style.animationDuration);
    }).map((it) => `${it.localName}.${it.className.baseVal ?? it.className}`)
    .filter((text, at, all) => all.indexOf(text) === at)";

#[tokio::test]
async fn nothing_moves_for_a_reader_who_asked_for_less_motion() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| {
        for (name, query) in VIEWS {
            page.open(query).await?;
            let moving = page.run(MOVING).await?;
            ensure!(moving.as_array().is_some_and(Vec::is_empty), "{name}: {moving}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn forced_colors_draw_every_view_and_keep_what_is_chosen_visible() -> Result<()> {
    if !Engine::chosen()?.forces_colors() {
        return left_out("there are no forced colours here");
    }
    scenario("", Look::WIDE.in_forced_colors(), async |page| {
        ensure!(page.run("return matchMedia('(forced-colors: active)').matches").await? == true);
        for (name, query) in VIEWS {
            page.open(query).await?;
            page.wait_for(".views", name).await?;
        }
        page.open("?view=fit&step=size&a.size=medium").await?;
        let outline = "const outline = (it) => getComputedStyle(it).outlineStyle;
            return [outline(document.querySelector('.option--chosen')),
                outline(document.querySelector('.option:not(.option--chosen)'))].join()";
        ensure!(page.run(outline).await? == "solid,none", "{}", page.run(outline).await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn choosing_a_filter_does_not_move_the_cards() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| {
        let top = "return document.querySelector('.cards').getBoundingClientRect().top + scrollY";
        let before = page.run(top).await?;
        page.click(&facet_value("Language", "Ruby")).await?;
        page.wait_for(".chip", "a chip for what is active").await?;
        ensure!(page.run(top).await? == before, "{} was {before}", page.run(top).await?);
        Ok(())
    })
    .await
}
