//! The interface.
//!
//! State lives in one [`store`]; [`app`] computes derived data once per change; `views` draw it,
//! with `components` that several views use; `hooks` connect it to the browser. Views depend on
//! components, components on the context, and none of them on the app.
//!
//! Lists are keyed, and each conditional has an element of its own, because Yew 0.23 pairs siblings from the
//! back.

mod app;
mod components;
mod context;
mod first_facets;
#[cfg(test)]
mod fixture;
mod hooks;
mod ids;
mod layout;
mod model;
mod store;
mod views;

pub use app::{App, AppProps};
pub use first_facets::rules as first_facet_rules;
pub use model::{Model, Work};
