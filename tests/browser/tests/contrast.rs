//! Contrast, as it is on the screen: every text and every mark of every view in both themes, measured
//! from the pixels of a picture.
//!
//! The ground is the colour that most pixels of a part have, and its ink the one that differs most from
//! it. So it sees what style sheets do not say: what lies behind, what is half transparent, what one
//! mark does on another.

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use browser_tests::driver::Browser;
use browser_tests::server::Server;
use browser_tests::site::Site;
use browser_tests::widget::{VIEWS, unfold};
use browser_tests::{Engine, Look, Page, left_out, scenario, settings};
use serde_json::json;

/// What is hard to see, of a page and its picture in base64.
const FAINT: &str = r"
    const bytes = Uint8Array.from(atob(arguments[0]), (letter) => letter.charCodeAt(0));
    return createImageBitmap(new Blob([bytes], { type: 'image/png' })).then((picture) => {
        const scale = picture.width / document.documentElement.clientWidth;
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context.drawImage(picture, 0, 0);
        const part = (n) => n <= 10 ? n / 3294 : ((n / 255 + 0.055) / 1.055) ** 2.4;
        const light = (colour) => 0.2126 * part(colour >> 16)
            + 0.7152 * part(colour >> 8 & 255) + 0.0722 * part(colour & 255);
        const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        // The greatest contrast of any pixel of a box with what most of its pixels are.
        const seen = (box, margin) => {
            const [left, top] = [box.left + scrollX - margin, box.top + scrollY - margin];
            const [x, y] = [Math.floor(left * scale), Math.floor(top * scale)];
            const width = Math.ceil((box.width + 2 * margin) * scale);
            const height = Math.ceil((box.height + 2 * margin) * scale);
            if (width < 1 || height < 1 || x < 0 || y < 0) return 99;
            if (x + width > picture.width || y + height > picture.height) return 99;
            const { data } = context.getImageData(x, y, width, height);
            const colours = new Map();
            for (let at = 0; at < data.length; at += 4) {
                const colour = data[at] << 16 | data[at + 1] << 8 | data[at + 2];
                colours.set(colour, (colours.get(colour) ?? 0) + 1);
            }
            const all = [...colours].sort((one, other) => other[1] - one[1]);
            const ground = light(all[0][0]);
            return Math.max(...all.map(([colour]) => contrast(light(colour), ground)));
        };
        const found = new Map();
        const note = (it, least, value, what) => {
            if (value >= least) return;
            const name = `${what} ${it.localName}${it.id && '#'}${it.id}.${it.className.baseVal ?? it.className}`;
            if ((found.get(name) ?? 99) > value) found.set(name, value);
        };
        // What only screen readers are told is cut to nothing.
        const isClipped = (it) => it && (getComputedStyle(it).clipPath === 'inset(50%)' || isClipped(it.parentElement));
        const isIdle = (it) => isClipped(it) || it.closest(':disabled, :has(> :disabled), textarea, option, iframe');
        const range = document.createRange();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let text; (text = walker.nextNode());) {
            const it = text.parentElement;
            if (text.data.trim().length < 2 || isIdle(it)) continue;
            if (!it.checkVisibility({ visibilityProperty: true })) continue;
            const style = getComputedStyle(it);
            const size = parseFloat(style.fontSize);
            const isLarge = size >= 24 || size >= 18.66 && style.fontWeight >= 600;
            range.selectNodeContents(text);
            for (const box of [...range.getClientRects()].slice(0, 1)) {
                note(it, isLarge ? 3 : 4.5, seen(box, 0), 'text');
            }
        }
        const marks = 'input, select, .button, .chip, .progress__bar > span, svg :is(rect, path), .level__glyph';
        for (const it of document.querySelectorAll(marks)) {
            // The browser draws a box that is not ticked, as it does everywhere else.
            if (isIdle(it) || it.disabled || it.matches('[type=checkbox]:not(:checked)') || !it.checkVisibility({ visibilityProperty: true })) continue;
            // Its ground is what is around it.
            note(it, 3, seen(it.getBoundingClientRect(), 3), 'mark');
        }
        return [...found].map(([name, value]) => `${value.toFixed(2)} ${name}`).join('\n');
    })";

/// How many pictures have to show that something is hard to see.
const PICTURES: usize = 4;

/// What is hard to see in the window of the page, or of its frame where that begins at the page's corner.
///
/// A picture can be taken while the page is still being painted: while it shows again what has been
/// pressed, or while a host gives its frame another height. So only what every picture shows counts.
async fn faint(
    page: &Page<'_>,
    take_picture: impl AsyncFn() -> Result<Vec<u8>>,
) -> Result<Vec<String>> {
    let mut faint = faint_in(page, take_picture().await?).await?;
    for _ in 1..PICTURES {
        if faint.is_empty() {
            break;
        }
        page.settle().await?;
        let again = faint_in(page, take_picture().await?).await?;
        faint.retain(|line| again.iter().any(|other| named(other) == named(line)));
    }
    Ok(faint)
}

/// What is hard to see in one picture: how much contrast each has, and its name.
async fn faint_in(page: &Page<'_>, picture: Vec<u8>) -> Result<Vec<String>> {
    let picture = json!(STANDARD.encode(picture));
    let found = page.browser().client().execute(FAINT, vec![picture]).await?;
    let found = found.as_str().context("the script answers with lines")?;
    Ok(found.lines().map(ToOwned::to_owned).collect())
}

