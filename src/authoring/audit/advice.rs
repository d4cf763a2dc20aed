//! How what the catalog recommends compares with what was chosen, in the cases of `cases.toml`.
//!
//! A disputed case is ranked like any other and counts nowhere.

use core::fmt;

use serde::Serialize;

use super::finding::{Check, Finding};
use crate::authoring::Case;
use crate::domain::catalog::{AltId, Catalog};
use crate::domain::decide::rank::{Cause, Ranked, Unranked};
use crate::domain::decide::table::chosen;
use crate::domain::decide::{UtilityTable, rank};

/// The outcomes of some cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Advice {
    /// The cases that count, in their order.
    pub cases: Vec<Outcome>,
    /// The disputed ones.
    pub disputed: Vec<Outcome>,
}

/// What is recommended in one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The id of the case.
    pub id: String,
    /// What was chosen.
    pub chosen: String,
    /// Where that stands.
    pub place: Place,
    /// Those on rank 1.
    pub leaders: Vec<String>,
    /// Those among them that were turned down.
    pub turned_down_first: Vec<String>,
    /// What the need says and no answer can.
    pub unsaid: Vec<String>,
}

/// Where an alternative stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// It meets every must-have.
    #[serde(rename_all = "kebab-case")]
    Ranked {
        /// Its rank from 1.
        rank: u16,
        /// How many others have that rank.
        n_equals: usize,
    },
    /// It fails these must-haves, each as in a link.
    Excluded(Vec<String>),
    /// Nobody knows whether it meets these must-haves.
    Unconfirmed(Vec<String>),
}

/// A count of cases, and what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Measured {
    /// The check of the count.
    pub check: Check,
    /// What is counted.
    pub what: &'static str,
    /// In how many cases it is so.
    pub n: usize,
    /// How many cases count.
    pub of: usize,
    /// The target, if it has one.
    pub target: Option<Target>,
}

/// What a count should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// This share of the cases or more, in percent.
    AtLeast(usize),
    /// This share of the cases or less, in percent.
    AtMost(usize),
    /// All cases but so many.
    AllBut(usize),
    /// So many cases or fewer.
    AtMostCases(usize),
}

/// The targets of the cases.
const TARGETS: [Option<Target>; 4] = [
    Some(Target::AtLeast(85)),
    Some(Target::AtLeast(60)),
    Some(Target::AtLeast(97)),
    Some(Target::AtMost(2)),
];

/// The targets of the cases that are kept aside.
const ASIDE: [Option<Target>; 4] =
    [None, None, Some(Target::AllBut(1)), Some(Target::AtMostCases(1))];

impl Place {
    /// Whether it is among the first `most`, by rank. What fails a must-have or may fail one is not.
    #[must_use]
    pub fn is_within(&self, most: u16) -> bool {
        matches!(self, Self::Ranked { rank, .. } if *rank <= most)
    }

    /// Whether it is first, and nothing else is.
    #[must_use]
    pub fn is_first_alone(&self) -> bool {
        matches!(self, Self::Ranked { rank: 1, n_equals: 0 })
    }
}

impl Measured {
    /// Whether the target is reached, where there is one.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.target.is_none_or(|target| match target {
            Target::AtLeast(percent) => 100 * self.n >= percent * self.of,
            Target::AtMost(percent) => 100 * self.n <= percent * self.of,
            Target::AllBut(n) => self.n + n >= self.of,
            Target::AtMostCases(n) => self.n <= n,
        })
    }
}

impl fmt::Display for Target {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtLeast(percent) => write!(out, "at least {percent} %"),
            Self::AtMost(percent) => write!(out, "at most {percent} %"),
            Self::AllBut(n) => write!(out, "all but {n}"),
            Self::AtMostCases(n) => write!(out, "at most {n}"),
        }
    }
}

impl Advice {
    /// Ranks the cases.
    #[must_use]
    pub fn of<'a>(catalog: &Catalog, cases: impl IntoIterator<Item = &'a Case>) -> Self {
        let table = UtilityTable::new(catalog);
        let mut advice = Self { cases: Vec::new(), disputed: Vec::new() };
        for case in cases {
            let of = if case.is_disputed { &mut advice.disputed } else { &mut advice.cases };
            of.push(outcome(catalog, &table, case));
        }
        advice
    }

    /// The counts, with the targets of the cases.
    #[must_use]
    pub fn measured(&self) -> [Measured; 4] {
        self.counted(TARGETS)
    }

    /// The counts, with the targets of the cases that are kept aside.
    #[must_use]
    pub fn measured_aside(&self) -> [Measured; 4] {
        self.counted(ASIDE)
    }

    fn counted(&self, [first, alone, three, turned_down]: [Option<Target>; 4]) -> [Measured; 4] {
        let measured = |check, what, target, is_so: fn(&Outcome) -> bool| {
            let n = self.cases.iter().filter(|case| is_so(case)).count();
            Measured { check, what, n, of: self.cases.len(), target }
        };
        let is_turned_down = |case: &Outcome| !case.turned_down_first.is_empty();
        [
            measured(Check::AdviceFirst, "chosen is first", first, |case| case.place.is_within(1)),
            measured(Check::AdviceAlone, "chosen is first alone", alone, |case| {
                case.place.is_first_alone()
            }),
            measured(Check::AdviceThree, "chosen is among the first three", three, |case| {
                case.place.is_within(3)
            }),
            measured(Check::AdviceTurnedDown, "turned down and first", turned_down, is_turned_down),
        ]
    }

    /// The targets that are not reached.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let missed = self.measured().into_iter().filter(|one| !one.is_reached());
        let found = missed.filter_map(|one| {
            let Measured { check, what, n, of, target } = one;
            let text = format!("{what} in {n} of {of}, and should be in {}", target?);
            Some(Finding { check, subject: "cases".to_owned(), text })
        });
        found.collect()
    }
}

fn outcome(catalog: &Catalog, table: &UtilityTable, case: &Case) -> Outcome {
    let ranking = rank(table, &case.answers);
    let id = |id: AltId| catalog.alternative(id).id.to_string();
    let leaders: Vec<_> = ranking.leaders().map(|ranked| ranked.alternative).collect();
    let turned_down = leaders.iter().filter(|leader| case.turned_down.contains(leader));
    let unmet = |all: &[Unranked]| {
        let of = all.iter().find(|unranked| unranked.alternative == case.chosen);
        of.map(|unranked| unranked.causes.iter().map(|cause| must(catalog, *cause)).collect())
    };
    let place = match ranking.place(case.chosen) {
        Some(Ranked { rank, .. }) => {
            let equals = ranking.eligible.iter().filter(|other| other.rank == *rank);
            Place::Ranked { rank: *rank, n_equals: equals.count() - 1 }
        }
        None => match unmet(&ranking.excluded) {
            Some(musts) => Place::Excluded(musts),
            None => Place::Unconfirmed(unmet(&ranking.unconfirmed).unwrap_or_default()),
        },
    };
    Outcome {
        id: case.id.clone(),
        chosen: id(case.chosen),
        place,
        turned_down_first: turned_down.map(|leader| id(*leader)).collect(),
        leaders: leaders.into_iter().map(id).collect(),
        unsaid: case.unsaid.clone(),
    }
}

/// A must-have as in a link.
fn must(catalog: &Catalog, Cause { question, options }: Cause) -> String {
    let question = catalog.question(question);
    let ids: Vec<_> = chosen(options, question.options.len())
        .map(|at| question.options[at].id.as_ref())
        .collect();
    format!("must.{}={}", question.id, ids.join(","))
}
