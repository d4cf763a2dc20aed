//! Stable sorting through two small shared routines.
//!
//! The standard sort is instantiated for every type and comparison, with some 6 kB of WebAssembly
//! each. A merge sort of indices, with a comparison passed by reference, is compiled once and takes
//! a tenth of that. So does a radix sort, which is for large inputs.
//!
//! Merge sort is not for hot loops: each comparison is an indirect call.

use core::cmp::Ordering;

/// The indices of numbers in ascending order; stable.
///
/// A radix sort by bytes, the lowest first; bytes that are equal in all numbers are skipped.
#[must_use]
pub fn by_number(numbers: &[u64]) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..numbers.len()).collect();
    let mut next = sorted.clone();
    let differing = numbers.iter().fold(0, |bits, number| bits | number ^ numbers[0]);
    for shift in (0..64).step_by(8) {
        if (differing >> shift).trailing_zeros() >= 8 {
            continue;
        }
        let digit = |number: u64| (number >> shift & 0xff) as usize;
        let mut ends = [0; 256];
        for number in numbers {
            ends[digit(*number)] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        // From the end, so that equal items keep their order.
        for at in sorted.iter().rev() {
            let end = &mut ends[digit(numbers[*at])];
            *end -= 1;
            next[*end] = *at;
        }
        core::mem::swap(&mut sorted, &mut next);
    }
    sorted
}

/// The indices `0..n` in the order of a comparison of indices; stable.
#[must_use]
pub fn positions(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..n).collect();
    let mut merged = sorted.clone();
    let mut length = 1;
    while length < n {
        for start in (0..n).step_by(2 * length) {
            let (mut left, mut right) = (start, (start + length).min(n));
            let (middle, end) = (right, (start + 2 * length).min(n));
            for place in &mut merged[start..end] {
                // Of equal items, the one from the left run comes first.
                let is_right =
                    left == middle || right < end && compare(sorted[right], sorted[left]).is_lt();
                let from = if is_right { &mut right } else { &mut left };
                *place = sorted[*from];
                *from += 1;
            }
        }
        core::mem::swap(&mut sorted, &mut merged);
        length *= 2;
    }
    sorted
}

/// Sorts items by a number, ascending; stable. Use `!number` for descending order.
pub fn sort_by_number<T: Clone>(items: &mut Vec<T>, number: impl Fn(&T) -> u64) {
    let mut numbers = Vec::with_capacity(items.len());
    for item in items.iter() {
        numbers.push(number(item));
    }
    let mut sorted = Vec::with_capacity(items.len());
    for at in by_number(&numbers) {
        sorted.push(items[at].clone());
    }
    *items = sorted;
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
            let by_comparison =
                positions(items.len(), &|one, other| items[one].0.cmp(&items[other].0));
            let by_comparison: Vec<_> = by_comparison.into_iter().map(|at| items[at]).collect();
            let (mut ours, mut standard) = (items.clone(), items);
            sort_by_number(&mut ours, |item| item.0.into());
            standard.sort_by_key(|item| item.0);
            assert_eq!(ours, standard);
            assert_eq!(by_comparison, standard);
        }
    }

    #[test]
    fn numbers_are_sorted_as_the_standard_sort_does() {
        let mut seed = 1_u64;
        for n in 0..70 {
            let numbers: Vec<u64> = (0..n)
                .map(|_| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    // Few distinct values, in the lowest and the highest bytes.
                    seed >> 62 | seed << 61
                })
                .collect();
            let mut standard: Vec<usize> = (0..numbers.len()).collect();
            standard.sort_by_key(|at| numbers[*at]);
            assert_eq!(by_number(&numbers), standard);
        }
    }

    #[test]
    fn equals_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_number(&mut items, |item| item.0);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        sort_by_number(&mut items, |item| !item.0);
        assert_eq!(items, [(2, 'a'), (2, 'c'), (1, 'b'), (1, 'd')]);
    }
}
