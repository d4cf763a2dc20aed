//! The page for a link, of the frozen catalog where no other one is named.
//!
//! Nothing is opened and nothing is tried in it: what a page says after that is tested beside the
//! interface.

use core::ops::Deref;

use stackfit::authoring::Checked;
use stackfit::domain::catalog::{Alternative, Catalog, Date, Evidence};
use stackfit::ui::{App, AppProps, Model};
use test_support::catalogs::{FROZEN, checked};
use test_support::markup;
pub(crate) use test_support::markup::{Piece, has_points, texts};
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::LocalServerRenderer;

thread_local! {
    /// The frozen catalog, read once for each test.
    static READ: Checked = checked(FROZEN);
}

/// The frozen catalog.
pub(crate) fn catalog() -> Catalog {
    READ.with(|read| read.catalog.clone())
}

/// The evidence for the frozen catalog.
pub(crate) fn evidence() -> Evidence {
    READ.with(|read| read.evidence.clone())
}

/// The evidence for the frozen catalog, as the page fetches it.
fn fetched() -> String {
    READ.with(|read| read.evidence.encode(&read.catalog))
}

/// The names of the entries for which something holds, in catalog order.
pub(crate) fn names(catalog: &Catalog, holds: impl Fn(&Alternative) -> bool) -> Vec<String> {
    let entries = catalog.alternatives.iter().filter(|entry| holds(entry));
    entries.map(|entry| entry.name.to_string()).collect()
}

/// A rendered page, to be read.
pub(crate) struct Page(markup::Page);

impl Deref for Page {
    type Target = markup::Page;

    fn deref(&self) -> &markup::Page {
        &self.0
    }
}

impl Page {
    /// The page for a query string.
    pub(crate) fn at(query: &str) -> Self {
        let model = Model::new(catalog(), query);
        assert!(model.take_evidence(&fetched()), "it is that of the catalog");
        Self::of(model, query)
    }

    /// The page for a query string, on a day.
    pub(crate) fn on(today: Date, query: &str) -> Self {
        let model = Model::as_of(catalog(), query, today);
        assert!(model.take_evidence(&fetched()), "it is that of the catalog");
        Self::of(model, query)
    }

    /// The page for a query string, before the evidence has arrived.
    pub(crate) fn before_the_evidence(query: &str) -> Self {
        Self::of_catalog(catalog(), query)
    }

    /// The page for a query string, of another catalog than the frozen one, without evidence.
    pub(crate) fn of_catalog(catalog: Catalog, query: &str) -> Self {
        Self::of(Model::new(catalog, query), query)
    }

    /// The page for a query string, of a checked catalog with its evidence.
    pub(crate) fn of_checked(checked: &Checked, query: &str) -> Self {
        let Checked { catalog, evidence, .. } = checked;
        let model = Model::new(catalog.clone(), query);
        assert!(model.take_evidence(&evidence.encode(catalog)), "it is that of the catalog");
        Self::of(model, query)
    }

    /// The page of a model for a query string.
    pub(crate) fn of(model: Model, query: &str) -> Self {
        Self(markup::Page::read(&markup(model, query)))
    }
}

/// The markup of the page of a model for a query string.
pub(crate) fn markup(model: Model, query: &str) -> String {
    let props = AppProps::new(model, query.to_owned());
    let rendering = LocalServerRenderer::<App>::with_props(props).hydratable(false).render();
    let runtime = Builder::new_current_thread().build().expect("a runtime of one thread");
    LocalSet::new().block_on(&runtime, rendering)
}
