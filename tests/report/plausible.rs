//! No statement claims more than there can be, and none leads with nothing, whatever is asked of the
//! frozen catalog.

use proptest::prelude::*;
use stackfit::domain::decide::contributions;
use stackfit::domain::state::{State, View};
use stackfit::report::{Block, Cell, Section};

use super::case::{Case, sections};
use test_support::catalogs::{FROZEN, checked};
use test_support::strategies::{cases, states_of};

/// Everything that a case says, sentence by sentence, and cell by cell.
fn said(case: &Case, section: Section) -> Vec<String> {
    let mut all = Vec::new();
    for block in case.say(section).blocks {
        match block {
            Block::Title(title) => all.push(title),
            Block::Line(line) => {
                all.extend([line.word, line.means, line.text]);
                all.extend(line.links.into_iter().flat_map(|link| [link.label, link.tries]));
            }
            Block::Text(takeaway) => all.push(takeaway.text),
            Block::Table(table) => {
                all.extend(table.head.into_iter().chain([table.caption]));
                all.extend(table.rows.into_iter().flatten().map(|cell| match cell {
                    Cell::Text(text) | Cell::Number(text) => text,
                    Cell::Share(percent) => format!("{percent} %"),
                }));
            }
        }
    }
    all
}

/// The number before a word, if there is one.
fn numbers_before<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = f64> + 'a {
    let before = text.match_indices(word).map(|(at, _)| &text[..at]);
    before.filter_map(|before| {
        let digits = before.rsplit(|letter: char| !letter.is_ascii_digit() && letter != '.').next();
        digits?.parse().ok()
    })
}

fn is_plausible(case: &Case) {
    let first = case.first();
    for section in sections(first.into_iter()) {
        for text in said(case, section) {
            for most in [" %", " of 100"] {
                let greatest = numbers_before(&text, most).fold(0.0, f64::max);
                assert!(greatest <= 100.0, "{section:?}: {text}");
            }
            for nothing in
                ["lead with 0", " (0)", " (0.0)", "+0.0", "−0.0", " 0 points", "0.0 points b"]
            {
                assert!(!text.contains(nothing), "{section:?}: {text}");
            }
            assert!(!text.contains(['{', '}']) && !text.contains("  "), "{section:?}: {text}");
        }
    }
    for ranked in &case.ranking().eligible {
        for part in contributions(&case.table, case.answers(), ranked.alternative) {
            assert!(part.tenths <= part.possible, "{} of {}", part.tenths, part.possible);
        }
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn no_statement_claims_more_than_possible_and_none_leads_with_nothing(
        state in states_of(&checked(FROZEN).catalog)
    ) {
        let state = State { view: View::Result, ..state };
        is_plausible(&Case::new(checked(FROZEN).catalog, state));
    }
}

#[test]
fn where_only_must_haves_are_asked_nobody_would_lead_with_nothing() {
    let query =
        "?view=result&a.language=python&must.language=python&a.hosting=shared&must.hosting=shared";
    is_plausible(&Case::frozen(query));
}
