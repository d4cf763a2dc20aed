//! A fact for display: its level as a shape and a word, its provider, its sources and date.

use yew::prelude::*;

use super::element;
use super::link;
use crate::domain::catalog::{AltId, CriterionId, Dossier, Freshness, Kind, Value};
use crate::domain::decide::Bearing;
use crate::text::{Message, labels, msg, value};
use crate::ui::context::PageContext;

/// The value of a fact: a level with its glyph, tags, text, or that it is unknown.
pub(in crate::ui) fn answer(cx: &PageContext, alternative: AltId, criterion: CriterionId) -> Html {
    let catalog = &cx.model.catalog;
    let fact = catalog.alternative(alternative).fact(criterion);
    match fact.value {
        Value::Unknown => {
            level("level level--unknown".into(), None, "?", cx.t(msg::DETAIL_UNKNOWN))
        }
        Value::Many(_) => {
            element::span("", labels(catalog, alternative, criterion).join(", ").into())
        }
        Value::One(at) => {
            let scale = catalog.scale_of(criterion);
            let Some(value) = scale.and_then(|scale| scale.values.get(usize::from(at))) else {
                return Html::default();
            };
            let class = if value.glyph.is_empty() {
                AttrValue::Static("level")
            } else {
                format!("level level--{at}").into()
            };
            level(
                class,
                Some(cx.model.value_meaning(criterion, at)),
                &value.glyph,
                value.label.clone(),
            )
        }
        Value::Text(_) | Value::Date(_) => {
            html! { <span>{ value(catalog, &cx.model.words, alternative, criterion) }</span> }
        }
    }
}

/// A level: a shape, if it has one, and a word.
fn level(class: AttrValue, title: Option<AttrValue>, glyph: &str, word: AttrValue) -> Html {
    html! {
        <span {class} {title}>
            if !glyph.is_empty() {
                <span class="level__glyph" aria-hidden="true">{ glyph }</span>
            }
            { word }
        </span>
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
            <span class="by">{ name(by) }</span>
        }
    }
}

/// The name of a package, which may go on in the next line after a dot, a colon, a slash or an
/// underscore, and where a capital begins a word.
fn name(by: &str) -> Html {
    let mut parts: Vec<Html> = Vec::new();
    let mut part = String::new();
    for letter in by.chars() {
        let is_joint = match part.chars().next_back() {
            Some('.' | ':' | '/' | '_') => letter.is_alphabetic(),
            Some(last) => last.is_lowercase() && letter.is_uppercase(),
            None => false,
        };
        if is_joint {
            parts.push(html! { <>{ core::mem::take(&mut part) }<wbr /></> });
        }
        part.push(letter);
    }
    parts.push(html! { { part } });
    parts.into_iter().collect()
}

/// The sources of a fact, with the day it was checked, and its own day if that is another.
pub(in crate::ui) fn sources(cx: &PageContext, alternative: AltId, criterion: CriterionId) -> Html {
    let fact = cx.model.catalog.alternative(alternative).fact(criterion);
    let date = fact.checked.to_string();
    let dossier = cx.model.dossier(alternative);
    let backing = dossier.and_then(|dossier| dossier.backing(criterion));
    html! {
        <>
            { source_list(dossier, backing.map_or(&[], |backing| &backing.sources)) }
            { for fact.of.map(|of| {
                element::span("muted", cx.tf(msg::DETAIL_OF, &[("date", &of.to_string())]))
            }) }
            { element::span("muted checked", cx.tf(msg::DETAIL_CHECKED, &[("date", &date)])) }
            { for old(cx, alternative, criterion).map(|(_, means)| html! {
                { element::span("muted", cx.t(means)) }
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
    match cx.model.catalog.criterion(criterion).freshness(fact, cx.model.today) {
        Freshness::Fresh => None,
        Freshness::Stale => Some((msg::AGE_STALE, msg::AGE_STALE_MEANS)),
        Freshness::Expired => Some((msg::AGE_EXPIRED, msg::AGE_EXPIRED_MEANS)),
    }
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

/// How well an option is met, as a shape and a word; a must-have is there or missing, and nothing
/// between.
pub(in crate::ui) fn bearing(cx: &PageContext, bearing: Bearing, is_must: bool) -> Html {
    let (class, glyph, word) = match bearing {
        Bearing::Full | Bearing::Part if is_must => ("level level--0", "●", msg::COMPARE_HAS),
        Bearing::None if is_must => ("level level--4", "✕", msg::COMPARE_LACKS),
        Bearing::Full => ("level level--0", "●", msg::COMPARE_MET),
        Bearing::Part => ("level level--2", "◑", msg::COMPARE_PARTLY),
        Bearing::None => ("level level--4", "○", msg::COMPARE_UNMET),
        Bearing::Unknown => ("level level--unknown", "?", msg::COMPARE_UNKNOWN),
    };
    level(class.into(), None, glyph, cx.t(word))
}

/// Whether a criterion's facts are lists of tags.
pub(in crate::ui) fn is_many(cx: &PageContext, criterion: CriterionId) -> bool {
    matches!(cx.model.catalog.criterion(criterion).kind, Kind::Many(_))
}
