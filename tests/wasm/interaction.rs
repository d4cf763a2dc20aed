//! What a reader opens, tries, types and takes back, and how often the page computes for it.
//!
//! It runs on the catalog that is embedded in the tests, the frozen one.

use gloo::timers::future::TimeoutFuture;
use stackfit::ui::Work;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use super::mounted::{Mounted, focused};

/// A small content site in Python that needs admin pages.
const SITE: &str =
    "?view=result&a.language=python&a.building=content-site&a.box=admin&must.box=admin";
/// Several answers, some of them weighed.
const WEIGHED: &str = "?view=result&a.language=python,ruby&a.building=content-site,saas\
                       &w.building=important&a.size=medium&a.load=light&a.learning=quick";

/// What an action computed.
fn since(before: Work, page: &Mounted) -> (u32, u32, u32) {
    let now = page.model.work();
    let listings = now.listings - before.listings;
    (listings, now.rankings - before.rankings, now.explanations - before.explanations)
}

/// A figure such as `12.3` in tenths; what follows it after a space is left out.
fn tenths(text: &str) -> u32 {
    let figure = text.split(' ').next().unwrap_or_default();
    let (whole, tenth) = figure.split_once('.').unwrap_or((figure, "0"));
    whole.parse::<u32>().expect(text) * 10 + tenth.parse::<u32>().expect(text)
}

#[wasm_bindgen_test]
async fn a_facet_lists_once_and_ranks_and_explains_nothing() {
    let page = Mounted::open("").await;
    for _ in ["on", "off"] {
        let before = page.model.work();
        page.click("#facets input").await;
        assert_eq!(since(before, &page), (1, 0, 0));
    }
}

#[wasm_bindgen_test]
async fn an_answer_ranks_once_and_asks_for_each_explanation_once() {
    let page = Mounted::open(SITE).await;
    assert_eq!(page.model.work().explanations, 1, "what is closed is not asked for");
    page.click("#more").await;
    page.click("#answer-size, .still-open .chip").await;
    let before = page.model.work();
    page.click(".answer[open] .option input").await;
    let (listings, rankings, explanations) = since(before, &page);
    assert_eq!((listings, rankings), (0, 1));
    assert_eq!(explanations, 4, "one for each section that is shown");
}

#[wasm_bindgen_test]
async fn what_changes_no_answer_ranks_nothing() {
    let page = Mounted::open(SITE).await;
    for css in [".rank__compare input", ".rank__name", "#more", "nav a[href*='view=compare']"] {
        let before = page.model.work();
        page.click(css).await;
        let (listings, rankings, explanations) = since(before, &page);
        assert_eq!((listings, rankings), (0, 0), "{css}");
        assert!(explanations <= 4, "{css}: {explanations}");
    }
    assert!(!page.all(".versus").is_empty(), "the comparison is drawn");
}

/// A question and a fact may have the same id; their rows have keys of their own.
#[wasm_bindgen_test]
async fn a_comparison_draws_what_was_asked_for_and_the_facts_under_it() {
    let page = Mounted::open(&format!("{SITE}&compare=django,flask&rows=all")).await;
    page.click("nav a[href*='view=compare']").await;
    let needs = page.all(".versus__need").len();
    assert!(needs > 1 && !page.all(".versus__basis").is_empty(), "{}", page.text("main"));
}

#[wasm_bindgen_test]
async fn only_the_cards_that_are_shown_are_drawn() {
    let page = Mounted::open("").await;
    let n_entries = page.model.catalog.alternatives.len();
    assert!(n_entries > 12, "otherwise this proves nothing");
    assert_eq!(page.all("ul.cards > li").len(), 12);
    page.click(".cards__more").await;
    page.until("all cards are drawn", |page| page.all("li.card h3").len() == n_entries).await;
    let first_new = page.all("ul.cards > li")[12].query_selector(".card__name").ok().flatten();
    assert_eq!(Some(focused()), first_new.map(|link| link.id()));
}

#[wasm_bindgen_test]
async fn every_card_is_there_to_be_printed_and_only_then() {
    let page = Mounted::open("").await;
    let n_entries = page.model.catalog.alternatives.len();
    page.tell_window("beforeprint").await;
    assert_eq!(page.all("li.card h3").len(), n_entries);
    page.tell_window("afterprint").await;
    assert_eq!(page.all("li.card").len(), 12);
}

