//! Contesting a fact: an issue for the reader to open, prefilled with everything that is known
//! about the fact.
//!
//! Nothing is sent: this builds an address, and the reader decides whether to open it.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Words, msg, value};
use crate::domain::catalog::{AltId, Catalog, CriterionId, Dossier};

/// The address that opens an issue about a fact; none if the catalog names no place for it. Sources
/// are included once the evidence has loaded.
#[must_use]
pub fn contest(
    catalog: &Catalog,
    words: &Words,
    dossier: Option<&Dossier>,
    alternative: AltId,
    criterion: CriterionId,
) -> Option<String> {
    let contest = catalog.subject.contest.as_ref()?;
    let (entry, known) = (catalog.alternative(alternative), catalog.criterion(criterion));
    let backing = dossier.and_then(|dossier| Some((dossier, dossier.backing(criterion)?)));
    let mut sources = String::new();
    for source in backing.into_iter().flat_map(|(known, back)| known.sources_at(&back.sources)) {
        sources.push(' ');
        sources.push_str(&source.url);
    }
    let values = [
        ("name", &*entry.name),
        ("label", &*known.label),
        ("folder", &*contest.folder),
        ("id", &*entry.id),
        ("field", &*known.id),
        ("value", &*value(catalog, words, alternative, criterion)),
        ("date", &*entry.fact(criterion).checked.to_string()),
        ("sources", &*sources),
    ];
    let mut address = contest.url.to_string();
    let parts = [("title=", msg::CONTEST_TITLE), ("&body=", msg::CONTEST_BODY)];
    address.push(if address.contains('?') { '&' } else { '?' });
    for (name, message) in parts {
        address.push_str(name);
        address.extend(utf8_percent_encode(&words.with(message, &values), NON_ALPHANUMERIC));
    }
    Some(address)
}
