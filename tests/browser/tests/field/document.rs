//! Title, addresses, history and print follow what is shown.

use anyhow::{Context as _, Result, ensure};
use browser_tests::host::Host;
use browser_tests::widget::{
    button, compare_box, expect_address, expect_heading_focused, facet_value, link, option, way,
};
use browser_tests::{Look, Page, scenario, settings};
use fantoccini::key::Key;
use serde_json::Value;

async fn number(page: &Page<'_>, expression: &str) -> Result<i64> {
    let value = page.run(&format!("return Math.round({expression})")).await?;
    value.as_i64().with_context(|| format!("{expression} is no number"))
}

async fn title_is(page: &Page<'_>, wanted: &str) -> Result<()> {
    let title = async || {
        let title = page.run("return document.title").await?;
        Ok(title.as_str().unwrap_or_default().to_owned())
    };
    page.expect("the title", wanted, title).await
}

/// How far a control is from the top of the window, once it has the focus.
async fn focused_at(page: &Page<'_>, at: &str) -> Result<i64> {
    let has_it = format!("document.activeElement?.matches({at:?})");
    page.wait_until(&has_it, &format!("{at} has the focus")).await?;
    number(page, "document.activeElement.getBoundingClientRect().top").await
}

/// Follows a link, until the address is that of where it leads.
async fn follow(page: &Page<'_>, at: &str) -> Result<()> {
    let before = page.query().await?;
    page.click(at).await?;
    expect_heading_focused(page).await?;
    page.expect("whether the address follows", true, async || Ok(page.query().await? != before))
        .await
}

/// What stands in the middle of the window. How far the page is scrolled says less: the browser estimates
/// how high those parts are that were never in sight.
async fn middle(page: &Page<'_>) -> Result<String> {
    let script = "const it = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
        return it.closest('li, section, article, tr, p')?.textContent ?? it.localName";
    Ok(page.run(script).await?.as_str().unwrap_or_default().to_owned())
}

/// Goes to a control in the middle of the page and follows it, then comes back in each way: the control
/// has the focus again, and stands where it stood.
async fn there_and_back(page: &Page<'_>, at: &str, own: Option<&str>) -> Result<()> {
    page.run(&format!("document.querySelector({at:?}).scrollIntoView({{ block: 'center' }})"))
        .await?;
    page.settle().await?;
    let stood =
        number(page, &format!("document.querySelector({at:?}).getBoundingClientRect().top"))
            .await?;
    let seen = middle(page).await?;
    for way_back in [None, own] {
        follow(page, at).await?;
        match way_back {
            None => page.back().await?,
            Some(own) => page.click(own).await?,
        }
        let stands = focused_at(page, at).await?;
        ensure!((stands - stood).abs() <= 3, "{at} stood at {stood}, and stands at {stands}");
        page.settle().await?;
        let now = middle(page).await?;
        ensure!(now == seen, "in the middle was {seen}, and is {now}");
        if own.is_none() {
            break;
        }
    }
    Ok(())
}

#[tokio::test]
async fn back_from_details_leads_to_the_card_where_it_was() -> Result<()> {
    scenario("", Look::PHONE.calm(), async |page| {
        let last = ".card:last-child .card__name";
        there_and_back(page, last, Some(".detail > p > a")).await?;
        page.click(".cards__more").await?;
        page.settle().await?;
        there_and_back(page, last, Some(".detail > p > a")).await?;
        there_and_back(page, ".card:nth-child(20) .card__name", Some(".detail > p > a")).await
    })
    .await
}

#[tokio::test]
async fn back_leads_to_the_control_where_it_was_from_every_view() -> Result<()> {
    scenario("", Look::PHONE.calm(), async |page| {
        page.click(&compare_box("Django")).await?;
        page.run("document.querySelector('.card:nth-child(5) .check input').click()").await?;
        there_and_back(page, ".tray .button--main", None).await?;
        // A common question at the end of the page.
        there_and_back(page, ".faq__item:last-child a", None).await?;
        page.open("?view=compare&compare=django,flask,laravel&rows=all").await?;
        there_and_back(page, ".versus thead th:nth-child(3) a", Some(".detail > p > a")).await?;
        // What is open in a result is open again.
        page.open("?view=result&a.language=python&a.size=medium&a.learning=weeks").await?;
        page.run("document.querySelector('.rank:nth-of-type(4) .rank__name').click()").await?;
        page.settle().await?;
        there_and_back(page, ".behind > .inline > a", Some(".detail > p > a")).await
    })
    .await
}

