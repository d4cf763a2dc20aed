//! The facets that filter without the program: the rules are applied by a small model of CSS to the page
//! that they come with, and show what the domain lists.

use std::collections::BTreeSet;
use std::iter::once;

use proptest::collection::vec;
use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};
use stackfit::domain::browse::{CardIndex, Chosen};
use stackfit::domain::catalog::{Catalog, FacetId};
use stackfit::domain::decide::{Answers, UtilityTable, rank};
use stackfit::ui::{Model, first_facet_rules};
use test_support::catalogs::{DATABASES, FROZEN, SHIPPED, SMALLEST, checked};
use test_support::generated::generated_catalog;
use test_support::strategies::cases;

use crate::page::{Page, markup};

/// A style sheet without layers, whose rules stand in one line. It knows `display` and counters.
struct Sheet(Vec<Rule>);

struct Rule {
    selector: Selector,
    specificity: [usize; 3],
    declarations: Vec<(String, String)>,
}

impl Sheet {
    fn read(css: &str) -> Self {
        let rules = css.split_terminator('}').map(|rule| {
            let (selector, declarations) = rule.split_once('{').expect("a rule");
            // The parser knows no state of a box, but its markup has one. The place among siblings is
            // an attribute too, because it would be counted anew for each rule.
            let selector = selector.replace(":checked", "[checked]");
            let mut parts = selector.split(":nth-child(");
            let first = parts.next().unwrap_or_default().to_owned();
            let selector = parts.fold(first, |text, part| {
                [text.as_str(), "[data-place='", &part.replacen(')', "']", 1)].concat()
            });
            let declarations = declarations.split(';').map(|declaration| {
                let (name, value) = declaration.split_once(':').expect("a declaration");
                (name.to_owned(), value.to_owned())
            });
            Rule {
                specificity: specificity(&selector),
                declarations: declarations.collect(),
                selector: Selector::parse(&selector).expect(&selector),
            }
        });
        Self(rules.collect())
    }

    /// The rules that match an element.
    fn matching(&self, element: ElementRef<'_>) -> Vec<&Rule> {
        self.0.iter().filter(|rule| rule.selector.matches(&element)).collect()
    }

    /// The value of a property: of the most specific rule, and of those the last.
    fn value<'a>(matching: &[&'a Rule], property: &str) -> Option<&'a str> {
        let declared = matching.iter().flat_map(|rule| {
            let of_property = rule.declarations.iter().filter(|(name, _)| name == property);
            of_property.map(|(_, value)| (rule.specificity, value.as_str()))
        });
        declared.max_by_key(|(specificity, _)| *specificity).map(|(_, value)| value)
    }
}

/// How specific a selector is: ids, then classes, attributes and states, then elements. A list in
/// brackets counts as much as its most specific part.
fn specificity(selector: &str) -> [usize; 3] {
    let mut sum = [0; 3];
    let mut letters = selector.char_indices().peekable();
    let mut is_name = false;
    while let Some((at, letter)) = letters.next() {
        let was_name = is_name;
        is_name = letter.is_alphanumeric() || "-_".contains(letter) || !letter.is_ascii();
        match letter {
            '\\' => {
                while letters.next_if(|(_, letter)| letter.is_ascii_hexdigit()).is_some() {}
                letters.next_if(|(_, letter)| *letter == ' ');
                is_name = true;
            }
            '#' | '.' => {
                sum[usize::from(letter == '.')] += 1;
                is_name = true;
            }
            '[' => {
                sum[1] += 1;
                let end = at + closing(&selector[at..], ('[', ']'));
                while letters.next_if(|(at, _)| *at <= end).is_some() {}
            }
            ':' => {
                let name: String = core::iter::from_fn(|| {
                    letters.next_if(|(_, letter)| letter.is_alphabetic() || *letter == '-')
                })
                .map(|(_, letter)| letter)
                .collect();
                let mut of_this = [0, 1, 0];
                if let Some((start, _)) = letters.next_if(|(_, letter)| *letter == '(') {
                    let end = start + closing(&selector[start..], ('(', ')'));
                    if ["has", "is", "not"].contains(&&*name) {
                        let parts = parts(&selector[start + 1..end]);
                        of_this = parts.into_iter().map(specificity).max().unwrap_or_default();
                    }
                    while letters.next_if(|(at, _)| *at <= end).is_some() {}
                }
                sum = core::array::from_fn(|place| sum[place] + of_this[place]);
                is_name = true;
            }
            _ if is_name && !was_name => sum[2] += 1,
            _ => {}
        }
    }
    sum
}

/// The place of the bracket that closes the first one; in quotes and after a backslash stand none.
fn closing(text: &str, (open, close): (char, char)) -> usize {
    let (mut depth, mut is_quoted, mut is_escaped) = (0, false, false);
    for (at, letter) in text.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            _ if letter == open => depth += 1,
            _ if letter == close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    panic!("nothing closes {text}")
}

