//! Links within the app: real addresses, so that they can be opened elsewhere, followed in place.
//!
//! # What this module does not do
//! A link never carries what a button should: it goes somewhere.

use crate::ui::markup::html;
use yew::prelude::*;

use crate::browser::event;
use crate::domain::decide::Answers;
use crate::domain::permalink;
use crate::domain::state::{Action, State};
use crate::text::msg;
use crate::ui::model::Cx;
use crate::ui::store::{Change, Focus};

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

/// A link that tries other answers: it leads to them, and followed in place can be undone.
pub(in crate::ui) fn trying(cx: &Cx, answers: Answers, what: String, content: Html) -> Html {
    let state = State { answers: answers.clone(), ..(*cx.state).clone() };
    let href = permalink::encode(&cx.model.catalog, &state);
    let change = cx.change.clone();
    let label = content_label(cx, &what);
    let onclick = Callback::from(move |click: MouseEvent| {
        if !event::is_for_browser(&click) {
            click.prevent_default();
            change.emit(Change::Try(answers.clone(), what.clone()));
        }
    });
    html! { <a class="button button--small" {href} {onclick} aria-label={label}>{ content }</a> }
}

/// "Try it" alone would not say what.
fn content_label(cx: &Cx, what: &str) -> String {
    let mut label = cx.t(msg::WAY_TRY).to_string();
    label.push_str(": ");
    label.push_str(what);
    label
}

/// A link to another site. It opens in a new tab, because the app may be in somebody's frame.
pub(in crate::ui) fn external(href: &AttrValue, content: Html) -> Html {
    html! { <a href={href.clone()} target="_blank" rel="noopener">{ content }</a> }
}
