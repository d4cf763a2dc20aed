//! How firm a result is, in detail: every table has the figures that the domain computes.
//!
//! The figures themselves are held to brute force by the tests of the domain.

use proptest::prelude::*;
use stackfit::domain::decide::{
    Answer, Evaluation, Lattice, Offers, Shares, Standing, differences, importance_steps,
    not_possible_winners, rank, tie_weights,
};
use stackfit::report::{Block, Cell, DataTable, Section};

use super::case::{Case, QUERIES, some_asked, texts};
use test_support::strategies::cases;

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Number(text) => text.clone(),
        Cell::Share(percent) => percent.to_string(),
    }
}

fn table<'a>(blocks: &'a [Block], caption: &str) -> Option<&'a DataTable> {
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let mut named = tables.filter(|table| table.caption == caption);
    let found = named.next();
    assert!(named.next().is_none(), "{caption} is there once");
    found
}

pub(super) fn has_the_figures_of_the_domain(case: &Case) {
    let report = case.say(Section::Details);
    let Some(first) = case.first() else {
        assert!(report.blocks.is_empty(), "nobody is first");
        return;
    };
    let ranking = case.ranking();
    let evaluation = Evaluation::new(&case.table, case.answers(), &ranking);
    shares(case, &report.blocks, &evaluation);
    let standing = Standing::of(&evaluation, first);
    let caption = format!("{} against each rival", case.name(first));
    let n_rows = table(&report.blocks, &caption).map_or(0, |table| table.rows.len());
    assert_eq!(n_rows, standing.leads.len().min(8));
    for (at, lead) in standing.leads.iter().take(8).enumerate() {
        let row = &table(&report.blocks, &caption).expect("there are rows").rows[at];
        let (pros, cons) = (i64::from(lead.mid.pros), i64::from(lead.mid.cons));
        let tolerance = match (pros, cons) {
            (0, 0) => "0 %".to_owned(),
            (_, 0) => "any amount".to_owned(),
            _ => format!("{} %", 100 * (pros - cons) / (pros + cons)),
        };
        assert_eq!([text(&row[0]), text(&row[1])], [case.name(lead.rival).to_owned(), tolerance]);
    }
    let said = texts(&report);
    let Some(lead) = standing.weakest().filter(|lead| lead.mid.pros > lead.mid.cons) else {
        assert!(!said.iter().any(|line| line.starts_with("Enough to beat ")));
        return;
    };
    let rival = case.name(lead.rival);
    let all = differences(&evaluation, first, lead.rival);
    let caption = format!("Where one weight alone would put {rival} level");
    let rows = table(&report.blocks, &caption).map(|table| table.rows.clone()).unwrap_or_default();
    let known = tie_weights(&all);
    assert_eq!(rows.len(), known.len());
    for (row, tie) in rows.iter().zip(&known) {
        let label = case.catalog.question(tie.question).label.to_string();
        let at = format!("{}.{}", tie.tenths() / 10, tie.tenths() % 10);
        let row: Vec<_> = row.iter().map(text).collect();
        assert_eq!(row, [label, tie.weight.to_string(), at]);
    }
    let steps = match importance_steps(&all) {
        None => format!("No change of weights puts {rival} ahead."),
        Some(1) => format!("One weight step would put {rival} ahead."),
        Some(n) => format!("{n} weight steps would put {rival} ahead."),
    };
    assert!(said.contains(&steps.as_str()), "{steps}: {said:?}");
}

/// One row for each that is first in some reading, and one for several together.
fn shares(case: &Case, blocks: &[Block], evaluation: &Evaluation) {
    let caption = "Share of weightings in which each comes first";
    let Some(shares) = Shares::of(evaluation, Lattice::Fine) else {
        assert_eq!(table(blocks, caption), None);
        return;
    };
    let table = table(blocks, caption).expect("somebody is first in each reading");
    let mut readings = shares.ties;
    for (row, (id, firsts)) in table.rows.iter().zip(&shares.firsts) {
        let percent = u64::from(*firsts) * 100 / u64::from(shares.readings);
        let Cell::Share(drawn) = row[1] else { panic!("{row:?} draws no share") };
        assert!(u64::from(drawn).abs_diff(percent) <= 1, "{drawn} for {percent}");
        assert_eq!(
            [text(&row[0]), text(&row[2])],
            [case.name(*id).to_owned(), format!("{drawn} %")]
        );
        readings += firsts;
    }
    assert_eq!(readings, shares.readings, "every reading is somebody's");
    let n_rows = shares.firsts.len() + usize::from(shares.ties > 0);
    assert_eq!(table.rows.len(), n_rows);
}

/// Who is said to be out of the race is not first whatever one more answer is; and each option that is
/// said to exclude the first does.
pub(super) fn excludes_whom_it_says(case: &Case) {
    let Some(first) = case.first() else {
        return;
    };
    let ranking = case.ranking();
    let evaluation = Evaluation::new(&case.table, case.answers(), &ranking);
    let out = not_possible_winners(&evaluation);
    let report = case.say(Section::Details);
    let said = texts(&report);
    let line = said.iter().find(|line| line.starts_with("Cannot come first any more"));
    assert_eq!(line.is_some(), !out.is_empty());
    for id in out.iter().take(8) {
        assert!(line.is_some_and(|line| line.contains(case.name(*id))), "{line:?}");
    }
    let line = said.iter().find(|line| line.starts_with("It would drop out"));
    let Some(options) = line.and_then(|line| line.split_once("if you required: ")) else {
        return;
    };
    let offers = Offers::of(&case.table, case.answers());
    for open in &evaluation.open {
        let question = case.catalog.question(*open);
        for (at, option) in question.options.iter().enumerate().filter(|_| question.can_must) {
            let bit = 1 << at;
            let mut after = case.answers().clone();
            after.set(*open, Some(Answer { musts: bit, ..Answer::wish(bit) }));
            let is_out = rank(&case.table, &after).place(first).is_none();
            // Options of two questions may be called the same, so that only those that are not
            // named at all tell something.
            let n_named = options.1.split([',', ';']).count();
            let is_offered = offers.options(*open) & bit != 0;
            if !options.1.contains(&*option.label) && n_named < 8 && is_offered {
                assert!(!is_out, "{} is not named", option.label);
            }
        }
    }
}

#[test]
fn the_details_on_the_frozen_catalog_are_those_of_the_domain() {
    for query in QUERIES {
        has_the_figures_of_the_domain(&Case::frozen(query));
        excludes_whom_it_says(&Case::frozen(query));
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn the_details_are_those_of_the_domain(case in some_asked()) {
        has_the_figures_of_the_domain(&case);
        excludes_whom_it_says(&case);
    }
}
