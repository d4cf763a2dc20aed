//! Keeps the answers in this browser, if the reader allows it.

use std::rc::Rc;

use yew::prelude::*;

use super::use_listener::use_listener;
use crate::browser::{page, storage};
use crate::domain::permalink;
use crate::domain::state::{State, View};
use crate::ui::model::Model;
use crate::ui::store::Store;

/// Whether answers are kept, and the way to change that.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct KeptAnswers {
    /// Whether it is offered: not in a frame whose host has not asked for it, and not without
    /// storage.
    pub is_offered: bool,
    /// Whether the reader allowed it.
    pub is_on: bool,
    /// Whether the reader allowed it, and the browser refused.
    pub is_refused: bool,
    /// Allows it, or forgets everything.
    pub keep: Callback<bool>,
}

impl KeptAnswers {
    /// A state with the answers that were kept last, at their result; none if there are none.
    pub(in crate::ui) fn resumed(&self, model: Model, now: &State) -> Option<State> {
        let kept = if self.is_on { storage::read() } else { None };
        let kept = kept.filter(|kept| !kept.is_empty())?;
        Some(resumed(now, permalink::decode(&model.catalog, &kept).state))
    }
}

/// A state with the answers that were kept. Whatever else the reader has done stays.
fn resumed(now: &State, kept: State) -> State {
    let State { answers, in_use, split, .. } = kept;
    State {
        view: View::Result,
        open: None,
        answers,
        in_use: in_use.or(now.in_use),
        split: split || now.split,
        person: None,
        ..now.clone()
    }
}

/// Whether the reader allows to keep answers, on this screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Consent {
    Off,
    On,
    /// The browser refuses: it has no room, or denies its storage.
    Refused,
}

/// Keeps the answers whenever the reader changes their own. Those of a link that was only opened are not
/// kept, nor are those of somebody else in the team, nor is an empty questionnaire, with which every
/// visit begins.
#[hook]
pub(in crate::ui) fn use_kept_answers(model: Model, store: &Store) -> KeptAnswers {
    let is_offered =
        use_memo((), |()| storage::is_available() && (model.settings.keeps || !page::is_framed()));
    let consent = use_state(|| {
        let kept = if *is_offered { storage::read() } else { None };
        let is_on = kept.is_some_and(|kept| belongs(model, &store.state, &kept));
        if is_on { Consent::On } else { Consent::Off }
    });
    let setter = consent.setter();
    let is_due = *consent == Consent::On && store.is_of_reader();
    let changed = (is_due, store.has_own_answers(), Rc::clone(&store.state));
    use_effect_with(changed, move |(is_due, is_own, state)| {
        if !is_due {
            return;
        }
        match storage::read() {
            // The reader has forgotten them in another tab.
            None => setter.set(Consent::Off),
            Some(kept) => {
                if let Some(now) = update(model, state, *is_own, &kept) {
                    // A full storage keeps what it has.
                    let _ = storage::write(&now);
                }
            }
        }
    });
    let setter = consent.setter();
    let listen = move || storage::listen(move || setter.set(Consent::Off));
    use_listener(*consent == Consent::On, Box::new(listen));
    let setter = consent.setter();
    let keep = use_callback(Rc::clone(&store.state), move |keep: bool, state| {
        setter.set(if !keep {
            storage::remove();
            Consent::Off
        } else if storage::write(&written(model, state)) {
            Consent::On
        } else {
            Consent::Refused
        });
    });
    KeptAnswers {
        // Those of somebody else in a team are not the reader's to keep.
        is_offered: *is_offered && store.is_of_reader(),
        is_on: *consent == Consent::On,
        is_refused: *consent == Consent::Refused,
        keep,
    }
}

/// Whether what is kept may follow the answers of the state at the start: not those of somebody else's link.
fn belongs(model: Model, state: &State, kept: &str) -> bool {
    state.answers.is_blank() || kept.is_empty() || is_kept(model, state, kept)
}

/// Whether the answers of a state are those that are kept.
fn is_kept(model: Model, state: &State, kept: &str) -> bool {
    permalink::decode(&model.catalog, kept).state.answers == state.answers
}

/// The text to store instead of the stored one; none if nothing changes, and for answers that are neither
/// the reader's own nor the stored ones.
fn update(model: Model, state: &State, is_own: bool, kept: &str) -> Option<String> {
    let now = (is_own || is_kept(model, state, kept)).then(|| written(model, state))?;
    (now != kept).then_some(now)
}

/// The answers of a state as they are kept; empty without any.
fn written(model: Model, state: &State) -> String {
    if state.answers.is_empty() {
        return String::new();
    }
    let State { answers, in_use, split, .. } = state.clone();
    let kept = State { view: View::Result, answers, in_use, split, ..State::new(&model.catalog) };
    permalink::encode(&model.catalog, &kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::fixture;

    #[test]
    fn going_on_with_the_last_answers_leaves_everything_else() {
        let model = Model::new(fixture::catalog(), "");
        let state = |query: &str| permalink::decode(&model.catalog, query).state;
        let now = state("?q=x&compare=flask&1.name=Ana&1.a.language=ruby&today=rails");
        let kept = state("?view=result&a.language=python&split=yes");
        let next = resumed(&now, kept.clone());
        assert_eq!((next.view, &next.answers, next.person), (View::Result, &kept.answers, None));
        assert_eq!(
            (&next.team, &next.compared, &next.search),
            (&now.team, &now.compared, &now.search)
        );
        assert_eq!((next.in_use, next.split), (now.in_use, true));
    }

    #[test]
    fn what_is_kept_stays_unless_the_reader_changes_their_own() {
        let model = Model::new(fixture::catalog(), "");
        let state = |query: &str| permalink::decode(&model.catalog, query).state;
        let kept = written(model, &state("?a.language=python"));
        let update = |query: &str, is_own: bool| update(model, &state(query), is_own, &kept);
        assert_eq!(update("?a.language=go", false), None, "somebody else's link");
        assert!(update("?a.language=go", true).is_some_and(|it| it.contains("a.language=go")));
        assert_eq!(update("?view=compare&a.language=python", true), None, "nothing new");
        let today = update("?a.language=python&today=rails", false);
        assert!(today.is_some_and(|it| it.contains("today=rails")), "more about the same answers");
    }

    #[test]
    fn what_is_kept_follows_no_answers_that_came_by_somebody_elses_link() {
        let model = Model::new(fixture::catalog(), "");
        let state = |query: &str| permalink::decode(&model.catalog, query).state;
        let kept = written(model, &state("?a.language=python"));
        for (query, kept, wanted) in [
            ("", &*kept, true),
            ("?view=compare&a.language=python", &*kept, true),
            ("?view=result&a.language=go", &*kept, false),
            ("?view=result&a.language=go", "", true),
        ] {
            assert_eq!(belongs(model, &state(query), kept), wanted, "{query}");
        }
    }

    #[test]
    fn what_is_kept_are_answers_and_nothing_else() {
        let model = Model::new(fixture::catalog(), "");
        let state = |query: &str| permalink::decode(&model.catalog, query).state;
        let all = state("?view=fit&q=x&a.language=python&1.name=Ana&today=rails&choice=flask");
        let kept = written(model, &all);
        assert!(kept.starts_with("?view=result&a.language=python&today=rails&catalog="), "{kept}");
        assert_eq!(written(model, &state("?q=x&today=rails")), "");
    }
}
