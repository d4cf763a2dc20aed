//! As high as its content, in whatever box the page around gives.

use anyhow::{Context as _, Result, ensure};
use browser_tests::host::{Host, enter, expect_fit as expect_fit_inside, frame, go_into, script};
use browser_tests::server::{Hosting, Server};
use browser_tests::widget::{option, way};
use browser_tests::{Look, Page, settings};

/// Waits until a frame shows all of its content and nothing below it, and returns its height inside.
async fn expect_fit(page: &Page<'_>, frame: &str, what: &str) -> Result<i64> {
    enter(page, frame).await.with_context(|| what.to_owned())?;
    let height = expect_fit_inside(page).await.with_context(|| what.to_owned())?;
    page.leave_frame().await?;
    Ok(height)
}

/// What themes do to frames: a name, styles, and what is around the frame, with `{}` in its place.
const BOXES: [(&str, &str, &str); 16] = [
    ("nothing", "", "{}"),
    ("a border", "iframe { border: 7px solid }", "{}"),
    ("a border inside", "iframe { box-sizing: border-box; border: 7px solid }", "{}"),
    ("a padding inside", "iframe { box-sizing: border-box; padding: 20px 10px 30px }", "{}"),
    ("a padding outside", "iframe { box-sizing: content-box !important; padding: 5% }", "{}"),
    (
        "all of it",
        "* { box-sizing: border-box !important } iframe { padding: 1rem; border: 3px double }",
        "{}",
    ),
    ("an automatic height", "iframe { height: auto !important }", "{}"),
    (
        "a fixed height",
        "iframe { height: 333px !important; box-sizing: border-box !important }",
        "{}",
    ),
    ("a ratio", "iframe { aspect-ratio: 16 / 9; height: auto }", "{}"),
    ("a slow height", "iframe { transition: all 0.3s }", "{}"),
    ("a block", "iframe { display: block; max-width: 100%; margin: 2rem auto }", "{}"),
    ("a row", "div { display: flex; align-items: stretch }", "<div><p>Beside</p>{}</div>"),
    (
        "a column",
        "div { display: flex; flex-direction: column; min-height: 200px }",
        "<div>{}</div>",
    ),
    ("a grid", "div { display: grid; grid-template-rows: auto }", "<div>{}<p>Below</p></div>"),
    (
        "columns",
        "div { display: grid; grid-template-columns: 60% 40%; place-items: center }",
        "<div>{}<p>Beside</p></div>",
    ),
    (
        "a figure",
        "figure { border: 1px solid; padding: 1em } iframe { height: 100% }",
        "<figure>{}</figure>",
    ),
];

