//! The first facets filter the cards before the program has started, and where it never starts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context as _, Result, bail, ensure};
use browser_tests::driver::Browser;
use browser_tests::server::{Hosting, Server};
use browser_tests::site::Site;
use browser_tests::widget::{cards, facet_value};
use browser_tests::{Denied, Look, Page, Setup, axe, scenario, settings};
use fantoccini::key::Key;
use serde_json::{from_value, json};

/// The names on the cards that are shown.
const SHOWN: &str = "return [...document.querySelectorAll('.card')]
    .filter((it) => it.checkVisibility({ visibilityProperty: true }))
    .map((it) => it.querySelector('h3').textContent.trim())";

/// Makes the count one that can be measured.
///
/// Scripts cannot read a CSS counter. So it is drawn as a row of letters, and the width of the row gives the
/// number; for zero there is no row, and a digit instead.
const MEASURED: &str = "const style = document.createElement('style');
    style.textContent = `@counter-style tally { system: symbolic; symbols: 'xx' }
        .browse__n, .probe { font: 16px monospace; white-space: nowrap }
        .browse__n::before { content: counter(found, tally) }`;
    const probe = Object.assign(document.createElement('span'), { textContent: 'x'.repeat(20) });
    probe.className = 'probe';
    document.head.append(style);
    document.body.append(probe)";

/// Ticks the box number `{at}` alone and with each of those after it, and returns their ids, the count and the
/// names on the cards.
const TICKED: &str = "const width = (it) => it.getBoundingClientRect().width;
    const one = width(document.querySelector('.probe')) / 10, count = document.querySelector('.browse__n');
    const boxes = [...document.querySelectorAll('input[data-facet]')];
    const all = [...document.querySelectorAll('.card')];
    const seen = [];
    const box = boxes[{at}];
    for (const other of boxes.slice({at})) {
        box.checked = other.checked = true;
        const shown = all.filter((it) => it.checkVisibility({ visibilityProperty: true }));
        seen.push([box.id, other.id, Math.floor(width(count) / one + 0.25),
            shown.map((it) => it.querySelector('h3').textContent.trim())]);
        box.checked = other.checked = false;
    }
    return seen";

/// Every box of the page: its id, its facet and its value.
const BOXES: &str = "return [...document.querySelectorAll('input[data-facet]')]
    .map((it) => [it.id, it.dataset.facet, it.value])";

/// What stands where, with what it says: the facets and what is in them, the count and the cards.
const PLACES: &str = "const at = (it) => {
        const { x, y, width, height } = it.getBoundingClientRect();
        return [it.className.replace(' needs-program', ''), it.innerText.replace(/\\s+/g, ' ').trim(),
            // Engines place the same thing a hair beside itself.
            ...[x, y + scrollY, width, height].map((it) => Math.round(it * 2) / 2)].join(' ');
    };
    const all = '#search, #sort, .filters__button, .facet, .facet > summary, .facet .check, \
        .facet__more > summary, .browse__count, .card, .cards__more';
    return [...document.querySelectorAll(all)].filter((it) => it.checkVisibility()).map(at).join('\\n')";

/// Two boxes by their ids, the count with both ticked, and the names on the cards.
type Pair = (String, String, usize, BTreeSet<String>);

/// What every box shows, and every two of them.
async fn ticked(page: &Page<'_>, n_boxes: usize) -> Result<Vec<Pair>> {
    page.run(MEASURED).await?;
    let mut pairs = Vec::new();
    // One script for each box: all pairs together would take some engines longer than a script may.
    for at in 0..n_boxes {
        let seen = page.run(&TICKED.replace("{at}", &at.to_string())).await?;
        pairs.extend(from_value::<Vec<Pair>>(seen)?);
    }
    Ok(pairs)
}

