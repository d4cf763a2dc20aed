//! Who covers it together: each combination meets every must-have, and says what each part is there for.
//!
//! That the best combinations are found is held to brute force by the tests of the domain.

use proptest::prelude::*;
use stackfit::domain::decide::rank::Verdict;
use stackfit::report::{Block, Section};
use stackfit::text::causes;

use super::case::{Case, QUERIES, strict};
use test_support::reference;
use test_support::strategies::cases;

/// The parts of each combination meet every must-have, and each says what it is there for.
pub(super) fn covers_all_must_haves(case: &Case) {
    let report = case.say(Section::Together);
    let musts = reference::must_haves(&case.table, case.answers());
    let is_asked = case.state.split || case.ranking().eligible.is_empty();
    if !is_asked {
        assert!(report.blocks.is_empty());
        return;
    }
    let mut combination: Option<(String, Vec<(String, String)>)> = None;
    let mut all = Vec::new();
    for block in &report.blocks {
        match block {
            Block::Title(title) => {
                all.extend(combination.take());
                combination = Some((title.clone(), Vec::new()));
            }
            Block::Line(line) => {
                if let (Some((_, parts)), [link]) = (&mut combination, line.links.as_slice()) {
                    let id = case.followed(link).open.expect("it leads to the part");
                    assert!(link.label.starts_with(case.name(id)), "{link:?}");
                    parts.push((case.name(id).to_owned(), link.label.clone()));
                }
            }
            Block::Table(_) | Block::Text(_) => panic!("none is expected: {block:?}"),
        }
    }
    all.extend(combination);
    for (title, parts) in all {
        let names: Vec<_> = parts.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(title, names.join(" + "));
        assert!((2..=3).contains(&names.len()), "{title}");
        let ids = || {
            let is_part = |id: &_| names.contains(&case.name(*id));
            case.catalog.alternative_ids().filter(is_part)
        };
        for must in &musts {
            let option = causes(&case.catalog, &[*must]);
            assert!(parts.iter().any(|(_, text)| text.contains(&option)), "{option} in {parts:?}");
            let is_met =
                ids().any(|id| reference::verdict(&case.table, id, *must) == Verdict::Passes);
            assert!(is_met, "{option} by {title}");
        }
    }
}

#[test]
fn the_parts_of_a_combination_in_the_frozen_catalog_cover_all_must_haves() {
    for query in QUERIES {
        covers_all_must_haves(&Case::frozen(query));
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn the_parts_of_a_combination_cover_all_must_haves(case in strict()) {
        covers_all_must_haves(&case);
    }
}
