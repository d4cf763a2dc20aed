//! Who passes, and in which order: a partition, competition ranks, honest ties, and property 21 of the
//! decision model.
//!
//! It takes scores as given; `score_properties` holds them to their definition.

use std::collections::BTreeSet;

use proptest::prelude::*;
use stackfit::domain::catalog::{AltId, QuestionId, Value};
use stackfit::domain::decide::rank::{Verdict, must_haves, verdict};
use stackfit::domain::decide::{Answer, Answers, Score, UtilityTable, rank};

use test_support::generated::generated_catalog;
use test_support::reference;
use test_support::strategies::{cases, instances, near_instances};

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn everybody_stands_in_exactly_one_list(instance in instances()) {
        let ranking = rank(&instance.table(), &instance.answers);
        let eligible = ranking.eligible.iter().map(|ranked| ranked.alternative);
        let outside = ranking.unconfirmed.iter().chain(&ranking.excluded);
        let mut all: Vec<_> = eligible.chain(outside.map(|out| out.alternative)).collect();
        all.sort_unstable();
        prop_assert_eq!(all, instance.table().alternatives().collect::<Vec<_>>());
    }

    /// Property 21: passes or fails only where it does so whatever the unknown facts are.
    #[test]
    fn a_must_have_is_decided_only_where_every_corner_agrees(instance in instances()) {
        let table = instance.table();
        let musts = must_haves(&table, &instance.answers);
        prop_assert_eq!(&musts, &reference::must_haves(&table, &instance.answers));
        for id in table.alternatives() {
            for must in &musts {
                prop_assert_eq!(verdict(&table, id, *must), reference::verdict(&table, id, *must));
            }
        }
    }

    #[test]
    fn a_list_follows_from_the_must_haves_and_names_those_that_put_one_there(instance in instances()) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let musts = reference::must_haves(&table, &instance.answers);
        let of = |id: AltId, wanted: Verdict| -> Vec<_> {
            let these = musts.iter().filter(|must| reference::verdict(&table, id, **must) == wanted);
            these.copied().collect()
        };
        for ranked in &ranking.eligible {
            prop_assert_eq!(of(ranked.alternative, Verdict::Passes), musts.clone());
        }
        for unranked in &ranking.unconfirmed {
            prop_assert_eq!(of(unranked.alternative, Verdict::Fails), vec![]);
            prop_assert_eq!(of(unranked.alternative, Verdict::Unknown), unranked.causes.clone());
            prop_assert!(!unranked.causes.is_empty());
        }
        for unranked in &ranking.excluded {
            prop_assert_eq!(of(unranked.alternative, Verdict::Fails), unranked.causes.clone());
            prop_assert!(!unranked.causes.is_empty());
        }
        let outside = ranking.unconfirmed.iter().chain(&ranking.excluded);
        let of_eligible = ranking.eligible.iter().map(|ranked| (ranked.alternative, ranked.score));
        for (id, score) in of_eligible.chain(outside.map(|out| (out.alternative, out.score))) {
            prop_assert_eq!(score, Score::of(&table, &instance.answers, id));
        }
    }

    /// 1, 1, 3: one more than how many have more points.
    #[test]
    fn ranks_are_competition_ranks_and_ties_are_exact(instance in instances()) {
        let ranking = rank(&instance.table(), &instance.answers);
        let points: Vec<_> =
            ranking.eligible.iter().map(|ranked| ranked.score.map(Score::numerator)).collect();
        for (ranked, own) in ranking.eligible.iter().zip(&points) {
            let better = points.iter().filter(|other| *other > own).count();
            prop_assert_eq!(usize::from(ranked.rank), better + 1);
            let equal = points.iter().filter(|other| *other == own).count();
            prop_assert_eq!(ranked.tied, own.is_some() && equal > 1);
        }
        let leaders: Vec<_> = ranking.leaders().map(|ranked| ranked.alternative).collect();
        let best = points.iter().max();
        let first = ranking.eligible.iter().zip(&points).filter(|(_, own)| Some(*own) == best);
        prop_assert_eq!(leaders, first.map(|(ranked, _)| ranked.alternative).collect::<Vec<_>>());
    }

    /// Of two that print the same tenths without having the same points, both say so; nobody else does.
    #[test]
    fn those_whose_figures_look_alike_say_so(
        instance in prop_oneof![instances(), near_instances()],
    ) {
        let ranking = rank(&instance.table(), &instance.answers);
        for one in &ranking.eligible {
            let alike = ranking.eligible.iter().filter_map(|other| one.score.zip(other.score));
            let close = alike.into_iter().any(|(one, other)| {
                one.tenths() == other.tenths() && one.numerator() != other.numerator()
            });
            prop_assert_eq!(one.close, close);
        }
    }

    /// By points, and among equals in the order of the catalog.
    #[test]
    fn every_list_has_one_order_of_display(instance in instances()) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let key = |id: AltId, score: Option<Score>| {
            (core::cmp::Reverse(score.map(Score::numerator)), id)
        };
        prop_assert!(ranking.eligible.is_sorted_by_key(|r| key(r.alternative, r.score)));
        prop_assert!(ranking.unconfirmed.is_sorted_by_key(|out| key(out.alternative, out.score)));
        prop_assert!(ranking.excluded.is_sorted_by_key(|out| key(out.alternative, out.score)));
        for ranked in &ranking.eligible {
            prop_assert_eq!(ranking.place(ranked.alternative), Some(ranked));
        }
        for unranked in ranking.unconfirmed.iter().chain(&ranking.excluded) {
            prop_assert_eq!(ranking.place(unranked.alternative), None);
        }
    }
}

/// The order in which equals are listed is stated by the catalog, and changes no rank.
#[test]
fn equals_are_listed_by_the_named_criterion_and_then_by_name() {
    let mut catalog = generated_catalog(40, 5);
    let plain = rank(&UtilityTable::new(&catalog), &Answers::none(catalog.questions.len()));
    let criterion = catalog.find_criterion("learning").unwrap();
    for (ties, n_levels) in [(None, 1), (Some(criterion), 2)] {
        catalog.subject.ties = ties;
        let table = UtilityTable::new(&catalog);
        let key = |id: &AltId| {
            let one = catalog.alternative(*id);
            let level = ties.map_or(0, |ties| match one.fact(ties).value {
                Value::One(level) => level,
                _ => u8::MAX,
            });
            (level, one.name.to_lowercase())
        };
        assert!(table.listed().is_sorted_by_key(key));
        let levels: BTreeSet<_> = table.listed().iter().map(|id| key(id).0).collect();
        assert!(levels.len() >= n_levels, "there is something to list by");
        let mut answers = Answers::none(catalog.questions.len());
        for question in 0..3 {
            let ranking = rank(&table, &answers);
            for equals in ranking.eligible.chunk_by(|one, other| one.rank == other.rank) {
                assert!(equals.is_sorted_by_key(|one| key(&one.alternative)));
            }
            answers.set(QuestionId(question), Some(Answer::wish(1)));
        }
        let ranking = rank(&table, &Answers::none(catalog.questions.len()));
        let ranks: BTreeSet<_> = ranking.eligible.iter().map(|one| one.rank).collect();
        assert_eq!((ranks, ranking.eligible.len()), (BTreeSet::from([1]), plain.eligible.len()));
    }
}
