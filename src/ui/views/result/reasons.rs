//! Reasons for and against as sentences, each with a sign, and the known drawbacks.

use yew::prelude::*;

use crate::domain::catalog::AltId;
use crate::domain::decide::{Bearing, Ranked, ReasonFor, Reasons, reasons};
use crate::text::{Message, msg, reason};
use crate::ui::components::element;
use crate::ui::context::ViewContext;

/// How many of the strongest reasons for are shown.
const N_PROS: usize = 3;
/// How many of the strongest reasons against are shown, and of those met in part.
const N_CONS: usize = 2;

/// The strongest reasons, and what to know before choosing; with a name if there are several
/// leaders.
pub(super) fn strongest(cx: &ViewContext, ranked: &Ranked, n_leaders: usize) -> Html {
    let id = ranked.alternative;
    let entry = cx.model.catalog.alternative(id);
    html! {
        <div key={entry.id.as_ref()} class="leader__why">
            if n_leaders > 1 {
                <p><strong translate="no">{ &entry.name }</strong></p>
            }
            { why(cx, id, N_PROS, N_CONS) }
            { drawbacks(cx, id, N_CONS + 1 - n_leaders) }
        </div>
    }
}

/// What speaks for an alternative, what against it, and what it meets in part: so many of each.
pub(super) fn why(cx: &ViewContext, id: AltId, n_pros: usize, n_cons: usize) -> Html {
    let Reasons { pros, cons } = reasons(&cx.model.table, &cx.state.answers, id);
    let (partly, cons): (Vec<_>, Vec<_>) =
        cons.into_iter().partition(|why| why.bearing == Bearing::Part);
    html! {
        <div class="why">
            { list(cx, id, msg::RESULT_BECAUSE, "reasons reasons--for", pros.iter().take(n_pros)) }
            <div>
                { list(cx, id, msg::RESULT_BUT, "reasons reasons--against", cons.iter().take(n_cons)) }
                { list(cx, id, msg::RESULT_PARTLY, "reasons", partly.iter().take(n_cons)) }
                if cons.is_empty() && partly.is_empty() {
                    { element::paragraph("", cx.t(msg::RESULT_NO_CONS)) }
                }
            </div>
        </div>
    }
}

/// Some reasons under a title; nothing without any.
fn list<'a>(
    cx: &ViewContext,
    id: AltId,
    title: Message,
    class: &'static str,
    chosen: impl ExactSizeIterator<Item = &'a ReasonFor>,
) -> Html {
    if chosen.len() == 0 {
        return Html::default();
    }
    let model = cx.model;
    let sentences = chosen.map(|why| {
        let said = reason(&model.catalog, &model.words, &cx.state.answers, id, why);
        let sign = match why.bearing {
            Bearing::Full => "+",
            Bearing::Part => "~",
            Bearing::None => "−",
            Bearing::Unknown => "?",
        };
        html! {
            <li key={format!("{}-{}", why.question.0, why.option)}>
                <span class="reasons__sign" aria-hidden="true">{ sign }</span>
                <span>
                    { said }
                    if why.must {
                        { " " }{ element::span("mark", cx.t(msg::RESULT_MUST_MET)) }
                    }
                </span>
            </li>
        }
    });
    html! {
        <div {class}>
            <h3>{ cx.t(title) }</h3>
            <ul>{ for sentences }</ul>
        </div>
    }
}

/// The first drawbacks, each with a source. Their space is there before they arrive.
fn drawbacks(cx: &ViewContext, id: AltId, n: usize) -> Html {
    let dossier = cx.model.dossier(id);
    let all = dossier.map_or(&[][..], |dossier| &dossier.drawbacks);
    let waiting = cx.evidence.evidence_message().filter(|_| dossier.is_none());
    html! {
        <div class="reasons reasons--know" hidden={all.is_empty() && waiting.is_none()}>
            <h3>{ cx.t(msg::RESULT_KNOW) }</h3>
            <ul>
                if let Some(message) = waiting {
                    <li class="muted">{ cx.t(message) }</li>
                }
                <>{ for all.iter().take(n).map(|drawback| html! {
                    <li key={drawback.text.as_ref()}>
                        <span class="reasons__sign" aria-hidden="true">{ "!" }</span>
                        <span>
                            { &drawback.text }
                            { for dossier.into_iter().flat_map(|dossier| dossier.sources_at(&drawback.sources)).take(1).map(|source| html! {
                                <>
                                    { " " }
                                    <a href={source.url.clone()} target="_blank" rel="noopener"
                                        aria-label={cx.tf(msg::RESULT_SOURCE_OF, &[("title", &source.title)])}>
                                        { cx.t(msg::RESULT_SOURCE) }
                                    </a>
                                </>
                            }) }
                        </span>
                    </li>
                }) }</>
            </ul>
        </div>
    }
}
