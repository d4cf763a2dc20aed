//! All that is known about what a catalog recommends.

use serde::Serialize;

use super::{Advice, Audit, Finding, Judged, Realistic, Settings};
use crate::authoring::Case;
use crate::domain::catalog::Catalog;

/// The audit over random profiles, the one over realistic ones, and the comparison with the cases
/// that are not kept aside. Without cases there is only the first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Review {
    /// What random profiles are recommended.
    pub audit: Audit,
    /// What realistic profiles are recommended.
    pub realistic: Option<Realistic>,
    /// What is recommended in the cases.
    pub advice: Option<Advice>,
}

impl Review {
    /// Reviews a catalog, with a given number of profiles of both kinds.
    #[must_use]
    pub fn of(catalog: &Catalog, cases: &[Case], n_profiles: u32) -> Self {
        let known = cases.iter().filter(|case| !case.is_aside);
        Self {
            audit: Audit::of(catalog, n_profiles),
            realistic: Realistic::of(catalog, cases, n_profiles),
            advice: (!cases.is_empty()).then(|| Advice::of(catalog, known)),
        }
    }

    /// All findings, by check.
    #[must_use]
    pub fn findings(&self, settings: &Settings) -> Vec<Finding> {
        let realistic = self.realistic.iter();
        let realistic = realistic.flat_map(|realistic| realistic.findings(&settings.expected));
        let advice = self.advice.iter().flat_map(Advice::findings);
        self.audit.findings().into_iter().chain(realistic).chain(advice).collect()
    }

    /// The findings, matched with the exceptions.
    #[must_use]
    pub fn judged(&self, settings: &Settings) -> Judged {
        Judged::of(self.findings(settings), &settings.exceptions)
    }
}
