//! Tests of this screen's state: trials and undo, open facets, the way through the questions, and what is
//! open in a result.

use core::slice::from_ref;

use crate::domain::browse::SortBy;
use crate::domain::catalog::{AltId, FacetId};
use crate::domain::decide::Importance;
use crate::domain::permalink;
use crate::domain::state::{Action, State, Step, TeamAction, View};
use crate::ui::store::tests::{act, address, after, question, start, trial};
use crate::ui::store::{ChangeOrigin, Focus, FocusRequest, Opened, Store, UiAction};

#[test]
fn what_is_tried_is_shown_and_taken_back_to_exactly_what_was() {
    let start = start();
    let tried = after(&start, &[trial(&start)]);
    assert_ne!(tried.state, start.state);
    let before = tried.screen.trial.as_ref().expect("it is being tried");
    assert_eq!((&before.before, &*before.what), (&start.state, "take back “Size and life”"));
    let undone = after(&tried, &[UiAction::Undo]);
    assert_eq!(undone.state, start.state);
    assert_eq!(undone.screen, start.screen);
}

#[test]
fn the_way_back_through_the_questions_is_the_way_one_came() {
    let start = start();
    let step = |id: &str| Step::Question(question(&start, id));
    let go = |id: &str| act(Action::Go(View::Fit(step(id))));
    let came = after(&start, &[go("language"), go("hosting"), go("box")]);
    assert_eq!(came.screen.trail, [step("language"), step("hosting")]);
    let back = after(&came, &[UiAction::StepBack(step("hosting"))]);
    assert_eq!(back.state.view, View::Fit(step("hosting")));
    assert_eq!(back.screen.trail, [step("language")]);
    // Past the start of the way it goes through the list, and does not turn around.
    let first =
        after(&back, &[UiAction::StepBack(step("language")), UiAction::StepBack(step("building"))]);
    assert_eq!(first.screen.trail, []);
    // The browser's own way back leaves the same.
    let by_browser = after(&came, &[address(&back.state)]);
    assert_eq!(by_browser.screen.trail, [step("language")]);
    // What is answered there is not a step.
    let answered = after(&came, &[act(Action::ToggleOption(question(&start, "box"), 0))]);
    assert_eq!(answered.screen.trail, came.screen.trail);
}

#[test]
fn a_trial_and_its_undoing_are_entries_of_the_history_at_the_heading() {
    let start = start();
    let tried = after(&start, &[trial(&start)]);
    let undone = after(&tried, &[UiAction::Undo]);
    for (store, n) in [(&tried, 1), (&undone, 2)] {
        assert_eq!(store.origin, ChangeOrigin::Step);
        assert_eq!(store.focus, FocusRequest { target: Focus::Heading, n });
    }
}

#[test]
fn without_a_trial_there_is_nothing_to_undo() {
    let start = start();
    assert_eq!(after(&start, &[UiAction::Undo]), start);
    let once = after(&start, &[trial(&start), UiAction::Undo]);
    assert_eq!(after(&once, &[UiAction::Undo]), once);
}

#[test]
fn a_second_trial_goes_back_to_the_first() {
    let start = start();
    let tried = after(&start, &[trial(&start)]);
    let mut other = (*tried.state).clone();
    other.answers.set(question(&start, "language"), None);
    let twice = after(&tried, &[UiAction::Try(Box::new(other), "two".to_owned())]);
    assert_eq!(after(&twice, &[UiAction::Undo]).state, tried.state);
}

#[test]
fn other_answers_end_a_trial_and_anything_else_does_not() {
    let start = start();
    let tried = after(&start, &[trial(&start)]);
    let language = question(&start, "language");
    for ends in [
        act(Action::ToggleOption(language, 0)),
        act(Action::SetImportance(language, Importance::VeryImportant)),
        address(&start.state),
    ] {
        assert_eq!(after(&tried, from_ref(&ends)).screen.trial, None, "{ends:?}");
    }
    for keeps in [
        act(Action::Go(View::Compare)),
        act(Action::Open(AltId(0))),
        act(Action::ToggleSplit),
        act(Action::SetInUse(None)),
        UiAction::Type("x".to_owned()),
        UiAction::ToggleFacetOpen(FacetId(1)),
        UiAction::ShowMoreCards("details-flask".to_owned()),
        UiAction::DismissNotice,
    ] {
        assert_eq!(after(&tried, from_ref(&keeps)).screen.trial, tried.screen.trial, "{keeps:?}");
    }
}

#[test]
fn a_facet_that_is_opened_is_closed_by_the_same_and_changes_no_state() {
    let start = start();
    let toggle = UiAction::ToggleFacetOpen(FacetId(4));
    assert!(!start.screen.is_open(FacetId(4)));
    let once = after(&start, from_ref(&toggle));
    assert!(once.screen.is_open(FacetId(4)));
    assert_eq!((&once.state, once.origin, &once.focus), (&start.state, start.origin, &start.focus));
    assert_eq!(after(&once, &[toggle]), start);
}

