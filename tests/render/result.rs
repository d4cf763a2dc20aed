//! The result: who fits best and why, everybody's place, who is not ranked, and no figure where there
//! is none.
//!
//! Points are held to the oracles elsewhere; here it is what is said of them. What is there only once
//! it is opened is tested beside the interface.

use std::collections::BTreeSet;

use stackfit::domain::catalog::Value;

use crate::page::{Page, Piece, catalog, has_points, texts};

/// A small content site in Python that needs admin pages.
pub(crate) const SITE: &str =
    "?view=result&a.language=python&a.building=content-site&a.box=admin&must.box=admin";

/// Must-haves that no framework meets together.
pub(crate) const NOBODY: &str =
    "?view=result&a.language=python&must.language=python&a.hosting=shared&must.hosting=shared";

pub(crate) fn title(page: &Page) -> String {
    page.one("main h2").text()
}

/// The rows of everybody's points, each with its name.
pub(crate) fn ranking(page: &Page) -> Vec<(String, Piece<'_>)> {
    let rows = page.all(".ranks .rank").into_iter();
    rows.map(|row| (row.one("th button").text(), row)).collect()
}

/// Those of whom a section says in a paragraph why they are not ranked, each with that paragraph.
fn not_ranked(page: &Page, heading: &str) -> Vec<(String, String)> {
    let paragraphs = page.section(heading).map(|section| section.all("div > p"));
    let of = |paragraph: Piece<'_>| -> Vec<_> {
        let names = paragraph.all(".unranked button").into_iter();
        names.map(|name| (name.text(), paragraph.text())).collect()
    };
    paragraphs.unwrap_or_default().into_iter().flat_map(of).collect()
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
    assert_eq!(title(&page), "No answers yet");
    let text = page.main().text();
    assert!(!text.contains(|letter: char| letter.is_ascii_digit()), "{text}");
    assert!(!text.contains("NaN"), "{text}");
    assert!(!page.main().has("ol, table, svg"));
    assert_eq!(page.main().one("a").text(), "Start the questions");
}

#[test]
fn the_first_is_named_with_its_points_and_reasons() {
    let page = Page::at(SITE);
    assert_eq!(title(&page), "Best fit for your 3 answers: Django");
    let head = page.main().one(".leader__head");
    let name = head.one("h2 a");
    assert!(name.attr("href").is_some_and(|href| href.contains("open=django")));
    assert!(head.text().contains("Python · Full-stack"), "{}", head.text());
    assert!(head.text().contains("100 of 100"), "{}", head.text());
    assert_eq!(
        reasons(&page, "Speaks for it"),
        [
            "Admin screens: comes with django.contrib.admin. must-have",
            "You can write it in Python.",
            "Content site: among what it is best for.",
        ]
    );
    let text = page.main().text();
    assert!(text.contains("It meets all you asked for. See its known drawbacks below."), "{text}");
}

#[test]
fn the_distance_to_the_next_is_said_and_is_never_none() {
    let head = |query: &str| Page::at(query).main().one(".leader__points").text();
    let said = head("?view=result&a.building=content-site&a.learning=quick&only=django,flask");
    assert!(said.contains(" ahead of Flask"), "{said}");
    let alone = head("?view=result&a.building=content-site&only=django");
    assert!(!alone.contains("ahead"), "{alone}");
    for query in [SITE, "?view=result&a.size=small&a.language=ruby"] {
        assert!(!Page::at(query).main().text().contains(" 0 ahead"), "{query}");
    }
}

#[test]
fn what_to_know_before_choosing_has_its_source_and_its_space() {
    let page = Page::at(SITE);
    let known = reasons(&page, "Know before you choose");
    assert_eq!(known.len(), 2, "{known:?}");
    let sources = page.main().all(".reasons--know a");
    assert_eq!(sources.len(), 2);
    for source in sources {
        assert!(source.attr("href").is_some_and(|href| href.starts_with("https://")));
        assert!(source.attr("aria-label").is_some_and(|label| label.starts_with("source: ")));
    }
    let before = Page::before_the_evidence(SITE);
    assert_eq!(reasons(&before, "Know before you choose").len(), 1, "its space is kept");
}

