//! Everything about one alternative: all facts with level, source and date. Unknown facts are
//! listed as unknown.

use yew::prelude::*;

use crate::domain::catalog::{AltId, CriterionId, Dossier};
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::components::compare_box::compare_box;
use crate::ui::components::{contest, fact, link};
use crate::ui::context::PageContext;
use crate::ui::hooks::LoadState;
use crate::ui::ids::{self, HEADING};
use crate::ui::store::Focus;

/// The props of the details.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct DetailProps {
    /// What links and controls need.
    pub page: PageContext,
    /// The alternative.
    pub id: AltId,
    /// The state of the evidence: it is read from the model, which changes when it loads.
    pub evidence: LoadState,
}

/// The details of an alternative, in place of the view behind them.
#[component]
pub(super) fn Detail(props: &DetailProps) -> Html {
    let DetailProps { page: cx, id, evidence } = props;
    let id = *id;
    let contested = use_state(Vec::new);
    let catalog = &cx.model.catalog;
    let entry = catalog.alternative(id);
    let back = Focus::Id(ids::details(cx.model, id));
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
            <h2 id={HEADING} tabindex="-1">{ &entry.name }</h2>
            <p class="lead">{ &entry.summary }</p>
            <ul class="inline">
                { for dossier.map(|dossier| html! {
                    <li key="site">{ link::external(&dossier.site, html! { { cx.t(msg::DETAIL_SITE) } }) }</li>
                }) }
                { for dossier.map(|dossier| html! {
                    <li key="repository">
                        { link::external(&dossier.repository, html! { { cx.t(msg::DETAIL_REPOSITORY) } }) }
                    </li>
                }) }
                { for dossier.and_then(|dossier| dossier.start.as_ref()).map(|start| html! {
                    <li key="start">{ link::external(&start.url, html! { { cx.t(msg::RESULT_GET_STARTED) } }) }</li>
                }) }
                <li key="compare">{ compare_box(cx, id) }</li>
            </ul>
            <p class="note" role="status" hidden={waiting.is_none()}>
                { waiting.map(|message| cx.t(message)).unwrap_or_default() }
            </p>
            { drawbacks(cx, dossier) }
            <div class="detail__groups">
                { for (0_u8..).zip(&catalog.groups).map(|(at, group)| html! {
                    <section key={group.id.as_ref()} class="panel">
                        <h3>{ &group.label }</h3>
                        <dl class="facts">
                            { for catalog
                                .criterion_ids()
                                .filter(|criterion| catalog.criterion(*criterion).group == at)
                                .map(|criterion| row(cx, id, criterion, &contested)) }
                        </dl>
                    </section>
                }) }
            </div>
        </article>
    }
}

/// The drawbacks, each with its sources.
fn drawbacks(cx: &PageContext, dossier: Option<&'static Dossier>) -> Html {
    let drawbacks = dossier.map_or(&[][..], |dossier| &dossier.drawbacks);
    html! {
        if !drawbacks.is_empty() {
            <section class="drawbacks panel">
                <h3>{ cx.t(msg::DETAIL_DRAWBACKS) }</h3>
                <ul>
                    { for drawbacks.iter().map(|drawback| html! {
                        <li key={drawback.text.as_ref()}>
                            { &drawback.text }
                            <div class="facts__source">{ fact::source_list(dossier, &drawback.sources) }</div>
                        </li>
                    }) }
                </ul>
            </section>
        }
    }
}

fn row(
    cx: &PageContext,
    id: AltId,
    criterion: CriterionId,
    contested: &UseStateHandle<Vec<CriterionId>>,
) -> Html {
    let known = cx.model.catalog.criterion(criterion);
    let backing = cx.model.dossier(id).and_then(|dossier| dossier.backing(criterion));
    let remark = backing.map(|backing| backing.note.clone()).unwrap_or_default();
    html! {
        <div key={known.id.as_ref()} class="facts__row">
            <dt title={cx.model.meaning(criterion)}>
                { &known.label }
                { fact::editors_mark(cx, criterion) }
            </dt>
            <dd>
                <div class="facts__value">
                    { fact::answer(cx, id, criterion) }
                    { fact::provider(cx, id, criterion) }
                </div>
                if !remark.is_empty() {
                    <p class="note">{ remark }</p>
                }
                <div class="facts__source">
                    { fact::sources(cx, id, criterion) }
                    { contest::view(cx, id, criterion, contested) }
                </div>
            </dd>
        </div>
    }
}
