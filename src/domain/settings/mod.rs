//! Settings: how the page behaves when embedded, read from the same query string as the state.
//!
//! [`PARAMETERS`] is the one table of them: the parser, the configurator and `docs/embedding.md`
//! follow it. A script in `index.html` repeats `theme`, `ground`, `text-size`, `compact` and `marks` to
//! apply them before the first paint. All are optional: an absent or empty parameter has its default, an
//! unknown one is left to others, and a malformed one falls back to the default and is reported.
//!
//! `browser::appearance` applies the settings. What is shown (the view, filters, answers) is the
//! state, which `permalink` reads.

mod table;
mod value;

use table::ONLY;
pub use table::{Key, LONGEST_DISCLOSURE, PARAMETERS, Parameter, Values, find, is_parameter};
use value::{colour, ids, line, pixels, replace};

use super::catalog::{Alternative, Catalog, Facet};
use super::query::{self, Ignored, Query, Why};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the host page, or as the reader prefers.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The word for it in the query string.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with a word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.name() == word)
    }

    /// The matching value of the CSS property `color-scheme`.
    #[must_use]
    pub const fn scheme(self) -> &'static str {
        match self {
            Self::Auto => "light dark",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How the page behaves when embedded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each setting is on or off, whatever the others are"
)]
pub struct Settings {
    /// Whether title and footer are hidden.
    pub compact: bool,
    /// Light or dark.
    pub theme: Theme,
    /// Whether the page has no ground of its own in a frame, so that the page around shows through.
    pub is_see_through: bool,
    /// The colour of links and buttons: six hexadecimal digits in lower case.
    pub accent: Option<String>,
    /// The size of the text in CSS pixels; none for the reader's own size.
    pub text_size: Option<u8>,
    /// The ids of the only entries to show; empty for all.
    pub only: Vec<String>,
    /// The ids of facets, each with the ids of the only values to show.
    pub only_values: Vec<(String, Vec<String>)>,
    /// A line of the host's own text; empty for none.
    pub disclosure: String,
    /// Whether the entries' own marks are left out.
    pub hides_marks: bool,
    /// Whether a frame offers the reader to keep the answers in the browser.
    pub keeps: bool,
    /// Whether the host is informed about what the reader looks at.
    pub emits_state: bool,
}

impl Settings {
    /// Reads the settings of a query string, and lists the parts that were not followed. If no
    /// entry would be left, the parameters that restrict entries are ignored.
    #[must_use]
    pub fn decode(catalog: &Catalog, query: &str) -> (Self, Vec<Ignored>) {
        let mut settings = Self::default();
        let mut ignored = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        for (name, value) in query::parameters(catalog, query) {
            if !is_parameter(&name) {
                continue;
            }
            if seen.contains(&name) {
                ignored.push(Ignored::new(&name, &value, Why::Repeated));
            } else {
                settings.set(catalog, &name, &value, &mut ignored);
                seen.push(name);
            }
        }
        if !catalog.alternatives.iter().any(|entry| settings.keeps(catalog, entry)) {
            for (name, value) in settings.restrictions() {
                ignored.push(Ignored::new(&name, &value, Why::NothingLeft));
            }
            settings.only.clear();
            settings.only_values.clear();
        }
        (settings, ignored)
    }

