//! What is asked and offered: by trying every option on everybody who is left.

use proptest::prelude::*;
use stackfit::domain::catalog::QuestionId;
use stackfit::domain::decide::rank::Verdict;
use stackfit::domain::decide::{Answers, Evaluation, Left, Offer, Offers, next_question, rank};
use test_support::reference;
use test_support::strategies::{cases, instances, strict_instances};

fn questions(n: usize) -> impl Iterator<Item = QuestionId> {
    (0..u8::try_from(n).expect("few questions")).map(QuestionId)
}

proptest! {
    #![proptest_config(cases(400))]

    /// Left for a question is who fails no must-have of any other.
    #[test]
    fn left_is_who_fails_nothing_else(instance in strict_instances()) {
        let table = instance.table();
        let left = Left::by(&table, &instance.answers);
        for question in questions(table.n_questions()) {
            let mut others = instance.answers.clone();
            others.set(question, None);
            let musts = reference::must_haves(&table, &others);
            let expected: Vec<_> = table
                .alternatives()
                .filter(|id| {
                    let fails = |must| reference::verdict(&table, *id, must) == Verdict::Fails;
                    !musts.iter().any(|must| fails(*must))
                })
                .collect();
            prop_assert_eq!(left.for_question(question), expected);
        }
    }

    /// A question that is not asked changes nothing, whichever of its options is answered; and an
    /// option that is not offered is nobody's.
    #[test]
    fn what_is_not_asked_changes_no_order(instance in instances()) {
        let table = instance.table();
        let offers = Offers::of(&table, &instance.answers);
        let left = Left::by(&table, &instance.answers);
        let order = |answers: &Answers| -> Vec<_> {
            rank(&table, answers).eligible.iter().map(|one| (one.alternative, one.rank)).collect()
        };
        for question in questions(table.n_questions()) {
            let some = left.for_question(question);
            let offer = Offer::of(&table, question, &some);
            for at in 0..table.shape(question).n_options {
                let best = some.iter().map(|id| table.options(*id, question)[at].hi).max();
                let unknown = |id| !table.options(id, question)[at].is_known();
                let is_met = best > Some(250) || some.iter().any(|id| unknown(*id));
                prop_assert_eq!(offer.options >> at & 1 == 1, is_met);
            }
            prop_assert_eq!(offers.options(question), offer.options);
            if offers.asked().contains(&question) {
                continue;
            }
            prop_assert!(instance.answers.get(question).is_none(), "an answered one is asked");
            let scores = instance.answers.total_weight() > 0;
            for set in 1..1_u32 << table.shape(question).n_options {
                let mut answers = instance.answers.clone();
                let answer = stackfit::domain::decide::Answer::wish(set);
                answers.set(question, answer.fitted(table.shape(question).select, 32, false));
                if scores {
                    prop_assert_eq!(order(&answers), order(&instance.answers));
                }
            }
        }
        let ranking = rank(&table, &instance.answers);
        let next = next_question(&Evaluation::new(&table, &instance.answers, &ranking));
        prop_assert!(next.is_none_or(|next| offers.asked().contains(&next.question)));
    }
}
