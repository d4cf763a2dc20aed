//! `criteria.toml`: groups, scales and criteria.

use super::fields::{Fields, parse, report_duplicates, report_too_many};
use super::{Files, Rule, Violations};
use crate::domain::catalog::{Criterion, CriterionId, FacetValue, Group, Kind, Scale, ScaleValue};

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
    /// Former ids: those of criteria, and those of values with the scale before them.
    pub(super) former: FormerIds,
}

impl Criteria {
    /// The criterion with an id.
    pub(super) fn find(&self, id: &str) -> Option<CriterionId> {
        let at = self.criteria.iter().position(|criterion| criterion.id == id)?;
        u8::try_from(at).ok().map(CriterionId)
    }

    /// The former ids of the value of a facet: of the scale's value, or of the criterion.
    pub(super) fn was(&self, value: &FacetValue) -> Vec<&str> {
        let criterion = &self.criteria[value.test.criterion.index()];
        let scale = self.scale_of(value.test.criterion).map(|scale| scale.id.as_ref());
        let is_criterion = criterion.id == value.id;
        let scale = if is_criterion { None } else { scale };
        let own = self
            .former
            .iter()
            .filter(|(of, now, _)| of.as_deref() == scale && value.id == now.as_str());
        own.map(|(.., was)| was.as_str()).collect()
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
    let mut former = Vec::new();
    let scales = fields.tables("scale", true).into_iter();
    let scales = scales.filter_map(|f| scale(f, &mut former, violations)).collect();
    let mut all = Criteria { groups, scales, criteria: Vec::new(), former: Vec::new() };
    let criteria = fields.tables("criterion", true).into_iter();
    all.criteria = criteria.filter_map(|fields| criterion(fields, &all, &mut former)).collect();
    all.former = former;
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

/// Former ids, as in [`Criteria::former`].
type FormerIds = Vec<(Option<String>, String, String)>;

fn add_former(former: &mut FormerIds, of: Option<&str>, id: Option<&str>, was: &[&str]) {
    let text = |text: &str| text.to_owned();
    let now = id.unwrap_or_default();
    former.extend(was.iter().map(|was| (of.map(text), text(now), text(was))));
}

fn scale(mut fields: Fields<'_>, former: &mut FormerIds, violations: &Violations) -> Option<Scale> {
    let id = fields.id("id");
    let ordered = fields.flag("ordered");
    let values = fields.tables("values", true).into_iter();
    let values: Vec<_> = values.filter_map(|value| scale_value(value, id, former)).collect();
    let ids = values.iter().map(|value| value.id.as_ref());
    report_duplicates(ids, fields.file(), &fields.at("values"), violations);
    report_too_many(values.len(), 64, "values", FILE, &fields.at("values"), violations);
    fields.report_empty_list("values", "a scale has at least one value");
    fields.finish();
    Some(Scale { id: id?.to_owned().into(), ordered, values })
}

fn scale_value(
    mut fields: Fields<'_>,
    scale: Option<&str>,
    former: &mut FormerIds,
) -> Option<ScaleValue> {
    let id = fields.id("id");
    add_former(former, scale, id, &fields.was());
    let label = fields.short("label", 40);
    let glyph = fields.optional_short("glyph", 1).unwrap_or_default();
    let means = fields.optional_short("means", 120).unwrap_or_default();
    let colour = fields.optional_short("colour", 7).unwrap_or_default();
    if !colour.is_empty() && !is_colour(colour) {
        fields.wrong(
            "colour",
            colour,
            Rule::BadWord,
            "should be # and six hexadecimal digits".to_owned(),
        );
    }
    fields.finish();
    let text = |text: &str| text.to_owned().into();
    Some(ScaleValue {
        id: text(id?),
        label: text(label?),
        glyph: text(glyph),
        colour: text(colour),
        means: text(means),
        aliases: Vec::new(),
    })
}

/// Whether a text is a colour, such as `#3a7bd5`.
fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#');
    digits.is_some_and(|digits| {
        digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}

fn criterion(mut fields: Fields<'_>, all: &Criteria, former: &mut FormerIds) -> Option<Criterion> {
    let id = fields.id("id");
    add_former(former, None, id, &fields.was());
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
    let volatile = fields.flag("volatile");
    let newest_run = fields.optional_date("newest-run");
    fields.finish();
    let text = |text: &str| text.to_owned().into();
    Some(Criterion {
        id: text(id?),
        label: text(label?),
        means: text(means?),
        group: group?,
        kind: kind?,
        editorial,
        volatile,
        newest_run,
        aliases: Vec::new(),
    })
}
