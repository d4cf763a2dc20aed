//! Words and numbers stay whole: none is broken inside, in any view and at any width.
//!
//! A word ends at a space, a hyphen or a slash, and where the markup allows a break.

use anyhow::{Result, ensure};
use browser_tests::widget::{VIEWS, unfold};
use browser_tests::{Look, Page, scenario};
use serde_json::Value;

/// The widths of a container, from a narrow column to a wide page.
const WIDTHS: [u32; 9] = [280, 320, 390, 480, 640, 768, 1024, 1280, 1600];

/// Every word that is on more than one line, with where it stands.
const BROKEN: &str = r"
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const found = new Set();
    for (let text; (text = walker.nextNode());) {
        const it = text.parentElement;
        if (it.closest('textarea, select, script, style, noscript, .visually-hidden')) continue;
        if (!it.checkVisibility({ visibilityProperty: true })) continue;
        for (const word of text.data.matchAll(/[^\s\u00ad\u200b\/\u2013\u2014-]{2,}/gu)) {
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
            if (boxes.some((box) => box.top >= boxes[0].bottom - 1)) {
                found.add(`${word[0]} in ${it.localName}.${it.className}`);
            }
        }
    }
    return [...found]";

async fn broken(page: &Page<'_>, widths: &[u32], prepare: &str) -> Result<String> {
    let mut found = Vec::new();
    for (name, query) in VIEWS {
        page.open(query).await?;
        unfold(page).await?;
        page.run(prepare).await?;
        for width in widths {
            page.look(Look { width: *width, ..Look::WIDE.calm() }).await?;
            if let Value::Array(words) = page.run(BROKEN).await? {
                found.extend(words.iter().map(|word| format!("{name}, {width} px: {word}")));
            }
        }
    }
    Ok(found.join("\n"))
}

#[tokio::test]
async fn no_word_of_any_view_is_broken_inside() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| {
        let narrowest = page.browser().engine().narrowest();
        let widths: Vec<_> = WIDTHS.into_iter().filter(|width| *width >= narrowest).collect();
        // What is far below is laid out too, as in a frame.
        let found = broken(page, &widths, "document.documentElement.dataset.framed = ''").await?;
        ensure!(found.is_empty(), "{found}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn no_word_is_broken_where_letters_stand_further_apart() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| {
        // The text spacing of WCAG 1.4.12.
        let wider = "document.documentElement.dataset.framed = '';
            document.body.style.letterSpacing = '0.12em'; document.body.style.wordSpacing = '0.16em'";
        let found = broken(page, &[390, 640, 1280], wider).await?;
        ensure!(found.is_empty(), "{found}");
        Ok(())
    })
    .await
}
