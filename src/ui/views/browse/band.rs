//! The way into the questions: the first question as chips, and a button to the others. Once it is
//! answered, who is left for it; once more is answered, what the answers say so far.

use yew::prelude::*;

use crate::domain::catalog::{AltId, Choice, QuestionId};
use crate::domain::decide::table::chosen;
use crate::domain::state::{Action, Step, View};
use crate::report::Section;
use crate::text::{labels, leaders, msg, or_list};
use crate::ui::components::common_questions::question_link;
use crate::ui::components::element;
use crate::ui::components::explanation::explanation;
use crate::ui::components::keep;
use crate::ui::components::link::{self, Look};
use crate::ui::context::ViewContext;
use crate::ui::store::Focus;

/// How many are listed of those who are left.
const N_LISTED: usize = 5;

/// How many values say what one is for.
const N_VALUES: usize = 3;

/// The band.
pub(super) fn view(cx: &ViewContext) -> Html {
    let answers = &cx.state.answers;
    let first = cx.model.catalog.question_ids().next();
    let first = first.filter(|first| cx.offers.asked().contains(first));
    let opening = first.filter(|first| answers.iter().all(|(id, _)| id == *first));
    let content = match opening {
        _ if answers.is_empty() => start(cx),
        Some(id) => left(cx, id),
        None => so_far(cx),
    };
    let is_line = opening.is_none() && !answers.is_empty();
    html! {
        <section class={if is_line { "band band--line" } else { "band" }} aria-label={cx.t(msg::BAND_TITLE)}>
            { for opening.map(|id| chips(cx, id)) }
            { content }
        </section>
    }
}

/// The options of a question, each a link to the state in which it is chosen, or no longer.
fn chips(cx: &ViewContext, id: QuestionId) -> Html {
    let question = cx.model.catalog.question(id);
    let opening = if question.opening.is_empty() { &question.prompt } else { &question.opening };
    let answer = cx.state.answers.get(id).map_or(0, |answer| answer.options);
    let offered = cx.offers.options(id) | answer;
    let options = (0_u8..).zip(&question.options).filter(|(at, _)| offered >> at & 1 == 1);
    html! {
        <div class="band__ask">
            <p id="opening" class="band__opening">{ opening }</p>
            <ul class="chips band__chips" aria-labelledby="opening">
                { for options.map(|(at, option)| {
                    let current = (answer >> at & 1 == 1).then_some("true");
                    // Every combination of options is an address; search engines need none of them.
                    let rel = Some("nofollow");
                    let look = Look { class: "chip", current, rel, ..Look::default() };
                    let action = Action::ToggleOption(id, at);
                    let label = html! {
                        <>{ element::dot(colour(cx, option)) }<span>{ &option.label }</span></>
                    };
                    html! {
                        <li key={option.id.as_ref()}>{ link::with(cx, action, Focus::Stay, look, label) }</li>
                    }
                }) }
            </ul>
        </div>
    }
}

/// The colour of the value that an option asks for; empty if it has none.
fn colour(cx: &ViewContext, option: &Choice) -> AttrValue {
    let colour = option.terms.first().and_then(|term| {
        let best = term.table.iter().max()?;
        let at = term.table.iter().position(|utility| utility == best)?;
        Some(cx.model.catalog.scale_of(term.criterion)?.values.get(at)?.colour.clone())
    });
    colour.unwrap_or_default()
}

/// A link to the first open question.
fn to_questions(cx: &ViewContext, class: &'static str, text: AttrValue) -> Html {
    let step = Step::first_open(&cx.offers, &cx.state.answers);
    link::to(cx, Action::Go(View::Fit(step)), class, html! { { text } })
}

