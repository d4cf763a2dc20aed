//! One card: the alternative, its purpose, its fit, and links.

use yew::prelude::*;

use super::compare_box::{self, Compared};
use super::element;
use super::{bar, link};
use crate::domain::catalog::AltId;
use crate::domain::decide::{Ranking, Score, Unranked};
use crate::domain::state::Action;
use crate::text::{causes, labels, msg, points};
use crate::ui::hooks::{RenderQueue, use_queued};
use crate::ui::ids;
use crate::ui::model::Model;
use crate::ui::store::{Focus, UiAction};

/// How many tags of a list a card shows.
const N_TAGS: usize = 4;

/// The fit of an alternative for the given answers.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum Fit {
    /// No question gives points.
    Open,
    /// It has points.
    Points {
        /// The points as they are shown.
        shown: String,
        /// The points.
        score: Score,
    },
    /// It fails a must-have, or one is unknown; the sentence says which.
    NotRanked(AttrValue),
}

impl Fit {
    /// The fit of an alternative, from the ranking for the answers of a state.
    pub(in crate::ui) fn of(model: Model, ranking: &Ranking, id: AltId) -> Self {
        if let Some(place) = ranking.place(id) {
            return place.score.map_or(Self::Open, |score| Self::Points {
                shown: points(score, place.close),
                score,
            });
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

/// The content of a card. The card is not a button; it contains links and a checkbox.
#[component]
pub(in crate::ui) fn Card(props: &CardProps) -> Html {
    let CardProps { model, id, href, found, fit, compared, dispatch, queue, is_out_of_sight } =
        props;
    let (model, id) = (*model, *id);
    if !use_queued(queue, queue.defers(*is_out_of_sight)) {
        return html! { <div class="card__head"></div> };
    }
    let name = &model.catalog.alternative(id).name;
    let open = |look: link::Look, content: Html| {
        let onclick = link::followed(dispatch, UiAction::Do(Action::Open(id), Focus::Heading));
        link::anchor(href.clone(), onclick, look, content)
    };
    let more = link::Look {
        class: "card__details",
        id: Some(ids::details(model, id)),
        current: None,
        label: Some(model.tf(msg::CARD_DETAILS_OF, &[("name", name)])),
    };
    html! {
        <>
            <div class="card__head">
                <h3>{ open(link::Look { class: "card__name", ..link::Look::default() }, html! { { name } }) }</h3>
                <p class="card__badges muted">{ badges(model, id) }</p>
            </div>
            if !found.is_empty() {
                <p class="card__found">{ found }</p>
            }
            { facts(model, id) }
            <div class="card__fit">{ fit_view(model, fit) }</div>
            <div class="card__foot">
                { compare_box::view(model, dispatch, id, *compared) }
                { open(more, html! { { [&model.t(msg::CARD_DETAILS), " →"].concat() } }) }
            </div>
        </>
    }
}

/// The facts on a card.
fn facts(model: Model, id: AltId) -> Html {
    let catalog = &model.catalog;
    html! {
        <>
            <p class="card__summary">{ &catalog.alternative(id).summary }</p>
            { for catalog.subject.lists.iter().map(|criterion| {
                let label = &catalog.criterion(*criterion).label;
                html! {
                    <div key={label.as_ref()} class="card__list">
                        <h4>{ label }</h4>
                        { tags(model, labels(catalog, id, *criterion)) }
                    </div>
                }
            }) }
        </>
    }
}

fn badges(model: Model, id: AltId) -> String {
    let catalog = &model.catalog;
    let badges = catalog.subject.badges.iter();
    let badges = badges.map(|criterion| labels(catalog, id, *criterion).join(", "));
    badges.filter(|badge| !badge.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn tags(model: Model, labels: Vec<String>) -> Html {
    let n_more = labels.len().saturating_sub(N_TAGS);
    let rest = labels.iter().skip(N_TAGS).cloned().collect::<Vec<_>>().join(", ");
    html! {
        <ul class="tags">
            <>{ for labels.into_iter().take(N_TAGS).map(element::tag) }</>
            if n_more > 0 {
                <li class="tag tag--more">
                    <span aria-hidden="true" title={rest.clone()}>{ model.tn(msg::BROWSE_MORE, n_more) }</span>
                    <span class="visually-hidden">{ rest }</span>
                </li>
            }
        </ul>
    }
}

fn fit_view(model: Model, fit: &Fit) -> Html {
    match fit {
        Fit::Open => html! {
            <div class="fit" title={model.t(msg::CARD_FIT_NONE)}>
                { element::span("fit__label", model.t(msg::CARD_FIT)) }
                <span class="fit__points muted">{ "–" }</span>
                { bar::bar(None) }
            </div>
        },
        Fit::Points { shown, score } => html! {
            <div class="fit">
                { element::span("fit__label", model.t(msg::CARD_FIT)) }
                <strong class="fit__points">{ shown }</strong>
                { bar::bar(Some(*score)) }
            </div>
        },
        Fit::NotRanked(sentence) => html! { <div class="fit fit--outside">{ sentence }</div> },
    }
}
