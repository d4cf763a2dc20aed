//! Search: what a card and the details say, and the words that people use for it.
//!
//! Every word of a query has to be found somewhere, and its best place counts. Names come first,
//! then what a card shows beside the name, then what an alternative is for, then what it has; in
//! the last two, words found whole come before beginnings. Neighbouring words are also taken as one,
//! so that "full stack" and "fullstack" are the same, and count more than the same words apart. A
//! slip is forgiven only in a word that is found nowhere in the catalog. The beginning of a word
//! counts, but of a word that is a name or a badge itself only in other names and badges: "scala"
//! finds no "scalable".
//!
//! Notes and sources are not searched: they are not loaded with the page.

use super::fold::words;
use super::phrase::{Closeness, SLIP_FROM, closeness, phrase, slips};
use crate::domain::catalog::{AltId, Catalog, CriterionId, Kind, Value};

/// How many neighbouring words of a query are taken as one.
const MOST_JOINED: usize = 3;
/// The shortest beginning of a word that is found elsewhere than in names and badges, in bytes.
const BEGINNING_FROM: usize = 3;

/// The kinds of places, the best with the greatest weight.
const NAME: u32 = 4;
const BADGE: u32 = 3;
const PURPOSE: u32 = 2;
const POSSESSION: u32 = 1;
/// The greatest weight of a place within its kind.
const MOST: u32 = 0xff;

/// The phrases of a catalog and where they occur; built once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchIndex {
    entries: Vec<Entry>,
    /// Words that are not searched for.
    stop_words: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    phrase: String,
    place: Place,
    /// Whether the phrase counts as one word.
    as_one: bool,
}

/// Where a phrase occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In the name of an alternative.
    Name(AltId),
    /// In another name of an alternative.
    Alias(AltId),
    /// In its summary.
    Summary(AltId),
    /// In a value of a scale, and so for every alternative that has it.
    Value(u8, u8),
    /// In the label of a capability, and so for every alternative that has a provider of it.
    Capability(CriterionId),
    /// In a fact: its provider, or its text.
    Fact(AltId, CriterionId),
}

/// Why an alternative was found, for one word of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Found {
    /// The criterion whose fact says it.
    pub criterion: CriterionId,
    /// The value of the criterion's scale that was meant, where the fact can have several.
    pub value: u8,
}

/// What a query finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    scores: Vec<u32>,
    /// For each word of the query and each alternative, how the words up to it are found best.
    steps: Vec<Vec<Step>>,
}

/// The best way to find the words of a query up to one of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Step {
    /// 0 if they are not found.
    score: u32,
    /// How many words are taken as one at the end.
    n_joined: usize,
    /// Where these are found, if not in a name or summary.
    found: Option<Found>,
}

/// How a word is found.
type Hit = (u32, Option<Found>);

impl Matches {
    /// How well each alternative matches: 0 for no match, greater is better.
    #[must_use]
    pub fn scores(&self) -> &[u32] {
        &self.scores
    }

    /// Why an alternative was found, in the order of the query, each once; empty if its name and
    /// its summary have all the words.
    #[must_use]
    pub fn reasons(&self, id: AltId) -> Vec<Found> {
        let mut reasons = Vec::new();
        let mut end = self.steps.len();
        while let Some(step) = end.checked_sub(1).and_then(|at| self.steps[at].get(id.index())) {
            if let Some(found) = step.found.filter(|found| !reasons.contains(found)) {
                reasons.insert(0, found);
            }
            // At least one, so that this ends also for an alternative that was not found.
            end -= step.n_joined.max(1);
        }
        reasons
    }
}

