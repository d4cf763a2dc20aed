//! The shipped catalog, whatever stands in it: every view, question, entry and common question is drawn.
//!
//! What a view says is tested on the frozen catalog, so that these few are all that a new entry or a
//! changed fact can break.

use stackfit::authoring::Checked;
use stackfit::domain::permalink;
use test_support::catalogs::{SHIPPED, checked};
use test_support::soundness;

use crate::every_view::EVERYWHERE;
use crate::page::{Page, names, texts};

fn assert_sound(checked: &Checked, query: &str) -> Page {
    let page = Page::of_checked(checked, query);
    let flaws = soundness::flaws(&page);
    assert!(flaws.is_empty(), "{query}: {flaws:#?}");
    page
}

#[test]
fn every_view_of_it_is_sound() {
    let shipped = checked(SHIPPED);
    for query in EVERYWHERE {
        assert_sound(&shipped, query);
    }
}

#[test]
fn every_entry_has_a_card_and_details_with_all_its_facts() {
    let shipped = checked(SHIPPED);
    let catalog = &shipped.catalog;
    let mut expected = names(catalog, |_| true);
    expected.sort_by_key(|name| name.to_lowercase());
    assert_eq!(texts(&Page::of_checked(&shipped, "?sort=name").main().all(".card h3")), expected);
    for entry in &catalog.alternatives {
        let page = assert_sound(&shipped, &format!("?open={}", entry.id));
        assert_eq!(page.main().one("h2").text(), *entry.name);
        assert_eq!(page.main().all(".facts > li").len(), catalog.criteria.len(), "{}", entry.name);
    }
}

#[test]
fn every_question_is_asked_with_all_its_options() {
    let shipped = checked(SHIPPED);
    for question in &shipped.catalog.questions {
        let page = assert_sound(&shipped, &format!("?view=fit&step={}", question.id));
        assert_eq!(page.main().one("h2").text(), *question.prompt);
        let options = page.all("main fieldset")[0].all("label[for]");
        assert_eq!(options.len(), question.options.len(), "{}", question.label);
    }
}

#[test]
fn every_common_question_has_an_answer_and_a_link_that_can_be_followed() {
    let shipped = checked(SHIPPED);
    let page = Page::of_checked(&shipped, "");
    let section = page.section("Common questions").expect("there are common questions");
    let said = section.text();
    assert!(!said.contains('{'), "{said}");
    for faq in &shipped.catalog.faqs {
        assert!(said.contains(&*faq.question), "{said}");
        assert_eq!(permalink::decode(&shipped.catalog, &faq.link).ignored, [], "{}", faq.link);
    }
}