#[test]
fn the_verdict_ends_in_something_to_do() {
    let page = Page::at(SITE);
    let all = page.main().one(".leader__steps");
    let said = texts(&all.all("a, button, summary"));
    assert_eq!(said[0], "All facts on Django");
    assert!(said[1].starts_with("Compare with "), "{said:?}");
    assert_eq!(said[2..], ["Copy link", "Export this decision", "Get started", "Decide together"]);
    assert_eq!(
        texts(&page.main().all(".button--main")),
        ["All facts on Django"],
        "one is the main"
    );
    let start = all.all("a").into_iter().find(|link| link.text() == "Get started");
    let start = start.and_then(|link| link.attr("href"));
    assert_eq!(start, Some("https://www.djangoproject.com/start/"));
    let compare = all.all("a")[1].attr("href").expect("a link leads somewhere").to_owned();
    assert!(compare.contains("view=compare") && compare.contains("compare=django,"), "{compare}");
    let rival = said[1].strip_prefix("Compare with ").expect("it names whom").to_owned();
    let columns = texts(&Page::at(&compare).all(".versus thead th"));
    assert!(columns.iter().any(|name| name.contains(&rival)), "{rival} in {columns:?}");
    // Nobody has first steps where the catalog names none.
    let none = Page::at("?view=result&a.language=ruby&a.building=rest-api&a.size=small");
    assert!(!none.main().text().contains("Get started"));
}

#[test]
fn another_need_has_another_answer() {
    let page = Page::at("?view=result&a.language=ruby&a.building=rest-api&a.size=small");
    assert_eq!(title(&page), "Best fit for your 3 answers: Sinatra");
    assert_eq!(ranking(&page)[0].0, "Sinatra");
}

#[test]
fn what_speaks_against_the_first_is_said_too() {
    let page =
        Page::at("?view=result&a.language=ruby&a.building=rest-api&a.size=small&a.box=admin");
    assert_eq!(title(&page), "Best fit for your 4 answers: Sinatra");
    let against = reasons(&page, "Speaks against it");
    assert_eq!(against, ["Admin screens: neither official nor usual to add."]);
}

#[test]
fn what_is_met_in_part_speaks_neither_for_nor_against() {
    let mut n_partly = 0;
    let catalog = catalog();
    let asked = catalog.questions.iter();
    let asked: Vec<_> =
        asked.map(|question| format!("&a.{}={}", question.id, question.options[0].id)).collect();
    for entry in &catalog.alternatives {
        for few in asked.chunks(3) {
            let page = Page::at(&format!("?view=result&only={}{}", entry.id, few.concat()));
            for why in page.main().all(".why") {
                let said = texts(&why.all("li"));
                let said_once: BTreeSet<_> = said.iter().collect();
                assert_eq!(said.len(), said_once.len(), "{said:?}");
                let partly = why.all("h3").into_iter().any(|title| title.text() == "Partly");
                let meets_all = why.text().contains("It meets all you asked for");
                assert!(!(partly && meets_all), "{}", why.text());
                n_partly += usize::from(partly);
            }
        }
    }
    assert!(n_partly > 0, "nothing is met in part");
}

#[test]
fn who_is_ruled_out_is_told_once_for_all_with_the_same_cause() {
    let page = Page::at(SITE);
    let section = page.section("Ruled out by a must-have").expect("some are");
    let excluded = not_ranked(&page, "Ruled out by a must-have");
    assert_eq!(excluded.len(), 3, "the first line only");
    let n: usize = section.one("strong").text().split(' ').next().unwrap().parse().unwrap();
    assert_eq!(n + ranking(&page).len(), catalog().alternatives.len());
    let text = section.text();
    assert!(text.contains(&format!("{n} fail Admin screens. They would have: ")), "{text}");
    assert!(section.one("h3").text().ends_with(&format!("({n})")), "{text}");
    let button = section.all("p > button.button");
    assert_eq!(texts(&button), [format!("Show all {n}")]);
    assert_eq!(button[0].attr("aria-expanded"), Some("false"));
    assert_eq!(
        page.all(".not-ranked .statements").len(),
        0,
        "what would bring them first is closed"
    );
}