impl SearchIndex {
    /// Collects names, summaries, values, capabilities with their providers, texts, and the words
    /// that people use for them.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        let stop_words: Vec<_> =
            catalog.subject.stop_words.iter().flat_map(|word| words(word)).collect();
        let mut entries = Vec::new();
        let mut add = |text: &str, place: Place, as_one: bool| {
            // A query comes without these words.
            let without = if as_one { &stop_words[..] } else { &[] };
            entries.push(Entry { phrase: phrase(text, without), place, as_one });
        };
        for id in catalog.alternative_ids() {
            let alternative = catalog.alternative(id);
            add(&alternative.name, Place::Name(id), false);
            add(&alternative.id, Place::Alias(id), false);
            for alias in &alternative.aliases {
                add(alias, Place::Alias(id), true);
            }
            add(&alternative.summary, Place::Summary(id), false);
            for (criterion, fact) in catalog.criterion_ids().zip(&alternative.facts) {
                if let Value::Text(text) = &fact.value {
                    add(text, Place::Fact(id, criterion), false);
                }
                if !fact.by.is_empty() {
                    add(&fact.by, Place::Fact(id, criterion), false);
                }
            }
        }
        // A level of a capability says little without the capability.
        let mut has_levels = vec![false; catalog.scales.len()];
        for id in catalog.criterion_ids() {
            let known = catalog.criterion(id);
            let is_provided = |scale: &u8| {
                usize::from(*scale) < has_levels.len()
                    && catalog.alternatives.iter().any(|one| !one.fact(id).by.is_empty())
            };
            if let Kind::One(scale) = known.kind
                && is_provided(&scale)
            {
                has_levels[usize::from(scale)] = true;
                let place = Place::Capability(id);
                add(&known.label, place, false);
                add(&known.id, place, false);
                for synonym in &known.aliases {
                    add(synonym, place, true);
                }
            }
        }
        for ((at, scale), has_levels) in (0..).zip(&catalog.scales).zip(has_levels) {
            for (value, known) in (0..).zip(&scale.values).filter(|_| !has_levels) {
                let place = Place::Value(at, value);
                add(&known.label, place, false);
                add(&known.id, place, false);
                for synonym in &known.aliases {
                    add(synonym, place, true);
                }
            }
        }
        Self { entries, stop_words }
    }

    /// What a query finds. None if it has no words to search for, so that everything is found.
    #[must_use]
    pub fn search(&self, catalog: &Catalog, query: &str) -> Option<Matches> {
        let wanted: Vec<_> = words(query).filter(|word| !self.stop_words.contains(word)).collect();
        if wanted.is_empty() {
            return None;
        }
        let mut steps: Vec<Vec<Step>> = Vec::new();
        for end in 1..=wanted.len() {
            let mut best = vec![Step::default(); catalog.alternatives.len()];
            for n_joined in 1..=MOST_JOINED.min(end) {
                let start = end - n_joined;
                let hits = self.hits(catalog, &wanted[start..end].concat(), n_joined == 1);
                for (at, (weight, found)) in hits.into_iter().enumerate() {
                    let before = start.checked_sub(1).map_or(1, |before| steps[before][at].score);
                    let more = if n_joined > 1 { 1 << 16 } else { 0 };
                    let score = before + (weight + more) * u32::try_from(n_joined).unwrap_or(1);
                    if before > 0 && weight > 0 && score > best[at].score {
                        best[at] = Step { score, n_joined, found };
                    }
                }
            }
            steps.push(best);
        }
        let scores = steps.last()?.iter().map(|step| step.score).collect();
        Some(Matches { scores, steps })
    }

    /// How each alternative is found for a word; a weight of 0 means that it is not.
    fn hits(&self, catalog: &Catalog, wanted: &str, forgives: bool) -> Vec<Hit> {
        let mut hits = vec![(0, None); catalog.alternatives.len()];
        let close = |entry| {
            let Entry { phrase, place, as_one }: &Entry = entry;
            closeness(wanted, phrase, *as_one).map(|close| (*place, close))
        };
        let close: Vec<_> = self.entries.iter().filter_map(close).collect();
        let is_named = wanted.len() < BEGINNING_FROM
            || close.iter().any(|(place, close)| {
                *close == Closeness::Whole && place.is_name_or_badge(catalog)
            });
        for (place, close) in &close {
            let is_beginning = *close != Closeness::Whole;
            let least = if is_beginning && is_named { BADGE } else { POSSESSION };
            place.credit(catalog, *close, least, &mut hits);
        }
        let letters: Vec<char> = wanted.chars().collect();
        if forgives && close.is_empty() && letters.len() >= SLIP_FROM {
            for entry in &self.entries {
                if slips(&letters, &entry.phrase, entry.as_one) {
                    entry.place.credit(catalog, Closeness::Slip, POSSESSION, &mut hits);
                }
            }
        }
        hits
    }
}

