//! The record of a decision: what was asked, what came out, why, what was rejected, and from which facts.
//!
//! [`Record`] is the data, in the shape of an architecture decision record (MADR 4). It stands on its own:
//! it names every must-have, every answer that gives points, and the source of every fact that it tells.
//! [`of`] makes a text of it: Markdown, JSON or CSV, or a few lines for a chat; or a document to print. The
//! second program does so for the page, and `stackfit record` in a terminal, both by
//! [`Explainer`](super::Explainer); so both write the same bytes for the same link and day. What several
//! people decide together has a record of the same shape, in Markdown alone.

mod arguments;
mod brief;
mod confirmation;
mod csv;
mod markdown;
mod model;
mod outcome;
mod paper;
mod sheets;
mod sources;
mod team;
mod wording;

pub use model::{
    Argument, Arguments, CatalogName, Confirmation, Considered, FORMAT, FactNow, Format, Must,
    Named, NotRanked, Outcome, Points, Record, Source, Status, Weighed, Wish,
};

use self::sources::Sources;
use super::{Block, Explanation, ReportInput, Section, Takeaway};
use crate::domain::catalog::{AltId, Date, Evidence, QuestionId, Select};
use crate::domain::decide::rank::must_haves;
use crate::domain::decide::since::used;
use crate::domain::decide::table::chosen;
use crate::domain::decide::{Answer, Ranked, Score, Unranked};
use crate::domain::permalink;
use crate::domain::query;
use crate::domain::settings::Settings;
use crate::domain::state::{State, View};
use crate::text::{causes, msg, points};

/// How many alternatives besides the choice get arguments for and against.
const N_WEIGHED: usize = 3;

/// What a record is made from.
#[derive(Debug)]
pub struct RecordInput<'a> {
    /// The result.
    pub report: &'a ReportInput<'a>,
    /// Its sources.
    pub evidence: &'a Evidence,
    /// The settings of the page.
    pub settings: &'a Settings,
    /// The address of the page without its query; empty if it has none.
    pub base: &'a str,
    /// The date of the catalog that the link was made with, if it differs.
    pub made_with: Option<Date>,
    /// The day of the record.
    pub today: Date,
}

/// The record of a decision in some form: a text to take away, or a document to print. In the view of a
/// team it is that of the team, which has no other form than Markdown: nothing is said in any other.
#[must_use]
pub fn of(input: &RecordInput, format: Format) -> Explanation {
    let text = match format {
        Format::Madr if team::is_of_team(input.report.state) => team::write(input),
        _ if team::is_of_team(input.report.state) => return Explanation::default(),
        Format::Paper => return paper::paper(input),
        _ => text(input, format),
    };
    let name = format.file().to_owned();
    Explanation { blocks: vec![Block::Text(Takeaway { name, text })] }
}

fn text(input: &RecordInput, format: Format) -> String {
    match format {
        Format::Madr | Format::Paper => markdown::write(input.report, &Record::of(input)),
        Format::Json => {
            // Its maps have texts as keys, so it can be written.
            let json = serde_json::to_string_pretty(&Record::of(input)).unwrap_or_default();
            json + "\n"
        }
        Format::Csv => sheets::ranking(input),
        Format::Comparison => sheets::comparison(input),
        Format::Brief => brief::write(input.report, &Record::of(input)),
    }
}

impl Record {
    /// The record of a result.
    #[must_use]
    pub fn of(input: &RecordInput) -> Self {
        let RecordInput { report, evidence, .. } = input;
        let (catalog, ranking) = (report.catalog, report.ranking);
        let mut cited = Sources::new(evidence);
        let choice = outcome::chosen(input);
        let consequences = choice.map(|id| arguments::of_choice(input, id, &mut cited));
        let others = ranking.eligible.iter().filter(|one| one.score.is_some());
        let others = others.map(|one| one.alternative).filter(|id| Some(*id) != choice);
        let weighed = others.take(N_WEIGHED).map(|id| {
            let Named { id: key, name } = outcome::named(input, id);
            Weighed { id: key, name, arguments: arguments::in_short(input, id, &mut cited) }
        });
        let weighed = weighed.collect();
        let used = used(catalog, report.answers());
        let confirmation = choice.map(|id| confirmation::of(input, id, &used, &mut cited));
        Self {
            context: context(input),
            musts: musts(report),
            wishes: report.answers().iter().filter_map(|answer| wish(report, answer)).collect(),
            options: ranking.eligible.iter().map(|ranked| considered(input, ranked)).collect(),
            unclear: not_ranked(input, &ranking.unconfirmed),
            ruled_out: not_ranked(input, &ranking.excluded),
            taken_out: report
                .answers()
                .without()
                .iter()
                .map(|id| outcome::named(input, *id))
                .collect(),
            outcome: outcome::outcome(input, choice),
            consequences,
            weighed,
            firmness: sentences(report, Section::Verdict),
            would_change: would_change(report, choice),
            confirmation: confirmation.unwrap_or_default(),
            sources: cited.into_list(),
            ..Self::start(input, choice)
        }
    }

    /// What every record has, whoever decides: all but what was asked and what came out.
    fn start(input: &RecordInput, choice: Option<AltId>) -> Self {
        let report = input.report;
        let subject = &report.catalog.subject;
        let title = match choice {
            Some(id) => report.tf(msg::RECORD_TITLE, &[("name", report.name(id))]),
            None => subject.title.to_string(),
        };
        let is_accepted = report.state.choice.is_some();
        Self {
            format: FORMAT,
            title,
            status: if is_accepted { Status::Accepted } else { Status::Proposed },
            date: input.today.to_string(),
            catalog: CatalogName { id: subject.id.to_string(), date: subject.date.to_string() },
            link: link(input),
            question: subject.title.to_string(),
            context: Vec::new(),
            musts: Vec::new(),
            wishes: Vec::new(),
            options: Vec::new(),
            unclear: Vec::new(),
            ruled_out: Vec::new(),
            taken_out: Vec::new(),
            outcome: Outcome::default(),
            consequences: None,
            weighed: Vec::new(),
            firmness: Vec::new(),
            would_change: Vec::new(),
            confirmation: Confirmation::default(),
            changed: changed(input),
            sources: Vec::new(),
        }
    }
}

