//! The views: one folder each.

mod browse;
mod compare;
mod detail;
mod embed;
mod fit;
mod result;
mod team;

use yew::prelude::*;

use super::context::ViewContext;
use crate::domain::state::View;
use detail::Detail;
use embed::Configurator;
use result::Outcome;

/// The view that a state shows.
pub(super) fn current(cx: &ViewContext) -> Html {
    let page = cx.page.clone();
    if let Some(id) = cx.state.open {
        return html! {
            <Detail {page} ranking={cx.ranking.clone()} {id} evidence={cx.evidence}
                queue={cx.queue.clone()} />
        };
    }
    match cx.state.view {
        View::Browse => browse::view(cx),
        View::Fit(step) => fit::view(cx, step),
        View::Result => html! { <Outcome cx={cx.clone()} /> },
        View::Compare => compare::view(cx),
        View::Team => team::view(cx),
        View::Embed => html! { <Configurator {page} /> },
    }
}
