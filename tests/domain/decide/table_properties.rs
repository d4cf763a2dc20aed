//! From facts to utilities: an unknown fact spans exactly what its values would give (decision model,
//! 2.1 and property 7).
//!
//! It does not look at answers; a table is made of facts alone.

use proptest::collection::vec;
use proptest::prelude::*;
use stackfit::domain::catalog::{
    AltId, Catalog, Choice, Combine, CriterionId, Kind, QuestionId, Term, Value,
};
use stackfit::domain::decide::{Interval, UtilityTable};

use test_support::generated::generated_catalog;
use test_support::strategies::{cases, catalogs, utility};

/// The values that settle an unknown fact. A list is worth its best value, so that longer lists give
/// nothing that these do not.
fn values(catalog: &Catalog, criterion: CriterionId) -> Vec<Value> {
    let n = catalog.scale_of(criterion).map_or(0, |scale| scale.values.len());
    let n = u8::try_from(n).unwrap();
    match catalog.criterion(criterion).kind {
        Kind::One(_) => (0..n).map(Value::One).collect(),
        Kind::Many(_) => {
            let empty = [Value::Many(0)];
            let one = (0..n).map(|at| Value::Many(1 << at));
            let two = (1..n).map(|at| Value::Many(0b11 << (at - 1)));
            empty.into_iter().chain(one).chain(two).collect()
        }
        Kind::Text => vec![Value::Text("some".into())],
        Kind::Date => vec![Value::Date(catalog.subject.date)],
    }
}

/// A catalog of one alternative and one option, which earns from one criterion by any table.
fn with_term(criterion: &str, table: &[u16], otherwise: u16) -> (Catalog, CriterionId) {
    let mut catalog = generated_catalog(1, 7);
    let criterion = catalog.find_criterion(criterion).unwrap();
    let n = catalog.scale_of(criterion).unwrap().values.len();
    let term = Term { criterion, table: table[..n].to_vec(), otherwise };
    catalog.questions.truncate(1);
    catalog.questions[0].options = vec![Choice {
        id: "only".into(),
        label: "Only".into(),
        explain: "The only one.".into(),
        combine: Combine::Max,
        terms: vec![term],
    }];
    (catalog, criterion)
}

proptest! {
    #![proptest_config(cases(120))]

    /// Whatever the table: the least and the greatest that any value gives, no more and no less.
    #[test]
    fn an_unknown_fact_spans_exactly_what_its_values_give(
        criterion in prop::sample::select(vec!["learning", "kind", "uses", "hosting", "language"]),
        table in vec(utility(), 10),
        otherwise in utility(),
    ) {
        let (mut catalog, criterion) = with_term(criterion, &table, otherwise);
        let possible = values(&catalog, criterion);
        let mut of = |value: Value| {
            catalog.alternatives[0].facts[criterion.index()].value = value;
            UtilityTable::new(&catalog).options(AltId(0), QuestionId(0))[0]
        };
        let unknown = of(Value::Unknown);
        let given: Vec<_> = possible.into_iter().map(of).collect();
        prop_assert!(given.iter().all(|cell| cell.is_known()));
        let least = given.iter().map(|cell| cell.lo).min().unwrap();
        let greatest = given.iter().map(|cell| cell.hi).max().unwrap();
        prop_assert_eq!(unknown, Interval { lo: least, hi: greatest });
    }

    /// Property 7 for facts, in every option of every question that looks at them.
    #[test]
    fn settling_an_unknown_fact_narrows_every_utility(sample in catalogs()) {
        let before = UtilityTable::new(&sample.catalog);
        for id in sample.catalog.alternative_ids().take(2) {
            for criterion in sample.catalog.criterion_ids() {
                if sample.catalog.alternative(id).fact(criterion).value.is_known() {
                    continue;
                }
                let mut settled = (*sample.catalog).clone();
                settled.alternatives = vec![sample.catalog.alternative(id).clone()];
                for value in values(&sample.catalog, criterion) {
                    settled.alternatives[0].facts[criterion.index()].value = value;
                    let after = UtilityTable::new(&settled);
                    for question in sample.catalog.question_ids() {
                        let old = before.options(id, question);
                        let new = after.options(AltId(0), question);
                        for (old, new) in old.iter().zip(new) {
                            prop_assert!(old.lo <= new.lo && new.hi <= old.hi);
                        }
                    }
                }
            }
        }
    }
}

/// Several terms of one option: the greatest, or the mean rounded half up, of their ends.
#[test]
fn several_terms_combine_as_their_option_says() {
    let mut catalog = generated_catalog(1, 7);
    let find = |id: &str| catalog.find_criterion(id).unwrap();
    let (orm, migrations) = (find("orm"), find("migrations"));
    let term = |criterion| Term { criterion, table: vec![1000, 900, 750, 401, 0], otherwise: 0 };
    let terms = vec![term(orm), term(migrations)];
    let mut with = |combine: Combine, values: [Value; 2]| {
        for (criterion, value) in [orm, migrations].into_iter().zip(values) {
            catalog.alternatives[0].facts[criterion.index()].value = value;
        }
        catalog.questions[0].options[0].combine = combine;
        catalog.questions[0].options[0].terms.clone_from(&terms);
        UtilityTable::new(&catalog).options(AltId(0), QuestionId(0))[0]
    };
    let known = || [Value::One(2), Value::One(3)];
    assert_eq!(with(Combine::Max, known()), Interval::exactly(750));
    assert_eq!(with(Combine::Mean, known()), Interval::exactly(576), "575.5 is rounded up");
    let half = || [Value::One(1), Value::Unknown];
    assert_eq!(with(Combine::Max, half()), Interval { lo: 900, hi: 1000 });
    assert_eq!(with(Combine::Mean, half()), Interval { lo: 450, hi: 950 });
}
