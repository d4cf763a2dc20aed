//! The parts of a recommendation, each timed on its own, and all of them together.

use core::hint::black_box;

use stackfit::domain::browse::{CardIndex, Chosen};
use stackfit::domain::catalog::FacetId;
use stackfit::domain::decide::{
    Combinations, Counterfactuals, Evaluation, Lattice, NoMatch, Outlook, Ranking, Shares,
    Standing, UtilityTable, combinations, contributions, next_question, not_possible_winners, rank,
    reasons, what_it_takes,
};
use stackfit::domain::settings::Settings;
use stackfit::domain::team::{Team, concessions, objections, talks, topics};
use stackfit::report::record::{self, Format, RecordInput};
use stackfit::report::{Explanation, ReportInput};

use crate::scene::{Scene, Stage};

/// How many results are explained: the number that a page shows of a ranking at first.
const EXPLAINED: usize = 10;

/// A part of a recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Scores and ranks.
    Rank,
    /// Contributions and reasons of the first ten.
    Explain,
    /// The utilities of all alternatives, looked up once.
    Evaluate,
    /// The leader compared with every other alternative.
    Standing,
    /// What open questions could still change for the leader.
    Outlook,
    /// Which alternatives can no longer be first.
    NotPossibleWinners,
    /// Which question to ask next.
    Next,
    /// Acceptability with 1021 samples.
    Coarse,
    /// Acceptability with 4093 samples.
    Fine,
    /// What would put each alternative first.
    Counterfactuals,
    /// What to give up if no alternative meets every must-have.
    Relaxations,
    /// Which combinations meet every must-have in that case.
    Combinations,
    /// Everything above, with the coarse shares.
    EverythingCoarse,
    /// Everything above, with the fine shares.
    EverythingFine,
    /// Which two changes would put an alternative in the middle first; computed on request.
    WhatItTakes,
    /// The record of the decision as Markdown, with the text of its evidence read before.
    Record,
    /// A list for two search words, by how well they match: what a key press asks for.
    Search,
    /// A list with a value of a facet, and the counts of all values: what a click asks for.
    Filter,
    /// A list of all alternatives, by fit.
    ListByFit,
    /// What eight people come to together, with what to talk about.
    Team,
    /// The table of utilities, the facets and the search index, built once at the start.
    Prepare,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 21] = [
        Self::Rank,
        Self::Explain,
        Self::Evaluate,
        Self::Standing,
        Self::Outlook,
        Self::NotPossibleWinners,
        Self::Next,
        Self::Coarse,
        Self::Fine,
        Self::Counterfactuals,
        Self::Relaxations,
        Self::Combinations,
        Self::EverythingCoarse,
        Self::EverythingFine,
        Self::WhatItTakes,
        Self::Record,
        Self::Search,
        Self::Filter,
        Self::ListByFit,
        Self::Team,
        Self::Prepare,
    ];

    /// Its name in a table.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rank => "scores and ranking",
            Self::Explain => "reasons for ten",
            Self::Evaluate => "evaluation",
            Self::Standing => "firmness of the first",
            Self::Outlook => "outlook of the first",
            Self::NotPossibleWinners => "not possible winners",
            Self::Next => "next question",
            Self::Coarse => "shares of 1021 readings",
            Self::Fine => "shares of 4093 readings",
            Self::Counterfactuals => "what would put each first",
            Self::Relaxations => "relaxations",
            Self::Combinations => "combinations",
            Self::EverythingCoarse => "everything, 1021 readings",
            Self::EverythingFine => "everything, 4093 readings",
            Self::WhatItTakes => "two changes for one",
            Self::Record => "record of the decision",
            Self::Search => "list for two words, a key press",
            Self::Filter => "list with a facet, a click",
            Self::ListByFit => "list of all, by fit",
            Self::Team => "a team of eight",
            Self::Prepare => "preparation, once",
        }
    }

    /// Whether it is everything that a result shows.
    #[must_use]
    pub const fn is_everything(self) -> bool {
        matches!(self, Self::EverythingCoarse | Self::EverythingFine)
    }

    /// Whether it is all that is said of a team.
    #[must_use]
    pub const fn is_team(self) -> bool {
        matches!(self, Self::Team)
    }

    /// Whether it is the list that a key press or a click asks for.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Search | Self::Filter)
    }

    /// Whether it is the record, which is made when somebody wants it.
    #[must_use]
    pub const fn is_record(self) -> bool {
        matches!(self, Self::Record)
    }

    /// Runs the part.
    pub fn run(self, stage: &Stage) {
        let scene = stage.scene;
        let Scene { table, answers, ranking, .. } = scene;
        match self {
            Self::Rank => drop(black_box(rank(table, black_box(answers)))),
            Self::Explain => explain(scene, ranking),
            Self::Evaluate => drop(black_box(Evaluation::new(table, black_box(answers), ranking))),
            Self::Relaxations => drop(black_box(relaxations(scene))),
            Self::Combinations => drop(black_box(together(scene))),
            Self::Counterfactuals => {
                drop(black_box(Counterfactuals::of(table, black_box(answers))));
            }
            Self::Standing
            | Self::Outlook
            | Self::NotPossibleWinners
            | Self::Next
            | Self::Coarse
            | Self::Fine => self.robustness(&stage.evaluation),
            Self::EverythingCoarse => everything(stage, Self::Coarse),
            Self::EverythingFine => everything(stage, Self::Fine),
            Self::WhatItTakes => {
                let ways = Counterfactuals::of(table, answers);
                drop(black_box(what_it_takes(table, answers, ranking, &ways, scene.middle)));
            }
            Self::Record => drop(black_box(record(scene))),
            Self::Search => list(scene, 0, black_box(&words(scene))),
            Self::Filter => list(scene, black_box(1), ""),
            Self::ListByFit => list(scene, 0, ""),
            Self::Team => together_all(scene),
            Self::Prepare => {
                drop(black_box(UtilityTable::new(black_box(&scene.catalog))));
                drop(black_box(CardIndex::new(black_box(&scene.catalog))));
            }
        }
    }

    fn robustness(self, evaluation: &Evaluation) {
        let Some(first) = black_box(evaluation).eligible().next() else { return };
        match self {
            Self::Standing => drop(black_box(Standing::of(evaluation, first))),
            Self::Outlook => drop(black_box(Outlook::of(evaluation, first))),
            Self::NotPossibleWinners => drop(black_box(not_possible_winners(evaluation))),
            Self::Next => {
                black_box(next_question(evaluation));
            }
            Self::Coarse => drop(black_box(Shares::of(evaluation, Lattice::Coarse))),
            Self::Fine => drop(black_box(Shares::of(evaluation, Lattice::Fine))),
            _ => {}
        }
    }
}