#[test]
fn what_is_not_known_excludes_nobody_and_confirms_nobody() {
    let mut catalog = catalog();
    let openapi = catalog.find_criterion("openapi").expect("a criterion");
    let sinatra = catalog.find_alternative("sinatra").expect("Sinatra");
    catalog.alternatives[sinatra.index()].facts[openapi.index()].value = Value::Unknown;
    let query = "?view=result&a.box=openapi&must.box=openapi&a.size=small";
    let page = Page::of_catalog(catalog, query);
    let unconfirmed = not_ranked(&page, "Unclear");
    let sinatra = unconfirmed.iter().find(|(name, _)| name == "Sinatra");
    let text = &sinatra.expect("its OpenAPI support is not known").1;
    assert!(text.starts_with("Not known for 1: API documentation"), "{text}");
    assert!(ranking(&page).iter().all(|(name, _)| name != "Sinatra"));
    let excluded = not_ranked(&page, "Ruled out by a must-have");
    assert!(excluded.iter().all(|(name, _)| name != "Sinatra"));
}

#[test]
fn where_all_are_excluded_there_is_no_ranking_and_no_figure() {
    let page = Page::at(NOBODY);
    assert_eq!(title(&page), "No framework meets all your must-haves");
    assert_eq!(ranking(&page).len(), 0);
    let n = catalog().alternatives.len();
    let section = page.section("Ruled out by a must-have").expect("all are");
    assert!(section.one("h3").text().ends_with(&format!("({n})")));
    assert!(!has_points(&page.main().one(".leader").text()), "nobody is first");
    assert!(!section.text().contains("would have"), "{}", section.text());
}

#[test]
fn must_haves_alone_filter_and_give_no_figure() {
    let page = Page::at("?view=result&a.language=python&must.language=python");
    let ranked = ranking(&page);
    let n = ranked.len();
    assert!(n > 1);
    assert_eq!(title(&page), format!("{n} frameworks meet your must-haves"));
    let text = page.main().text();
    assert!(text.contains("Answer a question to rank them."), "{text}");
    let main = page.main().one("a.button--main");
    assert!(main.text().starts_with("Answer “") && main.text().ends_with("” to rank them"));
    let section = page.section("Meet your must-haves").expect("they are listed");
    assert!(!has_points(&section.text()), "{}", section.text());
    assert!(!section.has("svg"), "no bars");
    assert!(ranked.iter().all(|(name, row)| row.text().starts_with(name.as_str())), "no ranks");
}

#[test]
fn who_alone_meets_the_must_haves_is_named() {
    let query = "?view=result&a.language=python&must.language=python&only=django,rails";
    let page = Page::at(query);
    assert_eq!(title(&page), "Only Django meets your must-haves");
    assert!(!has_points(&page.main().text()) && !page.main().text().contains("rank them"));
    let steps = texts(&page.main().one(".leader__steps").all("a"));
    assert_eq!(steps[0], "All facts on Django");
}

#[test]
fn equal_points_are_an_equal_rank_and_no_winner_is_named() {
    let page = Page::at("?view=result&a.language=python&only=django,flask,rails,express");
    assert_eq!(title(&page), "These fit your answer equally well: Django and Flask");
    let ranked: Vec<_> = ranking(&page).into_iter().map(|(_, row)| row.text()).collect();
    assert!(ranked[0].starts_with("tied at 1 Django 100.0"), "{}", ranked[0]);
    assert!(ranked[1].starts_with("tied at 1 Flask 100.0"), "{}", ranked[1]);
    assert_eq!(ranked.len(), 4);
    assert!(ranked[2].starts_with("tied at 3 "), "{}", ranked[2]);
    let main = texts(&page.main().all(".button--main"));
    assert_eq!(main.len(), 1, "{main:?}");
    assert!(main[0].ends_with("to tell them apart"), "{main:?}");
}

