//! The current date, for ages counted from the day on which a command runs. Days are UTC.

use jiff::tz::Offset;
use jiff::{Timestamp, civil};
use stackfit::domain::catalog::Date;

/// Today.
pub(crate) fn today() -> Date {
    date(Offset::UTC.to_datetime(Timestamp::now()).date())
}

/// The day that an argument names.
///
/// # Errors
/// If the text is no day.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    let date: Option<Date> = text.parse().ok();
    date.filter(|date| date.day > 0).ok_or_else(|| "it is no day such as 2026-11-30".to_owned())
}

/// A calendar day in the catalog's own type.
fn date(day: civil::Date) -> Date {
    Date {
        year: day.year().unsigned_abs(),
        month: day.month().unsigned_abs(),
        day: day.day().unsigned_abs(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_are_days() {
        assert_eq!(day("2026-11-30").map(|day| day.to_string()).as_deref(), Ok("2026-11-30"));
        for text in ["2026-11", "yesterday", "2026-02-30", ""] {
            assert!(day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_keeps_its_year_month_and_day() {
        assert_eq!(date(civil::date(2000, 2, 29)).to_string(), "2000-02-29");
        assert_eq!(date(civil::date(2026, 11, 5)).to_string(), "2026-11-05");
    }
}
