//! Contesting a fact: a link that opens an issue, or a correction to copy where there is no place
//! for issues.

use yew::prelude::*;

use super::copy_field::CopyField;
use super::link;
use crate::domain::catalog::{AltId, CriterionId};
use crate::text::{Correction, msg};
use crate::ui::context::PageContext;

/// A way to contest a fact. `opened` has the criteria whose corrections are shown.
pub(in crate::ui) fn view(
    cx: &PageContext,
    alternative: AltId,
    criterion: CriterionId,
    opened: &UseStateHandle<Vec<CriterionId>>,
) -> Html {
    let model = cx.model;
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
    let is_open = opened.contains(&criterion);
    let onclick = {
        let opened = opened.clone();
        Callback::from(move |_: MouseEvent| {
            let mut next: Vec<_> =
                opened.iter().copied().filter(|other| *other != criterion).collect();
            if !is_open {
                next.push(criterion);
            }
            opened.set(next);
        })
    };
    html! {
        <>
            <button type="button" class="contest__button" aria-expanded={is_open.to_string()} {onclick}>
                { label }
            </button>
            if is_open {
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