/// Opens the built page with scripts off.
async fn without_scripts(
    look: Look,
    play: impl AsyncFnOnce(&Page<'_>) -> Result<()>,
) -> Result<()> {
    let server = Server::start(&settings::dist()?).await?;
    let browser = Browser::start(Setup::from(look).without(Denied::Scripts)).await?;
    let page = Page::new(&browser, server.origin());
    page.visit("/").await?;
    play(&page).await?;
    page.assert_no_errors().await
}

/// A server whose program never arrives.
async fn waiting() -> Result<Server> {
    let slow = Hosting { withheld: Some(".wasm".to_owned()), ..Hosting::default() };
    Server::start_as(&settings::dist()?, slow).await
}

async fn shown(page: &Page<'_>) -> Result<BTreeSet<String>> {
    Ok(from_value(page.run(SHOWN).await?)?)
}

/// Checks which cards are shown.
async fn expect_shown(page: &Page<'_>, wanted: &BTreeSet<String>) -> Result<()> {
    page.expect("the cards", wanted.clone(), async || shown(page).await).await
}

/// What the program lists for links, each in its own facet's terms: `language=ruby`.
async fn listed(links: &[&str]) -> Result<Vec<BTreeSet<String>>> {
    let mut lists = Vec::new();
    let all = &mut lists;
    scenario("", Look::WIDE, async |page| {
        for link in links {
            page.open(&format!("?f.{}", link.replace('&', "&f."))).await?;
            if page.count(".cards__more").await? > 0 {
                page.click(".cards__more").await?;
            }
            all.push(cards(page).await?.into_iter().collect());
        }
        Ok(())
    })
    .await?;
    Ok(lists)
}

/// What the program lists for every box, by the id of the box.
async fn listed_for_each(
    boxes: &[(String, String, String)],
) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let mut lists = BTreeMap::new();
    let all = &mut lists;
    scenario("", Look::WIDE, async |page| {
        let unfold =
            "document.querySelectorAll('.facet:not([open]) > summary').forEach((it) => it.click())";
        page.run(unfold).await?;
        page.wait_until("!document.querySelector('.facet:not([open])')", "all facets").await?;
        page.run("document.querySelectorAll('.facet__more > summary').forEach((it) => it.click())")
            .await?;
        page.click(".cards__more").await?;
        for (id, ..) in boxes {
            let count =
                format!("document.getElementById('{id}')?.parentNode.lastChild.textContent");
            page.wait_until(&count, "the box is there").await?;
            let n = page.run(&format!("return Number({count})")).await?;
            let click = format!("document.getElementById('{id}').click()");
            let now = "return parseInt(document.querySelector('.browse__count').textContent)";
            page.run(&click).await?;
            page.expect("the count", n, async || page.run(now).await).await?;
            all.insert(id.clone(), cards(page).await?.into_iter().collect());
            page.run(&click).await?;
            page.wait_until("!location.search.includes('f.')", "nothing is ticked").await?;
        }
        Ok(())
    })
    .await?;
    Ok(lists)
}

#[tokio::test]
async fn every_box_and_every_two_show_what_the_program_lists_and_count_it() -> Result<()> {
    let (mut boxes, mut seen) = (Vec::<(String, String, String)>::new(), Vec::new());
    let (to_boxes, to_seen) = (&mut boxes, &mut seen);
    without_scripts(Look::WIDE, async |page| {
        *to_boxes = from_value(page.run(BOXES).await?)?;
        *to_seen = ticked(page, to_boxes.len()).await?;
        Ok(())
    })
    .await?;
    // While the program may still start, cards below the visible part are not laid out.
    let server = waiting().await?;
    let browser = Browser::start(Look::WIDE).await?;
    let page = Page::new(&browser, server.origin());
    page.visit("/").await?;
    let waiting = ticked(&page, boxes.len()).await?;
    ensure!(waiting == seen, "it is the same before the program has started");
    let facet_of: BTreeMap<_, _> =
        boxes.iter().map(|(id, facet, _)| (id.as_str(), facet)).collect();
    let facets: BTreeSet<_> = facet_of.values().collect();
    ensure!(facets.len() == 3 && boxes.len() > 20, "{boxes:?}");
    let lists = listed_for_each(&boxes).await?;
    ensure!(seen.len() == boxes.len() * (boxes.len() + 1) / 2, "{} pairs", seen.len());
    for (one, other, count, shown) in seen {
        let (of_one, of_other) = (&lists[&one], &lists[&other]);
        let wanted: BTreeSet<_> = if facet_of[&*one] == facet_of[&*other] {
            of_one.union(of_other).cloned().collect()
        } else {
            of_one.intersection(of_other).cloned().collect()
        };
        ensure!(shown == wanted, "{one} and {other} show {shown:?} instead of {wanted:?}");
        ensure!(count == shown.len(), "{one} and {other} count {count} of {}", shown.len());
    }
    Ok(())
}

