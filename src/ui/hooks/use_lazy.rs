//! What is fetched after the page stands: the evidence, and the program that explains results.

use yew::prelude::*;

use crate::browser::{evidence, explain};
use crate::text::{Message, msg};
use crate::ui::model::Model;

/// Something that is fetched later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Asset {
    /// Notes, sources and drawbacks.
    Evidence,
    /// The program that explains results.
    Explain,
}

/// Whether an asset has arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) enum LoadState {
    /// It was not asked for, or is on its way.
    #[default]
    Waiting,
    /// It is here.
    Here,
    /// It did not come, or is that of another build.
    Failed,
}

impl LoadState {
    const fn of(is_here: bool) -> Self {
        if is_here { Self::Here } else { Self::Failed }
    }

    /// What to say of the evidence while it is not here.
    pub(in crate::ui) const fn evidence_message(self) -> Option<Message> {
        match self {
            Self::Waiting => Some(msg::DETAIL_EVIDENCE_WAITING),
            Self::Here => None,
            Self::Failed => Some(msg::DETAIL_EVIDENCE_FAILED),
        }
    }
}

/// Whether an asset has arrived, and a callback that fetches it. Only the first call fetches.
#[hook]
pub(in crate::ui) fn use_lazy(model: Model, asset: Asset) -> (LoadState, Callback<()>) {
    let state = use_state(|| {
        let is_here = match asset {
            Asset::Evidence => model.has_evidence(),
            // Natively there is one program only.
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
