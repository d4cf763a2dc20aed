//! Everything about one alternative: what it is for, what speaks against it, and all facts with level,
//! source and date. Unknown facts are listed as unknown.

mod facts;

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalog::{AltId, Dossier};
use crate::domain::decide::Ranking;
use crate::domain::state::Action;
use crate::text::{self, labels, msg};
use crate::ui::components::compare_box::compare_box;
use crate::ui::components::{element, fact, identity, link};
use crate::ui::context::PageContext;
use crate::ui::hooks::{LoadState, RenderQueue};
use crate::ui::ids::{self, HEADING};
use crate::ui::store::Focus;

/// The props of the details.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct DetailProps {
    /// What links and controls need.
    pub page: PageContext,
    /// The ranking for the state's answers.
    pub ranking: Rc<Ranking>,
    /// The alternative.
    pub id: AltId,
    /// The state of the evidence: it is read from the model, which changes when it loads.
    pub evidence: LoadState,
    /// What is behind the facts waits in it.
    pub queue: RenderQueue,
}

/// The details of an alternative, in place of the view behind them.
#[component]
pub(super) fn Detail(props: &DetailProps) -> Html {
    let DetailProps { page: cx, id, evidence, .. } = props;
    let id = *id;
    let back = Focus::Return(ids::details(cx.model, id));
    let dossier = cx.model.dossier(id);
    let waiting = evidence.evidence_message();
    html! {
        <article class="detail">
            <p>
                { link::with(cx, Action::Close, back, link::Look {
                    class: "button",
                    ..link::Look::default()
                }, html! { <>{ "← " }{ cx.t(msg::DETAIL_BACK) }</> }) }
            </p>
            { head(props, dossier) }
            <p class="note" role="status" hidden={waiting.is_none()}>
                { waiting.map(|message| cx.t(message)).unwrap_or_default() }
            </p>
            <div class="detail__sides">
                { purposes(cx, id) }
                { drawbacks(cx, dossier) }
            </div>
            { facts::view(cx, id, &props.queue, *evidence) }
        </article>
    }
}

/// The name, what it is, how it fits, and where to go.
fn head(props: &DetailProps, dossier: Option<&'static Dossier>) -> Html {
    let DetailProps { page: cx, ranking, id, .. } = props;
    let catalog = &cx.model.catalog;
    let entry = catalog.alternative(*id);
    let site = |address, message| {
        html! {
            <li key={cx.t(message).as_ref()}>{ link::site(address, "button", cx.t(message)) }</li>
        }
    };
    let start = dossier.and_then(|dossier| dossier.start.as_ref());
    html! {
        <>
            <h2 id={HEADING} tabindex="-1" translate="no">{ identity::mark(cx.model, *id) }{ &entry.name }</h2>
            { identity::badges(cx.model, *id) }
            if !cx.state.answers.is_empty() {
                <p class="detail__fit">
                    { cx.t(msg::COMPARE_FIT) }{ ": " }
                    <strong>{ text::place(catalog, &cx.model.words, ranking, *id) }</strong>
                </p>
            }
            <p class="lead">{ &entry.summary }</p>
            <ul class="inline">
                { for dossier.map(|dossier| site(&dossier.site, msg::DETAIL_SITE)) }
                { for dossier.map(|dossier| site(&dossier.repository, msg::DETAIL_REPOSITORY)) }
                { for start.map(|start| site(&start.url, msg::RESULT_GET_STARTED)) }
                <li key="compare">{ compare_box(cx, *id) }</li>
            </ul>
        </>
    }
}

/// What it is good for and good at: the lists that its card begins.
fn purposes(cx: &PageContext, id: AltId) -> Html {
    let catalog = &cx.model.catalog;
    html! {
        <section class="purposes">
            { for catalog.subject.lists.iter().rev().map(|criterion| {
                let label = &catalog.criterion(*criterion).label;
                html! {
                    <div key={label.as_ref()}>
                        <h3>{ label }{ " " }{ fact::editors_mark(cx, *criterion) }</h3>
                        { element::tags(labels(catalog, id, *criterion)) }
                    </div>
                }
            }) }
        </section>
    }
}

/// The drawbacks, each with its sources.
fn drawbacks(cx: &PageContext, dossier: Option<&'static Dossier>) -> Html {
    let drawbacks = dossier.map_or(&[][..], |dossier| &dossier.drawbacks);
    html! {
        if !drawbacks.is_empty() {
            <section class="drawbacks">
                <h3>{ cx.t(msg::DETAIL_DRAWBACKS) }</h3>
                <ul>
                    { for drawbacks.iter().map(|drawback| html! {
                        <li key={drawback.text.as_ref()}>
                            { &drawback.text }
                            { fact::source_list(dossier, &drawback.sources) }
                        </li>
                    }) }
                </ul>
            </section>
        }
    }
}
