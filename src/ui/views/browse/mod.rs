//! Browse: the way into the questions, and cards with facets, search and sort.

mod band;
mod cards;
mod empty;
mod filters;
mod tools;
mod tray;

use yew::prelude::*;

use crate::domain::browse::Listing;
use crate::text::msg;
use crate::ui::components::common_questions::CommonQuestions;
use crate::ui::components::undo;
use crate::ui::context::ViewContext;
use crate::ui::ids::HEADING;
use filters::Filters;

/// The view; nothing without a listing, which the app computes whenever this view is shown.
pub(super) fn view(cx: &ViewContext) -> Html {
    let Some(listing) = cx.listing.as_deref() else {
        return html! { <div class="browse"></div> };
    };
    html! {
        <>
            { band::view(cx) }
            <div class="browse">
                <div class="browse__tools">{ tools::bar(cx) }</div>
                <aside class="browse__side">
                    <Filters model={cx.model} listing={cx.listing.clone()} chosen={cx.state.chosen.clone()}
                        screen={cx.screen.clone()} dispatch={cx.dispatch.clone()} queue={cx.queue.clone()} />
                </aside>
                <div class="browse__main">
                    <div class="active">
                        <h2 id={HEADING} tabindex="-1" class="browse__count">{ count(cx, listing) }</h2>
                        { tools::chips(cx) }
                        { undo::of_filters(cx) }
                    </div>
                    { cards::view(cx, listing) }
                    { empty::view(cx, listing) }
                </div>
            </div>
            { tray::view(cx) }
            <CommonQuestions model={cx.model} dispatch={cx.dispatch.clone()} queue={cx.queue.clone()} />
        </>
    }
}

fn count(cx: &ViewContext, listing: &Listing) -> AttrValue {
    let (found, total) = (listing.found.len(), cx.model.catalog.alternatives.len());
    if found == total {
        cx.tn(msg::BROWSE_FOUND, found)
    } else {
        let (found, total) = (found.to_string(), total.to_string());
        cx.tf(msg::BROWSE_FOUND_OF, &[("n", &found), ("total", &total)])
    }
}
