//! `audit.toml`: which alternatives are expected to be recommended, and known findings, each with
//! the reason why it is accepted.

use serde::Serialize;

use super::Check;
use crate::authoring::fields::{Fields, parse_optional};
use crate::authoring::{Files, Rule, Violation, Violations};
use crate::domain::catalog::{Alternative, Catalog};

const FILE: &str = "audit.toml";

/// What a catalog says about its audit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// The ids of the alternatives that should be first now and then.
    pub expected: Vec<String>,
    /// The known findings.
    pub exceptions: Vec<Exception>,
}

/// A known finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exception {
    /// The check.
    pub check: Check,
    /// The subject of the finding, written as in the finding.
    pub subject: String,
    /// Why it is accepted.
    pub reason: String,
}

/// The settings of a catalog; none if it has no such file.
///
/// # Errors
/// All violations in the file.
pub fn settings(files: &Files, catalog: &Catalog) -> Result<Settings, Vec<Violation>> {
    let violations = Violations::default();
    let mut settings = Settings::default();
    let table = parse_optional(files, FILE, &violations);
    if let Some(table) = table {
        let mut fields = Fields::new(FILE, String::new(), &table, &violations);
        if let Some(one) = fields.optional_table("expected") {
            settings.expected = expected(one, catalog);
        }
        for one in fields.tables("exception", false) {
            read(one, &mut settings.exceptions);
        }
        fields.finish();
    }
    let violations = violations.into_sorted();
    if violations.is_empty() { Ok(settings) } else { Err(violations) }
}

/// The alternatives that have a value of a criterion.
fn expected(mut fields: Fields<'_>, catalog: &Catalog) -> Vec<String> {
    let mut expected = Vec::new();
    if let (Some(criterion), Some(value)) = (fields.text("criterion"), fields.text("value")) {
        match catalog.find_criterion(criterion) {
            None => {
                let message = "is no criterion".to_owned();
                fields.wrong("criterion", criterion, Rule::BrokenReference, message);
            }
            Some(id) => {
                let values = catalog.scale_of(id).into_iter().flat_map(|scale| &scale.values);
                let at = (0_u8..).zip(values).find(|(_, one)| one.id == value).map(|(at, _)| at);
                let has = |one: &&Alternative| at.is_some_and(|at| one.fact(id).value.has(at));
                let all = catalog.alternatives.iter().filter(has);
                expected.extend(all.map(|one| one.id.to_string()));
                if expected.is_empty() {
                    let message = "is a value of no entry".to_owned();
                    fields.wrong("value", value, Rule::UnknownTag, message);
                }
            }
        }
    }
    fields.finish();
    expected
}

fn read(mut fields: Fields<'_>, all: &mut Vec<Exception>) {
    let check = fields.word("rule", &Check::ALL);
    let subject = fields.short("subject", 120);
    let reason = fields.short("reason", 300);
    if let (Some(check), Some(subject), Some(reason)) = (check, subject, reason) {
        if all.iter().any(|other| other.check == check && other.subject == subject) {
            let message = "has an exception from this rule already".to_owned();
            fields.wrong("subject", subject, Rule::Repeated, message);
        }
        all.push(Exception { check, subject: subject.to_owned(), reason: reason.to_owned() });
    }
    fields.finish();
}