/// The link that opens the result, without what belongs to the frame of another page.
fn link(input: &RecordInput) -> String {
    let start = State::new(input.report.catalog);
    let own = input.report.state.clone();
    let state = if team::is_of_team(&own) {
        State { view: View::Team, team: own.team, choice: own.choice, ..start }
    } else {
        let State { answers, in_use, choice, split, compared, .. } = own;
        State { view: View::Result, answers, in_use, choice, split, compared, ..start }
    };
    let query = permalink::encode(input.report.catalog, &state);
    [input.base, &query::merge_queries(&query, &input.settings.unframed().encode())].concat()
}

fn context(input: &RecordInput) -> Vec<String> {
    let report = input.report;
    let (n, total) = (report.answers().n_given(), report.catalog.questions.len());
    let values = [
        ("n", &*n.to_string()),
        ("total", &*total.to_string()),
        ("all", &*report.catalog.alternatives.len().to_string()),
    ];
    let mut said = vec![report.tf(msg::RECORD_CONTEXT, &values)];
    said.extend(narrowed(input));
    if report.state.split {
        said.push(report.t(msg::RECORD_SPLIT));
    }
    said.extend(sentences(report, Section::Today));
    said
}

/// That the settings leave some out, if they do.
fn narrowed(input: &RecordInput) -> Option<String> {
    let is_narrowed = !input.settings.only.is_empty() || !input.settings.only_values.is_empty();
    is_narrowed.then(|| input.report.t(msg::RECORD_NARROWED))
}

fn musts(report: &ReportInput) -> Vec<Must> {
    let all = must_haves(report.table, report.answers()).into_iter();
    let must = all.map(|must| {
        let question = report.catalog.question(must.question);
        Must {
            question: question.id.to_string(),
            label: question.label.to_string(),
            option: causes(report.catalog, &[must]),
        }
    });
    must.collect()
}

/// An answer as a wish; none if it gives no points.
fn wish(report: &ReportInput, (id, answer): (QuestionId, Answer)) -> Option<Wish> {
    let question = report.catalog.question(id);
    let options = chosen(answer.scoring(), question.options.len());
    (answer.weight() > 0).then(|| Wish {
        question: question.id.to_string(),
        label: question.label.to_string(),
        options: options.map(|at| question.options[at].label.to_string()).collect(),
        any: question.select != Select::All,
        weight: answer.weight(),
    })
}

fn considered(input: &RecordInput, ranked: &Ranked) -> Considered {
    let Named { id, name } = outcome::named(input, ranked.alternative);
    let points = ranked.score.map(|score| of_100(score, ranked.close));
    Considered { id, name, rank: ranked.rank, tied: ranked.tied, points }
}

fn of_100(score: Score, close: bool) -> Points {
    let (low, high) = score.interval();
    let shown = points(score, close);
    Points { shown, tenths: score.tenths().0, low_tenths: low.0, high_tenths: high.0 }
}

fn not_ranked(input: &RecordInput, all: &[Unranked]) -> Vec<NotRanked> {
    let one = |one: &Unranked| {
        let Named { id, name } = outcome::named(input, one.alternative);
        let causes =
            one.causes.iter().map(|cause| causes(input.report.catalog, &[*cause])).collect();
        NotRanked { id, name, causes }
    };
    all.iter().map(one).collect()
}

/// What would end the lead of the first, and what would make the next one first, unless that is the choice:
/// what would make a choice first is told with what speaks against it. What to give up where nobody is left.
fn would_change(report: &ReportInput, choice: Option<AltId>) -> Vec<String> {
    if report.ranking.eligible.is_empty() {
        return sentences(report, Section::NoMatch);
    }
    let Some(first) = report.first() else {
        return Vec::new();
    };
    let next = report.ranking.eligible.iter().find(|one| one.rank > 1).map(|one| one.alternative);
    let told_already = choice.filter(|id| report.ranking.place(*id).is_none_or(|one| one.rank > 1));
    let next = next.filter(|next| Some(*next) != told_already);
    [first].into_iter().chain(next).map(|id| told(report, Section::WhatWouldWin(id))).collect()
}

fn changed(input: &RecordInput) -> Vec<String> {
    let section = input.made_with.map(Section::Since);
    section.map(|section| sentences(input.report, section)).unwrap_or_default()
}

/// The statements of a section as sentences, one for each of its lines.
fn sentences(report: &ReportInput, section: Section) -> Vec<String> {
    let blocks = super::of(report, section).blocks.into_iter();
    let sentences = blocks.filter_map(|block| match block {
        Block::Title(text) => Some(text),
        Block::Line(line) => {
            let word = if line.word.is_empty() { String::new() } else { line.word + ". " };
            let gap = if line.means.is_empty() { "" } else { " " };
            Some([&*word, &*line.means, gap, &*line.text].concat())
        }
        Block::Table(_) | Block::Text(_) => None,
    });
    sentences.filter(|sentence| !sentence.is_empty()).collect()
}

/// The statements of a section as one paragraph.
fn told(report: &ReportInput, section: Section) -> String {
    let mut told = sentences(report, section).join(" ");
    if !told.is_empty() && !told.ends_with(['.', '!', '?']) {
        told.push('.');
    }
    told
}
