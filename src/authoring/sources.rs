//! The sources of an entry, and the references to them in its facts and drawbacks.
//!
//! It opens no address: people check whether a source supports the claim.

use std::collections::BTreeSet;

use super::fields::Fields;
use super::{Rule, Violations, limits};
use crate::domain::catalog::{Date, Source};

/// The sources of an entry, with the keys that facts use.
pub(super) struct Sources {
    keys: Vec<String>,
    /// The sources, in the order of the file.
    pub(super) list: Vec<Source>,
    used: BTreeSet<usize>,
    /// The keys of incomplete sources, which are reported once and not for each use.
    broken: Vec<String>,
    /// Whether some fact still has a placeholder for its sources.
    pub(super) is_pending: bool,
}

impl Sources {
    /// Reads `[sources]`.
    pub(super) fn read(mut fields: Fields<'_>, newest: Option<Date>) -> Self {
        let mut sources = Self {
            keys: Vec::new(),
            list: Vec::new(),
            used: BTreeSet::new(),
            broken: Vec::new(),
            is_pending: false,
        };
        for key in fields.names() {
            if let Some(table) = fields.optional_table(key) {
                if let Some(source) = source(table, newest) {
                    sources.keys.push(key.to_owned());
                    sources.list.push(source);
                } else {
                    sources.broken.push(key.to_owned());
                }
            }
        }
        if sources.list.len() > usize::from(u8::MAX) {
            let message = "at most 255 sources are possible".to_owned();
            fields.wrong("", &sources.list.len().to_string(), Rule::TooMany, message);
        }
        fields.finish();
        sources
    }

    fn find(&mut self, key: &str) -> Option<u8> {
        let at = self.keys.iter().position(|known| known == key)?;
        self.used.insert(at);
        u8::try_from(at).ok()
    }

    /// Reports sources that nothing refers to.
    pub(super) fn report_unused(&self, path: &str, violations: &Violations) {
        if self.is_pending {
            return;
        }
        for (at, key) in self.keys.iter().enumerate() {
            if !self.used.contains(&at) {
                let field = format!("sources.{key}");
                let message = "no fact uses this source".to_owned();
                violations.add(path, &field, "", Rule::UnusedSource, message);
            }
        }
    }
}

/// A page that was read, with the day.
pub(super) fn source(mut fields: Fields<'_>, newest: Option<Date>) -> Option<Source> {
    let title = fields.short("title", limits::SOURCE);
    let url = fields.address("url");
    let checked = fields.day("checked");
    if let Some(checked) = checked {
        report_future(&fields, "checked", checked, newest);
    }
    fields.finish();
    Some(Source { title: title?.to_owned().into(), url: url?.to_owned().into(), checked: checked? })
}

/// The sources that a fact or a drawback refers to.
pub(super) struct Cited {
    /// Indices into `Sources::list`.
    pub(super) positions: Vec<u8>,
    /// The earliest day on which one of them was read.
    pub(super) oldest: Option<Date>,
    /// Whether any is named: an invalid one is reported as such, and not as missing.
    pub(super) named: bool,
}

/// Reads the sources that a fact or a drawback refers to.
pub(super) fn cited(fields: &mut Fields<'_>, sources: Option<&mut Sources>) -> Cited {
    let keys = fields.one_or_more("source", "a key of [sources], or a list of keys");
    let named = fields.has("source") && !fields.is_empty_list("source");
    let mut cited = Cited { positions: Vec::new(), oldest: None, named };
    if let Some(sources) = sources {
        // A placeholder may stand for any of them.
        sources.is_pending |= named && keys.is_empty();
        for key in keys {
            if let Some(at) = sources.find(key) {
                let read = sources.list[usize::from(at)].checked;
                cited.oldest = Some(cited.oldest.map_or(read, |date| date.min(read)));
                cited.positions.push(at);
            } else if !sources.broken.iter().any(|broken| broken == key) {
                let message = format!("is not a key of [sources]: {}", sources.keys.join(", "));
                fields.wrong("source", key, Rule::BrokenReference, message);
            }
        }
    }
    cited
}

/// Reports a day after the catalog's own date.
pub(super) fn report_future(fields: &Fields<'_>, field: &str, date: Date, newest: Option<Date>) {
    if let Some(newest) = newest.filter(|newest| date > *newest) {
        let message = format!("is after the catalog's own date, {newest} in catalog.toml");
        fields.wrong(field, &date.to_string(), Rule::FutureDate, message);
    }
}
