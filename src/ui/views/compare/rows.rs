//! The rows of the comparison: requirements first, then facts.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalog::{AltId, QuestionId};
use crate::domain::compare::{Comparison, FactGroup, FactRow, RequirementRow};
use crate::domain::decide::{Answer, Bearing, Ranking, Unranked};
use crate::text::{self, labels, msg};
use crate::ui::components::answers::answer_text;
use crate::ui::components::{element, fact};
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

/// What the shapes mean: the first scale that has any.
pub(super) fn legend(cx: &PageContext) -> Html {
    let mut scales = cx.model.catalog.scales.iter();
    let drawn = scales.find(|scale| scale.values.iter().any(|value| !value.glyph.is_empty()));
    html! {
        <p class="legend muted">
            { for drawn.into_iter().flat_map(|scale| &scale.values).map(|value| {
                element::span("legend__level", [&value.glyph, " ", &value.label].concat().into())
            }) }
        </p>
    }
}

fn group_title(title: AttrValue, n_columns: usize) -> Html {
    html! {
        <tr role="row" class="versus__group">
            <th role="rowheader" scope="rowgroup" colspan={(n_columns + 1).to_string()}>{ title }</th>
        </tr>
    }
}

/// A row: what heads it, and a cell for each column.
fn row(key: &str, meaning: AttrValue, head: Html, cells: impl Iterator<Item = Html>) -> Html {
    html! {
        <tr {key} role="row">
            <th role="rowheader" scope="row" title={meaning}>{ head }</th>
            { for cells.enumerate().map(|(at, cell)| html! { <td key={at} role="cell">{ cell }</td> }) }
        </tr>
    }
}

/// The result of each column, and how it meets each requirement.
pub(super) fn requirements(props: &TableProps) -> Html {
    let TableProps { page: cx, comparison, ranking, .. } = props;
    if comparison.requirements.is_empty() {
        return Html::default();
    }
    let place = |id: &AltId| {
        let place = text::place(&cx.model.catalog, &cx.model.words, ranking, *id);
        html! { <strong>{ place }</strong> }
    };
    let fit = html! { { cx.t(msg::COMPARE_FIT) } };
    html! {
        <tbody role="rowgroup">
            { group_title(cx.t(msg::COMPARE_REQUIREMENTS), comparison.columns.len()) }
            { row("fit", AttrValue::default(), fit, comparison.columns.iter().map(place)) }
            { for comparison.requirements.iter().map(|row| requirement(props, row)) }
        </tbody>
    }
}

fn requirement(props: &TableProps, of: &RequirementRow) -> Html {
    let TableProps { page: cx, comparison, .. } = props;
    let question = cx.model.catalog.question(of.question);
    let Some(answer) = cx.state.answers.get(of.question) else {
        return Html::default();
    };
    let asked = answer_text(cx.model, of.question, answer).into();
    let head = html! { <>{ &question.label }{ element::span("versus__asked muted", asked) }</> };
    let cells = comparison.columns.iter().enumerate();
    let cells = cells.map(|(at, id)| met(props, of, answer, at, *id).unwrap_or_default());
    row(&question.id, AttrValue::default(), head, cells)
}

/// How a column meets a requirement. A must-have that it fails decides, whatever else was asked for.
fn met(
    props: &TableProps,
    row: &RequirementRow,
    answer: Answer,
    at: usize,
    id: AltId,
) -> Option<Html> {
    let TableProps { page: cx, ranking, .. } = props;
    let is_cause = |list: &[Unranked], question: QuestionId| {
        let unranked = list.iter().find(|unranked| unranked.alternative == id);
        unranked.is_some_and(|it| it.causes.iter().any(|cause| cause.question == question))
    };
    let is_must = answer.musts != 0;
    let bearing = if !is_must {
        row.bearing(at)?
    } else if is_cause(&ranking.excluded, row.question) {
        Bearing::None
    } else if is_cause(&ranking.unconfirmed, row.question)
        // Another must-have may rule it out before this one is asked.
        || ranking.place(id).is_none() && row.bearing(at) == Some(Bearing::Unknown)
    {
        Bearing::Unknown
    } else if answer.musts == answer.options {
        Bearing::Full
    } else {
        // The must-haves among them are met.
        return Some(fact::bearing(cx, row.bearing(at)?, false));
    };
    Some(fact::bearing(cx, bearing, is_must))
}

/// The facts of a group.
pub(super) fn facts(props: &TableProps, group: &FactGroup, shows_all: bool) -> Html {
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

fn fact_row(props: &TableProps, of: FactRow) -> Html {
    let TableProps { page: cx, comparison, .. } = props;
    let known = cx.model.catalog.criterion(of.criterion);
    let head = html! { <>{ &known.label }{ " " }{ fact::editors_mark(cx, of.criterion) }</> };
    let cells = comparison.columns.iter().map(|id| cell(props, of, *id));
    row(&known.id, cx.model.meaning(of.criterion), head, cells)
}

fn cell(props: &TableProps, row: FactRow, id: AltId) -> Html {
    let TableProps { page: cx, .. } = props;
    let content = if fact::is_many(cx, row.criterion) && row.differs {
        own_and_shared(props, row, id)
    } else {
        fact::answer(cx, id, row.criterion)
    };
    html! {
        <>
            { content }{ " " }
            { fact::provider(cx, id, row.criterion) }
            { source_marks(cx, id, row) }
            { fact::age(cx, id, row.criterion) }
        </>
    }
}

/// The tags that this column alone has, or not every other one, and behind them those that all have.
fn own_and_shared(props: &TableProps, row: FactRow, id: AltId) -> Html {
    let TableProps { page: cx, comparison, .. } = props;
    let of = |id| labels(&cx.model.catalog, id, row.criterion);
    let all: Vec<_> = comparison.columns.iter().map(|other| of(*other)).collect();
    let is_shared = |tag: &String| all.iter().all(|labels| labels.contains(tag));
    let (shared, own): (Vec<_>, Vec<_>) = of(id).into_iter().partition(is_shared);
    let message = if all.len() == 2 { msg::COMPARE_BOTH } else { msg::COMPARE_EACH };
    html! {
        <>
            { if own.is_empty() { "–".to_owned() } else { own.join(", ") } }
            if !shared.is_empty() {
                { element::span("versus__shared muted", cx.tf(message, &[("values", &shared.join(", "))])) }
            }
        </>
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
        <>
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
        </>
    }
}
