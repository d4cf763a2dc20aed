//! The interface: function components and view functions, by view.
//!
//! State lives in one store; a view gets a [`Cx`] and draws it, and says what somebody did as an
//! action of the domain. Lists are keyed, and every conditional has an element of its own, because
//! Yew 0.23 pairs siblings from the back.
//!
//! # What this module does not do
//! It decides nothing (`domain` does), words nothing (`text` does) and touches no browser interface
//! (`browser` does).

mod app;
mod browse;
mod compare;
mod decide;
mod detail;
mod embed;
mod faq;
#[cfg(test)]
mod fixture;
mod kept;
mod markup;
mod model;
#[cfg(all(test, feature = "ssr"))]
mod opened;
mod primitives;
mod shell;
mod store;
mod turns;

pub use app::{App, AppProps};
pub use model::Model;
