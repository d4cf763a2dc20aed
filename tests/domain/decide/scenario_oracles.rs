//! Whole scenarios: who is eligible, with which points and parts, on which rank, and how far it holds.
//!
//! What a scenario expects of later sections is listed in [`LATER`], and not looked at.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use stackfit::domain::catalog::{AltId, QuestionId, Select};
use stackfit::domain::decide::{
    Answer, Answers, Importance, Interval, Ranking, Score, Shape, Unranked, UtilityTable,
    contributions, rank,
};

use super::oracles::{fraction, importance, is, list, run, text, utility, whole};
use super::robustness_oracles::Golden;

/// What is looked at here.
const LOOKED_AT: [&str; 17] = [
    "eligible",
    "cannot_confirm",
    "excluded",
    "score_exact",
    "score_interval_exact",
    "contributions_exact",
    "display",
    "rank_among_eligible",
    "winners",
    "decided_winners",
    "can_still_win_exact",
    "ruled_out_sound",
    "robustness_of_winner",
    "next_question",
    "max_regret_now_doubled_units",
    "overturners",
    "decided_level",
];

/// What is not for this part, and why.
const LATER: [(&str, &str); 3] = [
    ("what_if_single_change", "section 2.10"),
    ("minimal_relaxations", "section 2.11"),
    ("minimal_conflicts", "section 2.11"),
];

#[test]
fn golden_scenarios() {
    run("golden_scenarios", &[], |_, example| {
        let scenario = Scenario::new(&example["input"]);
        let expected = example["expected"].as_object().expect("expectations have names");
        let known = LOOKED_AT.into_iter().chain(LATER.map(|(name, _)| name));
        let known: BTreeSet<_> = known.map(ToOwned::to_owned).collect();
        assert_eq!(expected.keys().cloned().collect::<BTreeSet<_>>(), known);
        scenario.check_standings(expected);
        scenario.check_scores(expected);
        scenario.check_contributions(expected);
        scenario.robustness().check(expected);
        true
    });
}

struct Scenario {
    items: Vec<String>,
    questions: Vec<String>,
    table: UtilityTable,
    answers: Answers,
    ranking: Ranking,
}

impl Scenario {
    fn new(input: &Value) -> Self {
        let names = |value: &Value| list(value).iter().map(|name| text(name).to_owned()).collect();
        let (items, questions): (Vec<_>, Vec<_>) =
            (names(&input["items"]), names(&input["questions"]));
        let utilities = list(&input["utilities_lo_hi[item][question][option]"]);
        let shape = |options: &Value| Shape {
            select: Select::One,
            n_options: list(options).len(),
            must_at: utility(&input["must_threshold"]),
        };
        let shapes = list(&utilities[0]).iter().map(shape).collect();
        let cells = utilities.iter().flat_map(list).flat_map(list);
        let cells = cells.map(|ends| Interval { lo: utility(&ends[0]), hi: utility(&ends[1]) });
        let table = UtilityTable::from_cells(shapes, items.len(), cells.collect());
        let mut answers = Answers::none(questions.len());
        let given = input["answers{question_index:[option,importance,must]}"].as_object();
        for (question, answer) in given.expect("answers by question") {
            let options = 1 << whole(&answer[0]);
            let must = answer[2].as_bool().expect("yes or no");
            let importance = importance(whole(&answer[1]));
            // "Off" is no answer, unless it is a must-have, which has no weight anyway.
            let importance = importance.or(must.then_some(Importance::Normal));
            let answer = importance.map(|importance| Answer {
                options,
                musts: if must { options } else { 0 },
                importance,
                graded: false,
            });
            answers.set(QuestionId(question.parse().expect("a position")), answer);
        }
        let ranking = rank(&table, &answers);
        Self { items, questions, table, answers, ranking }
    }

