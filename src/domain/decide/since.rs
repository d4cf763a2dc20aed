//! Which facts have changed since an older catalog, as far as they matter to some answers.
//!
//! A fact matters if it changes the points or the verdict on a must-have. Both catalogs are read on the date
//! of today's catalog, so age makes no difference, and with today's questions.

use super::rank::{Verdict, must_haves, verdict};
use super::{Answers, UtilityTable, rank};
use crate::domain::catalog::{AltId, Catalog, CriterionId, Date, Past, Value};
use crate::domain::sort;

/// What has changed since an older catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// The date of that catalog.
    pub date: Date,
    /// The facts that matter and were something else, in the order of the ranking.
    pub changed: Vec<Changed>,
    /// The criteria that the answers use and that cannot be compared with then.
    pub incomparable: Vec<CriterionId>,
    /// The alternatives that were added since.
    pub added: Vec<AltId>,
    /// Who would be first with the values of then, if that is somebody else.
    pub leaders: Option<Vec<AltId>>,
}

/// A fact that was something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The alternative.
    pub alternative: AltId,
    /// The criterion.
    pub criterion: CriterionId,
    /// The value of then.
    pub then: Value,
}

impl Since {
    /// What has changed since the catalog of a day; none if nothing is known of it.
    #[must_use]
    pub fn of(catalog: &Catalog, answers: &Answers, day: Date) -> Option<Self> {
        let Past { date, catalog: past, changed, incomparable, added } = catalog.past(day)?;
        let (now, then) =
            (UtilityTable::new(catalog), UtilityTable::as_of(&past, catalog.subject.date));
        let ranking = rank(&now, answers);
        let order: Vec<_> = ranking
            .eligible
            .iter()
            .map(|ranked| ranked.alternative)
            .chain(ranking.unconfirmed.iter().chain(&ranking.excluded).map(|one| one.alternative))
            .collect();
        let matters =
            |id: AltId, criterion| matters(catalog, answers, [&now, &then], id, criterion);
        // Whoever is ruled out by both says nothing about who is first.
        let musts = must_haves(&now, answers);
        let fails =
            |table, id| musts.iter().any(|must| verdict(table, id, *must) == Verdict::Fails);
        let mut found = Vec::new();
        for id in order.into_iter().filter(|id| !(fails(&now, *id) && fails(&then, *id))) {
            let own = changed.iter().filter(|(of, criterion)| *of == id && matters(id, *criterion));
            found.extend(own.map(|(_, criterion)| Changed {
                alternative: id,
                criterion: *criterion,
                then: past.alternative(id).fact(*criterion).value.clone(),
            }));
        }
        let mut before = answers.clone();
        for id in added.iter().filter(|id| !answers.without().contains(id)) {
            before.toggle_without(*id);
        }
        let first = |table, answers| -> Vec<AltId> {
            let ranking = rank(table, answers);
            let leaders = ranking.leaders().filter(|leader| leader.score.is_some());
            leaders.map(|leader| leader.alternative).collect()
        };
        let leaders = first(&then, &before);
        // Equals may be listed in another order, which puts nobody else first.
        let by_id = |mut ids: Vec<AltId>| {
            sort::sort_by_number(&mut ids, |id| id.0.into());
            ids
        };
        let is_same = by_id(leaders.clone()) == by_id(first(&now, answers));
        let used = used(catalog, answers);
        Some(Self {
            date,
            changed: found,
            incomparable: incomparable
                .into_iter()
                .filter(|criterion| used.contains(criterion))
                .collect(),
            added,
            leaders: (!is_same).then_some(leaders),
        })
    }
}

/// The criteria that some answers use, each once.
#[must_use]
pub fn used(catalog: &Catalog, answers: &Answers) -> Vec<CriterionId> {
    let mut used = Vec::new();
    for (question, answer) in answers.iter() {
        for criterion in catalog.question(question).criteria_of(answer.options) {
            if !used.contains(&criterion) {
                used.push(criterion);
            }
        }
    }
    used
}

/// Whether the fact of a criterion makes a difference to some answer: the answer uses it, and what it is
/// worth to the alternative differs between two tables.
fn matters(
    catalog: &Catalog,
    answers: &Answers,
    [now, then]: [&UtilityTable; 2],
    id: AltId,
    criterion: CriterionId,
) -> bool {
    let musts = must_haves(now, answers);
    answers.iter().any(|(question, answer)| {
        let uses = catalog.question(question).criteria_of(answer.options).contains(&criterion);
        let own = || musts.iter().filter(|must| must.question == question);
        uses && (now.earned(id, question, answer) != then.earned(id, question, answer)
            || own().any(|must| verdict(now, id, *must) != verdict(then, id, *must)))
    })
}
