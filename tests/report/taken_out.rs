//! Who is taken out is in nothing that is said, as if the catalog did not have it.

use proptest::prelude::*;
use stackfit::domain::catalog::AltId;
use stackfit::domain::decide::rank;
use stackfit::domain::state::State;
use stackfit::report::{Block, Explanation, Section};

use super::case::{Case, some_asked, strict};
use test_support::strategies::cases;

/// A report without its links, which keep what is taken out.
fn said(mut report: Explanation) -> Explanation {
    for block in &mut report.blocks {
        if let Block::Line(line) = block {
            for link in &mut line.links {
                link.query.clear();
            }
        }
    }
    report
}

/// The case with some taken out, and that of a catalog that does not have them.
fn both(case: Case, taken: &[bool]) -> (Case, Case) {
    let ids: Vec<_> = case.catalog.alternative_ids().collect();
    let is_out = |id: AltId| taken.get(id.index()).copied().unwrap_or(false);
    let kept: Vec<_> = ids.iter().copied().filter(|id| !is_out(*id)).collect();
    let place = |id: AltId| kept.iter().position(|kept| *kept == id);
    let renamed = |id: AltId| Some(AltId(u16::try_from(place(id)?).ok()?));
    let in_use = case.state.in_use.and_then(renamed);
    let mut answers = case.state.answers.clone();
    for id in answers.without().to_vec() {
        answers.toggle_without(id);
    }
    let fewer = State {
        answers: answers.clone(),
        in_use,
        open: None,
        compared: Vec::new(),
        choice: None,
        team: Vec::new(),
        ..case.state.clone()
    };
    for id in ids.into_iter().filter(|id| is_out(*id)) {
        answers.toggle_without(id);
    }
    let in_use = in_use.map(|id| kept[id.index()]);
    let state = State { answers, in_use, ..case.state };
    let restricted = Case::new(case.catalog.clone().restricted(&kept), fewer);
    (Case::new(case.catalog, state), restricted)
}

fn is_as_if_it_were_not_there(case: Case, taken: &[bool]) {
    let (taken_out, not_there) = both(case, taken);
    for section in Section::PLAIN {
        assert_eq!(said(taken_out.say(section)), said(not_there.say(section)), "{section:?}");
    }
    let names = |case: &Case| {
        let ranking = rank(&case.table, case.answers());
        let ranked = ranking.eligible.iter().map(|one| (one.rank, one.tied, one.alternative));
        let rest = ranking.unconfirmed.iter().chain(&ranking.excluded);
        let all = ranked.chain(rest.map(|one| (0, false, one.alternative)));
        all.map(|(rank, tied, id)| (rank, tied, case.name(id).to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(names(&taken_out), names(&not_there));
    let ways = |case: &Case| {
        let left =
            case.catalog.alternative_ids().filter(|id| !case.answers().without().contains(id));
        left.map(|id| said(case.say(Section::WhatWouldWin(id)))).collect::<Vec<_>>()
    };
    assert_eq!(ways(&taken_out), ways(&not_there));
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn who_is_taken_out_is_as_if_it_were_not_there(
        case in prop_oneof![some_asked(), strict()],
        taken in proptest::collection::vec(proptest::bool::weighted(0.2), 0..40),
    ) {
        is_as_if_it_were_not_there(case, &taken);
    }
}

#[test]
fn who_is_in_use_and_taken_out_is_said_to_be() {
    let case = Case::frozen("?view=result&a.language=python&today=django&without=django");
    let said = case.say(Section::Today);
    let Block::Line(line) = &said.blocks[0] else { panic!("{said:?}") };
    assert_eq!(line.text, "You use Django, which is not ranked: you took it out.");
}
