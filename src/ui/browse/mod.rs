//! Browse: cards with facets, search and sort.
//!
//! # What this module does not do
//! It ranks nothing: the order comes from the domain, and so do the counts.

mod card;
mod facets;
mod tools;

pub(super) use card::card;
pub(super) use facets::values as facet_values;

use crate::ui::markup::html;
use yew::prelude::*;

use super::app::HEADING;
use super::kept::{self, Part};
use super::model::Cx;
use super::primitives::link;
use super::store::{Change, Focus};
use crate::domain::browse::Listing;
use crate::domain::sort;
use crate::domain::state::Action;
use crate::text::msg;

/// How many cards are shown at first: whole rows of one, two, three and four.
const N_FIRST: usize = 12;

/// The view.
pub(super) fn view(cx: &Cx) -> Html {
    let listing = listing(cx);
    html! {
        <>
            <div class="browse">
                <div class="browse__tools">{ tools::bar(cx) }</div>
                <aside class="browse__side">{ facets::panel(cx) }</aside>
                <div class="browse__main">
                    <div class="active">
                        <h2 id={HEADING} tabindex="-1" class="browse__count">{ count(cx, &listing) }</h2>
                        { tools::chips(cx) }
                    </div>
                    { cards(cx, &listing) }
                    { empty(cx, &listing) }
                </div>
            </div>
            { kept::part(cx, Part::Faq, false) }
        </>
    }
}

/// The cards that are found.
fn listing(cx: &Cx) -> Listing {
    let Cx { model, state, ranking, .. } = cx;
    model.browser.list(&model.catalog, &state.chosen, &state.search, state.sort, ranking)
}

fn count(cx: &Cx, listing: &Listing) -> AttrValue {
    let (found, total) = (listing.found.len(), cx.model.catalog.alternatives.len());
    if found == total {
        cx.tn(msg::BROWSE_FOUND, found)
    } else {
        let (found, total) = (found.to_string(), total.to_string());
        cx.tf(msg::BROWSE_FOUND_OF, &[("n", &found), ("total", &total)])
    }
}

/// All cards: those found in their order, the others behind them and out of sight, because making a card
/// anew costs more than anything else that a key press in the search brings about. Of those found the
/// first are shown until somebody asks for all: a page of all of them is fifteen screens of a telephone.
fn cards(cx: &Cx, listing: &Listing) -> Html {
    let catalog = &cx.model.catalog;
    let mut is_found = vec![false; catalog.alternatives.len()];
    for id in &listing.found {
        is_found[id.index()] = true;
    }
    let others = catalog.alternative_ids().filter(|id| !is_found[id.index()]);
    let order = listing.found.iter().copied().chain(others);
    let n_found = listing.found.len();
    let n_shown = if cx.local.shows_all_cards { n_found } else { N_FIRST };
    let next = listing.found.get(n_shown).map(|id| link::details_id(cx, *id));
    html! {
        <>
            <ul class="cards" hidden={n_found == 0}>
                { for order.enumerate().map(|(at, id)| html! {
                    <li key={catalog.alternative(id).id.as_ref()} hidden={at >= n_found}
                        class={if at < n_shown { "card" } else { "card card--later" }}>
                        { kept::part(cx, Part::Card(id), at >= n_shown.min(n_found)) }
                    </li>
                }) }
            </ul>
            <button type="button" class="button cards__more" hidden={next.is_none()}
                onclick={cx.on_click(Change::ShowAllCards(next.unwrap_or_default()))}>
                { cx.tn(msg::BROWSE_ALL, n_found) }
            </button>
        </>
    }
}

/// What to do where nothing is left: each active filter, and what lifting it would leave.
fn empty(cx: &Cx, listing: &Listing) -> Html {
    let is_empty = listing.found.is_empty();
    let lifts = if is_empty { lifts(cx) } else { Vec::new() };
    html! {
        <div class="empty panel" hidden={!is_empty}>
            <p class="lead">{ cx.t(msg::BROWSE_EMPTY) }</p>
            <p>{ cx.t(msg::BROWSE_LIFT) }</p>
            <ul class="chips">
                { for lifts.into_iter().map(|(what, action, n)| {
                    let n = n.to_string();
                    let text = cx.tf(msg::BROWSE_LIFT_ONE, &[("what", &what), ("n", &n)]);
                    html! {
                        <li key={what.clone()}>
                            <button type="button" class="chip"
                                onclick={cx.on_focus(action, Focus::Id("search".into()))}>
                                { text }
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}

/// Every filter that is active, the action that lifts it, and how many cards that leaves.
fn lifts(cx: &Cx) -> Vec<(String, Action, usize)> {
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
        cx.state.apply(catalog, action.clone()).map_or(0, |next| {
            let browser = &cx.model.browser;
            browser.list(catalog, &next.chosen, &next.search, None, &cx.ranking).found.len()
        })
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
