//! Stable sorting through one small shared routine.
//!
//! The standard sort is compiled anew for every type and comparison, some 6 kB of WebAssembly each.
//! Merging runs of positions, by a comparison passed as a reference, is compiled once and takes a
//! tenth of that.
//!
//! # What this module does not do
//! It is not for hot loops: each comparison is an indirect call.

use core::cmp::Ordering;

/// The positions `0..n` in the order of a comparison of positions; equals keep their order.
#[must_use]
pub fn positions(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..n).collect();
    let mut length = 1;
    while length < n {
        let mut merged = Vec::with_capacity(n);
        for pair in sorted.chunks(2 * length) {
            let (left, right) = pair.split_at(length.min(pair.len()));
            let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
            loop {
                let next = match (left.peek(), right.peek()) {
                    // What stood first stays first among equals.
                    (Some(one), Some(other)) if compare(**other, **one).is_lt() => right.next(),
                    (Some(_), _) => left.next(),
                    (None, _) => right.next(),
                };
                match next {
                    Some(at) => merged.push(*at),
                    None => break,
                }
            }
        }
        sorted = merged;
        length *= 2;
    }
    sorted
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
    fn any_number_of_items_is_sorted_as_the_standard_sort_does() {
        let mut seed = 1_u32;
        for n in 0..70 {
            let items: Vec<(u32, usize)> = (0..n)
                .map(|at| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 28, at)
                })
                .collect();
            let (mut ours, mut standard) = (items.clone(), items);
            sort_by_key(&mut ours, |item| item.0);
            standard.sort_by_key(|item| item.0);
            assert_eq!(ours, standard);
        }
    }

    #[test]
    fn equals_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_key(&mut items, |item| item.0);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
