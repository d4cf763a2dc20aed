//! Sentences about the robustness of a result: how firm it is, what could change it, what a change
//! is.

use super::{Message, Words, and_list, causes, msg};
use crate::domain::catalog::{AltId, Catalog, QuestionId};
use crate::domain::decide::{
    AnswerChange, Firmness, Importance, Lead, NecessaryWinner, Outlook, Ranking,
};

/// A change of the answers, as an instruction.
#[must_use]
pub fn change(catalog: &Catalog, words: &Words, change: AnswerChange) -> String {
    let question = catalog.question(change.question());
    let label = |option: u8| {
        question.options.get(usize::from(option)).map(|option| option.label.to_string())
    };
    let (message, option, to) = match change {
        AnswerChange::Importance { to: None, .. } => (msg::WAY_TAKE_BACK, None, Importance::Normal),
        AnswerChange::Importance { to: Some(to), .. } => (msg::WAY_IMPORTANCE, None, to),
        AnswerChange::Answer { option, importance: Importance::Normal, .. } => {
            (msg::WAY_ANSWER, label(option), Importance::Normal)
        }
        AnswerChange::Answer { option, importance, .. } => {
            (msg::WAY_ANSWER_WEIGHED, label(option), importance)
        }
        AnswerChange::DropMust(must) => {
            (msg::WAY_DROP, Some(causes(catalog, &[must])), Importance::Normal)
        }
    };
    let importance = match to {
        Importance::Normal => msg::WAY_NORMAL,
        Importance::Important => msg::WAY_IMPORTANT,
        Importance::VeryImportant => msg::WAY_VERY_IMPORTANT,
    };
    let option = option.unwrap_or_default();
    let importance = words.text(importance);
    let values = [
        ("question", question.label.as_ref()),
        ("option", option.as_str()),
        ("importance", &importance),
    ];
    words.with(message, &values)
}

/// How firm a lead over the most dangerous rival is: a sentence.
#[must_use]
pub fn lead(catalog: &Catalog, words: &Words, weakest: Option<&Lead>) -> String {
    let Some(Lead { rival, mid, .. }) = weakest else {
        return words.get(msg::VERDICT_ALONE);
    };
    let message = match mid.firmness() {
        Firmness::Behind | Firmness::Tie if mid.pros == 0 => msg::VERDICT_SAME,
        Firmness::Behind | Firmness::Tie => msg::VERDICT_BALANCED,
        Firmness::Dominates => msg::VERDICT_AHEAD_ALWAYS,
        Firmness::Leaning if mid.tolerance_percent() == 0 => msg::VERDICT_JUST_AHEAD,
        Firmness::Leaning | Firmness::Firm | Firmness::Solid => msg::VERDICT_AHEAD,
    };
    let n = mid.tolerance_percent().to_string();
    words.with(message, &[("rival", &catalog.alternative(*rival).name), ("n", &n)])
}

/// The word for a firmness, and its meaning; none if there is no lead.
#[must_use]
pub const fn firmness(firmness: Firmness) -> Option<(Message, Message)> {
    match firmness {
        Firmness::Behind => None,
        Firmness::Tie => Some((msg::VERDICT_TIE, msg::VERDICT_BALANCED)),
        Firmness::Leaning => Some((msg::VERDICT_LEANING, msg::VERDICT_LEANING_MEANS)),
        Firmness::Firm => Some((msg::VERDICT_FIRM, msg::VERDICT_FIRM_MEANS)),
        Firmness::Solid => Some((msg::VERDICT_SOLID, msg::VERDICT_SOLID_MEANS)),
        Firmness::Dominates => Some((msg::VERDICT_DOMINATES, msg::VERDICT_DOMINATES_MEANS)),
    }
}

/// How many of four steps a lead is firm; 0 if there is none.
#[must_use]
pub const fn steps(firmness: Firmness) -> u8 {
    match firmness {
        Firmness::Behind | Firmness::Tie => 0,
        Firmness::Leaning => 1,
        Firmness::Firm => 2,
        Firmness::Solid => 3,
        Firmness::Dominates => 4,
    }
}

/// Whether open questions can still change the leader: a sentence.
#[must_use]
pub fn outlook(words: &Words, outlook: &Outlook, n_open: usize) -> String {
    match outlook.necessary_winner {
        _ if n_open == 0 => words.get(msg::VERDICT_ALL_ANSWERED),
        NecessaryWinner::Yes => words.get(msg::VERDICT_DECIDED),
        _ if outlook.overturners.is_empty() => words.get(msg::VERDICT_TOGETHER),
        NecessaryWinner::UnlessVeryImportant => words.get(msg::VERDICT_UNLESS_VERY),
        NecessaryWinner::UnlessImportant => words.get(msg::VERDICT_UNLESS),
        NecessaryWinner::No => words.count(msg::VERDICT_OPEN, outlook.overturners.len()),
    }
}

/// Which alternatives fit best, in a sentence.
#[must_use]
pub fn leaders(catalog: &Catalog, words: &Words, ranking: &Ranking) -> String {
    let leaders: Vec<_> = ranking.leaders().collect();
    match leaders.as_slice() {
        [] => words.get(msg::RESULT_TITLE_NONE),
        [only] if only.score.is_none() => {
            let name = &catalog.alternative(only.alternative).name;
            words.with(msg::RESULT_TITLE_ONLY, &[("name", name)])
        }
        [first, ..] if first.score.is_none() => {
            words.count(msg::RESULT_TITLE_ALL_MUSTS, ranking.eligible.len())
        }
        [only] => {
            let name = &catalog.alternative(only.alternative).name;
            let title = words.with(msg::RESULT_TITLE_ONE, &[("name", name)]);
            match only.score {
                Some(score) => format!("{title}: {}", score.whole()),
                None => title,
            }
        }
        [_, _, _, ..] => words.count(msg::RESULT_TITLE_MANY, leaders.len()),
        _ => {
            let names = names(catalog, leaders.iter().map(|leader| leader.alternative));
            words.with(msg::RESULT_TITLE_TIED, &[("names", &names)])
        }
    }
}

/// The names of alternatives as words.
#[must_use]
pub fn names(catalog: &Catalog, ids: impl Iterator<Item = AltId>) -> String {
    let names: Vec<_> = ids.map(|id| catalog.alternative(id).name.to_string()).collect();
    and_list(&names)
}

/// The labels of questions as words.
#[must_use]
pub fn questions(catalog: &Catalog, ids: impl Iterator<Item = QuestionId>) -> String {
    let labels: Vec<_> = ids.map(|id| catalog.question(id).label.to_string()).collect();
    and_list(&labels)
}