    /// The query string with everything that is not the default, with a leading `?`; empty if there
    /// is nothing.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut query = Query::default();
        for parameter in &PARAMETERS {
            let value = self.get(parameter.key);
            if parameter.key == Key::OnlyValues {
                for (facet, values) in &self.only_values {
                    query.add(&[ONLY, facet].concat(), Some(&values.join(",")));
                }
            } else if value != parameter.default {
                query.add(parameter.name, Some(&value));
            }
        }
        query.finish()
    }

    /// The value of a parameter as in a query string; none for [`Key::OnlyValues`], which has
    /// several.
    #[must_use]
    pub fn get(&self, key: Key) -> String {
        let word = match key {
            Key::Compact => ["no", "yes"][usize::from(self.compact)],
            Key::Theme => self.theme.name(),
            Key::Ground => ["own", "none"][usize::from(self.is_see_through)],
            Key::Accent => self.accent.as_deref().unwrap_or_default(),
            Key::Disclosure => &self.disclosure,
            Key::Marks => ["yes", "no"][usize::from(self.hides_marks)],
            Key::Keep => ["no", "yes"][usize::from(self.keeps)],
            Key::Emit => ["no", "state"][usize::from(self.emits_state)],
            Key::Lang => "en",
            Key::OnlyValues => "",
            Key::TextSize => {
                return self.text_size.map(|size| size.to_string()).unwrap_or_default();
            }
            Key::Only => return self.only.join(","),
        };
        word.to_owned()
    }

    /// Sets a parameter by its name; an empty value resets it. Parts that are not followed are
    /// added to the list.
    pub fn set(&mut self, catalog: &Catalog, name: &str, value: &str, ignored: &mut Vec<Ignored>) {
        match find(name).map(|parameter| parameter.key) {
            Some(Key::Only) => {
                let find =
                    |id: &str| Some(catalog.alternative(catalog.find_alternative(id)?).id.as_ref());
                self.only = ids(name, value, &find, ignored);
            }
            Some(Key::OnlyValues) => {
                let id = name.strip_prefix(ONLY).unwrap_or_default();
                let Some(facet) = catalog.find_facet(id) else {
                    return ignored.push(Ignored::new(name, value, Why::UnknownParameter));
                };
                let Facet { id, values, .. } = catalog.facet(facet);
                let find =
                    |id: &str| Some(values[catalog.find_facet_value(facet, id)?].id.as_ref());
                let found = ids(name, value, &find, ignored);
                self.only_values.retain(|(facet, _)| id != facet.as_str());
                if !found.is_empty() {
                    self.only_values.push((id.to_string(), found));
                }
            }
            _ => {
                if let Err((rest, why)) = self.set_plain(name, value) {
                    ignored.push(Ignored::new(name, &rest, why));
                }
            }
        }
    }

    /// Sets a parameter that does not depend on the catalog.
    ///
    /// # Errors
    /// The part of the value that was not followed, and why. A line that is too long is truncated;
    /// in all other cases the setting stays as it was.
    pub fn set_plain(&mut self, name: &str, value: &str) -> Result<(), (String, Why)> {
        let value = value.trim();
        let Some(parameter) = find(name) else {
            return Err((value.to_owned(), Why::UnknownParameter));
        };
        let given = if value.is_empty() { parameter.default } else { value };
        let is_known = match parameter.values {
            Values::Words(words) => words.contains(&given),
            _ => true,
        };
        let understood = is_known
            && match parameter.key {
                Key::Compact => {
                    self.compact = given == "yes";
                    true
                }
                Key::Ground => {
                    self.is_see_through = given == "none";
                    true
                }
                Key::Marks => {
                    self.hides_marks = given == "no";
                    true
                }
                Key::Keep => {
                    self.keeps = given == "yes";
                    true
                }
                Key::Emit => {
                    self.emits_state = given == "state";
                    true
                }
                Key::Theme => {
                    self.theme = Theme::named(given).unwrap_or_default();
                    true
                }
                Key::Accent => replace(&mut self.accent, given, colour(given)),
                Key::TextSize => {
                    replace(&mut self.text_size, given, pixels(parameter.values, given))
                }
                Key::Disclosure => {
                    let (kept, rest) = line(given);
                    self.disclosure = kept;
                    if !rest.is_empty() {
                        return Err((rest, Why::TooMuch(LONGEST_DISCLOSURE)));
                    }
                    true
                }
                Key::Lang => true,
                Key::Only | Key::OnlyValues => false,
            };
        if understood { Ok(()) } else { Err((value.to_owned(), Why::UnknownValue)) }
    }

    /// The catalog with only the entries to show.
    #[must_use]
    pub fn restricted(&self, catalog: Catalog) -> Catalog {
        if self.only.is_empty() && self.only_values.is_empty() {
            return catalog;
        }
        let kept: Vec<_> = catalog
            .alternative_ids()
            .filter(|id| self.keeps(&catalog, catalog.alternative(*id)))
            .collect();
        catalog.restricted(&kept)
    }

    /// Whether an entry is shown.
    #[must_use]
    pub fn keeps(&self, catalog: &Catalog, entry: &Alternative) -> bool {
        let is_named = self.only.is_empty() || self.only.iter().any(|id| entry.id == id.as_str());
        is_named
            && self.only_values.iter().all(|(facet, ids)| {
                let facet = catalog.find_facet(facet).map(|id| catalog.facet(id));
                facet.is_none_or(|facet| {
                    let mut values = facet.values.iter();
                    values.any(|value| {
                        ids.iter().any(|id| value.id == id.as_str()) && value.test.admits(entry)
                    })
                })
            })
    }

    /// The settings for the same content on a page of its own: without those that belong to the
    /// frame.
    #[must_use]
    pub fn unframed(&self) -> Self {
        Self {
            only: self.only.clone(),
            only_values: self.only_values.clone(),
            disclosure: self.disclosure.clone(),
            ..Self::default()
        }
    }

    /// The parameters that restrict entries, as name and value.
    fn restrictions(&self) -> Vec<(String, String)> {
        let only = (!self.only.is_empty()).then(|| ("only".to_owned(), self.only.join(",")));
        let values = self.only_values.iter();
        only.into_iter()
            .chain(values.map(|(facet, ids)| ([ONLY, facet].concat(), ids.join(","))))
            .collect()
    }
}