fn everything(stage: &Stage, shares: Part) {
    let Scene { table, answers, .. } = stage.scene;
    let ranking = rank(table, black_box(answers));
    explain(stage.scene, &ranking);
    let evaluation = Evaluation::new(table, answers, &ranking);
    for part in [Part::Standing, Part::Outlook, Part::NotPossibleWinners, Part::Next, shares] {
        part.robustness(&evaluation);
    }
    for part in [Part::Counterfactuals, Part::Relaxations, Part::Combinations] {
        part.run(stage);
    }
}

fn explain(scene: &Scene, ranking: &Ranking) {
    let Scene { table, answers, .. } = scene;
    for ranked in ranking.eligible.iter().take(EXPLAINED) {
        let id = black_box(ranked.alternative);
        drop(black_box((contributions(table, answers, id), reasons(table, answers, id))));
    }
}

fn record(scene: &Scene) -> Explanation {
    let Scene { catalog, table, words, state, ranking, evidence, .. } = scene;
    let report = &ReportInput { catalog, table, words, settings: "", state, ranking };
    let (settings, today) = (&Settings::default(), catalog.subject.date);
    let base = "https://example.org/";
    let input = RecordInput { report, evidence, settings, base, made_with: None, today };
    record::of(black_box(&input), Format::Madr)
}

fn relaxations(scene: &Scene) -> Option<NoMatch> {
    NoMatch::of(&scene.table, black_box(&scene.demanding))
}

fn together(scene: &Scene) -> Combinations {
    combinations(&scene.table, black_box(&scene.demanding), &scene.languages, false)
}

/// All that is computed for a team.
fn together_all(scene: &Scene) {
    let people = black_box(&scene.people);
    let team = Team::new(&scene.table, people);
    let topics = topics(&scene.table, people);
    drop(black_box(talks(&team, &topics)));
    let barred = objections(&scene.table, people);
    drop(black_box(concessions(&barred)));
    drop(black_box(team));
}

fn list(scene: &Scene, of_first: u64, words: &str) {
    let mut chosen = Chosen::none(scene.catalog.facets.len());
    chosen.set(FacetId(0), of_first);
    let Scene { catalog, cards, ranking, .. } = scene;
    drop(black_box(cards.list(catalog, &chosen, words, None, ranking)));
}

/// The first alternative's name as a reader types it: an unfinished word, and one with a typo.
fn words(scene: &Scene) -> String {
    let name = scene.catalog.alternatives.first().map_or("", |one| one.name.as_ref());
    let (first, second) = name.split_once(' ').unwrap_or((name, name));
    let letters: Vec<_> = second.chars().collect();
    let (start, end) = letters.split_at(letters.len() / 2);
    // Drops the middle letter.
    let typo: String = start.iter().chain(end.iter().skip(1)).collect();
    first.chars().take(3).chain([' ']).chain(typo.chars()).collect()
}

#[cfg(test)]
mod tests {
    use stackfit::report::Block;

    use super::*;

    #[test]
    fn every_part_has_something_to_do() {
        let scene = Scene::new(300);
        let evaluation = Evaluation::new(&scene.table, &scene.answers, &scene.ranking);
        let first = evaluation.eligible().next().unwrap();
        assert!(scene.ranking.eligible.len() > EXPLAINED);
        assert!(Standing::of(&evaluation, first).leads.len() > EXPLAINED);
        assert!(!Outlook::of(&evaluation, first).overturners.is_empty());
        assert!(!not_possible_winners(&evaluation).is_empty());
        assert!(next_question(&evaluation).is_some());
        assert!(Shares::of(&evaluation, Lattice::Coarse).unwrap().firsts.len() > 1);
        assert!(!relaxations(&scene).unwrap().relaxations.is_empty());
        assert!(!together(&scene).best.is_empty());
        let team = Team::new(&scene.table, &scene.people);
        assert!(team.joint.by_mean.len() > 1 && team.joint.by_mean.len() < 300);
        assert!(talks(&team, &topics(&scene.table, &scene.people)).len() > EXPLAINED / 2);
        let record = record(&scene).blocks;
        let has_sources =
            matches!(&record[..], [Block::Text(file)] if file.text.contains("example.org/entry-"));
        assert!(has_sources);
        let team = Team::new(&scene.table, &scene.people);
        assert!(team.joint.by_mean.len() > 1 && team.joint.by_mean.len() < 300);
        assert!(talks(&team, &topics(&scene.table, &scene.people)).len() > EXPLAINED / 2);
        for part in Part::ALL {
            part.run(&Stage::new(&scene));
        }
    }

    #[test]
    fn every_part_is_in_the_list_once() {
        for (at, part) in Part::ALL.into_iter().enumerate() {
            assert_eq!(part as usize, at, "{part:?}");
        }
    }
}
