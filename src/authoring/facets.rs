//! `facets.toml`: facets and sort keys.

use super::criteria::Criteria;
use super::fields::{Fields, parse, report_duplicates, report_too_many};
use super::{Files, Rule, Violations, former};
use crate::domain::catalog::{CriterionId, Facet, FacetTest, FacetValue, Former, Kind, SortKey};

pub(super) const FILE: &str = "facets.toml";

/// The orders that exist without a sort key.
pub(super) const BUILT_IN_SORTS: [&str; 2] = ["name", "fit"];

pub(super) fn read(
    files: &Files,
    criteria: &Criteria,
    former: &mut Vec<Former>,
    violations: &Violations,
) -> (Vec<Facet>, Vec<SortKey>, Option<u8>) {
    let Some(table) = parse(files, FILE, violations) else {
        return (Vec::new(), Vec::new(), None);
    };
    let mut fields = Fields::new(FILE, String::new(), &table, violations);
    let facets: Vec<_> = fields
        .tables("facet", true)
        .into_iter()
        .filter_map(|f| facet(f, criteria, former, violations))
        .collect();
    let (sorts, is_first): (Vec<_>, Vec<_>) = fields
        .tables("sort", false)
        .into_iter()
        .filter_map(|f| sort_key(f, criteria, former))
        .unzip();
    if is_first.iter().filter(|is_first| **is_first).count() > 1 {
        fields.wrong("sort", "first", Rule::DuplicateId, "only one order is the first".to_owned());
    }
    let first = is_first.iter().position(|is_first| *is_first);
    fields.finish();
    report_duplicates(facets.iter().map(|facet| facet.id.as_ref()), FILE, "facet", violations);
    let ids = sorts.iter().map(|key| key.id.as_ref());
    report_duplicates(ids.chain(BUILT_IN_SORTS), FILE, "sort", violations);
    report_too_many(facets.len(), 64, "facets", FILE, "facet", violations);
    report_too_many(sorts.len(), 64, "sort keys", FILE, "sort", violations);
    (facets, sorts, first.and_then(|at| u8::try_from(at).ok()))
}

/// A facet over the values of one criterion, without those in `except`, or over a group: then the
/// values are the group's criteria, and an entry has one if its level is among `levels`.
fn facet(
    mut fields: Fields<'_>,
    criteria: &Criteria,
    former: &mut Vec<Former>,
    violations: &Violations,
) -> Option<Facet> {
    let id = fields.id("id");
    let was = fields.was();
    former::add(former, "f", id.unwrap_or_default(), &was);
    let label = fields.short("label", 40);
    let is_hidden = fields.flag("hidden");
    let values = if fields.has("criteria") {
        Some(levels(&mut fields, criteria))
    } else {
        own_values(&mut fields, criteria)
    };
    let own = ["f.", id.unwrap_or_default()].concat();
    for value in values.iter().flatten() {
        former::add(former, &own, &value.id, &criteria.was(value));
    }
    let n_values = values.as_ref().map_or(0, Vec::len);
    report_too_many(n_values, 64, "values", FILE, &fields.at("values"), violations);
    fields.finish();
    let text = |text: &str| text.to_owned().into();
    Some(Facet { id: text(id?), label: text(label?), is_hidden, values: values? })
}

fn own_values(fields: &mut Fields<'_>, criteria: &Criteria) -> Option<Vec<FacetValue>> {
    let name = fields.text("criterion")?;
    let criterion = find(fields, "criterion", name, criteria)?;
    let Some(scale) = criteria.scale_of(criterion) else {
        let message = "has no scale to filter on".to_owned();
        fields.wrong("criterion", name, Rule::BrokenReference, message);
        return None;
    };
    let except = fields.texts("except", false);
    for tag in &except {
        if !scale.values.iter().any(|value| value.id == *tag) {
            let message = format!("is not a value that '{name}' can have");
            fields.wrong("except", tag, Rule::UnknownTag, message);
        }
    }
    if !scale.values.is_empty() && scale.values.iter().all(|value| except.contains(&&*value.id)) {
        fields.wrong("except", name, Rule::NothingThere, "leaves no value".to_owned());
    }
    let kept = scale.values.iter().enumerate().filter(|(_, value)| !except.contains(&&*value.id));
    let values = kept.map(|(at, value)| FacetValue {
        id: value.id.clone(),
        label: value.label.clone(),
        test: FacetTest { criterion, any: bit(at) },
    });
    Some(values.collect())
}

fn levels(fields: &mut Fields<'_>, criteria: &Criteria) -> Vec<FacetValue> {
    let levels = fields.texts("levels", true);
    let mut values = Vec::new();
    for name in fields.texts("criteria", true) {
        let Some(criterion) = find(fields, "criteria", name, criteria) else {
            continue;
        };
        let scale = criteria.scale_of(criterion);
        let mut any = 0;
        for level in &levels {
            let at = scale.and_then(|scale| scale.values.iter().position(|v| v.id == *level));
            if let Some(at) = at {
                any |= bit(at);
            } else {
                let message = format!("is not a value that '{name}' can have");
                fields.wrong("levels", level, Rule::UnknownTag, message);
            }
        }
        let known = &criteria.criteria[criterion.index()];
        let (id, label) = (known.id.clone(), known.label.clone());
        values.push(FacetValue { id, label, test: FacetTest { criterion, any } });
    }
    values
}

fn sort_key(
    mut fields: Fields<'_>,
    criteria: &Criteria,
    former: &mut Vec<Former>,
) -> Option<(SortKey, bool)> {
    let id = fields.id("id");
    let was = fields.was();
    former::add(former, "sort", id.unwrap_or_default(), &was);
    let label = fields.short("label", 40);
    let criterion = fields.text("criterion").and_then(|name| {
        let found = find(&fields, "criterion", name, criteria)?;
        let sortable = match criteria.criteria[found.index()].kind {
            Kind::Date => true,
            Kind::One(at) => criteria.scales.get(usize::from(at)).is_some_and(|s| s.ordered),
            Kind::Many(_) | Kind::Text => false,
        };
        if !sortable {
            let message = "is neither a date nor on an ordered scale".to_owned();
            fields.wrong("criterion", name, Rule::BrokenReference, message);
        }
        Some(found)
    });
    let descending = fields.flag("descending");
    let is_first = fields.flag("first");
    fields.finish();
    let text = |text: &str| text.to_owned().into();
    let key = SortKey { id: text(id?), label: text(label?), criterion: criterion?, descending };
    Some((key, is_first))
}

/// The bit of an index; none if a scale has too many values, which is reported elsewhere.
fn bit(at: usize) -> u64 {
    u32::try_from(at).ok().and_then(|at| 1_u64.checked_shl(at)).unwrap_or(0)
}

fn find(fields: &Fields<'_>, field: &str, name: &str, criteria: &Criteria) -> Option<CriterionId> {
    let found = criteria.find(name);
    if found.is_none() {
        fields.wrong(field, name, Rule::BrokenReference, "is not a criterion".to_owned());
    }
    found
}
