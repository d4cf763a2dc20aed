//! `catalog.toml`: the subject of the catalog.
//!
//! The ids of criteria are resolved later, once the criteria are read.

use super::criteria::Criteria;
use super::fields::{Fields, parse};
use super::questions::report_placeholders;
use super::{Files, Rule, Violations};
use crate::domain::catalog::{CriterionId, Date, Kind, Subject};

pub(super) const FILE: &str = "catalog.toml";

/// The content of `catalog.toml`, without the parts that have violations, so that the other files
/// are still checked.
#[derive(Default)]
pub(super) struct SubjectFile {
    subject: Option<Subject>,
    /// The catalog's own date.
    pub(super) date: Option<Date>,
    /// The folder of the entries.
    pub(super) entries: Option<String>,
    badges: Vec<String>,
    lists: Vec<String>,
    purposes: Vec<String>,
    shared: Option<String>,
    ties: Option<String>,
    /// The criteria with the newest version and its day, if the catalog names them.
    pub(super) newest: Option<(String, Option<String>)>,
}

pub(super) fn read(files: &Files, violations: &Violations) -> SubjectFile {
    let Some(table) = parse(files, FILE, violations) else {
        return SubjectFile::default();
    };
    let mut fields = Fields::new(FILE, String::new(), &table, violations);
    let id = fields.id("id");
    let title = fields.short("title", 60);
    let intro = fields.short("intro", 160);
    if let Some(intro) = intro {
        report_placeholders(&fields, "intro", intro, &["n", "facts"]);
    }
    let search_hint = fields.optional_short("search-hint", 60).unwrap_or_default();
    let one = fields.short("one", 20);
    let many = fields.short("many", 20);
    let date = fields.day("date");
    let entries = fields.id("entries");
    let shared = fields.optional_short("shared", 40).map(ToOwned::to_owned);
    let ties = fields.optional_short("ties", 40).map(ToOwned::to_owned);
    let purposes = fields.texts("purposes", false).into_iter().map(ToOwned::to_owned).collect();
    let contest = fields.has("contest").then(|| fields.address("contest")).flatten();
    let (mut badges, mut lists) = (Vec::new(), Vec::new());
    if let Some(mut card) = fields.table("card") {
        badges = card.texts("badges", true).into_iter().map(ToOwned::to_owned).collect();
        lists = card.texts("lists", true).into_iter().map(ToOwned::to_owned).collect();
        card.finish();
    }
    let newest = fields.optional_table("newest").and_then(|mut newest| {
        let version = newest.short("version", 40);
        let day = newest.optional_short("day", 40);
        newest.finish();
        Some((version?.to_owned(), day.map(ToOwned::to_owned)))
    });
    fields.finish();
    let text = |text: &str| text.to_owned().into();
    let subject = || {
        Some(Subject {
            id: text(id?),
            title: text(title?),
            intro: text(intro?),
            search_hint: text(search_hint),
            one: text(one?),
            many: text(many?),
            date: date?,
            badges: Vec::new(),
            lists: Vec::new(),
            purposes: Vec::new(),
            stop_words: Vec::new(),
            shared: None,
            ties: None,
            first_sort: None,
            folder: text(entries?),
            repository: None,
            contest: contest.map(text),
            has_marks: false,
        })
    };
    let entries = entries.map(ToOwned::to_owned);
    SubjectFile { subject: subject(), date, entries, badges, lists, purposes, shared, ties, newest }
}

impl SubjectFile {
    /// The subject, with the criteria of the card resolved; none if something is missing.
    pub(super) fn resolve(self, criteria: &Criteria, violations: &Violations) -> Option<Subject> {
        let look_up = |field: &str, ids: &[String]| -> Vec<CriterionId> {
            ids.iter()
                .filter_map(|id| {
                    let found = criteria.find(id);
                    if found.is_none() {
                        let message = "is not a criterion".to_owned();
                        violations.add(FILE, field, id, Rule::BrokenReference, message);
                    }
                    found
                })
                .collect()
        };
        if let Some(newest) = &self.newest {
            check_newest(newest, criteria, violations);
        }
        let badges = look_up("card.badges", &self.badges);
        let lists = look_up("card.lists", &self.lists);
        // Without a statement, what a card lists.
        let purposes = if self.purposes.is_empty() {
            lists.clone()
        } else {
            look_up("purposes", &self.purposes)
        };
        let shared = look_up("shared", self.shared.as_slice()).first().copied();
        let ties = look_up("ties", self.ties.as_slice()).first().copied();
        let is_ordered = |criterion: &CriterionId| {
            let is_one = matches!(criteria.criteria[criterion.index()].kind, Kind::One(_));
            is_one && criteria.scale_of(*criterion).is_some_and(|scale| scale.ordered)
        };
        if let Some(id) = self.ties.filter(|_| ties.is_some_and(|ties| !is_ordered(&ties))) {
            let message = "has no single value of an ordered scale".to_owned();
            violations.add(FILE, "ties", &id, Rule::BrokenReference, message);
        }
        self.subject.map(|subject| Subject { badges, lists, purposes, shared, ties, ..subject })
    }
}

/// Checks that the criteria for the newest version and its day exist, and are of the right kind.
fn check_newest(newest: &(String, Option<String>), criteria: &Criteria, violations: &Violations) {
    let (version, day) = newest;
    let wanted = [
        ("newest.version", Some(version), Kind::Text, "a text"),
        ("newest.day", day.as_ref(), Kind::Date, "a date"),
    ];
    for (field, id, kind, what) in wanted {
        let Some(id) = id else { continue };
        let found = criteria.find(id).and_then(|id| criteria.criteria.get(id.index()));
        if found.is_none_or(|criterion| criterion.kind != kind) {
            let message = format!("is not a criterion whose facts are {what}");
            violations.add(FILE, field, id, Rule::BrokenReference, message);
        }
    }
}
