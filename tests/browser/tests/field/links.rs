//! Links that mail programs, content systems, redirectors and people have changed, and links that leave
//! somebody else's page.

use anyhow::{Result, ensure};
use browser_tests::driver::Browser;
use browser_tests::host::{Host, frame};
use browser_tests::server::Server;
use browser_tests::site::Site;
use browser_tests::widget::{cards, expect_address, facet_value, option, way};
use browser_tests::{Look, Page, scenario, settings};
use serde_json::Value;

/// What a host may give to a frame beside what is shown.
const PRESENTATION: &str = "theme=dark&text-size=20&accent=aa3300&compact=yes&marks=no&emit=state";

/// The addresses of all links of the page to itself, and of the field to copy from.
const LINKS: &str = "const links = [...document.querySelectorAll('#app a:not([target])')].map((it) => it.getAttribute('href'));
    return [...links, document.querySelector('#result-link')?.value ?? ''].filter((it) => it.includes('?'))";

async fn links(page: &Page<'_>) -> Result<Vec<String>> {
    let found = page.run(LINKS).await?;
    let found = found.as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(found.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// The settings that are in any link of a page.
async fn carried(page: &Page<'_>) -> Result<String> {
    let links = links(page).await?;
    ensure!(links.len() > 3, "{links:?}");
    let names = PRESENTATION.split('&').filter_map(|part| part.split('=').next());
    let names = names.filter(|name| {
        links
            .iter()
            .any(|link| link.contains(&format!("&{name}=")) || link.contains(&format!("?{name}=")))
    });
    Ok(names.collect::<Vec<_>>().join(","))
}

#[tokio::test]
async fn what_leaves_a_frame_is_the_view_without_the_presentation_of_its_host() -> Result<()> {
    let server = Server::start(&settings::dist()?).await?;
    let query = |view: &str| format!("?{view}{PRESENTATION}&only.language=python,ruby");
    let views = [
        "view=result&a.size=medium&a.learning=weeks&",
        "view=result&a.language=python&must.language=python&a.box=admin&must.box=admin&",
        "view=fit&step=review&a.size=medium&",
        "view=compare&compare=django,flask&",
        "open=django&",
        "",
    ];
    let frames: Vec<_> = views
        .iter()
        .map(|view| {
            let source = format!("{}/{}", server.origin(), query(view));
            format!("<iframe width=760 height=900 src='{source}'></iframe>")
        })
        .collect();
    let site = Site::new(&format!("<h1>An article</h1>{}", frames.concat()))?;
    let host = Server::start(site.folder()).await?;
    let browser = Browser::start(Look::WIDE).await?;
    let page = Page::new(&browser, host.origin());
    page.visit("/").await?;
    for (at, view) in (0..).zip(views) {
        page.enter(at).await?;
        page.settle().await?;
        ensure!(carried(&page).await?.is_empty(), "{view}: {}", carried(&page).await?);
        let links = links(&page).await?;
        // What is shown, and what nobody else shows, goes with them.
        ensure!(links.iter().all(|link| link.contains("only.language=python,ruby")), "{links:?}");
        ensure!(page.run("return document.documentElement.dataset.theme").await? == "dark");
        // The frame itself keeps what its host gave to it.
        page.run("document.querySelector('.views a').click()").await?;
        page.wait_until("location.search.includes('theme=dark')", "the settings stay").await?;
        page.leave_frame().await?;
    }
    Ok(())
}

#[tokio::test]
async fn statements_leave_it_out_too_where_the_second_program_came_before_a_result() -> Result<()> {
    let query = format!("?{PRESENTATION}");
    let host = Host::new(|origin| frame(origin, &query, "width=760 height=900")).await?;
    host.open_frame(Look::WIDE, async |page| {
        page.click("a[href^='?a.language=python']").await?;
        page.wait_until("self.stackfitExplain !== undefined", "the second program").await?;
        page.settle().await?;
        page.wait_for(&way("Result"), "the result").await?;
        page.click(&way("Result")).await?;
        page.wait_for(".statements a", "a link in a statement").await?;
        page.settle().await?;
        ensure!(carried(page).await?.is_empty(), "{}", carried(page).await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_path_that_begins_with_two_slashes_keeps_its_address() -> Result<()> {
    scenario("/?f.language=python", Look::WIDE, async |page| {
        page.click(&way("Find my fit")).await?;
        page.wait_until("location.search.includes('view=fit')", "the address follows").await?;
        ensure!(page.run("return location.pathname").await? == "//");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_of_its_own_keeps_what_its_reader_gave_to_it() -> Result<()> {
    scenario("?view=result&a.size=medium&theme=dark&text-size=20", Look::WIDE, async |page| {
        page.settle().await?;
        let carried = carried(page).await?;
        ensure!(carried == "theme,text-size", "{carried}");
        Ok(())
    })
    .await
}

async fn notice(page: &Page<'_>) -> Result<Vec<String>> {
    let lines = page.texts(".notice li").await?;
    Ok(lines
        .into_iter()
        .map(|line| line.split(':').next().unwrap_or_default().to_owned())
        .collect())
}

#[tokio::test]
async fn the_notice_about_a_link_goes_when_its_cause_does() -> Result<()> {
    let query = "?f.language=python,cobol&f.colour=red&a.size=huge";
    scenario(query, Look::WIDE, async |page| {
        let all = ["f.language=cobol", "f.colour=red", "a.size=huge"];
        page.expect("the notice", all.map(str::to_owned), async || notice(page).await).await?;
        // Another view is another link.
        page.click(&way("Compare")).await?;
        page.wait_until_gone(".notice", "the notice").await?;
        expect_address(page, "view=compare&f.language=python").await?;
        page.back().await?;
        page.expect("the notice", all.map(str::to_owned), async || notice(page).await).await?;
        // What it is about is chosen.
        page.click(&facet_value("Language", "Ruby")).await?;
        let rest = ["f.colour=red", "a.size=huge"];
        page.expect("the notice", rest.map(str::to_owned), async || notice(page).await).await?;
        page.click(&way("Find my fit")).await?;
        page.wait_until_gone(".notice", "the notice").await?;
        page.click(&option("Python")).await?;
        page.expect("the answer", true, async || Ok(page.query().await?.contains("a.language")))
            .await?;
        page.back().await?;
        expect_address(page, "f.language=python,ruby").await?;
        ensure!(page.count(".notice").await? == 0, "this link has nothing wrong");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_hash_that_somebody_changes_is_no_other_link() -> Result<()> {
    scenario("?f.language=python,cobol", Look::WIDE, async |page| {
        page.wait_for(".notice", "the notice").await?;
        page.click("//button[normalize-space()=\"Dismiss\"]").await?;
        page.click(&facet_value("Language", "Ruby")).await?;
        page.click("#search").await?;
        page.type_text("r").await?;
        page.run("location.hash = '#elsewhere'").await?;
        expect_address(page, "q=r&f.language=python,ruby").await?;
        ensure!(page.run("return document.querySelector('#search').value").await? == "r");
        ensure!(page.count(".notice").await? == 0, "the notice came back");
        Ok(())
    })
    .await
}

/// What happens to a link on its way where the browser reads it as well, and the address that it stands for.
/// The property tests of the query know more.
const MANGLED: [(&str, &str); 5] = [
    // A content system that escapes the ampersand for XML.
    ("?f.language=python&#x26;f.kind=full-stack", "f.language=python&f.kind=full-stack"),
    // A chat that breaks long words.
    ("?f.kind=full%E2%80%8B-stack", "f.kind=full-stack"),
    // A server that writes lists.
    ("?f.language[]=python&f.language[]=ruby", "f.language=python,ruby"),
    // A campaign and a second question mark.
    ("?utm_source=x&fbclid=y&f.language=python?ref=newsletter", "f.language=python"),
    // All of it is one value.
    ("?f.language%3Dpython%26q%3Dweb", "q=web&f.language=python"),
];

#[tokio::test]
async fn a_link_that_was_changed_on_its_way_is_followed_without_a_word() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        for (link, wanted) in MANGLED {
            page.open(link).await?;
            ensure!(
                page.count(".notice").await? == 0,
                "{link}: {:?}",
                page.texts(".notice").await?
            );
            let shown = cards(page).await?;
            page.open(&format!("?{wanted}")).await?;
            ensure!(shown == cards(page).await?, "{link} does not show {wanted}");
        }
        Ok(())
    })
    .await
}
