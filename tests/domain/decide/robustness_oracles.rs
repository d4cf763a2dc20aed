//! How far a recommendation holds: tolerance and tie weights, shares of readings, and what the golden
//! scenarios expect of sections 2.7, 2.8 and 2.12.
//!
//! Shares over the simplex of all weights are another model; its examples are left out by name.

use serde_json::{Map, Value};
use stackfit::domain::catalog::{AltId, QuestionId};
use stackfit::domain::decide::pairwise::weighed;
use stackfit::domain::decide::{
    Answers, Difference, Evaluation, Firmness, Interval, Lattice, Lead, NecessaryWinner, Next,
    Outlook, Ranking, Shares, Standing, UtilityTable, differences, importance_steps, least_change,
    next_question, not_possible_winners, rank, sufficient, tie_weights,
};

use super::oracles::{fraction, is, list, one_option_each, run, text, utility, whole};

fn word(value: &Value) -> Firmness {
    match text(value) {
        "tie" => Firmness::Tie,
        "leaning" => Firmness::Leaning,
        "firm" => Firmness::Firm,
        "solid" => Firmness::Solid,
        "dominates" => Firmness::Dominates,
        other => panic!("no firmness: {other}"),
    }
}

/// Alternatives by their known utilities, and answers to all questions.
fn known(rows: &[&Value], importance: &Value) -> (UtilityTable, Answers) {
    let row = |row: &&Value| -> Vec<_> {
        list(row).iter().map(|value| Interval::exactly(utility(value))).collect()
    };
    let rows: Vec<_> = rows.iter().map(row).collect();
    let points: Vec<_> = list(importance).iter().map(whole).collect();
    one_option_each(&rows, &points)
}

/// Pros, cons, tolerance and word of a lead. The examples count undoubled or doubled utilities.
fn check_lead(lead: &Lead, expected: &Value, tolerance: &str, firmness: &str, doubled: u32) {
    let gap = lead.mid;
    assert_eq!(i64::from(gap.pros), i64::from(doubled) * whole(&expected["pros"]));
    assert_eq!(i64::from(gap.cons), i64::from(doubled) * whole(&expected["cons"]));
    let (p, q) = fraction(&expected[tolerance]);
    assert_eq!(i64::from(gap.lead()) * q, p * i64::from(gap.pros + gap.cons));
    assert_eq!(i64::from(gap.tolerance_percent()), 100 * p / q);
    assert_eq!(gap.firmness(), word(&expected[firmness]));
}

/// The weights of ties by the names of questions, all of them and no others.
fn check_flips(all: &[Difference], expected: &Value, name: impl Fn(QuestionId) -> String) {
    let expected = expected.as_object().expect("weights by question");
    let tie_weights = tie_weights(all);
    assert_eq!(tie_weights.len(), expected.len(), "{expected:?}");
    for tie in tie_weights {
        let weight = fraction(&expected[&name(tie.question)]);
        assert!(is(tie.numerator, tie.denominator, weight), "{tie:?}");
    }
}

#[test]
fn tolerance_and_flips() {
    run("tolerance_and_flips", &[], |_, example| {
        let (table, answers) = known(&[&example["a"], &example["b"]], &example["importance"]);
        let ranking = rank(&table, &answers);
        let evaluation = Evaluation::new(&table, &answers, &ranking);
        let standing = Standing::of(&evaluation, AltId(0));
        assert_eq!(standing.leads.len(), 1);
        let (tolerance, firmness) = ("expected_tolerance_exact", "expected_firmness");
        check_lead(&standing.leads[0], example, tolerance, firmness, 2);
        let all = differences(&evaluation, AltId(0), AltId(1));
        assert_eq!(weighed(&all), standing.leads[0].mid);
        let name = |question: QuestionId| question.index().to_string();
        check_flips(&all, &example["expected_single_flip_weights"], name);
        let (numerator, denominator) = least_change(&all);
        let change = fraction(&example["expected_min_total_change_exact"]);
        assert!(is(numerator, denominator, change), "{numerator}/{denominator}");
        example["kind"] == "tolerance"
    });
}

