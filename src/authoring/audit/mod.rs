//! An audit of what a catalog recommends: every alternative can win, none nearly always does, and
//! every question makes a difference (decision model, 2.15).
//!
//! The choice of questions favours some alternatives over others, whatever the answers are
//! (Walgrave et al., on half a million configurations of a voting advice application). So the audit
//! answers the questionnaire very many times at random and counts the results.
//!
//! In reading order: `profile` generates answers, `play` counts results, `directed` searches for
//! answers that put an alternative first that never was, and `columns` checks the utilities
//! themselves. `realistic` counts under answers that belong together, `advice` compares the
//! recommendations with what was chosen in public cases. `review` is all of these, `settings` reads
//! the accepted findings, and `judged` matches them.
//!
//! The profiles do not model real readers: shares are shares of profiles, not of people.

mod advice;
mod columns;
mod directed;
mod finding;
mod judged;
mod play;
mod profile;
mod realistic;
mod review;
mod rng;
mod settings;

pub use advice::{Advice, Measured, Outcome, Place, Target};
pub use columns::{Correlated, Narrow};
pub use finding::{
    Check, Finding, LEAST_EXPECTED, LEAST_SPREAD, MOST_ALIKE, MOST_OFTEN, MOST_REALISTIC,
    MOST_UNKNOWN,
};
pub use judged::Judged;
pub use profile::profiles;
pub use realistic::{Places, Realistic, realistic_profiles};
pub use review::Review;
use serde::Serialize;
pub use settings::{Exception, Settings, settings};

use crate::domain::catalog::Catalog;
use crate::domain::decide::UtilityTable;
use crate::domain::permalink;
use crate::domain::state::{State, View};

/// How many times the questionnaire is answered by default.
pub const N_PROFILES: u32 = 100_000;

/// The result of an audit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Audit {
    /// How many profiles there were.
    pub n_profiles: u32,
    /// How many of them recommend an alternative; all shares are of these.
    pub n_recommending: u32,
    /// Each alternative, in catalog order.
    pub alternatives: Vec<OfAlternative>,
    /// Each question, in catalog order.
    pub questions: Vec<OfQuestion>,
    /// The options whose utilities are close together.
    pub narrow: Vec<Narrow>,
    /// The options of different questions that order the alternatives alike.
    pub correlated: Vec<Correlated>,
}

/// One alternative under all profiles.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OfAlternative {
    /// Its id.
    pub id: String,
    /// The share of profiles in which it is first; a tie of three gives a third to each.
    pub share: f64,
    /// In how many profiles it is first, alone or with others.
    pub n_first: u32,
    /// In how many profiles it is first alone.
    pub n_alone: u32,
    /// How it can be first.
    pub reach: Reach,
    /// The mean of its scores, in percent: an alternative that is average everywhere shows here.
    pub mean_score: f64,
    /// The share of its facts that are unknown.
    pub unknown: f64,
}

/// How an alternative can be first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// In some of the profiles.
    Profiles,
    /// With answers found by a directed search, as a link.
    Directed(String),
    /// Not at all, as far as the search found.
    Never,
}

/// One question under all profiles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfQuestion {
    /// Its id.
    pub id: String,
    /// In how many profiles it was answered among others that give points.
    pub n_asked: u32,
    /// In how many of those another alternative would be first without the answer.
    pub n_decisive: u32,
}

impl Audit {
    /// Audits a catalog with a given number of profiles, always the same ones.
    #[must_use]
    pub fn of(catalog: &Catalog, n_profiles: u32) -> Self {
        let table = UtilityTable::new(catalog);
        let counts = play::play(&table, profiles(catalog, n_profiles));
        let of = f64::from(counts.n_recommending.max(1));
        let alternatives = catalog.alternative_ids().map(|id| {
            let entry = catalog.alternative(id);
            let count = &counts.alternatives[id.index()];
            let n_unknown = entry.facts.iter().filter(|fact| !fact.value.is_known()).count();
            OfAlternative {
                id: entry.id.to_string(),
                share: count.share / of,
                n_first: count.n_first,
                n_alone: count.n_alone,
                reach: if count.n_first > 0 {
                    Reach::Profiles
                } else {
                    directed::search(catalog, &table, id).map_or(Reach::Never, |answers| {
                        let view = View::Result;
                        let state = State { view, answers, ..State::new(catalog) };
                        Reach::Directed(permalink::encode(catalog, &state))
                    })
                },
                mean_score: count.score / of,
                unknown: columns::ratio(n_unknown, entry.facts.len()),
            }
        });
        let questions = catalog.question_ids().map(|id| {
            let (n_asked, n_decisive) = counts.questions[id.index()];
            OfQuestion { id: catalog.question(id).id.to_string(), n_asked, n_decisive }
        });
        Self {
            n_profiles,
            n_recommending: counts.n_recommending,
            alternatives: alternatives.collect(),
            questions: questions.collect(),
            narrow: columns::narrow(catalog, &table),
            correlated: columns::correlated(catalog, &table),
        }
    }

    /// All findings, by check.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut add = |check, subject: &str, text| {
            found.push(Finding { check, subject: subject.to_owned(), text });
        };
        for one in self.alternatives.iter().filter(|one| one.reach == Reach::Never) {
            let text = "is never first, whatever is answered".to_owned();
            add(Check::NeverFirst, &one.id, text);
        }
        let fair = 1.0 / columns::ratio(self.alternatives.len().max(1), 1);
        for one in self.alternatives.iter().filter(|one| one.share > MOST_OFTEN * fair) {
            let percent = 100.0 * one.share;
            let text = format!(
                "is first in {percent:.1} % of the profiles, {:.1} times its part",
                one.share / fair
            );
            add(Check::TooOften, &one.id, text);
        }
        for one in self.questions.iter().filter(|one| one.n_decisive == 0) {
            let text = format!("changed nothing in the {} profiles that answer it", one.n_asked);
            add(Check::NeverMatters, &one.id, text);
        }
        for one in &self.narrow {
            let text = format!("its utilities are all within {} points", one.spread);
            add(Check::Narrow, &one.option, text);
        }
        for one in &self.correlated {
            let text = format!("order the alternatives alike, rank correlation {:.2}", one.rho);
            add(Check::Correlated, &format!("{} {}", one.option, one.other), text);
        }
        for one in self.alternatives.iter().filter(|one| one.unknown > MOST_UNKNOWN) {
            let text = format!(
                "{:.0} % of its facts are known, and at least {:.0} % should be",
                100.0 * (1.0 - one.unknown),
                100.0 * (1.0 - MOST_UNKNOWN)
            );
            add(Check::Unknown, &one.id, text);
        }
        found
    }
}
