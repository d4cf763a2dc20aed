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

/// Explains the results of one page, whose catalog and day do not change while it is open.
#[derive(Debug)]
pub struct Explainer {
    catalog: Catalog,
    table: UtilityTable,
    words: Words,
    last: Option<Reading>,
    place: Option<Place>,
    evidence: Option<Evidence>,
}

/// What a record needs of the place where it is made.
struct Place {
    /// The address of the page without its query; empty if it has none.
    base: String,
    /// Reads the text of the evidence; none before it has loaded.
    evidence: Box<dyn Fn() -> Option<String>>,
}

impl core::fmt::Debug for Place {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.debug_struct("Place").field("base", &self.base).finish_non_exhaustive()
    }
}

/// The data derived from a query.
#[derive(Debug)]
struct Reading {
    query: String,
    settings: Settings,
    settings_query: String,
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
        Self { catalog, table, words, last: None, place: None, evidence: None }
    }

    /// The same, with what a record needs: the address of the page, and the text of the evidence.
    #[must_use]
    pub fn at(self, base: &str, evidence: impl Fn() -> Option<String> + 'static) -> Self {
        let place = Place { base: base.to_owned(), evidence: Box::new(evidence) };
        Self { place: Some(place), ..self }
    }

    /// The requested explanation; none if it is about an alternative that the page does not have, and if a
    /// record lacks its evidence. Several sections of the same query are ranked once.
    pub fn explain(&mut self, request: &Request) -> Option<Explanation> {
        match request.section {
            Section::WhatWouldWin(id) if id.index() >= self.catalog.alternatives.len() => None,
            Section::Record(format, made_with) => self.record(request, format, made_with),
            section => Some(super::of(&self.read(request.query).0, section)),
        }
    }

    fn record(
        &mut self,
        request: &Request,
        format: Format,
        made_with: Option<Date>,
    ) -> Option<Explanation> {
        let place = self.place.take()?;
        let evidence =
            self.evidence.take().or_else(|| Evidence::decode(&self.catalog, &(place.evidence)()?));
        let (report, settings) = &self.read(request.query);
        let (base, today) = (place.base.as_str(), request.today);
        let record = evidence.as_ref().map(|evidence| {
            let input = RecordInput { report, evidence, settings, base, made_with, today };
            record::of(&input, format)
        });
        (self.place, self.evidence) = (Some(place), evidence);
        record
    }

    /// What is explained of a query, and its settings; ranked anew only if the query is another one.
    fn read(&mut self, query: &str) -> (ReportInput<'_>, &Settings) {
        let Self { catalog, table, words, last, .. } = self;
        let reading = match last.take() {
            Some(reading) if reading.query == query => reading,
            _ => Reading::of(catalog, table, query),
        };
        let Reading { settings, settings_query, state, ranking, .. } = last.insert(reading);
        let report =
            ReportInput { catalog, table, words, settings: settings_query, state, ranking };
        (report, settings)
    }
}

impl Reading {
    fn of(catalog: &Catalog, table: &UtilityTable, query: &str) -> Self {
        let (settings, _) = Settings::decode(catalog, query);
        let settings_query = settings.encode();
        let state = permalink::decode(catalog, query).state;
        let ranking = rank(table, &state.answers);
        Self { query: query.to_owned(), settings, settings_query, state, ranking }
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
    fn links_have_the_settings_of_the_query_that_is_explained_and_not_of_the_first() {
        let framed = "?only=django,flask,rails&theme=dark&compact=yes";
        let left = "?view=result&only=django,flask,rails&a.language=python&a.size=large";
        let mut explainer = explainer(&request(framed, Section::Verdict));
        let _ = explainer.explain(&request(framed, Section::Verdict));
        let said = explainer.explain(&request(left, Section::WhatWouldWin(AltId(0)))).unwrap();
        let said = format!("{said:?}");
        assert!(said.contains("only=django,flask,rails"), "{said}");
        assert!(!said.contains("theme=dark") && !said.contains("compact=yes"), "{said}");
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
