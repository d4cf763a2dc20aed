//! `criteria.toml`: groups, scales and criteria.

use super::fields::{Fields, parse, report_duplicates, report_too_many};
use super::{Files, Rule, Violations};
use crate::domain::catalog::{Criterion, CriterionId, Group, Kind, Scale, ScaleValue};

pub(super) const FILE: &str = "criteria.toml";

/// The scale whose facts name a provider.
pub(super) const PROVISION: &str = "provision";

/// The content of `criteria.toml`, without the parts that have violations.
#[derive(Default)]
#[expect(clippy::struct_field_names, reason = "the fields are the lists of the file, by name")]
pub(super) struct Criteria {
    pub(super) groups: Vec<Group>,
    pub(super) scales: Vec<Scale>,
    pub(super) criteria: Vec<Criterion>,
}

impl Criteria {
    /// The criterion with an id.
    pub(super) fn find(&self, id: &str) -> Option<CriterionId> {
        let at = self.criteria.iter().position(|criterion| criterion.id == id)?;
        u8::try_from(at).ok().map(CriterionId)
    }

    /// The scale of a criterion.
    pub(super) fn scale_of(&self, id: CriterionId) -> Option<&Scale> {
        match self.criteria.get(id.index())?.kind {
            Kind::One(scale) | Kind::Many(scale) => self.scales.get(usize::from(scale)),
            Kind::Text | Kind::Date => None,
        }
    }
}

pub(super) fn read(files: &Files, violations: &Violations) -> Criteria {
    let Some(table) = parse(files, FILE, violations) else {
        return Criteria::default();
    };
    let mut fields = Fields::new(FILE, String::new(), &table, violations);
    let groups = fields.tables("group", true).into_iter().filter_map(group).collect();
    let scales = fields.tables("scale", true).into_iter().filter_map(|f| scale(f, violations));
    let mut all = Criteria { groups, scales: scales.collect(), criteria: Vec::new() };
    let criteria = fields.tables("criterion", true).into_iter();
    all.criteria = criteria.filter_map(|fields| criterion(fields, &all)).collect();
    fields.finish();
    report_duplicates(all.groups.iter().map(|group| group.id.as_ref()), FILE, "group", violations);
    report_duplicates(all.scales.iter().map(|scale| scale.id.as_ref()), FILE, "scale", violations);
    let ids = all.criteria.iter().map(|criterion| criterion.id.as_ref());
    report_duplicates(ids, FILE, "criterion", violations);
    report_too_many(all.groups.len(), 64, "groups", FILE, "group", violations);
    report_too_many(all.scales.len(), 64, "scales", FILE, "scale", violations);
    report_too_many(all.criteria.len(), 255, "criteria", FILE, "criterion", violations);
    all
}

fn group(mut fields: Fields<'_>) -> Option<Group> {
    let id = fields.id("id");
    let label = fields.short("label", 40);
    fields.finish();
    Some(Group { id: id?.to_owned().into(), label: label?.to_owned().into() })
}

fn scale(mut fields: Fields<'_>, violations: &Violations) -> Option<Scale> {
    let id = fields.id("id");
    let ordered = fields.flag("ordered");
    let values: Vec<_> =
        fields.tables("values", true).into_iter().filter_map(scale_value).collect();
    let ids = values.iter().map(|value| value.id.as_ref());
    report_duplicates(ids, fields.file(), &fields.at("values"), violations);
    report_too_many(values.len(), 64, "values", FILE, &fields.at("values"), violations);
    fields.report_empty_list("values", "a scale has at least one value");
    fields.finish();
    Some(Scale { id: id?.to_owned().into(), ordered, values })
}

fn scale_value(mut fields: Fields<'_>) -> Option<ScaleValue> {
    let id = fields.id("id");
    let label = fields.short("label", 40);
    let glyph = fields.optional_short("glyph", 1).unwrap_or_default();
    let means = fields.optional_short("means", 120).unwrap_or_default();
    fields.finish();
    let text = |text: &str| text.to_owned().into();
    Some(ScaleValue {
        id: text(id?),
        label: text(label?),
        glyph: text(glyph),
        means: text(means),
        aliases: Vec::new(),
    })
}

fn criterion(mut fields: Fields<'_>, all: &Criteria) -> Option<Criterion> {
    let id = fields.id("id");
    let label = fields.short("label", 40);
    let means = fields.short("means", 200);
    let group = fields.text("group").and_then(|name| {
        let found = all.groups.iter().position(|group| group.id == name);
        if found.is_none() {
            fields.wrong("group", name, Rule::BrokenReference, "is not a group".to_owned());
        }
        found.and_then(|at| u8::try_from(at).ok())
    });
    let words = [("one", 'o'), ("many", 'm'), ("text", 't'), ("date", 'd')];
    let kind = match fields.word("kind", &words) {
        Some('t') => Some(Kind::Text),
        Some('d') => Some(Kind::Date),
        Some(word) => {
            let scale = fields.text("scale").and_then(|name| {
                let found = all.scales.iter().position(|scale| scale.id == name);
                if found.is_none() {
                    fields.wrong("scale", name, Rule::BrokenReference, "is not a scale".to_owned());
                }
                found.and_then(|at| u8::try_from(at).ok())
            });
            scale.map(|at| if word == 'o' { Kind::One(at) } else { Kind::Many(at) })
        }
        None => {
            // Added as known, so that one mistake is not reported twice.
            let _ = fields.optional_text("scale");
            None
        }
    };
    let editorial = fields.flag("editorial");
    fields.finish();
    let text = |text: &str| text.to_owned().into();
    Some(Criterion {
        id: text(id?),
        label: text(label?),
        means: text(means?),
        group: group?,
        kind: kind?,
        editorial,
        aliases: Vec::new(),
    })
}
