//! On light and on dark pages: the widget paints a ground of its own, and follows what the page around looks like.

use anyhow::{Result, ensure};
use browser_tests::host::{Host, enter, frame, script};
use browser_tests::{Look, Page, Scheme};

/// Pages around: a name, a body, and whether it looks dark to a reader with a light and with a dark system.
const PAGES: [(&str, &str, [bool; 2]); 13] = [
    ("light", "<style>body { background: #fff; color: #222 }</style>{}", [false, false]),
    ("cream", "<style>html { background: #fdf6e3 }</style>{}", [false, false]),
    ("mint", "<style>body { background: #7fffd4; color: #000 }</style>{}", [false, false]),
    ("deep red", "<style>body { background: #8b0000; color: #fff }</style>{}", [true, true]),
    (
        "red of another space",
        "<style>body { background: color(display-p3 0.6 0.1 0.1); color: #fff }</style>{}",
        [true, true],
    ),
    ("no colours", "{}", [false, false]),
    (
        "dark by class",
        "<style>.dark body { background: #16181d; color: #ddd }</style>
         <script>document.documentElement.className = 'dark'</script>{}",
        [true, true],
    ),
    ("dark by scheme", "<style>:root { color-scheme: dark }</style>{}", [true, true]),
    ("as the system", "<style>:root { color-scheme: light dark }</style>{}", [false, true]),
    (
        "dark by another space",
        "<style>body { background: oklch(0.21 0.03 265); color: oklch(0.9 0.01 265) }</style>{}",
        [true, true],
    ),
    (
        "a light card on a dark page",
        "<style>body { background: #111; color: #eee } article { background: #fafafa; color: #111 }</style>
         <article>{}</article>",
        [false, false],
    ),
    (
        "a gradient",
        "<style>section { background: linear-gradient(#102, #024); color: #fff }</style><section>{}</section>",
        [true, true],
    ),
    (
        "a veil",
        "<style>body { background: #101014; color: #eee } div { background: rgb(255 255 255 / 8%) }</style>
         <div>{}</div>",
        [true, true],
    ),
];

/// The look of the widget: whether it is light or dark, and whether its ground, its text and what they say agree.
const TONE: &str = "const light = (colour) => {
        const [x, y, z, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
        return alpha === 0 ? 'none' : (colour.startsWith('rgb') ? (x + y + z) / 765 : x) > 0.5;
    };
    const style = (at) => getComputedStyle(document.querySelector(at));
    const [ground, text] = [light(style('html').backgroundColor), light(style('h1').color)];
    return `${ground ? 'light' : 'dark'}${ground === text ? ', unreadable' : ''}`";

async fn tone(page: &Page<'_>) -> Result<String> {
    Ok(page.run(TONE).await?.as_str().unwrap_or_default().to_owned())
}

const fn name(is_dark: bool) -> &'static str {
    if is_dark { "dark" } else { "light" }
}

