//! Search: what a card and the details say, and the words that people use for it.
//!
//! Every word of a query has to be found somewhere, and its best place counts. Names come first,
//! then what a card shows beside the name, then what an alternative is for, then what it has; in
//! the last two, words found whole come before beginnings. Neighbouring words are also taken as one,
//! so that "full stack" and "fullstack" are the same, and count more than the same words apart. A
//! slip is forgiven only in a word that is found nowhere in the catalog, and finds whole words only.
//! The beginning of a word counts, but less where the word is found whole: of a name or a badge it
//! counts only in other names, so that "java" finds no "JavaScript"; of another term of the catalog
//! it does not count in what an entry says in its own words, so that "bun" finds no "bundles". A
//! short number alone counts only in names and badges: elsewhere it is part of a version.
//!
//! Notes and sources are not searched: they are not loaded with the page.

use implicit_clone::unsync::IString;

use super::fold::words;
use super::phrase::{Closeness, SLIP_FROM, closeness, phrase, slips};
use crate::domain::catalog::{
    AltId, Alternative, Catalog, Criterion, CriterionId, Fact, Subject, Value,
};

/// How many neighbouring words of a query are taken as one.
const MOST_JOINED: usize = 3;
/// The shortest beginning of a word that is found elsewhere than in names and badges, in bytes.
const BEGINNING_FROM: usize = 3;

/// The kinds of places, the best with the greatest weight. The lowest bits are the weight within a
/// kind.
const NAME: u32 = 4 << 16;
const BADGE: u32 = 3 << 16;
const PURPOSE: u32 = 2 << 16;
const POSSESSION: u32 = 1 << 16;
/// The greatest weight within a kind. How closely a word is found stands above it.
const MOST: u32 = 0xff;

/// No value of a scale, which has at most 64.
const NO_VALUE: u8 = 64;

/// The phrases of a catalog and where they occur; built once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchIndex {
    entries: Vec<Entry>,
    /// Words that are not searched for.
    stop_words: Vec<String>,
}

/// A phrase, and where it occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    phrase: String,
    /// Whether the phrase counts as one word.
    as_one: bool,
    /// The weight of the place.
    weight: u32,
    /// The only alternative that it concerns; none for all that have the value or capability.
    only: Option<AltId>,
    /// The value, the capability or the text; none for names and summaries.
    found: Option<Found>,
}