#[tokio::test]
async fn without_scripts_boxes_are_ticked_by_pointer_and_by_keys() -> Result<()> {
    let lists =
        listed(&["language=ruby", "language=ruby,java", "language=ruby,java&kind=micro"]).await?;
    without_scripts(Look::WIDE, async |page| {
        let all = shown(page).await?;
        page.click(&facet_value("Language", "Ruby")).await?;
        expect_shown(page, &lists[0]).await?;
        page.click(&facet_value("Language", "Java")).await?;
        expect_shown(page, &lists[1]).await?;
        // The facet below opens without the program, and each box is reached.
        page.tab_until("the next facet", |focus| focus.name.starts_with("Kind")).await?;
        page.press(Key::Enter).await?;
        page.tab_until("its box", |focus| focus.name.starts_with("Micro")).await?;
        page.press(Key::Space).await?;
        expect_shown(page, &lists[2]).await?;
        ensure!(page.focused().await?.name.starts_with("Micro"), "the focus stays");
        page.press(Key::Space).await?;
        expect_shown(page, &lists[1]).await?;
        for value in ["Ruby", "Java"] {
            page.click(&facet_value("Language", value)).await?;
        }
        expect_shown(page, &all).await?;
        // The other values are one step away, and the focus stays on what was pressed.
        page.click(".facet__more > summary").await?;
        page.click(&facet_value("Language", "Swift")).await?;
        ensure!(shown(page).await?.len() < all.len());
        page.click(".facet__more > summary").await?;
        ensure!(
            page.is_chosen(&facet_value("Language", "Swift")).await?,
            "what is ticked stays in sight"
        );
        ensure!(
            page.run("return document.querySelector('#f-language-0').checkVisibility()").await?
                == true
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_scripts_nothing_is_shown_that_needs_the_program() -> Result<()> {
    for look in [Look::NARROW, Look::WIDE] {
        without_scripts(look, async |page| {
            if look == Look::NARROW {
                page.click(".filters__button").await?;
            }
            let waiting =
                "return [...document.querySelectorAll('.needs-program, .facet__n, .cards__more')]
                .filter((it) => it.checkVisibility()).map((it) => it.outerHTML).join()";
            ensure!(page.run(waiting).await? == "", "{}", page.run(waiting).await?);
            page.click(&facet_value("Language", "Ruby")).await?;
            ensure!(page.overflow().await? == 0, "the page is wider than its window");
            // What does not match makes the page no longer.
            let below = "const foot = document.querySelector('.foot').getBoundingClientRect();
                return document.documentElement.scrollHeight - foot.bottom - scrollY";
            ensure!(page.run(below).await?.as_f64().is_some_and(|rest| rest < 40.0));
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_narrow_page_folds_all_of_them_without_scripts() -> Result<()> {
    let lists = listed(&["language=ruby"]).await?;
    without_scripts(Look::NARROW, async |page| {
        let is_folded = "return !document.querySelector('#facets').checkVisibility()";
        ensure!(page.run(is_folded).await? == true);
        page.tab_to("Filters").await?;
        page.press(Key::Enter).await?;
        page.expect("whether they are folded", false, async || page.run(is_folded).await).await?;
        page.tab_until("the box for Ruby", |focus| focus.name.starts_with("Ruby")).await?;
        page.press(Key::Space).await?;
        expect_shown(page, &lists[0]).await?;
        page.click(".filters__button").await?;
        page.expect("whether they are folded", true, async || page.run(is_folded).await).await?;
        expect_shown(page, &lists[0]).await
    })
    .await
}

#[tokio::test]
async fn a_frame_shows_all_that_match_before_its_program_has_started() -> Result<()> {
    let lists = listed(&["kind=micro"]).await?;
    let server = waiting().await?;
    let site =
        Site::new(&format!("<iframe width=360 height=2000 src='{}/'></iframe>", server.origin()))?;
    let host = Server::start(site.folder()).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, host.origin());
    page.visit("/").await?;
    page.wait_until("document.querySelector('iframe')", "the frame is there").await?;
    page.browser().client().enter_frame(0).await?;
    page.wait_until("document.querySelector('.foot')", "the page is there").await?;
    ensure!(shown(&page).await?.len() < 6, "a frame shows few at first");
    page.click(".filters__button").await?;
    page.click("//summary[normalize-space()=\"Kind\"]").await?;
    page.click(&facet_value("Kind", "Micro")).await?;
    expect_shown(&page, &lists[0]).await?;
    ensure!(
        page.run("return document.querySelector('.cards__more')?.checkVisibility()").await? != true
    );
    ensure!(page.overflow().await? == 0);
    Ok(())
}

#[tokio::test]
async fn nothing_moves_when_the_program_draws_its_own() -> Result<()> {
    let server = waiting().await?;
    for look in [Look::NARROW, Look::COLUMN, Look::MIDDLE, Look::WIDE] {
        let browser = Browser::start(look.calm()).await?;
        let before = Page::new(&browser, server.origin());
        before.visit("/").await?;
        before.wait_until("document.querySelector('.foot')", "the page is there").await?;
        let unfold = async |page: &Page<'_>| {
            let folded = "return document.querySelector('.filters__button').checkVisibility()";
            if page.run(folded).await? == true {
                page.click(".filters__button").await?;
                page.wait_until(
                    "document.querySelector('#facets').checkVisibility()",
                    "it unfolds",
                )
                .await?;
            }
            // What is far below is not laid out.
            page.run(
                "document.querySelectorAll('.card, .faq')
                .forEach((it) => { it.style.contentVisibility = 'visible' })",
            )
            .await?;
            anyhow::Ok(page.run(PLACES).await?.as_str().unwrap_or_default().to_owned())
        };
        let places = unfold(&before).await?;
        let started = Server::start(&settings::dist()?).await?;
        let after = Page::new(&browser, started.origin());
        after.open("").await?;
        ensure!(after.count(".sf--static").await? == 0, "the rules find nothing to act on");
        let drawn = unfold(&after).await?;
        let differing: Vec<_> =
            places.lines().zip(drawn.lines()).filter(|(one, other)| one != other).take(4).collect();
        ensure!(places == drawn, "at {} px: {differing:#?}", look.width);
        ensure!(places.lines().count() > 20, "{places}");
    }
    Ok(())
}

#[tokio::test]
async fn what_filters_before_the_start_is_accessible() -> Result<()> {
    let server = waiting().await?;
    for look in [Look::WIDE.calm(), Look::NARROW.calm().dark()] {
        let browser = Browser::start(look).await?;
        let page = Page::new(&browser, server.origin());
        page.visit("/").await?;
        page.wait_until("document.querySelector('.foot')", "the page is there").await?;
        page.run(
            "document.querySelectorAll('.browse details').forEach((it) => { it.open = true })",
        )
        .await?;
        page.click(&facet_value("Language", "Ruby")).await?;
        page.click(&facet_value("Kind", "Full-stack")).await?;
        let found = axe::violations(&page).await?;
        ensure!(found.is_empty(), "at {} px:\n{}", look.width, found.join("\n"));
    }
    Ok(())
}

/// A browser without `:has()`, made by misspelling it, drops the rules and hides the boxes.
#[tokio::test]
async fn a_browser_without_the_selector_shows_all_cards_and_no_box() -> Result<()> {
    let built = fs::read_to_string(settings::dist()?.join("index.html"))?;
    ensure!(built.contains(":has(") && !built.contains(":hasnot("));
    let site = Site::new("")?;
    fs::write(site.folder().join("index.html"), built.replace(":has(", ":hasnot("))?;
    let server = Server::start(site.folder()).await?;
    let browser = Browser::start(Setup::from(Look::WIDE).without(Denied::Scripts)).await?;
    let page = Page::new(&browser, server.origin());
    page.visit("/").await?;
    let controls = "return [...document.querySelectorAll('.browse :is(input, summary, button)')]
        .filter((it) => it.checkVisibility({ visibilityProperty: true })).map((it) => it.outerHTML).join()";
    ensure!(page.run(controls).await? == "", "{}", page.run(controls).await?);
    let all = page.run("return document.querySelectorAll('.card').length").await?;
    ensure!(json!(shown(&page).await?.len()) == all, "{all}");
    Ok(())
}

#[tokio::test]
async fn the_boxes_filter_in_a_frame_that_may_run_no_script() -> Result<()> {
    let lists = listed(&["language=ruby"]).await?;
    // Of the same origin, so that the page around can look into it.
    let site = Site::new(
        "<iframe sandbox=allow-same-origin width=700 height=900 src=page.html></iframe>",
    )?;
    fs::copy(settings::dist()?.join("index.html"), site.folder().join("page.html"))?;
    let host = Server::start(site.folder()).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, host.origin());
    page.visit("/").await?;
    page.wait_until("frames[0].document.querySelector('.foot')", "the page is there").await?;
    page.run("frames[0].document.querySelector('input[value=ruby]').click()").await?;
    let within = SHOWN.replace("document.", "frames[0].document.");
    let names = async || anyhow::Ok(from_value::<BTreeSet<String>>(page.run(&within).await?)?);
    page.expect("the cards", lists[0].clone(), names).await
}

/// Where a policy of a host refuses all scripts, styles are enough.
#[tokio::test]
async fn where_scripts_are_refused_the_boxes_filter() -> Result<()> {
    let lists = listed(&["language=ruby"]).await?;
    let Some((_, policy)) = settings::policies()?.into_iter().find(|(path, _)| path == "/") else {
        bail!("the page asks for a policy");
    };
    let styles = policy.split("; ").find(|part| part.starts_with("style-src")).context("styles")?;
    let strict = format!("default-src 'none'; {styles}; img-src data:");
    let server = Server::start_as(&settings::dist()?, Hosting::under(&strict)).await?;
    let browser = Browser::start(Look::WIDE).await?;
    let page = Page::new(&browser, server.origin());
    page.visit("/").await?;
    page.click(&facet_value("Language", "Ruby")).await?;
    expect_shown(&page, &lists[0]).await
}
