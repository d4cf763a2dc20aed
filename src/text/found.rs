//! Why a search found an alternative, in words.

use super::{Words, msg, value};
use crate::domain::browse::Found;
use crate::domain::catalog::{AltId, Catalog, Value};

/// The reasons why a search found an alternative, one phrase for each.
#[must_use]
pub fn found(catalog: &Catalog, words: &Words, id: AltId, reasons: &[Found]) -> Vec<String> {
    let reason = |reason: &Found| {
        let label = &*catalog.criterion(reason.criterion).label;
        let fact = catalog.alternative(id).fact(reason.criterion);
        let scale = catalog.scale_of(reason.criterion).filter(|_| fact.by.is_empty());
        // Of several values only the one that was meant.
        let meant = scale.and_then(|scale| match fact.value {
            Value::Many(_) => scale.values.get(usize::from(reason.value)),
            _ => None,
        });
        let value = match meant {
            Some(meant) => meant.label.to_string(),
            None => value(catalog, words, id, reason.criterion),
        };
        if fact.by.is_empty() {
            words.with(msg::CARD_FOUND_SAYS, &[("label", label), ("value", &value)])
        } else {
            let level = value.to_ascii_lowercase();
            let values = [("label", label), ("level", &level), ("by", &fact.by)];
            words.with(msg::CARD_FOUND_HAS, &values)
        }
    };
    reasons.iter().map(reason).collect()
}
