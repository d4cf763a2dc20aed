//! The state that the second program keeps between the requests of a page, so that nothing is
//! computed twice.

use serde::{Deserialize, Serialize};

use super::{Explanation, ReportInput, Section};
use crate::domain::catalog::{Catalog, Date};
use crate::domain::decide::{Ranking, UtilityTable, rank};
use crate::domain::permalink;
use crate::domain::settings::Settings;
use crate::domain::state::State;
use crate::text::Words;

/// A request of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request<'a> {
    /// The query string of the page: its whole state, and its settings.
    pub query: &'a str,
    /// The section to explain.
    pub section: Section,
    /// The day of the page.
    pub today: Date,
}

/// Explains the results of one page, whose settings and day do not change while it is open.
#[derive(Debug)]
pub struct Explainer {
    catalog: Catalog,
    table: UtilityTable,
    words: Words,
    settings: String,
    last: Option<Reading>,
}

/// The data derived from a query.
#[derive(Debug)]
struct Reading {
    query: String,
    state: State,
    ranking: Ranking,
}

impl Explainer {
    /// An explainer for the page that sends the request.
    #[must_use]
    pub fn new(catalog: Catalog, first: &Request) -> Self {
        let (settings, _) = Settings::decode(&catalog, first.query);
        let catalog = settings.restricted(catalog);
        let table = UtilityTable::as_of(&catalog, first.today);
        let words = Words::english(&catalog.subject);
        Self { catalog, table, words, settings: settings.encode(), last: None }
    }

    /// The requested explanation; none if it is about an alternative that the page does not have.
    /// Several sections of the same query are ranked once.
    pub fn explain(&mut self, request: &Request) -> Option<Explanation> {
        let Self { catalog, table, words, settings, last } = self;
        if let Section::WhatWouldWin(id) = request.section {
            catalog.alternatives.get(id.index())?;
        }
        let reading = match last.take() {
            Some(reading) if reading.query == request.query => reading,
            _ => Reading::of(catalog, table, request.query),
        };
        let Reading { state, ranking, .. } = last.insert(reading);
        let input = ReportInput { catalog, table, words, settings, state, ranking };
        Some(super::of(&input, request.section))
    }
}

impl Reading {
    fn of(catalog: &Catalog, table: &UtilityTable, query: &str) -> Self {
        let state = permalink::decode(catalog, query).state;
        let ranking = rank(table, &state.answers);
        Self { query: query.to_owned(), state, ranking }
    }
}

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use super::*;
    use crate::domain::catalog::AltId;

    const QUERY: &str = "?view=result&a.language=python&a.building=content-site&today=rails";

    fn request(query: &str, section: Section) -> Request<'_> {
        Request { query, section, today: Date { year: 2026, month: 11, day: 29 } }
    }

    fn explainer(first: &Request) -> Explainer {
        Explainer::new(crate::embedded::catalog().expect("it is embedded"), first)
    }

    /// The address of the ranking, which changes when it is computed again.
    fn ranking(explainer: &Explainer) -> *const crate::domain::decide::Ranked {
        explainer.last.as_ref().expect("something was asked").ranking.eligible.as_ptr()
    }

    #[test]
    fn several_sections_of_a_query_are_ranked_once() {
        let first = request(QUERY, Section::Verdict);
        let mut explainer = explainer(&first);
        let verdict = explainer.explain(&first);
        let kept = ranking(&explainer);
        for section in Section::PLAIN {
            assert!(explainer.explain(&request(QUERY, section)).is_some(), "{section:?}");
            assert_eq!(ranking(&explainer), kept, "{section:?} ranks again");
        }
        assert_eq!(explainer.explain(&first), verdict);
    }

    #[test]
    fn another_query_is_explained_by_a_ranking_of_its_own() {
        let first = request(QUERY, Section::Verdict);
        let other = request("?view=result&a.language=go&w.language=important", Section::Verdict);
        let mut both = explainer(&first);
        let _ = both.explain(&first);
        let kept = ranking(&both);
        assert_eq!(both.explain(&other), explainer(&other).explain(&other));
        assert_ne!(ranking(&both), kept);
    }

    #[test]
    fn an_alternative_that_the_page_leaves_out_is_not_explained() {
        let first = request("?view=result&only=django,flask", Section::WhatWouldWin(AltId(1)));
        let mut explainer = explainer(&first);
        assert!(explainer.explain(&first).is_some());
        let third = Section::WhatWouldWin(AltId(2));
        assert_eq!(explainer.explain(&Request { section: third, ..first }), None);
    }
}
