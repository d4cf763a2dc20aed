//! A fact for display: its level as a shape and a word, its provider, its sources and date.

use yew::prelude::*;

use super::link;
use crate::domain::catalog::{AltId, CriterionId, Dossier, Freshness, Kind, Value};
use crate::domain::decide::Bearing;
use crate::text::{self, Message, labels, msg, value};
use crate::ui::context::PageContext;

/// The value of a fact: a level with its glyph, tags, text, or that it is unknown.
pub(in crate::ui) fn answer(cx: &PageContext, alternative: AltId, criterion: CriterionId) -> Html {
    let catalog = &cx.model.catalog;
    let fact = catalog.alternative(alternative).fact(criterion);
    match fact.value {
        Value::Unknown => html! {
            <span class="level level--unknown">
                <span class="level__glyph" aria-hidden="true">{ "?" }</span>
                { cx.t(msg::DETAIL_UNKNOWN) }
            </span>
        },
        Value::Many(_) => {
            let labels = labels(catalog, alternative, criterion);
            html! {
                <ul class="tags">
                    { for labels.into_iter().map(|label| html! {
                        <li key={label.clone()} class="tag">{ label }</li>
                    }) }
                </ul>
            }
        }
        Value::One(at) => {
            let value =
                catalog.scale_of(criterion).and_then(|scale| scale.values.get(usize::from(at)));
            let glyph = value.map(|value| value.glyph.clone()).unwrap_or_default();
            let title = value.map(|value| value.means.clone()).unwrap_or_default();
            let class = if glyph.is_empty() {
                AttrValue::Static("level")
            } else {
                format!("level level--{at}").into()
            };
            html! {
                <span {class} {title}>
                    if !glyph.is_empty() {
                        <span class="level__glyph" aria-hidden="true">{ glyph }</span>
                    }
                    { value.map(|value| value.label.clone()).unwrap_or_default() }
                </span>
            }
        }
        Value::Text(_) | Value::Date(_) => {
            html! { <span>{ value(catalog, &cx.model.words, alternative, criterion) }</span> }
        }
    }
}

/// The provider, if there is one.
pub(in crate::ui) fn provider(
    cx: &PageContext,
    alternative: AltId,
    criterion: CriterionId,
) -> Html {
    let by = &cx.model.catalog.alternative(alternative).fact(criterion).by;
    html! {
        if !by.is_empty() {
            <span class="by">{ by }</span>
        }
    }
}

/// The sources of a fact, with the day it was checked.
pub(in crate::ui) fn sources(cx: &PageContext, alternative: AltId, criterion: CriterionId) -> Html {
    let date = cx.model.catalog.alternative(alternative).fact(criterion).checked.to_string();
    let dossier = cx.model.dossier(alternative);
    let backing = dossier.and_then(|dossier| dossier.backing(criterion));
    html! {
        <>
            { source_list(dossier, backing.map_or(&[], |backing| &backing.sources)) }
            <span class="muted checked">{ cx.tf(msg::DETAIL_CHECKED, &[("date", &date)]) }</span>
            { age(cx, alternative, criterion) }
            { for old(cx, alternative, criterion).map(|(_, means)| html! {
                <span class="muted">{ cx.t(means) }</span>
            }) }
        </>
    }
}

/// A mark for an old fact; nothing if it is fresh.
pub(in crate::ui) fn age(cx: &PageContext, alternative: AltId, criterion: CriterionId) -> Html {
    old(cx, alternative, criterion).map_or_else(Html::default, |(word, means)| {
        html! { <span class="mark" title={cx.t(means)}>{ cx.t(word) }</span> }
    })
}

/// The age of a fact in a word and in a sentence; none if it is fresh.
fn old(cx: &PageContext, alternative: AltId, criterion: CriterionId) -> Option<(Message, Message)> {
    let fact = cx.model.catalog.alternative(alternative).fact(criterion);
    match fact.freshness(cx.model.today) {
        Freshness::Fresh => None,
        Freshness::Stale => Some((msg::AGE_STALE, msg::AGE_STALE_MEANS)),
        Freshness::Expired => Some((msg::AGE_EXPIRED, msg::AGE_EXPIRED_MEANS)),
    }
}

/// A link to contest a fact; nothing if the catalog has no address for it.
pub(in crate::ui) fn contest(cx: &PageContext, alternative: AltId, criterion: CriterionId) -> Html {
    let (catalog, dossier) = (&cx.model.catalog, cx.model.dossier(alternative));
    let Some(address) = text::contest(catalog, &cx.model.words, dossier, alternative, criterion)
    else {
        return Html::default();
    };
    let label = &catalog.criterion(criterion).label;
    link::external(
        &address.into(),
        html! {
            <span class="contest">
                { cx.t(msg::CONTEST_LINK) }
                <span class="visually-hidden">{ label }</span>
            </span>
        },
    )
}

/// Sources as a list of links; empty before the evidence has loaded.
pub(in crate::ui) fn source_list(dossier: Option<&'static Dossier>, positions: &[u8]) -> Html {
    html! {
        <ul class="sources">
            { for dossier.into_iter().flat_map(|dossier| dossier.sources_at(positions)).map(|source| html! {
                <li key={source.url.as_ref()}>
                    { link::external(&source.url, html! { { &source.title } }) }
                </li>
            }) }
        </ul>
    }
}

/// A mark for criteria whose facts are the editors' view.
pub(in crate::ui) fn editors_mark(cx: &PageContext, criterion: CriterionId) -> Html {
    let is_editorial = cx.model.catalog.criterion(criterion).editorial;
    html! {
        if is_editorial {
            <span class="mark" title={cx.t(msg::DETAIL_EDITORS_MEANS)}>{ cx.t(msg::DETAIL_EDITORS) }</span>
        }
    }
}

/// How well an option is met, as a shape and a word.
pub(in crate::ui) fn bearing(cx: &PageContext, bearing: Bearing) -> Html {
    let (class, glyph, word) = match bearing {
        Bearing::Full => ("level level--0", "●", msg::COMPARE_MET),
        Bearing::Part => ("level level--2", "◑", msg::COMPARE_PARTLY),
        Bearing::None => ("level level--4", "○", msg::COMPARE_UNMET),
        Bearing::Unknown => ("level level--unknown", "?", msg::COMPARE_UNKNOWN),
    };
    html! {
        <span {class}>
            <span class="level__glyph" aria-hidden="true">{ glyph }</span>
            { cx.t(word) }
        </span>
    }
}

/// Whether a criterion's facts are lists of tags.
pub(in crate::ui) fn is_many(cx: &PageContext, criterion: CriterionId) -> bool {
    matches!(cx.model.catalog.criterion(criterion).kind, Kind::Many(_))
}
