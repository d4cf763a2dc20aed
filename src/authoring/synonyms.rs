//! `synonyms.toml`: words that people search for the catalog's own terms by, and words that a search
//! leaves out. A catalog can do without this file.
//!
//! The words are added to the values, capabilities and entries that they lead to.

use std::collections::BTreeSet;

use implicit_clone::unsync::IString;

use super::criteria::{Criteria, PROVISION};
use super::fields::{Fields, parse_optional};
use super::{Files, Rule, Violations};
use crate::domain::browse::phrase::{Closeness, closeness, phrase};
use crate::domain::catalog::{Alternative, Kind};

const FILE: &str = "synonyms.toml";

/// What a synonym leads to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    /// A value of a scale.
    Value(usize, usize),
    /// A capability.
    Capability(usize),
    /// An entry.
    Entry(usize),
}

/// Adds the synonyms to what they lead to, and returns the words that a search leaves out.
pub(super) fn read(
    files: &Files,
    criteria: &mut Criteria,
    entries: &mut [&mut Alternative],
    violations: &Violations,
) -> Vec<IString> {
    let Some(table) = parse_optional(files, FILE, violations) else {
        return Vec::new();
    };
    // An entry with a violation of its own is not among the entries.
    let all_are_there = violations.is_empty();
    let mut fields = Fields::new(FILE, String::new(), &table, violations);
    let ignored = fields.texts("ignore", false);
    for word in &ignored {
        let said = phrase(word, &[]);
        if said.contains(' ') || said.is_empty() {
            let message = "should be one word".to_owned();
            fields.wrong("ignore", word, Rule::BadWord, message);
        }
    }
    let left_out: Vec<_> = ignored.iter().map(|word| phrase(word, &[])).collect();
    let mut seen = BTreeSet::new();
    for mut synonym in fields.tables("synonym", false) {
        let words = synonym.texts("words", true);
        synonym.report_empty_list("words", "a synonym has at least one word");
        let target = target(&mut synonym, criteria, entries, all_are_there);
        for word in &words {
            // Spaces do not count in a search, and neither do the words that it leaves out.
            let said = phrase(word, &left_out).replace(' ', "");
            let wrong = |rule, message: &str| {
                synonym.wrong("words", word, rule, message.to_owned());
            };
            if said.is_empty() {
                wrong(Rule::Empty, "leaves no word to search for");
            } else if let Some(target) = target {
                if !seen.insert((said.clone(), target)) {
                    wrong(Rule::Repeated, "leads there already");
                } else if is_said(&said, target, criteria, entries) {
                    wrong(Rule::Repeated, "is found there without a synonym");
                }
            }
        }
        synonym.finish();
        if let Some(target) = target {
            let words = words.into_iter().map(|word| word.to_owned().into());
            aliases(target, criteria, entries).extend::<Vec<IString>>(words.collect());
        }
    }
    fields.finish();
    ignored.into_iter().map(|word| word.to_owned().into()).collect()
}

/// What a synonym leads to: a criterion that is a capability, an entry, or a value of a scale. The
/// others of these fields are reported as unknown.
fn target(
    fields: &mut Fields<'_>,
    criteria: &Criteria,
    entries: &[&mut Alternative],
    all_are_there: bool,
) -> Option<Target> {
    let target = if fields.has("criterion") {
        Target::Capability(capability(fields, criteria)?)
    } else if fields.has("entry") {
        let name = fields.text("entry")?;
        let found = entries.iter().position(|entry| entry.id == name);
        if found.is_none() && all_are_there {
            fields.wrong("entry", name, Rule::BrokenReference, "is not an entry".to_owned());
        }
        Target::Entry(found?)
    } else {
        let (name, value) = (fields.text("scale"), fields.text("value"));
        let name = name?;
        let scale = criteria.scales.iter().position(|scale| scale.id == name);
        if scale.is_none() {
            fields.wrong("scale", name, Rule::BrokenReference, "is not a scale".to_owned());
        }
        let (scale, value) = (scale?, value?);
        let known = &criteria.scales[scale];
        if known.id == PROVISION {
            let message = "has levels of capabilities; name the criterion instead".to_owned();
            fields.wrong("scale", name, Rule::BrokenReference, message);
            return None;
        }
        let at = known.values.iter().position(|one| one.id == value);
        if at.is_none() {
            let message = format!("is not a value of the scale '{name}'");
            fields.wrong("value", value, Rule::UnknownTag, message);
        }
        Target::Value(scale, at?)
    };
    if all_are_there && !leads_somewhere(target, criteria, entries) {
        let message = "leads to no entry".to_owned();
        fields.wrong("words", "", Rule::NothingThere, message);
    }
    Some(target)
}

fn capability(fields: &mut Fields<'_>, criteria: &Criteria) -> Option<usize> {
    let name = fields.text("criterion")?;
    let Some(id) = criteria.find(name) else {
        fields.wrong("criterion", name, Rule::BrokenReference, "is not a criterion".to_owned());
        return None;
    };
    if criteria.scale_of(id).is_none_or(|scale| scale.id != PROVISION) {
        let message = "is not a capability; name a scale and a value instead".to_owned();
        fields.wrong("criterion", name, Rule::BrokenReference, message);
        return None;
    }
    Some(id.index())
}

/// Whether some entry has what a synonym leads to.
fn leads_somewhere(target: Target, criteria: &Criteria, entries: &[&mut Alternative]) -> bool {
    let has = |entry: &Alternative| match target {
        Target::Entry(_) => true,
        Target::Capability(at) => !entry.facts[at].by.is_empty(),
        Target::Value(scale, value) => {
            entry.facts.iter().zip(&criteria.criteria).any(|(fact, known)| {
                matches!(known.kind, Kind::One(own) | Kind::Many(own) if usize::from(own) == scale)
                    && u8::try_from(value).is_ok_and(|value| fact.value.has(value))
            })
        }
    };
    entries.iter().any(|entry| has(entry))
}

/// Whether a search finds the target by its own label, id or name already.
fn is_said(said: &str, target: Target, criteria: &Criteria, entries: &[&mut Alternative]) -> bool {
    let is_whole = |text: &str, as_one: bool| {
        closeness(said, &phrase(text, &[]), as_one) == Some(Closeness::Whole)
    };
    let [label, id] = match target {
        Target::Value(scale, value) => {
            let known = &criteria.scales[scale].values[value];
            [&known.label, &known.id]
        }
        Target::Capability(at) => {
            let known = &criteria.criteria[at];
            [&known.label, &known.id]
        }
        Target::Entry(at) => {
            let known = &*entries[at];
            if known.aliases.iter().any(|alias| is_whole(alias, true)) {
                return true;
            }
            [&known.name, &known.id]
        }
    };
    is_whole(label, false) || is_whole(id, false)
}

/// The list that a synonym's words are added to.
fn aliases<'a>(
    target: Target,
    criteria: &'a mut Criteria,
    entries: &'a mut [&mut Alternative],
) -> &'a mut Vec<IString> {
    match target {
        Target::Value(scale, value) => &mut criteria.scales[scale].values[value].aliases,
        Target::Capability(at) => &mut criteria.criteria[at].aliases,
        Target::Entry(at) => &mut entries[at].aliases,
    }
}