    fn robustness(&self) -> Golden<'_> {
        let Self { items, questions, table, answers, ranking } = self;
        Golden { items, questions, table, answers, ranking }
    }

    fn item(&self, id: AltId) -> &str {
        &self.items[id.index()]
    }

    fn check_standings(&self, expected: &Map<String, Value>) {
        let sorted = |mut names: Vec<String>| {
            names.sort_unstable();
            names
        };
        let of =
            |value: &Value| sorted(list(value).iter().map(|name| text(name).to_owned()).collect());
        let eligible = self.ranking.eligible.iter().map(|ranked| self.item(ranked.alternative));
        assert_eq!(sorted(eligible.map(ToOwned::to_owned).collect()), of(&expected["eligible"]));
        let unconfirmed = self.ranking.unconfirmed.iter().map(|out| self.item(out.alternative));
        assert_eq!(
            sorted(unconfirmed.map(ToOwned::to_owned).collect()),
            of(&expected["cannot_confirm"])
        );
        let causes = |unranked: &Unranked| {
            let names = unranked.causes.iter().map(|cause| {
                let wanted = self.answers.get(cause.question).expect("it was asked for").options;
                assert_eq!(cause.options, wanted, "a cause names what was asked for");
                self.questions[cause.question.index()].clone()
            });
            (self.item(unranked.alternative).to_owned(), Value::from(names.collect::<Vec<_>>()))
        };
        let excluded: Map<_, _> = self.ranking.excluded.iter().map(causes).collect();
        assert_eq!(Value::from(excluded), expected["excluded"]);
        let ranks = self
            .ranking
            .eligible
            .iter()
            .map(|ranked| (self.item(ranked.alternative).to_owned(), Value::from(ranked.rank)));
        assert_eq!(Value::from(ranks.collect::<Map<_, _>>()), expected["rank_among_eligible"]);
        let winners = self.ranking.leaders().map(|ranked| self.item(ranked.alternative).to_owned());
        assert_eq!(sorted(winners.collect()), of(&expected["winners"]));
    }

    fn check_scores(&self, expected: &Map<String, Value>) {
        for id in self.table.alternatives() {
            let exact = &expected["score_exact"][self.item(id)];
            let ends = &expected["score_interval_exact"][self.item(id)];
            let Some(score) = Score::of(&self.table, &self.answers, id) else {
                assert!(exact.is_null() && ends[0].is_null() && ends[1].is_null());
                continue;
            };
            // Percent: N / (20·W), L / (10·W) and H / (10·W).
            assert!(is(score.numerator(), 20 * score.weight, fraction(exact)), "{exact}");
            assert!(is(score.low, 10 * score.weight, fraction(&ends[0])), "{ends}");
            assert!(is(score.high, 10 * score.weight, fraction(&ends[1])), "{ends}");
        }
    }

    fn check_contributions(&self, expected: &Map<String, Value>) {
        for id in self.table.alternatives() {
            let exact = expected["contributions_exact"].get(self.item(id));
            let display = expected["display"].get(self.item(id));
            let parts = contributions(&self.table, &self.answers, id);
            let Some(score) = Score::of(&self.table, &self.answers, id) else {
                assert!(parts.is_empty() && exact.is_none() && display.is_none());
                continue;
            };
            let (exact, display) =
                (exact.expect("it has a score"), display.expect("it has a score"));
            assert_eq!(exact.as_object().map(Map::len), Some(parts.len()));
            for part in &parts {
                let name = &self.questions[part.question.index()];
                let points = part.weight * part.earned.doubled_mid();
                assert!(is(points, 20 * score.weight, fraction(&exact[name])), "{name}");
            }
            let shown = parts.iter().map(|part| {
                (self.questions[part.question.index()].clone(), Value::from(part.tenths.0))
            });
            assert_eq!(Value::from(shown.collect::<Map<_, _>>()), display["parts_tenths"]);
            assert_eq!(i64::from(score.tenths().0), whole(&display["total_tenths"]));
        }
    }
}
