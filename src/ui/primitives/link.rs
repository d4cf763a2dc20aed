//! Links within the app: real addresses, so that they can be opened elsewhere, followed in place.
//!
//! # What this module does not do
//! A link never carries what a button should: it goes somewhere.

use crate::ui::markup::html;
use yew::prelude::*;

use crate::browser::event;
use crate::domain::catalog::AltId;
use crate::domain::permalink;
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::model::Cx;
use crate::ui::store::{Act, Change, Focus};

/// How a link looks and is called.
#[derive(Default)]
pub(in crate::ui) struct Look {
    /// Its class.
    pub(in crate::ui) class: &'static str,
    /// Its id, where focus has to find it.
    pub(in crate::ui) id: Option<String>,
    /// `aria-current`.
    pub(in crate::ui) current: Option<&'static str>,
    /// Its accessible name, where the content alone would not say enough.
    pub(in crate::ui) label: Option<AttrValue>,
}

/// A link that does an action and leads to the heading of what that shows.
pub(in crate::ui) fn to(cx: &Cx, action: Action, class: &'static str, content: Html) -> Html {
    with(cx, action, Focus::Heading, Look { class, ..Look::default() }, content)
}

/// The name of an alternative as a link to its details, which finds back from there.
pub(in crate::ui) fn details(cx: &Cx, id: AltId, class: &'static str) -> Html {
    let name = &cx.model.catalog.alternative(id).name;
    let look = Look { class, id: Some(details_id(cx, id)), ..Look::default() };
    with(cx, Action::Open(id), Focus::Heading, look, html! { { name } })
}

/// The id of the link to the details of an alternative.
pub(in crate::ui) fn details_id(cx: &Cx, id: AltId) -> String {
    ["details-", &cx.model.catalog.alternative(id).id].concat()
}

/// A link that does an action and moves the focus.
pub(in crate::ui) fn with(
    cx: &Cx,
    action: Action,
    focus: Focus,
    look: Look,
    content: Html,
) -> Html {
    let href = cx.href(action.clone());
    let onclick = cx.on_event(move |click: MouseEvent| {
        if event::is_for_browser(&click) {
            return None;
        }
        click.prevent_default();
        Some((action.clone(), focus.clone()))
    });
    html! {
        <a class={look.class} id={look.id} {href} {onclick} aria-current={look.current}
            aria-label={look.label}>
            { content }
        </a>
    }
}

/// A link to a query string: one that tries other answers can be undone, any other only leads there.
pub(in crate::ui) fn to_query(cx: &Cx, query: &str, tries: &str, content: Html) -> Html {
    let change = cx.change.clone();
    let model = cx.model;
    let (to, what) = (query.to_owned(), tries.to_owned());
    let is_trial = !tries.is_empty();
    let onclick = Callback::from(move |click: MouseEvent| {
        if event::is_for_browser(&click) {
            return;
        }
        click.prevent_default();
        let state = Box::new(permalink::decode(&model.catalog, &to).state);
        change.emit(if is_trial {
            Change::Try(state, what.clone())
        } else {
            Change::Act(Act { action: Action::Replace(state), focus: Focus::Heading })
        });
    });
    // "Try it" alone would not say what.
    let label = is_trial.then(|| [&*cx.t(msg::WAY_TRY), ": ", tries].concat());
    let class = if is_trial { "button button--small" } else { "line__link" };
    html! { <a {class} href={query.to_owned()} {onclick} aria-label={label}>{ content }</a> }
}

/// A link to another site. It opens in a new tab, because the app may be in somebody's frame.
pub(in crate::ui) fn external(href: &AttrValue, content: Html) -> Html {
    html! { <a href={href.clone()} target="_blank" rel="noopener">{ content }</a> }
}
