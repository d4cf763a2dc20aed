//! Today, for what is counted from the day on which a command runs.
//!
//! # What this module does not do
//! It knows no time zone: a day is that of Greenwich.

use std::time::{SystemTime, UNIX_EPOCH};

use stackfit::domain::catalog::Date;

/// Seconds of a day.
const DAY: u64 = 86_400;

/// Today.
pub(crate) fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    of(since.as_secs() / DAY)
}

/// The day so many days after the first of January 1970.
fn of(mut days: u64) -> Date {
    let mut year = 1970;
    while days >= n_days(year) {
        days -= n_days(year);
        year += 1;
    }
    let february = if n_days(year) == 366 { 29 } else { 28 };
    let mut month = 1;
    for n in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if days < n {
            break;
        }
        days -= n;
        month += 1;
    }
    Date { year, month, day: u8::try_from(days + 1).unwrap_or(31) }
}

const fn n_days(year: u16) -> u64 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    if leap { 366 } else { 365 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_through_leap_years_and_ends_of_months() {
        for (days, date) in [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (364, "1970-12-31"),
            (365, "1971-01-01"),
            (11_016, "2000-02-29"),
            (20_781, "2026-11-24"),
        ] {
            assert_eq!(of(days).to_string(), date);
        }
    }
}
