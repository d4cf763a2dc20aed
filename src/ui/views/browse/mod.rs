//! Browse: cards with facets, search and sort.

mod empty;
mod filters;
mod tools;

use yew::prelude::*;

use crate::domain::browse::Listing;
use crate::domain::state::{Action, State};
use crate::text::msg;
use crate::ui::components::card::{Card, Fit};
use crate::ui::components::common_questions::CommonQuestions;
use crate::ui::components::compare_box::Compared;
use crate::ui::components::element;
use crate::ui::context::{ViewContext, on_click};
use crate::ui::ids::{self, HEADING};
use crate::ui::store::UiAction;
use filters::Filters;

/// How many cards are shown at first: complete rows of one, two, three and four columns.
const N_FIRST: usize = 12;

/// The view; nothing without a listing, which the app computes whenever this view is shown.
pub(super) fn view(cx: &ViewContext) -> Html {
    let Some(listing) = cx.listing.as_deref() else {
        return html! { <div class="browse"></div> };
    };
    html! {
        <>
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
                    </div>
                    { cards(cx, listing) }
                    { empty::view(cx, listing) }
                </div>
            </div>
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

/// The first cards found, until the reader asks for all: all of them are fifteen screens of a
/// phone. The static page has all of them, for readers without WebAssembly; CSS hides those beyond
/// the first while the program may still start.
fn cards(cx: &ViewContext, listing: &Listing) -> Html {
    let n_found = listing.found.len();
    let n_shown = if cx.screen.shows_all_cards { n_found } else { N_FIRST };
    let n_drawn = if cx.draws_all { n_found } else { n_shown };
    let next = listing.found.get(n_shown).map(|id| ids::details(cx.model, *id));
    // A link to details does not contain the search text, so that cards do not change while the
    // reader types. A plain click keeps the text all the same.
    let unsearched = State { search: String::new(), ..State::clone(&cx.state) };
    html! {
        <>
            <ul class="cards" hidden={n_found == 0}>
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
                                fit={Fit::of(cx.model, &cx.ranking, id)}
                                compared={Compared::of(&cx.state, id)}
                                dispatch={cx.dispatch.clone()} queue={cx.queue.clone()}
                                is_out_of_sight={at > N_FIRST && !cx.draws_all} />
                        </li>
                    }
                }) }
            </ul>
            if let Some(next) = next {
                { element::button("button cards__more", cx.tn(msg::BROWSE_ALL, n_found), false, on_click(&cx.dispatch, UiAction::ShowAllCards(next))) }
            }
        </>
    }
}
