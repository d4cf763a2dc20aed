//! Compare: two to four side by side in a real table, own requirements first, differences only.
//!
//! # What this module does not do
//! It decides for nobody: a row says what is different, not what is better.

use crate::ui::markup::html;
use yew::prelude::*;

use super::app::HEADING;
use super::model::Cx;
use super::primitives::{fact, link};
use super::store::Focus;
use crate::browser::event;
use crate::domain::catalog::AltId;
use crate::domain::compare::{Comparison, FactGroup, FactRow, MOST, RequirementRow};
use crate::domain::state::Action;
use crate::text::{and_list, labels, msg, points};

/// The id of the list to add from.
const FIELD: &str = "add";

/// The view.
pub(super) fn view(cx: &Cx) -> Html {
    let columns = &cx.state.compared;
    let model = cx.model;
    let comparison = Comparison::new(&model.catalog, &model.table, &cx.state.answers, columns);
    let hint = match columns.len() {
        0 => Some(msg::COMPARE_EMPTY),
        1 => Some(msg::COMPARE_ONE_MORE),
        _ => None,
    };
    html! {
        <div class="compare">
            <h2 id={HEADING} tabindex="-1">{ cx.t(msg::COMPARE_TITLE) }</h2>
            { chooser(cx) }
            <p class="empty" hidden={hint.is_none()}>
                { hint.map(|message| cx.t(message)).unwrap_or_default() }
            </p>
            <div hidden={columns.is_empty()}>
                { rows_switch(cx, &comparison) }
                <p class="compare__hint muted">{ cx.t(msg::COMPARE_SIDEWAYS) }</p>
                { table(cx, &comparison) }
            </div>
        </div>
    }
}

