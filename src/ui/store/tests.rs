//! Tests of the store: trials and undo, open facets, and which changes the address follows. The
//! effect of an action on the state is tested with the state.

use core::slice::from_ref;

use super::*;
use crate::domain::browse::SortBy;
use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::decide::Importance;
use crate::domain::permalink;
use crate::domain::state::View;
use crate::ui::fixture;

/// The store of a page at the result, with an answer.
fn start() -> Rc<Store> {
    let model = Model::new(fixture::catalog(), "");
    let query = "?view=result&a.language=python&a.size=small&today=rails&compare=flask";
    Rc::new(Store::new(model, permalink::decode(&model.catalog, query)))
}

fn after(store: &Rc<Store>, actions: &[UiAction]) -> Rc<Store> {
    actions.iter().fold(Rc::clone(store), |store, action| store.reduce(action.clone()))
}

fn act(action: Action) -> UiAction {
    UiAction::Do(action, Focus::Stay)
}

/// The reader goes back or forward to a state.
fn address(state: &State) -> UiAction {
    UiAction::Address(Box::new(Decoded {
        state: state.clone(),
        ignored: Vec::new(),
        made_with: None,
    }))
}

fn elsewhere(store: &Store) -> State {
    State { view: View::Browse, ..(*store.state).clone() }
}

fn question(store: &Store, id: &str) -> QuestionId {
    store.model.catalog.find_question(id).expect(id)
}

/// A trial of a state with one answer less.
fn trial(store: &Store) -> UiAction {
    let action = Action::ClearAnswer(question(store, "size"));
    let other = store.state.apply(&store.model.catalog, action).expect("it was answered");
    UiAction::Try(Box::new(other), "take back “Size and life”".to_owned())
}

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
        act(Action::SetToday(None)),
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
fn an_action_in_vain_is_drawn_all_the_same() {
    let start = start();
    let vain = act(Action::ToggleMust(question(&start, "building"), 0));
    let next = Rc::clone(&start).reduce(vain);
    assert_eq!(next, start);
    assert!(!Rc::ptr_eq(&next, &start), "the same store would not be drawn again");
}

#[test]
fn each_request_moves_the_focus_even_to_where_it_went_before() {
    let start = start();
    let to = UiAction::Focus(Focus::Id("answer-size".to_owned()));
    let once = after(&start, from_ref(&to));
    assert_ne!(once.focus, start.focus);
    assert_ne!(after(&once, &[to]).focus, once.focus);
}

#[test]
fn typing_a_choice_and_the_address_are_told_apart() {
    let start = start();
    assert_eq!(start.origin, ChangeOrigin::Start);
    let origin = |change: UiAction| after(&start, &[change]).origin;
    assert_eq!(origin(UiAction::Type("x".to_owned())), ChangeOrigin::Typing);
    assert_eq!(origin(act(Action::ToggleCompared(AltId(0)))), ChangeOrigin::Choice);
    assert_eq!(origin(address(&elsewhere(&start))), ChangeOrigin::Address);
}

