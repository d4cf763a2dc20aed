//! A reader's interactions with the page, each timed from the event to its painted result at a 4×
//! CPU slowdown. If another build is given, both are measured in the same run.
//!
//! Each walk starts from a freshly loaded page and is repeated several times; the first round is
//! not counted. After each step of one build comes the same step of the other one, in alternating
//! order, so that a temporary slowdown of the machine affects both alike. The page is driven by
//! what a reader sees (labels, headings, link targets), so that old and new builds take the same
//! walk; where a label has changed, by the place of the option or by either label.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::median;
use super::probe::{Act, Build};

/// How many times each walk starts from a freshly loaded page.
const N_LOADS: usize = 3;
/// How many rounds follow the first one.
const N_ROUNDS: usize = 4;
/// The slowdown.
const SLOWDOWN: u32 = 4;

/// A sequence of steps that ends where it starts.
struct Walk {
    link: &'static str,
    steps: &'static [Step],
}

/// A step of a walk.
pub(super) struct Step {
    /// Its name in the figures; none if its time is not reported.
    pub(super) what: Option<&'static str>,
    pub(super) act: Act<'static>,
    /// A condition that holds in the page once the result is shown.
    pub(super) shown: &'static str,
}

const fn step(what: &'static str, act: Act<'static>, shown: &'static str) -> Step {
    Step { what: Some(what), act, shown }
}

const fn between(act: Act<'static>, shown: &'static str) -> Step {
    Step { what: None, act, shown }
}

/// A checkbox or a radio button by its label, or by the label that an earlier build gave it.
macro_rules! labelled {
    ($text:literal) => {
        concat!("//label[.//text()[normalize-space()='", $text, "']]//input")
    };
    ($text:literal, earlier $earlier:literal) => {
        concat!(
            "//label[.//text()[normalize-space()='",
            $text,
            "' or normalize-space()='",
            $earlier,
            "']]//input"
        )
    };
}

/// Whether a checkbox or a radio button is checked.
macro_rules! chosen {
    ($($label:tt)*) => {
        concat!("probe.find(\"", labelled!($($label)*), "\").checked")
    };
}

/// A navigation link, by its target.
macro_rules! way {
    ($view:literal) => {
        concat!("//nav//a[contains(@href, 'view=", $view, "')]")
    };
}

/// Whether a navigation link is marked as current.
macro_rules! here {
    ($text:literal) => {
        concat!(
            "probe.find(\"//nav//a[@aria-current][starts-with(normalize-space(), '",
            $text,
            "')]\")"
        )
    };
}

const TO_CARDS: Step = between(Act::Click("//nav//a[normalize-space()='Browse']"), here!("Browse"));

/// Sets and clears a facet among the cards.
pub(super) const FACET: [Step; 2] = [
    step("facet on", Act::Click(labelled!("Python")), FILTERED),
    step("facet off", Act::Click(labelled!("Python")), UNFILTERED),
];

const WALKS: [Walk; 6] = [
    Walk { link: "", steps: &FACET },
    Walk {
        link: "",
        steps: &[
            step("opening the questionnaire", Act::Click(way!("fit")), here!("Find my fit")),
            TO_CARDS,
        ],
    },
    Walk {
        link: "?view=fit&step=size&a.size=small",
        steps: &[
            step(
                "an answer",
                Act::Click("//input[@id='size-1']"),
                "probe.find(\"//input[@id='size-1']\").checked",
            ),
            step(
                "importance",
                Act::Click(labelled!("four times", earlier "Very important")),
                chosen!("four times", earlier "Very important"),
            ),
            step(
                "an answer",
                Act::Click("//input[@id='size-0']"),
                "probe.find(\"//input[@id='size-0']\").checked",
            ),
            step(
                "importance",
                Act::Click(labelled!("once", earlier "Normal")),
                chosen!("once", earlier "Normal"),
            ),
        ],
    },
    Walk {
        link: "?view=fit&step=review&a.language=python,ruby&a.box=admin,auth,jobs&a.size=medium",
        steps: &[
            step("opening the result", Act::Click(way!("result")), here!("Result")),
            between(Act::Click("//main//a[contains(@href, 'open=')]"), DETAILS),
            step("back to the result", Act::Back, WITHOUT_DETAILS),
            between(Act::Click(way!("fit")), here!("Find my fit")),
        ],
    },
    Walk {
        link: "",
        steps: &[
            step("opening details", Act::Click("//a[contains(@href, 'open=django')]"), DETAILS),
            between(Act::Back, WITHOUT_DETAILS),
        ],
    },
    Walk {
        link: "?compare=django,rails,laravel,spring-boot",
        steps: &[
            step("opening the comparison", Act::Click(way!("compare")), here!("Compare")),
            TO_CARDS,
        ],
    },
];

const FILTERED: &str = "probe.find(\"//h2[contains(., ' of ')]\")";
const UNFILTERED: &str = "!probe.find(\"//h2[contains(., ' of ')]\")";
/// A text that only the details of an entry contain.
const DETAILS: &str = "probe.find(\"//main//a[starts-with(normalize-space(), '← ')]\")";
const WITHOUT_DETAILS: &str = "!probe.find(\"//main//a[starts-with(normalize-space(), '← ')]\")";

/// Walks through this build and the other one, and returns the medians.
///
/// # Errors
/// If a page does not behave as expected.
pub async fn measure(dist: &Path, beside: Option<&Path>) -> Result<Value> {
    let mut builds = vec![Build::start(dist).await?];
    if let Some(beside) = beside {
        builds.push(Build::start(beside).await?);
    }
    let mut taken: Vec<Taken> = Vec::new();
    for walk in &WALKS {
        for load in 0..N_LOADS {
            for build in &builds {
                build.open(walk.link, SLOWDOWN).await?;
            }
            for round in 0..=N_ROUNDS {
                for step in walk.steps {
                    for turn in 0..builds.len() {
                        let at =
                            if (load + round) % 2 == 0 { turn } else { builds.len() - 1 - turn };
                        let times = builds[at].time(step.act, step.shown).await?;
                        let painted = times.painted.context("nothing changed that can be seen")?;
                        if let Some(what) = step.what.filter(|_| round > 0) {
                            note(&mut taken, what, builds.len())[at].push((painted, times.shown));
                        }
                    }
                }
            }
        }
    }
    taken.into_iter().map(|(what, times)| figures(what, &times)).collect()
}

/// The name of a step, and for each build when its result was painted and when it began to appear.
type Taken = (&'static str, Vec<Vec<(f64, f64)>>);

fn note<'a>(
    taken: &'a mut Vec<Taken>,
    what: &'static str,
    n_builds: usize,
) -> &'a mut Vec<Vec<(f64, f64)>> {
    let at = taken.iter().position(|(other, _)| *other == what).unwrap_or_else(|| {
        taken.push((what, vec![Vec::new(); n_builds]));
        taken.len() - 1
    });
    &mut taken[at].1
}

fn figures(what: &str, times: &[Vec<(f64, f64)>]) -> Result<Value> {
    let middle = |at: usize, part: fn(&(f64, f64)) -> f64| {
        times.get(at).and_then(|times| median(times.iter().map(part).collect()))
    };
    Ok(json!({
        "what": what,
        "slowdown": SLOWDOWN,
        "this_ms": middle(0, |one| one.0).context("it was never done")?,
        "beside_ms": middle(1, |one| one.0),
        "this_shown_ms": middle(0, |one| one.1),
        "beside_shown_ms": middle(1, |one| one.1),
        "n": times[0].len(),
    }))
}
