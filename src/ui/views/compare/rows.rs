//! The rows of the comparison: requirements first, then facts.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalog::{AltId, CriterionId, QuestionId};
use crate::domain::compare::{Comparison, FactGroup, FactRow, RequirementRow};
use crate::domain::decide::{Answer, Bearing, Ranking, Unranked};
use crate::text::{self, labels, msg};
use crate::ui::components::answers::answer_text;
use crate::ui::components::{element, fact};
use crate::ui::context::PageContext;
use crate::ui::hooks::LoadState;
use crate::ui::store::Opened;

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
    /// Whether the second program has arrived.
    pub program: LoadState,
    /// What is open.
    pub opened: Opened,
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
fn row(key: &str, class: &'static str, meaning: AttrValue, head: Html, cells: Vec<Html>) -> Html {
    html! {
        <tr {key} {class} role="row">
            <th role="rowheader" scope="row" title={meaning}>{ head }</th>
            { for cells.into_iter().enumerate().map(|(at, cell)| html! { <td key={at} role="cell">{ cell }</td> }) }
        </tr>
    }
}

/// The rows of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows<'a> {
    /// What the table is drawn from.
    pub props: &'a TableProps,
    /// Whether rows are shown that are equal in all columns. A single column has nothing to differ
    /// from.
    pub shows_all: bool,
    /// Whether sources and dates are shown.
    pub with_sources: bool,
}

impl Rows<'_> {
    /// The result of each column, and how it meets each requirement.
    pub(super) fn requirements(self) -> Html {
        let TableProps { page: cx, comparison, ranking, .. } = self.props;
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
                { row("fit", "", AttrValue::default(), fit, comparison.columns.iter().map(place).collect()) }
                { for comparison.requirements.iter().map(|row| self.requirement(row)) }
            </tbody>
        }
    }

    /// A requirement, and the facts on which it rests.
    fn requirement(self, of: &RequirementRow) -> Html {
        let TableProps { page: cx, comparison, .. } = self.props;
        let question = cx.model.catalog.question(of.question);
        let Some(answer) = cx.state.answers.get(of.question) else {
            return Html::default();
        };
        let asked = answer_text(cx.model, of.question, answer).into();
        let spread = (of.spread.0 > 0 && !of.rules_out)
            .then(|| cx.tf(msg::COMPARE_SPREAD, &[("points", &of.spread.to_string())]));
        let head = html! {
            <>
                { &question.label }
                { element::span("versus__asked", asked) }
                { for spread.map(|spread| element::span("versus__spread muted", spread)) }
            </>
        };
        let cells = comparison.columns.iter().enumerate();
        let cells = cells
            .map(|(at, id)| met(self.props, of, answer, at, *id).unwrap_or_default())
            .collect();
        let facts = of.facts.iter().filter(|row| self.shows_all || row.differs);
        html! {
            <>
                { row(&["need-", &question.id].concat(), "versus__need", AttrValue::default(), head, cells) }
                { for facts.map(|row| self.fact(*row, Some(of))) }
            </>
        }
    }

    /// The facts of a group.
    pub(super) fn facts(self, group: &FactGroup) -> Html {
        let TableProps { page: cx, comparison, .. } = self.props;
        let shown: Vec<_> =
            group.rows.iter().copied().filter(|row| self.shows_all || row.differs).collect();
        let groups = &cx.model.catalog.groups;
        let title = groups.get(usize::from(group.group)).map(|group| group.label.clone());
        html! {
            <tbody key={group.group} role="rowgroup" hidden={shown.is_empty()}>
                { group_title(title.unwrap_or_default(), comparison.columns.len()) }
                { for shown.into_iter().map(|row| self.fact(row, None)) }
            </tbody>
        }
    }

    /// A fact in each column. Where a requirement rests on it, the values of those who meet that are
    /// strong.
    fn fact(self, of: FactRow, basis_of: Option<&RequirementRow>) -> Html {
        let TableProps { page: cx, comparison, .. } = self.props;
        let known = cx.model.catalog.criterion(of.criterion);
        let head = html! { <>{ &known.label }{ " " }{ fact::editors_mark(cx, of.criterion) }</> };
        let cells = comparison
            .columns
            .iter()
            .enumerate()
            .map(|(at, id)| {
                let cell = self.cell(of, *id);
                match basis_of.and_then(|row| row.bearing(at)) {
                    Some(Bearing::Full) => html! { <strong>{ cell }</strong> },
                    _ => cell,
                }
            })
            .collect();
        let class = if basis_of.is_some() { "versus__basis" } else { "" };
        row(&known.id, class, cx.model.meaning(of.criterion), head, cells)
    }

    fn cell(self, row: FactRow, id: AltId) -> Html {
        let TableProps { page: cx, comparison, .. } = self.props;
        let content = if fact::is_many(cx, row.criterion) && row.differs {
            own_and_shared(cx, &comparison.columns, row.criterion, id)
        } else {
            fact::answer(cx, id, row.criterion)
        };
        html! {
            <>
                { content }{ " " }
                { fact::provider(cx, id, row.criterion) }
                { fact::age(cx, id, row.criterion) }
                if self.with_sources {
                    <span class="versus__sources">{ fact::sources(cx, id, row.criterion) }</span>
                }
            </>
        }
    }
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

/// The tags that this column alone has, or not every other one, and behind them those that all have.
fn own_and_shared(cx: &PageContext, columns: &[AltId], criterion: CriterionId, id: AltId) -> Html {
    let of = |id| labels(&cx.model.catalog, id, criterion);
    let all: Vec<_> = columns.iter().map(|other| of(*other)).collect();
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
