//! Tests of the store: which changes the address follows, people of links, and whose answers are kept.
//! The effect of an action on the state is tested with the state, and this screen with that.

use core::slice::from_ref;

use super::*;
use crate::domain::browse::SortBy;
use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::decide::Importance;
use crate::domain::permalink;
use crate::domain::state::View;
use crate::ui::fixture;

/// The store of a page at the result, with an answer.
pub(super) fn start() -> Rc<Store> {
    let model = Model::new(fixture::catalog(), "");
    let query = "?view=result&a.language=python&a.size=small&today=rails&compare=flask";
    Rc::new(Store::new(model, permalink::decode(&model.catalog, query)))
}

pub(super) fn after(store: &Rc<Store>, actions: &[UiAction]) -> Rc<Store> {
    actions.iter().fold(Rc::clone(store), |store, action| store.reduce(action.clone()))
}

pub(super) fn act(action: Action) -> UiAction {
    UiAction::Do(action, Focus::Stay)
}

/// The reader goes back or forward to a state.
pub(super) fn address(state: &State) -> UiAction {
    UiAction::Address(Box::new(Decoded {
        state: state.clone(),
        ignored: Vec::new(),
        made_with: None,
    }))
}

fn elsewhere(store: &Store) -> State {
    State { view: View::Browse, ..(*store.state).clone() }
}

pub(super) fn question(store: &Store, id: &str) -> QuestionId {
    store.model.catalog.find_question(id).expect(id)
}