/// The name in a line.
fn named(line: &str) -> Option<&str> {
    line.split_once(' ').map(|(_, name)| name)
}

/// What is far below the visible part is drawn too, and what scrolls inside a list.
const WHOLE: &str =
    "document.querySelectorAll('fieldset').forEach((it) => { it.style.maxBlockSize = 'none' });
    document.documentElement.dataset.framed = ''; document.activeElement.blur(); scrollTo(0, 0)";

/// The grounds of a frame: its own, and that of a page around whose colours fit the theme.
const GROUNDS: [(&str, &str); 2] = [
    ("its own ground", ""),
    (
        "no ground",
        "const { dataset, style } = document.documentElement;
            const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
            dataset.seeThrough = '';
            style.background = (dataset.theme ?? system) === 'dark' ? '#111' : '#fff'",
    ),
];

#[tokio::test]
async fn every_text_and_every_mark_can_be_seen_in_both_themes() -> Result<()> {
    if Engine::chosen()? != Engine::Chromium {
        return left_out("a picture of the whole page is needed");
    }
    scenario("", Look::WIDE.zoomed().calm(), async |page| {
        let mut found = Vec::new();
        for (name, query) in VIEWS {
            for scheme in page.browser().schemes() {
                page.look(Look::WIDE.zoomed().calm().in_scheme(scheme)).await?;
                page.open(query).await?;
                unfold(page).await?;
                page.run(WHOLE).await?;
                for (ground, change) in GROUNDS {
                    page.run(change).await?;
                    // The picture is of what is painted.
                    page.settle().await?;
                    let place = format!("{name}, {}, {ground}", scheme.name());
                    let faint = faint(page, async || page.browser().picture().await)
                        .await
                        .with_context(|| place.clone())?;
                    found.extend(faint.iter().map(|it| format!("{place}: {it}")));
                }
            }
        }
        ensure!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    })
    .await
}

/// A picture of the page around, both it and its frame scrolled to their beginnings, as seen from the frame.
async fn picture_of_corner(page: &Page<'_>) -> Result<Vec<u8>> {
    page.run("scrollTo(0, 0)").await?;
    page.leave_frame().await?;
    page.run("scrollTo(0, 0)").await?;
    let picture = page.browser().picture().await?;
    page.enter_frame().await?;
    Ok(picture)
}

/// Pages around, as a style.
const HOSTS: [(&str, &str); 4] = [
    ("light", "body { background: #fff }"),
    ("cream", "body { background: #fdf6e3 }"),
    ("dark by class", "body { background: #14171c; color: #ddd }"),
    ("dark by scheme", ":root { color-scheme: dark }"),
];

/// Snippets: what is said in the address, whether the script is there, and the pages around that matter to it.
const SNIPPETS: [(&str, &str, bool, &[&str]); 3] = [
    ("with the script", "", true, &["light", "dark by class", "dark by scheme"]),
    // It has a ground of its own, and hears nothing of the page around.
    ("without the script", "", false, &["dark by scheme"]),
    ("with the script and no ground", "&ground=none", true, &["cream", "dark by class"]),
];

#[tokio::test]
async fn every_text_can_be_seen_on_every_page_around_by_every_reader() -> Result<()> {
    if Engine::chosen()? != Engine::Chromium {
        return left_out("a picture of the whole page is needed");
    }
    let server = Server::start(&settings::dist()?).await?;
    let look = Look::MIDDLE.zoomed().calm();
    let browser = Browser::start(look).await?;
    let mut found = Vec::new();
    for (host, style) in HOSTS {
        for (snippet, more, has_script, _) in
            SNIPPETS.into_iter().filter(|(.., hosts)| hosts.contains(&host))
        {
            for view in ["?f.language=python,ruby", "?view=result&a.size=medium&a.box=admin,auth"] {
                let origin = server.origin();
                let script = format!("<script src='{origin}/embed.js'></script>");
                // The frame begins at the corner, so that both have the same coordinates.
                let site = Site::new(&format!(
                    "<style>body, p {{ margin: 0 }} iframe {{ display: block }} {style}</style>
                     <iframe title=Widget src='{origin}/{view}{more}' height=720
                        style='border:0;width:100%;color-scheme:light dark'></iframe>{}",
                    if has_script { &script } else { "" }
                ))?;
                let around = Server::start(site.folder()).await?;
                let page = Page::new(&browser, around.origin());
                for scheme in browser.schemes() {
                    page.look(look.in_scheme(scheme)).await?;
                    page.visit("/").await?;
                    page.enter_frame().await?;
                    unfold(&page).await?;
                    page.settle().await?;
                    page.run(WHOLE).await?;
                    page.settle().await?;
                    let place = format!("{host}, {} system, {snippet}, {view}", scheme.name());
                    let faint = faint(&page, async || picture_of_corner(&page).await)
                        .await
                        .with_context(|| place.clone())?;
                    found.extend(faint.iter().map(|it| format!("{place}: {it}")));
                    page.leave_frame().await?;
                }
                page.assert_no_errors().await?;
            }
        }
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}
