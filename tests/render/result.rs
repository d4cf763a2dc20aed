//! The result: who fits best and why, everybody's place, who is not ranked, and no figure where there
//! is none.
//!
//! Points are held to the oracles elsewhere; here it is what is said of them. What is there only once
//! it is opened is tested beside the interface.

use stackfit::domain::catalog::Value;

use crate::page::{Page, Piece, catalog, has_points, names, texts};

/// A small content site in Python that needs admin pages.
pub(crate) const SITE: &str =
    "?view=result&a.language=python&a.building=content-site&a.box=admin&must.box=admin";

/// Must-haves that no framework meets together.
pub(crate) const NOBODY: &str =
    "?view=result&a.language=python&must.language=python&a.hosting=shared&must.hosting=shared";

pub(crate) fn title(page: &Page) -> String {
    page.one("main h2").text()
}

/// What is listed under a heading, each with its name; empty where the section is not there.
fn listed<'a>(page: &'a Page, heading: &str, items: &str) -> Vec<(String, Piece<'a>)> {
    let section = page.section(heading).filter(|section| section.is_shown());
    let items = section.map(|section| section.all(items)).unwrap_or_default();
    items.into_iter().map(|item| (item.all("a")[0].text(), item)).collect()
}

pub(crate) fn ranking(page: &Page) -> Vec<(String, Piece<'_>)> {
    listed(page, "Ranking", "ol > li")
}

/// The reasons under a heading such as "Because", the first that are on the page.
fn reasons(page: &Page, heading: &str) -> Vec<String> {
    let title = page.main().all("h3, h4").into_iter().find(|title| title.text() == heading);
    let list = title.expect(heading).ancestors().next().expect("it is within something");
    texts(&list.all("li"))
}

#[test]
fn without_an_answer_there_is_no_figure_at_all() {
    let page = Page::at("?view=result");
    assert_eq!(title(&page), "Nothing to rank yet");
    let text = page.main().text();
    assert!(!text.contains(|letter: char| letter.is_ascii_digit()), "{text}");
    assert!(!text.contains("NaN"), "{text}");
    assert!(!page.main().has("ol, table, svg"));
    assert_eq!(page.main().one("a").text(), "Start the questions");
}

#[test]
fn the_first_is_named_with_its_points_and_reasons() {
    let page = Page::at(SITE);
    assert_eq!(title(&page), "Django fits best");
    assert!(page.main().text().contains("100.0 of 100"), "{}", page.main().text());
    assert_eq!(
        reasons(&page, "Because"),
        [
            "Admin screens: comes with django.contrib.admin. must-have",
            "You can write it in Python.",
            "Content site: among what it is best for.",
        ]
    );
    assert!(page.main().text().contains("Nothing you asked for speaks against it."));
}

#[test]
fn another_need_has_another_answer() {
    let page = Page::at("?view=result&a.language=ruby&a.building=rest-api&a.size=small");
    assert_eq!(title(&page), "Sinatra fits best");
    assert_eq!(ranking(&page)[0].0, "Sinatra");
}

#[test]
fn what_speaks_against_the_first_is_said_too() {
    let page =
        Page::at("?view=result&a.language=ruby&a.building=rest-api&a.size=small&a.box=admin");
    assert_eq!(title(&page), "Sinatra fits best");
    let against = reasons(&page, "But");
    assert_eq!(against, ["Admin screens: neither official nor usual to add."]);
}

#[test]
fn everybody_is_ranked_or_excluded_or_cannot_be_confirmed_and_only_one_of_them() {
    for query in [SITE, NOBODY, "?view=result&a.box=openapi&must.box=openapi&a.size=small"] {
        let page = Page::at(query);
        let lists = [
            ranking(&page),
            listed(&page, "Cannot confirm", "ul > li"),
            listed(&page, "Excluded", "ul > li"),
        ];
        let mut all: Vec<_> = lists.iter().flatten().map(|(name, _)| name.clone()).collect();
        all.sort_unstable();
        let mut expected = names(&catalog(), |_| true);
        expected.sort_unstable();
        assert_eq!(all, expected, "{query}");
    }
}

