//! The cards found: the first ones, and more at each press.

use yew::prelude::*;

use crate::browser::focus;
use crate::domain::browse::{Listing, SortBy};
use crate::domain::catalog::AltId;
use crate::domain::state::{Action, State};
use crate::text::{msg, value};
use crate::ui::components::card::{Card, Fit};
use crate::ui::components::compare_box::Compared;
use crate::ui::components::element;
use crate::ui::context::ViewContext;
use crate::ui::first_facets::{self, IS_STATIC};
use crate::ui::ids;
use crate::ui::store::UiAction;

/// How many cards are shown at first: complete rows of one, two, three and four columns.
const N_FIRST: usize = 12;

/// The same in a frame, which is as high as its content.
const N_FRAMED: usize = 6;

/// How many of those fit where the cards stand in one column, with CSS alone.
const N_COLUMN: usize = 4;

/// How many more each press shows.
const N_MORE: usize = 24;

/// How many cards are drawn at most for print.
const MOST_PRINTED: usize = 200;

/// The first cards found, until the reader asks for more: all of them are fifteen screens of a
/// phone. The static page has more of them, for readers without WebAssembly and for its boxes; CSS
/// hides those beyond the first while the program may still start and no box is ticked.
pub(super) fn view(cx: &ViewContext, listing: &Listing) -> Html {
    let n_found = listing.found.len();
    let n_more = cx.screen.n_more;
    let n_shown = if cx.is_framed { N_FRAMED } else { N_FIRST } + n_more * N_MORE;
    let n_drawn = match cx.draws_all {
        _ if IS_STATIC => first_facets::n_cards(cx.model),
        true => n_shown.max(MOST_PRINTED),
        false => n_shown,
    };
    let is_deferred = !cx.draws_all && !cx.screen.is_back;
    // The first of those that the last press brought, which gets the focus.
    let next = n_shown.checked_sub(N_MORE);
    // A link to details does not contain the search text, so that cards do not change while the
    // reader types. A plain click keeps the text all the same.
    let unsearched = State { search: String::new(), ..State::clone(&cx.state) };
    html! {
        <>
            <ul class={if n_more == 0 { "cards cards--first" } else { "cards" }} hidden={n_found == 0}>
                { for listing.found.iter().take(n_drawn).enumerate().map(|(at, id)| {
                    let id = *id;
                    let open = unsearched.apply(&cx.model.catalog, Action::Open(id));
                    let href = cx.model.href(open.as_ref().unwrap_or(&unsearched));
                    let found = listing.matches.as_ref().map(|matches| matches.reasons(id));
                    html! {
                        <li key={cx.model.catalog.alternative(id).id.as_ref()}
                            class={if at < n_shown { "card" } else { "card card--later" }}>
                            <Card model={cx.model} {id} {href}
                                found={cx.model.found(id, &found.unwrap_or_default())}
                                sorted={sorted(cx, id)}
                                fit={Fit::of(cx.model, &cx.ranking, id)}
                                compared={Compared::of(&cx.state, id)}
                                dispatch={cx.dispatch.clone()} queue={cx.queue.clone()}
                                is_out_of_sight={is_deferred && at > N_FIRST && Some(at) != next} />
                        </li>
                    }
                }) }
            </ul>
            { more(cx, listing, n_shown, cx.is_framed && n_more == 0) }
        </>
    }
}

/// The value for the order that the reader chose.
fn sorted(cx: &ViewContext, id: AltId) -> AttrValue {
    let catalog = &cx.model.catalog;
    let key = match cx.state.sort {
        Some(SortBy::Key(at)) => catalog.sorts.get(usize::from(at)),
        _ => None,
    };
    key.map_or_else(AttrValue::default, |key| {
        let label = &catalog.criterion(key.criterion).label;
        let value = value(catalog, &cx.model.words, id, key.criterion);
        cx.tf(msg::CARD_FOUND_SAYS, &[("label", label), ("value", &value)])
    })
}

/// The button that shows more; it moves the focus to the first card that was not in sight.
fn more(cx: &ViewContext, listing: &Listing, n_shown: usize, may_be_fewer: bool) -> Html {
    let n_rest = listing.found.len().saturating_sub(n_shown);
    let first = |at: usize| listing.found.get(at).map(|id| ids::details(cx.model, *id));
    let (next, fewer) = (first(n_shown), first(N_COLUMN).filter(|_| may_be_fewer));
    let Some(next) = next.or_else(|| fewer.clone()) else {
        return Html::default();
    };
    let onclick = cx.dispatch.reform(move |_: MouseEvent| {
        let hidden = fewer.as_ref().filter(|id| !focus::is_shown(id));
        UiAction::ShowMoreCards(hidden.unwrap_or(&next).clone())
    });
    let text = cx.tn(msg::BROWSE_SHOW_MORE, n_rest.clamp(1, N_MORE));
    element::button("button cards__more", text, false, onclick)
}
