//! Browse: cards, facets with counts, search, what to do when nothing is left, common questions.
//!
//! Which cards pass is held to brute force elsewhere; here it is what the view says of them.

use test_support::markup::Piece;

use crate::page::{Page, catalog, names, texts};

/// The headings of the cards, which are list items.
fn cards(page: &Page) -> Vec<String> {
    texts(&page.main().all("ul > li > div > h3, ul > li > h3"))
}

#[test]
fn every_entry_is_a_list_item_with_a_heading_that_opens_it() {
    let (page, catalog) = (Page::at("?sort=name"), catalog());
    let mut expected = names(&catalog, |_| true);
    expected.sort_by_key(|name| name.to_lowercase());
    assert_eq!(cards(&page), expected, "by name");
    assert!(expected.len() >= 10);
    for entry in &catalog.alternatives {
        let links = page.main().all(&format!("li h3 a[href*='open={}']", entry.id));
        assert_eq!(texts(&links), [entry.name.to_string()]);
    }
}

#[test]
fn a_card_says_what_it_is_for_and_nothing_of_a_fit_before_there_is_one() {
    let page = Page::at("");
    let catalog = catalog();
    let cards = page.main().all("ul > li:has(h3)");
    assert_eq!(cards.len(), catalog.alternatives.len());
    for entry in &catalog.alternatives {
        let card = cards.iter().find(|card| card.all("h3")[0].text() == *entry.name);
        let card = card.expect("each entry has a card");
        assert!(card.text().contains(&*entry.summary), "{}", card.text());
        assert!(!card.has(".card__points, .bar, .card__out"), "{}", card.text());
    }
}

#[test]
fn a_card_lists_the_first_values_and_how_many_there_are_more() {
    let (page, catalog) = (Page::at(""), catalog());
    let django = catalog.find_alternative("django").expect("an entry");
    let card = page.main().one("li:has(#details-django)");
    let lines = texts(&card.all(".card__list"));
    let expected = catalog.subject.lists.iter().enumerate().map(|(at, criterion)| {
        let labels = stackfit::text::labels(&catalog, django, *criterion);
        let label = if at == 0 { "" } else { &*catalog.criterion(*criterion).label };
        let some = labels.iter().take(2).cloned().collect::<Vec<_>>().join(" · ");
        let more = labels.len().saturating_sub(2);
        let more = if more == 0 { String::new() } else { format!("+{more}") };
        [label, &some, &more].join(" ").trim().to_owned()
    });
    assert_eq!(lines, expected.collect::<Vec<_>>());
    assert!(lines.iter().any(|line| line.contains('+')), "{lines:?}");
}

#[test]
fn a_language_has_its_dot_beside_the_word() {
    let page = Page::at("");
    let dot = |selector: &str| {
        let circle = page.main().one(selector).one(".dot circle");
        circle.attr("fill").unwrap_or_default().to_owned()
    };
    let card = dot("li:has(#details-django) .badges");
    assert!(card.starts_with('#') && card.len() == 7, "{card}");
    assert_eq!(dot(".band li:has(a[href*='a.language=python'])"), card, "the same on the chip");
    assert_ne!(dot("li:has(#details-rails) .badges"), card);
}

#[test]
fn a_card_says_why_it_was_found_unless_its_name_says_so() {
    let why = |query: &str| {
        let page = Page::at(query);
        let found = page.main().all("ul > li:has(h3)");
        let line = |card: &Piece<'_>| {
            (card.all("h3")[0].text(), texts(&card.all("p.card__found")).concat())
        };
        found.iter().map(line).collect::<Vec<_>>()
    };
    let owned = |name: &str, line: &str| (name.to_owned(), line.to_owned());
    assert_eq!(why("?q=django"), [owned("Django", "")]);
    let ruby = why("?q=graphql%20ruby");
    let line = "Found: has GraphQL, third-party: GraphQL Ruby · Language: Ruby";
    assert!(ruby.contains(&owned("Sinatra", line)), "{ruby:?}");
    assert!(why("").iter().all(|(_, line)| line.is_empty()), "nothing was searched for");
}

#[test]
fn the_first_facets_are_open_and_so_is_one_in_which_something_is_chosen() {
    let open = |query: &str| texts(&Page::at(query).main().all("details[open] legend"));
    let labels: Vec<_> = catalog().facets.iter().map(|facet| facet.label.to_string()).collect();
    assert_eq!(open(""), labels[..1]);
    let hosting = labels.iter().position(|label| label == "Hosting").expect("a facet");
    assert_eq!(open("?f.hosting=shared"), [&labels[..1], &labels[hosting..=hosting]].concat());
}

