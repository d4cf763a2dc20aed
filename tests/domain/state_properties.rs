//! The state under any actions: always valid, and changed exactly where an action says so.
//!
//! It does not draw; what a state looks like is for other tests.

use proptest::prelude::*;
use stackfit::domain::browse::SortBy;
use stackfit::domain::catalog::{Catalog, Select};
use stackfit::domain::decide::Answers;
use stackfit::domain::permalink::{decode, encode};
use stackfit::domain::state::{Action, LONGEST_SEARCH, State, Step, TeamAction, View};

use test_support::reference::fault;
use test_support::strategies::{cases, catalogs_with_actions, catalogs_with_state};

/// Whether an action has something to do in a state.
fn changes(catalog: &Catalog, state: &State, action: &Action) -> bool {
    let n_alternatives = catalog.alternatives.len();
    match action {
        Action::Go(View::Fit(Step::Question(id))) if id.index() >= catalog.questions.len() => false,
        Action::Go(view) => state.view != *view || state.open.is_some(),
        Action::Open(id) if id.index() >= n_alternatives => state.open.is_some(),
        Action::Open(id) => state.open != Some(*id),
        Action::Close => state.open.is_some(),
        Action::Search(text) => {
            let kept: String = text.chars().take(LONGEST_SEARCH).collect();
            state.search != kept
        }
        Action::ToggleFacet(facet, value) => {
            let facet = catalog.facets.get(facet.index());
            facet.is_some_and(|facet| usize::from(*value) < facet.values.len())
        }
        Action::ClearFacet(facet) => state.chosen.of(*facet) != 0,
        Action::ClearFilters => state.chosen.n_values() > 0 || !state.search.is_empty(),
        Action::Sort(Some(SortBy::Key(at))) if usize::from(*at) >= catalog.sorts.len() => false,
        Action::Sort(by) => state.sort != *by,
        Action::ToggleOption(question, option) => {
            let question = catalog.questions.get(question.index());
            question.is_some_and(|question| usize::from(*option) < question.options.len())
        }
        Action::ToggleMust(id, option) => state.answers.get(*id).is_some_and(|answer| {
            let question = catalog.question(*id);
            let chosen = *option < 32 && answer.options & (1 << option) != 0;
            question.can_must && (question.select != Select::All || chosen)
        }),
        Action::SetImportance(question, importance) => {
            state.answers.get(*question).is_some_and(|answer| answer.importance != *importance)
        }
        Action::ClearAnswer(question) => state.answers.get(*question).is_some(),
        Action::ClearAnswers => {
            let is_empty = state.answers.is_empty() && state.answers.without().is_empty();
            !is_empty || state.choice.is_some()
        }
        Action::ToggleWithout(id) => id.index() < n_alternatives,
        Action::SetInUse(Some(id)) | Action::Choose(Some(id)) if id.index() >= n_alternatives => {
            false
        }
        Action::SetInUse(id) => state.in_use != *id,
        Action::Choose(id) => state.choice != *id,
        Action::ToggleCompared(id) => {
            let room = state.compared.len() < 4 && id.index() < n_alternatives;
            state.compared.contains(id) || room
        }
        Action::SwapCompared(old, new) => {
            state.compared.contains(old) && old != new && new.index() < n_alternatives
        }
        Action::ClearCompared => !state.compared.is_empty(),
        Action::ToggleSplit | Action::ToggleAllRows => true,
        Action::Team(TeamAction::Join) => {
            let joins = state.person.is_none()
                && (!state.answers.is_empty() || !state.answers.without().is_empty())
                && state.team.len() < 8;
            joins || state.view != View::Team || state.open.is_some()
        }
        Action::Team(TeamAction::Show(at)) => {
            state.team.get(usize::from(*at)).is_some_and(|member| {
                let is_shown = state.person == Some(*at) && member.answers == state.answers;
                !is_shown || state.view != View::Result || state.open.is_some()
            })
        }
        Action::Team(TeamAction::Name(at, name)) => {
            let kept: String = name.chars().take(40).collect();
            state.team.get(usize::from(*at)).is_some_and(|member| member.name != kept)
        }
        Action::Team(TeamAction::Remove(at)) => usize::from(*at) < state.team.len(),
        Action::Replace(other) => **other != *state,
    }
}

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn no_actions_lead_to_a_state_that_is_not_valid((sample, actions) in catalogs_with_actions()) {
        let catalog = &sample.catalog;
        let mut state = State::new(catalog);
        for action in actions {
            let next = state.apply(catalog, action.clone());
            prop_assert_eq!(next.is_some(), changes(catalog, &state, &action), "{:?}", action);
            if let Some(next) = next {
                prop_assert!(next != state, "{action:?} says that it changed something");
                state = next;
            }
            prop_assert_eq!(fault(catalog, &state), None, "after {:?}", action);
            let link = encode(catalog, &state);
            prop_assert_eq!(&decode(catalog, &link).state, &state, "{}", link);
        }
    }

    /// What can be done by an action can be undone by one.
    #[test]
    fn a_choice_taken_back_leaves_no_trace((sample, state) in catalogs_with_state()) {
        let catalog = &sample.catalog;
        let twice = |action: Action| {
            let once = state.apply(catalog, action.clone())?;
            Some(once.apply(catalog, action).unwrap_or(once))
        };
        for facet in catalog.facet_ids() {
            prop_assert_eq!(twice(Action::ToggleFacet(facet, 0)), Some(state.clone()));
        }
        prop_assert_eq!(twice(Action::ToggleAllRows), Some(state.clone()));
        prop_assert_eq!(twice(Action::ToggleSplit), Some(state.clone()));
        if let (None, Some(id)) = (state.in_use, catalog.alternative_ids().next()) {
            let said = state.apply(catalog, Action::SetInUse(Some(id)));
            let unsaid = said.and_then(|said| said.apply(catalog, Action::SetInUse(None)));
            prop_assert_eq!(unsaid, Some(state.clone()));
        }
        for question in catalog.question_ids() {
            if state.answers.get(question).is_none() {
                prop_assert_eq!(twice(Action::ToggleOption(question, 0)), Some(state.clone()));
            }
        }
        for id in catalog.alternative_ids().filter(|id| !state.compared.contains(id)) {
            let expected = (state.compared.len() < 4).then(|| state.clone());
            prop_assert_eq!(twice(Action::ToggleCompared(id)), expected);
        }
    }

    /// A tick of a question that is a condition at first makes it one; the switch makes it a wish;
    /// further ticks leave it as it is; and the last one taken back leaves nothing.
    #[test]
    fn a_condition_at_first_stays_what_the_switch_says((sample, state) in catalogs_with_state()) {
        let catalog = &sample.catalog;
        for id in catalog.question_ids() {
            let question = catalog.question(id);
            let mut fresh = state.clone();
            fresh.answers.set(id, None);
            let ticked = fresh.apply(catalog, Action::ToggleOption(id, 0)).unwrap();
            let answer = ticked.answers.get(id).unwrap();
            let expected = u32::from(question.is_condition());
            prop_assert_eq!((answer.options, answer.musts), (1, expected));
            if question.is_condition() && question.options.len() > 1 {
                let link = encode(catalog, &ticked);
                let first = &question.options[0].id;
                let said = |kind: &str| format!("{kind}.{}={first}", question.id);
                prop_assert!(link.contains(&said("a")) && link.contains(&said("must")), "{}", link);
                let more = ticked.apply(catalog, Action::ToggleOption(id, 1)).unwrap();
                prop_assert_eq!(more.answers.get(id).unwrap().musts, 0b11, "any of them will do");
                let wish = more.apply(catalog, Action::ToggleMust(id, 0)).unwrap();
                prop_assert_eq!(wish.answers.get(id).unwrap().musts, 0);
                let one = wish.apply(catalog, Action::ToggleOption(id, 1)).unwrap();
                prop_assert_eq!((one.answers.get(id).unwrap().options, one.answers.get(id).unwrap().musts), (1, 0));
                let none = one.apply(catalog, Action::ToggleOption(id, 0)).unwrap();
                prop_assert_eq!(none.answers.get(id), None);
                let alone = decode(catalog, &format!("?{}", said("a"))).state.answers.get(id);
                prop_assert_eq!(alone.map(|answer| answer.musts), Some(0), "a link of before is a wish");
            }
        }
    }

    /// Nothing but what an action is about changes.
    #[test]
    fn answers_survive_everything_that_is_not_about_answers(
        (sample, actions) in catalogs_with_actions(),
        start in any::<prop::sample::Index>(),
    ) {
        let catalog = &sample.catalog;
        let mut state = State::new(catalog);
        let question = catalog.question_ids().nth(start.index(catalog.questions.len())).unwrap();
        state = state.apply(catalog, Action::ToggleOption(question, 0)).unwrap();
        for action in actions {
            let about_answers = matches!(
                action,
                Action::ToggleOption(..)
                    | Action::ToggleMust(..)
                    | Action::SetImportance(..)
                    | Action::ClearAnswer(_)
                    | Action::ClearAnswers
                    | Action::ToggleWithout(_)
                    | Action::Team(TeamAction::Show(_))
                    | Action::Replace(_)
            );
            let before = state.answers.clone();
            state = state.apply(catalog, action).unwrap_or(state);
            prop_assert!(about_answers || state.answers == before);
        }
    }

    #[test]
    fn clearing_leaves_nothing_and_filters_say_whether_they_are_there(
        (sample, state) in catalogs_with_state(),
    ) {
        let catalog = &sample.catalog;
        let after = |action: Action| state.apply(catalog, action).unwrap_or_else(|| state.clone());
        let cleared = after(Action::ClearFilters);
        prop_assert!(!cleared.is_filtered());
        prop_assert_eq!(cleared.answers, state.answers.clone());
        prop_assert_eq!(
            state.is_filtered(),
            state.chosen.iter().count() > 0 || state.search.chars().any(|c| !c.is_whitespace())
        );
        let cleared = after(Action::ClearAnswers);
        prop_assert_eq!(cleared.answers, Answers::none(catalog.questions.len()));
        prop_assert_eq!(after(Action::ClearCompared).compared, vec![]);
    }
}

proptest! {
    #![proptest_config(cases(60))]

    /// The strategy of states makes valid ones only, so that tests which use it mean something.
    #[test]
    fn generated_states_are_valid((sample, state) in catalogs_with_state()) {
        prop_assert_eq!(fault(&sample.catalog, &state), None);
    }
}
