//! Links: reloading, sharing, going back and forward, and what of a link cannot be followed.
//!
//! They do not try every parameter; the domain's tests do.

use anyhow::{Result, ensure};
use browser_tests::driver::Browser;
use browser_tests::server::Server;
use browser_tests::widget::{
    VIEWS, button, cards, compare_box, expect_address, expect_heading_focused, facet_value, link,
    option, view, way,
};
use browser_tests::{Look, Page, scenario, settings};

/// The program that works out the statements has started.
const HAS_STATEMENTS: &str = "typeof stackfitExplain === 'function'";

#[tokio::test]
async fn reloading_any_view_shows_exactly_the_same() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        for (name, query) in VIEWS {
            page.open(query).await?;
            // What the second program says belongs to what is seen; the cards do without it.
            if !name.starts_with("browse") {
                page.wait_until(HAS_STATEMENTS, "the statements").await?;
            }
            let before = view(page).await?;
            ensure!(!before.trim().is_empty(), "{name} is empty");
            page.reload().await?;
            page.expect(name, before, async || view(page).await).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_somebody_reached_by_choices_is_what_others_see_by_its_link() -> Result<()> {
    let server = Server::start(&settings::dist()?).await?;
    let (browser, others) = (Browser::start(Look::WIDE).await?, Browser::start(Look::WIDE).await?);
    let page = Page::new(&browser, server.origin());
    let other = Page::new(&others, server.origin());
    let same = async || -> Result<()> {
        // The address follows once the change is painted.
        tokio::time::sleep(core::time::Duration::from_millis(100)).await;
        let seen = view(&page).await?;
        other.open(&page.query().await?).await?;
        other.expect("what others see", seen, async || view(&other).await).await
    };
    page.open("").await?;
    page.click(&facet_value("Language", "Python")).await?;
    page.click("//summary[span[.=\"Kind\"]]").await?;
    page.click(&facet_value("Kind", "Full-stack")).await?;
    page.click(&compare_box("Django")).await?;
    page.click("#search").await?;
    page.type_text("Café & c=1, 100%+").await?;
    expect_address(
        &page,
        "q=Caf%C3%A9%20%26%20c%3D1,%20100%25%2B&f.language=python&f.kind=full-stack&compare=django",
    )
    .await?;
    same().await?;
    page.click(&button("Clear all")).await?;
    page.click(&way("Find my fit")).await?;
    page.click(&option("Python")).await?;
    page.click(&option("Also show other languages")).await?;
    page.click(&option("twice")).await?;
    same().await?;
    page.click(&way("Result")).await?;
    same().await?;
    page.click("//button[@class=\"rank__name\" and .=\"Flask\"]").await?;
    page.click(&link("All facts on Flask")).await?;
    same().await?;
    page.click("//label[contains(., \"Compare\")]/input").await?;
    page.click(&way("Compare")).await?;
    page.click(&option("Show all facts")).await?;
    same().await?;
    page.assert_no_errors().await?;
    other.assert_no_errors().await
}

#[tokio::test]
async fn back_and_forward_walk_through_every_step() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        let mut walked = vec![(String::new(), view(page).await?)];
        // A choice belongs to the step that it is made in.
        let steps = [
            (false, facet_value("Language", "Ruby"), "f.language=ruby"),
            (false, compare_box("Sinatra"), "f.language=ruby&compare=sinatra"),
            (true, link("Sinatra"), "open=sinatra&f.language=ruby&compare=sinatra"),
            (true, way("Find my fit"), "view=fit&step=language&f.language=ruby&compare=sinatra"),
            (
                false,
                option("Ruby"),
                "view=fit&step=language&f.language=ruby&a.language=ruby&must.language=ruby\
                 &compare=sinatra",
            ),
            (
                true,
                way("Result"),
                "view=result&f.language=ruby&a.language=ruby&must.language=ruby&compare=sinatra",
            ),
        ];
        for (is_step, at, address) in &steps {
            page.click(at).await?;
            expect_address(page, address).await?;
            // What the second program says comes later, and belongs to what is seen.
            if address.starts_with("view=") {
                page.wait_until(HAS_STATEMENTS, "the statements").await?;
            }
            if address.starts_with("view=fit") && address.contains("a.language") {
                let said = "document.querySelector('.progress__status').textContent !== ''";
                page.wait_until(said, "the question that is most useful next").await?;
            }
            if !is_step {
                walked.pop();
            }
            walked.push(((*address).to_owned(), view(page).await?));
        }
        for (address, seen) in walked.iter().rev().skip(1) {
            page.back().await?;
            expect_address(page, address).await?;
            page.expect("the page", seen.as_str(), async || view(page).await).await?;
        }
        for (address, seen) in walked.iter().skip(1) {
            page.forward().await?;
            expect_address(page, address).await?;
            page.expect("the page", seen.as_str(), async || view(page).await).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn typing_that_is_not_written_yet_is_not_lost_by_a_choice() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        page.click("#search").await?;
        page.type_text("flask").await?;
        page.click(&compare_box("Flask")).await?;
        expect_address(page, "q=flask&compare=flask").await?;
        page.click(&way("Find my fit")).await?;
        expect_address(page, "view=fit&step=language&q=flask&compare=flask").await?;
        page.back().await?;
        expect_address(page, "q=flask&compare=flask").await?;
        let typed = "document.querySelector('#search').value === 'flask'";
        page.wait_until(typed, "what was typed").await
    })
    .await
}