#[test]
fn a_facet_that_is_not_offered_works_in_links_and_shows_its_chip() {
    let catalog = catalog();
    let hidden: Vec<_> = catalog.facets.iter().filter(|facet| facet.is_hidden).collect();
    assert!(!hidden.is_empty());
    let offered = texts(&Page::at("").main().all(".facet > summary"));
    assert_eq!(offered.len(), catalog.facets.len() - hidden.len());
    for facet in hidden {
        assert!(!offered.contains(&facet.label.to_string()), "{offered:?}");
    }
    let page = Page::at("?f.typing=static");
    let chips = texts(&page.all("[aria-label='Active filters'] button"));
    assert!(chips.iter().any(|chip| chip.starts_with("Typing: ")), "{chips:?}");
    assert!(cards(&page).len() < catalog.alternatives.len());
}

#[test]
fn a_facet_offers_seven_values_that_some_card_has_and_those_that_are_chosen() {
    // The static page has all values, and styles hide those that come after the first.
    let first = ".facet[open] .check:not(.facet__more ~ .check) .check__label";
    let values = |query: &str| texts(&Page::at(query).main().all(first));
    let more =
        |query: &str| texts(&Page::at(query).main().all(".facet[open] .facet__more")).concat();
    let n_languages = |query: &str| {
        let rest = more(query);
        let rest = rest.strip_suffix(" more").map_or(0, |n| n.parse::<usize>().expect("a number"));
        values(query).len() + rest
    };
    assert_eq!(values("").len(), 7);
    assert_eq!(Page::at("").main().all(".facet[open] input").len(), n_languages(""));
    assert!(n_languages("") > 7);
    // The values that no card has any more are gone, except one that is chosen.
    let query = "?q=django&f.language=go";
    assert_eq!(values(query), ["Python", "Go"]);
    assert_eq!(more(query), "");
    let counts = texts(&Page::at("").main().all(".facet[open] .check__count"));
    let counts: Vec<u32> = counts.iter().map(|n| n.parse().expect("a number")).collect();
    assert!(counts.is_sorted_by(|one, other| one >= other), "{counts:?}");
}

#[test]
fn the_first_cards_are_shown_and_a_button_offers_the_rest() {
    let shown = |query: &str| {
        let page = Page::at(query);
        let n = |which: &str| page.main().all(which).len();
        let button = texts(&page.main().all(".cards__more:not([hidden])"));
        (n(".card:not([hidden], .card--later)"), n(".card--later:not([hidden])"), button.concat())
    };
    let n = catalog().alternatives.len();
    assert_eq!(shown(""), (12, n - 12, format!("Show {} more", n - 12)));
    let (found, later, button) = shown("?f.language=ruby");
    assert!((1..12).contains(&found), "{found}");
    assert_eq!((later, button.as_str()), (0, ""));
}

#[test]
fn choosing_a_value_keeps_its_cards_and_shows_what_is_active() {
    let (page, catalog) = (Page::at("?f.language=ruby&sort=name"), catalog());
    let ruby = catalog.alternatives.iter().filter(|entry| {
        let language = entry.fact(catalog.find_criterion("language").expect("a criterion"));
        let scale = catalog.scales.iter().find(|scale| scale.id == "language").expect("a scale");
        language.value.positions().any(|at| scale.values[usize::from(at)].id == "ruby")
    });
    let mut expected: Vec<_> = ruby.map(|entry| entry.name.to_string()).collect();
    expected.sort_by_key(|name| name.to_lowercase());
    assert_eq!(cards(&page), expected);
    assert!(expected.contains(&"Sinatra".to_owned()), "{expected:?}");
    let total = catalog.alternatives.len();
    let count = format!("{} of {total} frameworks", expected.len());
    assert!(page.main().text().contains(&count));
    let chip = page.one("[aria-label='Active filters'] button");
    assert_eq!(chip.text(), "Language: Ruby");
    assert_eq!(chip.name(), "Remove Language: Ruby");
    let chosen = page.all("fieldset input[checked]");
    assert_eq!(chosen.len(), 1);
    assert!(page.main().text().contains("Clear all"));
}

#[test]
fn without_a_filter_nothing_is_active() {
    let page = Page::at("");
    assert!(page.all("[aria-label='Active filters'] li").is_empty());
    assert!(!page.main().text().contains("Clear all"));
}

