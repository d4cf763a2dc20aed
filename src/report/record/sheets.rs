//! The ranking and the comparison as tables.

use super::{RecordInput, csv};
use crate::domain::catalog::{AltId, CriterionId};
use crate::domain::compare::MOST;
use crate::domain::decide::since::used;
use crate::domain::decide::{Contribution, Score, Unranked, contributions};
use crate::text::{Message, causes, msg, points, value};

/// All alternatives: the ranked with their points, question by question, then the others with what they
/// are not ranked for; each with the facts that the answers use.
pub(super) fn ranking(input: &RecordInput) -> String {
    let report = input.report;
    let (catalog, ranking) = (report.catalog, report.ranking);
    let used = used(catalog, report.answers());
    let asked: Vec<_> = report
        .answers()
        .iter()
        .filter(|(_, answer)| answer.weight() > 0)
        .map(|(id, _)| id)
        .collect();
    let head = [
        msg::SHEET_RANK,
        msg::SHEET_STANDING,
        msg::SHEET_ID,
        msg::SHEET_NAME,
        msg::SHEET_POINTS,
        msg::SHEET_LEAST,
        msg::SHEET_MOST,
        msg::SHEET_CAUSES,
    ];
    let mut head: Vec<_> = head.iter().map(|message| report.t(*message)).collect();
    head.extend(
        asked
            .iter()
            .map(|id| report.tf(msg::SHEET_POINTS_OF, &[("label", &catalog.question(*id).label)])),
    );
    head.extend(used.iter().map(|id| catalog.criterion(*id).label.to_string()));
    let mut rows = vec![head];
    let row =
        |id: AltId, rank: String, standing: Message, score: Option<(Score, bool)>, why: String| {
            let entry = catalog.alternative(id);
            let mut row =
                vec![rank, report.t(standing), entry.id.to_string(), entry.name.to_string()];
            if let Some((score, close)) = score {
                let (low, high) = score.interval();
                row.extend([points(score, close), low.to_string(), high.to_string()]);
            } else {
                row.extend([String::new(), String::new(), String::new()]);
            }
            row.push(why);
            let parts = contributions(report.table, report.answers(), id);
            let part = |part: &Contribution| part.tenths.to_string();
            let earned = score.map(|_| parts.iter().map(part).collect()).unwrap_or_default();
            row.extend(filled(earned, asked.len()));
            row.extend(used.iter().map(|criterion| value(catalog, report.words, id, *criterion)));
            row
        };
    for one in &ranking.eligible {
        let score = one.score.map(|score| (score, one.close));
        let rank = one.rank.to_string();
        rows.push(row(one.alternative, rank, msg::SHEET_RANKED, score, String::new()));
    }
    let mut others = |all: &[Unranked], standing| {
        for one in all {
            let why = causes(catalog, &one.causes);
            rows.push(row(one.alternative, String::new(), standing, None, why));
        }
    };
    others(&ranking.unconfirmed, msg::SHEET_UNCLEAR);
    others(&ranking.excluded, msg::SHEET_RULED_OUT);
    for id in report.answers().without() {
        rows.push(row(*id, String::new(), msg::SHEET_TAKEN_OUT, None, String::new()));
    }
    csv::write(&rows)
}

/// Some cells, and empty ones up to a number.
fn filled(mut cells: Vec<String>, n: usize) -> Vec<String> {
    cells.resize(n, String::new());
    cells
}

/// All facts of those that are compared, with what provides them, the day they were checked, and their
/// sources; of the best where fewer than two are compared.
pub(super) fn comparison(input: &RecordInput) -> String {
    let report = input.report;
    let catalog = report.catalog;
    let best = report.ranking.eligible.iter().map(|one| one.alternative).take(MOST);
    let compared = match report.state.compared.as_slice() {
        [] | [_] => best.collect(),
        several => several.to_vec(),
    };
    let mut head = vec![report.t(msg::SHEET_GROUP), report.t(msg::SHEET_FACT)];
    for id in &compared {
        let name = [("name", report.name(*id))];
        head.push(report.name(*id).to_owned());
        head.extend(
            [msg::SHEET_BY, msg::SHEET_CHECKED, msg::SHEET_SOURCES].map(|m| report.tf(m, &name)),
        );
    }
    let mut rows = vec![head];
    for criterion in catalog.criterion_ids() {
        let known = catalog.criterion(criterion);
        let group = catalog.groups.get(usize::from(known.group));
        let group = group.map(|group| group.label.to_string()).unwrap_or_default();
        let mut row = vec![group, known.label.to_string()];
        for id in &compared {
            let fact = catalog.alternative(*id).fact(criterion);
            row.push(value(catalog, report.words, *id, criterion));
            row.extend([
                fact.by.to_string(),
                fact.checked.to_string(),
                urls(input, *id, criterion),
            ]);
        }
        rows.push(row);
    }
    csv::write(&rows)
}

/// The addresses of a fact's sources, with spaces between them.
fn urls(input: &RecordInput, id: AltId, criterion: CriterionId) -> String {
    let dossier = input.evidence.of(id);
    let backing = dossier.and_then(|dossier| Some((dossier, dossier.backing(criterion)?)));
    let sources = backing.into_iter().flat_map(|(dossier, own)| dossier.sources_at(&own.sources));
    sources.map(|source| source.url.to_string()).collect::<Vec<_>>().join(" ")
}
