//! `cases.toml`: described needs whose outcome is public, with the answers of somebody who did not
//! know it.
//!
//! Only what the advice is measured by is kept. The rest is for people; it is checked all the same.

use super::fields::{Fields, parse_optional, report_duplicates};
use super::{Files, Rule, Violation, Violations};
use crate::domain::catalog::{AltId, Catalog, Date};
use crate::domain::decide::Answers;
use crate::domain::permalink;
use crate::domain::state::State;

const FILE: &str = "cases.toml";

/// The date of a source that has none.
const UNDATED: &str = "undated";

/// A described need, and what was chosen for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: String,
    /// The need as answers.
    pub answers: Answers,
    /// What the need says and no answer can.
    pub unsaid: Vec<String>,
    /// What was chosen.
    pub chosen: AltId,
    /// What was looked at and set aside.
    pub turned_down: Vec<AltId>,
    /// Whether the reason of the choice is not about fit.
    pub is_disputed: bool,
    /// Whether it is kept for a last look, and never looked at before.
    pub is_aside: bool,
}

/// The cases of a catalog; none if it has no such file.
///
/// # Errors
/// All violations in the file.
pub fn cases(files: &Files, catalog: &Catalog) -> Result<Vec<Case>, Vec<Violation>> {
    let violations = Violations::default();
    let cases = read(files, catalog, &violations);
    let violations = violations.into_sorted();
    if violations.is_empty() { Ok(cases) } else { Err(violations) }
}

pub(super) fn read(files: &Files, catalog: &Catalog, violations: &Violations) -> Vec<Case> {
    let table = parse_optional(files, FILE, violations);
    let Some(table) = table else {
        return Vec::new();
    };
    let mut fields = Fields::new(FILE, String::new(), &table, violations);
    let all = fields.tables("case", true);
    let cases: Vec<_> = all.into_iter().filter_map(|fields| case(fields, catalog)).collect();
    fields.finish();
    report_duplicates(cases.iter().map(|case| case.id.as_str()), FILE, "case", violations);
    cases
}

fn case(mut fields: Fields<'_>, catalog: &Catalog) -> Option<Case> {
    let id = fields.id("id");
    let chosen = fields.text("chosen").and_then(|id| entry(&fields, "chosen", id, catalog));
    let turned_down = fields.texts("turned_down", true).into_iter();
    let turned_down: Vec<_> =
        turned_down.filter_map(|id| entry(&fields, "turned_down", id, catalog)).collect();
    if let Some(chosen) = chosen.filter(|chosen| turned_down.contains(chosen)) {
        let message = "is what was chosen".to_owned();
        let id = &catalog.alternative(chosen).id;
        fields.wrong("turned_down", id, Rule::Contradiction, message);
    }
    // For people: no need to keep them.
    fields.text("need");
    fields.text("why");
    fields.text("title");
    source(&mut fields);
    fields.texts("considered", true);
    dates(&mut fields, catalog.subject.date);
    let unsaid = fields.texts("unsaid", true).into_iter().map(ToOwned::to_owned).collect();
    let answers = fields.text("answers").map(|link| answers(&fields, link, catalog));
    let (is_disputed, is_aside) = (fields.flag("disputed"), fields.flag("aside"));
    fields.finish();
    Some(Case {
        id: id?.to_owned(),
        answers: answers?,
        unsaid,
        chosen: chosen?,
        turned_down,
        is_disputed,
        is_aside,
    })
}

fn entry(fields: &Fields<'_>, field: &str, id: &str, catalog: &Catalog) -> Option<AltId> {
    let found = catalog.find_alternative(id);
    if found.is_none() {
        fields.wrong(field, id, Rule::BrokenReference, "is no entry".to_owned());
    }
    found
}

/// An address; old posts are not all at https.
fn source(fields: &mut Fields<'_>) {
    if let Some(text) = fields.text("source") {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        if rest.is_none_or(|rest| !rest.contains('.') || rest.contains(char::is_whitespace)) {
            let message = "should be an address that starts with https:// or http://".to_owned();
            fields.wrong("source", text, Rule::BadAddress, message);
        }
    }
}

/// The day on which the source was read, and its own date, which is not later.
fn dates(fields: &mut Fields<'_>, newest: Date) {
    let wrong = |fields: &Fields<'_>, field, text, rule, message: &str| {
        fields.wrong(field, text, rule, message.to_owned());
    };
    let mut latest = newest;
    if let Some(text) = fields.text("read") {
        match text.parse::<Date>().ok().filter(|date| date.day > 0) {
            None => wrong(fields, "read", text, Rule::BadDate, "should be a day"),
            Some(date) if date > newest => {
                wrong(fields, "read", text, Rule::FutureDate, "is after the catalog's own date");
            }
            Some(date) => latest = date,
        }
    }
    if let Some(text) = fields.text("date").filter(|text| *text != UNDATED) {
        match text.parse::<Date>() {
            Err(_) => {
                let message = "should be a year, a month, a day, or 'undated'";
                wrong(fields, "date", text, Rule::BadDate, message);
            }
            Ok(date) if date > latest => {
                wrong(fields, "date", text, Rule::FutureDate, "is after the source was read");
            }
            Ok(_) => {}
        }
    }
}

/// The answers of a link that holds some, and nothing else.
fn answers(fields: &Fields<'_>, link: &str, catalog: &Catalog) -> Answers {
    let wrong = |value: &str, message: String| {
        fields.wrong("answers", value, Rule::BadLink, message);
    };
    if !link.starts_with('?') {
        wrong(link, "should start with '?'".to_owned());
    }
    let decoded = permalink::decode(catalog, link);
    for ignored in &decoded.ignored {
        let part = format!("{}={}", ignored.name, ignored.value);
        wrong(&part, format!("is not understood ({:?})", ignored.why));
    }
    let answers = decoded.state.answers.clone();
    if decoded.state != (State { answers: answers.clone(), ..State::new(catalog) }) {
        wrong(link, "should hold answers and nothing else".to_owned());
    }
    if answers.is_empty() {
        wrong(link, "answers no question".to_owned());
    }
    answers
}
