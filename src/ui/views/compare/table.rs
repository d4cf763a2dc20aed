//! The table of the comparison.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalog::AltId;
use crate::domain::compare::{Comparison, FactGroup, FactRow, RequirementRow};
use crate::domain::decide::Ranking;
use crate::text::{and_list, labels, msg, points};
use crate::ui::components::answers::answer_text;
use crate::ui::components::{element, fact, link};
use crate::ui::context::PageContext;
use crate::ui::hooks::LoadState;

/// The props of the table.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct TableProps {
    /// What links and controls need.
    pub page: PageContext,
    /// The ranking for the state's answers.
    pub ranking: Rc<Ranking>,
    /// The state of the evidence: the sources are read from the model, which changes when they
    /// load.
    pub evidence: LoadState,
    /// The comparison.
    pub comparison: Comparison,
}

/// The table. Its roles are explicit because a narrow container displays rows as blocks, which
/// would otherwise hide the table from assistive technology.
#[component]
pub(super) fn ComparisonTable(props: &TableProps) -> Html {
    let TableProps { page: cx, comparison, .. } = props;
    let catalog = &cx.model.catalog;
    let names: Vec<_> =
        comparison.columns.iter().map(|id| catalog.alternative(*id).name.to_string()).collect();
    let caption = cx.tf(msg::COMPARE_TABLE, &[("names", &and_list(&names))]);
    // A single column has nothing to differ from.
    let shows_all = cx.state.all_rows || comparison.columns.len() < 2;
    html! {
        <div class="compare__frame" role="region" aria-label={caption.clone()} tabindex="0">
            <table class={format!("versus versus--{}", names.len())} role="table">
                <caption class="visually-hidden">{ caption }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <td role="cell" class="versus__corner"></td>
                        { for comparison.columns.iter().map(|id| head(cx, *id)) }
                    </tr>
                </thead>
                { requirements(props) }
                { for comparison.groups.iter().map(|group| facts(props, group, shows_all)) }
            </table>
        </div>
    }
}

fn head(cx: &PageContext, id: AltId) -> Html {
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

fn requirements(props: &TableProps) -> Html {
    let TableProps { page: cx, comparison, .. } = props;
    let is_empty = comparison.requirements.is_empty();
    html! {
        if !is_empty {
            <tbody role="rowgroup">
                { group_title(cx.t(msg::COMPARE_REQUIREMENTS), comparison.columns.len()) }
                { fit_row(props) }
                { for comparison.requirements.iter().map(|row| requirement(props, row)) }
            </tbody>
        }
    }
}

fn fit_row(props: &TableProps) -> Html {
    let TableProps { page: cx, comparison, .. } = props;
    html! {
        <tr role="row">
            <th role="rowheader" scope="row">{ cx.t(msg::COMPARE_FIT) }</th>
            { for comparison.columns.iter().map(|id| {
                let place = props.ranking.place(*id);
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

fn requirement(props: &TableProps, row: &RequirementRow) -> Html {
    let TableProps { page: cx, comparison, .. } = props;
    let question = cx.model.catalog.question(row.question);
    let answer = cx.state.answers.get(row.question);
    let asked =
        answer.map(|answer| answer_text(cx.model, row.question, answer)).unwrap_or_default();
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

fn facts(props: &TableProps, group: &FactGroup, shows_all: bool) -> Html {
    let TableProps { page: cx, comparison, .. } = props;
    let catalog = &cx.model.catalog;
    let shown: Vec<_> = group.rows.iter().copied().filter(|row| shows_all || row.differs).collect();
    let title = catalog.groups.get(usize::from(group.group)).map(|group| group.label.clone());
    html! {
        <tbody key={group.group} role="rowgroup" hidden={shown.is_empty()}>
            { group_title(title.unwrap_or_default(), comparison.columns.len()) }
            { for shown.into_iter().map(|row| fact_row(props, row)) }
        </tbody>
    }
}

fn fact_row(props: &TableProps, row: FactRow) -> Html {
    let TableProps { page: cx, comparison, .. } = props;
    let known = cx.model.catalog.criterion(row.criterion);
    html! {
        <tr key={known.id.as_ref()} role="row">
            <th role="rowheader" scope="row" title={cx.model.meaning(row.criterion)}>
                { &known.label }
                { fact::editors_mark(cx, row.criterion) }
            </th>
            { for comparison.columns.iter().map(|id| cell(props, row, *id)) }
        </tr>
    }
}

fn cell(props: &TableProps, row: FactRow, id: AltId) -> Html {
    let TableProps { page: cx, comparison, .. } = props;
    let catalog = &cx.model.catalog;
    // Tags that all other columns have too are left out, unless all rows are shown.
    let only_here = fact::is_many(cx, row.criterion) && row.differs && !cx.state.all_rows;
    let content = if only_here {
        let shared: Vec<_> =
            comparison.columns.iter().map(|other| labels(catalog, *other, row.criterion)).collect();
        let own = labels(catalog, id, row.criterion);
        let rest = own.into_iter().filter(|tag| !shared.iter().all(|labels| labels.contains(tag)));
        element::tags(rest)
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
fn source_marks(cx: &PageContext, id: AltId, row: FactRow) -> Html {
    let dossier = cx.model.dossier(id);
    let sources = dossier.into_iter().flat_map(|dossier| {
        let backing = dossier.backing(row.criterion);
        dossier.sources_at(backing.map_or(&[], |backing| &backing.sources))
    });
    html! {
        <span class="source-marks">
            { for sources.enumerate().map(|(at, source)| {
                let checked = cx.tf(msg::DETAIL_CHECKED, &[("date", &source.checked.to_string())]);
                let title = format!("{}, {checked}", source.title);
                let n = format!("[{}]", at + 1);
                // The name has what can be seen, for who says it.
                let label = [&n, " ", &title].concat();
                html! {
                    <a key={at} class="source-mark" href={source.url.clone()} target="_blank"
                        rel="noopener" aria-label={label} {title}>{ n }</a>
                }
            }) }
        </span>
    }
}