/// Weights of four digits, which no answer has: the tie weights alone, from differences made by hand.
pub(crate) fn triantaphyllou_sanchez(example: &Value) {
    let integers = &example["as_integers"];
    let number = |value: &Value| i32::try_from(whole(value)).expect("four digits");
    let of = |alternative: &Value| {
        &integers["utilities"][usize::try_from(whole(alternative) - 1).unwrap()]
    };
    for (at, pair) in list(&example["pairs"]).iter().enumerate() {
        let (one, other) = (list(of(&pair[0])), list(of(&pair[1])));
        let weights = list(&integers["weights"]).iter();
        let all: Vec<_> = (0..)
            .map(QuestionId)
            .zip(weights.zip(one.iter().zip(other)))
            .map(|(question, (weight, (one, other)))| Difference {
                question,
                weight: number(weight).unsigned_abs(),
                gap: number(one) - number(other),
            })
            .collect();
        let tie_weights = tie_weights(&all);
        let relative = list(&example["expected_relative_percent"][at]);
        let absolute = list(&example["expected_absolute"][at]);
        for (question, (relative, absolute)) in
            (0..).map(QuestionId).zip(relative.iter().zip(absolute))
        {
            let tie = tie_weights.iter().find(|tie| tie.question == question);
            assert_eq!(tie.is_some(), relative.is_number(), "feasible iff it is not below 0");
            let Some(tie) = tie else { continue };
            // Published is the decrease, in units of which 10 000 are the weight of everything.
            let decrease =
                f64::from(tie.weight) - f64::from(tie.numerator) / f64::from(tie.denominator);
            assert!((decrease / 10_000.0 - absolute.as_f64().unwrap()).abs() < 1e-6, "{tie:?}");
            let percent = relative.as_f64().unwrap();
            assert!((100.0 * decrease / f64::from(tie.weight) - percent).abs() < 1e-3, "{tie:?}");
            let change: f64 = tie.change_percent().to_string().parse().unwrap();
            assert!((change - (-percent).trunc()).abs() < 0.5, "{tie:?}");
        }
    }
}

const LEFT_OUT: [(&str, &str); 4] = [
    ("rsmaa-published-test-outputs", "figures of another program on data that are not here"),
    ("smaa2-simplex-m2", "weights over the whole simplex, which no word of importance means"),
    ("smaa2-simplex-m3", "the same"),
    ("smaa2-simplex-m3-compromise", "the same"),
];

#[test]
fn smaa() {
    run("smaa", &LEFT_OUT, |_, example| {
        let rows: Vec<_> = list(&example["utilities"]).iter().collect();
        let (table, answers) = known(&rows, &example["importance"]);
        let ranking = rank(&table, &answers);
        let evaluation = Evaluation::new(&table, &answers, &ranking);
        let lattices =
            [(Lattice::Fine, "lattice_4093_a595", 1), (Lattice::Coarse, "lattice_1021_a75", 3)];
        for (lattice, name, percent) in lattices {
            let shares = Shares::of(&evaluation, lattice).expect("everything is answered");
            let firsts = |id: AltId| {
                let found = shares.firsts.iter().find(|(one, _)| *one == id);
                found.map_or(0, |(_, firsts)| *firsts)
            };
            let firsts: Vec<_> = table.alternatives().map(firsts).collect();
            if let Some(expected) = example.get(name) {
                let wins: Vec<_> = list(&expected["wins"]).iter().map(whole).collect();
                assert_eq!(firsts.iter().map(|n| i64::from(*n)).collect::<Vec<_>>(), wins);
                assert_eq!(i64::from(shares.ties), whole(&expected["ties"]));
            }
            let exact = example["expected_exact"].as_array().cloned();
            let exact = exact.unwrap_or_else(|| vec![example["expected_exact_first"].clone()]);
            for (firsts, exact) in firsts.iter().zip(&exact) {
                let (p, q) = fraction(exact);
                let off = (100 * (i64::from(*firsts) * q - p * i64::from(shares.readings))).abs();
                assert!(off <= percent * q * i64::from(shares.readings), "{exact}");
            }
        }
        text(&example["kind"]).ends_with("_acceptability_box")
    });
}

/// What a golden scenario expects of sections 2.7, 2.8 and 2.12.
pub(crate) struct Golden<'a> {
    pub(crate) items: &'a [String],
    pub(crate) questions: &'a [String],
    pub(crate) table: &'a UtilityTable,
    pub(crate) answers: &'a Answers,
    pub(crate) ranking: &'a Ranking,
}

