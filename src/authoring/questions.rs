//! `questions.toml`: the questions, and what a fact is worth for them.
//!
//! Whether any entry meets an option is checked in `cross`, because that needs the entries.

use std::collections::BTreeMap;

use super::criteria::Criteria;
use super::fields::{Fields, parse, report_duplicates, report_too_many};
use super::{Files, Rule, Violations, former};
use crate::domain::catalog::{
    Choice, Combine, CriterionId, FULL, Former, Kind, OptionGroup, Question, Reason, Scale, Select,
    Term,
};

pub(super) const FILE: &str = "questions.toml";

/// Named lists of utilities, by value of a scale.
type Curves<'a> = BTreeMap<String, Vec<(&'a str, u16)>>;

pub(super) fn read(
    files: &Files,
    criteria: &Criteria,
    former: &mut Vec<Former>,
    violations: &Violations,
) -> Vec<Question> {
    let Some(table) = parse(files, FILE, violations) else {
        return Vec::new();
    };
    let mut fields = Fields::new(FILE, String::new(), &table, violations);
    let mut curves = Curves::new();
    if let Some(mut all) = fields.optional_table("curve") {
        for name in all.names() {
            if let Some(mut curve) = all.optional_table(name) {
                curves.insert(name.to_owned(), utilities(&mut curve));
                curve.finish();
            }
        }
        all.finish();
    }
    let questions: Vec<_> = fields
        .tables("question", true)
        .into_iter()
        .filter_map(|fields| question(fields, criteria, &curves, former, violations))
        .collect();
    fields.finish();
    report_duplicates(
        questions.iter().map(|question| question.id.as_ref()),
        FILE,
        "question",
        violations,
    );
    report_too_many(questions.len(), 64, "questions", FILE, "question", violations);
    questions
}

fn question(
    mut fields: Fields<'_>,
    criteria: &Criteria,
    curves: &Curves<'_>,
    former: &mut Vec<Former>,
    violations: &Violations,
) -> Option<Question> {
    let id = fields.id("id");
    let was = fields.was();
    former::add(former, "a", id.unwrap_or_default(), &was);
    let own = ["a.", id.unwrap_or_default()].concat();
    if let Some(id) = id.filter(|id| *id == "review") {
        let message = "is the name of the last step, and no question's".to_owned();
        fields.wrong("id", id, Rule::DuplicateId, message);
    }
    let label = fields.short("label", 24);
    let prompt = fields.short("prompt", 80);
    let opening = fields.optional_short("opening", 40).unwrap_or_default();
    let why = fields.short("why", 140);
    let words = [("one", Select::One), ("any", Select::Any), ("all", Select::All)];
    let select = fields.word("select", &words);
    let can_must = fields.flag("must");
    let must_at = fields.utility("must-at").unwrap_or(FULL);
    let others = fields.optional_short("others", 60);
    if let Some(others) = others.filter(|_| !can_must || select == Some(Select::All)) {
        let message = "needs 'must', and 'one' or 'any' to select".to_owned();
        fields.wrong("others", others, Rule::BadWord, message);
    }
    let full = fields.short("full", 100);
    let none = fields.short("none", 100);
    let headings: Vec<_> = fields.tables("groups", false).into_iter().filter_map(heading).collect();
    let heading_ids = headings.iter().map(|(id, _)| *id);
    report_duplicates(heading_ids, fields.file(), &fields.at("groups"), violations);
    let (options, grouped): (Vec<_>, Vec<_>) = fields
        .tables("option", true)
        .into_iter()
        .filter_map(|fields| option(fields, criteria, curves, &headings, (&own, former)))
        .unzip();
    let groups = groups(&fields, &headings, &grouped);
    let ids = options.iter().map(|option| option.id.as_ref());
    report_duplicates(ids, fields.file(), &fields.at("option"), violations);
    report_too_many(options.len(), 32, "options", FILE, &fields.at("option"), violations);
    fields.report_empty_list("option", "a question has at least one option");
    let reason = fields.table("reason").and_then(reason);
    fields.finish();
    let text = |text: &str| text.to_owned().into();
    Some(Question {
        id: text(id?),
        label: text(label?),
        prompt: text(prompt?),
        opening: text(opening),
        why: text(why?),
        select: select?,
        can_must,
        must_at: must_at.max(1),
        full: text(full?),
        none: text(none?),
        others: text(others.unwrap_or_default()),
        options,
        groups,
        reason: reason?,
    })
}

fn reason(mut fields: Fields<'_>) -> Option<Reason> {
    let mut sentence = |field: &str, required: bool| {
        let text = if required {
            fields.short(field, 120)
        } else {
            Some(fields.optional_short(field, 120).unwrap_or_default())
        };
        if let Some(text) = text {
            report_placeholders(
                &fields,
                field,
                text,
                &["name", "option", "options", "value", "by"],
            );
        }
        text.map(|text| text.to_owned().into())
    };
    let best = sentence("best", false);
    let full = sentence("full", true);
    let part = sentence("part", true);
    let none = sentence("none", true);
    let unknown = sentence("unknown", true);
    fields.finish();
    Some(Reason { best: best?, full: full?, part: part?, none: none?, unknown: unknown? })
}

/// The id and the label of a heading over options.
fn heading(mut fields: Fields<'_>) -> Option<(&str, &str)> {
    let id = fields.id("id");
    let label = fields.short("label", 40);
    fields.finish();
    Some((id?, label?))
}

