//! What to give up where must-haves leave nobody: each way out brings back whom it names.
//!
//! That the smallest ways out are found is held to brute force by the tests of the domain.

use proptest::prelude::*;
use stackfit::domain::decide::rank::Verdict;
use stackfit::domain::decide::{Cause, NoMatch, rank};
use stackfit::report::Section;
use stackfit::text::causes;

use super::case::{Case, QUERIES, lines, strict, texts};
use test_support::reference;
use test_support::strategies::cases;

/// Each way out gives up what it names, and brings back whom it names.
pub(super) fn brings_back_whom_it_names(case: &Case) {
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
        assert!(said.text.starts_with(&format!("Drop {options}: ")), "{}", said.text);
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
            [only] => only.score.map(|score| (only.alternative, score.whole())),
            _ => None,
        };
        // No points are no lead.
        let leads = leads.filter(|(_, points)| *points > 0);
        let end = leads.map(|(id, points)| format!(" Best of them: {} ({points}).", case.name(id)));
        let leads = said.text.split_once(" would qualify.").expect("somebody is back").1;
        assert_eq!(leads, end.unwrap_or_default(), "{}", said.text);
    }
    let others: Vec<_> =
        texts(&report).into_iter().filter(|line| line.starts_with("No ")).collect();
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

#[test]
fn each_way_out_in_the_frozen_catalog_brings_back_whom_it_names() {
    for query in QUERIES {
        brings_back_whom_it_names(&Case::frozen(query));
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn each_way_out_brings_back_whom_it_names(case in strict()) {
        brings_back_whom_it_names(&case);
    }
}
