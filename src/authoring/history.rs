//! `history.toml`: what facts were in older catalogs. `cargo stackfit catalog history` writes it. A
//! catalog can do without this file.

use implicit_clone::unsync::IString;

use super::criteria::Criteria;
use super::fields::{Fields, parse_optional};
use super::{Files, Rule, Violations, facts};
use crate::domain::catalog::{Catalog, CriterionId, Date, Edition, Value};

const FILE: &str = "history.toml";

/// Reads the older editions of a catalog without violations, and the date of the catalog that the last one was
/// compared with.
pub(super) fn read(
    files: &Files,
    catalog: &Catalog,
    violations: &Violations,
) -> (Vec<Edition>, Option<Date>) {
    let Some(table) = parse_optional(files, FILE, violations) else {
        return (Vec::new(), None);
    };
    let mut fields = Fields::new(FILE, String::new(), &table, violations);
    let known = Criteria {
        scales: catalog.scales.clone(),
        criteria: catalog.criteria.clone(),
        ..Criteria::default()
    };
    let compared = fields.day("compared");
    let editions = fields.tables("edition", true).into_iter();
    let editions: Vec<_> = editions.filter_map(|fields| edition(fields, catalog, &known)).collect();
    fields.finish();
    let dates = editions.iter().map(|edition| edition.date);
    if !dates.chain([catalog.subject.date]).is_sorted_by(|one, next| one < next) {
        let message = "editions stand by date, and all are older than the catalog".to_owned();
        violations.add(FILE, "edition", "", Rule::OutOfOrder, message);
    }
    (editions, compared)
}

fn edition(mut fields: Fields<'_>, catalog: &Catalog, known: &Criteria) -> Option<Edition> {
    let date = fields.day("date");
    let mut incomparable = Vec::new();
    for id in fields.texts("incomparable", false) {
        match catalog.find_criterion(id) {
            Some(found) => incomparable.push(found),
            None => not_there(&fields, "incomparable", id, "criterion"),
        }
    }
    let added = fields.texts("added", false);
    for id in added.iter().filter(|id| catalog.find_alternative(id).is_none()) {
        not_there(&fields, "added", id, "entry");
    }
    let mut entries = Vec::new();
    if let Some(mut table) = fields.optional_table("entries") {
        for id in table.names() {
            if catalog.find_alternative(id).is_none() {
                not_there(&table, id, id, "entry");
            } else if let Some(own) = table.optional_table(id) {
                entries.push((IString::from(id.to_owned()), values(own, catalog, known)));
            }
        }
        table.finish();
    }
    fields.finish();
    let added = added.into_iter().map(|id| id.to_owned().into()).collect();
    Some(Edition { date: date?, incomparable, added, entries })
}

/// The values of an entry that were something else.
fn values(mut table: Fields<'_>, catalog: &Catalog, known: &Criteria) -> Vec<(CriterionId, Value)> {
    let mut values = Vec::new();
    for name in table.names() {
        let Some(id) = catalog.find_criterion(name) else {
            not_there(&table, name, name, "criterion");
            continue;
        };
        let raw = table.any(name);
        let newest = Some(catalog.subject.date);
        let value = raw
            .and_then(|raw| facts::value(&table, name, raw, catalog.criterion(id), known, newest));
        values.extend(value.map(|value| (id, value)));
    }
    table.finish();
    values
}

fn not_there(fields: &Fields<'_>, field: &str, id: &str, what: &str) {
    fields.wrong(field, id, Rule::BrokenReference, format!("is no {what} of this catalog"));
}
