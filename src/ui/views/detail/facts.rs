//! The facts by group: one line for each, which opens to what it rests on.

use yew::prelude::*;

use crate::domain::catalog::{AltId, CriterionId};
use crate::ui::components::{contest, element, fact};
use crate::ui::context::PageContext;
use crate::ui::hooks::{LoadState, RenderQueue, use_queued};

/// The height of a group's heading with the space around it, in lines of facts.
const HEAD: usize = 2;

/// The groups of facts in two columns of about the same height: side by side, or one after the
/// other where they do not fit.
pub(super) fn view(cx: &PageContext, id: AltId, queue: &RenderQueue, evidence: LoadState) -> Html {
    let groups: Vec<_> = (0_u8..).take(cx.model.catalog.groups.len()).collect();
    let (first, second) = groups.split_at(n_first(cx));
    html! {
        <div class="detail__groups">
            { for [first, second].into_iter().enumerate().map(|(column, groups)| html! {
                <div key={column}>
                    { for groups.iter().map(|group| {
                        let (page, queue) = (cx.clone(), queue.clone());
                        html! { <FactGroup key={*group} {page} {id} group={*group} {queue} {evidence} /> }
                    }) }
                </div>
            }) }
        </div>
    }
}

/// How many groups stand in the first column: as many as make the higher column lowest.
fn n_first(cx: &PageContext) -> usize {
    let mut lines = vec![HEAD; cx.model.catalog.groups.len()];
    for criterion in &cx.model.catalog.criteria {
        lines[usize::from(criterion.group)] += 1;
    }
    let higher = |n_first: &usize| {
        let (first, second) = lines.split_at(*n_first);
        first.iter().sum::<usize>().max(second.iter().sum())
    };
    (0..=lines.len()).min_by_key(higher).unwrap_or_default()
}

/// The props of a group of facts.
#[derive(Clone, Debug, PartialEq, Properties)]
struct FactGroupProps {
    /// What links and controls need.
    page: PageContext,
    /// The alternative.
    id: AltId,
    /// The position of the group in the catalog.
    group: u8,
    /// What is behind the facts waits in it.
    queue: RenderQueue,
    /// The state of the evidence: it is read from the model, which changes when it loads.
    evidence: LoadState,
}

/// A group of facts: their lines at once, and what is folded behind them after these are painted.
#[component]
fn FactGroup(props: &FactGroupProps) -> Html {
    let FactGroupProps { page: cx, id, group, queue, .. } = props;
    let contested = use_state(Vec::new);
    let is_whole = use_queued(queue, queue.defers(true));
    let catalog = &cx.model.catalog;
    let criteria = catalog.criterion_ids();
    html! {
        <section class="detail__group">
            <h3>{ &catalog.groups[usize::from(*group)].label }</h3>
            <ul class="facts">
                { for criteria.filter(|criterion| catalog.criterion(*criterion).group == *group).map(|criterion| {
                    let backing = is_whole.then(|| backing(cx, *id, criterion, &contested));
                    row(cx, *id, criterion, backing.unwrap_or_default())
                }) }
            </ul>
        </section>
    }
}

/// The line of a fact, which opens to what it rests on.
fn row(cx: &PageContext, id: AltId, criterion: CriterionId, backing: Html) -> Html {
    let known = cx.model.catalog.criterion(criterion);
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
            }, backing) }
        </li>
    }
}

/// What a fact rests on: its meaning, a note, the sources and how to correct it.
fn backing(
    cx: &PageContext,
    id: AltId,
    criterion: CriterionId,
    contested: &UseStateHandle<Vec<CriterionId>>,
) -> Html {
    let backing = cx.model.dossier(id).and_then(|dossier| dossier.backing(criterion));
    let remark = backing.map(|backing| backing.note.clone()).unwrap_or_default();
    let meaning = cx.model.meaning(criterion);
    html! {
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
    }
}
