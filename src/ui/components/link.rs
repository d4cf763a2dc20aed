//! Links: real addresses, so that they can be opened elsewhere; a plain click dispatches an action
//! instead.

use yew::prelude::*;

use crate::browser::event;
use crate::domain::catalog::AltId;
use crate::domain::permalink;
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::context::PageContext;
use crate::ui::ids;
use crate::ui::model::Model;
use crate::ui::store::{Focus, UiAction};

/// Attributes of a link.
#[derive(Default)]
pub(in crate::ui) struct Look {
    /// Its class.
    pub(in crate::ui) class: &'static str,
    /// Its id, if focus has to find it.
    pub(in crate::ui) id: Option<String>,
    /// `aria-current`.
    pub(in crate::ui) current: Option<&'static str>,
    /// `rel`.
    pub(in crate::ui) rel: Option<&'static str>,
    /// Its accessible name, if the content alone is not enough.
    pub(in crate::ui) label: Option<AttrValue>,
    /// Whether the content is a name, which no translator should touch.
    pub(in crate::ui) is_name: bool,
}

/// A link that dispatches an action and moves the focus to the heading of the view.
pub(in crate::ui) fn to(
    cx: &PageContext,
    action: Action,
    class: &'static str,
    content: Html,
) -> Html {
    with(cx, action, Focus::Heading, Look { class, ..Look::default() }, content)
}

/// The name of an alternative as a link to its details. The way back returns to this link.
pub(in crate::ui) fn details(cx: &PageContext, id: AltId, class: &'static str) -> Html {
    let name = &cx.model.catalog.alternative(id).name;
    let id_of = Some(ids::details(cx.model, id));
    let look = Look { class, id: id_of, is_name: true, ..Look::default() };
    with(cx, Action::Open(id), Focus::Heading, look, html! { { name } })
}

/// A link that dispatches an action and moves the focus.
pub(in crate::ui) fn with(
    cx: &PageContext,
    action: Action,
    focus: Focus,
    look: Look,
    content: Html,
) -> Html {
    let href = cx.href(action.clone());
    let onclick = followed(&cx.dispatch, UiAction::Do(action, focus));
    anchor(href, onclick, look, content)
}

/// A link with an address and a callback.
pub(in crate::ui) fn anchor(
    href: AttrValue,
    onclick: Callback<MouseEvent>,
    look: Look,
    content: Html,
) -> Html {
    let Look { class, id, current, rel, label, is_name } = look;
    let translate = is_name.then_some("no");
    html! {
        <a {class} {id} {href} {rel} {onclick} aria-current={current} aria-label={label} {translate}>{ content }</a>
    }
}

/// A callback that dispatches an action on a plain click. A click that opens a tab or a window is
/// left to the browser.
pub(in crate::ui) fn followed(
    dispatch: &Callback<UiAction>,
    action: UiAction,
) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |click: MouseEvent| {
        if !event::is_for_browser(&click) {
            click.prevent_default();
            dispatch.emit(action.clone());
        }
    })
}

/// A link to a query string. A link that tries other answers can be undone; any other only
/// navigates.
pub(in crate::ui) fn to_query(
    model: Model,
    dispatch: &Callback<UiAction>,
    query: &str,
    tries: &str,
    class: &'static str,
    content: Html,
) -> Html {
    let is_trial = !tries.is_empty();
    let (to, what) = (query.to_owned(), tries.to_owned());
    // The address is decoded on click, because most links are never followed.
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |click: MouseEvent| {
        if event::is_for_browser(&click) {
            return;
        }
        click.prevent_default();
        let state = Box::new(permalink::decode(&model.catalog, &to).state);
        dispatch.emit(if is_trial {
            UiAction::Try(state, what.clone())
        } else {
            UiAction::Do(Action::Replace(state), Focus::Heading)
        });
    });
    // "Try it" alone would not say what.
    let label = is_trial.then(|| [&*model.t(msg::WAY_TRY), ": ", tries].concat().into());
    anchor(query.to_owned().into(), onclick, Look { class, label, ..Look::default() }, content)
}

/// A link to another site that looks like a button.
pub(in crate::ui) fn site(href: &AttrValue, class: &'static str, text: AttrValue) -> Html {
    html! { <a {class} href={href.clone()} target="_blank" rel="noopener">{ text }</a> }
}

/// A link to another site. It opens in a new tab, because the app may be embedded.
pub(in crate::ui) fn external(href: &AttrValue, content: Html) -> Html {
    html! { <a href={href.clone()} target="_blank" rel="noopener">{ content }</a> }
}
