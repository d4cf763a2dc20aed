//! Assets that load after the page is drawn: the evidence, and the program that explains results.

use yew::prelude::*;

use crate::browser::{clock, evidence, explain};
use crate::text::{Message, msg};
use crate::ui::model::Model;

/// The state of an asset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) enum LoadState {
    /// It was not requested, or is loading.
    #[default]
    Waiting,
    /// It has loaded.
    Here,
    /// It failed to load, or belongs to another build.
    Failed,
}

impl LoadState {
    const fn of(is_here: bool) -> Self {
        if is_here { Self::Here } else { Self::Failed }
    }

    /// The message about the evidence while it has not loaded.
    pub(in crate::ui) const fn evidence_message(self) -> Option<Message> {
        match self {
            Self::Waiting => Some(msg::DETAIL_EVIDENCE_WAITING),
            Self::Here => None,
            Self::Failed => Some(msg::DETAIL_EVIDENCE_FAILED),
        }
    }
}

/// The state of the evidence and of the program that explains results, and a callback that loads
/// both. Only the first call has an effect.
#[hook]
pub(in crate::ui) fn use_lazy(model: Model) -> (LoadState, LoadState, Callback<()>) {
    let at_first = |is_here| if is_here { LoadState::Here } else { LoadState::Waiting };
    let evidence = use_state(|| at_first(model.has_evidence()));
    // In native rendering there is only one program.
    let explain = use_state(|| at_first(cfg!(not(target_arch = "wasm32"))));
    let is_asked = use_mut_ref(|| false);
    let fetch = {
        let (evidence, explain) = (evidence.setter(), explain.setter());
        use_callback((), move |(), ()| {
            if is_asked.replace(true) {
                return;
            }
            if !model.has_evidence() {
                let evidence = evidence.clone();
                evidence::fetch(move |text| {
                    let is_taken = text.is_some_and(|text| model.take_evidence(&text));
                    evidence.set(LoadState::of(is_taken));
                });
            }
            let explain = explain.clone();
            explain::fetch(move |is_here| {
                explain.set(LoadState::of(is_here));
                if is_here {
                    clock::after(clock::AFTER_PAINT, Box::new(move || model.warm_up()));
                }
            });
        })
    };
    (*evidence, *explain, fetch)
}
