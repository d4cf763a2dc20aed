//! How firm a result is, what could still change it, where the first is weak, and what to ask next.

use proptest::prelude::*;
use stackfit::domain::catalog::AltId;
use stackfit::domain::decide::{
    Evaluation, Importance, NecessaryWinner, Outlook, Reasons, Standing, UtilityTable,
    next_question, next_questions, reasons,
};
use stackfit::domain::state::{Step, View};
use stackfit::report::{Explanation, Line, Section, Tone};

use super::case::{Case, QUERIES, lines, some_asked, texts};
use test_support::strategies::cases;

/// `P` and `C` of one against another, the plain way.
fn gap(case: &Case, table: &UtilityTable, one: AltId, other: AltId) -> (i64, i64) {
    let mut gap = (0, 0);
    for (question, answer) in case.answers().iter().filter(|(_, answer)| answer.weight() > 0) {
        let doubled = |id| {
            let earned = table.earned(id, question, answer);
            i64::from(earned.lo) + i64::from(earned.hi)
        };
        let points = i64::from(answer.weight()) * (doubled(one) - doubled(other));
        gap.0 += points.max(0);
        gap.1 += (-points).max(0);
    }
    gap
}

/// What many equals share, and what would tell equals apart.
const SHARED: &str = "All of them: ";

/// The line that says how firm the lead is.
fn firm(report: &Explanation) -> Option<&Line> {
    lines(report).into_iter().find(|line| {
        line.tone == Tone::Plain && !line.text.is_empty() && !line.text.starts_with(SHARED)
    })
}

/// From three equals on: what all of them share, each once. From two on the question that parts them
/// best, and with must-haves alone the one that parts those who meet them.
fn tells_equals_by_what_they_share(case: &Case) {
    let ranking = case.ranking();
    let equals = ranking.equals();
    let report = case.say(Section::Verdict);
    let said = lines(&report);
    let n = equals.eligible.len();
    let sentences = |id| -> Vec<String> {
        let Reasons { pros, cons } = reasons(&case.table, case.answers(), id);
        let all = pros.iter().chain(&cons);
        let say = |why| stackfit::text::reason(&case.catalog, &case.words, case.answers(), id, why);
        all.map(say).collect()
    };
    let each: Vec<_> = equals.eligible.iter().map(|one| sentences(one.alternative)).collect();
    let is_told = n >= 3 && case.first().is_some();
    let shared = each.first().into_iter().flatten();
    let shared: Vec<_> = shared
        .filter(|one| is_told && each.iter().all(|other| other.contains(one)))
        .map(String::as_str)
        .collect();
    let text = said.iter().find(|line| line.text.starts_with(SHARED)).map(|line| line.text.clone());
    let expected = [SHARED, &shared.join(" ")].concat();
    assert_eq!(text, (!shared.is_empty()).then_some(expected));
    assert_eq!(firm(&report).is_some(), case.first().is_some() && n < 3, "{said:?}");
    let asked = match case.first() {
        Some(_) if n < 2 => None,
        Some(_) => Some(&equals),
        None => Some(&ranking).filter(|_| !case.answers().is_empty()),
    };
    let next = asked.and_then(|asked| {
        let evaluation = Evaluation::new(&case.table, case.answers(), asked);
        next_question(&evaluation).map(|next| View::Fit(Step::Question(next.question)))
    });
    let action = said.iter().find(|line| line.tone == Tone::Action);
    assert_eq!(action.map(|line| case.followed(&line.links[0]).view), next);
}

/// How firm the lead is, over the rival of the least tolerance, with exactly that; and whether
/// anything open can still change it, with a link to the question that tells most.
fn says_how_firm_the_lead_is(case: &Case) {
    let report = case.say(Section::Verdict);
    let (Some(first), Some(said)) = (case.first(), firm(&report)) else {
        return;
    };
    let ranking = case.ranking();
    let rivals = ranking.eligible.iter().map(|one| one.alternative).filter(|id| *id != first);
    let gaps: Vec<_> = rivals.map(|id| (id, gap(case, &case.table, first, id))).collect();
    let tolerance = |(pros, cons): (i64, i64)| (pros - cons, (pros + cons).max(1));
    let weakest = gaps.iter().copied().reduce(|one, other| {
        let ((a, b), (c, d)) = (tolerance(one.1), tolerance(other.1));
        if c * b < a * d { other } else { one }
    });
    let (steps, word, sentence) = match weakest {
        None => (0, "", "No other framework is left.".to_owned()),
        Some((rival, (pros, cons))) => {
            let name = case.name(rival);
            let percent = if pros + cons == 0 { 0 } else { 100 * (pros - cons) / (pros + cons) };
            let ahead = format!(
                "Stays ahead of {name} unless your weights are off by more than {percent}\u{a0}%."
            );
            match pros {
                0 if cons == 0 => (0, "A tie", "They fit your answers equally.".to_owned()),
                _ if pros == cons => {
                    (0, "A tie", "Their advantages cancel out exactly.".to_owned())
                }
                _ if cons == 0 => (
                    4,
                    "Beyond doubt for these answers",
                    format!("Ahead of {name} however you weigh your answers."),
                ),
                _ if pros >= 4 * cons => (3, "Clear", ahead),
                _ if pros >= 2 * cons => (2, "Fairly clear", ahead),
                _ if percent == 0 => (
                    1,
                    "A close call",
                    format!("A slightly different weighting could put {name} first."),
                ),
                _ => (1, "A close call", ahead),
            }
        }
    };
    let sentence = sentence.replace("framework", &case.catalog.subject.one);
    assert_eq!((said.steps, said.word.as_str()), (steps, word), "{said:?}");
    assert_eq!(said.means.is_empty(), word.is_empty(), "the word is explained");
    assert!(said.text.starts_with(&sentence), "{said:?} for {sentence}");
    let rest = said.text[sentence.len()..].trim_start();
    if word == "A tie" {
        assert_eq!((rest, said.links.len()), ("", 0), "the way out of a tie is a button");
    } else {
        assert_eq!(rest, outlook(case, first));
        let evaluation = Evaluation::new(&case.table, case.answers(), &ranking);
        let next = next_question(&evaluation).map(|next| next.question);
        let asked: Vec<_> = said.links.iter().map(|link| case.followed(link)).collect();
        let views: Vec<_> = asked.iter().map(|state| state.view).collect();
        assert_eq!(views, Vec::from_iter(next.map(|id| View::Fit(Step::Question(id)))));
        assert!(asked.iter().all(|state| &state.answers == case.answers()));
    }
}

