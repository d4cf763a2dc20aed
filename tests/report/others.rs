//! What to give up, who covers it together, and what switching would win and cost.
//!
//! # What this module does not do
//! That the smallest ways out and the best combinations are found is held to brute force by the
//! properties.

use proptest::prelude::*;
use stackfit::domain::decide::rank::Verdict;
use stackfit::domain::decide::{Cause, NoMatch, rank, trade_offs};
use stackfit::report::{Block, Section};
use stackfit::text::causes;

use super::said::{Case, SHIPPED, lines, some_asked, strict, texts};
use crate::support::reference;
use crate::support::strategies::cases;

/// Each way out gives up what it names, and brings back whom it names.
fn brings_back_whom_it_names(case: &Case) {
    let report = case.say(Section::NoMatch);
    let ranking = case.ranking();
    let before = reference::must_haves(&case.table, case.answers());
    let Some(no_match) = NoMatch::of(&case.table, case.answers()) else {
        assert!(report.blocks.is_empty());
        return;
    };
    assert!(ranking.eligible.is_empty() && !before.is_empty());
    let ways: Vec<_> = lines(&report).into_iter().filter(|line| !line.links.is_empty()).collect();
    assert_eq!(ways.len(), no_match.relaxations.len().min(6));
    for (said, way) in ways.iter().zip(&no_match.relaxations) {
        assert_eq!(said.links.len(), 1);
        let after = case.followed(&said.links[0]).answers;
        let kept = reference::must_haves(&case.table, &after);
        let gone: Vec<Cause> = before.iter().filter(|must| !kept.contains(must)).copied().collect();
        assert_eq!(gone, no_match.musts_in(way.dropped).collect::<Vec<_>>());
        assert!(kept.iter().all(|must| before.contains(must)), "nothing is asked for anew");
        let options = causes(&case.catalog, &gone);
        assert!(said.text.starts_with(&format!("Without {options}: ")), "{}", said.text);
        let again = rank(&case.table, &after);
        let back = || again.eligible.iter().map(|one| one.alternative);
        let unknown = || again.unconfirmed.iter().map(|one| one.alternative);
        for (at, one) in way.returns.iter().enumerate() {
            let id = one.alternative;
            assert!(back().chain(unknown()).any(|other| other == id), "{} is back", case.name(id));
            let is_named = said.text.contains(case.name(id));
            assert!(is_named || at >= 4, "{} in {}", case.name(id), said.text);
        }
        assert!(back().count() > 0, "somebody is ranked again");
        let leaders: Vec<_> = again.leaders().collect();
        let leads = match leaders.as_slice() {
            [only] => only.score.map(|score| (only.alternative, score.tenths().0)),
            _ => None,
        };
        let end = leads.map(|(id, tenths)| {
            format!(" {} would lead with {}.{}.", case.name(id), tenths / 10, tenths % 10)
        });
        let leads = said.text.split_once(" would be back.").expect("somebody is back").1;
        assert_eq!(leads, end.unwrap_or_default(), "{}", said.text);
    }
    let others: Vec<_> =
        texts(&report).into_iter().filter(|line| line.starts_with("Nothing in")).collect();
    assert_eq!(others.len(), no_match.conflicts.len().min(3));
    for (said, conflict) in others.iter().zip(&no_match.conflicts) {
        let musts: Vec<_> = no_match.musts_in(*conflict).collect();
        for must in &musts {
            assert!(said.contains(&causes(&case.catalog, &[*must])), "{said}");
        }
        let has_all = |id| {
            musts.iter().all(|must| reference::verdict(&case.table, id, *must) == Verdict::Passes)
        };
        assert!(!case.table.alternatives().any(has_all), "{said}");
    }
}

/// The parts of each combination meet every must-have, and each says what it is there for.
fn covers_all_must_haves(case: &Case) {
    let report = case.say(Section::Together);
    let musts = reference::must_haves(&case.table, case.answers());
    let is_asked = case.state.split || case.ranking().eligible.is_empty();
    if !is_asked {
        assert!(report.blocks.is_empty());
        return;
    }
    let mut combination: Option<(String, Vec<(String, String)>)> = None;
    let mut all = Vec::new();
    for block in &report.blocks {
        match block {
            Block::Title(title) => {
                all.extend(combination.take());
                combination = Some((title.clone(), Vec::new()));
            }
            Block::Line(line) => {
                if let (Some((_, parts)), [link]) = (&mut combination, line.links.as_slice()) {
                    let id = case.followed(link).open.expect("it leads to the part");
                    assert_eq!(link.label, case.name(id));
                    parts.push((link.label.clone(), line.text.clone()));
                }
            }
            Block::Table(table) => panic!("no table is expected: {table:?}"),
        }
    }
    all.extend(combination);
    for (title, parts) in all {
        let names: Vec<_> = parts.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(title, names.join(" + "));
        assert!((2..=3).contains(&names.len()), "{title}");
        let ids = || {
            let is_part = |id: &_| names.contains(&case.name(*id));
            case.catalog.alternative_ids().filter(is_part)
        };
        for must in &musts {
            let option = causes(&case.catalog, &[*must]);
            assert!(parts.iter().any(|(_, text)| text.contains(&option)), "{option} in {parts:?}");
            let is_met =
                ids().any(|id| reference::verdict(&case.table, id, *must) == Verdict::Passes);
            assert!(is_met, "{option} by {title}");
        }
    }
}

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
fn gains_and_losses_add_up(case: &Case) {
    let report = case.say(Section::Today);
    let Some(today) = case.state.today else {
        assert!(report.blocks.is_empty());
        return;
    };
    let (said, ranking, name) = (texts(&report), case.ranking(), case.name(today));
    match ranking.place(today) {
        Some(place) if place.rank == 1 => {
            let stays = format!("{name} fits best for these answers: no reason to switch here.");
            assert_eq!(said, [stays]);
            return;
        }
        Some(place) => {
            let tied = if place.tied { ", tied" } else { "" };
            let opens = format!("{name} is on rank {}{tied} with ", place.rank);
            assert!(said[0].starts_with(&opens), "{said:?}");
        }
        None => {
            let out = format!("{name} is not ranked: a must-have stands in the way.");
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
fn what_is_said_of_the_shipped_catalog_does_what_it_says() {
    for query in SHIPPED {
        let case = Case::shipped(query);
        brings_back_whom_it_names(&case);
        covers_all_must_haves(&case);
        gains_and_losses_add_up(&case);
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn each_way_out_brings_back_whom_it_names(case in strict()) {
        brings_back_whom_it_names(&case);
    }

    #[test]
    fn the_parts_of_a_combination_cover_all_must_haves(case in strict()) {
        covers_all_must_haves(&case);
    }

    #[test]
    fn gains_and_losses_are_the_difference_of_the_points(case in some_asked()) {
        gains_and_losses_add_up(&case);
    }
}
