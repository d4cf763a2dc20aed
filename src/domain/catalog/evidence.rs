//! Notes, sources and drawbacks: the evidence for the facts, separate from the data needed to
//! decide; with it, what criteria and the values of scales mean.
//!
//! Cards, questions and rankings need none of it, and it is two thirds of a catalog's bytes; so the
//! page embeds the catalog and fetches the evidence once it is drawn. The evidence is transferred
//! as text, one record per line, with tabs between the fields, so that any host compresses it and
//! people can read it:
//!
//! | line | fields |
//! |---|---|
//! | `c` | what the next criterion means |
//! | `v` | what the next value of a scale means, scale by scale |
//! | `=` | an alternative: id, home page, source code |
//! | `b` | where to begin with it: title, address, day it was read; may be absent |
//! | `s` | one of its sources: title, address, day it was read |
//! | `d` | a drawback: indices of sources, text |
//! | `f` | the next fact: indices of sources, note |
//!
//! A fact's value, its provider and the day it was checked are in the catalog.

use implicit_clone::unsync::IString;

use super::{AltId, Catalog, CriterionId, Date, Scale};

/// The evidence for a whole catalog.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// What each criterion means, in the order of `Catalog::criteria`.
    pub criteria: Vec<IString>,
    /// What each value of each scale means, in the order of `Catalog::scales`; empty if its label is
    /// enough.
    pub values: Vec<Vec<IString>>,
    /// One for each alternative, in catalog order.
    pub dossiers: Vec<Dossier>,
}

/// The evidence for one alternative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// Its home page.
    pub site: IString,
    /// Its source code.
    pub repository: IString,
    /// The project's own page of first steps.
    pub start: Option<Source>,
    /// Reasons not to choose it, the most important first.
    pub drawbacks: Vec<Drawback>,
    /// Where its facts come from, at most 255.
    pub sources: Vec<Source>,
    /// The backing of each fact, in the order of `Catalog::criteria`.
    pub backings: Vec<Backing>,
}

/// A public page or file, and the day it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its title.
    pub title: IString,
    /// Its address, `https://…`.
    pub url: IString,
    /// The day it was read.
    pub checked: Date,
}

/// A reason not to choose an alternative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawback {
    /// The drawback, one sentence.
    pub text: IString,
    /// Indices into `Dossier::sources`.
    pub sources: Vec<u8>,
}

/// The evidence for one fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backing {
    /// One line of explanation; may be empty.
    pub note: IString,
    /// Indices into `Dossier::sources`.
    pub sources: Vec<u8>,
}

impl Evidence {
    /// The evidence for a catalog that was read from its files, with a dossier for each alternative.
    #[must_use]
    pub fn new(catalog: &Catalog, dossiers: Vec<Dossier>) -> Self {
        let criteria = catalog.criteria.iter().map(|criterion| criterion.means.clone());
        let values = |scale: &Scale| scale.values.iter().map(|value| value.means.clone()).collect();
        Self {
            criteria: criteria.collect(),
            values: catalog.scales.iter().map(values).collect(),
            dossiers,
        }
    }

    /// What a criterion means.
    #[must_use]
    pub fn criterion(&self, id: CriterionId) -> Option<&IString> {
        self.criteria.get(id.index())
    }

    /// What a value of a scale means, by the positions of both.
    #[must_use]
    pub fn value(&self, scale: u8, value: u8) -> Option<&IString> {
        self.values.get(usize::from(scale))?.get(usize::from(value))
    }

    /// The evidence for an alternative.
    #[must_use]
    pub fn of(&self, id: AltId) -> Option<&Dossier> {
        self.dossiers.get(id.index())
    }

    /// The evidence as text.
    #[must_use]
    pub fn encode(&self, catalog: &Catalog) -> String {
        let mut text = String::new();
        for means in &self.criteria {
            line(&mut text, "c", &[means]);
        }
        for means in self.values.iter().flatten() {
            line(&mut text, "v", &[means]);
        }
        for (alternative, dossier) in catalog.alternatives.iter().zip(&self.dossiers) {
            let Dossier { site, repository, start, drawbacks, sources, backings } = dossier;
            line(&mut text, "=", &[&alternative.id, site, repository]);
            let first = start.iter().map(|start| ("b", start));
            for (kind, Source { title, url, checked }) in
                first.chain(sources.iter().map(|source| ("s", source)))
            {
                line(&mut text, kind, &[title, url, &checked.to_string()]);
            }
            for Drawback { text: said, sources } in drawbacks {
                line(&mut text, "d", &[&list(sources), said]);
            }
            for Backing { note, sources } in backings {
                line(&mut text, "f", &[&list(sources), note]);
            }
        }
        text
    }