#[tokio::test]
async fn keys_alone_come_back_to_where_they_left() -> Result<()> {
    scenario("?f.language=python", Look::WIDE.calm(), async |page| {
        page.tab_to("Tornado").await?;
        page.press(Key::Enter).await?;
        expect_heading_focused(page).await?;
        expect_address(page, "open=tornado&f.language=python").await?;
        page.back().await?;
        focused_at(page, "#details-tornado").await?;
        page.forward().await?;
        expect_heading_focused(page).await
    })
    .await
}

#[tokio::test]
async fn back_from_details_that_were_loaded_again_leads_to_the_card() -> Result<()> {
    scenario("?f.language=python", Look::WIDE.calm(), async |page| {
        follow(page, "#details-tornado").await?;
        page.reload().await?;
        page.back().await?;
        focused_at(page, "#details-tornado").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn details_that_a_link_opened_lead_back_to_their_card_or_the_heading() -> Result<()> {
    scenario("?open=flask&f.language=python", Look::WIDE.calm(), async |page| {
        page.click(".detail > p > a").await?;
        focused_at(page, "#details-flask").await?;
        page.open("?open=flask&f.language=ruby").await?;
        page.click(".detail > p > a").await?;
        expect_heading_focused(page).await
    })
    .await
}

#[tokio::test]
async fn each_question_is_one_entry_however_often_it_is_answered() -> Result<()> {
    scenario("?view=fit", Look::WIDE.calm(), async |page| {
        let before = number(page, "history.length").await?;
        let mut n_steps = 0;
        for _ in 0..13 {
            // As many ticks as one likes.
            page.click(".option input").await?;
            page.run("document.querySelectorAll('.option input')[1].click()").await?;
            n_steps += 1;
            let heading = page.text("#view-title").await?;
            page.click(".ways__next").await?;
            page.expect("whether it goes on", true, async || {
                Ok(page.text("#view-title").await? != heading)
            })
            .await?;
            // Once nothing can change the result, the way leads there; to the review at the end.
            if page.count(".question").await? == 0 {
                break;
            }
        }
        page.settle().await?;
        let after = number(page, "history.length").await?;
        ensure!(n_steps > 3, "only {n_steps} questions were asked");
        ensure!(after - before == n_steps, "{n_steps} steps made {} entries", after - before);
        page.back().await?;
        page.wait_for(".question", "the question before").await
    })
    .await
}

#[tokio::test]
async fn choices_add_no_entry_and_what_is_cleared_comes_back() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| {
        let before = number(page, "history.length").await?;
        page.click(&facet_value("Language", "Python")).await?;
        page.click(&facet_value("Language", "Ruby")).await?;
        page.click(&compare_box("Django")).await?;
        page.run("document.querySelector('#sort').focus()").await?;
        page.press(Key::Down).await?;
        page.settle().await?;
        let full = page.query().await?;
        ensure!(full.contains("sort="), "{full}");
        ensure!(number(page, "history.length").await? == before, "choices made entries");

        page.click(&button("Clear all")).await?;
        page.expect("the filters", false, async || Ok(page.query().await?.contains("f.language")))
            .await?;
        ensure!(number(page, "history.length").await? == before + 1);
        page.back().await?;
        page.expect("the address", full.as_str(), async || page.query().await).await?;
        page.click(&button("Clear all")).await?;
        page.click(&button("Undo")).await?;
        page.expect("the address", full.as_str(), async || page.query().await).await?;
        expect_heading_focused(page).await?;

        page.open("?view=fit&step=review&a.language=python&a.size=medium").await?;
        page.click(&button("Start over")).await?;
        expect_address(page, "view=fit&step=review").await?;
        page.wait_for(&button("Undo"), "the way back").await?;
        page.click(&button("Undo")).await?;
        expect_address(page, "view=fit&step=review&a.language=python&a.size=medium").await
    })
    .await
}

#[tokio::test]
async fn links_within_the_page_move_the_focus_and_add_no_entry() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| {
        let before = number(page, "history.length").await?;
        for name in ["Skip to the content", "Skip the filters"] {
            page.tab_to(name).await?;
            page.press(Key::Enter).await?;
            expect_heading_focused(page).await?;
        }
        ensure!(number(page, "history.length").await? == before, "the history grew");
        ensure!(page.run("return location.hash").await? == "");
        // Whoever adds one gets the same.
        page.run(
            "document.querySelector('main').insertAdjacentHTML('beforeend', '<a id=new href=\"#search\">x</a>');
            document.querySelector('#new').click()",
        )
        .await?;
        focused_at(page, "#search").await?;
        ensure!(number(page, "history.length").await? == before, "the history grew");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_skip_link_in_a_frame_without_an_address_stays_in_the_page() -> Result<()> {
    let built = std::fs::read_to_string(settings::dist()?.join("index.html"))?;
    let host = Host::new(|origin| {
        let page = built.replacen("<head>", &format!("<head><base href=\"{origin}/\">"), 1);
        let page = page.replace('&', "&amp;").replace('"', "&quot;");
        format!("<h1>An article</h1><iframe width=760 height=900 srcdoc=\"{page}\"></iframe>")
    })
    .await?;
    host.open_frame(Look::WIDE, async |page| {
        page.run("document.querySelector('.skip').click()").await?;
        expect_heading_focused(page).await?;
        ensure!(page.text("h1").await? != "An article", "the host's page is in the frame");
        page.click(&way("Find my fit")).await?;
        page.click(&option("Python")).await?;
        page.wait_until("document.querySelector('.shortlist__row')", "the shortlist").await
    })
    .await
}

#[tokio::test]
async fn a_page_that_comes_back_from_the_cache_of_the_browser_scrolls_itself_again() -> Result<()> {
    scenario("", Look::WIDE, async |page| {
        let who = async || page.run("return history.scrollRestoration").await;
        page.run("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))").await?;
        ensure!(who().await? == "auto", "the browser scrolls a page that is loaded again");
        page.run("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))").await?;
        page.click(&way("Find my fit")).await?;
        expect_heading_focused(page).await?;
        page.expect("who scrolls in the new entry", Value::from("manual"), who).await?;
        page.back().await?;
        page.expect("who scrolls in the entry before", Value::from("manual"), who).await
    })
    .await
}

#[tokio::test]
async fn the_title_and_the_addresses_follow_what_is_shown() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| {
        // As in a build that knows its address.
        page.run(
            "document.head.insertAdjacentHTML('beforeend',
                '<link rel=canonical href=\"https://example.org/\"><meta property=\"og:url\" content=\"https://example.org/\">')",
        )
        .await?;
        let addresses = async || {
            let script = "return [document.querySelector('[rel=canonical]').href,
                document.querySelector('[property=\"og:url\"]').content].join(' ')";
            Ok(page.run(script).await?.as_str().unwrap_or_default().to_owned())
        };
        let both = |query: &str| format!("https://example.org/{query} https://example.org/{query}");
        let start = page.run("return document.title").await?;
        let start = start.as_str().unwrap_or_default();
        ensure!(start.ends_with(" – Stackfit"), "{start}");

        page.click(&link("Django")).await?;
        title_is(page, "Django – Stackfit").await?;
        page.expect("the addresses", both("?open=django"), addresses).await?;
        page.click(".detail > p > a").await?;
        title_is(page, start).await?;
        page.expect("the addresses", both(""), addresses).await?;
        page.back().await?;
        title_is(page, "Django – Stackfit").await?;
        page.forward().await?;
        title_is(page, start).await?;
        page.click(&facet_value("Language", "Python")).await?;
        page.expect("the addresses", both("?f.language=python"), addresses).await?;
        title_is(page, start).await?;

        page.click(&way("Find my fit")).await?;
        expect_heading_focused(page).await?;
        let question = page.text("#view-title").await?;
        title_is(page, &format!("{question} – Stackfit")).await?;
        page.click(&option("Python")).await?;
        page.click(&way("Result")).await?;
        let is_result = "document.title.includes('must-haves') && document.title.endsWith(' – Stackfit')";
        page.wait_until(is_result, "the title says the result").await?;
        page.open("?open=flask&theme=dark").await?;
        title_is(page, "Flask – Stackfit").await
    })
    .await
}
