//! Tests of the store: what is tried and taken back, what is opened, and which changes the address
//! follows.
//!
//! # What this module does not do
//! What an action does to the state is for the tests of the state.

use core::slice::from_ref;

use super::*;
use crate::domain::decide::Importance;
use crate::domain::permalink;
use crate::domain::state::View;

/// The store of a page at the result, with an answer.
fn start() -> Rc<Store> {
    let catalog = crate::ui::fixture::catalog();
    let model = Model::new(catalog, "");
    let query = "?view=result&a.language=python&a.size=small&today=rails&compare=flask";
    Rc::new(Store::new(model, permalink::decode(&model.catalog, query)))
}

fn after(store: &Rc<Store>, changes: &[Change]) -> Rc<Store> {
    let mut after = (**store).clone();
    for change in changes {
        after.change(change.clone());
    }
    Rc::new(after)
}

fn act(action: Action) -> Change {
    Change::Act(Act { action, focus: Focus::Stay })
}

fn question(store: &Store, id: &str) -> QuestionId {
    store.model.catalog.find_question(id).expect(id)
}

/// A trial of a state with one answer less.
fn trial(store: &Store) -> Change {
    let action = Action::ClearAnswer(question(store, "size"));
    let other = store.state.apply(&store.model.catalog, action).expect("it was answered");
    Change::Try(Box::new(other), "take back “Size and life”".to_owned())
}

#[test]
fn what_is_tried_is_shown_and_taken_back_to_exactly_what_was() {
    let start = start();
    let tried = after(&start, &[trial(&start)]);
    assert_ne!(tried.state, start.state);
    let before = tried.local.tried.as_ref().expect("it is being tried");
    assert_eq!((&before.before, &*before.what), (&start.state, "take back “Size and life”"));
    let undone = after(&tried, &[Change::Undo]);
    assert_eq!(undone.state, start.state);
    assert_eq!(undone.local, start.local);
}

#[test]
fn a_trial_and_its_undoing_are_entries_of_the_history_at_the_heading() {
    let start = start();
    let tried = after(&start, &[trial(&start)]);
    let undone = after(&tried, &[Change::Undo]);
    for (store, n) in [(&tried, 1), (&undone, 2)] {
        assert_eq!(store.origin, Origin::Choice);
        assert_eq!(store.focus, (Focus::Heading, n));
    }
}

#[test]
fn without_a_trial_there_is_nothing_to_undo() {
    let start = start();
    assert_eq!(after(&start, &[Change::Undo]), start);
    let once = after(&start, &[trial(&start), Change::Undo]);
    assert_eq!(after(&once, &[Change::Undo]), once);
}

#[test]
fn a_second_trial_goes_back_to_the_first() {
    let start = start();
    let tried = after(&start, &[trial(&start)]);
    let mut other = (*tried.state).clone();
    other.answers.set(question(&start, "language"), None);
    let twice = after(&tried, &[Change::Try(Box::new(other), "two".to_owned())]);
    assert_eq!(after(&twice, &[Change::Undo]).state, tried.state);
}

#[test]
fn other_answers_end_a_trial_and_anything_else_does_not() {
    let start = start();
    let tried = after(&start, &[trial(&start)]);
    let language = question(&start, "language");
    for ends in [
        act(Action::ToggleOption(language, 0)),
        act(Action::SetImportance(language, Importance::VeryImportant)),
        act(Action::ClearAnswers),
        Change::Address(Box::new((*start.state).clone())),
    ] {
        assert_eq!(after(&tried, from_ref(&ends)).local.tried, None, "{ends:?}");
    }
    for keeps in [
        act(Action::Go(View::Compare)),
        act(Action::Open(AltId(0))),
        act(Action::ToggleSplit),
        act(Action::SetToday(None)),
        Change::Type("x".to_owned()),
        Change::Explain(AltId(0)),
        Change::ToggleDetails,
        Change::ToggleEditing(language),
    ] {
        assert_eq!(after(&tried, from_ref(&keeps)).local.tried, tried.local.tried, "{keeps:?}");
    }
}

#[test]
fn what_is_opened_is_closed_by_the_same_and_changes_no_state() {
    let start = start();
    let explained = |store: &Store| store.local.explained.map(|id| id.0);
    let opened = after(&start, &[Change::Explain(AltId(2))]);
    assert_eq!(explained(&opened), Some(2));
    assert_eq!(explained(&after(&opened, &[Change::Explain(AltId(3))])), Some(3), "one at a time");
    for toggle in [Change::Explain(AltId(2)), Change::ToggleDetails, Change::ToggleAllRanks] {
        let once = after(&start, from_ref(&toggle));
        assert_ne!(once.local, start.local, "{toggle:?}");
        assert_eq!(
            (&once.state, once.origin, &once.focus),
            (&start.state, start.origin, &start.focus)
        );
        assert_eq!(after(&once, &[toggle]), start);
    }
}

#[test]
fn the_statements_are_here_once_their_program_says_so() {
    let start = start();
    assert_eq!(start.local.analysis, Arrival::Here, "natively there is one program");
    assert_eq!(after(&start, &[Change::Analysis(false)]).local.analysis, Arrival::Failed);
    assert_eq!(after(&start, &[Change::Analysis(true)]).local.analysis, Arrival::Here);
}

#[test]
fn typing_a_choice_and_the_address_are_told_apart() {
    let start = start();
    assert_eq!(start.origin, Origin::Start);
    let origin = |change: Change| after(&start, &[change]).origin;
    assert_eq!(origin(Change::Type("x".to_owned())), Origin::Typing);
    assert_eq!(origin(act(Action::ClearAnswers)), Origin::Choice);
    let mut elsewhere = (*start.state).clone();
    elsewhere.view = View::Browse;
    assert_eq!(origin(Change::Address(Box::new(elsewhere))), Origin::Address);
}