impl Place {
    /// Whether it names an alternative, or is a value of what a card shows beside the name.
    fn is_name_or_badge(self, catalog: &Catalog) -> bool {
        match self {
            Self::Name(_) | Self::Alias(_) => true,
            Self::Value(scale, _) => catalog.subject.badges.iter().any(|badge| {
                matches!(catalog.criterion(*badge).kind,
                    Kind::One(own) | Kind::Many(own) if own == scale)
            }),
            Self::Summary(_) | Self::Capability(_) | Self::Fact(..) => false,
        }
    }

    /// Notes that a word is found here, for every alternative that it concerns, if places of this
    /// kind count.
    fn credit(self, catalog: &Catalog, close: Closeness, least: u32, hits: &mut [Hit]) {
        let mut note = |id: AltId, kind: u32, within: u32, found: Option<Found>| {
            let comes_first = kind >= BADGE || close == Closeness::Whole;
            let class = kind + if comes_first { PURPOSE } else { 0 };
            let weight = class << 16 | (close as u32) << 8 | within.min(MOST);
            if let Some(hit) = hits.get_mut(id.index())
                && kind >= least
                && weight > hit.0
            {
                *hit = (weight, found);
            }
        };
        match self {
            Self::Name(id) => note(id, NAME, 1, None),
            Self::Alias(id) => note(id, NAME, 0, None),
            Self::Summary(id) => note(id, PURPOSE, 0, None),
            Self::Fact(id, criterion) => {
                let found = Some(Found { criterion, value: 0 });
                note(id, POSSESSION, 0, found);
            }
            Self::Capability(criterion) => {
                let found = Some(Found { criterion, value: 0 });
                for id in catalog.alternative_ids() {
                    if !catalog.alternative(id).fact(criterion).by.is_empty() {
                        note(id, POSSESSION, level(catalog, id, criterion), found);
                    }
                }
            }
            Self::Value(scale, value) => {
                for criterion in catalog.criterion_ids() {
                    if let Kind::One(own) | Kind::Many(own) = catalog.criterion(criterion).kind
                        && own == scale
                    {
                        let (kind, within) = kind(catalog, criterion);
                        for id in catalog.alternative_ids() {
                            if catalog.alternative(id).fact(criterion).value.has(value) {
                                note(id, kind, within, Some(Found { criterion, value }));
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The kind of a criterion, and the weight within its kind: of what an alternative is for, the
/// first criterion of the list weighs most; of what it has, what a card shows.
fn kind(catalog: &Catalog, criterion: CriterionId) -> (u32, u32) {
    let mut purposes = (1..MOST).zip(&catalog.subject.purposes);
    if catalog.subject.badges.contains(&criterion) {
        (BADGE, 0)
    } else if let Some((at, _)) = purposes.find(|(_, id)| **id == criterion) {
        (PURPOSE, MOST - at)
    } else if catalog.subject.lists.contains(&criterion) {
        (POSSESSION, MOST)
    } else {
        (POSSESSION, 1)
    }
}

/// The weight of a capability by its level: the first of the scale weighs most, and less than what a
/// card shows.
fn level(catalog: &Catalog, id: AltId, criterion: CriterionId) -> u32 {
    match catalog.alternative(id).fact(criterion).value {
        Value::One(at) => MOST.saturating_sub(1 + u32::from(at)),
        _ => 0,
    }
}