/// The parts of a list, between commas that stand in no bracket.
fn parts(list: &str) -> Vec<&str> {
    let mut depth = 0;
    let split = list.split(move |letter| {
        depth += i32::from("([".contains(letter)) - i32::from(")]".contains(letter));
        letter == ',' && depth == 0
    });
    split.collect()
}

#[test]
fn the_model_weighs_selectors_as_browsers_do() {
    for (selector, weight) in [
        (".a:has(.b [checked]) .c", [0, 4, 0]),
        (
            ".a:has([x=\"1)\"][checked]):not(:has(#b-1[checked],#c)) .d:is(:nth-child(2),#e)",
            [2, 5, 0],
        ),
        ("#a\\2e b.c > li", [1, 1, 1]),
        ("a:is(.b .c, p):nth-child(2)", [0, 3, 1]),
    ] {
        assert_eq!(specificity(selector), weight, "{selector}");
    }
}

/// The elements of a page without its texts, and of a card only its link: it is read once more for each
/// set of ticks.
fn skeleton(element: ElementRef<'_>) -> String {
    let name = element.value().name();
    let attributes = element.value().attrs().map(|(name, value)| {
        format!(" {name}=\"{}\"", value.replace('&', "&amp;").replace('"', "&quot;"))
    });
    let is_card = element.value().classes().any(|class| class == "card");
    let link = Selector::parse("h3 a").unwrap();
    let inside: String = if is_card {
        element.select(&link).map(skeleton).collect()
    } else {
        element.child_elements().map(skeleton).collect()
    };
    let place = element.prev_siblings().filter(|node| node.value().is_element()).count() + 1;
    let end = if name == "input" { String::new() } else { format!("</{name}>") };
    format!("<{name} data-place={place}{}>{inside}{end}", attributes.collect::<String>())
}

/// The static page of a catalog, with its rules.
struct Static {
    catalog: Catalog,
    cards: CardIndex,
    markup: String,
    sheet: Option<Sheet>,
    /// The boxes in order: their place among all inputs, facet and value.
    boxes: Vec<(usize, FacetId, u8)>,
}

impl Static {
    fn of(catalog: Catalog) -> Self {
        let model = Model::new(catalog.clone(), "");
        let markup = markup(model, "");
        let page = Html::parse_document(&markup);
        let inputs = Selector::parse("input").unwrap();
        let boxes = page.select(&inputs).enumerate().filter_map(|(place, input)| {
            let facet =
                catalog.find_facet(input.attr("data-facet")?).expect("a facet of the catalog");
            let mut values = (0_u8..).zip(&catalog.facet(facet).values);
            let value = input.attr("value").expect("the id of a value");
            let (at, _) =
                values.find(|(_, known)| *known.id == *value).expect("a value of the facet");
            Some((place, facet, at))
        });
        let boxes = boxes.collect();
        let markup = skeleton(page.root_element());
        let sheet = first_facet_rules(model).map(|css| Sheet::read(&css));
        Self { cards: CardIndex::new(&catalog), catalog, markup, sheet, boxes }
    }

    /// The ids of the cards that the domain lists for the ticked boxes.
    fn listed(&self, ticked: &[bool]) -> BTreeSet<String> {
        let mut chosen = Chosen::none(self.catalog.facets.len());
        for ((_, facet, at), _) in self.boxes.iter().zip(ticked).filter(|(_, is_on)| **is_on) {
            chosen.set(*facet, chosen.of(*facet) | 1 << at);
        }
        let answers = Answers::none(self.catalog.questions.len());
        let ranking = rank(&UtilityTable::new(&self.catalog), &answers);
        let listing = self.cards.list(&self.catalog, &chosen, "", None, &ranking);
        listing.found.iter().map(|id| self.catalog.alternative(*id).id.to_string()).collect()
    }

    /// The ids of the cards that the rules show and count; of all cards where no rule says anything.
    fn shown(&self, ticked: &[bool]) -> BTreeSet<String> {
        let mut inputs = self.markup.split("<input");
        let head = inputs.next().unwrap_or_default().to_owned();
        let markup = inputs.enumerate().fold(head, |text, (place, rest)| {
            let mut boxes = self.boxes.iter().zip(ticked);
            let is_on = boxes.any(|((at, ..), is_on)| *at == place && *is_on);
            [text.as_str(), "<input", if is_on { " checked" } else { "" }, rest].concat()
        });
        let page = Html::parse_document(&markup);
        let (cards, link) =
            (Selector::parse("li.card").unwrap(), Selector::parse("a[id^=details-]").unwrap());
        let sheet = self.sheet.as_ref().expect("a catalog with rules");
        let shown = page.select(&cards).filter_map(|card| {
            let matching = sheet.matching(card);
            let value = |property| Sheet::value(&matching, property);
            let is_shown = value("visibility") != Some("hidden");
            // A card that is not among the first is hidden by a layer, so that one that matches has to
            // be shown. One that does not takes no room.
            let expected = match (ticked.contains(&true), is_shown) {
                (false, _) => [None; 3],
                (true, true) => [Some("flex"), None, Some("found")],
                (true, false) => [Some("flex"), Some("absolute"), Some("none")],
            };
            let found = ["display", "position", "counter-increment"].map(value);
            assert_eq!(found, expected, "{}", card.html());
            let id = card.select(&link).next().and_then(|link| link.attr("id")).expect("a link");
            is_shown.then(|| id.trim_start_matches("details-").to_owned())
        });
        shown.collect()
    }

