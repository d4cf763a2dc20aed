//! Search, sort, and what is active.
//!
//! # What this module does not do
//! It filters nothing.

use crate::ui::markup::html;
use yew::prelude::*;

use crate::browser::event;
use crate::domain::browse::SortBy;
use crate::domain::catalog::{CriterionId, FacetId};
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::model::Cx;
use crate::ui::store::{Change, Focus};

/// The search field and the sort order.
pub(super) fn bar(cx: &Cx) -> Html {
    let change = cx.change.clone();
    let oninput =
        Callback::from(move |input: InputEvent| change.emit(Change::Type(event::text(&input))));
    html! {
        <div class="tools">
            <div class="field field--wide">
                <label for="search">{ cx.t(msg::BROWSE_SEARCH) }</label>
                <input id="search" type="search" value={cx.state.search.clone()} {oninput}
                    placeholder={search_hint(cx)} autocomplete="off"
                    autocapitalize="off" spellcheck="false" />
            </div>
            { sort(cx) }
        </div>
    }
}

/// What a search looks at, by the names of what a card shows first.
fn search_hint(cx: &Cx) -> AttrValue {
    let catalog = &cx.model.catalog;
    let label = |id: &CriterionId| catalog.criterion(*id).label.to_ascii_lowercase();
    let fields: Vec<_> = catalog.subject.badges.iter().map(label).collect();
    cx.tf(msg::BROWSE_SEARCH_HINT, &[("fields", &fields.join(", "))])
}

fn sort(cx: &Cx) -> Html {
    let catalog = &cx.model.catalog;
    let has_search = !cx.state.search.trim().is_empty();
    // Without a choice of the reader the order is by match, by fit, or by name: the list says which.
    let default = if has_search {
        cx.t(msg::BROWSE_SORT_DEFAULT)
    } else if cx.state.answers.total_weight() > 0 {
        cx.t(msg::BROWSE_SORT_FIT)
    } else {
        cx.t(msg::BROWSE_SORT_NAME)
    };
    let mut orders = vec![(String::new(), default, None)];
    if has_search || cx.state.answers.total_weight() > 0 {
        orders.push(("name".to_owned(), cx.t(msg::BROWSE_SORT_NAME), Some(SortBy::Name)));
    }
    if has_search && cx.state.answers.total_weight() > 0 || cx.state.sort == Some(SortBy::Fit) {
        orders.push(("fit".to_owned(), cx.t(msg::BROWSE_SORT_FIT), Some(SortBy::Fit)));
    }
    for (at, key) in (0_u8..).zip(&catalog.sorts) {
        orders.push((key.id.to_string(), key.label.clone(), Some(SortBy::Key(at))));
    }
    let by_value: Vec<_> = orders.iter().map(|(value, _, by)| (value.clone(), *by)).collect();
    let onchange = cx.on_event(move |change: Event| {
        let value = event::choice(&change);
        let by = by_value.iter().find(|(known, _)| *known == value).and_then(|(_, by)| *by);
        Some((Action::Sort(by), Focus::Stay))
    });
    html! {
        <div class="field">
            <label for="sort">{ cx.t(msg::BROWSE_SORT) }</label>
            <select id="sort" {onchange}>
                { for orders.into_iter().map(|(value, label, by)| html! {
                    <option key={value.clone()} value={value.clone()}
                        selected={by == cx.state.sort}>{ label }</option>
                }) }
            </select>
        </div>
    }
}

/// What is active, each with one tap to remove it. The row keeps its height when it is empty.
pub(super) fn chips(cx: &Cx) -> Html {
    let active = active(cx);
    let n_active = active.len();
    let ids: Vec<_> = (0..n_active).map(|at| format!("chip-{at}")).collect();
    html! {
        <>
            <ul class="chips" aria-label={cx.t(msg::BROWSE_ACTIVE)}>
                { for active.into_iter().enumerate().map(|(at, (what, action))| {
                    // The focus goes to the chip that takes this one's place.
                    let focus = if n_active > 1 {
                        Focus::Id(ids[at.min(n_active - 2)].clone())
                    } else {
                        Focus::Id("search".to_owned())
                    };
                    html! {
                        <li key={what.clone()}>
                            <button type="button" class="chip" id={ids[at].clone()}
                                aria-label={cx.tf(msg::BROWSE_REMOVE, &[("what", &what)])}
                                onclick={cx.on_focus(action, focus)}>
                                { &what }<span class="chip__x" aria-hidden="true">{ "×" }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
            <button type="button" class="button button--quiet" hidden={n_active == 0}
                onclick={cx.on_focus(Action::ClearFilters, Focus::Id("search".to_owned()))}>
                { cx.t(msg::BROWSE_CLEAR) }
            </button>
        </>
    }
}

fn active(cx: &Cx) -> Vec<(String, Action)> {
    let mut active = Vec::new();
    if !cx.state.search.trim().is_empty() {
        let what = cx.tf(msg::BROWSE_SEARCH_CHIP, &[("text", &cx.state.search)]);
        active.push((what.to_string(), Action::Search(String::new())));
    }
    for (id, values) in cx.state.chosen.iter() {
        active.extend(values_of(cx, id, values));
    }
    active
}

fn values_of(cx: &Cx, id: FacetId, values: u64) -> impl Iterator<Item = (String, Action)> {
    let facet = cx.model.catalog.facet(id);
    (0_u8..64).zip(&facet.values).filter(move |(at, _)| values >> at & 1 == 1).map(
        move |(at, value)| {
            (format!("{}: {}", facet.label, value.label), Action::ToggleFacet(id, at))
        },
    )
}
