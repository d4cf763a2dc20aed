//! Facets: which alternatives pass, and how many of them have each value.

use crate::domain::catalog::{AltId, Catalog, FacetId};
use crate::domain::sort;

/// The chosen values of each facet, bit `i` for value `i`. A facet with none chosen admits all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Chosen(Vec<u64>);

impl Chosen {
    /// Nothing chosen in `n_facets` facets.
    #[must_use]
    pub fn none(n_facets: usize) -> Self {
        Self(vec![0; n_facets])
    }

    /// The chosen values of a facet.
    #[must_use]
    pub fn of(&self, facet: FacetId) -> u64 {
        self.0.get(facet.index()).copied().unwrap_or(0)
    }

    /// Sets the chosen values of a facet. A facet out of range is ignored.
    pub fn set(&mut self, facet: FacetId, values: u64) {
        if let Some(place) = self.0.get_mut(facet.index()) {
            *place = values;
        }
    }

    /// All facets with something chosen, and the values.
    pub fn iter(&self) -> impl Iterator<Item = (FacetId, u64)> {
        (0_u8..)
            .zip(&self.0)
            .filter(|(_, values)| **values != 0)
            .map(|(at, values)| (FacetId(at), *values))
    }

    /// How many values are chosen in all facets together.
    #[must_use]
    pub fn n_values(&self) -> u32 {
        self.0.iter().map(|values| values.count_ones()).sum()
    }
}

/// Which facet values each alternative has, as bits; built once per catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    n_alternatives: u16,
    n_facets: usize,
    n_values: Vec<usize>,
    /// Row by row: one word for each facet.
    bits: Vec<u64>,
}

/// The outcome of filtering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filtered {
    /// The alternatives that pass, in catalog order.
    pub passing: Vec<AltId>,
    /// For each facet and value, how many alternatives have the value, among those that pass all
    /// other facets and the search.
    having: Vec<Vec<u32>>,
}

impl Filtered {
    /// How many alternatives have a facet value, among those that pass the search and all other
    /// facets.
    #[must_use]
    pub fn having(&self, facet: FacetId, value: usize) -> u32 {
        self.having.get(facet.index()).and_then(|values| values.get(value)).copied().unwrap_or(0)
    }
}

impl Membership {
    /// Tests every alternative against every facet value.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        let mut bits = Vec::with_capacity(catalog.alternatives.len() * catalog.facets.len());
        for alternative in &catalog.alternatives {
            for facet in &catalog.facets {
                let mut row = 0;
                for (at, value) in facet.values.iter().enumerate() {
                    row |= u64::from(value.test.admits(alternative)) << at;
                }
                bits.push(row);
            }
        }
        Self {
            n_alternatives: u16::try_from(catalog.alternatives.len()).unwrap_or(u16::MAX),
            n_facets: catalog.facets.len(),
            n_values: catalog.facets.iter().map(|facet| facet.values.len()).collect(),
            bits,
        }
    }

    /// The facet values of an alternative, one word for each facet.
    #[must_use]
    pub fn row(&self, alternative: AltId) -> &[u64] {
        let start = alternative.index() * self.n_facets;
        &self.bits[start..start + self.n_facets]
    }

    /// The values of a facet in the order in which they are offered: by how many alternatives have
    /// them. What more than three quarters have tells few apart, and comes last.
    ///
    /// It does not depend on what is chosen, so that nothing moves under the pointer.
    #[must_use]
    pub fn offered(&self, facet: FacetId) -> Vec<u8> {
        let n_values = self.n_values.get(facet.index()).copied().unwrap_or(0);
        let mut counts = vec![0_u32; n_values];
        for row in self.bits.chunks(self.n_facets.max(1)) {
            add(&mut counts, row[facet.index()]);
        }
        let most = u32::from(self.n_alternatives) * 3 / 4;
        let mut values: Vec<_> = (0_u8..).take(n_values).collect();
        sort::sort_by_number(&mut values, |value| {
            let n = counts[usize::from(*value)];
            u64::from(if n > most { u32::MAX } else { most - n })
        });
        values
    }

    /// Filters by chosen values and, for a search, by matches: `matches` holds a score for each
    /// alternative, 0 for no match.
    #[must_use]
    pub fn filter(&self, chosen: &Chosen, matches: Option<&[u32]>) -> Filtered {
        let mut passing = Vec::new();
        let mut having: Vec<_> = self.n_values.iter().map(|n| vec![0_u32; *n]).collect();
        for id in (0..self.n_alternatives).map(AltId) {
            let score = matches.map(|scores| scores.get(id.index()).copied().unwrap_or(0));
            if score == Some(0) {
                continue;
            }
            let row = self.row(id);
            let mut failing =
                chosen.iter().filter(|(facet, values)| row[facet.index()] & values == 0);
            match (failing.next(), failing.next()) {
                (None, _) => {
                    passing.push(id);
                    for (facet, bits) in row.iter().enumerate() {
                        add(&mut having[facet], *bits);
                    }
                }
                // A further value of this facet would add it.
                (Some((facet, _)), None) => add(&mut having[facet.index()], row[facet.index()]),
                _ => {}
            }
        }
        Filtered { passing, having }
    }
}

fn add(counts: &mut [u32], mut bits: u64) {
    while bits != 0 {
        if let Some(count) = counts.get_mut(bits.trailing_zeros() as usize) {
            *count += 1;
        }
        bits &= bits - 1;
    }
}
