//! The table of the comparison.

use yew::prelude::*;

use super::chooser::{self, ADD};
use super::like_this;
use super::rows::{self, Rows, TableProps};
use super::shown::{Shown, ShownHandle};
use crate::domain::catalog::AltId;
use crate::domain::state::Action;
use crate::text::{and_list, msg};
use crate::ui::components::{element, link};
use crate::ui::context::{PageContext, on_click};
use crate::ui::store::{Focus, Opened, UiAction};

/// How many columns a narrow container shows.
const N_NARROW: usize = 2;

/// The table. Its roles are explicit because a narrow container displays rows as blocks, which
/// would otherwise hide the table from assistive technology.
#[component]
pub(super) fn ComparisonTable(props: &TableProps) -> Html {
    let TableProps { page: cx, comparison, opened, .. } = props;
    let catalog = &cx.model.catalog;
    let columns = &comparison.columns;
    let shown = ShownHandle::new(use_state(Shown::default));
    let Shown { narrow: chosen, with_sources, .. } = shown.get();
    let rest = columns.iter().filter(|id| !chosen.contains(id));
    let narrow = chosen.iter().filter(|id| columns.contains(id)).chain(rest).copied();
    let narrow: Vec<AltId> = narrow.take(N_NARROW).collect();
    let shows_all = cx.state.all_rows || columns.len() < 2;
    let rows = Rows { props, shows_all, with_sources: *with_sources };
    let names: Vec<_> =
        columns.iter().map(|id| catalog.alternative(*id).name.to_string()).collect();
    let caption = cx.tf(msg::COMPARE_TABLE, &[("names", &and_list(&names))]);
    html! {
        <>
            if columns.len() > N_NARROW {
                { shown_here(cx, columns, &narrow, &shown) }
            }
            <div class="compare__bar">
                { element::checkbox("check", cx.t(msg::COMPARE_SOURCES), None, (*with_sources, false),
                    shown.on(|now| now.with_sources = !now.with_sources)) }
                { rows::legend(cx) }
            </div>
            <table class={class(columns, &narrow)} role="table">
                <caption class="visually-hidden">{ caption }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <td role="cell" class="versus__corner"></td>
                        { for columns.iter().map(|id| head(cx, *id, *opened)) }
                    </tr>
                </thead>
                { rows.requirements() }
                { for comparison.groups.iter().map(|group| rows.facts(group)) }
            </table>
            { like_this::view(props, &shown) }
        </>
    }
}

/// The class of the table: how many columns it has, and which a narrow container leaves out.
fn class(columns: &[AltId], narrow: &[AltId]) -> String {
    let mut class = format!("versus versus--{}", columns.len());
    for (at, id) in (1..).zip(columns) {
        if !narrow.contains(id) {
            class.push_str(" versus--without-");
            class.push_str(&at.to_string());
        }
    }
    class
}

/// The columns of a narrow container; the one chosen replaces the one that was chosen first.
fn shown_here(cx: &PageContext, columns: &[AltId], narrow: &[AltId], shown: &ShownHandle) -> Html {
    html! {
        <div class="compare__shown" translate="no" role="group" aria-label={cx.t(msg::COMPARE_SHOWN)}>
            { for columns.iter().map(|id| {
                let is_shown = narrow.contains(id);
                let next = vec![narrow[N_NARROW - 1], *id];
                let onclick = shown.on(move |now| {
                    if !is_shown {
                        now.narrow.clone_from(&next);
                    }
                });
                element::toggle(cx.model.catalog.alternative(*id).name.clone(), is_shown, onclick)
            }) }
        </div>
    }
}

fn head(cx: &PageContext, id: AltId, opened: Opened) -> Html {
    let name = &cx.model.catalog.alternative(id).name;
    let label = cx.tf(msg::COMPARE_REMOVE, &[("name", name)]);
    // The way to add is there again, if it was not.
    let focus = Focus::Id(ADD.to_owned());
    let onclick = on_click(&cx.dispatch, UiAction::Do(Action::ToggleCompared(id), focus));
    html! {
        <th key={id.0} role="columnheader" scope="col">
            <span class="versus__head">
                { link::details(cx, id, "") }
                <span class="versus__tools">
                    <button type="button" class="versus__out" aria-label={label} {onclick}>{ "×" }</button>
                    { chooser::swapping(cx, id, opened) }
                </span>
            </span>
        </th>
    }
}