#[tokio::test]
async fn with_the_script_it_looks_as_the_page_around() -> Result<()> {
    for (what, body, looks_dark) in PAGES {
        let around = Host::new(|origin| {
            let frame =
                frame(origin, "", "width=600 height=400 style='border:0;color-scheme:light dark'");
            format!("{}{}", body.replace("{}", &frame), script(origin))
        })
        .await?;
        for (scheme, is_dark) in Scheme::ALL.into_iter().zip(looks_dark) {
            // A dark page says something to a reader with a light system, and the other way around.
            if looks_dark[0] == looks_dark[1] && is_dark == (scheme == Scheme::Dark) {
                continue;
            }
            around
                .open(Look::MIDDLE.in_scheme(scheme), async |page| {
                    enter(page, "iframe").await?;
                    let who = format!("{what}, with a {} system", scheme.name());
                    page.expect(&who, name(is_dark), async || tone(page).await).await?;
                    page.leave_frame().await
                })
                .await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn without_the_script_it_follows_the_frame_and_can_be_read() -> Result<()> {
    // Without the script nothing is known of the page around but its scheme.
    let pages = ["light", "dark by class", "dark by scheme"];
    for (what, body, _) in PAGES.into_iter().filter(|(name, ..)| pages.contains(name)) {
        let around = Host::new(|origin| {
            body.replace(
                "{}",
                &frame(origin, "", "width=600 height=400 style='color-scheme:light dark'"),
            )
        })
        .await?;
        for scheme in Scheme::ALL {
            around
                .open(Look::MIDDLE.in_scheme(scheme), async |page| {
                    enter(page, "iframe").await?;
                    let tone = tone(page).await?;
                    ensure!(
                        tone == scheme.name(),
                        "{what}: {tone} with a {} system",
                        scheme.name()
                    );
                    page.leave_frame().await
                })
                .await?;
        }
    }
    Ok(())
}

/// How hosts switch between light and dark: a name, a style, and what their button does.
const SWITCHES: [(&str, &str, &str); 6] = [
    (
        "a class",
        ".dark { background: #111; color: #eee }",
        "document.documentElement.classList.toggle('dark')",
    ),
    (
        "an attribute",
        "[data-theme=night] body { background: #111; color: #eee }",
        "document.documentElement.toggleAttribute('data-theme') && (document.documentElement.dataset.theme = 'night')",
    ),
    (
        "slowly",
        "body { transition: background-color 0.4s, color 0.4s } .dark { background: #111; color: #eee }",
        "document.body.classList.toggle('dark')",
    ),
    (
        "a class of a part",
        "main { background: #fff } main.dark { background: #111; color: #eee }",
        "document.querySelector('main').classList.toggle('dark')",
    ),
    (
        "a style",
        "",
        "const { style } = document.body; style.background = style.background ? '' : 'rgb(20, 20, 30)'",
    ),
    (
        "a scheme",
        "[data-mode=dark] { color-scheme: dark }",
        "const { dataset } = document.documentElement; dataset.mode = dataset.mode === 'dark' ? 'light' : 'dark'",
    ),
];

#[tokio::test]
async fn with_the_script_it_follows_when_the_page_around_is_switched() -> Result<()> {
    for (what, style, switch) in SWITCHES {
        let around = Host::new(|origin| {
            let frame = frame(
                origin,
                "?view=compare",
                "width=600 height=400 style='color-scheme:light dark'",
            );
            format!("<style>{style}</style><main>{frame}</main>{}", script(origin))
        })
        .await?;
        around
            .open(Look::MIDDLE, async |page| {
                for wanted in ["light", "dark", "light"] {
                    enter(page, "iframe").await?;
                    page.expect(what, wanted, async || tone(page).await).await?;
                    page.leave_frame().await?;
                    page.run(switch).await?;
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_forced_theme_and_that_of_a_message_win() -> Result<()> {
    let around = Host::new(|origin| {
        let frame =
            frame(origin, "?theme=light", "width=600 height=400 style='color-scheme:light'");
        format!("<style>body {{ background: #111; color: #eee }}</style>{frame}{}", script(origin))
    })
    .await?;
    around
        .open(Look::MIDDLE, async |page| {
            let says = async |theme: &str, wanted: &str| -> Result<()> {
                page.run(&format!(
                    "frames[0].postMessage({{ stackfit: {{ v: 1, type: 'config', theme: '{theme}' }} }}, '*')"
                ))
                .await?;
                enter(page, "iframe").await?;
                page.expect(theme, wanted, async || tone(page).await).await?;
                page.leave_frame().await
            };
            enter(page, "iframe").await?;
            page.expect("a forced theme", "light", async || tone(page).await).await?;
            page.leave_frame().await?;
            says("dark", "dark").await?;
            says("light", "light").await?;
            says("auto", "dark").await
        })
        .await
}

#[tokio::test]
async fn without_a_ground_the_page_around_shows_through_in_every_theme() -> Result<()> {
    for (theme, text_is_light) in [("light", false), ("dark", true)] {
        let around = Host::new(|origin| {
            frame(origin, &format!("?ground=none&theme={theme}"), "width=600 height=400")
        })
        .await?;
        around
            .open(Look::MIDDLE, async |page| {
                enter(page, "iframe").await?;
                let ground = "const style = (at) => getComputedStyle(document.querySelector(at));
                    const [x] = style('h1').color.match(/[\\d.]+/g);
                    return [style('html').backgroundColor, style('body').backgroundColor,
                        x / (style('h1').color.startsWith('rgb') ? 255 : 1) > 0.5].join(' ')";
                let seen = page.run(ground).await?;
                let none = "rgba(0, 0, 0, 0)";
                ensure!(seen == format!("{none} {none} {text_is_light}"), "{theme}: {seen}");
                page.leave_frame().await
            })
            .await?;
    }
    Ok(())
}
