//! The view of an empty list: each active filter, and how many cards removing it would leave.

use yew::prelude::*;

use crate::domain::browse::Listing;
use crate::domain::sort;
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::components::element;
use crate::ui::context::ViewContext;
use crate::ui::ids;
use crate::ui::store::Focus;

/// The ways out of an empty list. Nothing if there are cards.
pub(super) fn view(cx: &ViewContext, listing: &Listing) -> Html {
    if !listing.found.is_empty() {
        return Html::default();
    }
    let button = |text: AttrValue, action: Action| {
        let onclick = cx.on_focus(action, Focus::Id(ids::SEARCH.to_owned()));
        element::button("chip", text, false, onclick)
    };
    let lifts = lifts(cx);
    if let [(what, Action::Search(_), n)] = lifts.as_slice() {
        return html! {
            <div class="empty panel">
                { element::paragraph("lead", cx.tf(msg::BROWSE_NOTHING, &[("what", what)])) }
                { button(cx.tn(msg::BROWSE_ALL, *n), Action::Search(String::new())) }
            </div>
        };
    }
    html! {
        <div class="empty panel">
            { element::paragraph("lead", cx.t(msg::BROWSE_EMPTY)) }
            { element::paragraph("", cx.t(msg::BROWSE_LIFT)) }
            <ul class="chips">
                { for lifts.into_iter().map(|(what, action, n)| {
                    let n = n.to_string();
                    let text = cx.tf(msg::BROWSE_LIFT_ONE, &[("what", &what), ("n", &n)]);
                    html! { <li key={what.clone()}>{ button(text, action) }</li> }
                }) }
            </ul>
        </div>
    }
}

/// Every active filter, the action that removes it, and how many cards that leaves.
fn lifts(cx: &ViewContext) -> Vec<(String, Action, usize)> {
    let catalog = &cx.model.catalog;
    let mut lifts: Vec<(String, Action)> = cx
        .state
        .chosen
        .iter()
        .map(|(id, values)| {
            let facet = catalog.facet(id);
            let labels: Vec<_> = (0..64)
                .zip(&facet.values)
                .filter(|(at, _)| values >> at & 1 == 1)
                .map(|(_, value)| value.label.as_ref())
                .collect();
            (format!("{}: {}", facet.label, labels.join(", ")), Action::ClearFacet(id))
        })
        .collect();
    if !cx.state.search.trim().is_empty() {
        let chip = cx.tf(msg::BROWSE_SEARCH_CHIP, &[("text", &cx.state.search)]);
        lifts.push((chip.to_string(), Action::Search(String::new())));
    }
    let leaves = |action: &Action| {
        let next = cx.state.apply(catalog, action.clone());
        next.map_or(0, |next| cx.model.listing(&next, &cx.ranking).found.len())
    };
    let mut counted: Vec<_> = lifts
        .into_iter()
        .map(|(what, action)| {
            let n = leaves(&action);
            (what, action, n)
        })
        .collect();
    // The most helpful first.
    sort::sort_by_number(&mut counted, |(_, _, n)| !(*n as u64));
    counted
}