#[wasm_bindgen_test]
async fn letters_that_come_together_are_searched_for_once() {
    let page = Mounted::open("").await;
    let before = page.model.work();
    page.type_quickly("django");
    assert_eq!(since(before, &page), (0, 0, 0), "the letters are painted first");
    page.settle().await;
    assert_eq!(since(before, &page), (1, 0, 0));
    assert_eq!(page.typed(), "django");
    assert_eq!(page.all("ul.cards > li").len(), 1);
}

#[wasm_bindgen_test]
async fn letters_that_come_while_the_list_is_drawn_are_kept() {
    let page = Mounted::open("").await;
    let text = "a typical sentence of a reader in a hurry";
    for letter in text.chars() {
        page.type_quickly(&letter.to_string());
        TimeoutFuture::new(6).await;
    }
    page.settle().await;
    assert_eq!(page.typed(), text);
}

#[wasm_bindgen_test]
async fn an_action_between_two_letters_loses_neither() {
    let page = Mounted::open("").await;
    page.type_quickly("dja");
    page.all("#facets input")[0].click();
    page.type_quickly("n");
    page.settle().await;
    assert_eq!(page.typed(), "djan");
    page.until("the address follows", |_| {
        let search = super::window().location().search();
        search.is_ok_and(|query| query.contains("q=djan") && query.contains("f."))
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_parts_behind_each_rank_add_up_to_its_points() {
    let page = Mounted::open(WEIGHED).await;
    if let Some(more) = page.all(".ranking > button:not([hidden])").first() {
        more.click();
        page.settle().await;
    }
    let n_ranked = page.all(".ranks > tbody").len();
    assert_eq!(n_ranked, page.model.catalog.alternatives.len());
    for at in 1..=n_ranked {
        let row = format!(".ranks > tbody:nth-of-type({at})");
        page.click(&format!("{row} .rank__name")).await;
        assert_eq!(page.all(".rank__why").len(), 1, "one at a time");
        let parts = page.all(&format!("{row} table:last-of-type tbody td:nth-child(3)"));
        assert_eq!(parts.len(), 5, "one for each answer");
        let cell = |of: &web_sys::HtmlElement| tenths(&of.text_content().unwrap_or_default());
        let sum: u32 = parts.iter().map(cell).sum();
        assert_eq!(sum, tenths(&page.text(&format!("{row} tfoot td:nth-of-type(1)"))), "{row}");
    }
}

#[wasm_bindgen_test]
async fn what_is_opened_is_closed_again_and_leaves_the_page_as_it_was() {
    let page = Mounted::open(SITE).await;
    let before = page.text("main");
    for css in
        ["#more", ".rank__name", ".unranked button", ".not-ranked > p > button", "#answer-language"]
    {
        page.click(css).await;
        assert_ne!(page.text("main"), before, "{css} opens something");
        page.click(css).await;
        assert_eq!(page.text("main"), before, "{css}");
    }
}

#[wasm_bindgen_test]
async fn a_change_that_is_tried_is_named_and_undone() {
    let page = Mounted::open(SITE).await;
    let before = page.text(".outcome");
    page.click(".not-ranked > p > button").await;
    page.click("#details-flask").await;
    let tries = page.all(".not-ranked .behind a.button");
    let what = tries[0].get_attribute("aria-label").unwrap_or_default();
    let what = what.strip_prefix("Try it: ").expect("it says what it tries").to_owned();
    tries[0].click();
    page.settle().await;
    assert!(page.text(".trial:not([hidden])").contains(&what), "{what}");
    assert_eq!(focused(), "view-title");
    page.click(".trial button").await;
    assert!(page.all(".trial:not([hidden])").is_empty());
    let language = page.text("#answer-language .answer__text");
    assert!(before.contains(&language), "{language}");
}

#[wasm_bindgen_test]
async fn an_answer_stays_listed_while_it_is_changed_and_the_focus_stays_with_it() {
    let page = Mounted::open(SITE).await;
    page.click("#answer-language").await;
    assert_eq!(focused(), "answer-language");
    let chosen = page.all(".answer[open] .option input:checked");
    let id = chosen[0].id();
    page.click(&format!("#{id}")).await;
    assert_eq!(page.all("#answer-language").len(), 1, "it has no option now, and is still listed");
    let input: HtmlInputElement = page.one(&format!("#{id}")).unchecked_into();
    assert!(!input.checked());
    page.click(&format!("#{id}")).await;
    assert!(page.one(&format!("#{id}")).unchecked_into::<HtmlInputElement>().checked());
}

#[wasm_bindgen_test]
async fn filters_are_folded_and_unfolded() {
    let page = Mounted::open("").await;
    assert!(page.all(".filters__fold[open]").is_empty());
    page.click(".filters__button").await;
    assert_eq!(page.all(".filters__fold[open]").len(), 1);
    page.click(".filters__button").await;
    assert!(page.all(".filters__fold[open]").is_empty());
}

#[wasm_bindgen_test]
async fn a_facet_that_is_closed_draws_none_of_its_values_and_keeps_its_choice() {
    let page = Mounted::open("?f.language=ruby").await;
    let n_values = page.all(".facet:first-child input").len();
    assert!(n_values > 1);
    page.click(".facet:first-child > summary").await;
    assert!(page.all(".facet:first-child input").is_empty());
    assert_eq!(page.text(".facet:first-child .facet__n"), "1");
    page.click(".facet:first-child > summary").await;
    assert_eq!(page.all(".facet:first-child input").len(), n_values);
    assert_eq!(page.all(".facet:first-child input:checked").len(), 1);
}

#[wasm_bindgen_test]
async fn the_way_back_from_details_leads_to_the_card() {
    let page = Mounted::open("").await;
    let id = page.all("a.card__name")[3].id();
    page.click(&format!("#{id}")).await;
    assert_eq!(focused(), "view-title");
    page.click(".detail > p > a").await;
    assert_eq!(focused(), id);
}

#[wasm_bindgen_test]
async fn what_a_fact_rests_on_is_drawn_after_its_line() {
    let page = Mounted::open("").await;
    page.all("a.card__name")[0].click();
    let n_facts = page.model.catalog.criteria.len();
    let lines = format!("{n_facts} of them at once");
    page.until(&lines, |page| page.all(".facts > li").len() == n_facts).await;
    assert!(page.all(".fact__backing").len() < n_facts, "all is drawn at once");
    page.until("all behind them", |page| page.all(".fact__backing").len() == n_facts).await;
}

#[wasm_bindgen_test]
async fn a_row_that_moves_says_by_how_much_and_only_after_a_change() {
    let page = Mounted::open(WEIGHED).await;
    assert!(page.all(".moved").is_empty(), "nothing has moved yet");
    let places = |page: &Mounted| -> Vec<(String, i32)> {
        let rows = page.all(".ranks > tbody");
        let place = |row: &web_sys::HtmlElement| {
            let text =
                |css: &str| row.query_selector(css).ok().flatten().and_then(|it| it.text_content());
            let digits: String = text(".rank__rank")
                .unwrap_or_default()
                .chars()
                .skip_while(|letter| *letter == '=')
                .take_while(char::is_ascii_digit)
                .collect();
            (text(".rank__name").unwrap_or_default(), digits.parse().unwrap_or(0))
        };
        rows.iter().map(place).collect()
    };
    page.click(".ranking > button").await;
    let before = places(&page);
    page.click(".answer > summary").await;
    page.click(".answer[open] .option input").await;
    let after = places(&page);
    let moved = after.iter().filter(|(name, place)| {
        before.iter().any(|(other, old)| other == name && old != place && *old != 0)
    });
    let n_moved = moved.count();
    assert!(n_moved > 0, "the answer changes no rank");
    assert_eq!(page.all(".moved").len(), n_moved);
    let mark = page.all(".moved .visually-hidden")[0].text_content().unwrap_or_default();
    assert!(mark.starts_with("up ") || mark.starts_with("down "), "{mark}");
}

#[wasm_bindgen_test]
async fn who_is_no_option_goes_and_comes_back() {
    let page = Mounted::open(WEIGHED).await;
    let first = page.text(".rank:first-of-type .rank__name");
    page.click(".rank__name").await;
    page.click(".behind .button--small:not(a)").await;
    assert_eq!(focused(), "view-title");
    assert!(page.text(".taken-out").contains(&first));
    assert_ne!(page.text(".rank:first-of-type .rank__name"), first);
    page.click(".taken-out button").await;
    assert_eq!(focused(), "view-title");
    assert_eq!(page.text(".rank:first-of-type .rank__name"), first);
}
