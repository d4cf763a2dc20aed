//! Paper: dark ink whatever the theme, nothing that only works on a screen, and few pages.

use anyhow::{Result, ensure};
use browser_tests::driver::Browser;
use browser_tests::server::Server;
use browser_tests::widget::{VIEWS, facet_value};
use browser_tests::{Denied, Engine, Look, Page, Setup, left_out, scenario, settings};
use fantoccini::wd::PrintConfiguration;

/// What a colleague may want on paper, with how many pages it may take.
const PAPERS: [(&str, &str, usize); 3] = [
    (
        "result",
        "?view=result&a.language=python,ruby&a.box=admin,auth&must.box=auth&a.size=medium\
         &a.learning=weeks&w.size=important",
        2,
    ),
    ("comparison", "?view=compare&compare=django,laravel&a.language=python", 1),
    ("details", "?open=django", 2),
];

/// Turns the rules of the style sheets to those for paper, which works in every engine.
const ON_PAPER: &str = "const turn = (rules) => {
        for (const rule of rules) {
            if (rule.media && /print/.test(rule.media.mediaText)) rule.media.mediaText = 'all';
            else if (rule.media && /screen/.test(rule.media.mediaText)) rule.media.mediaText = 'not all';
            if (rule.cssRules) turn(rule.cssRules);
        }
    };
    for (const sheet of document.styleSheets) turn(sheet.cssRules)";

/// Texts that are pale on white paper.
const PALE: &str = "const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    const light = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const part = (n) => n <= 10 ? n / 3294 : ((n / 255 + 0.055) / 1.055) ** 2.4;
        const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
        return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set();
    for (let text; (text = walker.nextNode());) {
        const it = text.parentElement;
        if (!text.data.trim() || !it.checkVisibility() || it.closest('.visually-hidden')) continue;
        const contrast = 1.05 / (light(getComputedStyle(it).color) + 0.05);
        if (contrast < 4.5) found.add(`${contrast.toFixed(2)} ${it.localName}.${it.className}`);
    }
    return [...found].join()";

/// Controls that are on paper.
const CONTROLS: &str = "return [...document.querySelectorAll(
        'button:not(.rank__name), input, select, textarea, .button, nav, .views, .skip, .ways')]
    .filter((it) => it.checkVisibility())
    .map((it) => `${it.localName}.${it.className}`).join()";

async fn open(page: &Page<'_>, query: &str) -> Result<()> {
    page.open(query).await?;
    // What follows later is there.
    page.wait_until("!document.querySelector('main').innerText.includes('…')", "all of it").await
}

#[tokio::test]
async fn paper_has_dark_ink_and_no_controls_in_every_theme() -> Result<()> {
    scenario("", Look::WIDE.calm().dark(), async |page| {
        for (name, query, _) in PAPERS {
            for theme in ["auto", "dark"] {
                open(page, &format!("{query}&theme={theme}")).await?;
                page.run(ON_PAPER).await?;
                let pale = page.run(PALE).await?;
                ensure!(pale == "", "{name}, {theme}: {pale}");
                let controls = page.run(CONTROLS).await?;
                ensure!(controls == "", "{name}, {theme}: {controls}");
                if name == "result" {
                    let address = "const it = document.querySelector('.paper');
                        return it.checkVisibility() && it.innerText.startsWith(location.origin)";
                    ensure!(page.run(address).await? == true, "{theme}: it says where it is from");
                }
            }
        }
        Ok(())
    })
    .await
}

/// The share of the paper that is addresses, in percent.
const ADDRESSES: &str = "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let height = 0;
    for (let text; (text = walker.nextNode());) {
        const it = text.parentElement;
        if (!/https?:\\/\\//.test(text.data) || !it.checkVisibility() || it.closest('.visually-hidden')) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        height += range.getBoundingClientRect().height;
    }
    return Math.round(100 * height / document.querySelector('.sf').getBoundingClientRect().height)";

#[tokio::test]
async fn every_view_is_light_on_paper_and_no_list_of_addresses() -> Result<()> {
    scenario("", Look::WIDE.calm().dark(), async |page| {
        for (name, query) in VIEWS {
            let mark = if query.is_empty() { '?' } else { '&' };
            page.open(&format!("{query}{mark}theme=dark&accent=ffee88&text-size=24")).await?;
            page.settle().await?;
            page.run(
                "document.querySelectorAll('main details').forEach((it) => { it.open = true })",
            )
            .await?;
            page.run(ON_PAPER).await?;
            let pale = page.run(PALE).await?;
            ensure!(pale == "", "{name}: {pale}");
            let share = page.run(ADDRESSES).await?.as_i64();
            ensure!(
                share.is_some_and(|share| share < 25),
                "{name}: {share:?} per cent are addresses"
            );
        }
        Ok(())
    })
    .await
}

/// Engines do not break a grid well: what follows it was printed over its last rows, or it began on a page
/// of its own.
const UNBROKEN: &str = "return [...document.querySelectorAll('.sf, .sf *')]
    .filter((it) => /grid|flex/.test(getComputedStyle(it).display) && it.offsetHeight > 900)
    .map((it) => `${it.localName}.${it.className}`).join()";

#[tokio::test]
async fn what_is_longer_than_a_page_is_no_grid() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| {
        for (name, query) in VIEWS {
            page.open(query).await?;
            page.settle().await?;
            page.run(ON_PAPER).await?;
            let unbroken = page.run(UNBROKEN).await?;
            ensure!(unbroken == "", "{name}: {unbroken}");
        }
        Ok(())
    })
    .await
}

/// Before the program has started, or where it never does.
#[tokio::test]
async fn the_static_page_puts_what_is_ticked_on_paper() -> Result<()> {
    let server = Server::start(&settings::dist()?).await?;
    let browser = Browser::start(Setup::from(Look::WIDE.dark()).without(Denied::Scripts)).await?;
    let page = Page::new(&browser, server.origin());
    page.visit("/").await?;
    page.click(&facet_value("Language", "Ruby")).await?;
    let shown = "return [...document.querySelectorAll('.card')]
        .filter((it) => it.checkVisibility({ visibilityProperty: true }))
        .map((it) => it.querySelector('h3').textContent).join()";
    let on_screen = page.run(shown).await?;
    page.run(ON_PAPER).await?;
    let rows = "const tops = [...document.querySelectorAll('.card')]
            .filter((it) => it.checkVisibility({ visibilityProperty: true }))
            .map((it) => Math.round(it.getBoundingClientRect().top));
        return tops.length > 1 && new Set(tops).size < tops.length";
    ensure!(page.run(rows).await? == true, "cards stand beside each other");
    ensure!(page.run(shown).await? == on_screen && on_screen != "", "{on_screen}");
    for what in [PALE, CONTROLS] {
        ensure!(page.run(what).await? == "", "{}", page.run(what).await?);
    }
    Ok(())
}

#[tokio::test]
async fn a_result_fits_two_pages_a_comparison_one_and_details_two() -> Result<()> {
    if Engine::chosen()? != Engine::Chromium {
        return left_out("the pages of a document are counted as Chromium writes it");
    }
    scenario("", Look::WIDE.calm(), async |page| {
        let mut found = Vec::new();
        for (name, query, most) in PAPERS {
            open(page, query).await?;
            let paper = page.browser().client().print(PrintConfiguration::default()).await?;
            let text = String::from_utf8_lossy(&paper);
            let n = text.matches("/Type /Page\n").count();
            if n == 0 || n > most {
                found.push(format!("{name}: {n} pages"));
            }
        }
        ensure!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    })
    .await
}
