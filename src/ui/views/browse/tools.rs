//! Search, sort, and active filters.

use yew::prelude::*;

use crate::browser::event;
use crate::domain::browse::SortBy;
use crate::domain::catalog::FacetId;
use crate::domain::state::{Action, LONGEST_SEARCH};
use crate::text::msg;
use crate::ui::context::ViewContext;
use crate::ui::hooks::SearchDraft;
use crate::ui::ids::SEARCH;
use crate::ui::model::Model;
use crate::ui::store::{Focus, UiAction};

/// The search field and the sort order.
pub(super) fn bar(cx: &ViewContext) -> Html {
    html! {
        <div class="tools">
            <SearchField model={cx.model} searched={cx.state.search.clone()} draft={cx.draft.clone()}
                dispatch={cx.dispatch.clone()} />
            { sort(cx) }
        </div>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct SearchFieldProps {
    model: Model,
    searched: AttrValue,
    draft: SearchDraft,
    dispatch: Callback<UiAction>,
}

/// The search field. It is a component of its own, so that it is drawn only when the text in the
/// state changes. It shows the draft if there is one: letters can arrive between a change of the
/// state and its drawing.
#[component]
fn SearchField(props: &SearchFieldProps) -> Html {
    let SearchFieldProps { model, searched, draft, dispatch } = props;
    let oninput = dispatch.reform(|input: InputEvent| UiAction::Type(event::text(&input)));
    html! {
        <div class="field field--wide">
            <label class="visually-hidden" for={SEARCH}>{ model.t(msg::BROWSE_SEARCH) }</label>
            <input id={SEARCH} type="search" value={draft.text_or(searched)} {oninput}
                placeholder={search_hint(*model)} autocomplete="off" autocapitalize="off"
                spellcheck="false" maxlength={LONGEST_SEARCH.to_string()} />
        </div>
    }
}

/// Examples of what can be searched for, or that it can be.
fn search_hint(model: Model) -> AttrValue {
    let hint = &model.catalog.subject.search_hint;
    if hint.is_empty() {
        return model.t(msg::BROWSE_SEARCH);
    }
    model.tf(msg::BROWSE_SEARCH_HINT, &[("hint", hint)])
}

/// The order of the cards. The first entry is the order without a choice: by match, by fit, or as the
/// catalog states; it says which.
fn sort(cx: &ViewContext) -> Html {
    let model = cx.model;
    let catalog = &model.catalog;
    let has_points = cx.state.answers.total_weight() > 0;
    let at_first = if !cx.state.search.trim().is_empty() {
        None
    } else if has_points {
        Some(SortBy::Fit)
    } else {
        Some(catalog.subject.first_sort.map_or(SortBy::Name, SortBy::Key))
    };
    let present = cx.state.sort.or(at_first);
    let keys = (0_u8..).zip(&catalog.sorts).map(|(at, _)| SortBy::Key(at));
    let has_fit = has_points || present == Some(SortBy::Fit);
    let others = has_fit.then_some(SortBy::Fit).into_iter().chain([SortBy::Name]).chain(keys);
    let others = others.map(Some).filter(|by| *by != at_first);
    let onchange = cx.on_event(move |change: Event| {
        let by = SortBy::named(&model.catalog, &event::choice(&change));
        Some((Action::Sort(by), Focus::Stay))
    });
    html! {
        <div class="field">
            <label class="visually-hidden" for="sort">{ cx.t(msg::BROWSE_SORT) }</label>
            <select id="sort" {onchange}>
                { for core::iter::once(at_first).chain(others).map(|by| {
                    let id = by.filter(|_| by != at_first).and_then(|by| by.id(catalog));
                    let value = id.unwrap_or_default().to_owned();
                    let label = match by {
                        None => cx.t(msg::BROWSE_SORT_DEFAULT),
                        Some(SortBy::Fit) => cx.t(msg::BROWSE_SORT_FIT),
                        Some(SortBy::Name) => cx.t(msg::BROWSE_SORT_NAME),
                        Some(SortBy::Key(at)) => catalog.sorts[usize::from(at)].label.clone(),
                    };
                    html! {
                        <option key={value.clone()} {value} selected={by == present}>{ label }</option>
                    }
                }) }
            </select>
        </div>
    }
}

/// The active filters, each with a button that removes it. The row keeps its height when it is
/// empty.
pub(super) fn chips(cx: &ViewContext) -> Html {
    let active = active(cx);
    let n_active = active.len();
    let ids: Vec<_> = (0..n_active).map(|at| format!("chip-{at}")).collect();
    html! {
        <>
            <ul class="chips" aria-label={cx.t(msg::BROWSE_ACTIVE)}>
                { for active.into_iter().enumerate().map(|(at, (what, action))| {
                    // The focus moves to the chip that takes this one's place.
                    let focus = if n_active > 1 {
                        Focus::Id(ids[at.min(n_active - 2)].clone())
                    } else {
                        Focus::Id(SEARCH.to_owned())
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
                onclick={cx.on_focus(Action::ClearFilters, Focus::Id(SEARCH.to_owned()))}>
                { cx.t(msg::BROWSE_CLEAR) }
            </button>
        </>
    }
}

fn active(cx: &ViewContext) -> Vec<(String, Action)> {
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

fn values_of(cx: &ViewContext, id: FacetId, values: u64) -> impl Iterator<Item = (String, Action)> {
    let facet = cx.model.catalog.facet(id);
    (0_u8..64).zip(&facet.values).filter(move |(at, _)| values >> at & 1 == 1).map(
        move |(at, value)| {
            (format!("{}: {}", facet.label, value.label), Action::ToggleFacet(id, at))
        },
    )
}