#[test]
fn where_more_than_two_are_first_it_says_how_many_and_what_they_share_once() {
    let page = Page::at("?view=result&a.language=python&only=django,flask,fastapi");
    assert_eq!(title(&page), "3 frameworks fit equally well");
    let leader = page.main().one(".leader");
    assert_eq!(leader.all(".why").len(), 0, "nobody's reasons stand for all");
    assert_eq!(texts(&leader.all("a.chip")), ["Django", "FastAPI", "Flask"]);
    let text = leader.text();
    assert_eq!(text.matches("You can write it in Python.").count(), 1, "{text}");
    let button = leader.one("a.button--main");
    assert!(button.text().ends_with("to tell them apart"), "{}", button.text());
    assert!(button.attr("href").is_some_and(|href| href.contains("view=fit&step=")));
    let two = Page::at("?view=result&a.language=python&only=django,flask,rails");
    assert_eq!(two.main().one(".leader").all(".why").len(), 2, "two are told by their reasons");
}

#[test]
fn points_that_hang_on_an_unknown_fact_say_so() {
    let page = Page::at("?view=result&a.load=light&a.language=python&only=django,flask");
    let head = page.main().one(".leader");
    assert!(head.text().contains("75 of 100"), "{}", head.text());
    let means = "Depends on facts that are not known: between 50.0 and 100.0.";
    assert!(head.text().contains(means), "{}", head.text());
    assert_eq!(ranking(&page)[0].1.all(".rank__bar .bar__unknown").len(), 1, "its end is striped");
}

#[test]
fn each_answered_question_has_a_cell_for_everybody() {
    let page =
        Page::at("?view=result&a.language=python&a.size=small&w.size=very-important&a.box=admin");
    let heads = texts(&page.all(".ranks__question"));
    assert_eq!(heads, ["Language", "Size and life ×4", "In the box"]);
    for (name, row) in ranking(&page) {
        let cells = texts(&row.all(".rank__cell"));
        assert_eq!(cells.len(), heads.len(), "{name}");
        for cell in cells {
            let (earned, possible) = cell.split_once(" of ").expect("points of the possible");
            let number = |text: &str| text.parse::<f64>().expect("a number");
            assert!(number(earned) <= number(possible), "{name}: {cell}");
        }
        let n_cells = row.all("tr > *").len();
        assert_eq!(n_cells, heads.len() + 5, "{name} has a cell in each column");
    }
}

#[test]
fn the_table_starts_with_the_first_ten_and_offers_the_others() {
    let page = Page::at("?view=result&a.language=python");
    let n = catalog().alternatives.len();
    assert_eq!(ranking(&page).len(), 10);
    let more = |page: &Page| texts(&page.all(".ranking > button"));
    assert_eq!(more(&page), [format!("Show all {n}")]);
    let few = Page::at("?view=result&a.language=python&only=django,flask,rails");
    assert_eq!(more(&few).len(), 0);
}

#[test]
fn who_is_taken_out_is_a_chip_and_in_no_list() {
    let query = "?view=result&a.language=python&a.building=content-site";
    let before = ranking(&Page::at(query))[0].0.clone();
    let id = catalog().alternatives.iter().find(|one| *one.name == *before).unwrap().id.clone();
    let page = Page::at(&format!("{query}&without={id}"));
    assert!(ranking(&page).iter().all(|(name, _)| *name != before), "{before}");
    assert!(!title(&page).contains(&before));
    let chip = page.main().one(".taken-out button");
    assert_eq!(chip.attr("aria-label"), Some(&*format!("Bring back {before}")));
    let all: Vec<_> = catalog().alternatives.iter().map(|one| one.id.to_string()).collect();
    let nobody = Page::at(&format!("{query}&without={}", all.join(",")));
    assert_eq!(nobody.all(".taken-out button").len(), all.len());
    assert!(nobody.main().text().contains("You have taken all of them out."));
    assert!(Page::at(&format!("{query}&without=cobol")).body().text().contains("without=cobol"));
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
    let fold = page.main().one(".outcome__answers");
    assert_eq!(
        (fold.text().as_str(), fold.attr("aria-expanded")),
        ("Your answers (3)", Some("false"))
    );
    let standing = page.main().one(".standing").text();
    assert!(standing.starts_with("1 Django 100"), "{standing}");
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
    assert_eq!(status(SITE), ["Django fits best: 100"]);
    assert_eq!(status(NOBODY), ["No framework meets all your must-haves"]);
    assert_eq!(status("?view=result"), [""]);
}
