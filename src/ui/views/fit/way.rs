//! The way on from a question: to the most useful open question, or to the result once nothing can
//! change it; and back the way the reader came.

use yew::prelude::*;

use crate::domain::catalog::QuestionId;
use crate::domain::permalink;
use crate::domain::state::{Action, Step, View};
use crate::report::{Block, Explanation, Line};
use crate::text::{msg, points};
use crate::ui::components::{element, link};
use crate::ui::context::ViewContext;
use crate::ui::store::UiAction;

/// Where a question leads.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    /// What is still worth asking, in words.
    pub(super) status: AttrValue,
    /// The next view.
    next: View,
    /// The label of the link to it.
    label: AttrValue,
    /// The step before.
    back: Option<Step>,
}

impl Way {
    /// The way from a question, by what is said about the most useful ones. Before that is known, the
    /// list gives the order.
    pub(super) fn from(cx: &ViewContext, here: QuestionId, useful: Option<&Explanation>) -> Self {
        let answers = &cx.state.answers;
        let asked = cx.offers.asked();
        let is_new = |id: &QuestionId| {
            *id != here
                && answers.get(*id).is_none()
                && !cx.screen.trail.contains(&Step::Question(*id))
        };
        let lines = useful.map_or(&[][..], |useful| &useful.blocks);
        let status = match lines.first() {
            Some(Block::Line(Line { text, .. })) => text.clone().into(),
            _ if answers.is_empty() => cx.t(msg::FIT_STOP),
            _ => AttrValue::default(),
        };
        let next = if lines.is_empty() {
            let (before, after) = asked.split_at(asked.partition_point(|id| id.0 <= here.0));
            let next = after.iter().chain(before).copied().find(is_new);
            View::Fit(next.map_or(Step::Review, Step::Question))
        } else {
            let next = targets(cx, lines).find(is_new);
            next.map_or(View::Result, |id| View::Fit(Step::Question(id)))
        };
        let label = match next {
            View::Result => msg::FIT_TO_RESULT,
            View::Fit(Step::Review) => msg::FIT_REVIEW,
            _ if answers.get(here).is_some() => msg::FIT_NEXT,
            _ => msg::FIT_SKIP,
        };
        let before = asked.iter().rev().find(|id| id.0 < here.0).copied();
        let back_to = cx.screen.trail.last().copied().or(before.map(Step::Question));
        Self { status, next, label: cx.t(label), back: back_to }
    }
}

/// The questions that the links of some lines lead to.
fn targets(cx: &ViewContext, lines: &[Block]) -> impl Iterator<Item = QuestionId> {
    let targets = lines.iter().flat_map(|block| match block {
        Block::Line(line) => line.links.as_slice(),
        _ => &[],
    });
    targets.filter_map(|link| match permalink::decode(&cx.model.catalog, &link.query).state.view {
        View::Fit(Step::Question(id)) => Some(id),
        _ => None,
    })
}

/// The two ways, with who is ahead between them where there is no shortlist.
pub(super) fn view(cx: &ViewContext, way: &Way) -> Html {
    html! {
        <div class="ways ways--fit">
            { for way.back.map(|step| {
                let href = cx.href(Action::Go(View::Fit(step)));
                let onclick = link::followed(&cx.dispatch, UiAction::StepBack(step));
                let look = link::Look { class: "button ways__back", ..link::Look::default() };
                link::anchor(href, onclick, look, html! {
                    { element::span("", cx.t(msg::FIT_BACK)) }
                })
            }) }
            { leaders(cx) }
            { link::to(cx, Action::Go(way.next), "button button--main ways__next", html! { { &way.label } }) }
        </div>
    }
}

/// The first two, as a link to the result.
fn leaders(cx: &ViewContext) -> Html {
    if cx.state.answers.is_empty() {
        return Html::default();
    }
    let leaders = cx.ranking.eligible.iter().take(2).map(|ranked| {
        let rank = ranked.rank.to_string();
        let name = &cx.model.catalog.alternative(ranked.alternative).name;
        let points = ranked.score.map(|score| points(score, ranked.close)).unwrap_or_default();
        html! {
            <span key={name.as_ref()} class="ways__leader" translate="no">
                { element::span("", [&rank, " ", name].concat().into()) }
                { element::span("number", [" ", &points].concat().into()) }
            </span>
        }
    });
    link::to(cx, Action::Go(View::Result), "ways__leaders", html! { { for leaders } })
}
