//! The catalog as one JSON document, for other programs.
//!
//! Everything is named by its stable id, with the label that the page shows beside it; no reference
//! is by position. `format` is incremented when a field changes its meaning or is removed.
//!
//! | member | what it holds |
//! |---|---|
//! | `subject` | id, title, intro, the words for one and many entries, the catalog's own date |
//! | `groups`, `scales`, `criteria` | what an entry is described by |
//! | `facets`, `sorts` | what can be filtered and sorted on |
//! | `questions` | the questionnaire, with what each value of a fact is worth |
//! | `faqs` | the common questions, with their links |
//! | `entries` | identity, and under `facts` one fact for each criterion, by its id |
//!
//! A fact has `value` and `label`: a text for one value, a list for several, and `null` where the
//! fact is not known. Its `sources` are complete, so that each fact can be quoted on its own.
//!
//! This is an export only: the catalog is not written in this format, and nothing reads it back.

mod judgement;

use std::collections::BTreeMap;

use judgement::{Faq, Question};
use serde::Serialize;
use stackfit::domain::catalog::{
    self, Alternative, Catalog, Criterion, CriterionId, Dossier, Evidence, Kind, Scale, Value,
};

/// The version of this format.
const FORMAT: u32 = 1;

#[derive(Serialize)]
pub(super) struct Document<'a> {
    format: u32,
    subject: SubjectOf<'a>,
    groups: Vec<Named<'a>>,
    scales: Vec<ScaleOf<'a>>,
    criteria: Vec<CriterionOf<'a>>,
    facets: Vec<Facet<'a>>,
    sorts: Vec<Sort<'a>>,
    questions: Vec<Question<'a>>,
    faqs: Vec<Faq<'a>>,
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct SubjectOf<'a> {
    id: &'a str,
    title: &'a str,
    intro: &'a str,
    one: &'a str,
    many: &'a str,
    date: String,
    card: Card<'a>,
}

/// The content of a card, by criterion.
#[derive(Serialize)]
struct Card<'a> {
    badges: Vec<&'a str>,
    lists: Vec<&'a str>,
}

/// An id and its label.
#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    label: &'a str,
}

#[derive(Serialize)]
struct ScaleOf<'a> {
    id: &'a str,
    /// Whether the values are ordered, the first being the highest.
    ordered: bool,
    values: Vec<ScaleValue<'a>>,
}

#[derive(Serialize)]
struct ScaleValue<'a> {
    id: &'a str,
    label: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    glyph: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    means: &'a str,
    /// Other words that people search for it by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<&'a str>,
}

#[derive(Serialize)]
struct CriterionOf<'a> {
    id: &'a str,
    label: &'a str,
    means: &'a str,
    group: &'a str,
    /// `one` or `many` values of a scale, `text` or `date`.
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    scale: Option<&'a str>,
    editorial: bool,
    /// Whether its facts change with a release or within a year.
    volatile: bool,
    /// The day of the newest undisputed measurement: facts of that day do not expire.
    #[serde(skip_serializing_if = "Option::is_none")]
    newest_run: Option<String>,
    /// Other words that people search for a capability by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<&'a str>,
}

#[derive(Serialize)]
struct Facet<'a> {
    id: &'a str,
    label: &'a str,
    values: Vec<FacetValue<'a>>,
}

#[derive(Serialize)]
struct FacetValue<'a> {
    id: &'a str,
    label: &'a str,
    criterion: &'a str,
    /// The values of the criterion that pass.
    any: Vec<&'a str>,
}

#[derive(Serialize)]
struct Sort<'a> {
    id: &'a str,
    label: &'a str,
    criterion: &'a str,
    descending: bool,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    name: &'a str,
    aliases: Vec<&'a str>,
    summary: &'a str,
    site: &'a str,
    repository: &'a str,
    /// The project's own page of first steps.
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<SourceOf<'a>>,
    /// Reasons not to choose it.
    drawbacks: Vec<Drawback<'a>>,
    facts: BTreeMap<&'a str, Fact<'a>>,
}

#[derive(Serialize)]
struct Fact<'a> {
    value: Option<OneOrMany<String>>,
    label: Option<OneOrMany<String>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    by: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    checked: String,
    /// The day of a figure that was already old when it was checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    sources: Vec<SourceOf<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

#[derive(Serialize)]
struct Drawback<'a> {
    text: &'a str,
    sources: Vec<SourceOf<'a>>,
}

#[derive(Serialize)]
struct SourceOf<'a> {
    title: &'a str,
    url: &'a str,
    checked: String,
}