impl Golden<'_> {
    pub(crate) fn check(&self, expected: &Map<String, Value>) {
        let evaluation = Evaluation::new(self.table, self.answers, self.ranking);
        self.check_leads(&evaluation, &expected["robustness_of_winner"]);
        self.check_decided(&evaluation, expected);
        self.check_next(&evaluation, expected);
    }

    fn item(&self, value: &Value) -> AltId {
        let at = self.items.iter().position(|name| name == text(value)).expect("an item");
        AltId(u16::try_from(at).expect("few items"))
    }

    fn question(&self, id: QuestionId) -> Value {
        Value::from(self.questions[id.index()].clone())
    }

    fn check_leads(&self, evaluation: &Evaluation, expected: &Value) {
        let winner = evaluation.eligible().next().expect("somebody is eligible");
        let standing = Standing::of(evaluation, winner);
        let Some(expected) = expected.as_array() else {
            assert!(evaluation.asked.is_empty());
            assert!(standing.leads.iter().all(|lead| lead.mid.firmness() == Firmness::Tie));
            return;
        };
        assert_eq!(standing.leads.len(), expected.len());
        for expected in expected {
            let rival = self.item(&expected["rival"]);
            let lead = standing.leads.iter().find(|lead| lead.rival == rival);
            check_lead(lead.expect("it is a rival"), expected, "tolerance", "firmness", 1);
            let all = differences(evaluation, winner, rival);
            let weights = &expected["tie_weight_if_only_this_changes"];
            check_flips(&all, weights, |question| self.questions[question.index()].clone());
            assert_eq!(Value::from(importance_steps(&all)), expected["min_notches_to_lose"]);
            let reasons: Vec<_> =
                sufficient(&all).into_iter().map(|id| self.question(id)).collect();
            assert_eq!(Value::from(reasons), expected["fewest_sufficient_reasons"]);
        }
    }

    fn check_decided(&self, evaluation: &Evaluation, expected: &Map<String, Value>) {
        let outlooks = evaluation.eligible().map(|id| (id, Outlook::of(evaluation, id)));
        let outlooks: Vec<_> = outlooks.collect();
        let decided =
            outlooks.iter().filter(|(_, outlook)| outlook.necessary_winner == NecessaryWinner::Yes);
        let decided: Vec<_> = decided.map(|(id, _)| *id).collect();
        let items = |name: &str| -> Vec<_> {
            list(&expected[name]).iter().map(|item| self.item(item)).collect()
        };
        let sorted = |mut ids: Vec<AltId>| {
            ids.sort_unstable();
            ids
        };
        assert_eq!(sorted(decided), items("decided_winners"));
        let out = sorted(not_possible_winners(evaluation));
        assert_eq!(out, items("ruled_out_sound"));
        assert!(items("can_still_win_exact").iter().all(|id| !out.contains(id)));
        let outlook = &outlooks[0].1;
        let level = match outlook.necessary_winner {
            NecessaryWinner::Yes => 4,
            NecessaryWinner::UnlessVeryImportant => 2,
            NecessaryWinner::UnlessImportant => 1,
            NecessaryWinner::No => 0,
        };
        assert_eq!(level, whole(&expected["decided_level"]));
        assert_eq!(i64::from(outlook.regret), whole(&expected["max_regret_now_doubled_units"]));
        let questions = outlook.overturners.iter().map(|id| self.question(*id));
        assert_eq!(Value::from(questions.collect::<Vec<_>>()), expected["overturners"]);
    }

    fn check_next(&self, evaluation: &Evaluation, expected: &Map<String, Value>) {
        let Some(Next { question, regrets, n_options }) = next_question(evaluation) else {
            // Once it is decided nothing is suggested, whatever the rule would give.
            assert_eq!(expected["max_regret_now_doubled_units"], 0);
            return;
        };
        assert_ne!(expected["max_regret_now_doubled_units"], 0);
        let expected = &expected["next_question"];
        assert_eq!(self.question(question), expected["question"]);
        let regret = fraction(&expected["expected_max_regret_doubled_units"]);
        assert!(is(regrets, n_options, regret), "{regrets}/{n_options}");
    }
}
