//! What switching from what is used today would win and cost.

use proptest::prelude::*;
use stackfit::domain::decide::trade_offs;
use stackfit::report::Section;
use stackfit::text::points;

use super::case::{Case, QUERIES, some_asked, texts};
use test_support::reference;
use test_support::strategies::cases;

/// The figures with a sign in a line, in tenths.
fn signed(line: &str) -> Vec<i64> {
    let figures = line.split([' ', ',']).filter_map(|word| {
        let (sign, figure) = word
            .strip_prefix('+')
            .map(|figure| (1, figure))
            .or_else(|| word.strip_prefix('−').map(|figure| (-1, figure)))?;
        let (whole, tenth) = figure.split_once('.')?;
        Some(sign * (whole.parse::<i64>().ok()? * 10 + tenth.parse::<i64>().ok()?))
    });
    figures.collect()
}

/// Gains and losses are the difference of the points, and each line has the greatest of them.
pub(super) fn gains_and_losses_add_up(case: &Case) {
    let report = case.say(Section::Today);
    let Some(today) = case.state.in_use else {
        assert!(report.blocks.is_empty());
        return;
    };
    let (said, ranking, name) = (texts(&report), case.ranking(), case.name(today));
    match ranking.place(today) {
        Some(place) if place.rank == 1 => {
            let stays = format!(
                "You use {name}, which fits best for these answers: no reason to switch here."
            );
            assert_eq!(said, [stays]);
            return;
        }
        Some(place) => {
            let tied = if place.tied { "tied at " } else { "" };
            let points = place.score.map(|score| points(score, place.close));
            let points = points.unwrap_or_default();
            let opens = format!("You use {name}: {tied}rank {} ({points} points).", place.rank);
            assert!(said[0].starts_with(&opens), "{said:?}");
        }
        None if case.answers().without().contains(&today) => {
            assert_eq!(said[0], format!("You use {name}, which is not ranked: you took it out."));
        }
        None => {
            let out =
                format!("You use {name}, which is not ranked: a must-have stands in the way.");
            assert_eq!(said[0], out);
        }
    }
    let Some(leader) = case.first() else {
        assert_eq!(said.len(), 1);
        return;
    };
    let rows = trade_offs(&case.table, case.answers(), today, leader);
    let exact = |id| {
        let (low, high, weight) = reference::points(&case.table, case.answers(), id);
        (i64::try_from(low + high).expect("small"), i64::try_from(weight).expect("small"))
    };
    let ((to, weight), (from, _)) = (exact(leader), exact(today));
    assert_eq!(rows.iter().map(|row| i64::from(row.points)).sum::<i64>(), to - from);
    let figures: Vec<_> = said[1..].iter().flat_map(|line| signed(line)).collect();
    let of = |sign: i32| rows.iter().filter(move |row| row.points.signum() == sign);
    let expected: Vec<_> = of(1)
        .take(4)
        .map(|row| i64::from(row.tenths.0))
        .chain(of(-1).take(4).map(|row| -i64::from(row.tenths.0)))
        .collect();
    assert_eq!(figures, expected);
    if of(1).count() <= 4 && of(-1).count() <= 4 {
        // Each figure is rounded by half a tenth at most.
        let sum = figures.iter().sum::<i64>();
        let n = i64::try_from(figures.len()).expect("few");
        assert!((2 * weight * sum - (to - from)).abs() <= weight * n, "{said:?}");
    }
    if rows.is_empty() {
        assert_eq!(said[1], "Nothing you asked for differs between the two.");
    }
}

#[test]
fn gains_and_losses_in_the_frozen_catalog_are_the_difference_of_the_points() {
    for query in QUERIES {
        gains_and_losses_add_up(&Case::frozen(query));
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn gains_and_losses_are_the_difference_of_the_points(case in some_asked()) {
        gains_and_losses_add_up(&case);
    }
}