/// Why an alternative was found, for one word of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Found {
    /// The criterion whose fact says it.
    pub criterion: CriterionId,
    /// The value of the criterion's scale that was found; none of them for a capability or a text.
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
        let stop_words = catalog.subject.stop_words.iter().flat_map(|word| words(word)).collect();
        let mut index = Self { entries: Vec::new(), stop_words };
        for id in catalog.alternative_ids() {
            let Alternative { id: own, name, aliases, summary, facts } = catalog.alternative(id);
            let only = Some(id);
            index.add(name, NAME + 1, only, None);
            index.add(own, NAME, only, None);
            index.add_synonyms(aliases, NAME, only, None);
            index.add(summary, PURPOSE, only, None);
            for (criterion, fact) in catalog.criterion_ids().zip(facts) {
                let found = Some(Found { criterion, value: NO_VALUE });
                index.add(&fact.by, POSSESSION, only, found);
                if let Value::Text(text) = &fact.value {
                    // A version may be typed after the name.
                    index.add(&[&**name, " ", &**text].concat(), POSSESSION, only, found);
                }
            }
        }
        for criterion in catalog.criterion_ids() {
            let Criterion { id, label, aliases, .. } = catalog.criterion(criterion);
            let mut facts = catalog.alternatives.iter().map(|one| one.fact(criterion));
            if facts.any(|fact| !fact.by.is_empty()) {
                // A capability. Its levels say little by themselves.
                let found = Some(Found { criterion, value: NO_VALUE });
                index.add(label, POSSESSION, None, found);
                index.add(id, POSSESSION, None, found);
                index.add_synonyms(aliases, POSSESSION, None, found);
            } else if let Some(scale) = catalog.scale_of(criterion) {
                let weight = weight(catalog, criterion);
                for (value, known) in (0..NO_VALUE).zip(&scale.values) {
                    let found = Some(Found { criterion, value });
                    index.add(&known.label, weight, None, found);
                    index.add(&known.id, weight, None, found);
                    index.add_synonyms(&known.aliases, weight, None, found);
                }
            }
        }
        index
    }

    fn add(&mut self, text: &str, weight: u32, only: Option<AltId>, found: Option<Found>) {
        let phrase = phrase(text, &[]);
        if !phrase.is_empty() {
            self.entries.push(Entry { phrase, as_one: false, weight, only, found });
        }
    }

    /// Adds texts that count as one word each. A query comes without stop words, so these do too.
    fn add_synonyms(
        &mut self,
        texts: &[IString],
        weight: u32,
        only: Option<AltId>,
        found: Option<Found>,
    ) {
        for text in texts {
            let phrase = phrase(text, &self.stop_words);
            self.entries.push(Entry { phrase, as_one: true, weight, only, found });
        }
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
                    let more = if n_joined > 1 { POSSESSION } else { 0 };
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
        let mut close = Vec::new();
        let is_short = wanted.len() < BEGINNING_FROM;
        let is_number = is_short && wanted.bytes().all(|letter| letter.is_ascii_digit());
        // Where beginnings count: from which weight on, and whether in an entry's own words.
        let (mut least, mut in_prose) = (if is_short { BADGE } else { 0 }, true);
        for entry in self.entries.iter().filter(|entry| !is_number || entry.weight >= BADGE) {
            if let Some(closeness) = closeness(wanted, &entry.phrase, entry.as_one) {
                close.push((entry, closeness));
                if closeness == Closeness::Whole && !entry.is_prose() {
                    in_prose = false;
                    if entry.weight >= BADGE {
                        least = NAME;
                    }
                }
            }
        }
        if forgives && close.is_empty() {
            let letters: Vec<char> = wanted.chars().collect();
            if letters.len() >= SLIP_FROM {
                for entry in &self.entries {
                    if slips(&letters, &entry.phrase, entry.as_one) {
                        close.push((entry, Closeness::Slip));
                    }
                }
            }
        }
        for (entry, close) in close {
            let comes_first = entry.weight >= BADGE || close == Closeness::Whole;
            let counts = entry.weight >= least && (in_prose || !entry.is_prose());
            if counts || close != Closeness::Beginning {
                let class = if comes_first { PURPOSE } else { 0 };
                entry.credit(catalog, class + ((close as u32) << 8), &mut hits);
            }
        }
        hits
    }
}

impl Entry {
    /// Whether an alternative says it in its own words, other than as a name.
    fn is_prose(&self) -> bool {
        self.only.is_some() && self.weight < BADGE
    }

    /// Notes for every alternative that it concerns that a word is found here.
    fn credit(&self, catalog: &Catalog, more: u32, hits: &mut [Hit]) {
        let weight = self.weight + more;
        let mut note = |id: AltId, within: u32| {
            if let Some(hit) = hits.get_mut(id.index()).filter(|hit| hit.0 < weight + within) {
                *hit = (weight + within, self.found);
            }
        };
        match (self.only, self.found) {
            (Some(id), _) => note(id, 0),
            (None, Some(Found { criterion, value })) => {
                for id in catalog.alternative_ids() {
                    let fact = catalog.alternative(id).fact(criterion);
                    if !fact.by.is_empty() {
                        note(id, level(fact));
                    } else if fact.value.has(value) {
                        note(id, 0);
                    }
                }
            }
            (None, None) => {}
        }
    }
}

/// The weight of a criterion's values: of what an alternative is for, the first criterion weighs
/// most; of what it has, what a card shows.
fn weight(catalog: &Catalog, criterion: CriterionId) -> u32 {
    let Subject { badges, lists, purposes, .. } = &catalog.subject;
    let place = (1..MOST).zip(purposes).find(|(_, id)| **id == criterion);
    match place {
        _ if badges.contains(&criterion) => BADGE,
        Some((at, _)) => PURPOSE + MOST - at,
        None if lists.contains(&criterion) => POSSESSION + MOST,
        None => POSSESSION + 1,
    }
}

/// The weight of a capability by its level: the first of the scale weighs most, and less than what a
/// card shows.
fn level(fact: &Fact) -> u32 {
    match fact.value {
        Value::One(at) => MOST.saturating_sub(1 + u32::from(at)),
        _ => 0,
    }
}