#[test]
fn who_is_excluded_is_told_with_the_cause() {
    let page = Page::at(SITE);
    let excluded = listed(&page, "Excluded", "ul > li");
    assert!(excluded.len() > 3);
    for (name, item) in &excluded {
        let text = item.text();
        assert!(text.starts_with(&format!("{name} Fails: Admin screens would have ")), "{text}");
        assert!(has_points(&text), "{text}");
    }
    let title = format!("Excluded ({})", excluded.len());
    assert!(page.main().text().contains(&title));
}

#[test]
fn what_is_not_known_excludes_nobody_and_confirms_nobody() {
    let mut catalog = catalog();
    let openapi = catalog.find_criterion("openapi").expect("a criterion");
    let sinatra = catalog.find_alternative("sinatra").expect("Sinatra");
    catalog.alternatives[sinatra.index()].facts[openapi.index()].value = Value::Unknown;
    let query = "?view=result&a.box=openapi&must.box=openapi&a.size=small";
    let page = Page::of_catalog(catalog, query);
    let unconfirmed = listed(&page, "Cannot confirm", "ul > li");
    let sinatra = unconfirmed.iter().find(|(name, _)| name == "Sinatra");
    let text = sinatra.expect("its OpenAPI support is not known").1.text();
    assert!(text.contains("Not known: API documentation"), "{text}");
    for other in [ranking(&page), listed(&page, "Excluded", "ul > li")] {
        assert!(other.iter().all(|(name, _)| name != "Sinatra"));
    }
}

#[test]
fn where_all_are_excluded_there_is_no_ranking_and_each_cause_is_listed() {
    let page = Page::at(NOBODY);
    assert_eq!(title(&page), "No framework meets all your must-haves");
    assert_eq!(ranking(&page).len(), 0);
    let excluded = listed(&page, "Excluded", "ul > li");
    assert_eq!(excluded.len(), catalog().alternatives.len());
    let cause = |name: &str| {
        let item = excluded.iter().find(|(known, _)| known == name).expect(name).1;
        item.text()
    };
    let ask = |name: &str| format!("What would make {name} win?");
    let django = format!("Django Fails: Shared web hosting {}", ask("Django"));
    assert_eq!(cause("Django"), django);
    let express = format!("Express Fails: Python, Shared web hosting {}", ask("Express"));
    assert_eq!(cause("Express"), express);
    assert!(!has_points(&page.main().one(".leader").text()), "nobody is first");
    for (name, item) in &excluded {
        assert!(!has_points(&item.text()), "{name} has no points as it is");
    }
}

#[test]
fn must_haves_alone_filter_and_give_no_figure() {
    let page = Page::at("?view=result&a.language=python&must.language=python");
    let ranked = ranking(&page);
    let n = ranked.len();
    assert!(n > 1);
    assert_eq!(title(&page), format!("{n} frameworks meet your must-haves"));
    let text = page.main().text();
    assert!(text.contains("Answer one more question to rank them."), "{text}");
    assert!(!has_points(&text) && !text.contains("NaN"), "{text}");
    assert!(ranked.iter().all(|(name, item)| item.text().starts_with(&format!("1 {name}"))));
    assert!(!page.main().has("ol table"), "there is nothing to add up");
}

#[test]
fn equal_points_are_an_equal_rank_and_no_winner_is_named() {
    let page = Page::at("?view=result&a.language=python&only=django,flask,rails,express");
    assert_eq!(title(&page), "Django and Flask fit equally well");
    let ranked: Vec<_> = ranking(&page).into_iter().map(|(_, item)| item.text()).collect();
    assert!(ranked[0].starts_with("1, tied Django 100.0"), "{}", ranked[0]);
    assert!(ranked[1].starts_with("1, tied Flask 100.0"), "{}", ranked[1]);
    assert_eq!(ranked.len(), 4);
    assert!(ranked[2].starts_with('3'), "{}", ranked[2]);
}

