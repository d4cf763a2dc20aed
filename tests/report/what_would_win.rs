//! What would make somebody win: whatever is said to do it does it.
//!
//! That no cheaper change does it is held to brute force by the tests of the domain.

use proptest::prelude::*;
use stackfit::domain::catalog::AltId;
use stackfit::domain::decide::{Answers, Counterfactuals, Score, WhatItTakes, rank, what_it_takes};
use stackfit::report::{Block, Section};

use super::case::{Case, QUERIES, lines, some_asked, strict, texts};
use test_support::strategies::cases;

pub(super) fn does_what_it_says(case: &Case, id: AltId) {
    let report = case.say(Section::WhatWouldWin(id));
    let name = case.name(id);
    let ranking = case.ranking();
    let is_first =
        |answers: &Answers| rank(&case.table, answers).leaders().any(|one| one.alternative == id);
    let leads = ranking.leaders().any(|one| one.alternative == id);
    let title = if leads {
        format!("What would beat {name}?")
    } else {
        format!("How could {name} come first?")
    };
    assert_eq!(report.blocks[0], Block::Title(title));
    let said = texts(&report);
    let links: Vec<_> = lines(&report).into_iter().flat_map(|line| &line.links).collect();
    for link in &links {
        assert!(said.contains(&link.tries.as_str()), "the change stands beside its link");
        let after = case.followed(link).answers;
        assert_ne!(&after, case.answers());
        assert_eq!(is_first(&after), !leads, "{name}: {}", link.query);
    }
    let ways = Counterfactuals::of(&case.table, case.answers());
    let (sentence, n_links) = match what_it_takes(&case.table, case.answers(), &ranking, &ways, id)
    {
        WhatItTakes::First if ways.dethrones(id).is_some() => {
            ("It would no longer be first with this change:".to_owned(), 1)
        }
        WhatItTakes::First => ("No single change does.".to_owned(), 0),
        WhatItTakes::One(way) => {
            let after = case.followed(links[0]).answers;
            let n_first = rank(&case.table, &after).leaders().count();
            assert_eq!(way.shared, n_first > 1);
            if way.shared {
                let shared = "It would be first, together with others, with one change:";
                (shared.to_owned(), 1)
            } else {
                ("It would be first with one change:".to_owned(), 1)
            }
        }
        WhatItTakes::Two(_) => {
            let two = "No single change makes it first; these two together do:";
            (two.to_owned(), 1)
        }
        WhatItTakes::Far(_) => (far(case, id), 0),
        WhatItTakes::Open => ("Nothing is ranked yet.".to_owned(), 0),
    };
    assert_eq!((said[0], links.len()), (sentence.as_str(), n_links));
}

/// By how much somebody is behind whom, as shown.
fn far(case: &Case, id: AltId) -> String {
    let ranking = case.ranking();
    let leader = ranking.leaders().next().expect("somebody leads");
    let shown = |score: Option<Score>| score.map_or(0, |score| score.tenths().0);
    let own = shown(Score::of(&case.table, case.answers(), id));
    let behind = shown(leader.score).saturating_sub(own);
    if behind == 0 {
        return "Not within two changes: must-haves stand in the way.".to_owned();
    }
    let (name, whole, tenth) = (case.name(leader.alternative), behind / 10, behind % 10);
    format!("Not within two changes: {whole}.{tenth} points behind {name}.")
}

#[test]
fn every_way_in_the_frozen_catalog_leads_where_it_says() {
    for query in QUERIES {
        let case = Case::frozen(query);
        // Every fourth, from the first to the last: a pair of changes takes its time to find.
        for id in case.catalog.alternative_ids().step_by(4) {
            does_what_it_says(&case, id);
        }
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn every_way_leads_where_it_says(case in some_asked(), at in any::<prop::sample::Index>()) {
        let ids: Vec<_> = case.catalog.alternative_ids().collect();
        if !ids.is_empty() {
            does_what_it_says(&case, ids[at.index(ids.len())]);
        }
    }

    #[test]
    fn every_way_leads_where_it_says_past_must_haves(
        case in strict(), at in any::<prop::sample::Index>()
    ) {
        let ids: Vec<_> = case.catalog.alternative_ids().collect();
        if !ids.is_empty() {
            does_what_it_says(&case, ids[at.index(ids.len())]);
        }
    }
}
