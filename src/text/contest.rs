//! Contesting a fact: a correction for the reader to complete, prefilled with everything that is
//! known about the fact.
//!
//! Nothing is sent: this makes an address, and the reader decides whether to open it; or a text,
//! where there is no address.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Message, Words, msg, value};
use crate::domain::catalog::{AltId, Catalog, CriterionId, Dossier};

/// The correction of a fact, before the reader has completed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    title: String,
    body: String,
}

impl Correction {
    /// The correction of a fact. Sources are included once the evidence has loaded.
    #[must_use]
    pub fn of(
        catalog: &Catalog,
        words: &Words,
        dossier: Option<&Dossier>,
        alternative: AltId,
        criterion: CriterionId,
    ) -> Self {
        let (entry, known) = (catalog.alternative(alternative), catalog.criterion(criterion));
        let backing = dossier.and_then(|dossier| Some((dossier, dossier.backing(criterion)?)));
        let mut sources = String::new();
        for source in backing.into_iter().flat_map(|(known, back)| known.sources_at(&back.sources))
        {
            sources.push(' ');
            sources.push_str(&source.url);
        }
        let fact = entry.fact(criterion);
        let of = fact.of.map(|of| ["\n- of: ", &of.to_string()].concat()).unwrap_or_default();
        let values = [
            ("name", &*entry.name),
            ("label", &*known.label),
            ("folder", &*catalog.subject.folder),
            ("id", &*entry.id),
            ("field", &*known.id),
            ("value", &*value(catalog, words, alternative, criterion)),
            ("date", &*fact.checked.to_string()),
            ("of", &*of),
            ("sources", &*sources),
        ];
        let text = |message: Message| words.with(message, &values);
        Self { title: text(msg::CONTEST_TITLE), body: text(msg::CONTEST_BODY) }
    }

    /// The address that opens an issue with the correction, at a place that takes `title` and
    /// `body`.
    #[must_use]
    pub fn address(&self, place: &str) -> String {
        let mut address = place.to_owned();
        address.push(if place.contains('?') { '&' } else { '?' });
        for (name, text) in [("title=", &self.title), ("&body=", &self.body)] {
            address.push_str(name);
            address.extend(utf8_percent_encode(text, NON_ALPHANUMERIC));
        }
        address
    }

    /// The correction as text.
    #[must_use]
    pub fn text(&self) -> String {
        [&*self.title, "\n\n", &self.body].concat()
    }
}
