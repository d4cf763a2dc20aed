//! What is in a record: what was asked, who was considered, what is chosen, and from which sources.

use std::collections::BTreeSet;

use proptest::prelude::*;
use stackfit::report::record::{Argument, Arguments, Record, Status};
use stackfit::text::causes;

use super::made::{Made, records};
use test_support::reference;
use test_support::strategies::cases;

/// Every argument of a record.
fn arguments(record: &Record) -> impl Iterator<Item = &Argument> {
    let all = record.consequences.iter().chain(record.weighed.iter().map(|one| &one.arguments));
    all.flat_map(|Arguments { good, neutral, bad }| good.iter().chain(neutral).chain(bad))
}

/// All numbers of sources that a record cites.
fn cited(record: &Record) -> BTreeSet<usize> {
    let facts = record.confirmation.volatile.iter().chain(&record.confirmation.old);
    let arguments = arguments(record).flat_map(|one| &one.sources);
    arguments.chain(facts.flat_map(|fact| &fact.sources)).copied().collect()
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn everything_that_was_asked_is_in_it(made in records()) {
        let (record, case) = (made.record(), &made.case);
        let musts: Vec<_> = reference::must_haves(&case.table, case.answers())
            .into_iter()
            .map(|must| (case.catalog.question(must.question).id.to_string(), causes(&case.catalog, &[must])))
            .collect();
        let told: Vec<_> =
            record.musts.iter().map(|must| (must.question.clone(), must.option.clone())).collect();
        prop_assert_eq!(told, musts);
        let weighted: Vec<_> = case
            .answers()
            .iter()
            .filter(|(_, answer)| answer.weight() > 0)
            .map(|(id, answer)| (case.catalog.question(id).id.to_string(), answer.weight()))
            .collect();
        let told: Vec<_> =
            record.wishes.iter().map(|wish| (wish.question.clone(), wish.weight)).collect();
        prop_assert_eq!(told, weighted);
        prop_assert!(record.wishes.iter().all(|wish| !wish.options.is_empty()));
    }

    #[test]
    fn everybody_is_in_it_once(made in records()) {
        let record = made.record();
        let ranked = record.options.iter().map(|one| &one.id);
        let others = record.unclear.iter().chain(&record.ruled_out).map(|one| &one.id);
        let all: Vec<_> = ranked.chain(others).chain(record.taken_out.iter().map(|one| &one.id)).collect();
        let once: BTreeSet<_> = all.iter().copied().collect();
        prop_assert_eq!(once.len(), all.len());
        prop_assert_eq!(all.len(), made.case.catalog.alternatives.len());
    }

    #[test]
    fn every_source_is_cited_and_every_number_has_its_source(made in records()) {
        let record = made.record();
        let all: BTreeSet<_> = (1..=record.sources.len()).collect();
        prop_assert_eq!(cited(&record), all);
        let known: Vec<_> = made.evidence.dossiers.iter().flat_map(|dossier| &dossier.sources).collect();
        for source in &record.sources {
            let is_known = known.iter().any(|one| {
                one.url == source.url.as_str()
                    && one.title == source.title.as_str()
                    && one.checked.to_string() == source.read
            });
            prop_assert!(is_known, "{source:?}");
        }
    }

    #[test]
    fn the_choice_is_the_readers_or_the_first_alone(made in records()) {
        let (record, case) = (made.record(), &made.case);
        let ranking = case.ranking();
        let leaders: Vec<_> = ranking.leaders().map(|leader| leader.alternative).collect();
        let alone = match leaders.as_slice() {
            [only] if !case.answers().is_empty() => Some(*only),
            _ => None,
        };
        let expected = case.state.choice.or(alone);
        let id = |id: stackfit::domain::catalog::AltId| case.catalog.alternative(id).id.to_string();
        let chosen = record.outcome.choice.as_ref().map(|choice| choice.id.clone());
        prop_assert_eq!(chosen, expected.map(id));
        let status = if case.state.choice.is_some() { Status::Accepted } else { Status::Proposed };
        prop_assert_eq!(record.status, status);
        prop_assert_eq!(record.outcome.is_first, expected.is_some_and(|id| leaders.contains(&id)));
        prop_assert_eq!(record.consequences.is_some(), expected.is_some());
        // A choice that is not first says who is, or which must-have is in its way.
        if let Some(id) = expected.filter(|id| !leaders.contains(id)) {
            let said = &record.outcome.because;
            let named = if ranking.place(id).is_some() {
                case.name(leaders[0]).to_owned()
            } else {
                let unranked = ranking.excluded.iter().chain(&ranking.unconfirmed);
                let mut own = unranked.filter(|one| one.alternative == id);
                own.next().map(|one| causes(&case.catalog, &one.causes)).unwrap_or_default()
            };
            prop_assert!(said.contains(&named), "{said} without {named}");
        }
    }

    #[test]
    fn the_drawbacks_of_the_choice_are_told(made in records()) {
        let record = made.record();
        if let Some(consequences) = &record.consequences {
            let told = consequences.bad.iter().any(|one| one.text.contains("It <has> a `price`"));
            prop_assert!(told, "{consequences:?}");
        }
    }
}

/// What the reader chooses, in whatever place.
#[test]
fn a_choice_that_is_not_first_says_what_speaks_against_it() {
    let query = "?view=result&a.language=python&must.language=python&a.box=admin,auth&choice=";
    let because = |choice: &str| {
        let record = Made::frozen(&[query, choice].concat()).record();
        assert_eq!(record.status, Status::Accepted);
        (record.outcome.because, record.outcome.against)
    };
    let (first, none) = because("django");
    assert!(first.starts_with("it fits best: ") && none.is_empty(), "{first}");
    let (lower, against) = because("flask");
    assert!(lower.contains("it is at rank ") && lower.contains("Django fits best"), "{lower}");
    assert!(
        against.iter().any(|said| said.starts_with("Compared with Django it loses")),
        "{against:?}"
    );
    let (out, against) = because("gin");
    assert!(out.starts_with("a must-have rules it out: Python"), "{out}");
    assert!(
        against.iter().any(|said| said.starts_with("How could Gin come first?")),
        "{against:?}"
    );
    let (taken, against) = because("flask&without=flask");
    assert_eq!(taken, "it had been taken out of the comparison.");
    assert!(!against.is_empty());
}

#[test]
fn where_several_are_first_nothing_is_chosen_until_the_reader_does() {
    let query = "?view=result&a.language=python";
    let open = Made::frozen(query).record();
    assert_eq!((open.outcome.choice, open.consequences), (None, None));
    assert!(open.outcome.because.ends_with(" fit equally well."), "{}", open.outcome.because);
    let chosen = Made::frozen(&[query, "&choice=flask"].concat()).record();
    assert!(chosen.outcome.is_first, "{:?}", chosen.outcome);
    assert!(
        chosen.outcome.because.starts_with("it is one of 3 that fit equally well"),
        "{:?}",
        chosen.outcome
    );
}

/// The day by which to look again is the one on which the first of the facts gets old.
#[test]
fn the_record_says_when_to_look_again() {
    let mut made = Made::frozen("?view=result&a.language=python&a.box=admin");
    let again = made.record().confirmation;
    assert_eq!(again.by.as_deref(), Some("2027-11-23"));
    assert!(again.old.is_empty());
    assert!(again.volatile.iter().any(|fact| fact.label == "Latest stable version"), "{again:?}");
    made.today = "2027-11-24".parse().unwrap();
    let later = made.record().confirmation;
    assert!(later.old.iter().any(|fact| fact.label == "Admin screens"), "{later:?}");
}
