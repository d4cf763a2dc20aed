//! Keeps the answers in this browser, if the reader allows it.

use yew::prelude::*;

use crate::browser::{page, storage};
use crate::domain::state::{State, View};
use crate::domain::{permalink, query};
use crate::ui::model::Model;
use crate::ui::store::ChangeOrigin;

/// Whether answers are kept, and the way to change that.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct KeptAnswers {
    /// Whether it is offered: not in a frame whose host has not asked for it, and not without
    /// storage.
    pub is_offered: bool,
    /// Whether the reader allowed it.
    pub is_on: bool,
    /// Allows it, or forgets everything.
    pub keep: Callback<bool>,
}

impl KeptAnswers {
    /// The query string of the answers that were kept last, with the settings of the page; none if
    /// there are none.
    pub(in crate::ui) fn last(&self, model: Model) -> Option<String> {
        let kept = if self.is_on { storage::read() } else { None };
        let kept = kept.filter(|kept| !kept.is_empty())?;
        Some(query::merge_queries(&kept, &model.settings_query))
    }
}

/// Keeps the answers whenever the reader changes them. Those of a link that was only opened are not
/// kept, nor is an empty questionnaire, with which every visit begins.
#[hook]
pub(in crate::ui) fn use_kept_answers(
    model: Model,
    state: &State,
    origin: ChangeOrigin,
) -> KeptAnswers {
    let is_offered =
        use_memo((), |()| storage::is_available() && (model.settings.keeps || !page::is_framed()));
    let is_on = use_state(|| *is_offered && storage::read().is_some());
    let answers = (!state.answers.is_empty()).then(|| {
        let State { answers, today, split, .. } = state.clone();
        let kept =
            State { view: View::Result, answers, today, split, ..State::new(&model.catalog) };
        permalink::encode(&model.catalog, &kept)
    });
    use_effect_with((*is_on, answers.clone(), origin), |(is_on, answers, origin)| {
        let changed = answers.as_ref().filter(|_| *is_on && *origin != ChangeOrigin::Start);
        if let Some(answers) = changed {
            // A full storage keeps what it has.
            let _ = storage::write(answers);
        }
    });
    let setter = is_on.setter();
    let keep = Callback::from(move |keep: bool| {
        if !keep {
            storage::remove();
        }
        setter.set(keep && storage::write(answers.as_deref().unwrap_or_default()));
    });
    KeptAnswers { is_offered: *is_offered, is_on: *is_on, keep }
}
