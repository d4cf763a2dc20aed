//! Explanations, from the second program; in native rendering, where there is only one, in place.

use super::{Loaded, Model};
use crate::browser::{explain, location};
use crate::domain::decide::rank;
use crate::domain::permalink;
use crate::report::record::{self, RecordInput};
use crate::report::{self, Explanation, ReportInput, Request, Section};

impl Model {
    /// The explanation of a section for the state of a query string, from the second program; none
    /// if that has not started or refuses.
    #[must_use]
    pub(in crate::ui) fn explanation(self, query: &str, section: Section) -> Option<Explanation> {
        self.count(|work| work.explanations += 1);
        explain::explain(Request { query, section, today: self.today }, || {
            let Loaded { catalog, table, words, settings, leaving_query, .. } = self.0;
            let state = permalink::decode(catalog, query).state;
            let ranking = rank(table, &state.answers);
            let report = ReportInput {
                catalog,
                table,
                words,
                settings: leaving_query,
                state: &state,
                ranking: &ranking,
            };
            let (Section::Record(format, made_with), Some(evidence)) =
                (section, self.evidence.get())
            else {
                return report::of(&report, section);
            };
            let (report, today) = (&report, self.today);
            let input = RecordInput { report, evidence, settings, base: "", made_with, today };
            record::of(&input, format)
        })
    }

    /// Asks the second program for a first answer, unless a view has asked already. That one takes several times
    /// as long as the next ones, because the program reads the catalog and the browser compiles what is
    /// called first, so nobody should wait for it.
    pub(in crate::ui) fn warm_up(self) {
        if self.work().explanations == 0 {
            let _ = self.explanation(&location::query(), Section::Verdict);
        }
    }
}
