//! The addresses of the states of this page, and what an address says.

use yew::AttrValue;

use super::Model;
use crate::domain::permalink::{self, Decoded};
use crate::domain::query;
use crate::domain::settings::Settings;
use crate::domain::state::State;

impl Model {
    /// The content of a link to this page, with the settings in it that were not followed at the start.
    #[must_use]
    pub fn link(self, query: &str) -> Decoded {
        let mut link = permalink::decode(&self.catalog, query);
        let (_, of_query) = Settings::decode(&self.catalog, query);
        let ignored = self.ignored.iter().filter(|part| of_query.contains(part));
        link.ignored.extend(ignored.cloned());
        link
    }

    /// The query string of a state in the address of this page.
    #[must_use]
    pub fn query_of(self, state: &State) -> String {
        query::merge_queries(&permalink::encode(&self.catalog, state), &self.settings_query)
    }

    /// The query string of a state in a link, which may leave the frame.
    #[must_use]
    pub fn link_to(self, state: &State) -> String {
        query::merge_queries(&permalink::encode(&self.catalog, state), &self.leaving_query)
    }

    /// The query string of a state in the address by which search engines know it: without settings,
    /// and without the date of the catalog.
    #[must_use]
    pub(in crate::ui) fn canonical(self, state: &State) -> String {
        permalink::without_catalog_date(&permalink::encode(&self.catalog, state)).to_owned()
    }

    /// The address of a state of this page: its query, or `?` for the initial state, because an
    /// empty address means the present one.
    #[must_use]
    pub(in crate::ui) fn href(self, state: &State) -> AttrValue {
        let query = self.link_to(state);
        if query.is_empty() { AttrValue::Static("?") } else { query.into() }
    }
}
