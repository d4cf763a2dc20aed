//! At which place the search of the shipped catalog has what developers look for, over the list of
//! words that a test holds it to.

use serde::Serialize;
use stackfit::domain::browse::CardIndex;
use test_support::catalogs::{SHIPPED, checked};
use test_support::search_words::SearchWord;

/// The places of what is looked for.
#[derive(Debug, Serialize)]
pub(crate) struct Ranks {
    /// How many words find something of what was looked for; the others are in no figure.
    n_words: usize,
    /// The mean place of the first entry that was looked for; 1 is the best.
    mean_rank: f64,
    /// How many words have it at the first place.
    n_first: usize,
}

/// Searches for every word.
pub(crate) fn measure() -> Ranks {
    let catalog = checked(SHIPPED).catalog;
    let cards = CardIndex::new(&catalog);
    let ranks: Vec<u32> = SearchWord::all(&catalog)
        .iter()
        .filter_map(|word| word.rank(&word.found(&catalog, &cards)))
        .filter_map(|rank| u32::try_from(rank).ok())
        .collect();
    let n_words = u32::try_from(ranks.len()).unwrap_or(u32::MAX);
    Ranks {
        n_words: ranks.len(),
        mean_rank: f64::from(ranks.iter().sum::<u32>()) / f64::from(n_words.max(1)),
        n_first: ranks.iter().filter(|rank| **rank == 1).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_is_near_the_top() {
        let Ranks { n_words, mean_rank, n_first } = measure();
        assert!(n_words >= 150 && n_first > n_words / 2, "{n_first} of {n_words}");
        assert!((1.0..3.0).contains(&mean_rank), "{mean_rank}");
    }
}
