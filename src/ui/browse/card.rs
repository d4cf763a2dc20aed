//! One card: who it is, what it is for, how it fits, and ways on.
//!
//! # What this module does not do
//! The card itself is not a button: its links and its box are.

use crate::ui::markup::html;
use yew::prelude::*;

use crate::domain::catalog::AltId;
use crate::domain::decide::{Contribution, Score, contributions};
use crate::domain::state::Action;
use crate::text::{causes, labels, msg, points};
use crate::ui::detail::compare_box;
use crate::ui::model::Cx;
use crate::ui::primitives::{bar, link};
use crate::ui::store::Focus;

/// How many tags of a list a card shows.
const N_TAGS: usize = 4;

/// How an alternative stands for the answers given.
enum Fit {
    /// Nothing gives points.
    Open,
    /// It has points.
    Points { shown: String, score: Score, parts: Vec<Contribution> },
    /// It fails a must-have, or one is not known; the sentence says which.
    Outside(AttrValue),
}

/// What stands on the card of an alternative.
pub(in crate::ui) fn card(cx: &Cx, id: AltId) -> Html {
    let catalog = &cx.model.catalog;
    let entry = catalog.alternative(id);
    let details = |anchor: Option<String>, content: Html| {
        let label = cx.tf(msg::CARD_DETAILS_OF, &[("name", &entry.name)]);
        let look = link::Look {
            class: if anchor.is_some() { "card__details" } else { "card__name" },
            label: anchor.is_some().then_some(label),
            id: anchor,
            current: None,
        };
        link::with(cx, Action::Open(id), Focus::Heading, look, content)
    };
    html! {
        <>
            <div class="card__head">
                <h3>{ details(None, html! { { &entry.name } }) }</h3>
                <p class="card__badges muted">
                    { badges(cx, id) }
                </p>
            </div>
            <p class="card__summary">{ &entry.summary }</p>
            { for catalog.subject.lists.iter().map(|criterion| {
                let label = &catalog.criterion(*criterion).label;
                html! {
                    <div key={label.as_ref()} class="card__list">
                        <h4>{ label }</h4>
                        { tags(cx, labels(catalog, id, *criterion)) }
                    </div>
                }
            }) }
            <div class="card__fit">{ fit_view(cx, &fit(cx, id)) }</div>
            <div class="card__foot">
                { compare_box(cx, id) }
                { details(Some(link::details_id(cx, id)), html! {
                    <>{ cx.t(msg::CARD_DETAILS) }<span aria-hidden="true">{ " →" }</span></>
                }) }
            </div>
        </>
    }
}

fn fit(cx: &Cx, id: AltId) -> Fit {
    let outside = |message, list: &[crate::domain::decide::Cause]| {
        Fit::Outside(cx.tf(message, &[("causes", &causes(&cx.model.catalog, list))]))
    };
    let ranking = &cx.ranking;
    if let Some(place) = ranking.place(id) {
        return place.score.map_or(Fit::Open, |score| Fit::Points {
            shown: points(score, place.close),
            score,
            parts: contributions(&cx.model.table, &cx.state.answers, id),
        });
    }
    let find = |list: &[crate::domain::decide::Unranked]| {
        list.iter().find(|outsider| outsider.alternative == id).map(|found| found.causes.clone())
    };
    if let Some(list) = find(&ranking.excluded) {
        return outside(msg::CARD_EXCLUDED, &list);
    }
    find(&ranking.unconfirmed).map_or(Fit::Open, |list| outside(msg::CARD_UNCONFIRMED, &list))
}

fn badges(cx: &Cx, id: AltId) -> String {
    let catalog = &cx.model.catalog;
    let badges: Vec<_> = catalog
        .subject
        .badges
        .iter()
        .map(|criterion| labels(catalog, id, *criterion).join(", "))
        .filter(|badge| !badge.is_empty())
        .collect();
    badges.join(" · ")
}

fn tags(cx: &Cx, labels: Vec<String>) -> Html {
    let n_more = labels.len().saturating_sub(N_TAGS);
    let rest = labels.iter().skip(N_TAGS).cloned().collect::<Vec<_>>().join(", ");
    html! {
        <ul class="tags">
            { for labels.into_iter().take(N_TAGS).map(|label| html! {
                <li key={label.clone()} class="tag">{ label }</li>
            }) }
            <li key="more" class="tag tag--more" hidden={n_more == 0}>
                <span aria-hidden="true" title={rest.clone()}>{ cx.tn(msg::BROWSE_MORE, n_more) }</span>
                <span class="visually-hidden">{ rest }</span>
            </li>
        </ul>
    }
}

fn fit_view(cx: &Cx, fit: &Fit) -> Html {
    match fit {
        Fit::Open => html! {
            <div class="fit" title={cx.t(msg::CARD_FIT_NONE)}>
                <span class="fit__label">{ cx.t(msg::CARD_FIT) }</span>
                <span class="fit__points muted">{ "–" }</span>
                { bar::bar(None, &[]) }
            </div>
        },
        Fit::Points { shown, score, parts } => html! {
            <div class="fit">
                <span class="fit__label">{ cx.t(msg::CARD_FIT) }</span>
                <strong class="fit__points">{ shown }</strong>
                { bar::bar(Some(*score), parts) }
            </div>
        },
        Fit::Outside(sentence) => html! { <div class="fit fit--outside">{ sentence }</div> },
    }
}
