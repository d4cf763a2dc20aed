//! How old a fact is on the current day, and how that affects its value.
//!
//! The current day is passed in. An old fact is not wrong: it is still shown, with its age, and
//! only counts for less.

use super::{Criterion, Date, Fact, Value};

/// How far a fact can be relied on, given its age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Freshness {
    /// Of the last twelve months.
    Fresh,
    /// More than twelve months old. It counts, and is marked as old.
    Stale,
    /// More than twenty-four months old. It counts as unknown.
    Expired,
}

impl Freshness {
    /// The freshness, on a given day, of something of another day. What lies ahead is fresh.
    #[must_use]
    pub fn of(day: Date, today: Date) -> Self {
        if is_before(day.years_later(2), today) {
            Self::Expired
        } else if is_before(day.years_later(1), today) {
            Self::Stale
        } else {
            Self::Fresh
        }
    }
}

impl Criterion {
    /// The freshness, on a day, of a fact of this criterion. A figure of the newest run does not
    /// expire.
    #[must_use]
    pub fn freshness(&self, fact: &Fact, today: Date) -> Freshness {
        let freshness = Freshness::of(fact.day(), today);
        let is_newest = self.newest_run.is_some_and(|run| fact.of.is_some_and(|of| of >= run));
        if is_newest { freshness.min(Freshness::Stale) } else { freshness }
    }

    /// The value of a fact of this criterion that counts on a day: an expired fact is unknown.
    #[must_use]
    pub fn value_on<'a>(&self, fact: &'a Fact, today: Date) -> &'a Value {
        if self.freshness(fact, today) == Freshness::Expired {
            &Value::Unknown
        } else {
            &fact.value
        }
    }
}

/// Whether a date comes before another one. An unknown month or day counts as the first.
fn is_before(one: Date, other: Date) -> bool {
    let first = |date: Date| (date.year, date.month.max(1), date.day.max(1));
    first(one) < first(other)
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
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

    fn criterion(newest_run: Option<&str>) -> Criterion {
        Criterion {
            id: "speed".into(),
            label: "Speed".into(),
            means: "How fast.".into(),
            group: 0,
            kind: Kind::One(0),
            editorial: false,
            volatile: false,
            aliases: Vec::new(),
            newest_run: newest_run.map(date),
        }
    }

    fn fact(of: Option<&str>) -> Fact {
        let (value, checked) = (Value::One(1), date("2024-11-24"));
        Fact { value, by: "a".into(), checked, of: of.map(date) }
    }

    #[test]
    fn an_expired_fact_counts_as_not_known_and_keeps_its_value() {
        let (known, fact) = (criterion(None), fact(None));
        assert_eq!(known.value_on(&fact, date("2026-11-24")), &Value::One(1));
        assert_eq!(known.value_on(&fact, date("2026-11-25")), &Value::Unknown);
        assert_eq!(fact.value, Value::One(1));
    }

    #[test]
    fn the_age_of_a_figure_is_counted_from_its_own_day() {
        let on = |of, today| criterion(None).freshness(&fact(of), date(today));
        assert_eq!(on(Some("2023-11-24"), "2024-11-24"), Freshness::Fresh);
        assert_eq!(on(Some("2023-11-24"), "2024-11-25"), Freshness::Stale);
        assert_eq!(on(Some("2023-11-24"), "2025-11-25"), Freshness::Expired);
        assert_eq!(on(Some("2023"), "2025-01-02"), Freshness::Expired, "its first day counts");
    }

    #[test]
    fn a_figure_of_the_newest_run_becomes_stale_and_does_not_expire() {
        let known = criterion(Some("2024-04-15"));
        let on = |of, today| known.freshness(&fact(of), date(today));
        assert_eq!(on(Some("2024-04-15"), "2025-04-15"), Freshness::Fresh);
        assert_eq!(on(Some("2024-04-15"), "2025-04-16"), Freshness::Stale);
        assert_eq!(on(Some("2024-04-15"), "2034-04-16"), Freshness::Stale);
        assert_eq!(on(Some("2024-04-14"), "2026-04-15"), Freshness::Expired, "of an older run");
        assert_eq!(on(None, "2026-11-25"), Freshness::Expired, "of no run");
    }
}