#[test]
fn a_view_a_question_and_details_are_steps_and_choices_in_them_are_none() {
    let start = start();
    let size = question(&start, "size");
    let step = |id| Action::Go(View::Fit(Step::Question(id)));
    let in_fit = after(&start, &[act(step(size))]);
    for (store, change) in [
        (&start, Action::Go(View::Compare)),
        (&start, step(size)),
        (&in_fit, step(question(&start, "box"))),
        (&in_fit, Action::Go(View::Fit(Step::Review))),
        (&start, Action::Open(AltId(0))),
        (&after(&start, &[act(Action::Open(AltId(0)))]), Action::Open(AltId(1))),
        (&after(&start, &[act(Action::Open(AltId(0)))]), Action::Close),
        (&start, Action::ClearAnswers),
        (&after(&start, &[act(Action::Search("x".to_owned()))]), Action::ClearFilters),
        (
            &start,
            Action::Replace(Box::new(State { compared: Vec::new(), ..(*start.state).clone() })),
        ),
    ] {
        let next = after(store, &[act(change.clone())]);
        assert_eq!(next.origin, ChangeOrigin::Step, "{change:?}");
    }
    for change in [
        Action::ToggleFacet(FacetId(0), 0),
        Action::ClearFacet(FacetId(0)),
        Action::Sort(Some(SortBy::Name)),
        Action::ToggleOption(size, 0),
        Action::ToggleMust(size, 0),
        Action::SetImportance(size, Importance::VeryImportant),
        Action::ClearAnswer(size),
        Action::ToggleWithout(AltId(0)),
        Action::SetToday(None),
        Action::ToggleSplit,
        Action::ToggleCompared(AltId(0)),
        Action::ClearCompared,
        Action::ToggleAllRows,
    ] {
        for store in [&start, &in_fit] {
            let next = after(store, &[act(change.clone())]);
            let is_new = next.state != store.state;
            assert!(!is_new || next.origin == ChangeOrigin::Choice, "{change:?}");
        }
    }
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
fn going_back_asks_for_the_place_one_left_and_going_on_for_the_heading() {
    let start = start();
    let opened = after(&start, &[act(Action::Open(AltId(0)))]);
    let back = after(&opened, &[address(&start.state)]);
    assert_eq!(back.focus.target, Focus::Return(String::new()));
    assert!(back.screen.is_back);
    let close = UiAction::Do(Action::Close, Focus::Return("details-x".to_owned()));
    let closed = after(&opened, &[close]);
    assert_eq!(closed.focus.target, Focus::Return("details-x".to_owned()));
    assert!(closed.screen.is_back);
    let gone = after(&closed, &[UiAction::Do(Action::Go(View::Browse), Focus::Heading)]);
    assert!(!gone.screen.is_back);
}

#[test]
fn what_is_open_in_a_result_stays_open_through_details_and_not_through_another_view() {
    let start = start();
    let opened = Opened { whole_ranking: true, explained: Some(AltId(2)), ..Opened::default() };
    let shown = after(&start, &[UiAction::Show(opened)]);
    let back = after(&shown, &[act(Action::Open(AltId(2))), act(Action::Close)]);
    assert_eq!(back.screen.opened, opened);
    let away = after(&shown, &[act(Action::Go(View::Compare)), act(Action::Go(View::Result))]);
    assert_eq!(away.screen.opened, Opened::default());
}

#[test]
fn the_notice_about_a_link_goes_with_what_it_is_about() {
    let model = Model::new(fixture::catalog(), "");
    let query = "?view=result&a.language=python,cobol&must.size=huge&f.colour=red&sort=nothing";
    let start = Rc::new(Store::new(model, permalink::decode(&model.catalog, query)));
    let about = |store: &Store| -> Vec<String> {
        store.start.ignored.iter().map(|part| part.name.clone()).collect()
    };
    assert_eq!(about(&start), ["a.language", "must.size", "f.colour", "sort"]);
    let other = after(
        &start,
        &[act(Action::Search("x".to_owned())), act(Action::ToggleCompared(AltId(0)))],
    );
    assert_eq!(about(&other), about(&start), "they are about something else");
    let size = question(&start, "size");
    let answered = after(&other, &[act(Action::ToggleOption(size, 0))]);
    assert_eq!(about(&answered), ["a.language", "f.colour", "sort"]);
    let sorted = after(&answered, &[act(Action::Sort(Some(SortBy::Name)))]);
    assert_eq!(about(&sorted), ["a.language", "f.colour"]);
    assert!(!sorted.is_notice_dismissed);
    let gone = after(&sorted, &[act(Action::Go(View::Browse))]);
    assert!(gone.is_notice_dismissed, "the address is another one");
    let link = permalink::decode(&model.catalog, query);
    let back = after(&gone, &[UiAction::Address(Box::new(link))]);
    assert!(
        !back.is_notice_dismissed && about(&back) == about(&start),
        "the address is the same one"
    );
}

#[test]
fn a_link_that_is_pasted_adds_its_people_and_anything_else_is_refused() {
    let start = start();
    let paste = |store: &Rc<Store>, text: &str| after(store, &[UiAction::Invite(text.to_owned())]);
    let refused = paste(&start, "https://example.org/?id=1");
    assert_eq!(refused.state, start.state);
    assert!(refused.screen.invited.contains("no answers"), "{}", refused.screen.invited);
    let one = paste(&start, "https://example.org/fit/?a.language=python&a.size=small");
    assert_eq!(&*one.screen.invited, "1 person added.");
    assert_eq!((one.state.team.len(), &one.state.view), (1, &start.state.view));
    assert_eq!(one.state.answers, start.state.answers, "the reader's own stay");
    let named = "?1.name=Ana&1.a.language=python&2.name=Ben&2.a.language=ruby";
    let three = paste(&one, named);
    assert_eq!((&*three.screen.invited, three.state.team.len()), ("2 people added.", 3));
    let again = paste(&three, named);
    assert_eq!(&*again.screen.invited, "Everybody in that link is here already.");
    assert_eq!(again.state, three.state);
    let many: Vec<_> = (1..=8).map(|n| format!("&{n}.a.language=go")).collect();
    let full = paste(&three, &many.concat());
    assert_eq!(
        (full.state.team.len(), full.state.team[..3].to_vec()),
        (8, three.state.team.clone())
    );
    assert!(full.screen.invited.contains("room for eight"), "{}", full.screen.invited);
    assert_eq!(full.focus.target, Focus::Id("team-link".to_owned()));
}

#[test]
fn the_answers_of_a_person_are_changed_where_they_are_shown() {
    let start = start();
    let two = "?1.name=Ana&1.a.language=python&2.name=Ben&2.a.language=ruby";
    let shown =
        after(&start, &[UiAction::Invite(two.to_owned()), act(Action::Team(TeamAction::Show(1)))]);
    let language = question(&start, "language");
    assert_eq!(shown.state.view, View::Result);
    let changed = after(&shown, &[act(Action::ClearAnswer(language))]);
    assert_eq!(changed.state.team[1].answers.get(language), None);
    assert!(changed.state.team[0].answers.get(language).is_some());
    let back = after(&changed, &[act(Action::Team(TeamAction::Join))]);
    assert_eq!(
        (back.state.view, back.state.team.len(), back.state.person),
        (View::Team, 2, Some(1))
    );
    let typed = after(&back, &[UiAction::Name(1, "Benjamin".to_owned())]);
    assert_eq!(typed.origin, ChangeOrigin::Typing);
    assert_eq!(typed.state.team[1].name, "Benjamin");
    assert_eq!(typed.state.unnamed().team[1].name, "");
    let gone = after(&typed, &[act(Action::Team(TeamAction::Remove(0)))]);
    assert_eq!((gone.state.team.len(), gone.state.person), (1, Some(0)));
}

#[test]
fn the_day_of_a_link_is_told_while_its_answers_stand() {
    let model = Model::new(fixture::catalog(), "");
    let link = "?view=result&a.language=python&a.size=small&catalog=2020-01-01";
    let store = Rc::new(Store::new(model, permalink::decode(&model.catalog, link)));
    let day = Date { year: 2020, month: 1, day: 1 };
    assert_eq!(store.made_with(), Some(day));
    let elsewhere = after(&store, &[act(Action::Go(View::Browse)), act(Action::Choose(None))]);
    assert_eq!(elsewhere.made_with(), Some(day));
    let id = question(&store, "size");
    assert_eq!(after(&store, &[act(Action::ClearAnswer(id))]).made_with(), None);
    assert_eq!(start().made_with(), None);
}