    /// Reads evidence from text; none if it does not match this catalog, alternative by alternative
    /// and fact by fact. Alternatives that the catalog leaves out are skipped.
    #[must_use]
    pub fn decode(catalog: &Catalog, text: &str) -> Option<Self> {
        let mut dossiers = vec![None; catalog.alternatives.len()];
        let mut lines = text.lines().peekable();
        let mut next = |kind| {
            lines.next().and_then(|line| line.strip_prefix(kind)).map(|text| text.to_owned().into())
        };
        let criteria = catalog.criteria.iter().map(|_| next("c\t")).collect::<Option<_>>()?;
        let values = catalog.scales.iter();
        let values = values.map(|scale| scale.values.iter().map(|_| next("v\t")).collect());
        let values = values.collect::<Option<_>>()?;
        while let Some(head) = lines.next() {
            let mut head = head.strip_prefix("=\t")?.split('\t');
            // Up to the next alternative; each other line starts with its kind.
            let own: Vec<_> =
                core::iter::from_fn(|| lines.next_if(|line| !line.starts_with('='))).collect();
            if let Some(id) = catalog.find_alternative(head.next()?) {
                let dossier = Dossier::decode(head.next()?, head.next()?, own.into_iter())?;
                if dossier.backings.len() != catalog.criteria.len() {
                    return None;
                }
                dossiers[id.index()] = Some(dossier);
            }
        }
        let dossiers = dossiers.into_iter().collect::<Option<_>>()?;
        Some(Self { criteria, values, dossiers })
    }
}

impl Dossier {
    /// The sources at some indices, in the order given.
    pub fn sources_at<'a>(&'a self, positions: &'a [u8]) -> impl Iterator<Item = &'a Source> {
        positions.iter().filter_map(|at| self.sources.get(usize::from(*at)))
    }

    /// The evidence for the fact of a criterion.
    #[must_use]
    pub fn backing(&self, criterion: CriterionId) -> Option<&Backing> {
        self.backings.get(criterion.index())
    }

    fn decode<'a>(
        site: &str,
        repository: &str,
        lines: impl Iterator<Item = &'a str>,
    ) -> Option<Self> {
        let owned = |text: &str| IString::from(text.to_owned());
        let mut dossier = Self {
            site: owned(site),
            repository: owned(repository),
            start: None,
            drawbacks: Vec::new(),
            sources: Vec::new(),
            backings: Vec::new(),
        };
        for line in lines {
            let (kind, rest) = line.split_once('\t')?;
            let (first, second) = rest.split_once('\t')?;
            match kind {
                "b" | "s" => {
                    let (url, checked) = second.split_once('\t')?;
                    let (title, url) = (owned(first), owned(url));
                    let source = Source { title, url, checked: checked.parse().ok()? };
                    if kind == "b" {
                        dossier.start = Some(source);
                    } else {
                        dossier.sources.push(source);
                    }
                }
                "d" => {
                    let (text, sources) = (owned(second), positions(first));
                    dossier.drawbacks.push(Drawback { text, sources });
                }
                _ => {
                    let (note, sources) = (owned(second), positions(first));
                    dossier.backings.push(Backing { note, sources });
                }
            }
        }
        Some(dossier)
    }
}

fn line(text: &mut String, kind: &str, fields: &[&str]) {
    text.push_str(kind);
    for field in fields {
        text.push('\t');
        // A tab or a line break would end the field; the check of the catalog rejects both.
        text.extend(field.chars().filter(|letter| !letter.is_control()));
    }
    text.push('\n');
}

fn list(positions: &[u8]) -> String {
    positions.iter().map(u8::to_string).collect::<Vec<_>>().join(",")
}

fn positions(list: &str) -> Vec<u8> {
    list.split(',').filter_map(|at| at.parse().ok()).collect()
}