    /// Checks some sets of ticked boxes.
    fn hold(&self, n_cases: u32) {
        let all = self.listed(&[]);
        assert_eq!(self.shown(&[]), all, "nothing is ticked");
        // A large catalog takes long.
        let step = self.catalog.alternatives.len() / 20 + 1;
        let each = (0..self.boxes.len())
            .step_by(step)
            .map(|one| (0..self.boxes.len()).map(|at| at == one).collect());
        for ticked in each.chain(once(vec![true; self.boxes.len()])) {
            let ticked: Vec<bool> = ticked;
            assert_eq!(self.shown(&ticked), self.listed(&ticked), "{ticked:?}");
        }
        // Few ticks leave some cards, and many leave a facet without any.
        let ticks = (1..40_u32).prop_flat_map(|percent| {
            vec(prop::bool::weighted(f64::from(percent) / 100.0), self.boxes.len())
        });
        let mut runner = prop::test_runner::TestRunner::new(cases(n_cases));
        let outcome = runner.run(&ticks, |ticked| {
            prop_assert_eq!(self.shown(&ticked), self.listed(&ticked));
            Ok(())
        });
        outcome.unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn the_boxes_show_what_the_program_would_list_in_catalogs_from_files() {
    for folder in [SMALLEST, FROZEN, DATABASES, SHIPPED] {
        let page = Static::of(checked(folder).catalog);
        assert!(!page.boxes.is_empty(), "{folder}");
        page.hold(24);
    }
}

#[test]
fn the_boxes_show_what_the_program_would_list_in_catalogs_of_any_size() {
    for (n, seed) in [(1, 1), (2, 2), (13, 3), (30, 4), (70, 5)] {
        let page = Static::of(generated_catalog(n, seed));
        assert!(n == 1 || !page.boxes.is_empty(), "{n}");
        page.hold(if n > 100 { 6 } else { 16 });
    }
}

#[test]
fn the_boxes_of_odd_names_filter_too() {
    let mut catalog = generated_catalog(30, 6);
    let odd = ["0 a", "</style>", "\"]'\\", "é#.x", "a,b{}", "*:has(", "a\nb"];
    for (at, facet) in catalog.facets.iter_mut().enumerate() {
        facet.id = format!("{}{at}", odd[at % odd.len()]).into();
        for (place, value) in facet.values.iter_mut().enumerate() {
            value.id = format!("{}{place}", odd[(at + place) % odd.len()]).into();
        }
    }
    let model = Model::new(catalog.clone(), "");
    let rules = first_facet_rules(model).expect("there are boxes");
    assert!(!rules.contains('<') && !rules.contains('\n'), "{rules}");
    Static::of(catalog).hold(24);
}

#[test]
fn hidden_facets_and_those_after_the_third_have_no_box() {
    let mut catalog = generated_catalog(40, 7);
    catalog.facets[1].is_hidden = true;
    let page = Static::of(catalog);
    let facets: BTreeSet<_> = page.boxes.iter().map(|(_, facet, _)| facet.index()).collect();
    assert_eq!(facets, [0, 2, 3].into());
    page.hold(8);
}

#[test]
fn a_catalog_of_more_than_two_hundred_has_the_first_cards_and_no_boxes() {
    for n in [201, 1000] {
        let catalog = generated_catalog(n, 8);
        let model = Model::new(catalog, "");
        assert_eq!(first_facet_rules(model), None);
        let page = Page::of(model, "");
        assert_eq!(page.main().all(".card").len(), 24);
        assert!(!page.main().has("#facets *"), "the program draws them");
        assert_eq!(page.main().one(".browse__count").text(), format!("{n} things"));
    }
}

#[test]
fn what_needs_the_program_is_marked_so_that_styles_can_take_it_away() {
    let page = Page::at("");
    let main = page.main();
    let offered = crate::page::catalog().facets.iter().filter(|facet| !facet.is_hidden).count();
    assert_eq!(main.all(".facet").len(), offered);
    assert_eq!(main.all(".facet.needs-program").len(), offered - 3);
    assert!(!main.has(".needs-program input") && !main.has(".facet:not(.needs-program) button"));
    assert!(
        main.one(".filters__done").attr("class").is_some_and(|it| it.contains("needs-program"))
    );
}

#[test]
fn the_count_stands_where_its_words_have_the_number() {
    let page = Page::at("");
    let n = crate::page::catalog().alternatives.len();
    let found = page.main().one(".browse__found");
    assert_eq!(found.text(), format!("{n} of {n} frameworks"), "as read without styles");
    assert_eq!(found.one(".browse__n").text(), n.to_string());
    let heading = page.main().one("h2.browse__count");
    assert_eq!(heading.one(".browse__all").text(), format!("{n} frameworks"));
    assert_eq!(heading.one(".browse__matching").text(), "Frameworks that match");
}
