//! The result: which alternative fits best and why, the answers, which can be changed next to it,
//! everybody's points, and who is ruled out.
//!
//! If no question gives points it shows no figures at all, never 0.

mod behind;
mod leader;
mod more;
mod not_ranked;
mod ranking;
mod reasons;
mod standing;
mod steps;
mod takeaway;
mod taken_out;

use yew::prelude::*;

use crate::domain::state::{Action, Step, View};
use crate::report::Section;
use crate::text::{msg, person};
use crate::ui::components::answers::answer_list;
use crate::ui::components::element;
use crate::ui::components::explanation::{explanation, since};
use crate::ui::components::opened::OpenedHandle;
use crate::ui::components::{keep, link, undo};
use crate::ui::context::ViewContext;
use crate::ui::hooks::{use_moves, use_travel};
use crate::ui::ids::HEADING;

/// The props of the result.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct OutcomeProps {
    /// The context of the view.
    pub cx: ViewContext,
}

/// The view.
#[component]
pub(super) fn Outcome(props: &OutcomeProps) -> Html {
    let cx = &props.cx;
    let opened = OpenedHandle::new(cx, cx.screen.opened);
    let moves = use_moves(&cx.ranking);
    use_travel(moves.n(), ranking::ROW);
    if cx.state.answers.is_empty() {
        return nothing_yet(cx);
    }
    let is_matched = !cx.ranking.eligible.is_empty();
    html! {
        <div class="outcome">
            <div class="outcome__verdict">
                { undo::of_answers(cx) }
                { whose(cx) }
                { leader::view(cx, &opened) }
                { since(cx) }
                if !is_matched {
                    <section class="part" aria-labelledby="impasse-title">
                        <h3 id="impasse-title">{ cx.t(msg::NO_MATCH_TITLE) }</h3>
                        { explanation(cx, Section::NoMatch, false) }
                    </section>
                }
            </div>
            { answers(cx, &opened) }
            <div class="outcome__main">
                { taken_out::view(cx) }
                { ranking::view(cx, &opened, &moves) }
                { not_ranked::excluded(cx, &opened) }
                { not_ranked::unconfirmed(cx, &opened) }
                { more::view(cx, &opened) }
            </div>
            { standing::view(cx) }
            if cx.is_printing {
                { takeaway::paper(cx) }
            }
        </div>
    }
}

/// The answers; in a narrow container they are closed at first.
fn answers(cx: &ViewContext, opened: &OpenedHandle) -> Html {
    let is_open = opened.get().answers;
    let class = if is_open { "outcome__side outcome__side--open" } else { "outcome__side" };
    let label = cx.tn(msg::RESULT_ANSWERS_N, cx.state.answers.n_given());
    html! {
        <aside {class} aria-labelledby="answers-title">
            <button type="button" class="button outcome__answers" aria-expanded={is_open.to_string()}
                onclick={opened.toggle(|now| now.answers = !now.answers)}>{ label }</button>
            <div class="outcome__fold">
                <h3 id="answers-title">{ cx.t(msg::RESULT_ANSWERS) }</h3>
                { element::paragraph("muted", cx.t(msg::RESULT_ANSWERS_HINT)) }
                { answer_list(cx) }
                { keep::switch(cx) }
            </div>
        </aside>
    }
}

/// Whose result it is, if the answers are those of a person of a team.
fn whose(cx: &ViewContext) -> Html {
    let person = cx.state.person.map(|at| {
        let name = person(&cx.model.words, &cx.state.team, usize::from(at));
        element::paragraph("muted", cx.tf(msg::TEAM_RESULT_OF, &[("name", &name)]))
    });
    person.unwrap_or_default()
}

fn nothing_yet(cx: &ViewContext) -> Html {
    let start = Action::Go(View::Fit(Step::first_open(&cx.offers, &cx.state.answers)));
    html! {
        <div class="empty panel">
            <h2 id={HEADING} tabindex="-1">{ cx.t(msg::RESULT_TITLE_OPEN) }</h2>
            { element::paragraph("", cx.t(msg::RESULT_OPEN)) }
            <p>{ link::to(cx, start, "button button--main", html! { { cx.t(msg::RESULT_START) } }) }</p>
        </div>
    }
}
