//! `audit.toml`: known findings, each with the reason why it is accepted.

use serde::Serialize;

use super::Check;
use crate::authoring::fields::{Fields, parse};
use crate::authoring::{Files, Rule, Violation, Violations};

const FILE: &str = "audit.toml";

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

/// The exceptions of a catalog; none if it has no such file.
///
/// # Errors
/// All violations in the file.
pub fn exceptions(files: &Files) -> Result<Vec<Exception>, Vec<Violation>> {
    let violations = Violations::default();
    let mut all: Vec<Exception> = Vec::new();
    let table = files.get(FILE).and_then(|_| parse(files, FILE, &violations));
    if let Some(table) = table {
        let mut fields = Fields::new(FILE, String::new(), &table, &violations);
        for one in fields.tables("exception", true) {
            read(one, &mut all);
        }
        fields.finish();
    }
    let violations = violations.into_sorted();
    if violations.is_empty() { Ok(all) } else { Err(violations) }
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
