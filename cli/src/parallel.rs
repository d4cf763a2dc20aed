//! Work that mostly waits, some of it at once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The results for some items, in their order; at most `at_once` are worked on at once.
///
/// # Panics
/// If the work panics.
pub(crate) fn map<T: Sync, R: Send>(
    items: &[T],
    at_once: usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut results = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            match items.get(at) {
                Some(item) => results.push((at, work(item))),
                None => return results,
            }
        }
    };
    let mut results: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..at_once.min(items.len())).map(|_| scope.spawn(worker)).collect();
        let results = workers.into_iter().map(thread::ScopedJoinHandle::join);
        results.flat_map(|result| result.expect("the work does not panic")).collect()
    });
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicU32;
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_are_in_the_order_of_the_items_and_only_some_are_worked_on_at_once() {
        let (now, most) = (AtomicU32::new(0), AtomicU32::new(0));
        let items: Vec<u64> = (0..20).collect();
        let results = map(&items, 3, |item| {
            most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            thread::sleep(Duration::from_millis(5 - item % 5));
            now.fetch_sub(1, Ordering::SeqCst);
            item * 2
        });
        assert_eq!(results, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        assert!((2..=3).contains(&most.load(Ordering::SeqCst)));
        assert_eq!(map(&[] as &[u8], 3, |item| *item), Vec::<u8>::new());
    }
}
