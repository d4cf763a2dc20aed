//! The addresses of whoever publishes the page. They are no part of a catalog: the build gets them
//! from its environment, so that a copy of the repository does not send readers to somebody else.

use std::ffi::OsString;

use super::fields::{BAD_ADDRESS, is_address};
use super::{Rule, Violation, Violations};
use crate::domain::catalog::Subject;

/// The variable with the address of the project's page.
pub const REPOSITORY: &str = "STACKFIT_REPOSITORY";

/// The variable with the address at which an issue is opened.
pub const CONTEST: &str = "STACKFIT_CONTEST";

/// The name of the environment in a violation, in the place of a file.
const ENVIRONMENT: &str = "environment";

/// The addresses that the environment names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    repository: Option<String>,
    contest: Option<String>,
}

impl Addresses {
    /// Reads the variables. An empty one counts as unset, because some systems cannot unset one.
    ///
    /// # Errors
    /// A [`Violation`] for each variable that is no address.
    pub fn read(variable: impl Fn(&str) -> Option<OsString>) -> Result<Self, Vec<Violation>> {
        let violations = Violations::default();
        let read = |name: &str| {
            let raw = variable(name).filter(|raw| !raw.is_empty())?;
            let shown = raw.to_string_lossy().into_owned();
            match raw.into_string() {
                Ok(address) if is_address(&address) => return Some(address),
                Ok(_) => {
                    let message = BAD_ADDRESS.to_owned();
                    violations.add(ENVIRONMENT, name, &shown, Rule::BadAddress, message);
                }
                Err(_) => {
                    let message = "is not UTF-8 text".to_owned();
                    violations.add(ENVIRONMENT, name, &shown, Rule::Unreadable, message);
                }
            }
            None
        };
        let addresses = Self { repository: read(REPOSITORY), contest: read(CONTEST) };
        if violations.is_empty() { Ok(addresses) } else { Err(violations.into_sorted()) }
    }

    /// Puts the addresses into a catalog. An address of the environment wins over the catalog's
    /// own, because it is about this build.
    pub fn apply(self, subject: &mut Subject) {
        let Self { repository, contest } = self;
        if let Some(repository) = repository {
            subject.repository = Some(repository.into());
        }
        if let Some(contest) = contest {
            subject.contest = Some(contest.into());
        }
    }
}
