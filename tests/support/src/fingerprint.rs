//! One number over the recommendations of some generated tables, to be the same on every target.
//!
//! Invariant: same inputs, same output, natively and in the page (decision model, 2.13).
//!
//! It does not say that the recommendations are right, only that they are the same.

pub mod changes;

use stackfit::domain::catalog::{FULL, QuestionId, Select};
use stackfit::domain::decide::{
    Answer, Answers, Evaluation, Importance, Interval, Lattice, Outlook, ReasonFor, Score, Shape,
    Shares, Standing, Unranked, UtilityTable, contributions, differences, importance_steps,
    least_change, next_question, not_possible_winners, rank, reasons, sufficient, tie_weights,
    unmet_options,
};

use crate::rng::Rng;

/// What [`hash`] gives. It changes with the model, and then natively and in the page alike.
pub const EXPECTED: u64 = 0xcfb8_2e6b_a7b1_f774;

/// How many tables are looked at.
const N_TABLES: u64 = 200;

/// A hash over ranks, points, parts, reasons, causes, how far they hold and what would be otherwise, for
/// all tables.
pub fn hash() -> u64 {
    let mut hash = Fnv::new();
    for seed in 0..N_TABLES {
        let mut rng = Rng::new(seed);
        let table = table(&mut rng);
        let answers = answers(&table, &mut rng);
        add(&mut hash, &table, &answers);
        // Once as answered, and once with some of it open.
        add_robustness(&mut hash, &table, &answers);
        let fewer = some_of(&answers, &mut rng);
        add_robustness(&mut hash, &table, &fewer);
        for answers in [answers, fewer] {
            changes::figures(&table, &answers, &mut |figure| hash.add(figure));
        }
    }
    hash.0
}

fn table(rng: &mut Rng) -> UtilityTable {
    let n_questions = 1 + rng.below(8);
    let n_alternatives = 1 + rng.below(12);
    let shapes: Vec<_> = (0..n_questions)
        .map(|_| Shape {
            select: [Select::One, Select::Any, Select::All][rng.below(3)],
            n_options: 1 + rng.below(5),
            must_at: [500, 750, FULL][rng.below(3)],
        })
        .collect();
    let row: usize = shapes.iter().map(|shape| shape.n_options).sum();
    let cells = (0..row * n_alternatives).map(|_| cell(rng)).collect();
    UtilityTable::from_cells(shapes, n_alternatives, cells)
}

/// A utility in steps of 50, so that there are ties; now and then not known.
fn cell(rng: &mut Rng) -> Interval {
    let mut point = || u16::from(rng.position(21)) * 50;
    let (one, other) = (point(), point());
    if rng.one_in(6) {
        Interval { lo: one.min(other), hi: one.max(other) }
    } else {
        Interval::exactly(one)
    }
}

fn answers(table: &UtilityTable, rng: &mut Rng) -> Answers {
    let n = u8::try_from(table.n_questions()).expect("few questions");
    let mut answers = Answers::none(table.n_questions());
    for id in (0..n).map(QuestionId) {
        let shape = table.shape(id);
        let wild = Answer {
            options: u32::from(rng.position(32)),
            musts: if rng.one_in(5) { u32::from(rng.position(32)) } else { 0 },
            importance: Importance::ALL[rng.below(3)],
            graded: false,
        };
        answers.set(id, wild.fitted(shape.select, shape.n_options, true));
    }
    answers
}

fn some_of(answers: &Answers, rng: &mut Rng) -> Answers {
    let mut fewer = answers.clone();
    for (question, _) in answers.iter() {
        if rng.one_in(2) {
            fewer.set(question, None);
        }
    }
    fewer
}

fn add(hash: &mut Fnv, table: &UtilityTable, answers: &Answers) {
    let ranking = rank(table, answers);
    for ranked in &ranking.eligible {
        hash.add(ranked.alternative.0);
        hash.add(ranked.rank);
        hash.add(ranked.tied);
        hash.add(ranked.close);
        add_score(hash, ranked.score);
    }
    add_unranked(hash, &ranking.unconfirmed);
    add_unranked(hash, &ranking.excluded);
    for alternative in table.alternatives() {
        for part in contributions(table, answers, alternative) {
            hash.add(part.question.0);
            hash.add(part.tenths.0);
            hash.add(part.possible.0);
        }
        let reasons = reasons(table, answers, alternative);
        hash.add(reasons.pros.len() as u64);
        reasons.pros.iter().chain(&reasons.cons).for_each(|reason| add_reason(hash, reason));
    }
}

