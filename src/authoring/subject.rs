//! `catalog.toml`: the subject of the catalog.
//!
//! The ids of criteria are resolved later, once the criteria are read.

use super::criteria::Criteria;
use super::fields::{Fields, parse};
use super::{Files, Rule, Violations};
use crate::domain::catalog::{Contest, CriterionId, Date, Subject};

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
}

pub(super) fn read(files: &Files, violations: &Violations) -> SubjectFile {
    let Some(table) = parse(files, FILE, violations) else {
        return SubjectFile::default();
    };
    let mut fields = Fields::new(FILE, String::new(), &table, violations);
    let id = fields.id("id");
    let title = fields.short("title", 60);
    let intro = fields.short("intro", 160);
    let one = fields.short("one", 20);
    let many = fields.short("many", 20);
    let date = fields.day("date");
    let entries = fields.id("entries");
    let shared = fields.optional_short("shared", 40).map(ToOwned::to_owned);
    let purposes = fields.texts("purposes", false).into_iter().map(ToOwned::to_owned).collect();
    let contest = fields.has("contest").then(|| fields.address("contest")).flatten();
    let (mut badges, mut lists) = (Vec::new(), Vec::new());
    if let Some(mut card) = fields.table("card") {
        badges = card.texts("badges", true).into_iter().map(ToOwned::to_owned).collect();
        lists = card.texts("lists", true).into_iter().map(ToOwned::to_owned).collect();
        card.finish();
    }
    fields.finish();
    let text = |text: &str| text.to_owned().into();
    let subject = || {
        Some(Subject {
            id: text(id?),
            title: text(title?),
            intro: text(intro?),
            one: text(one?),
            many: text(many?),
            date: date?,
            badges: Vec::new(),
            lists: Vec::new(),
            purposes: Vec::new(),
            stop_words: Vec::new(),
            shared: None,
            contest: contest
                .zip(entries)
                .map(|(url, folder)| Contest { url: text(url), folder: text(folder) }),
        })
    };
    let entries = entries.map(ToOwned::to_owned);
    SubjectFile { subject: subject(), date, entries, badges, lists, purposes, shared }
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
        let badges = look_up("card.badges", &self.badges);
        let lists = look_up("card.lists", &self.lists);
        // Without a statement, what a card lists.
        let purposes = if self.purposes.is_empty() {
            lists.clone()
        } else {
            look_up("purposes", &self.purposes)
        };
        let shared = look_up("shared", self.shared.as_slice()).first().copied();
        self.subject.map(|subject| Subject { badges, lists, purposes, shared, ..subject })
    }
}
