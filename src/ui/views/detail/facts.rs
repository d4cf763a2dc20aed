//! The facts by group: one line for each, which opens to what it rests on.

use yew::prelude::*;

use crate::domain::catalog::{AltId, CriterionId};
use crate::ui::components::{contest, element, fact};
use crate::ui::context::PageContext;

/// The groups of facts.
pub(super) fn view(
    cx: &PageContext,
    id: AltId,
    contested: &UseStateHandle<Vec<CriterionId>>,
) -> Html {
    let catalog = &cx.model.catalog;
    html! {
        <div class="detail__groups">
            { for (0_u8..).zip(&catalog.groups).map(|(at, group)| html! {
                <section key={group.id.as_ref()}>
                    <h3>{ &group.label }</h3>
                    <ul class="facts">
                        { for catalog
                            .criterion_ids()
                            .filter(|criterion| catalog.criterion(*criterion).group == at)
                            .map(|criterion| row(cx, id, criterion, contested)) }
                    </ul>
                </section>
            }) }
        </div>
    }
}

/// The fact of a criterion, and behind it the note, the sources and how to correct it.
fn row(
    cx: &PageContext,
    id: AltId,
    criterion: CriterionId,
    contested: &UseStateHandle<Vec<CriterionId>>,
) -> Html {
    let known = cx.model.catalog.criterion(criterion);
    let backing = cx.model.dossier(id).and_then(|dossier| dossier.backing(criterion));
    let remark = backing.map(|backing| backing.note.clone()).unwrap_or_default();
    let meaning = cx.model.meaning(criterion);
    html! {
        <li key={known.id.as_ref()}>
            { element::folded("fact", html! {
                <>
                    <span class="fact__label">
                        { &known.label }{ " " }
                        { fact::editors_mark(cx, criterion) }
                    </span>
                    <span class="fact__value">
                        { fact::answer(cx, id, criterion) }
                        { fact::provider(cx, id, criterion) }
                        { fact::age(cx, id, criterion) }
                    </span>
                </>
            }, html! {
                <div class="fact__backing">
                    if !meaning.is_empty() {
                        { element::paragraph("muted", meaning) }
                    }
                    if !remark.is_empty() {
                        { element::paragraph("", remark) }
                    }
                    { fact::sources(cx, id, criterion) }
                    { contest::view(cx, id, criterion, contested) }
                </div>
            }) }
        </li>
    }
}
