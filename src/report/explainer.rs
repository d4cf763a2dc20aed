//! The state that the second program keeps between the requests of a page, so that nothing is
//! computed twice.

use serde::{Deserialize, Serialize};

use super::record::{self, Format, RecordInput};
use super::{Explanation, ReportInput, Section};
use crate::domain::catalog::{Catalog, Date, Evidence};
use crate::domain::decide::{Ranking, UtilityTable, rank};
use crate::domain::permalink;
use crate::domain::settings::Settings;
use crate::domain::state::State;
use crate::text::Words;

/// What the page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked<'a> {
    /// An explanation.
    Section(#[serde(borrow)] Request<'a>),
    /// The record of the decision as a text.
    Record(#[serde(borrow)] RecordRequest<'a>, Format),
    /// The record of the decision as a document to print.
    Paper(#[serde(borrow)] RecordRequest<'a>),
}

/// A request for a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordRequest<'a> {
    /// The query string of the page: its whole state, and its settings.
    pub query: &'a str,
    /// The address of the page without its query; empty if it has none.
    pub base: &'a str,
    /// The date of the catalog that the link was made with, if it differs.
    pub made_with: Option<Date>,
    /// The day of the page.
    pub today: Date,
}

/// A request for an explanation.
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
    settings: Settings,
    settings_query: String,
    last: Option<Reading>,
    evidence: Option<Evidence>,
}

/// The data derived from a query.
#[derive(Debug)]
struct Reading {
    query: String,
    state: State,
    ranking: Ranking,
}

impl Explainer {
    /// An explainer for the page with the settings of a query, on a day.
    #[must_use]
    pub fn new(catalog: Catalog, query: &str, today: Date) -> Self {
        let (settings, _) = Settings::decode(&catalog, query);
        let catalog = settings.restricted(catalog);
        let table = UtilityTable::as_of(&catalog, today);
        let words = Words::english(&catalog.subject);
        let settings_query = settings.encode();
        Self { catalog, table, words, settings, settings_query, last: None, evidence: None }
    }

    /// The requested explanation; none if it is about an alternative that the page does not have.
    /// Several sections of the same query are ranked once.
    pub fn explain(&mut self, request: &Request) -> Option<Explanation> {
        if let Section::WhatWouldWin(id) = request.section {
            self.catalog.alternatives.get(id.index())?;
        }
        Some(super::of(&self.read(request.query), request.section))
    }

    /// The record of a decision as a text; none if the evidence does not belong to this catalog. Its text
    /// is only asked for once.
    pub fn record(
        &mut self,
        request: &RecordRequest,
        format: Format,
        evidence: impl FnOnce() -> Option<String>,
    ) -> Option<String> {
        self.with_record(request, evidence, |input| record::write(input, format))
    }

    /// The record of a decision as a document to print.
    pub fn paper(
        &mut self,
        request: &RecordRequest,
        evidence: impl FnOnce() -> Option<String>,
    ) -> Option<Explanation> {
        self.with_record(request, evidence, record::paper)
    }

    fn with_record<T>(
        &mut self,
        request: &RecordRequest,
        evidence: impl FnOnce() -> Option<String>,
        make: impl FnOnce(&RecordInput) -> T,
    ) -> Option<T> {
        let evidence = match self.evidence.take() {
            Some(evidence) => evidence,
            None => Evidence::decode(&self.catalog, &evidence()?)?,
        };
        let settings = self.settings.clone();
        let RecordRequest { base, made_with, today, .. } = *request;
        let report = &self.read(request.query);
        let (evidence_of, settings) = (&evidence, &settings);
        let input = RecordInput { report, evidence: evidence_of, settings, base, made_with, today };
        let made = make(&input);
        self.evidence = Some(evidence);
        Some(made)
    }

    /// What is explained of a query; ranked anew only if the query is another one.
    fn read(&mut self, query: &str) -> ReportInput<'_> {
        let Self { catalog, table, words, settings_query, last, .. } = self;
        let reading = match last.take() {
            Some(reading) if reading.query == query => reading,
            _ => Reading::of(catalog, table, query),
        };
        let Reading { state, ranking, .. } = last.insert(reading);
        ReportInput { catalog, table, words, settings: settings_query, state, ranking }
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
        let catalog = crate::embedded::catalog().expect("it is embedded");
        Explainer::new(catalog, first.query, first.today)
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
