//! The facts of an entry: one for each criterion, with its value, source and day.

use toml::Value as Toml;

use super::criteria::{Criteria, PROVISION};
use super::fields::{Fields, PLACEHOLDER, shown};
use super::sources::{Sources, cited, report_future};
use super::{Rule, limits};
use crate::domain::catalog::{Backing, Criterion, Date, Fact, Kind, Value};

/// Reads all facts; none if one is missing or has a violation.
pub(super) fn facts(
    table: &mut Fields<'_>,
    criteria: &Criteria,
    mut sources: Option<&mut Sources>,
    newest: Option<Date>,
) -> Option<Vec<(Fact, Backing)>> {
    let mut facts = Vec::new();
    for criterion in &criteria.criteria {
        if !table.has(&criterion.id) {
            let message = format!("there is no fact for the criterion '{}'", criterion.label);
            table.wrong(&criterion.id, "", Rule::MissingFact, message);
        }
        if let Some(fields) = table.optional_table(&criterion.id) {
            facts.push(fact(fields, criterion, criteria, sources.as_deref_mut(), newest));
        }
    }
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    (facts.len() == criteria.criteria.len()).then_some(facts)
}

fn fact(
    mut fields: Fields<'_>,
    criterion: &Criterion,
    criteria: &Criteria,
    sources: Option<&mut Sources>,
    newest: Option<Date>,
) -> Option<(Fact, Backing)> {
    let raw = fields.any("value");
    if raw.is_some_and(is_placeholder) {
        // The fields of a value are only checked once there is one.
        fields.to_fill("value", &wanted(criterion, criteria));
        if let Some(sources) = sources {
            sources.is_pending = true;
        }
        return None;
    }
    let value = raw.and_then(|raw| value(&fields, "value", raw, criterion, criteria, newest));
    let by = fields.optional_short("by", limits::BY);
    let note = if criterion.editorial && fields.has("note") {
        fields.short("note", limits::NOTE)
    } else {
        fields.optional_short("note", limits::NOTE)
    };
    let cited = cited(&mut fields, sources);
    let checked = fields.optional_day("checked");
    if let Some(checked) = checked {
        report_future(&fields, "checked", checked, newest);
    }
    let of = fields.optional_date("of");
    let date = checked.or(cited.oldest);
    for (limit, what) in
        [(date, "the day on which it was read"), (criterion.newest_run, "the newest run")]
    {
        if let Some((of, limit)) = of.zip(limit).filter(|(of, limit)| of > limit) {
            let message = format!("is after {what}, {limit}");
            fields.wrong("of", &of.to_string(), Rule::LateDay, message);
        }
    }
    let known = value.as_ref().is_some_and(Value::is_known);
    if known && criterion.newest_run.is_some() && !fields.has("of") {
        let message = "what is measured says the day of its run".to_owned();
        fields.wrong("of", "", Rule::MissingField, message);
    }
    if known && !cited.named {
        let message = "a known fact needs a source".to_owned();
        fields.wrong("source", "", Rule::MissingSource, message);
    }
    if known && criterion.editorial && note.is_none() && !fields.has("note") {
        let message = "an editors' view needs its reason in 'note'".to_owned();
        fields.wrong("note", "", Rule::MissingReason, message);
    }
    if by.is_none() && !fields.has("by") && provides(value.as_ref(), criterion, criteria) {
        let message = "a capability says what provides it".to_owned();
        fields.wrong("by", "", Rule::MissingProvider, message);
    }
    let unknown = value.as_ref().is_some_and(|value| !value.is_known());
    if unknown && date.is_none() && !cited.named && !fields.has("checked") {
        let message = "an unknown fact without a source says when it was looked for".to_owned();
        fields.wrong("checked", "", Rule::MissingField, message);
    }
    fields.finish();
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned().into();
    let fact = Fact { value: value?, by: text(by), checked: date?, of };
    let backing = Backing { note: text(note), sources: cited.positions };
    Some((fact, backing))
}

/// Whether a value is still the placeholder of the template, alone or as the only one of a list.
fn is_placeholder(raw: &Toml) -> bool {
    match raw {
        Toml::String(text) => text == PLACEHOLDER,
        Toml::Array(tags) => matches!(tags.as_slice(), [only] if is_placeholder(only)),
        _ => false,
    }
}