/// The groups of options, from the group that each option names. The options of one group stand
/// together, in the order of the groups.
fn groups(
    fields: &Fields<'_>,
    headings: &[(&str, &str)],
    grouped: &[Option<usize>],
) -> Vec<OptionGroup> {
    for (at, (id, _)) in headings.iter().enumerate() {
        if !grouped.is_empty() && !grouped.contains(&Some(at)) {
            let message = "is the group of no option".to_owned();
            fields.wrong("groups", id, Rule::NothingThere, message);
        }
    }
    if let Some(at) = grouped.windows(2).find(|both| both[0] > both[1]).and_then(|both| both[1]) {
        let message = "has options after those of a later group".to_owned();
        fields.wrong("groups", headings[at].0, Rule::OutOfOrder, message);
    }
    let counted = headings.iter().enumerate().map(|(at, (_, label))| OptionGroup {
        label: (*label).to_owned().into(),
        n_options: grouped.iter().filter(|group| **group == Some(at)).map(|_| 1).sum(),
    });
    counted.collect()
}

/// An option, and the index of its group.
fn option(
    mut fields: Fields<'_>,
    criteria: &Criteria,
    curves: &Curves<'_>,
    headings: &[(&str, &str)],
    (question, former): (&str, &mut Vec<Former>),
) -> Option<(Choice, Option<usize>)> {
    let id = fields.id("id");
    let was = fields.was();
    former::add(former, question, id.unwrap_or_default(), &was);
    let group = if headings.is_empty() { None } else { fields.text("group") };
    let at = group.and_then(|group| headings.iter().position(|(id, _)| *id == group));
    if let Some(group) = group.filter(|_| at.is_none()) {
        let message = "is not one of the question's groups".to_owned();
        fields.wrong("group", group, Rule::BrokenReference, message);
    }
    let label = fields.short("label", 60);
    let explain = fields.short("explain", 120);
    let combine = if fields.has("combine") {
        fields.word(
            "combine",
            &[("max", Combine::Max), ("mean", Combine::Mean), ("min", Combine::Min)],
        )
    } else {
        Some(Combine::Max)
    };
    let terms: Vec<_> = fields
        .tables("utility", true)
        .into_iter()
        .filter_map(|fields| term(fields, criteria, curves))
        .collect();
    fields.report_empty_list("utility", "an option needs a utility of some criterion");
    fields.finish();
    let text = |text: &str| text.to_owned().into();
    let choice = Choice {
        id: text(id?),
        label: text(label?),
        explain: text(explain?),
        combine: combine?,
        terms,
    };
    Some((choice, at))
}

fn term(mut fields: Fields<'_>, criteria: &Criteria, curves: &Curves<'_>) -> Option<Term> {
    let name = fields.text("criterion");
    let mut given = Vec::new();
    if fields.has("curve") {
        if let Some(curve) = fields.text("curve") {
            match curves.get(curve) {
                Some(found) => given.clone_from(found),
                None => {
                    fields.wrong("curve", curve, Rule::BrokenReference, "is no curve".to_owned());
                }
            }
        }
    } else if let Some(mut values) = fields.table("values") {
        given = utilities(&mut values);
        values.finish();
    }
    let has_otherwise = fields.has("otherwise");
    let otherwise = fields.utility("otherwise").unwrap_or(0);
    let name = name?;
    let Some(criterion) = criteria.find(name) else {
        fields.wrong("criterion", name, Rule::BrokenReference, "is not a criterion".to_owned());
        fields.finish();
        return None;
    };
    let Some(scale) = criteria.scale_of(criterion) else {
        let message = "has no scale to give utilities for".to_owned();
        fields.wrong("criterion", name, Rule::BrokenReference, message);
        fields.finish();
        return None;
    };
    let needs_all = !has_otherwise && is_one(criteria, criterion);
    let table = table(&fields, scale, &given, otherwise, needs_all);
    fields.finish();
    Some(Term { criterion, table, otherwise })
}

fn is_one(criteria: &Criteria, criterion: CriterionId) -> bool {
    matches!(criteria.criteria.get(criterion.index()).map(|known| known.kind), Some(Kind::One(_)))
}

fn table(
    fields: &Fields<'_>,
    scale: &Scale,
    given: &[(&str, u16)],
    otherwise: u16,
    needs_all: bool,
) -> Vec<u16> {
    for (tag, _) in given {
        if !scale.values.iter().any(|value| value.id == *tag) {
            let message = format!("is not a value of the scale '{}'", scale.id);
            fields.wrong("values", tag, Rule::UnknownTag, message);
        }
    }
    let utility = |value: &str| given.iter().find(|(tag, _)| *tag == value).map(|given| given.1);
    if needs_all {
        for value in scale.values.iter().filter(|value| utility(&value.id).is_none()) {
            let message = "has no utility here, and there is no 'otherwise'".to_owned();
            fields.wrong("values", &value.id, Rule::MissingUtility, message);
        }
    }
    scale.values.iter().map(|value| utility(&value.id).unwrap_or(otherwise)).collect()
}

fn utilities<'a>(fields: &mut Fields<'a>) -> Vec<(&'a str, u16)> {
    fields.names().into_iter().filter_map(|tag| Some((tag, fields.utility(tag)?))).collect()
}

pub(super) fn report_placeholders(fields: &Fields<'_>, field: &str, text: &str, known: &[&str]) {
    for rest in text.split('{').skip(1) {
        let name = rest.split('}').next().unwrap_or(rest);
        if !known.contains(&name) || !rest.contains('}') {
            let message = format!("is not one of {}", known.join(", "));
            fields.wrong(field, &format!("{{{name}}}"), Rule::BadPlaceholder, message);
        }
    }
}