#[tokio::test]
async fn a_broken_link_shows_what_it_could_and_says_what_it_could_not() -> Result<()> {
    let query =
        "?f.language=python,cobol&f.colour=red&compare=django,django&a.size=huge&utm_source=x";
    scenario(query, Look::WIDE, async |page| {
        let shown = cards(page).await?;
        ensure!(shown.contains(&"Flask".to_owned()) && shown.contains(&"Django".to_owned()));
        ensure!(page.is_chosen(&compare_box("Django")).await?);
        let parts = page.texts(".notice li").await?;
        let wanted = [
            "f.language=cobol: unknown value",
            "f.colour=red: unknown setting",
            "compare=django: given twice",
            "a.size=huge: unknown value",
        ];
        ensure!(parts == wanted, "{parts:?}");
        page.click(&button("Dismiss")).await?;
        page.wait_until_gone(".notice", "the notice").await?;
        expect_heading_focused(page).await?;
        // A choice writes a link that can be followed.
        page.click(&facet_value("Language", "Ruby")).await?;
        expect_address(page, "f.language=python,ruby&compare=django").await?;
        page.reload().await?;
        ensure!(page.count(".notice:not([hidden])").await? == 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_link_made_with_an_older_catalog_says_so() -> Result<()> {
    scenario("?f.language=python&catalog=2020-01-01", Look::WIDE, async |page| {
        let notice = page.text(".notice").await?;
        ensure!(notice.contains("This link is from 2020-01-01"), "{notice}");
        ensure!(!notice.contains("could not be used"), "{notice}");
        ensure!(cards(page).await?.contains(&"Django".to_owned()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nonsense_of_any_kind_still_opens_the_page() -> Result<()> {
    let nonsense = [
        "?&&==&%%%&=&a=&a.=&f.&w.size=important&must.box=admin&view=&open=&step=",
        "?q=%F0%9F%A6%80%00%FF<script>alert(1)</script>&f.language=%2C%2C",
        "?view=fit&step=review&step=size&a.size=small,medium,large&compare=a,b,c,d,e,f,g",
    ];
    scenario("", Look::WIDE, async |page| {
        for query in nonsense {
            page.open(query).await?;
            page.wait_for(".views", "the ways between views").await?;
            page.wait_for("main > *", "a view").await?;
            ensure!(page.count("main script").await? == 0, "a text became a script");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_hash_of_the_address_is_the_hosts() -> Result<()> {
    scenario("?f.language=python#?secret=abc", Look::WIDE, async |page| {
        page.click(&facet_value("Language", "Ruby")).await?;
        expect_address(page, "f.language=python,ruby").await?;
        ensure!(page.run("return location.hash").await? == "#?secret=abc");
        Ok(())
    })
    .await
}
