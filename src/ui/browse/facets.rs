//! The facets: what can be chosen, and how many cards each choice would leave.
//!
//! In a wide container they stand beside the cards; in a narrow one they open in place.
//!
//! # What this module does not do
//! A value that would leave nothing is dimmed, not disabled: focus is never lost to it.

use yew::prelude::*;

use crate::domain::browse::Listing;
use crate::domain::catalog::FacetId;
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::model::{Cx, Model};
use crate::ui::store::{Act, Focus};

/// How many facets are open from the start.
const N_OPEN: u8 = 3;

/// All facets.
pub(super) fn panel(cx: &Cx, listing: &Listing) -> Html {
    let n_chosen = cx.state.chosen.n_values();
    let groups = cx.model.catalog.facet_ids().map(|id| {
        let facet = cx.model.catalog.facet(id);
        let counts = (0..facet.values.len())
            .map(|at| (listing.filtered.having(id, at), listing.filtered.leaving(id, at)))
            .collect::<Vec<_>>();
        html! {
            <FacetGroup key={facet.id.as_ref()} model={cx.model} {id} {counts}
                chosen={cx.state.chosen.of(id)} n_found={listing.found.len()}
                dispatch={cx.dispatch.clone()} />
        }
    });
    html! { <Folding label={filters_label(cx, n_chosen)}>{ for groups }</Folding> }
}

fn filters_label(cx: &Cx, n_chosen: u32) -> AttrValue {
    if n_chosen == 0 {
        cx.t(msg::BROWSE_FILTERS)
    } else {
        cx.tn(msg::BROWSE_FILTERS_N, n_chosen as usize)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FoldingProps {
    label: AttrValue,
    children: Html,
}

/// A panel that a narrow container folds behind a button. Wide ones show it always, by style alone.
#[component]
fn Folding(props: &FoldingProps) -> Html {
    let is_open = use_state(|| false);
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let class = if *is_open { "filters filters--open" } else { "filters" };
    html! {
        <div {class}>
            <button type="button" class="button filters__button" aria-expanded={is_open.to_string()}
                aria-controls="facets" {onclick}>
                { &props.label }
            </button>
            <h3 class="filters__title">{ &props.label }</h3>
            <div id="facets" class="filters__body">{ props.children.clone() }</div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FacetProps {
    model: Model,
    id: FacetId,
    chosen: u64,
    /// For each value how many have it, and how many cards choosing it would leave.
    counts: Vec<(u32, u32)>,
    n_found: usize,
    dispatch: Callback<Act>,
}

/// One facet. Its props are narrow so that a key press redraws only what changed.
#[component]
fn FacetGroup(props: &FacetProps) -> Html {
    let facet = props.model.catalog.facet(props.id);
    // Open from the start where it is one of the first or has something chosen; the reader's own
    // opening and closing is left alone after that.
    let is_open = *use_memo((), |()| props.id.0 < N_OPEN || props.chosen != 0);
    let n_chosen = props.chosen.count_ones();
    html! {
        <details class="facet" open={is_open}>
            <summary>
                <span>{ &facet.label }</span>
                <span class="facet__n" hidden={n_chosen == 0}>{ n_chosen }</span>
            </summary>
            <fieldset>
                <legend class="visually-hidden">{ &facet.label }</legend>
                { for (0_u8..).zip(&facet.values).map(|(at, value)| {
                    let is_chosen = props.chosen >> at & 1 == 1;
                    let count = shown_count(props, usize::from(at), is_chosen);
                    let dispatch = props.dispatch.clone();
                    let id = props.id;
                    let onchange = Callback::from(move |_: Event| {
                        let action = Action::ToggleFacet(id, at);
                        dispatch.emit(Act { action, focus: Focus::Stay });
                    });
                    let is_dim = count.0 == "0" && !is_chosen;
                    let class = if is_dim { "check check--dim" } else { "check" };
                    html! {
                        <label key={value.id.as_ref()} {class}>
                            <input type="checkbox" checked={is_chosen} {onchange} />
                            <span class="check__label">{ &value.label }</span>
                            <span class="check__count" aria-hidden="true">{ &count.0 }</span>
                            <span class="visually-hidden">{ count.1 }</span>
                        </label>
                    }
                }) }
            </fieldset>
        </details>
    }
}

/// The count as shown, and as said: how many cards would be left, or come in on top of those shown.
fn shown_count(props: &FacetProps, at: usize, is_chosen: bool) -> (String, String) {
    let (having, leaving) = props.counts.get(at).copied().unwrap_or((0, 0));
    let words = &props.model.words;
    if is_chosen {
        (having.to_string(), String::new())
    } else if props.chosen != 0 {
        let n = (leaving as usize).saturating_sub(props.n_found).to_string();
        let text = words.with(msg::BROWSE_ADDS, &[("n", &n)]);
        let said = words.count(msg::BROWSE_LEAVES, leaving as usize);
        (if n == "0" { n } else { text }, said)
    } else {
        (leaving.to_string(), words.count(msg::BROWSE_LEAVES, leaving as usize))
    }
}
