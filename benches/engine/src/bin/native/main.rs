//! Times the domain and the recommendation natively, and measures what the search finds. Prints both
//! as JSON for `cargo xtask bench`. Run it optimised: `cargo run --profile timing -p engine-bench`.

mod domain;
mod search;
mod timing;

use std::io;

use engine_bench::{Part, Scene, Stage};
use serde::Serialize;
use stackfit::domain::decide::Score;
use timing::{Timed, timing};

/// The numbers of entries, and how long everything together and a list may take in a page, in
/// milliseconds.
const SIZES: [(usize, f64, f64); 2] = [(50, 1.0, 16.0), (10_000, 16.0, 50.0)];
/// How long a record may take in a page, in milliseconds, for as many entries as a page has.
const RECORD: f64 = 16.0;

/// What is printed.
#[derive(Serialize)]
struct Native {
    /// The domain's functions.
    domain: Vec<Timed>,
    /// What the search of the shipped catalog finds.
    search: search::Ranks,
    /// The recommendation, part by part.
    engine: Vec<Timed>,
    /// The same scores as a task for another implementation to solve.
    matrices: Vec<Problem>,
}

/// A scene as a matrix of the questions that give points, and what we make of it.
#[derive(Serialize)]
struct Problem {
    /// What scores and ranking took here, in milliseconds.
    own_ms: f64,
    /// Doubled middles, a row for each entry.
    matrix: Vec<Vec<u32>>,
    weights: Vec<u32>,
    numerators: Vec<u32>,
}

/// Up to how many entries a team has a budget.
const FEW: usize = 50;
/// That budget, in milliseconds.
const TEAM: f64 = 16.0;

fn main() -> serde_json::Result<()> {
    let mut all = Native {
        domain: domain::measure(),
        search: search::measure(),
        engine: Vec::new(),
        matrices: Vec::new(),
    };
    for (n_entries, everything, list) in SIZES {
        let scene = Scene::new(n_entries);
        let stage = Stage::new(&scene);
        let times = Part::ALL.map(|part| Timed {
            what: part.name(),
            n_entries,
            budget_ms: (part.is_everything().then_some(everything))
                .or(part.is_list().then_some(list))
                .or((part.is_record() && n_entries <= 50).then_some(RECORD))
                .or((part.is_team() && n_entries <= FEW).then_some(TEAM)),
            ..timing(|| part.run(&stage))
        });
        let own_ms = times[Part::Rank as usize].least_ms;
        all.matrices.push(Problem::of(&scene, own_ms));
        all.engine.extend(times);
    }
    serde_json::to_writer(io::stdout().lock(), &all)
}

impl Problem {
    fn of(scene: &Scene, own_ms: f64) -> Self {
        let Scene { table, answers, .. } = scene;
        let given: Vec<_> = answers.iter().filter(|(_, answer)| answer.weight() > 0).collect();
        let row = |id| -> Vec<u32> {
            given.iter().map(|(at, answer)| table.earned(id, *at, *answer).doubled_mid()).collect()
        };
        let numerator = |id| Score::of(table, answers, id).map_or(0, Score::numerator);
        Self {
            own_ms,
            matrix: table.alternatives().map(row).collect(),
            weights: given.iter().map(|(_, answer)| answer.weight()).collect(),
            numerators: table.alternatives().map(numerator).collect(),
        }
    }
}
