//! What a client's answer means for an entry.

use core::cmp::Ordering;
use core::fmt;

use stackfit::authoring::Package;
use stackfit::domain::catalog::{Alternative, CriterionId, Date, Value};

use super::Facts;
use super::client::Failure;
use super::newest::Newest;
use super::version::Version;
use super::write::Change;

/// What an answer means for an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Plan {
    /// The entry has the newest version; the day is that to write, if the client names another one.
    Same { version: String, day: Option<Date>, is_named: bool },
    /// There is a newer version.
    Newer { own: String, version: String, day: Option<Date> },
    /// The client knows an older one only. It is reported and never written.
    Lower { own: String, version: String },
    /// The entry's own version is not known, or is none of this kind.
    Unread { own: String, version: String },
    /// The entry names no package.
    NoPackage,
    /// The client did not answer.
    Failed(Failure),
}

impl Plan {
    /// What an answer means for an entry.
    pub(super) fn of(
        entry: &Alternative,
        facts: Facts<'_>,
        package: Option<&Package>,
        answer: Option<Result<Newest, Failure>>,
    ) -> Self {
        let (package, newest) = match (package, answer) {
            (Some(package), Some(Ok(newest))) => (package, newest),
            (_, Some(Err(failure))) => return Self::Failed(failure),
            _ => return Self::NoPackage,
        };
        let own = match &entry.fact(facts.version.0).value {
            Value::Text(text) => text.to_string(),
            _ => String::new(),
        };
        let version = newest.version.text.clone();
        let own_version = Version::stable(package.kind, &own);
        match own_version.map(|own| newest.version.compare(&own)) {
            None => Self::Unread { own, version },
            Some(Ordering::Less) => Self::Lower { own, version },
            Some(Ordering::Greater) => Self::Newer { own, version, day: newest.day },
            Some(Ordering::Equal) => {
                let known = facts.day.and_then(|(criterion, _)| own_day(entry, criterion));
                let day = newest.day.filter(|day| known != Some(*day));
                Self::Same { version: own, day, is_named: newest.day.is_some() }
            }
        }
    }

    /// The changes of an entry's facts; none if there is nothing to go by.
    pub(super) fn changes<'a>(&self, facts: Facts<'a>) -> Vec<Change<'a>> {
        let (_, version_fact) = facts.version;
        let day_fact = facts.day.map(|(_, id)| id);
        let change = |criterion, value, note| Change { criterion, value, note };
        match self {
            Self::Same { day, is_named, .. } => {
                let mut changes = vec![change(version_fact, None, None)];
                if *is_named {
                    let day = day.map(|day| day.to_string());
                    changes.extend(day_fact.map(|fact| change(fact, day, None)));
                }
                changes
            }
            Self::Newer { version, day, .. } => {
                let mut changes = vec![change(version_fact, Some(version.clone()), None)];
                // Without a day: that of the older version would be false.
                let open = || format!("The day of {version} is still to be found.");
                let (day, note) = day.map_or_else(
                    || ("unknown".to_owned(), Some(open())),
                    |day| (day.to_string(), None),
                );
                changes.extend(day_fact.map(|fact| change(fact, Some(day), note)));
                changes
            }
            Self::Lower { .. } | Self::Unread { .. } | Self::NoPackage | Self::Failed(_) => {
                Vec::new()
            }
        }
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Same { version, day: None, .. } => write!(out, "{version}, the same"),
            Self::Same { version, day: Some(day), .. } => {
                write!(out, "{version}, the same; its day is {day}")
            }
            Self::Newer { own, version, day: Some(day) } => {
                write!(out, "{own}, newer is {version} of {day}")
            }
            Self::Newer { own, version, day: None } => {
                write!(out, "{own}, newer is {version}; its day is open, the client names none")
            }
            Self::Lower { own, version } => {
                write!(out, "{own}, the client knows only {version}; not written")
            }
            Self::Unread { own, version } if own.is_empty() => {
                write!(out, "no version, the client names {version}; not written")
            }
            Self::Unread { own, version } => {
                write!(out, "{own} cannot be compared with {version}; not written")
            }
            Self::NoPackage => write!(out, "names no package"),
            Self::Failed(failure) => write!(out, "not known, {failure}"),
        }
    }
}

/// The day that an entry has for its newest version.
fn own_day(entry: &Alternative, criterion: CriterionId) -> Option<Date> {
    match entry.fact(criterion).value {
        Value::Date(day) => Some(day),
        _ => None,
    }
}
