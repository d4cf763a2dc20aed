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
use crate::ui::first_facets::{self, IS_STATIC};
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
                        <h2 id={HEADING} tabindex="-1" class="browse__count">{ heading(cx, listing) }</h2>
                        { tools::chips(cx) }
                        { undo::of_filters(cx) }
                    </div>
                    { cards::view(cx, listing) }
                    { counted(cx) }
                    { empty::view(cx, listing) }
                </div>
            </div>
            { tray::view(cx) }
            <CommonQuestions model={cx.model} dispatch={cx.dispatch.clone()} queue={cx.queue.clone()} />
        </>
    }
}

/// How many are found. In the static page styles count what matches, behind the cards, and the heading
/// says without a number what they are.
fn heading(cx: &ViewContext, listing: &Listing) -> Html {
    let count = count(cx, listing);
    if !has_boxes(cx) {
        return html! { { count } };
    }
    html! {
        <>
            <span class="browse__all">{ count }</span>{ " " }
            <span class="browse__matching visually-hidden">{ cx.t(msg::BROWSE_MATCHING) }</span>
        </>
    }
}

/// Whether this is the static page, and its facets filter without the program.
fn has_boxes(cx: &ViewContext) -> bool {
    IS_STATIC && first_facets::fits(cx.model)
}

/// The count that styles make of the cards that match; CSS can only count what stands before it.
fn counted(cx: &ViewContext) -> Html {
    if !has_boxes(cx) {
        return Html::default();
    }
    let total = cx.model.catalog.alternatives.len().to_string();
    let text = cx.tf(msg::BROWSE_FOUND_OF, &[("n", "\0"), ("total", &total)]);
    let (before, after) = text.split_once('\0').unwrap_or(("", &text));
    // Without styles all cards are shown.
    html! {
        <p class="active browse__found">
            <span>{ before }<span class="browse__n"><span>{ &total }</span></span>{ after }</span>
        </p>
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
