//! The interface as strings: what each view says for a link, and what holds in every view.
//!
//! Pages are read as a browser and assistive technology read them: by texts, roles, ids and structure.
//! Nothing is clicked and nothing is laid out here; the tests of the built page do that.

mod another_catalog;
mod broken_links;
mod browse;
mod browse_band;
mod browse_scale;
mod compare;
mod detail;
mod detail_contest;
mod embed;
mod embedded;
mod every_view;
mod explanation;
mod first_facets;
mod fit;
mod freshness;
mod page;
mod record;
mod result;
mod shipped;
mod team;
