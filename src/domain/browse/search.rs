//! Fuzzy search: word prefixes, folded case and accents, one typo in a longer word.
//!
//! Every word of a query has to match somewhere, and its best match counts: a whole word ranks
//! above a prefix, and a prefix above a typo; a name ranks above a language, and a language above a
//! feature.
//!
//! Notes and sources are not searched: a hit there would not be visible on the card.

use super::fold::words;
use crate::domain::catalog::{AltId, Catalog, CriterionId, Kind};
use crate::domain::sort;

/// The shortest word, in letters, in which one typo is forgiven.
pub const TYPO_FROM: usize = 5;

const EXACT: u32 = 4;
const PREFIX: u32 = 3;
const TYPO: u32 = 1;

const NAME: u32 = 100;
const ALIAS: u32 = 80;
const BADGE: u32 = 40;
const LISTED: u32 = 20;

/// The words of a catalog and where they occur; built once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchIndex {
    n_alternatives: usize,
    /// Sorted by word, each once.
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    word: String,
    places: Vec<(AltId, u32)>,
}

/// Where a word occurs.
#[derive(Clone, Copy)]
enum Occurrence {
    /// In the name of an alternative.
    Own(AltId, u32),
    /// In a value of a criterion, and so for every alternative that has it.
    Value(CriterionId, u8, u32),
}

impl SearchIndex {
    /// Collects names, aliases, and the labels of what a card shows: languages, kinds, features, uses.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        let mut found: Vec<(String, Occurrence)> = Vec::new();
        for id in catalog.alternative_ids() {
            let alternative = catalog.alternative(id);
            let mut add = |text: &str, weight: u32| {
                found.extend(words(text).map(|word| (word, Occurrence::Own(id, weight))));
            };
            add(&alternative.name, NAME);
            add(&alternative.id, ALIAS);
            for alias in &alternative.aliases {
                add(alias, ALIAS);
            }
        }
        let badges = catalog.subject.badges.iter().map(|criterion| (*criterion, BADGE));
        let listed = catalog.subject.lists.iter().map(|criterion| (*criterion, LISTED));
        for (criterion, weight) in badges.chain(listed) {
            if let Kind::One(_) | Kind::Many(_) = catalog.criterion(criterion).kind
                && let Some(scale) = catalog.scale_of(criterion)
            {
                for (at, value) in (0_u8..).zip(&scale.values) {
                    for text in [&value.label, &value.id] {
                        let occurrence = Occurrence::Value(criterion, at, weight);
                        found.extend(words(text).map(|word| (word, occurrence)));
                    }
                }
            }
        }
        let sorted = sort::positions(found.len(), &|one, other| found[one].0.cmp(&found[other].0));
        let mut entries = Vec::new();
        for same in sorted.chunk_by(|one, other| found[*one].0 == found[*other].0) {
            let occurrences = same.iter().map(|at| found[*at].1);
            let places = places(catalog, occurrences);
            if let (Some(at), false) = (same.first(), places.is_empty()) {
                entries.push(Entry { word: found[*at].0.clone(), places });
            }
        }
        Self { n_alternatives: catalog.alternatives.len(), entries }
    }

    /// How well each alternative matches a query: 0 for no match, greater is better. None if the
    /// query has no words, so that everything is found.
    #[must_use]
    pub fn search(&self, query: &str) -> Option<Vec<u32>> {
        let wanted: Vec<_> = words(query).collect();
        if wanted.is_empty() {
            return None;
        }
        let mut total = vec![Some(0_u32); self.n_alternatives];
        for word in &wanted {
            let mut best = vec![0_u32; self.n_alternatives];
            for entry in &self.entries {
                let closeness = closeness(word, &entry.word);
                if closeness > 0 {
                    for (id, weight) in &entry.places {
                        let place = &mut best[id.index()];
                        *place = (*place).max(closeness * weight);
                    }
                }
            }
            for (total, best) in total.iter_mut().zip(best) {
                *total = total.filter(|_| best > 0).map(|total| total + best);
            }
        }
        Some(total.into_iter().map(Option::unwrap_or_default).collect())
    }
}

/// The alternatives in which a word occurs, in catalog order, each with its greatest weight.
fn places(catalog: &Catalog, occurrences: impl Iterator<Item = Occurrence>) -> Vec<(AltId, u32)> {
    let mut places: Vec<(AltId, u32)> = Vec::new();
    for occurrence in occurrences {
        match occurrence {
            Occurrence::Own(id, weight) => places.push((id, weight)),
            Occurrence::Value(criterion, at, weight) => {
                let has = |id: &AltId| catalog.alternative(*id).fact(criterion).value.has(at);
                places.extend(catalog.alternative_ids().filter(has).map(|id| (id, weight)));
            }
        }
    }
    sort::sort_by_number(&mut places, |(id, weight)| u64::from(id.0) << 32 | u64::from(!weight));
    places.dedup_by_key(|(id, _)| *id);
    places
}

fn closeness(wanted: &str, word: &str) -> u32 {
    if word == wanted {
        EXACT
    } else if word.starts_with(wanted) {
        PREFIX
    } else if has_one_typo(wanted, word) {
        TYPO
    } else {
        0
    }
}

/// Whether `wanted`, of five letters or more, becomes `word` or a prefix of it by fixing one typo:
/// an extra, missing or wrong letter, or two neighbours swapped.
fn has_one_typo(wanted: &str, word: &str) -> bool {
    let wanted_letters: Vec<char> = wanted.chars().collect();
    if wanted_letters.len() < TYPO_FROM {
        return false;
    }
    let letters: Vec<char> = word.chars().collect();
    let n = wanted_letters.len();
    (n - 1..=n + 1)
        .filter(|length| *length <= letters.len())
        .any(|length| one_edit(&wanted_letters, &letters[..length]))
}

/// Whether two words of nearly the same length are one edit apart.
fn one_edit(one: &[char], other: &[char]) -> bool {
    let start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - end], &other[..other.len() - end]);
    match (one, other) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_typo_is_forgiven_in_a_word_of_five_letters_but_not_of_four() {
        for typo in ["djngo", "djangoo", "djamgo", "djagno", "dajngo", "jango"] {
            assert!(has_one_typo(typo, "django"), "{typo}");
        }
        assert!(has_one_typo("symfno", "symfony"), "while the word is being typed");
        assert!(!has_one_typo("flsk", "flask"), "four letters");
        assert!(!has_one_typo("dmamgo", "django"), "two typos");
        assert!(!has_one_typo("spring", "spri"), "a word that is too short to be meant");
    }
}
