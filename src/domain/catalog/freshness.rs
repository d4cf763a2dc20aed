//! How old a fact is on the current day, and how that affects its value.
//!
//! The current day is passed in. An old fact is not wrong: it is still shown, with its age, and
//! only counts for less.

use super::{Date, Fact, Value};

/// How far a fact can be relied on, given its age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Freshness {
    /// Checked within the last twelve months.
    Fresh,
    /// Checked more than twelve months ago. It counts, and is marked as old.
    Stale,
    /// Checked more than twenty-four months ago. It counts as unknown.
    Expired,
}

impl Freshness {
    /// The freshness, on a given day, of something checked on another day. A check in the future is
    /// fresh.
    #[must_use]
    pub fn of(checked: Date, today: Date) -> Self {
        if is_before(years_later(checked, 2), today) {
            Self::Expired
        } else if is_before(years_later(checked, 1), today) {
            Self::Stale
        } else {
            Self::Fresh
        }
    }
}

impl Fact {
    /// The freshness of the fact on a day.
    #[must_use]
    pub fn freshness(&self, today: Date) -> Freshness {
        Freshness::of(self.checked, today)
    }

    /// The value that counts on a day: an expired fact is unknown.
    #[must_use]
    pub fn value_on(&self, today: Date) -> &Value {
        if self.freshness(today) == Freshness::Expired { &Value::Unknown } else { &self.value }
    }
}

const fn years_later(date: Date, years: u16) -> Date {
    Date { year: date.year.saturating_add(years), ..date }
}

/// Whether a date comes before another one. An unknown month or day counts as the first.
fn is_before(one: Date, other: Date) -> bool {
    let first = |date: Date| (date.year, date.month.max(1), date.day.max(1));
    first(one) < first(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_fact_is_stale_from_the_day_after_twelve_months_and_expired_after_twenty_four() {
        let on = |today| Freshness::of(date("2024-11-24"), date(today));
        assert_eq!(on("2024-11-24"), Freshness::Fresh);
        assert_eq!(on("2025-11-24"), Freshness::Fresh, "exactly twelve months");
        assert_eq!(on("2025-11-25"), Freshness::Stale);
        assert_eq!(on("2026-11-24"), Freshness::Stale, "exactly twenty-four months");
        assert_eq!(on("2026-11-25"), Freshness::Expired);
    }

    #[test]
    fn a_leap_day_comes_round_at_the_end_of_february() {
        let on = |today| Freshness::of(date("2024-02-29"), date(today));
        assert_eq!(on("2025-02-28"), Freshness::Fresh);
        assert_eq!(on("2025-03-01"), Freshness::Stale);
        assert_eq!(on("2026-02-28"), Freshness::Stale);
        assert_eq!(on("2026-03-01"), Freshness::Expired);
    }

    #[test]
    fn a_day_that_lies_ahead_is_fresh_and_a_vague_one_counts_from_its_start() {
        assert_eq!(Freshness::of(date("2030-01-01"), date("2026-11-24")), Freshness::Fresh);
        assert_eq!(Freshness::of(date("2025"), date("2026-01-01")), Freshness::Fresh);
        assert_eq!(Freshness::of(date("2025"), date("2026-01-02")), Freshness::Stale);
        assert_eq!(
            Freshness::of(Date { year: u16::MAX, month: 1, day: 1 }, date("2026")),
            Freshness::Fresh
        );
    }

    #[test]
    fn an_expired_fact_counts_as_not_known_and_keeps_its_value() {
        let fact = Fact { value: Value::One(1), by: "a".into(), checked: date("2024-11-24") };
        assert_eq!(fact.value_on(date("2026-11-24")), &Value::One(1));
        assert_eq!(fact.value_on(date("2026-11-25")), &Value::Unknown);
        assert_eq!(fact.value, Value::One(1));
    }
}
