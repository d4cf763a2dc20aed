//! The way into the questions over the cards, what is picked for the comparison, and what stands around
//! them.

use stackfit::domain::permalink;

use crate::page::{Page, catalog, has_points, names, texts};

/// A condition alone: Python, and nothing else.
const PYTHON: &str = "?a.language=python&must.language=python";

#[test]
fn the_first_question_is_asked_over_the_cards_as_links_that_answer_it() {
    let (page, catalog) = (Page::at(""), catalog());
    let band = page.main().one(".band");
    let first = &catalog.questions[0];
    let chips = band.all("a.chip");
    let labels: Vec<_> = first.options.iter().map(|option| option.label.to_string()).collect();
    assert!(texts(&chips).iter().all(|chip| labels.contains(chip)) && chips.len() > 5);
    assert!(band.text().starts_with(&*first.opening), "{}", band.text());
    for chip in chips {
        let link = chip.attr("href").expect("a link");
        let state = permalink::decode(&catalog, link).state;
        let options = state.answers.iter().map(|(id, answer)| (id.index(), answer.options));
        let at = labels.iter().position(|label| *label == chip.text()).expect("an option");
        assert_eq!(options.collect::<Vec<_>>(), [(0, 1 << at)], "{link}");
        assert!(state.is_browsing(), "it stays here");
        assert_eq!(chip.attr("aria-current"), None);
    }
}

#[test]
fn the_band_has_one_button_and_says_that_one_may_stop() {
    let page = Page::at("");
    let band = page.main().one(".band");
    let button = page.one(".button--main:not(.filters__done)");
    assert!(button.attr("href").is_some_and(|href| href.contains("view=fit")));
    assert!(band.text().contains("Stop whenever you like."), "{}", band.text());
}

#[test]
fn some_common_questions_are_ways_to_start() {
    let mut catalog = catalog();
    let ways: Vec<_> = catalog.faqs.iter().filter(|faq| !faq.start.is_empty()).collect();
    assert!(!ways.is_empty() && ways.len() < catalog.faqs.len());
    let page = Page::at("");
    let links = page.main().all(".band__starts a");
    assert_eq!(texts(&links), ways.iter().map(|faq| faq.start.to_string()).collect::<Vec<_>>());
    for faq in &mut catalog.faqs {
        faq.start = "".into();
    }
    assert!(!Page::of_catalog(catalog, "").main().text().contains("Or start from"));
}

#[test]
fn a_condition_alone_lists_who_is_left_and_claims_no_winner_and_no_points() {
    let (page, catalog) = (Page::at(PYTHON), catalog());
    let band = page.main().one(".band");
    let language = catalog.find_criterion("language").expect("a criterion");
    let scale = catalog.scale_of(language).expect("a scale");
    let python = scale.values.iter().position(|value| value.id == "python").expect("a value");
    let python = u8::try_from(python).expect("few values");
    let mut expected = names(&catalog, |entry| entry.fact(language).value.has(python));
    let rows = band.all("ol > li");
    let mut listed: Vec<_> = rows.iter().map(|row| row.one("a").text()).collect();
    // Best known first: as the cards stand without a choice.
    let known: Vec<_> = texts(&Page::at("").main().all(".card h3"));
    assert!(listed.is_sorted_by_key(|name| known.iter().position(|other| other == name)));
    for row in &rows {
        let name = row.one("a").text();
        assert!(row.text().len() > name.len() + 10, "a line of why: {}", row.text());
        assert!(row.one("a").attr("href").is_some_and(|href| href.contains("open=")));
    }
    listed.sort();
    expected.sort();
    assert_eq!(listed, expected);
    assert!(band.text().contains(&format!("{} frameworks for Python", expected.len())));
    assert!(band.text().contains("Largest community first"), "{}", band.text());
    assert!(!has_points(&band.text()) && !band.text().contains("fits best"), "{}", band.text());
    assert!(!page.main().has(".card__points"), "no card has points");
    let next = band
        .all("a")
        .into_iter()
        .filter(|link| link.attr("href").is_some_and(|href| href.contains("view=fit&step=")));
    assert!(next.count() >= 2, "the questions go on, and one of them is the most useful");
    let chosen: Vec<_> = band.all("[aria-current=true]");
    assert_eq!(texts(&chosen), ["Python"]);
    let back = chosen[0].attr("href").unwrap_or_default();
    let back = permalink::decode(&catalog, back).state;
    assert!(back.answers.is_empty(), "the same chip takes it back");
}

#[test]
fn more_answers_make_the_band_one_line_that_leads_on() {
    let page = Page::at("?a.language=python&a.building=content-site&a.box=admin");
    let band = page.main().one(".band");
    assert!(!band.has(".chip"), "{}", band.text());
    assert!(band.text().starts_with("Django fits best"), "{}", band.text());
    let links = band.all("a");
    assert_eq!(texts(&links), ["See the result", "Go on with the questions"]);
    assert!(links[0].attr("href").is_some_and(|href| href.contains("view=result")));
}

#[test]
fn the_band_is_only_over_the_cards() {
    for query in ["?view=fit", "?view=result", "?view=compare", "?open=django"] {
        assert!(!Page::at(query).main().has(".band"), "{query}");
    }
}

#[test]
fn the_result_is_a_way_once_there_is_one() {
    let has_way = |query: &str| texts(&Page::at(query).all("nav a")).contains(&"Result".to_owned());
    for query in ["", "?view=fit", "?view=compare", "?f.language=python&compare=django"] {
        assert!(!has_way(query), "{query}");
    }
    for query in [PYTHON, "?view=fit&a.size=small", "?view=result"] {
        assert!(has_way(query), "{query}");
    }
}

#[test]
fn what_is_picked_stands_in_the_tray_and_can_be_taken_out() {
    let tray = |query: &str| {
        let page = Page::at(query);
        let tray = page.main().one(".tray");
        let names: Vec<_> = tray.all("button").iter().map(|button| button.name()).collect();
        (names, texts(&tray.all("a")), tray.one("[role=status]").text())
    };
    let owned = |all: &[&str]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert!(!Page::at("").main().has(".tray"));
    let one = "Choose at least one more.".to_owned();
    assert_eq!(tray("?compare=django"), (owned(&["Remove Django"]), owned(&[]), one));
    let (names, ways, why) = tray("?compare=django,rails,flask,laravel");
    assert_eq!(names.len(), 4);
    assert_eq!((ways, why), (owned(&["Compare 4"]), String::new()));
    let full = Page::at("?compare=django,rails,flask,laravel");
    assert!(full.main().all(".card input").iter().all(|input| !input.is_disabled()));
}

#[test]
fn the_page_says_what_it_has_and_how_it_decides() {
    let (page, catalog) = (Page::at(""), catalog());
    let (n, facts) = (catalog.alternatives.len(), catalog.criteria.len());
    let intro = page.one(".top__intro").text();
    assert!(intro.contains(&n.to_string()) && intro.contains(&facts.to_string()), "{intro}");
    let foot = page.one("footer").text();
    let said = format!("Stackfit · {n} frameworks, {facts} facts each, all with sources, checked");
    for part in [said.as_str(), "Your answers stay in your browser.", "How it decides"] {
        assert!(foot.contains(part), "{foot}");
    }
    assert!(foot.contains(&catalog.subject.date.to_string()), "{foot}");
}
