//! Records of generated and of frozen catalogs, with evidence.

use proptest::prelude::*;
use stackfit::domain::catalog::{
    Backing, Catalog, CriterionId, Date, Dossier, Drawback, Evidence, Source,
};
use stackfit::domain::settings::Settings;
use stackfit::report::record::{self, Format, Record, RecordInput};
use stackfit::report::{Block, Explanation, ReportInput};

use super::super::case::{Case, some_asked, strict, teams};
use test_support::catalogs::{FROZEN, checked};
use test_support::strategies::{Sample, catalogs, states_of};

/// The address of the page.
pub(super) const BASE: &str = "https://example.org/fit/";

/// A case with its evidence, and the day of the record.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) case: Case,
    pub(super) evidence: Evidence,
    pub(super) link_day: Option<Date>,
    pub(super) today: Date,
}

impl Made {
    /// A state of the frozen catalog, on its own day.
    pub(super) fn frozen(query: &str) -> Self {
        let (case, evidence) = (Case::frozen(query), checked(FROZEN).evidence);
        let today = case.catalog.subject.date;
        Self { case, evidence, link_day: None, today }
    }

    fn with<T>(&self, make: impl FnOnce(&RecordInput) -> T) -> T {
        let Case { catalog, table, words, state, settings } = &self.case;
        let ranking = &self.case.ranking();
        let (read, _) = Settings::decode(catalog, settings);
        let report = &ReportInput { catalog, table, words, settings, state, ranking };
        let Self { evidence, link_day, today, .. } = self;
        let (made_with, today) = (*link_day, *today);
        make(&RecordInput { report, evidence, settings: &read, base: BASE, made_with, today })
    }

    pub(super) fn record(&self) -> Record {
        self.with(Record::of)
    }

    pub(super) fn blocks(&self, format: Format) -> Vec<Block> {
        self.with(|input| record::of(input, format)).blocks
    }

    pub(super) fn text(&self, format: Format) -> String {
        match self.blocks(format).as_slice() {
            [Block::Text(file)] => file.text.clone(),
            other => panic!("it is one text: {other:?}"),
        }
    }

    pub(super) fn paper(&self) -> Explanation {
        self.with(|input| record::of(input, Format::Paper))
    }
}

/// Evidence for a generated catalog: each fact has one or two sources, and each entry a drawback, with
/// letters that mean something in Markdown and in spreadsheets.
fn evidence(catalog: &Catalog) -> Evidence {
    let checked = Date { year: 2026, month: 10, day: 2 };
    let dossiers = catalog.alternatives.iter().map(|entry| {
        let source = |criterion: CriterionId| Source {
            title: format!("{} [on] *{}*", entry.name, catalog.criterion(criterion).id).into(),
            url: format!("https://example.org/{}/{}_(x)", entry.id, criterion.0).into(),
            checked,
        };
        let backing = |id: CriterionId| Backing {
            note: "=noted".into(),
            sources: if id.0.is_multiple_of(3) { vec![id.0, 0] } else { vec![id.0] },
        };
        Dossier {
            site: "https://example.org".into(),
            repository: "https://example.org/git".into(),
            start: None,
            drawbacks: vec![Drawback {
                text: "- It <has> a `price`, see #1 & @somebody/else: http://a.b!".into(),
                sources: vec![1],
            }],
            sources: catalog.criterion_ids().map(source).collect(),
            backings: catalog.criterion_ids().map(backing).collect(),
        }
    });
    let dossiers = dossiers.collect();
    Evidence::new(catalog, dossiers)
}

/// Names that mean something in Markdown and in spreadsheets.
const NAMES: [&str; 8] = [
    "=A1+B2",
    "a|b*c*",
    "_x_ `y`",
    "<b>&amp;",
    "# 1. [z](y)",
    "@org/pack, \"q\"",
    "+1\\2",
    "$5 ~~no~~",
];

/// Records with some answers, with many must-haves, and of any state.
pub(super) fn records() -> impl Strategy<Value = Made> {
    let any_state = catalogs().prop_flat_map(|sample: Sample| {
        let states = states_of(&sample.catalog);
        (Just(sample), states)
            .prop_map(|(sample, state)| Case::new((*sample.catalog).clone(), state))
    });
    let case = prop_oneof![some_asked(), strict(), any_state];
    let of_one = |case: Case| {
        // A team has a record of its own.
        let state = case.state.alone();
        Case { state, ..case }
    };
    made_of(case.prop_map(of_one).boxed())
}

/// Records of teams, some of which have chosen; their names mean something in Markdown.
pub(super) fn records_of_teams() -> impl Strategy<Value = Made> {
    let choice = proptest::option::of(any::<proptest::sample::Index>());
    let case = (teams(), choice, any::<bool>()).prop_filter_map("nobody", |(mut case, at, odd)| {
        let n = case.catalog.alternatives.len();
        let chosen = at.filter(|_| n > 0).map(|at| at.index(n));
        case.state.choice = chosen.and_then(|at| case.catalog.alternative_ids().nth(at));
        for (member, name) in case.state.team.iter_mut().zip(NAMES.iter().cycle()) {
            // The linter fails on brackets without a pair in code, as any name may have.
            member.name = if odd { (*name).to_owned() } else { String::new() };
        }
        (!case.state.team.is_empty()).then_some(case)
    });
    made_of(case.boxed())
}

fn made_of(case: BoxedStrategy<Case>) -> impl Strategy<Value = Made> {
    (case, any::<bool>(), 0_u16..4).prop_map(|(mut case, is_odd, years)| {
        if is_odd {
            for (entry, name) in case.catalog.alternatives.iter_mut().zip(NAMES.iter().cycle()) {
                entry.name = format!("{name} {}", entry.id).into();
            }
        }
        let evidence = evidence(&case.catalog);
        let date = case.catalog.subject.date;
        let today = Date { year: date.year + years, ..date };
        let table = stackfit::domain::decide::UtilityTable::as_of(&case.catalog, today);
        Made { case: Case { table, ..case }, evidence, link_day: None, today }
    })
}