#[tokio::test]
async fn it_fits_whatever_box_a_theme_gives() -> Result<()> {
    for (name, styles, around) in BOXES {
        let host = Host::new(|origin| {
            let frame =
                frame(origin, "?view=compare", "width='100%' height=720 style='width:100%'");
            format!("<style>{styles}</style>{}{}", around.replace("{}", &frame), script(origin))
        })
        .await?;
        host.open(Look::MIDDLE, async |page| {
            let empty = expect_fit(page, "iframe", name).await?;
            page.enter_frame().await?;
            page.click(&way("Browse")).await?;
            page.wait_for(".cards", "the cards").await?;
            page.leave_frame().await?;
            let cards = expect_fit(page, "iframe", name).await?;
            ensure!(cards > empty, "{name}: {cards} after {empty}");
            let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            ensure!(page.run(wide).await? == 0, "{name}: the page around is too wide");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn it_follows_every_pixel_that_is_added() -> Result<()> {
    let around = Host::new(|origin| {
        format!("{}{}", frame(origin, "?compact=yes&view=result", "width=500"), script(origin))
    })
    .await?;
    around
        .open(Look::MIDDLE, async |page| {
            enter(page, "iframe").await?;
            expect_fit_inside(page).await?;
            for pixels in 1..=3 {
                let grow = "const more = document.createElement('div');
                    more.style.height = '1px';
                    document.querySelector('.sf').append(more)";
                page.run(grow).await?;
                let scrolls = "return document.documentElement.scrollHeight - innerHeight";
                let left = async || page.run(scrolls).await;
                page.expect(&format!("what is out of sight of {pixels} more"), 0, left).await?;
            }
            page.leave_frame().await
        })
        .await
}

/// What themes do that leaves less room than the content needs.
const LIMITS: [(&str, &str, &str); 3] = [
    ("a limit", "iframe { max-height: 400px }", "{}"),
    (
        "a box for videos",
        "div { position: relative; padding-bottom: 56.25%; overflow: hidden }
         iframe { position: absolute; inset: 0; width: 100%; height: 100% !important }",
        "<div>{}</div>",
    ),
    (
        "a column of a window",
        "div { display: flex; flex-direction: column; height: 400px } iframe { flex: 1 1 0; min-height: 0 }",
        "<div>{}</div>",
    ),
];

#[tokio::test]
async fn where_a_theme_limits_the_height_the_rest_is_reached_by_scrolling() -> Result<()> {
    for (name, styles, around) in LIMITS {
        let host = Host::new(|origin| {
            let frame = frame(origin, "", "width=600 height=720");
            let around = around.replace("{}", &frame);
            format!("<style>{styles}</style>{around}{}", script(origin))
        })
        .await?;
        host.open(Look::MIDDLE, async |page| {
            enter(page, "iframe").await?;
            page.settle().await?;
            page.run("scrollTo(0, 1e6)").await?;
            let end = page.run("return document.getElementById('app').getBoundingClientRect().bottom").await?;
            page.leave_frame().await?;
            let end = end.as_f64().context("a place")?;
            // Where the end of the page is in the window around, and where the frame can be seen.
            let bottom = page
                .run("const it = document.querySelector('iframe');
                    const own = it.getBoundingClientRect();
                    const box = it.parentElement === document.body ? own : it.parentElement.getBoundingClientRect();
                    return Math.min(own.bottom, box.bottom) - own.top")
                .await?;
            let bottom = bottom.as_f64().context("a place")?;
            ensure!(end <= bottom + 8.0, "{name}: the page ends at {end}, and what is seen at {bottom}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn it_fits_wherever_its_address_leads() -> Result<()> {
    let redirects = [("/pick", "/pick/"), ("/stackfit/index.html", "/")]
        .map(|(from, to)| (from.to_owned(), to.to_owned()));
    let hosting = Hosting {
        redirects: redirects.into(),
        rewrites: vec![("/pick/".to_owned(), "/index.html".to_owned())],
        ..Hosting::default()
    };
    let widget = Server::start_as(&settings::dist()?, hosting).await?;
    // Another host that leads to this one, as a short address or one with www does.
    let elsewhere = Hosting {
        redirects: vec![("/frameworks".to_owned(), format!("{}/", widget.origin()))],
        ..Hosting::default()
    };
    let elsewhere = Server::start_as(&settings::dist()?, elsewhere).await?;
    let (own, other) = (widget.origin(), elsewhere.origin());
    let addresses = [
        format!("{own}/stackfit/index.html?view=fit"),
        format!("{}?view=compare", own.replace("http://", "HTTP://")),
        format!("{}/./?view=fit", own.trim_start_matches("http:")),
        format!("{other}/frameworks?compact=yes"),
        format!("{own}/index.html?view=compare#?secret=abcdefghij"),
    ];
    let frames = addresses
        .each_ref()
        .map(|src| format!("<iframe title=Widget width=600 height=300 src='{src}'></iframe>"));
    let host = Host::new(|_| format!("{}{}", frames.concat(), script(own))).await?;
    host.open(Look::MIDDLE, async |page| {
        for address in &addresses {
            expect_fit(page, &format!("iframe[src=\"{address}\"]"), address).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn it_fits_wherever_its_frame_is_put() -> Result<()> {
    let host = Host::new(|origin| {
        let one = frame(origin, "?view=compare", "width=600 height=300");
        let inner = format!("<body style='margin:0'>{one}{}", script(origin)).replace('"', "&quot;");
        format!(
            "<div id=first>{one}</div><div id=second></div><div id=root></div>
             <iframe id=srcdoc title=Outer width=700 height=500 srcdoc=\"{inner}\"></iframe>{}
             <script>
                const shadow = document.getElementById('root').attachShadow({{ mode: 'open' }});
                shadow.innerHTML = '<section><slot></slot>' + document.getElementById('first').innerHTML + '</section>';
             </script>",
            script(origin)
        )
    })
    .await?;
    host.open(Look::MIDDLE, async |page| {
        let first = expect_fit(page, "iframe", "the first").await?;
        // A frame that is moved loads again, and one that is written anew is another one.
        page.run("const to = document.getElementById('second');
            to.append(document.querySelector('#first iframe'))")
            .await?;
        ensure!(expect_fit(page, "iframe", "moved").await? == first);
        page.run("const it = document.querySelector('#second iframe');
            it.removeAttribute('style'); it.outerHTML = it.outerHTML")
            .await?;
        ensure!(expect_fit(page, "iframe", "written anew").await? == first);
        page.run(
            "const it = document.querySelector('#second iframe');
            it.addEventListener('load', () => { self.isLed = true }, { once: true });
            it.src = it.src.replace('compare', 'fit')",
        )
        .await?;
        page.wait_until("self.isLed", "the other page").await?;
        enter(page, "#second iframe").await?;
        page.wait_for(&option("Python"), "another view").await?;
        page.leave_frame().await?;
        expect_fit(page, "iframe", "led elsewhere").await?;
        // The script of the page in an attribute fits the frame in that page.
        go_into(page, "#srcdoc").await?;
        expect_fit(page, "iframe", "in an attribute").await?;
        page.leave_frame().await?;
        let in_shadow = "return document.getElementById('root').shadowRoot.querySelector('iframe').offsetHeight";
        page.run("document.getElementById('root').scrollIntoView()").await?;
        page.expect("the height in a shadow root", true, async || {
            Ok(page.run(in_shadow).await?.as_i64().is_some_and(|it| (it - first).abs() < 6))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn a_script_that_was_copied_works_and_says_so_once() -> Result<()> {
    let copy = std::fs::read_to_string(settings::dist()?.join("embed.js"))?;
    for (name, tag) in [
        ("in the page", format!("<script>{copy}</script>")),
        ("beside the post", "<script src='fit-frames.js'></script>".to_owned()),
    ] {
        let host = Host::new(|origin| {
            let one = frame(origin, "?view=compare", "width=600 height=300");
            let note = "<script>var noted = []; console.info = (text) => noted.push(text)</script>";
            format!("{note}{one}{tag}")
        })
        .await?;
        std::fs::write(host.site().folder().join("fit-frames.js"), &copy)?;
        host.open(Look::MIDDLE, async |page| {
            expect_fit(page, "iframe", name).await?;
            page.enter_frame().await?;
            page.click(&way("Browse")).await?;
            page.wait_for(".cards", "the cards").await?;
            page.leave_frame().await?;
            expect_fit(page, "iframe", name).await?;
            let noted = page.run("return noted.length").await?;
            ensure!(noted == 1, "{name}: {noted} notes");
            Ok(())
        })
        .await?;
    }
    Ok(())
}
