//! One card: the alternative, its purpose, its fit, and a box that adds it to the comparison.

use yew::prelude::*;

use super::compare_box::{self, Compared};
use super::element;
use super::{bar, identity, link};
use crate::domain::catalog::AltId;
use crate::domain::decide::{Ranking, Score, Unranked};
use crate::domain::state::Action;
use crate::text::{causes, labels, msg, whole_points};
use crate::ui::hooks::{RenderQueue, use_queued};
use crate::ui::ids;
use crate::ui::model::Model;
use crate::ui::store::{Focus, UiAction};

/// How many values of a list a card shows.
const N_LISTED: usize = 2;

/// The fit of an alternative for the given answers.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum Fit {
    /// No question gives points.
    Open,
    /// It has points.
    Points(Score),
    /// It fails a must-have, or one is unknown; the sentence says which.
    NotRanked(AttrValue),
}

impl Fit {
    /// The fit of an alternative, from the ranking.
    pub(in crate::ui) fn of(model: Model, ranking: &Ranking, id: AltId) -> Self {
        if let Some(place) = ranking.place(id) {
            return place.score.map_or(Self::Open, Self::Points);
        }
        let not_ranked = |message, list: &[Unranked]| {
            let found = list.iter().find(|one| one.alternative == id)?;
            let causes = causes(&model.catalog, &found.causes);
            Some(Self::NotRanked(model.tf(message, &[("causes", &causes)])))
        };
        not_ranked(msg::CARD_EXCLUDED, &ranking.excluded)
            .or_else(|| not_ranked(msg::CARD_UNCONFIRMED, &ranking.unconfirmed))
            .unwrap_or(Self::Open)
    }
}

/// The props of a card.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(in crate::ui) struct CardProps {
    /// The catalog.
    pub model: Model,
    /// The alternative.
    pub id: AltId,
    /// The address of its details.
    pub href: AttrValue,
    /// Why a search found it, where its name and summary do not say so; else empty.
    pub found: AttrValue,
    /// Its value for the order that the reader chose; else empty.
    pub sorted: AttrValue,
    /// Its fit.
    pub fit: Fit,
    /// Whether it is compared.
    pub compared: Compared,
    /// Receives every action.
    pub dispatch: Callback<UiAction>,
    /// The queue in which the card waits to be drawn.
    pub queue: RenderQueue,
    /// Whether it is below the visible area, so that it can be drawn later.
    pub is_out_of_sight: bool,
}

/// The content of a card. Its name is a link, and the whole surface leads there too; the box is above
/// it.
#[component]
pub(in crate::ui) fn Card(props: &CardProps) -> Html {
    let CardProps { model, id, href, found, sorted, fit, compared, dispatch, queue, .. } = props;
    let (model, id) = (*model, *id);
    if !use_queued(queue, queue.defers(props.is_out_of_sight)) {
        return html! { <div class="card__head"></div> };
    }
    let name = &model.catalog.alternative(id).name;
    let open = link::followed(dispatch, UiAction::Do(Action::Open(id), Focus::Heading));
    let look = link::Look {
        class: "card__name",
        id: Some(ids::details(model, id)),
        is_name: true,
        ..link::Look::default()
    };
    html! {
        <>
            <div class="card__head">
                <h3>{ identity::mark(model, id) }{ link::anchor(href.clone(), open, look, html! { { name } }) }</h3>
                if let Fit::Points(score) = fit {
                    { points(model, *score) }
                }
            </div>
            { identity::badges(model, id) }
            { facts(model, id) }
            if let Fit::NotRanked(sentence) = fit {
                { element::paragraph("card__out", sentence.clone()) }
            }
            if !found.is_empty() {
                { element::paragraph("card__found", found.clone()) }
            }
            <div class="card__foot">
                { compare_box::offer(model, dispatch, id, *compared) }
                { element::span("muted", sorted.clone()) }
            </div>
        </>
    }
}

/// The points beside the name, and as a bar along the upper edge.
fn points(model: Model, score: Score) -> Html {
    let points = whole_points(score);
    html! {
        <strong class="card__points" translate="no">
            { points }
            { element::span("visually-hidden", [" ", &model.t(msg::RESULT_OF)].concat().into()) }
            { bar::share(u32::from(score.tenths().0 / 10)) }
        </strong>
    }
}

/// The facts on a card, each list on one line.
fn facts(model: Model, id: AltId) -> Html {
    let catalog = &model.catalog;
    let lists = catalog.subject.lists.iter().enumerate();
    html! {
        <>
            <p class="card__summary">{ &catalog.alternative(id).summary }</p>
            { for lists.map(|(at, criterion)| {
                let label = &catalog.criterion(*criterion).label;
                let labels = labels(catalog, id, *criterion);
                let n_more = labels.len().saturating_sub(N_LISTED);
                let some = labels.into_iter().take(N_LISTED).collect::<Vec<_>>().join(" · ");
                html! {
                    <p key={at} class="card__list">
                        <span>
                            // What the first list is says itself.
                            if at > 0 {
                                <span class="muted">{ label }{ " " }</span>
                            }
                            { some }
                        </span>
                        if n_more > 0 {
                            { element::span("muted", model.tn(msg::BROWSE_MORE, n_more)) }
                        }
                    </p>
                }
            }) }
        </>
    }
}
