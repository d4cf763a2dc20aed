//! The current date, for ages counted from the day on which a command runs. Days are UTC.

use jiff::tz::Offset;
use jiff::{Timestamp, civil};
use stackfit::domain::catalog::Date;

/// Today.
pub(crate) fn today() -> Date {
    date(Offset::UTC.to_datetime(Timestamp::now()).date())
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
    fn a_day_keeps_its_year_month_and_day() {
        assert_eq!(date(civil::date(2000, 2, 29)).to_string(), "2000-02-29");
        assert_eq!(date(civil::date(2026, 11, 5)).to_string(), "2026-11-05");
    }
}