#[test]
fn a_slip_of_the_keys_finds_what_was_meant() {
    let page = Page::at("?q=djagno");
    assert_eq!(cards(&page).first().map(String::as_str), Some("Django"));
    assert_eq!(page.one("input[type=search]").attr("value"), Some("djagno"));
}

#[test]
fn where_nothing_is_left_each_filter_says_what_lifting_it_leaves() {
    let page = Page::at("?q=zzzz&f.language=ruby");
    assert_eq!(cards(&page), [""; 0]);
    let text = page.main().text();
    assert!(text.contains("Nothing matches all of this."), "{text}");
    let n = catalog().alternatives.len();
    let ruby = cards(&Page::at("?f.language=ruby")).len();
    let lifts: Vec<_> = texts(&page.main().all("li > button"))
        .into_iter()
        .filter(|text| text.contains("then"))
        .collect();
    assert_eq!(
        lifts,
        [format!("“zzzz” – then {ruby} match"), "Language: Ruby – then 0 match".to_owned()]
    );
    let alone = Page::at("?q=zzzz").main().text();
    assert!(alone.contains(&format!("Nothing found for “zzzz”. Show all {n}")), "{alone}");
}

#[test]
fn where_something_is_left_no_filter_has_to_be_lifted() {
    assert!(!Page::at("?q=django").main().has(".empty"));
}

#[test]
fn the_order_is_the_one_asked_for_and_the_list_says_which() {
    let page = Page::at("?sort=oldest");
    let catalog = catalog();
    let first = catalog.find_criterion("first-release").expect("a criterion");
    let mut by_age: Vec<_> = catalog.alternatives.iter().collect();
    by_age.sort_by_key(|entry| match entry.fact(first).value {
        stackfit::domain::catalog::Value::Date(date) => date,
        _ => panic!("{} has no first release", entry.name),
    });
    let oldest = by_age.first().expect("there are entries");
    assert_eq!(cards(&page).first(), Some(&oldest.name.to_string()));
    let chosen = page.all("select option[selected]");
    assert_eq!(texts(&chosen), ["Longest around"]);
    let said =
        page.main().one(&format!("li:has(#details-{})", oldest.id)).one(".card__foot").text();
    assert!(said.contains(&*catalog.criterion(first).label), "what it was sorted by: {said}");
}

#[test]
fn without_a_choice_the_order_is_the_catalogs_and_the_list_says_which() {
    let order = |page: &Page| texts(&page.all("select option[selected]")).concat();
    let (page, chosen) = (Page::at(""), Page::at("?sort=community"));
    assert_eq!((order(&page), order(&chosen)), (order(&chosen), "Largest community".to_owned()));
    assert_eq!(cards(&page), cards(&chosen));
    assert_ne!(cards(&page), cards(&Page::at("?sort=name")));
    assert!(!page.main().has(".card__foot > span:not(:empty)"), "nobody asked for the value");
    assert_eq!(order(&Page::at("?q=web")), "Relevance");
    assert_eq!(order(&Page::at("?a.size=small")), "Fit");
    assert_eq!(order(&Page::at("?a.size=small&sort=name")), "Name");
}

#[test]
fn with_answers_the_cards_stand_by_fit_and_show_their_points() {
    let page = Page::at("?a.language=python&a.building=content-site&a.box=admin&must.box=admin");
    assert_eq!(cards(&page).first().map(String::as_str), Some("Django"));
    let items = page.main().all("ul > li:has(h3)");
    assert_eq!(items[0].one(".card__points").text(), "100 of 100");
    let last = items.last().expect("there are cards").text();
    assert!(last.contains("Missing: Admin screens"), "{last}");
}

#[test]
fn common_questions_are_answered_from_the_catalog() {
    let (page, catalog) = (Page::at(""), catalog());
    let section = page.section("Common questions").expect("there are common questions");
    assert_eq!(section.all("h3").len(), catalog.faqs.len());
    let text = section.text();
    for faq in &catalog.faqs {
        assert!(text.contains(&*faq.question), "{text}");
        assert!(section.all("h3 a").iter().any(|link| link.name() == *faq.question), "{text}");
    }
    assert!(!text.contains('{') && !text.contains("  "), "{text}");
    let ruby = section.all("p").into_iter().find(|answer| answer.text().starts_with("Yes: "));
    let ruby = ruby.expect("the question about Ruby has an answer").text();
    for name in cards(&Page::at("?f.language=ruby")) {
        assert!(ruby.contains(&name), "{ruby}");
    }
}