/// The possible values of a criterion's fact, for a message.
fn wanted(criterion: &Criterion, criteria: &Criteria) -> String {
    let tags = |scale: u8| {
        let values = criteria.scales.get(usize::from(scale)).map_or(&[][..], |scale| &scale.values);
        values.iter().map(|value| value.id.as_ref()).collect::<Vec<_>>().join(", ")
    };
    match criterion.kind {
        Kind::One(scale) => format!("one of {}, or unknown", tags(scale)),
        Kind::Many(scale) => {
            format!("a list of some of {}, or unknown without a list", tags(scale))
        }
        Kind::Date => "a date such as 2005-07-21, 2005-07 or 2005, or unknown".to_owned(),
        Kind::Text => "a text, or unknown".to_owned(),
    }
}

/// Whether a fact says that something provides a capability.
fn provides(value: Option<&Value>, criterion: &Criterion, criteria: &Criteria) -> bool {
    let (Kind::One(at), Some(Value::One(level))) = (criterion.kind, value) else {
        return false;
    };
    criteria.scales.get(usize::from(at)).is_some_and(|scale| {
        scale.id == PROVISION
            && scale.values.get(usize::from(*level)).is_some_and(|level| level.id != "none")
    })
}

/// The value of a fact, in a field.
pub(super) fn value(
    fields: &Fields<'_>,
    field: &str,
    raw: &Toml,
    criterion: &Criterion,
    criteria: &Criteria,
    newest: Option<Date>,
) -> Option<Value> {
    let wrong = |expected: &str| {
        fields.wrong(field, &shown(raw), Rule::WrongType, format!("should be {expected}"));
    };
    if raw.as_str() == Some("unknown") {
        return Some(Value::Unknown);
    }
    match criterion.kind {
        Kind::Text => match raw.as_str() {
            Some(text) if text.trim().is_empty() => {
                fields.wrong(field, text, Rule::Empty, "is empty".to_owned());
            }
            Some(text) => return Some(Value::Text(text.to_owned().into())),
            None => wrong("a text"),
        },
        Kind::Date => match raw.as_str().map(str::parse::<Date>) {
            Some(Ok(date)) => {
                report_future(fields, field, date, newest);
                return Some(Value::Date(date));
            }
            Some(Err(_)) => {
                let message = "is no date of the form 2005, 2005-07 or 2005-07-21".to_owned();
                fields.wrong(field, &shown(raw), Rule::BadDate, message);
            }
            None => wrong("a text such as '2005-07-21'"),
        },
        Kind::One(scale) => match raw.as_str() {
            Some(tag) => return position(fields, field, tag, scale, criteria).map(Value::One),
            None => wrong("one tag, without a list"),
        },
        Kind::Many(scale) => match raw.as_array() {
            Some(tags) => return many(fields, field, tags, scale, criteria).map(Value::Many),
            None => wrong("a list of tags, in square brackets"),
        },
    }
    None
}

fn many(
    fields: &Fields<'_>,
    field: &str,
    tags: &[Toml],
    scale: u8,
    criteria: &Criteria,
) -> Option<u64> {
    let mut bits = 0_u64;
    for tag in tags {
        let Some(tag) = tag.as_str() else {
            let message = "should be a list of tags".to_owned();
            fields.wrong(field, &shown(tag), Rule::WrongType, message);
            return None;
        };
        let at = position(fields, field, tag, scale, criteria)?;
        if bits >> at & 1 == 1 {
            fields.wrong(field, tag, Rule::Repeated, "stands in the list twice".to_owned());
        }
        bits |= 1 << at;
    }
    Some(bits)
}

fn position(
    fields: &Fields<'_>,
    field: &str,
    tag: &str,
    scale: u8,
    criteria: &Criteria,
) -> Option<u8> {
    let values = &criteria.scales.get(usize::from(scale))?.values;
    let at = values.iter().take(64).position(|value| value.id == tag);
    if at.is_none() {
        let known: Vec<_> = values.iter().map(|value| value.id.as_ref()).collect();
        let message = if tag == "unknown" {
            "stands by itself and in no list".to_owned()
        } else {
            format!("is not one of {}", known.join(", "))
        };
        fields.wrong(field, tag, Rule::UnknownTag, message);
    }
    at.and_then(|at| u8::try_from(at).ok())
}
