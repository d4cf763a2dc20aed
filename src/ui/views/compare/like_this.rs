//! "Almost right?": what would make one of the compared alternatives fit best.

use yew::prelude::*;

use super::rows::TableProps;
use super::shown::ShownHandle;
use crate::report::Section;
use crate::text::msg;
use crate::ui::components::element;
use crate::ui::components::explanation::explanation_of;

/// A button for each compared alternative. The one that is pressed is explained: the cheapest change
/// of the answers that puts it first. Nothing without answers.
pub(super) fn view(props: &TableProps, shown: &ShownHandle) -> Html {
    let TableProps { page: cx, program, .. } = props;
    if cx.state.answers.is_empty() {
        return Html::default();
    }
    let compared = &cx.state.compared;
    let explained = shown.get().explained.filter(|id| compared.contains(id));
    html! {
        <section class="compare__like" aria-labelledby="like-this">
            <h3 id="like-this">{ cx.t(msg::COMPARE_LIKE) }</h3>
            <div class="compare__names" translate="no">
                { for compared.iter().copied().map(|id| {
                    let is_shown = explained == Some(id);
                    let onclick = shown.on(move |now| now.explained = (!is_shown).then_some(id));
                    element::toggle(cx.model.catalog.alternative(id).name.clone(), is_shown, onclick)
                }) }
            </div>
            if let Some(id) = explained {
                { explanation_of(cx, *program, Section::WhatWouldWin(id), false) }
            }
        </section>
    }
}