/// What is compared, and a way to add one.
fn chooser(cx: &Cx) -> Html {
    let catalog = &cx.model.catalog;
    let compared = &cx.state.compared;
    let is_full = compared.len() >= MOST;
    let rest: Vec<_> = catalog.alternative_ids().filter(|id| !compared.contains(id)).collect();
    let model = cx.model;
    // Going through a closed list with the arrow keys changes it at once, so that adding is a button's.
    let focus = if compared.len() + 1 == MOST { Focus::Heading } else { Focus::Stay };
    let onclick = cx.on_event(move |_: MouseEvent| {
        let id = model.catalog.find_alternative(&event::chosen_in(FIELD))?;
        Some((Action::ToggleCompared(id), focus.clone()))
    });
    html! {
        <div class="tools">
            <div class="field">
                <label for={FIELD}>{ cx.t(msg::COMPARE_ADD) }</label>
                <select id={FIELD} disabled={is_full}>
                    <option key="none" value="" selected=true>
                        { if is_full { cx.t(msg::CARD_COMPARE_FULL) } else { cx.t(msg::COMPARE_CHOOSE) } }
                    </option>
                    { for rest.into_iter().map(|id| {
                        let entry = catalog.alternative(id);
                        html! {
                            <option key={entry.id.as_ref()} value={entry.id.clone()}>
                                { &entry.name }
                            </option>
                        }
                    }) }
                </select>
            </div>
            <button type="button" class="button" disabled={is_full} {onclick}>
                { cx.t(msg::COMPARE_ADD_IT) }
            </button>
            <ul class="chips">
                { for compared.iter().map(|id| {
                    let entry = catalog.alternative(*id);
                    let label = cx.tf(msg::COMPARE_REMOVE, &[("name", &entry.name)]);
                    html! {
                        <li key={entry.id.as_ref()}>
                            <button type="button" class="chip" aria-label={label}
                                onclick={cx.on_focus(Action::ToggleCompared(*id), Focus::Id(FIELD.to_owned()))}>
                                { &entry.name }<span class="chip__x" aria-hidden="true">{ "×" }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}

fn rows_switch(cx: &Cx, comparison: &Comparison) -> Html {
    let said = if cx.state.all_rows {
        cx.t(msg::COMPARE_EQUAL_SHOWN)
    } else {
        cx.tn(msg::COMPARE_EQUAL_HIDDEN, comparison.n_equal())
    };
    html! {
        <p class="compare__switch" hidden={comparison.columns.len() < 2}>
            <label class="check">
                <input type="checkbox" checked={cx.state.all_rows}
                    onchange={cx.on(Action::ToggleAllRows)} />
                <span>{ cx.t(msg::COMPARE_ALL_ROWS) }</span>
            </label>
            <span class="muted" role="status">{ said }</span>
        </p>
    }
}

/// The table. Its roles are spelt out because a narrow container lays rows out as blocks, which would
/// otherwise take the table from assistive technology.
fn table(cx: &Cx, comparison: &Comparison) -> Html {
    let catalog = &cx.model.catalog;
    let names: Vec<_> =
        comparison.columns.iter().map(|id| catalog.alternative(*id).name.to_string()).collect();
    let caption = cx.tf(msg::COMPARE_TABLE, &[("names", &and_list(&names))]);
    // A single column has nothing to differ from.
    let shows_all = cx.state.all_rows || comparison.columns.len() < 2;
    html! {
        <div class="compare__frame" role="region" aria-label={caption.clone()} tabindex="0">
            <table class={classes!("versus", format!("versus--{}", names.len()))} role="table">
                <caption class="visually-hidden">{ caption }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <td role="cell" class="versus__corner"></td>
                        { for comparison.columns.iter().map(|id| head(cx, *id)) }
                    </tr>
                </thead>
                { requirements(cx, comparison) }
                { for comparison.groups.iter().map(|group| facts(cx, comparison, group, shows_all)) }
            </table>
        </div>
    }
}

fn head(cx: &Cx, id: AltId) -> Html {
    let entry = cx.model.catalog.alternative(id);
    html! {
        <th key={entry.id.as_ref()} role="columnheader" scope="col">
            { link::details(cx, id, "") }
        </th>
    }
}

fn group_title(title: AttrValue, n_columns: usize) -> Html {
    html! {
        <tr role="row" class="versus__group">
            <th role="rowheader" scope="rowgroup" colspan={(n_columns + 1).to_string()}>{ title }</th>
        </tr>
    }
}

fn requirements(cx: &Cx, comparison: &Comparison) -> Html {
    let is_empty = comparison.requirements.is_empty();
    html! {
        <tbody role="rowgroup" hidden={is_empty}>
            { group_title(cx.t(msg::COMPARE_REQUIREMENTS), comparison.columns.len()) }
            { fit_row(cx, comparison) }
            { for comparison.requirements.iter().map(|row| requirement(cx, comparison, row)) }
        </tbody>
    }
}

fn fit_row(cx: &Cx, comparison: &Comparison) -> Html {
    html! {
        <tr role="row">
            <th role="rowheader" scope="row">{ cx.t(msg::COMPARE_FIT) }</th>
            { for comparison.columns.iter().map(|id| {
                let place = cx.ranking.place(*id);
                let shown = place.and_then(|place| {
                    place.score.map(|score| points(score, place.close))
                });
                let shown = match (place, shown) {
                    (Some(_), Some(shown)) => shown.into(),
                    (Some(_), None) => AttrValue::Static("–"),
                    (None, _) => cx.t(msg::COMPARE_UNMET),
                };
                html! { <td key={id.0} role="cell" class="number">{ shown }</td> }
            }) }
        </tr>
    }
}

fn requirement(cx: &Cx, comparison: &Comparison, row: &RequirementRow) -> Html {
    let question = cx.model.catalog.question(row.question);
    let answer = cx.state.answers.get(row.question);
    let asked = answer
        .map(|answer| super::decide::answer_text(cx, row.question, answer))
        .unwrap_or_default();
    html! {
        <tr key={question.id.as_ref()} role="row">
            <th role="rowheader" scope="row">
                { &question.label }
                <span class="versus__asked muted">{ asked }</span>
            </th>
            { for comparison.columns.iter().enumerate().map(|(at, id)| html! {
                <td key={id.0} role="cell">
                    { for row.bearing(at).map(|bearing| fact::bearing(cx, bearing)) }
                </td>
            }) }
        </tr>
    }
}

fn facts(cx: &Cx, comparison: &Comparison, group: &FactGroup, shows_all: bool) -> Html {
    let catalog = &cx.model.catalog;
    let shown: Vec<_> = group.rows.iter().copied().filter(|row| shows_all || row.differs).collect();
    let title = catalog.groups.get(usize::from(group.group)).map(|group| group.label.clone());
    html! {
        <tbody key={group.group} role="rowgroup" hidden={shown.is_empty()}>
            { group_title(title.unwrap_or_default(), comparison.columns.len()) }
            { for shown.into_iter().map(|row| fact_row(cx, comparison, row)) }
        </tbody>
    }
}

fn fact_row(cx: &Cx, comparison: &Comparison, row: FactRow) -> Html {
    let known = cx.model.catalog.criterion(row.criterion);
    html! {
        <tr key={known.id.as_ref()} role="row">
            <th role="rowheader" scope="row" title={known.means.clone()}>
                { &known.label }
                { fact::editors_mark(cx, row.criterion) }
            </th>
            { for comparison.columns.iter().map(|id| cell(cx, comparison, row, *id)) }
        </tr>
    }
}

fn cell(cx: &Cx, comparison: &Comparison, row: FactRow, id: AltId) -> Html {
    let catalog = &cx.model.catalog;
    // Of tags only those that another column lacks say anything, unless all rows are shown.
    let only_here = fact::is_many(cx, row.criterion) && row.differs && !cx.state.all_rows;
    let content = if only_here {
        let shared: Vec<_> =
            comparison.columns.iter().map(|other| labels(catalog, *other, row.criterion)).collect();
        let own = labels(catalog, id, row.criterion);
        let rest = own.into_iter().filter(|tag| !shared.iter().all(|labels| labels.contains(tag)));
        html! {
            <ul class="tags">
                { for rest.map(|tag| html! { <li key={tag.clone()} class="tag">{ tag }</li> }) }
            </ul>
        }
    } else {
        fact::answer(cx, id, row.criterion)
    };
    html! {
        <td key={id.0} role="cell">
            { content }
            { fact::provider(cx, id, row.criterion) }
            { source_marks(cx, id, row) }
            { fact::age(cx, id, row.criterion) }
        </td>
    }
}

/// The sources of a cell as small numbered links.
fn source_marks(cx: &Cx, id: AltId, row: FactRow) -> Html {
    let dossier = cx.model.dossier(id);
    let sources = dossier.into_iter().flat_map(|dossier| {
        let backing = dossier.backing(row.criterion);
        dossier.sources_at(backing.map_or(&[], |backing| &backing.sources))
    });
    html! {
        <span class="source-marks">
            { for sources.enumerate().map(|(at, source)| {
                let n = (at + 1).to_string();
                let checked = cx.tf(msg::DETAIL_CHECKED, &[("date", &source.checked.to_string())]);
                let title = format!("{}, {checked}", source.title);
                html! {
                    <a key={n.clone()} class="source-mark" href={source.url.clone()} target="_blank"
                        rel="noopener" title={title.clone()}>
                        <span aria-hidden="true">{ format!("[{n}]") }</span>
                        <span class="visually-hidden">{ title }</span>
                    </a>
                }
            }) }
        </span>
    }
}