/// The button to the questions, and common questions to start from.
fn start(cx: &ViewContext) -> Html {
    let faqs: Vec<_> = cx.model.catalog.faqs.iter().filter(|faq| !faq.start.is_empty()).collect();
    let is_empty = faqs.is_empty();
    html! {
        <div class="band__go">
            { to_questions(cx, "button button--main", cx.t(msg::BAND_START)) }
            { keep::offer(cx) }
            <p class="band__hint">{ cx.tn(msg::BAND_HINT, cx.offers.asked().len()) }</p>
            <p id="start-from" class="band__from" hidden={is_empty}>{ cx.t(msg::BAND_FROM) }</p>
            <ul class="band__starts" aria-labelledby="start-from" hidden={is_empty}>
                { for faqs.into_iter().map(|faq| html! {
                    <li key={faq.id.as_ref()}>
                        { question_link(cx.model, &cx.dispatch, faq, "", &faq.start) }
                    </li>
                }) }
            </ul>
        </div>
    }
}

/// Who is left once the first question is answered, and what to ask next. Where a condition is all
/// that was said, nobody has points, and they stand in the catalog's first order.
fn left(cx: &ViewContext, id: QuestionId) -> Html {
    let (catalog, eligible) = (&cx.model.catalog, &cx.ranking.eligible);
    let options = &catalog.question(id).options;
    let answer = cx.state.answers.get(id).map_or(0, |answer| answer.options);
    let asked: Vec<_> =
        chosen(answer, options.len()).map(|at| options[at].label.to_string()).collect();
    let (n, asked) = (eligible.len().to_string(), or_list(&asked));
    let has_points = eligible.first().is_some_and(|first| first.score.is_some());
    let order = match catalog.subject.first_sort {
        Some(at) if !has_points => catalog.sorts.get(usize::from(at)),
        _ => None,
    };
    html! {
        <div class="band__left">
            <h2>
                { cx.tf(msg::BAND_LEFT, &[("n", &n), ("options", &asked)]) }{ " " }
                if let Some(order) = order {
                    { element::span("muted", cx.tf(msg::BAND_ORDER, &[("order", &order.label)])) }
                }
            </h2>
            <ol>
                { for eligible.iter().take(N_LISTED).map(|ranked| {
                    let one = ranked.alternative;
                    html! {
                        <li key={catalog.alternative(one).id.as_ref()}>
                            { link::with(cx, Action::Open(one), Focus::Heading, Look { is_name: true, ..Look::default() },
                                html! { { &catalog.alternative(one).name } }) }
                            { element::span("muted", purpose(cx, one)) }
                        </li>
                    }
                }) }
            </ol>
            <div class="band__go">
                { to_questions(cx, "button button--main", cx.t(msg::BAND_GO_ON)) }
                { explanation(cx, Section::Next, true) }
            </div>
        </div>
    }
}

/// What an alternative is for, in a line: what it is known for, or its summary.
fn purpose(cx: &ViewContext, id: AltId) -> AttrValue {
    let catalog = &cx.model.catalog;
    let line = catalog.subject.purposes.iter().find_map(|criterion| {
        let labels = labels(catalog, id, *criterion);
        let values = labels.into_iter().take(N_VALUES).collect::<Vec<_>>().join(" · ");
        let label = &catalog.criterion(*criterion).label;
        let values = [("label", label.as_ref()), ("value", values.as_str())];
        (!values[1].1.is_empty()).then(|| cx.tf(msg::CARD_FOUND_SAYS, &values))
    });
    line.unwrap_or_else(|| catalog.alternative(id).summary.clone())
}

/// What the answers say so far, and the ways on.
fn so_far(cx: &ViewContext) -> Html {
    html! {
        <>
            { element::paragraph("band__opening", leaders(&cx.model.catalog, &cx.model.words, &cx.ranking).into()) }
            { link::to(cx, Action::Go(View::Result), "button button--main", html! { { cx.t(msg::FIT_TO_RESULT) } }) }
            if cx.offers.first_open(&cx.state.answers).is_some() {
                { to_questions(cx, "", cx.t(msg::BAND_GO_ON)) }
            }
        </>
    }
}
