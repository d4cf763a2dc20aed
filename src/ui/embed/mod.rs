//! Embed: how to put this page into another one, and the way there.
//!
//! Few readers want it, and it is 8 kB of the page after compression; so the page leads to another one,
//! `author.html`, whose program has the same interface and this view as well.
//! The feature `author` says which of the two is compiled.
//!
//! # What this module does not do
//! The page itself has nothing of the configurator.

#[cfg(feature = "author")]
mod controls;
#[cfg(feature = "author")]
mod form;
#[cfg(feature = "author")]
mod room;

#[cfg(feature = "author")]
pub(super) use form::Form;
#[cfg(feature = "author")]
pub(super) use room::view;
use yew::prelude::*;

#[cfg(not(feature = "author"))]
use super::app::HEADING;
use super::markup::html;
use super::model::Cx;
use super::primitives::link;
use crate::browser::location::AUTHOR_PAGE;
use crate::domain::state::{Action, View};
use crate::text::msg;

/// The way to the view.
pub(super) fn way(cx: &Cx) -> Html {
    let content = html! { { cx.t(msg::APP_EMBED) } };
    let action = Action::Go(View::Embed);
    if cfg!(feature = "author") {
        link::to(cx, action, "", content)
    } else {
        html! { <a href={["./", AUTHOR_PAGE, &cx.href(action)].concat()}>{ content }</a> }
    }
}

/// Where the view would be: the way to it.
#[cfg(not(feature = "author"))]
pub(super) fn view(cx: &Cx) -> Html {
    html! { <h2 id={HEADING} tabindex="-1">{ way(cx) }</h2> }
}