#[test]
fn the_first_facet_and_those_with_a_choice_are_open_at_first() {
    let model = start().model;
    let chosen = model.catalog.facet_ids().last().expect("a facet");
    let facet = model.catalog.facet(chosen);
    let query = format!("?f.{}={}", facet.id, facet.values[0].id);
    let store = Store::new(model, permalink::decode(&model.catalog, &query));
    let open: Vec<_> = model.catalog.facet_ids().filter(|id| store.screen.is_open(*id)).collect();
    assert_eq!(open, [FacetId(0), chosen]);
}

#[test]
fn a_refused_one_is_told_until_the_comparison_changes() {
    let refused = after(&start(), &[UiAction::RefuseCompared]);
    assert!(refused.screen.is_full);
    let other = after(&refused, &[act(Action::Search("x".to_owned()))]);
    assert!(other.screen.is_full, "it is still full");
    let changed = after(&other, &[act(Action::ToggleCompared(AltId(0)))]);
    assert!(!changed.screen.is_full);
}

#[test]
fn what_is_cleared_comes_back_by_undo_and_what_was_picked_meanwhile_stays() {
    let start = start();
    let cleared = after(&start, &[act(Action::ClearAnswers)]);
    assert!(cleared.state.answers.is_empty());
    assert_eq!(cleared.screen.trial.as_ref().map(|trial| trial.what.as_str()), Some(""));
    let picked = after(&cleared, &[act(Action::ToggleCompared(AltId(0)))]);
    let undone = after(&picked, &[UiAction::Undo]);
    assert_eq!(undone.state.answers, start.state.answers);
    assert_eq!(undone.state.compared, picked.state.compared);

    let filtered = after(
        &start,
        &[act(Action::Search("x".to_owned())), act(Action::ToggleFacet(FacetId(0), 0))],
    );
    let cleared = after(&filtered, &[act(Action::ClearFilters)]);
    assert!(!cleared.state.is_filtered());
    let answered = after(&cleared, &[act(Action::ClearAnswer(question(&start, "size")))]);
    assert!(answered.screen.trial.is_some(), "the filters are still cleared");
    let undone = after(&answered, &[UiAction::Undo]);
    assert_eq!(
        (&undone.state.search, &undone.state.chosen),
        (&filtered.state.search, &filtered.state.chosen)
    );
    assert_eq!(undone.state.answers, answered.state.answers);
    let other = after(&cleared, &[UiAction::Type("y".to_owned())]);
    assert_eq!(other.screen.trial, None, "there are other filters");
    // There is nothing to undo where there was nothing to clear.
    assert_eq!(after(&start, &[act(Action::ClearFilters)]).screen.trial, None);
}

#[test]
fn what_is_open_in_a_result_stays_open_through_details_and_not_through_another_view() {
    let start = start();
    let opened = Opened { whole_ranking: true, explained: Some(AltId(2)), ..Opened::default() };
    let shown = after(&start, &[UiAction::SetOpened(opened)]);
    let back = after(&shown, &[act(Action::Open(AltId(2))), act(Action::Close)]);
    assert_eq!(back.screen.opened, opened);
    let away = after(&shown, &[act(Action::Go(View::Compare)), act(Action::Go(View::Result))]);
    assert_eq!(away.screen.opened, Opened::default());
}

#[test]
fn undo_brings_back_what_was_taken_away_and_leaves_what_was_done_meanwhile() {
    let start = start();
    let cleared = after(&start, &[act(Action::Choose(Some(AltId(1)))), act(Action::ClearAnswers)]);
    let meanwhile = after(
        &cleared,
        &[
            UiAction::Invite("?1.name=Ana&1.a.language=ruby".to_owned()),
            act(Action::ToggleFacet(FacetId(0), 0)),
            act(Action::Search("x".to_owned())),
            act(Action::Sort(Some(SortBy::Name))),
            act(Action::SetInUse(None)),
            act(Action::Go(View::Browse)),
        ],
    );
    let undone = after(&meanwhile, &[UiAction::Undo]);
    let expected = State {
        answers: start.state.answers.clone(),
        choice: Some(AltId(1)),
        ..State::clone(&meanwhile.state)
    };
    assert_eq!(*undone.state, expected);
    assert_eq!((undone.state.team.len(), undone.state.search.as_str()), (1, "x"));
}

#[test]
fn undo_of_a_person_changes_nobody_else() {
    let start = start();
    let two = "?1.name=Ana&1.a.language=ruby&2.name=Ben&2.a.language=go";
    let team = |action| act(Action::Team(action));
    let cleared = after(
        &start,
        &[UiAction::Invite(two.to_owned()), team(TeamAction::Join), act(Action::ClearAnswers)],
    );
    let undone = after(&cleared, &[team(TeamAction::Remove(0)), UiAction::Undo]);
    let names: Vec<_> = undone.state.team.iter().map(|it| it.name.as_str()).collect();
    assert_eq!((names, undone.state.person), (vec!["Ben", ""], Some(1)));
    assert_eq!(undone.state.team[1].answers, start.state.answers);
}
