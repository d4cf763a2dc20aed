//! What is asked next, against its definition by full re-runs.
//!
//! It does not look whether the suggestion saves questions; that is a matter of simulation.

use proptest::prelude::*;
use stackfit::domain::catalog::{AltId, FULL, QuestionId, Select};
use stackfit::domain::decide::{
    Answer, Answers, Evaluation, Interval, Next, Shape, UtilityTable, next_question,
    next_questions, rank,
};

use super::completions::{open, regrets};
use test_support::open_instances::open_instances;
use test_support::strategies::cases;

/// The least max regret of those who lead.
fn regret_of_leaders(table: &UtilityTable, answers: &Answers) -> Option<i64> {
    let ranking = rank(table, answers);
    let regrets = regrets(table, answers, &ranking, &[1, 2, 4]);
    regrets.into_iter().take(ranking.leaders().count()).min()
}

/// The regrets of the leaders, summed over the options of an open question, and how many these are.
fn regrets_after(table: &UtilityTable, answers: &Answers, question: QuestionId) -> (i64, i64) {
    let n = table.shape(question).n_options;
    let sum = (0..n).map(|option| {
        let mut answers = answers.clone();
        answers.set(question, Some(Answer::wish(1 << option)));
        regret_of_leaders(table, &answers).expect("somebody is eligible")
    });
    (sum.sum(), i64::try_from(n).unwrap())
}

/// The question with the least mean regret over its options, by trying all.
fn by_trying(table: &UtilityTable, answers: &Answers) -> Option<(QuestionId, i64, i64)> {
    if regret_of_leaders(table, answers).is_none_or(|regret| regret == 0) {
        return None;
    }
    let mut best: Option<(QuestionId, i64, i64)> = None;
    for question in open(table, answers) {
        let (sum, n) = regrets_after(table, answers, question);
        if best.is_none_or(|(_, least, of)| sum * of < least * n) {
            best = Some((question, sum, n));
        }
    }
    best
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn the_next_question_leaves_the_least_expected_regret(instance in open_instances()) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let evaluation = Evaluation::new(&table, &instance.answers, &ranking);
        let found = next_question(&evaluation)
            .map(|Next { question, regrets, n_options }| (question, regrets.into(), n_options.into()));
        prop_assert_eq!(found, by_trying(&table, &instance.answers));
    }

    #[test]
    fn the_others_follow_by_their_expected_regret(instance in open_instances()) {
        let table = instance.table();
        let ranking = rank(&table, &instance.answers);
        let found = next_questions(&Evaluation::new(&table, &instance.answers, &ranking));
        for next in &found {
            let tried = regrets_after(&table, &instance.answers, next.question);
            prop_assert_eq!((i64::from(next.regrets), i64::from(next.n_options)), tried);
        }
        for pair in found.windows(2) {
            let mean = |at: usize| (u64::from(pair[at].regrets), u64::from(pair[at].n_options));
            let ((one, of), (other, others_of)) = (mean(0), mean(1));
            let order = (one * others_of).cmp(&(other * of));
            prop_assert!(order.then(pair[0].question.0.cmp(&pair[1].question.0)).is_lt());
        }
    }
}

/// Sixty-four contenders among whom it is decided do not hide a sixty-fifth who may still win.
#[test]
fn a_question_is_suggested_as_long_as_anybody_may_still_win() {
    let shape = Shape { select: Select::One, n_options: 1, must_at: FULL };
    let row = |answered, open| [answered, open].map(Interval::exactly);
    let mut cells = vec![row(1000, 0)];
    cells.resize(64, row(900, 0));
    cells.push(row(800, 1000));
    let mut answers = Answers::none(2);
    answers.set(QuestionId(0), Some(Answer::wish(1)));
    let next = |n: usize| {
        let table = UtilityTable::from_cells(vec![shape; 2], n, cells[..n].concat());
        let ranking = rank(&table, &answers);
        assert_eq!(ranking.leaders().map(|one| one.alternative).collect::<Vec<_>>(), [AltId(0)]);
        next_question(&Evaluation::new(&table, &answers, &ranking)).map(|next| next.question)
    };
    assert_eq!(next(64), None);
    assert_eq!(next(65), Some(QuestionId(1)));
}
