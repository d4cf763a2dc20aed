//! What is said about a state of a catalog, and states worth saying something about.

use proptest::prelude::*;
use stackfit::domain::catalog::{AltId, Catalog};
use stackfit::domain::decide::{Answer, Answers, Ranking, UtilityTable, rank};
use stackfit::domain::permalink;
use stackfit::domain::query;
use stackfit::domain::state::{State, View};
use stackfit::report::{self, Block, Explanation, Line, Link, ReportInput, Section};
use stackfit::text::Words;

use test_support::catalogs::{FROZEN, checked};
use test_support::strategies::{Sample, catalogs, members_of, states_of};

/// A catalog with all that a report is made from, and a state of it.
pub(crate) struct Case {
    pub(crate) catalog: Catalog,
    pub(crate) table: UtilityTable,
    pub(crate) words: Words,
    pub(crate) state: State,
    /// What every link goes on to carry.
    pub(crate) settings: String,
}

impl Case {
    pub(crate) fn new(catalog: Catalog, state: State) -> Self {
        let (table, words) = (UtilityTable::new(&catalog), Words::english(&catalog.subject));
        Self { catalog, table, words, state, settings: String::new() }
    }

    /// A state of the frozen catalog.
    pub(crate) fn frozen(query: &str) -> Self {
        Self::of(FROZEN, query)
    }

    /// A state of the catalog in a folder.
    pub(crate) fn of(folder: &str, query: &str) -> Self {
        let catalog = checked(folder).catalog;
        let state = permalink::decode(&catalog, query).state;
        Self::new(catalog, state)
    }

    pub(crate) fn query(&self) -> String {
        query::merge_queries(&permalink::encode(&self.catalog, &self.state), &self.settings)
    }

    pub(crate) fn say(&self, section: Section) -> Explanation {
        let Self { catalog, table, words, settings, state } = self;
        let ranking = &self.ranking();
        report::of(&ReportInput { catalog, table, words, settings, state, ranking }, section)
    }

    pub(crate) fn answers(&self) -> &Answers {
        &self.state.answers
    }

    pub(crate) fn ranking(&self) -> Ranking {
        rank(&self.table, self.answers())
    }

    /// Who is first with points.
    pub(crate) fn first(&self) -> Option<AltId> {
        let ranking = self.ranking();
        ranking.eligible.first().filter(|one| one.score.is_some()).map(|one| one.alternative)
    }

    pub(crate) fn name(&self, id: AltId) -> &str {
        &self.catalog.alternative(id).name
    }

    /// The state that a link leads to.
    pub(crate) fn followed(&self, link: &Link) -> State {
        permalink::decode(&self.catalog, &link.query).state
    }
}

/// Every section that there is, with the way of everybody in `ways`.
pub(crate) fn sections(ways: impl Iterator<Item = AltId>) -> Vec<Section> {
    Section::PLAIN.into_iter().chain(ways.map(Section::WhatWouldWin)).collect()
}

/// Queries of the frozen catalog, and of the shipped one: a clear lead, a race, a tie, must-haves that somebody
/// meets, must-haves that nobody meets, services, and something in use.
pub(crate) const QUERIES: [&str; 8] = [
    "?view=result&a.language=python&a.building=content-site&a.box=admin&must.box=admin",
    "?view=result&a.building=rest-api&w.building=very-important&a.learning=quick&today=rails",
    "?view=result&a.language=python&today=django",
    "?view=result&a.box=admin,jobs,auth&must.box=admin&w.box=important&a.size=medium&today=express",
    "?view=result&a.language=python&must.language=python&a.hosting=shared&must.hosting=shared",
    "?view=result&a.box=admin,websockets,openapi&must.box=admin,websockets,openapi\
     &a.hosting=native&must.hosting=native&a.size=large&today=laravel",
    "?view=result&a.language=python,php&a.box=admin,jobs,websockets&split=yes&a.building=saas",
    "?view=fit&step=size&a.language=go&a.footprint=instant&w.footprint=very-important",
];

/// The lines of a report, in order.
pub(crate) fn lines(report: &Explanation) -> Vec<&Line> {
    let lines = report.blocks.iter().filter_map(|block| match block {
        Block::Line(line) => Some(line),
        Block::Title(_) | Block::Table(_) | Block::Text(_) => None,
    });
    lines.collect()
}

/// The texts of the lines of a report, in order.
pub(crate) fn texts(report: &Explanation) -> Vec<&str> {
    lines(report).into_iter().map(|line| line.text.as_str()).collect()
}

/// A generated catalog with a state that has some answers, with now and then a must-have.
pub(crate) fn some_asked() -> impl Strategy<Value = Case> {
    cases_of(6, 8)
}

/// A generated catalog with a state that has many must-haves, so that at times nobody is left.
pub(crate) fn strict() -> impl Strategy<Value = Case> {
    cases_of(5, 1)
}

/// A team in a generated catalog, with about as many must-haves as answers that are none.
pub(crate) fn teams() -> impl Strategy<Value = Case> {
    catalogs().prop_flat_map(|sample| {
        let catalog: Catalog = (*sample.catalog).clone();
        proptest::collection::vec(members_of(&catalog), 0..=8).prop_map(move |team| {
            let state = State { view: View::Team, team, ..State::new(&catalog) };
            Case { settings: "?theme=dark".to_owned(), ..Case::new(catalog.clone(), state) }
        })
    })
}

/// A state of about `n_kept` of 20 answers, of which one in `one_in` keeps its must-haves.
fn cases_of(n_kept: u8, one_in: u8) -> impl Strategy<Value = Case> {
    catalogs()
        .prop_flat_map(move |sample: Sample| {
            let n = sample.catalog.questions.len();
            let kept = proptest::collection::vec((0_u8..20, 0..one_in), n);
            (states_of(&sample.catalog), Just(sample), kept)
        })
        .prop_map(move |(mut state, sample, kept)| {
            let given: Vec<_> = state.answers.iter().collect();
            for (question, answer) in given {
                let (at, must) = kept[question.index()];
                let musts = if must == 0 { answer.musts } else { 0 };
                state.answers.set(question, (at < n_kept).then_some(Answer { musts, ..answer }));
            }
            state.view = View::Result;
            // A team has a report of its own.
            Case::new((*sample.catalog).clone(), state.alone())
        })
}

impl core::fmt::Debug for Case {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(out, "{} alternatives at {}", self.catalog.alternatives.len(), self.query())
    }
}
