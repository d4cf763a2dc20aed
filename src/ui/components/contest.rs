//! Contesting a fact: a link that opens an issue, or a correction to copy where there is no place
//! for issues.

use yew::prelude::*;

use super::copy_field::CopyField;
use super::link;
use crate::domain::catalog::{AltId, CriterionId};
use crate::text::{Correction, msg};
use crate::ui::hooks::LoadState;
use crate::ui::model::Model;

/// The props of the correction of a fact.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(in crate::ui) struct ContestProps {
    /// The catalog.
    pub model: Model,
    /// The alternative.
    pub alternative: AltId,
    /// The criterion.
    pub criterion: CriterionId,
    /// The state of the evidence: the correction names the sources once it has loaded.
    pub evidence: LoadState,
}

/// A way to contest a fact.
#[component]
pub(in crate::ui) fn Contest(props: &ContestProps) -> Html {
    let ContestProps { model, alternative, criterion, .. } = *props;
    let is_open = use_state(|| false);
    let catalog = &model.catalog;
    let correction = || {
        let dossier = model.dossier(alternative);
        Correction::of(catalog, &model.words, dossier, alternative, criterion)
    };
    let known = catalog.criterion(criterion);
    let label = html! {
        <span class="contest">
            { model.t(msg::CONTEST_LINK) }
            <span class="visually-hidden">{ &known.label }</span>
        </span>
    };
    if let Some(place) = &catalog.subject.contest {
        return link::external(&correction().address(place).into(), label);
    }
    let onclick = {
        let (setter, next) = (is_open.setter(), !*is_open);
        Callback::from(move |_: MouseEvent| setter.set(next))
    };
    html! {
        <>
            <button type="button" class="contest__button" aria-expanded={is_open.to_string()} {onclick}>
                { label }
            </button>
            if *is_open {
                <div class="correction">
                    <CopyField {model} text={correction().text()}
                        field={["correction-", &*known.id].concat()} label={msg::CONTEST_TEXT}
                        is_long=true button={msg::CONTEST_COPY} done={msg::CONTEST_COPIED}
                        refused={msg::CONTEST_NOT_COPIED} />
                </div>
            }
        </>
    }
}
