//! The firmness of a result in detail: shares of weightings, every rival, single importances.
//!
//! A share is not a probability, and is never called one.

use super::{Cell, DataTable, Explanation, ReportInput, Tone};
use crate::domain::catalog::AltId;
use crate::domain::decide::{
    Cause, Evaluation, Lattice, Lead, Offers, Shares, Standing, TieWeight, differences,
    importance_steps, not_possible_winners, sufficient, tie_weights, unmet_options,
};
use crate::text::{self, causes, msg};

/// How many rivals are listed.
const N_RIVALS: usize = 8;
/// How many names or options a sentence lists.
const N_NAMED: usize = 8;

pub(super) fn say(input: &ReportInput, explanation: &mut Explanation) {
    let Some(first) = input.first() else {
        return;
    };
    let evaluation = input.evaluation();
    let standing = Standing::of(&evaluation, first);
    shares(input, explanation, &evaluation);
    rivals(input, explanation, first, &standing);
    if let Some(lead) = standing.weakest() {
        single(input, explanation, &evaluation, first, lead);
    }
    rest(input, explanation, &evaluation, first);
}

/// In how many samples each alternative is first.
fn shares(input: &ReportInput, explanation: &mut Explanation, evaluation: &Evaluation) {
    let Some(shares) = Shares::of(evaluation, Lattice::Fine) else {
        return;
    };
    let row = |name: String, percent: u32| {
        vec![
            Cell::Text(name),
            Cell::Share(percent),
            Cell::Number(percent_of(percent.cast_signed())),
        ]
    };
    let mut rows: Vec<_> = shares
        .firsts
        .iter()
        .map(|(id, _)| row(input.name(*id).to_owned(), shares.percent(*id)))
        .collect();
    if shares.ties > 0 {
        rows.push(row(input.t(msg::DEEP_SHARES_TIES), shares.ties_percent()));
    }
    explanation.table(DataTable { caption: input.t(msg::DEEP_SHARES), head: Vec::new(), rows });
    explanation.say(Tone::Muted, input.t(msg::DEEP_SHARES_MEANS));
}

fn rivals(input: &ReportInput, explanation: &mut Explanation, first: AltId, standing: &Standing) {
    let rows = standing.leads.iter().take(N_RIVALS).map(|lead| {
        let word = text::firmness(lead.mid.firmness());
        let is_any = lead.mid.cons == 0 && lead.mid.pros > 0;
        let tolerance =
            if is_any { input.t(msg::DEEP_ANY) } else { percent_of(lead.mid.tolerance_percent()) };
        vec![
            Cell::Text(input.name(lead.rival).to_owned()),
            Cell::Number(tolerance),
            Cell::Text(word.map(|(word, _)| input.t(word)).unwrap_or_default()),
        ]
    });
    explanation.table(DataTable {
        caption: input.tf(msg::DEEP_RIVALS, &[("name", input.name(first))]),
        head: [msg::DEEP_RIVAL, msg::DEEP_TOLERANCE, msg::DEEP_FIRMNESS].map(|m| input.t(m)).into(),
        rows: rows.collect(),
    });
}

/// The effect of each single importance on the lead over the most dangerous rival, and the fewest
/// reasons that are enough.
fn single(
    input: &ReportInput,
    explanation: &mut Explanation,
    evaluation: &Evaluation,
    first: AltId,
    lead: &Lead,
) {
    if lead.mid.lead() <= 0 {
        return;
    }
    let rival = input.name(lead.rival);
    let differences = differences(evaluation, first, lead.rival);
    let enough = text::questions(input.catalog, sufficient(&differences).into_iter());
    let values = [("rival", rival), ("questions", enough.as_str())];
    explanation.say(Tone::Plain, input.tf(msg::DEEP_ENOUGH, &values));
    let steps = match importance_steps(&differences) {
        Some(n) => input.tf(msg::DEEP_STEPS, &[("n", &n.to_string()), ("rival", rival)]),
        None => input.tf(msg::DEEP_STEPS_NEVER, &[("rival", rival)]),
    };
    explanation.say(Tone::Plain, steps);
    explanation.table(DataTable {
        caption: input.tf(msg::DEEP_TIES, &[("rival", rival)]),
        head: [msg::DEEP_TIE_QUESTION, msg::DEEP_TIE_NOW, msg::DEEP_TIE_AT]
            .map(|m| input.t(m))
            .into(),
        rows: tie_weights(&differences).iter().map(|tie| tie_row(input, tie)).collect(),
    });
}

fn tie_row(input: &ReportInput, tie: &TieWeight) -> Vec<Cell> {
    let at = tie.tenths();
    let at = [(at / 10).to_string(), (at % 10).to_string()].join(".");
    vec![
        Cell::Text(input.catalog.question(tie.question).label.to_string()),
        Cell::Number(tie.weight.to_string()),
        Cell::Number(at),
    ]
}

/// The alternatives that can no longer be first, and what would exclude the leader.
fn rest(input: &ReportInput, explanation: &mut Explanation, evaluation: &Evaluation, first: AltId) {
    let catalog = input.catalog;
    let out = not_possible_winners(evaluation);
    if !out.is_empty() {
        let names = input.names(&out, N_NAMED);
        explanation.say(Tone::Plain, input.tf(msg::DEEP_OUT, &[("names", &names)]));
    }
    let offers = Offers::of(input.table, input.answers());
    let unmet = unmet_options(evaluation, first).into_iter().map(|unmet| unmet.must);
    let musts: Vec<_> = unmet
        .filter(|must| catalog.question(must.question).can_must)
        .filter(|must| offers.options(must.question) & must.options != 0)
        .take(N_NAMED)
        .collect();
    if !musts.is_empty() {
        let of_question = |musts: &[Cause]| {
            let question = &catalog.question(musts[0].question).label;
            format!("{question}: {}", causes(catalog, musts))
        };
        let options = musts.chunk_by(|one, other| one.question == other.question).map(of_question);
        let options = options.collect::<Vec<_>>().join("; ");
        explanation.say(Tone::Plain, input.tf(msg::DEEP_MUSTS, &[("options", &options)]));
    }
}

fn percent_of(n: i32) -> String {
    let mut text = n.to_string();
    text.push_str(" %");
    text
}
