//! Calendar dates with a precision of a year, a month or a day.
//!
//! The current date is never read here: an age is always computed from a date that is passed in.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// A date; `month` and `day` are 0 if unknown. Ordered by time; a less precise date comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// The year, four digits.
    pub year: u16,
    /// The month 1..=12, or 0.
    pub month: u8,
    /// The day 1..=31, or 0.
    pub day: u8,
}

/// Why a text is not a date: it does not have the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or there
/// is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let mut next = |length: usize| match parts.next() {
            None => Ok(None),
            Some(part)
                if part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                part.parse::<u16>().map(Some).map_err(|_| NotADate)
            }
            Some(_) => Err(NotADate),
        };
        let year = next(4)?.ok_or(NotADate)?;
        let month = next(2)?;
        let day = next(2)?;
        if parts.next().is_some() || year < 1900 {
            return Err(NotADate);
        }
        let small = |part: Option<u16>| u8::try_from(part.unwrap_or(0)).map_err(|_| NotADate);
        let date = Self { year, month: small(month)?, day: small(day)? };
        let month_exists = month.is_none() || (1..=12).contains(&date.month);
        let day_exists = day.is_none() || (1..=days_in(date.year, date.month)).contains(&date.day);
        if month_exists && day_exists { Ok(date) } else { Err(NotADate) }
    }
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

impl Date {
    /// Whole months from `self` to `later`; 0 if `later` is not later. An unknown month counts as
    /// January, an unknown day as the first.
    #[must_use]
    pub fn months_until(self, later: Self) -> u16 {
        let months = |date: Self| i32::from(date.year) * 12 + i32::from(date.month.max(1));
        let whole = months(later) - months(self) - i32::from(later.day.max(1) < self.day.max(1));
        u16::try_from(whole).unwrap_or(0)
    }

    /// The same day some years later, to the same precision; the last day of the month where that year
    /// has no such day.
    #[must_use]
    pub const fn years_later(self, years: u16) -> Self {
        let year = self.year.saturating_add(years);
        let last = days_in(year, self.month);
        let day = if self.day > last { last } else { self.day };
        Self { year, day, ..self }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.year)?;
        if self.month > 0 {
            write!(out, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(out, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_and_writes_itself_to_the_precision_it_has() {
        for text in ["2005", "2005-07", "2005-07-21", "2024-02-29"] {
            assert_eq!(text.parse::<Date>().map(|date| date.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_no_date() {
        for text in ["", "05", "2005-7", "2005-13", "2023-02-29", "2005-01-00", "2005-01-01-01"] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn months_are_counted_whole_and_never_below_zero() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(date("2025-11-23").months_until(date("2026-11-23")), 12);
        assert_eq!(date("2025-11-24").months_until(date("2026-11-23")), 11);
        assert_eq!(date("2027").months_until(date("2026-11-23")), 0);
    }

    #[test]
    fn a_day_some_years_later_exists() {
        let later =
            |text: &str, years| text.parse::<Date>().unwrap().years_later(years).to_string();
        assert_eq!(later("2024-02-29", 1), "2025-02-28");
        assert_eq!(later("2024-02-29", 4), "2028-02-29");
        assert_eq!(later("2025-12-31", 1), "2026-12-31");
        assert_eq!(later("2025-02", 2), "2027-02");
        assert_eq!(later("2025", 1), "2026");
    }
}