fn add_robustness(hash: &mut Fnv, table: &UtilityTable, answers: &Answers) {
    let ranking = rank(table, answers);
    let evaluation = Evaluation::new(table, answers, &ranking);
    for id in evaluation.eligible() {
        let standing = Standing::of(&evaluation, id);
        hash.add(standing.weakest_at_worst().map_or(0, |lead| u64::from(lead.rival.0) + 1));
        for lead in &standing.leads {
            hash.add(lead.rival.0);
            for gap in [lead.mid, lead.worst] {
                hash.add(gap.pros);
                hash.add(gap.cons);
                hash.add(gap.firmness() as u8);
                hash.add_signed(gap.tolerance_percent());
            }
            let all = differences(&evaluation, id, lead.rival);
            for tie in tie_weights(&all) {
                hash.add(tie.question.0);
                hash.add(tie.numerator);
                hash.add(tie.denominator);
                hash.add(tie.tenths());
            }
            let (numerator, denominator) = least_change(&all);
            hash.add(numerator);
            hash.add(denominator);
            hash.add(importance_steps(&all).map_or(0, |steps| steps as u64 + 1));
            add_questions(hash, &sufficient(&all));
        }
        let outlook = Outlook::of(&evaluation, id);
        hash.add(outlook.necessary_winner as u8);
        hash.add(outlook.at_worst as u8);
        hash.add(outlook.regret);
        hash.add(outlook.rival.map_or(0, |rival| u64::from(rival.0) + 1));
        add_questions(hash, &outlook.overturners);
        for unmet in unmet_options(&evaluation, id) {
            hash.add(unmet.must.options);
            hash.add(unmet.verdict as u8);
        }
    }
    for id in not_possible_winners(&evaluation) {
        hash.add(id.0);
    }
    let next = next_question(&evaluation);
    hash.add(next.is_some());
    if let Some(next) = next {
        hash.add(next.question.0);
        hash.add(next.regrets);
        hash.add(next.n_options);
    }
    for lattice in [Lattice::Fine, Lattice::Coarse] {
        let shares = Shares::of(&evaluation, lattice);
        hash.add(shares.as_ref().map_or(0, |shares| shares.readings));
        let firsts = shares.iter().flat_map(|shares| &shares.firsts);
        for (id, firsts) in firsts {
            hash.add(id.0);
            hash.add(*firsts);
        }
    }
}

fn add_questions(hash: &mut Fnv, questions: &[QuestionId]) {
    hash.add(questions.len() as u64);
    for question in questions {
        hash.add(question.0);
    }
}

fn add_score(hash: &mut Fnv, score: Option<Score>) {
    hash.add(score.is_some());
    if let Some(score) = score {
        let (least, greatest) = score.interval();
        for figure in [score.low, score.high, score.weight, score.known, least.0, greatest.0] {
            hash.add(figure);
        }
        for figure in [score.tenths().0, score.hundredths(), score.completeness()] {
            hash.add(figure);
        }
    }
}

fn add_unranked(hash: &mut Fnv, unranked: &[Unranked]) {
    hash.add(unranked.len() as u64);
    for unranked in unranked {
        hash.add(unranked.alternative.0);
        add_score(hash, unranked.score);
        for cause in &unranked.causes {
            hash.add(cause.question.0);
            hash.add(cause.options);
        }
    }
}

fn add_reason(hash: &mut Fnv, reason: &ReasonFor) {
    hash.add(reason.question.0);
    hash.add(reason.option);
    hash.add(reason.bearing as u8);
    hash.add(reason.must);
    hash.add(reason.won);
    hash.add(reason.lost);
}

/// FNV-1a, 64 bits, over the eight bytes of each number, the least first.
struct Fnv(u64);

impl Fnv {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add_signed(&mut self, number: i32) {
        self.add(number.cast_unsigned());
    }

    fn add(&mut self, number: impl Into<u64>) {
        for byte in number.into().to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
