//! When to look again: facts about the choice that change often, those that are old, and the day on which
//! the next one gets old.

use super::sources::Sources;
use super::{Confirmation, FactNow, RecordInput};
use crate::domain::catalog::{AltId, CriterionId, Freshness};
use crate::text::value;

/// When to look again at a choice that rests on some criteria.
pub(super) fn of(
    input: &RecordInput,
    id: AltId,
    used: &[CriterionId],
    cited: &mut Sources,
) -> Confirmation {
    let report = input.report;
    let catalog = report.catalog;
    let fact = |criterion: CriterionId| catalog.alternative(id).fact(criterion);
    let freshness =
        |criterion| catalog.criterion(criterion).freshness(fact(criterion), input.today);
    let mut now = |criterion: CriterionId| FactNow {
        label: catalog.criterion(criterion).label.to_string(),
        value: value(catalog, report.words, id, criterion),
        day: fact(criterion).day().to_string(),
        sources: cited.facts(id, &[criterion]),
    };
    let is_volatile = |criterion: &CriterionId| {
        catalog.criterion(*criterion).volatile && fact(*criterion).value.is_known()
    };
    let volatile = catalog.criterion_ids().filter(is_volatile).map(&mut now).collect();
    let is_old = |criterion: &&CriterionId| freshness(**criterion) != Freshness::Fresh;
    let old = used.iter().filter(is_old).map(|criterion| now(*criterion)).collect();
    let fresh = used.iter().filter(|criterion| !is_old(criterion));
    let by = fresh.map(|criterion| fact(*criterion).day()).min().map(|day| day.years_later(1));
    Confirmation { by: by.map(|day| day.to_string()), volatile, old }
}