impl<'a> Document<'a> {
    /// The document of a catalog.
    pub(super) fn of(catalog: &'a Catalog, evidence: &'a Evidence) -> Self {
        let criterion = |id: CriterionId| catalog.criterion(id).id.as_ref();
        let subject = &catalog.subject;
        Self {
            format: FORMAT,
            subject: SubjectOf {
                id: &subject.id,
                title: &subject.title,
                intro: &subject.intro,
                one: &subject.one,
                many: &subject.many,
                date: subject.date.to_string(),
                card: Card {
                    badges: subject.badges.iter().copied().map(criterion).collect(),
                    lists: subject.lists.iter().copied().map(criterion).collect(),
                },
            },
            groups: catalog
                .groups
                .iter()
                .map(|group| Named { id: &group.id, label: &group.label })
                .collect(),
            scales: catalog.scales.iter().map(scale).collect(),
            criteria: catalog
                .criteria
                .iter()
                .map(|known| self::criterion(catalog, known))
                .collect(),
            facets: catalog.facets.iter().map(|known| facet(catalog, known)).collect(),
            sorts: catalog
                .sorts
                .iter()
                .map(|key| Sort {
                    id: &key.id,
                    label: &key.label,
                    criterion: criterion(key.criterion),
                    descending: key.descending,
                })
                .collect(),
            questions: catalog.questions.iter().map(|known| Question::of(catalog, known)).collect(),
            faqs: catalog.faqs.iter().map(Faq::of).collect(),
            entries: catalog
                .alternatives
                .iter()
                .zip(&evidence.dossiers)
                .map(|(known, dossier)| entry(catalog, known, dossier))
                .collect(),
        }
    }
}

fn scale(scale: &Scale) -> ScaleOf<'_> {
    let values = scale.values.iter().map(|value| ScaleValue {
        id: &value.id,
        label: &value.label,
        glyph: &value.glyph,
        means: &value.means,
        aliases: value.aliases.iter().map(AsRef::as_ref).collect(),
    });
    ScaleOf { id: &scale.id, ordered: scale.ordered, values: values.collect() }
}

fn criterion<'a>(catalog: &'a Catalog, criterion: &'a Criterion) -> CriterionOf<'a> {
    let (kind, scale) = match criterion.kind {
        Kind::One(at) => ("one", Some(at)),
        Kind::Many(at) => ("many", Some(at)),
        Kind::Text => ("text", None),
        Kind::Date => ("date", None),
    };
    CriterionOf {
        id: &criterion.id,
        label: &criterion.label,
        means: &criterion.means,
        group: &catalog.groups[usize::from(criterion.group)].id,
        kind,
        scale: scale.map(|at| catalog.scales[usize::from(at)].id.as_ref()),
        editorial: criterion.editorial,
        volatile: criterion.volatile,
        newest_run: criterion.newest_run.map(|run| run.to_string()),
        aliases: criterion.aliases.iter().map(AsRef::as_ref).collect(),
    }
}

fn facet<'a>(catalog: &'a Catalog, facet: &'a catalog::Facet) -> Facet<'a> {
    let values = facet.values.iter().map(|value| FacetValue {
        id: &value.id,
        label: &value.label,
        criterion: &catalog.criterion(value.test.criterion).id,
        any: (0_u8..)
            .zip(scale_values(catalog, value.test.criterion))
            .take(64)
            .filter(|(at, _)| value.test.any >> at & 1 == 1)
            .map(|(_, value)| value.id.as_ref())
            .collect(),
    });
    Facet { id: &facet.id, label: &facet.label, values: values.collect() }
}

/// The values of a criterion's scale; none for text and dates.
fn scale_values(catalog: &Catalog, id: CriterionId) -> &[catalog::ScaleValue] {
    catalog.scale_of(id).map_or(&[], |scale| &scale.values)
}

fn entry<'a>(catalog: &'a Catalog, entry: &'a Alternative, dossier: &'a Dossier) -> Entry<'a> {
    let facts = catalog.criterion_ids().zip(&dossier.backings).map(|(id, backing)| {
        let fact = entry.fact(id);
        let values = |name: fn(&catalog::ScaleValue) -> &str| {
            let scale = scale_values(catalog, id);
            let of = |at: u8| scale.get(usize::from(at)).map(|value| name(value).to_owned());
            match &fact.value {
                Value::Unknown => None,
                Value::One(at) => of(*at).map(OneOrMany::One),
                Value::Many(_) => {
                    Some(OneOrMany::Many(fact.value.positions().filter_map(of).collect()))
                }
                Value::Text(text) => Some(OneOrMany::One(text.to_string())),
                Value::Date(date) => Some(OneOrMany::One(date.to_string())),
            }
        };
        let fact = Fact {
            value: values(|value| &value.id),
            label: values(|value| &value.label),
            by: &fact.by,
            note: &backing.note,
            checked: fact.checked.to_string(),
            of: fact.of.map(|of| of.to_string()),
            sources: sources(dossier, &backing.sources),
        };
        (catalog.criterion(id).id.as_ref(), fact)
    });
    Entry {
        id: &entry.id,
        name: &entry.name,
        aliases: entry.aliases.iter().map(AsRef::as_ref).collect(),
        summary: &entry.summary,
        site: &dossier.site,
        repository: &dossier.repository,
        start: dossier.start.as_ref().map(source),
        drawbacks: dossier
            .drawbacks
            .iter()
            .map(|drawback| Drawback {
                text: &drawback.text,
                sources: sources(dossier, &drawback.sources),
            })
            .collect(),
        facts: facts.collect(),
    }
}

fn sources<'a>(dossier: &'a Dossier, positions: &'a [u8]) -> Vec<SourceOf<'a>> {
    dossier.sources_at(positions).map(source).collect()
}

fn source(source: &catalog::Source) -> SourceOf<'_> {
    SourceOf { title: &source.title, url: &source.url, checked: source.checked.to_string() }
}
