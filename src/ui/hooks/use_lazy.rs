//! Assets that load after the page is drawn: the evidence, and the program that explains results.

use yew::prelude::*;

use crate::browser::{evidence, explain};
use crate::text::{Message, msg};
use crate::ui::model::Model;

/// An asset that loads later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Asset {
    /// Notes, sources and drawbacks.
    Evidence,
    /// The program that explains results.
    Explain,
}

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

/// The state of an asset, and a callback that loads it. Only the first call has an effect.
#[hook]
pub(in crate::ui) fn use_lazy(model: Model, asset: Asset) -> (LoadState, Callback<()>) {
    let state = use_state(|| {
        let is_here = match asset {
            Asset::Evidence => model.has_evidence(),
            // In native rendering there is only one program.
            Asset::Explain => cfg!(not(target_arch = "wasm32")),
        };
        if is_here { LoadState::Here } else { LoadState::Waiting }
    });
    let is_asked = use_mut_ref(|| false);
    let fetch = {
        let state = state.setter();
        use_callback((), move |(), ()| {
            if is_asked.replace(true) {
                return;
            }
            let state = state.clone();
            let arrived = move |is_here| state.set(LoadState::of(is_here));
            match asset {
                Asset::Evidence if model.has_evidence() => {}
                Asset::Evidence => evidence::fetch(move |text| {
                    arrived(text.is_some_and(|text| model.take_evidence(&text)));
                }),
                Asset::Explain => explain::fetch(arrived),
            }
        })
    };
    (*state, fetch)
}
