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

/// What is said before the first: what many equals share, and what would tell them apart.
const SHARED: &str = "They share: ";

/// The lines on who is listed first, after those on many equals.
fn on_the_first(report: &Explanation) -> Vec<&Line> {
    let on_equals = |line: &&Line| line.text.starts_with(SHARED) || line.tone == Tone::Action;
    lines(report).into_iter().skip_while(on_equals).collect()
}

/// From three equals on: what all of them share, each once, and the question that parts them best.
fn tells_many_equals_by_what_they_share(case: &Case) {
    let ranking = case.ranking();
    let equals = ranking.equals();
    let report = case.say(Section::Verdict);
    let n = lines(&report).len() - on_the_first(&report).len();
    let said = &lines(&report)[..n];
    if equals.eligible.len() < 3 || case.first().is_none() {
        assert!(said.is_empty(), "{said:?}");
        return;
    }
    let sentences = |id| -> Vec<String> {
        let Reasons { pros, cons } = reasons(&case.table, case.answers(), id);
        let all = pros.iter().chain(&cons);
        let say = |why| stackfit::text::reason(&case.catalog, &case.words, case.answers(), id, why);
        all.map(say).collect()
    };
    let each: Vec<_> = equals.eligible.iter().map(|one| sentences(one.alternative)).collect();
    let shared: Vec<_> =
        each[0].iter().filter(|one| each.iter().all(|other| other.contains(one))).collect();
    let text = said.iter().find(|line| !line.text.is_empty()).map(|line| line.text.clone());
    let expected = shared.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(" ");
    assert_eq!(text, (!shared.is_empty()).then(|| [SHARED, &expected].concat()));
    let evaluation = Evaluation::new(&case.table, case.answers(), &equals);
    let next = next_question(&evaluation).map(|next| View::Fit(Step::Question(next.question)));
    let action = said.iter().find(|line| line.tone == Tone::Action);
    assert_eq!(action.map(|line| case.followed(&line.links[0]).view), next);
}

/// The first line: the rival of the least tolerance, with exactly that.
fn names_the_most_dangerous_rival(case: &Case) {
    let report = case.say(Section::Verdict);
    let Some(first) = case.first() else {
        assert!(report.blocks.is_empty(), "nobody is first");
        return;
    };
    let ranking = case.ranking();
    let rivals = ranking.eligible.iter().map(|one| one.alternative).filter(|id| *id != first);
    let gaps: Vec<_> = rivals.map(|id| (id, gap(case, &case.table, first, id))).collect();
    let said = on_the_first(&report)[0];
    let tolerance = |(pros, cons): (i64, i64)| (pros - cons, (pros + cons).max(1));
    let Some((rival, (pros, cons))) = gaps.iter().copied().reduce(|one, other| {
        let ((a, b), (c, d)) = (tolerance(one.1), tolerance(other.1));
        if c * b < a * d { other } else { one }
    }) else {
        assert_eq!(said.text, "The only one that meets your must-haves.");
        assert_eq!(said.word, "");
        return;
    };
    let name = case.name(rival);
    let percent = if pros + cons == 0 { 0 } else { 100 * (pros - cons) / (pros + cons) };
    let (word, sentence) = if pros == 0 && cons == 0 {
        ("tied", "Your answers do not tell them apart.".to_owned())
    } else if pros == cons {
        ("tied", "What speaks for one and for the other weighs exactly the same.".to_owned())
    } else if cons == 0 {
        let sentence =
            format!("Ahead of {name}, its closest rival, however you weigh these answers.");
        ("in every weighting", sentence)
    } else {
        let word = match pros {
            _ if pros >= 4 * cons => "solid",
            _ if pros >= 2 * cons => "firm",
            _ => "leaning",
        };
        let sentence = format!(
            "Ahead of {name}, its closest rival, even if each importance is off by {percent} %."
        );
        (word, sentence)
    };
    assert_eq!((said.word.as_str(), &said.text), (word, &sentence));
    assert!(!said.means.is_empty(), "the word is explained");
}

/// The second line: whether anything open can still change it, with a link to each that can alone.
fn leads_to_what_could_change_it(case: &Case) {
    let Some(first) = case.first() else {
        return;
    };
    let ranking = case.ranking();
    let evaluation = Evaluation::new(&case.table, case.answers(), &ranking);
    let outlook = Outlook::of(&evaluation, first);
    let report = case.say(Section::Verdict);
    let said = on_the_first(&report)[1];
    let mut asked = Vec::new();
    for link in &said.links {
        let state = case.followed(link);
        let View::Fit(Step::Question(id)) = state.view else {
            panic!("{link:?} leads to no question");
        };
        assert_eq!(link.label, *case.catalog.question(id).label);
        assert_eq!(&state.answers, case.answers());
        assert!(case.answers().get(id).is_none(), "it is open");
        asked.push(id);
    }
    assert_eq!(asked, outlook.overturners);
    let n = asked.len();
    let expected = match outlook.necessary_winner {
        _ if evaluation.open.is_empty() => "Every question is answered.".to_owned(),
        NecessaryWinner::Yes => "No open question can change this.".to_owned(),
        _ if n == 0 => "Open questions could change this only together.".to_owned(),
        NecessaryWinner::UnlessVeryImportant => {
            "Only an open question that you call very important could change this:".to_owned()
        }
        NecessaryWinner::UnlessImportant => {
            "Only an open question that you call important could change this:".to_owned()
        }
        NecessaryWinner::No if n == 1 => "1 open question could change this:".to_owned(),
        NecessaryWinner::No => format!("{n} open questions could each change this:"),
    };
    assert_eq!(said.text, expected);
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
    let rest = &on_the_first(&report)[2..];
    let (warnings, others): (Vec<&Line>, Vec<&Line>) =
        rest.iter().partition(|line| line.tone == Tone::Warning);
    assert_eq!(
        others.iter().map(|line| line.text.clone()).collect::<Vec<_>>(),
        Vec::from_iter(unknown)
    );
    assert_eq!(warnings.len(), usize::from(!weak.is_empty()), "{warnings:?}");
    for warning in warnings {
        let list = stackfit::text::and_list(&weak);
        assert_eq!(warning.text, format!("Weak on what you called very important: {list}."));
    }
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
    let links: Vec<_> = lines.iter().flat_map(|line| &line.links).collect();
    let useful = next_questions(&evaluation);
    assert_eq!(links.len(), useful.len());
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
    for (link, next) in links.iter().zip(&useful) {
        assert_eq!(link.label, *case.catalog.question(next.question).label);
        assert_eq!(case.followed(link).view, View::Fit(Step::Question(next.question)));
        assert!(case.answers().get(next.question).is_none());
    }
    let first = ranking.leaders().next().expect("somebody leads").alternative;
    let n_turning = Outlook::of(&evaluation, first).overturners.len();
    let n = case.answers().n_given();
    let wanted = match n_turning {
        0 => format!("{n} answered · only several more together could change who is first"),
        _ => format!("{n} answered · {n_turning} more could change who is first"),
    };
    assert_eq!(sentences[0], wanted);
}

pub(super) fn all(case: &Case) {
    tells_many_equals_by_what_they_share(case);
    names_the_most_dangerous_rival(case);
    leads_to_what_could_change_it(case);
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
