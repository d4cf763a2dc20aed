//! Everything about one alternative: all facts with level, source and date.
//!
//! # What this module does not do
//! It leaves nothing out: what is unknown is listed as unknown.

use crate::ui::markup::html;
use yew::prelude::*;

use super::app::HEADING;
use super::model::Cx;
use super::primitives::{fact, link};
use super::store::Focus;
use crate::domain::catalog::{AltId, CriterionId, Dossier};
use crate::domain::state::Action;
use crate::text::msg;

/// The details of an alternative, in place of the view.
pub(super) fn view(cx: &Cx, id: AltId) -> Html {
    let catalog = &cx.model.catalog;
    let entry = catalog.alternative(id);
    let back = Focus::Id(link::details_id(cx, id));
    let dossier = cx.model.dossier(id);
    let waiting = cx.local.evidence.message();
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
                                .map(|criterion| row(cx, id, criterion)) }
                        </dl>
                    </section>
                }) }
            </div>
        </article>
    }
}

/// When not to choose it, each reason with its sources.
fn drawbacks(cx: &Cx, dossier: Option<&'static Dossier>) -> Html {
    let drawbacks = dossier.map_or(&[][..], |dossier| &dossier.drawbacks);
    html! {
        <section class="drawbacks panel" hidden={drawbacks.is_empty()}>
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

fn row(cx: &Cx, id: AltId, criterion: CriterionId) -> Html {
    let known = cx.model.catalog.criterion(criterion);
    let backing = cx.model.dossier(id).and_then(|dossier| dossier.backing(criterion));
    let note = backing.map(|backing| backing.note.clone()).unwrap_or_default();
    html! {
        <div key={known.id.as_ref()} class="facts__row">
            <dt title={known.means.clone()}>
                { &known.label }
                { fact::editors_mark(cx, criterion) }
            </dt>
            <dd>
                <div class="facts__value">
                    { fact::answer(cx, id, criterion) }
                    { fact::provider(cx, id, criterion) }
                </div>
                <p class="note" hidden={note.is_empty()}>{ note }</p>
                <div class="facts__source">
                    { fact::sources(cx, id, criterion) }
                    { fact::contest(cx, id, criterion) }
                </div>
            </dd>
        </div>
    }
}

/// The box that puts an alternative into the comparison. A fifth cannot be added.
pub(super) fn compare_box(cx: &Cx, id: AltId) -> Html {
    let compared = cx.state.compared.contains(&id);
    let is_full = !compared && cx.state.compared.len() >= crate::domain::compare::MOST;
    html! {
        <label class="check check--small">
            <input type="checkbox" checked={compared} disabled={is_full}
                onchange={cx.on(Action::ToggleCompared(id))} />
            <span>{ if is_full { cx.t(msg::CARD_COMPARE_FULL) } else { cx.t(msg::CARD_COMPARE) } }</span>
            <span class="visually-hidden">{ &cx.model.catalog.alternative(id).name }</span>
        </label>
    }
}