/// A trial of a state with one answer less.
pub(super) fn trial(store: &Store) -> UiAction {
    let action = Action::ClearAnswer(question(store, "size"));
    let other = store.state.apply(&store.model.catalog, action).expect("it was answered");
    UiAction::Try(Box::new(other), "take back “Size and life”".to_owned())
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
        Action::SetInUse(None),
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
fn going_back_asks_for_the_place_one_left_and_going_on_for_the_heading() {
    let start = start();
    let opened = after(&start, &[act(Action::Open(AltId(0)))]);
    let back = after(&opened, &[address(&start.state)]);
    // A page that was loaded again does not know where one left, but whose details these are.
    assert_eq!(back.focus.target, Focus::Return(ids::details(start.model, AltId(0))));
    assert!(back.screen.is_back);
    let compared = after(&start, &[act(Action::Go(View::Compare))]);
    let back = after(&compared, &[address(&start.state)]);
    assert_eq!(back.focus.target, Focus::Return(String::new()));
    let close = UiAction::Do(Action::Close, Focus::Return("details-x".to_owned()));
    let closed = after(&opened, &[close]);
    assert_eq!(closed.focus.target, Focus::Return("details-x".to_owned()));
    assert!(closed.screen.is_back);
    let gone = after(&closed, &[UiAction::Do(Action::Go(View::Browse), Focus::Heading)]);
    assert!(!gone.screen.is_back);
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
    assert_eq!(&*again.screen.invited, "2 people are here already.");
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
        (View::Team, 3, Some(1)),
        "the reader's own answers are those of the third"
    );
    let typed = after(&back, &[UiAction::Name(1, "Benjamin".to_owned())]);
    assert_eq!(typed.origin, ChangeOrigin::Typing);
    assert_eq!(typed.state.team[1].name, "Benjamin");
    assert_eq!(typed.state.unnamed().team[1].name, "");
    let gone = after(&typed, &[act(Action::Team(TeamAction::Remove(0)))]);
    assert_eq!(gone.origin, ChangeOrigin::Step, "the way back brings a person back");
    assert_eq!((gone.state.team.len(), gone.state.person), (2, Some(0)));
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

#[test]
fn an_action_in_vain_leaves_the_address_as_it_is() {
    let start = start();
    let vain = UiAction::Do(Action::Go(start.state.view), Focus::Heading);
    let next = after(&start, &[vain]);
    assert_eq!((next.origin, &next.state), (ChangeOrigin::Start, &start.state));
    assert_eq!(next.focus.target, Focus::Heading);
}

#[test]
fn a_setting_that_was_not_followed_is_told_again_on_the_way_back() {
    let query = "?theme=purple&view=result&a.language=python&sort=nothing";
    let model = Model::new(fixture::catalog(), query);
    let start = Rc::new(Store::new(model, model.link(query)));
    let about = |store: &Store| -> Vec<String> {
        store.start.ignored.iter().map(|part| part.name.clone()).collect()
    };
    assert_eq!(about(&start), ["sort", "theme"]);
    let there = after(&start, &[act(Action::Go(View::Browse))]);
    let back = after(&there, &[UiAction::Address(Box::new(model.link(query)))]);
    assert_eq!((about(&back), back.is_notice_dismissed), (about(&start), false));
    // Where the address does not say it, nothing is told.
    let elsewhere = after(&back, &[UiAction::Address(Box::new(model.link("?view=browse")))]);
    assert!(about(&elsewhere).is_empty(), "{:?}", about(&elsewhere));
}

#[test]
fn only_answers_that_the_reader_changed_are_kept() {
    // Somebody else's link.
    let start = start();
    let looked = after(
        &start,
        &[act(Action::Open(AltId(0))), act(Action::Go(View::Browse)), UiAction::Type("x".into())],
    );
    assert!(!start.has_own_answers() && !looked.has_own_answers());
    let cleared = act(Action::ClearAnswer(question(&start, "size")));
    assert!(after(&looked, from_ref(&cleared)).has_own_answers());
    let none = act(Action::ClearAnswers);
    assert!(!after(&looked, &[none]).has_own_answers(), "an empty questionnaire");
    let link = permalink::decode(&start.model.catalog, "?view=result&a.language=go");
    let followed = act(Action::Replace(Box::new(link.state.clone())));
    let followed = after(&looked, &[cleared.clone(), followed, act(Action::Close)]);
    assert!(!followed.has_own_answers(), "a common question");
    let back = after(&looked, &[cleared, UiAction::Address(Box::new(link))]);
    assert!(!back.has_own_answers(), "a link again");
}

#[test]
fn the_answers_of_somebody_else_in_the_team_are_not_kept() {
    let model = Model::new(fixture::catalog(), "");
    let store = |query: &str| Rc::new(Store::new(model, model.link(query)));
    let ana = store("?view=team&1.name=Ana&1.a.language=python&1.a.size=small");
    let team = |action| act(Action::Team(action));
    let size = act(Action::ClearAnswer(question(&ana, "size")));
    let hers = after(&ana, &[team(TeamAction::Show(0)), size.clone()]);
    assert!(!hers.state.answers.is_empty() && !hers.has_own_answers());
    // Who joins here stays the reader, wherever they stand in the list.
    let language = act(Action::ToggleOption(question(&ana, "language"), 0));
    let joined = after(&ana, &[language.clone(), team(TeamAction::Join)]);
    assert_eq!((joined.screen.own, joined.has_own_answers()), (Some(1), true));
    let first = after(&joined, &[team(TeamAction::Remove(0))]);
    assert_eq!((first.screen.own, first.has_own_answers()), (Some(0), true));
    let other = after(&joined, &[team(TeamAction::Show(0)), size]);
    assert_eq!((other.screen.own, other.has_own_answers()), (Some(1), false));
    let gone = after(&other, &[team(TeamAction::Remove(1))]);
    assert_eq!((gone.screen.own, gone.has_own_answers()), (None, false));
    let shown = after(&ana, &[language, team(TeamAction::Show(0))]);
    assert_eq!((shown.screen.own, shown.has_own_answers()), (Some(1), false));
}

#[test]
fn what_came_of_a_link_is_said_until_something_else_is_done() {
    let start = start();
    let team = act(Action::Go(View::Team));
    let paste = |text: &str| UiAction::Invite(text.to_owned());
    let said = |store: &Store| store.screen.invited.to_string();
    let one = after(&start, &[team.clone(), paste("?1.name=Ana&1.a.language=python&a.size=huge")]);
    assert_eq!(said(&one), "1 person added. Not understood: a.size=huge.");
    for other in [
        act(Action::Go(View::Browse)),
        act(Action::Open(AltId(0))),
        act(Action::Team(TeamAction::Remove(0))),
        UiAction::Name(0, "Anna".to_owned()),
    ] {
        assert_eq!(said(&after(&one, from_ref(&other))), "", "{other:?}");
    }
    let again = after(&one, &[paste("?1.name=Ana&1.a.language=ruby\n?a.size=large")]);
    let new = "1 person added. New answers of Ana have replaced the former ones.";
    assert_eq!((said(&again), again.state.team.len()), (new.to_owned(), 2));
    assert_eq!(again.origin, ChangeOrigin::Step, "the former ones are one entry back");
}

#[test]
fn where_eight_leave_no_room_the_readers_answers_come_back_by_undo() {
    let eight: Vec<_> = (1..=8).map(|n| format!("&{n}.a.language=go")).collect();
    let query = ["?view=team&a.language=python", &eight.concat()].concat();
    let model = Model::new(fixture::catalog(), "");
    let start = Rc::new(Store::new(model, model.link(&query)));
    let show = Action::Team(TeamAction::Show(2));
    let link = start.state.apply(&model.catalog, show.clone()).expect("it is another view");
    for way in [show, Action::Replace(Box::new(link))] {
        let shown = after(&start, &[act(way)]);
        let what = shown.screen.trial.as_ref().map(|trial| trial.what.as_str());
        assert_eq!(what, Some("Result of Person 3"));
        let undone = after(&shown, &[UiAction::Undo]);
        assert_eq!(undone.state.answers, start.state.answers);
        assert_eq!((undone.state.person, &undone.state.team), (None, &start.state.team));
    }
}
