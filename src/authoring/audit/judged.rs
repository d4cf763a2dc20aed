//! Findings, matched with the exceptions.

use serde::Serialize;

use super::{Exception, Finding};

/// Findings, by whether they are accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Judged {
    /// Findings without an exception.
    pub open: Vec<Finding>,
    /// Findings with an exception, and its reason.
    pub excused: Vec<(Finding, String)>,
    /// Exceptions without a finding: they have to be removed.
    pub unused: Vec<Exception>,
}

impl Judged {
    /// Matches findings with exceptions.
    #[must_use]
    pub fn of(findings: Vec<Finding>, exceptions: &[Exception]) -> Self {
        let covers = |exception: &Exception, finding: &Finding| {
            exception.check == finding.check && exception.subject == finding.subject
        };
        let is_unused = |exception: &&Exception| !findings.iter().any(|one| covers(exception, one));
        let unused = exceptions.iter().filter(is_unused).cloned().collect();
        let (mut open, mut excused) = (Vec::new(), Vec::new());
        for finding in findings {
            match exceptions.iter().find(|exception| covers(exception, &finding)) {
                Some(exception) => excused.push((finding, exception.reason.clone())),
                None => open.push(finding),
            }
        }
        Self { open, excused, unused }
    }

    /// Whether there is nothing left to do.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.open.is_empty() && self.unused.is_empty()
    }
}
