//! Stable sorting through one shared routine.
//!
//! The standard sort is compiled anew for every type and comparison, some 8 kB of WebAssembly each.
//! Sorting positions by a comparison passed as a reference compiles it once.
//!
//! # What this module does not do
//! It is not for hot loops: each comparison is an indirect call.

use core::cmp::Ordering;

/// The positions `0..n` in the order of a comparison of positions; equals keep their order.
#[must_use]
pub fn positions(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..n).collect();
    positions.sort_by(|one, other| compare(*one, *other));
    positions
}

/// Sorts items by a comparison; equals keep their order.
pub fn sort<T: Clone>(items: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let order = positions(items.len(), &|one, other| compare(&items[one], &items[other]));
    *items = order.into_iter().map(|at| items[at].clone()).collect();
}

/// Sorts items by a key; equals keep their order.
pub fn sort_by_key<T: Clone, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort(items, &|one, other| key(one).cmp(&key(other)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_key(&mut items, |item| item.0);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
