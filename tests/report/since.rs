//! What an old link says of the facts that have changed since it was made.

use stackfit::domain::catalog::{AltId, CriterionId, Date, Edition, Value};
use stackfit::report::Section;

use super::case::{Case, texts};

fn day(day: u8) -> Date {
    Date { year: 2026, month: 1, day }
}

/// A state of the frozen catalog with an older edition, in which some facts were something else.
fn since(query: &str, was: &[(&str, &str, Value)], incomparable: &[&str]) -> Vec<String> {
    let mut case = Case::frozen(query);
    let criterion = |case: &Case, id: &str| case.catalog.find_criterion(id).expect("it is there");
    let entries = was
        .iter()
        .map(|(entry, id, value)| ((*entry).into(), vec![(criterion(&case, id), value.clone())]));
    let edition = Edition {
        date: day(2),
        incomparable: incomparable.iter().map(|id| criterion(&case, id)).collect(),
        added: Vec::new(),
        entries: entries.collect(),
    };
    case.catalog.history = vec![edition];
    texts(&case.say(Section::Since(day(2)))).into_iter().map(str::to_owned).collect()
}

const QUERY: &str = "?view=result&a.language=python&a.box=admin,jobs";

/// The value of a fact with some bits of its list changed.
fn without_first(entry: &str, id: &str) -> Value {
    let case = Case::frozen("");
    let of = |id: AltId, criterion: CriterionId| {
        case.catalog.alternative(id).fact(criterion).value.clone()
    };
    let entry = case.catalog.find_alternative(entry).expect("it is there");
    match of(entry, case.catalog.find_criterion(id).expect("it is there")) {
        Value::Many(bits) => Value::Many(bits & (bits - 1)),
        other => panic!("{other:?} is no list"),
    }
}

#[test]
fn a_fact_that_matters_says_what_it_was_and_is() {
    let said = since(QUERY, &[("django", "admin", Value::One(4))], &[]);
    assert_eq!(
        said[0],
        "1 fact that your answers use has changed since the catalog of 2026-01-02."
    );
    assert!(said.iter().any(|one| one == "Django, Admin screens: was None, is Core."), "{said:?}");
    assert_eq!(said.last().map(String::as_str), Some("The questions may have changed as well."));
}

#[test]
fn a_list_says_what_it_has_now_and_has_no_longer() {
    let asked = "?view=result&a.building=content-site,rest-api";
    let said = since(asked, &[("django", "uses", without_first("django", "uses"))], &[]);
    assert!(
        said.iter().any(|one| one.starts_with("Django, ") && one.contains(": now also ")),
        "{said:?}"
    );
}

#[test]
fn a_fact_that_nobody_asked_for_does_not_matter() {
    let said = since("?view=result&a.language=python", &[("django", "admin", Value::One(4))], &[]);
    let expected =
        "None of the facts that your answers use has changed since the catalog of 2026-01-02.";
    assert_eq!(said[0], expected);
    assert_eq!(said.len(), 2, "{said:?}");
}

#[test]
fn who_is_ruled_out_then_and_now_does_not_matter() {
    let strict = "?view=result&a.language=go&must.language=go&a.box=admin";
    let said = since(strict, &[("django", "admin", Value::One(4))], &[]);
    assert!(said[0].starts_with("None of the facts"), "{said:?}");
}

#[test]
fn another_first_with_the_facts_of_then_is_named() {
    let said =
        since(QUERY, &[("django", "admin", Value::One(4)), ("django", "jobs", Value::One(4))], &[]);
    let found = said.iter().find(|one| one.starts_with("By the old facts"));
    assert!(found.is_some_and(|one| !one.contains("Django")), "{said:?}");
}

/// In the view of a team it is said of everybody's answers, each fact once.
#[test]
fn a_team_is_told_what_matters_to_anybody() {
    let query = "?view=team&1.a.language=python&2.a.box=admin,jobs&3.a.box=admin";
    let was = [("django", "admin", Value::One(4)), ("django", "jobs", Value::One(4))];
    let said = since(query, &was, &[]);
    let first = "2 facts that your answers use have changed since the catalog of 2026-01-02.";
    assert_eq!(said[0], first);
    let admin = said.iter().filter(|one| one.starts_with("Django, Admin screens: was None"));
    assert_eq!(admin.count(), 1, "{said:?}");
    assert!(!said.iter().any(|one| one.starts_with("By the old facts")), "{said:?}");
}

/// Equals are listed by a fact; another order of them puts nobody else first.
#[test]
fn another_order_of_equals_puts_nobody_else_first() {
    let mut case = Case::frozen("?view=result&a.language=python");
    let ties = case.catalog.find_criterion("ecosystem").expect("it is there");
    case.catalog.subject.ties = Some(ties);
    let first: Vec<_> = case.ranking().leaders().map(|leader| leader.alternative).collect();
    assert!(first.len() > 1);
    // The one listed first was the smallest of all.
    let entry = case.catalog.alternative(first[0]).id.clone();
    let entries = vec![(entry, vec![(ties, Value::One(3))])];
    let (incomparable, added) = (Vec::new(), Vec::new());
    case.catalog.history = vec![Edition { date: day(2), incomparable, added, entries }];
    let said = texts(&case.say(Section::Since(day(2)))).join(" ");
    assert!(!said.contains("By the old facts"), "{said}");
}

#[test]
fn what_cannot_be_compared_is_said_and_so_is_a_day_of_which_nothing_is_known() {
    let said = since(QUERY, &[("django", "admin", Value::One(4))], &["admin"]);
    assert!(said.contains(&"Cannot be compared: Admin screens.".to_owned()), "{said:?}");
    assert!(said[0].starts_with("None of the facts"), "{said:?}");
    let case = Case::frozen(QUERY);
    let unknown = texts(&case.say(Section::Since(day(3)))).join(" ");
    assert_eq!(unknown, "What the facts were on 2026-01-03 is not known.");
}
