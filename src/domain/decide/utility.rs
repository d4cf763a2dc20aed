//! The utility of facts for an option, by the scales of the catalog.

use super::interval::{Interval, greatest, least, mean};
use crate::domain::catalog::{
    Alternative, Catalog, Choice, Combine, Date, FULL, Kind, Term, Value,
};

/// The utility of an alternative for an option on a day, from all facts that the option asks for.
pub(super) fn of_choice(
    catalog: &Catalog,
    choice: &Choice,
    alternative: &Alternative,
    today: Date,
) -> Interval {
    let terms = choice.terms.iter().map(|term| {
        let criterion = catalog.criterion(term.criterion);
        let value = criterion.value_on(alternative.fact(term.criterion), today);
        of_term(term, criterion.kind, value)
    });
    match choice.combine {
        Combine::Max => terms.fold(Interval::default(), greatest),
        Combine::Mean => mean(terms),
        Combine::Min => terms.fold(Interval::exactly(FULL), least),
    }
}

/// What one fact contributes. A known one gives one number; an unknown one the least and the greatest number
/// that any value of its scale would give (decision model, 2.1).
fn of_term(term: &Term, kind: Kind, value: &Value) -> Interval {
    let of = |at: u8| term.table.get(usize::from(at)).copied().unwrap_or(term.otherwise);
    let all = || term.table.iter().copied();
    let best = all().max().unwrap_or(term.otherwise);
    match value {
        Value::One(at) => Interval::exactly(of(*at).min(FULL)),
        Value::Many(_) => Interval::exactly(
            value.positions().map(of).max().unwrap_or(term.otherwise).max(term.otherwise),
        ),
        // A fact of several values may turn out to have none of them.
        Value::Unknown if matches!(kind, Kind::Many(_)) => {
            Interval { lo: term.otherwise, hi: best.max(term.otherwise) }
        }
        Value::Unknown | Value::Text(_) | Value::Date(_) => {
            Interval { lo: all().min().unwrap_or(term.otherwise), hi: best }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalog::CriterionId;

    #[test]
    fn an_unknown_fact_spans_all_that_its_scale_could_give() {
        let term = Term { criterion: CriterionId(0), table: vec![900, 200, 500], otherwise: 0 };
        let one = |value| of_term(&term, Kind::One(0), &value);
        assert_eq!(one(Value::Unknown), Interval { lo: 200, hi: 900 });
        assert_eq!(one(Value::One(2)), Interval::exactly(500));
        let many = |value| of_term(&term, Kind::Many(0), &value);
        assert_eq!(many(Value::Unknown), Interval { lo: 0, hi: 900 }, "it may have no value");
        assert_eq!(many(Value::Many(0b110)), Interval::exactly(500));
        assert_eq!(many(Value::Many(0)), Interval::exactly(0));
    }
}
