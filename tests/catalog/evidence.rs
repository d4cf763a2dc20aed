//! Evidence as text: what is written is read back, and what is not of the catalog is refused.

use stackfit::authoring::Checked;
use stackfit::domain::catalog::Evidence;

use test_support::catalogs::sound;

use crate::rules::base;

#[test]
fn what_is_written_is_read_back() {
    let Checked { catalog, evidence, .. } = sound(&base());
    let text = evidence.encode(&catalog);
    assert_eq!(Evidence::decode(&catalog, &text), Some(evidence));
    assert!(text.starts_with("c\t") && text.contains("\n=\talpha\t"), "{text}");
}

#[test]
fn an_alternative_that_the_catalog_leaves_out_is_passed_over() {
    let Checked { mut catalog, evidence, .. } = sound(&base());
    let text = evidence.encode(&catalog);
    catalog.alternatives.remove(0);
    let rest = Evidence::decode(&catalog, &text).expect("the other one is there");
    assert_eq!(rest.dossiers, evidence.dossiers[1..]);
}

#[test]
fn the_evidence_of_another_catalog_is_refused() {
    let Checked { mut catalog, evidence, .. } = sound(&base());
    let text = evidence.encode(&catalog);
    for broken in ["", "=", "=\talpha", "\n\n", "s\tt\tu\t2026", &text[..text.len() / 2]] {
        assert_eq!(Evidence::decode(&catalog, broken), None, "{broken:?}");
    }
    catalog.criteria.pop();
    assert_eq!(Evidence::decode(&catalog, &text), None, "a fact too many");
}

/// Wherever a line is cut short or a byte is another one, it is read or refused.
#[test]
fn no_text_makes_reading_panic() {
    let Checked { catalog, evidence, .. } = sound(&base());
    let text = evidence.encode(&catalog);
    for at in 0..text.len() {
        for letter in ["", "\t", "\n", "=", "9", "é"] {
            if let (Some(before), Some(after)) = (text.get(..at), text.get(at + 1..)) {
                let _ = Evidence::decode(&catalog, &format!("{before}{letter}{after}"));
            }
        }
    }
}