/// Whether an open question can still change the lead.
fn outlook(case: &Case, first: AltId) -> String {
    let ranking = case.ranking();
    let evaluation = Evaluation::new(&case.table, case.answers(), &ranking);
    let outlook = Outlook::of(&evaluation, first);
    let n = outlook.overturners.len();
    match outlook.necessary_winner {
        _ if evaluation.open.is_empty() => "Every question is answered.".to_owned(),
        NecessaryWinner::Yes => "No open question can change this.".to_owned(),
        _ if n == 0 => {
            "No single open question can change this; several together could.".to_owned()
        }
        NecessaryWinner::UnlessVeryImportant => {
            "Only an open question that counts four times could change this.".to_owned()
        }
        NecessaryWinner::UnlessImportant => {
            "Only an open question that counts twice could change this.".to_owned()
        }
        NecessaryWinner::No if n == 1 => "One open question could change this.".to_owned(),
        NecessaryWinner::No => format!("Each of {n} open questions could change this."),
    }
}

/// The warnings: facts that are not known, and what is very important and earns at most a quarter.
fn warns_exactly_where_there_is_reason_to(case: &Case) {
    let Some(first) = case.first() else {
        return;
    };
    let ranking = case.ranking();
    let evaluation = Evaluation::new(&case.table, case.answers(), &ranking);
    let standing = Standing::of(&evaluation, first);
    let unknown = standing.weakest_at_worst().filter(|lead| lead.worst.pros < lead.worst.cons);
    let unknown = unknown
        .map(|lead| format!("Facts that are not known could put {} ahead.", case.name(lead.rival)));
    let weak: Vec<_> = case
        .answers()
        .iter()
        .filter(|(question, answer)| {
            let earned = case.table.earned(first, *question, *answer);
            answer.weight() > 0
                && answer.importance == Importance::VeryImportant
                && earned.lo + earned.hi <= 500
        })
        .map(|(question, _)| case.catalog.question(question).label.to_string())
        .collect();
    let report = case.say(Section::Verdict);
    let warnings = lines(&report).into_iter().filter(|line| line.tone == Tone::Warning);
    let warnings: Vec<_> = warnings.map(|line| line.text.clone()).collect();
    let list = stackfit::text::and_list(&weak);
    let weak = format!("Weak on what counts four times: {list}.");
    let weak = (!list.is_empty()).then_some(weak);
    assert_eq!(warnings, unknown.into_iter().chain(weak).collect::<Vec<_>>());
}

/// The questions that are worth asking, as links, the most useful one first; nothing where there is no
/// race.
fn offers_the_questions_that_would_tell_most(case: &Case) {
    let ranking = case.ranking();
    let evaluation = Evaluation::new(&case.table, case.answers(), &ranking);
    let report = case.say(Section::Next);
    if case.answers().is_empty() || ranking.eligible.is_empty() {
        assert!(report.blocks.is_empty());
        return;
    }
    let sentences = texts(&report);
    let lines = lines(&report);
    let all: Vec<_> = lines.iter().flat_map(|line| &line.links).collect();
    let useful = next_questions(&evaluation);
    assert_eq!(all.len(), useful.len());
    if useful.is_empty() {
        let is_all = evaluation.open.is_empty();
        let wanted = if is_all {
            "Every question is answered."
        } else {
            "No open question can change this."
        };
        assert_eq!(sentences, [wanted]);
        return;
    }
    for (link, next) in all.iter().zip(&useful) {
        assert_eq!(link.label, *case.catalog.question(next.question).label);
        assert_eq!(case.followed(link).view, View::Fit(Step::Question(next.question)));
        assert!(case.answers().get(next.question).is_none());
    }
    let first = ranking.leaders().next().expect("somebody leads").alternative;
    let n_turning = Outlook::of(&evaluation, first).overturners.len();
    let n = case.answers().n_given();
    let wanted = match n_turning {
        0 => format!("{n} answered · only several more together could change first place"),
        _ => format!("{n} answered · {n_turning} more could change first place"),
    };
    assert_eq!(sentences[0], wanted);
}

pub(super) fn all(case: &Case) {
    tells_equals_by_what_they_share(case);
    says_how_firm_the_lead_is(case);
    warns_exactly_where_there_is_reason_to(case);
    offers_the_questions_that_would_tell_most(case);
}

#[test]
fn the_verdict_on_the_frozen_catalog_is_that_of_the_domain() {
    for query in QUERIES {
        all(&Case::frozen(query));
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn the_verdict_is_that_of_the_domain(case in some_asked()) {
        all(&case);
    }
}
