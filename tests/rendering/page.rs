//! The page for a link.
//!
//! # What this module does not do
//! Nothing is opened and nothing is tried in it: what a page says after that is tested beside the
//! interface.

use stackfit::domain::catalog::{Alternative, Catalog, Date, Evidence};
use stackfit::ui::{App, AppProps, Model};
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::LocalServerRenderer;

pub(crate) use crate::reading::{Page, Piece, has_points, texts};

/// The catalog that the pages are rendered from.
pub(crate) fn catalog() -> Catalog {
    stackfit::embedded::catalog().expect("the build checked the catalog")
}

/// The evidence for that catalog.
pub(crate) fn evidence() -> Evidence {
    Evidence::decode(&catalog(), stackfit::embedded::EVIDENCE).expect("the build wrote it")
}

/// The names of the entries for which something holds, in catalog order.
pub(crate) fn names(catalog: &Catalog, holds: impl Fn(&Alternative) -> bool) -> Vec<String> {
    let entries = catalog.alternatives.iter().filter(|entry| holds(entry));
    entries.map(|entry| entry.name.to_string()).collect()
}

impl Page {
    /// The page for a query string.
    pub(crate) fn at(query: &str) -> Self {
        let model = Model::new(catalog(), query);
        assert!(model.take_evidence(stackfit::embedded::EVIDENCE), "it is that of the catalog");
        Self::of(model, query)
    }

    /// The page for a query string, on a day.
    pub(crate) fn on(today: Date, query: &str) -> Self {
        let model = Model::as_of(catalog(), query, today);
        assert!(model.take_evidence(stackfit::embedded::EVIDENCE), "it is that of the catalog");
        Self::of(model, query)
    }

    /// The page for a query string, before the evidence has arrived.
    pub(crate) fn before_the_evidence(query: &str) -> Self {
        Self::of(Model::new(catalog(), query), query)
    }

    /// The page for a query string, of another catalog than the repository's, without evidence.
    pub(crate) fn of_catalog(catalog: Catalog, query: &str) -> Self {
        Self::of(Model::new(catalog, query), query)
    }

    /// The page of a model for a query string.
    pub(crate) fn of(model: Model, query: &str) -> Self {
        let props = AppProps::new(model, query.to_owned());
        let rendering = LocalServerRenderer::<App>::with_props(props).hydratable(false).render();
        let runtime = Builder::new_current_thread().build().expect("a runtime of one thread");
        Self::read(&LocalSet::new().block_on(&runtime, rendering))
    }
}
