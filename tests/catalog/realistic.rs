//! The audit over realistic profiles: answers as in the cases, languages evenly.

use std::collections::BTreeMap;

use stackfit::authoring::Case;
use stackfit::authoring::audit::{Check, Places, Realistic, realistic_profiles};
use stackfit::domain::catalog::{AltId, Catalog, QuestionId};
use stackfit::domain::decide::{Answers, UtilityTable, rank};
use stackfit::domain::permalink::decode;
use test_support::generated::generated_catalog;

const N: u32 = 20_000;

/// A catalog whose language is a condition at first.
fn catalog() -> Catalog {
    let catalog = generated_catalog(12, 5);
    assert!(catalog.question(question(&catalog, "language")).is_condition());
    catalog
}

fn question(catalog: &Catalog, id: &str) -> QuestionId {
    catalog.find_question(id).expect("a question")
}

fn case(catalog: &Catalog, link: &str, is_aside: bool) -> Case {
    let decoded = decode(catalog, link);
    assert_eq!(decoded.ignored, [], "{link}");
    Case {
        id: "case".to_owned(),
        answers: decoded.state.answers,
        unsaid: Vec::new(),
        chosen: AltId(0),
        turned_down: Vec::new(),
        is_disputed: false,
        is_aside,
    }
}

/// Three of four cases name a language, two as a must-have; one case is kept aside.
fn cases(catalog: &Catalog) -> Vec<Case> {
    let known = [
        "?a.language=php&must.language=php&a.uses=saas&w.uses=important&a.learning=gentle",
        "?a.language=go,ruby&must.language=go,ruby&a.uses=social,e-commerce",
        "?a.language=java&a.hosting=edge&must.hosting=edge",
        "?a.uses=prototype&a.kind=micro",
    ];
    let mut cases: Vec<_> = known.iter().map(|link| case(catalog, link, false)).collect();
    cases.push(case(catalog, "?a.licence=mit&a.typing=static", true));
    cases
}

fn share(n: usize, of: usize) -> f64 {
    let number = |n| f64::from(u32::try_from(n).expect("few profiles"));
    number(n) / number(of)
}

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 0.02
}

#[test]
fn languages_are_drawn_evenly_and_as_often_as_in_the_cases() {
    let catalog = catalog();
    let language = question(&catalog, "language");
    let profiles: Vec<_> = realistic_profiles(&catalog, &cases(&catalog), N).collect();
    let named: Vec<_> = profiles.iter().filter_map(|answers| answers.get(language)).collect();
    assert!(near(share(named.len(), profiles.len()), 0.75), "{}", named.len());
    let n_musts = named.iter().filter(|answer| answer.musts == answer.options).count();
    assert!(near(share(n_musts, named.len()), 2.0 / 3.0), "{n_musts} of {}", named.len());
    assert!(named.iter().all(|answer| answer.musts == 0 || answer.musts == answer.options));
    let mut n_by_option = BTreeMap::new();
    for answer in &named {
        *n_by_option.entry(answer.options).or_insert(0_usize) += 1;
    }
    let n_options = catalog.question(language).options.len();
    assert_eq!(n_by_option.len(), n_options, "each one alone: {n_by_option:?}");
    for n in n_by_option.values() {
        assert!(near(share(*n, named.len()), share(1, n_options)), "{n_by_option:?}");
    }
}

#[test]
fn other_answers_are_those_of_the_cases_some_dropped_and_some_exchanged() {
    let catalog = catalog();
    let cases = cases(&catalog);
    let language = question(&catalog, "language");
    let uses = question(&catalog, "uses");
    let given = |id| cases[..4].iter().filter_map(|case| case.answers.get(id)).collect::<Vec<_>>();
    let first = cases[0].answers.get(uses).expect("the first case answers it");
    let (mut n_kept, mut n_first) = (0, 0);
    let profiles: Vec<_> = realistic_profiles(&catalog, &cases, N).collect();
    for answers in &profiles {
        for (id, answer) in answers.iter().filter(|(id, _)| *id != language) {
            assert!(given(id).contains(&answer), "answered so in some case");
        }
        n_kept += usize::from(answers.get(uses).is_some());
        n_first += usize::from(answers.get(uses) == Some(first));
    }
    // Three of four cases answer it. Of these answers one in six is dropped; the first stays in
    // four of six, and comes for one in six of the three in one of three.
    assert!(near(share(n_kept, profiles.len()), 0.75 * 5.0 / 6.0), "{n_kept}");
    assert!(near(share(n_first, profiles.len()), 0.25 * (4.0 / 6.0 + 1.0 / 6.0)), "{n_first}");
    let aside = question(&catalog, "licence");
    assert!(profiles.iter().all(|answers| answers.get(aside).is_none()), "kept aside");
}

#[test]
fn first_places_are_those_of_full_rankings() {
    let catalog = catalog();
    let cases = cases(&catalog);
    let table = UtilityTable::new(&catalog);
    let n = 400;
    let audit = Realistic::of(&catalog, &cases, n).expect("there are cases");
    let mut n_first = vec![0; catalog.alternatives.len()];
    let mut n_recommending = 0;
    for answers in realistic_profiles(&catalog, &cases, n) {
        let ranking = rank(&table, &answers);
        if answers.total_weight() > 0 && !ranking.eligible.is_empty() {
            n_recommending += 1;
            ranking.leaders().for_each(|ranked| n_first[ranked.alternative.index()] += 1);
        }
    }
    assert_eq!((audit.n_profiles, audit.n_recommending), (n, n_recommending));
    assert!(n_recommending > n / 2);
    let counted: Vec<_> = audit.alternatives.iter().map(|one| one.n_first).collect();
    assert_eq!(counted, n_first);
    assert!((audit.alternatives.iter().map(|one| one.share).sum::<f64>() - 1.0).abs() < 1e-9);
    assert_eq!(Realistic::of(&catalog, &cases, n), Some(audit), "the same profiles every time");
}

#[test]
fn without_a_case_to_draw_from_there_is_no_such_audit() {
    let catalog = catalog();
    assert_eq!(Realistic::of(&catalog, &[], 10), None);
    let aside = [case(&catalog, "?a.licence=mit", true)];
    assert_eq!(Realistic::of(&catalog, &aside, 10), None);
    let empty = Answers::none(catalog.questions.len());
    assert!(realistic_profiles(&catalog, &aside, 10).all(|answers| answers == empty));
}

/// Exactly as much as is allowed is allowed.
#[test]
fn who_is_first_too_often_never_or_too_rarely_is_found() {
    let places =
        |id: &str, share, n_first| Places { id: id.to_owned(), share, n_first, n_alone: 0 };
    let audit = Realistic {
        n_profiles: 1000,
        n_recommending: 1000,
        alternatives: vec![
            places("much", 0.1201, 130),
            places("enough", 0.12, 120),
            places("little", 0.01, 20),
            places("less", 0.0099, 20),
            places("nothing", 0.0, 0),
            places("nobody-asks", 0.0001, 1),
        ],
    };
    let expected = ["much", "little", "less", "nothing"].map(str::to_owned);
    let found = audit.findings(&expected).into_iter().map(|one| (one.check, one.subject));
    let found: Vec<_> = found.collect();
    let finding = |check, id: &str| (check, id.to_owned());
    assert_eq!(
        found,
        [
            finding(Check::RealisticTooOften, "much"),
            finding(Check::RealisticNeverFirst, "nothing"),
            finding(Check::RealisticRare, "less"),
        ]
    );
}