#[test]
fn where_more_than_two_are_first_it_says_how_many_and_what_they_share_once() {
    let page = Page::at("?view=result&a.language=python&only=django,flask,fastapi");
    assert_eq!(title(&page), "3 frameworks come first together");
    let leader = page.main().one(".leader");
    assert_eq!(leader.all(".why").len(), 0, "nobody's reasons stand for all");
    let text = leader.text();
    assert_eq!(text.matches("You can write it in Python.").count(), 1, "{text}");
    let button = leader.one("a.button--main");
    assert!(button.text().starts_with("Tell them apart: "), "{}", button.text());
    assert!(button.attr("href").is_some_and(|href| href.contains("view=fit&step=")));
    let two = Page::at("?view=result&a.language=python&only=django,flask,rails");
    assert_eq!(two.main().one(".leader").all(".why").len(), 2, "two are told by their reasons");
}

#[test]
fn points_that_hang_on_an_unknown_fact_say_so() {
    let page = Page::at("?view=result&a.load=light&a.language=python&only=django,flask");
    assert_eq!(title(&page), "Django and Flask fit equally well");
    let text = page.section("Django and Flask").expect("the answer is a section").text();
    assert!(text.contains("75.0 of 100"), "{text}");
    let means = "Depends on facts that are not known: between 50.0 and 100.0.";
    assert!(text.contains(means), "{text}");
}

#[test]
fn the_ranking_starts_with_the_first_ten_and_offers_the_others() {
    let page = Page::at("?view=result&a.language=python");
    let n = catalog().alternatives.len();
    assert_eq!(ranking(&page).len(), 10);
    let section = page.section("Ranking").expect("a ranking");
    assert!(section.one("button").text().contains(&n.to_string()), "{}", section.text());
    let few = Page::at("?view=result&a.language=python&only=django,flask,rails");
    assert_eq!(few.section("Ranking").expect("a ranking").all("button").len(), 0);
}

#[test]
fn the_answers_stand_beside_the_result_to_be_changed() {
    let page = Page::at(SITE);
    let side = page.section("Your answers").expect("the answers are a part of their own");
    let answers: Vec<_> = side.all("details summary").iter().map(|line| line.text()).collect();
    assert_eq!(
        answers,
        ["Language Python", "Purpose Content site", "In the box Admin screens (must-have)"]
    );
    assert_eq!(side.all("input").len(), 0, "a form comes with the opening");
    let open = |page: &Page| {
        let side = page.section("Your answers").expect("the answers are a part of their own");
        texts(&side.all("li > button"))
    };
    let few = open(&page);
    assert!(!few.is_empty(), "two have admin screens, and differ");
    assert!(!few.contains(&"Typing".to_owned()), "but not in their typing: {few:?}");
    let all = open(&Page::at("?view=result&a.building=content-site"));
    assert_eq!(all.len(), catalog().questions.len() - 1, "each tells somebody apart");
}

#[test]
fn options_of_which_one_is_enough_read_as_a_choice() {
    let answers = |query: &str| {
        let page = Page::at(&format!("?view=result&{query}"));
        let side = page.section("Your answers").expect("the answers are a part of their own");
        side.all("details summary").iter().map(|line| line.text()).collect::<Vec<_>>()
    };
    assert_eq!(
        answers("a.language=python,ruby&must.language=python,ruby&a.box=admin,auth"),
        ["Language Python or Ruby (must-have)", "In the box Admin screens, Log-in and permissions"]
    );
    assert_eq!(
        answers("a.language=python,ruby,go&w.language=important"),
        ["Language Python, Ruby or Go · ×2"]
    );
}

#[test]
fn the_result_can_be_taken_away_as_a_link() {
    let page = Page::at(SITE);
    let field = page.one("input[readonly]");
    let link = field.attr("value").expect("it holds the link");
    assert!(link.contains("a.box=admin&must.box=admin"), "{link}");
    let again = Page::at(link);
    assert_eq!(again.main().text(), page.main().text());
}

#[test]
fn a_screen_reader_hears_who_leads() {
    let status = |query: &str| texts(&Page::at(query).all("body > div > [role=status]"));
    assert_eq!(status(SITE), ["Django fits best: 100.0"]);
    assert_eq!(status(NOBODY), ["No framework meets all your must-haves"]);
    assert_eq!(status("?view=result"), [""]);
}
