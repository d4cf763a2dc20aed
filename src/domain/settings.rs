//! Settings: how the page behaves in somebody else's page, read from the same query string as the
//! state.
//!
//! [`PARAMETERS`] is the one table of them: the parser, the configurator and `docs/embedding.md` follow
//! it. All are optional; what is absent or empty has its default, what is unknown belongs to somebody
//! else, and what is malformed falls back to the default and is listed.
//!
//! # What this module does not do
//! It applies nothing: `browser::appearance` does. What is shown (the view, filters, answers) is the
//! state, and `permalink` reads that.

use super::catalog::{Alternative, Catalog};
use super::permalink::{self, Ignored, Query, Why};

/// One parameter of the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Which it is.
    pub key: Key,
    /// Its name, kebab-case; for [`Key::OnlyValues`] with a placeholder for the facet.
    pub name: &'static str,
    /// What it may be.
    pub values: Values,
    /// What it is when it is absent; empty where nothing is set then.
    pub default: &'static str,
}

/// The parameters by what they set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Whether title and footer are left out.
    Compact,
    /// Light or dark.
    Theme,
    /// The colour of links and buttons.
    Accent,
    /// The size of the text.
    TextSize,
    /// The only entries there are.
    Only,
    /// The only values of a facet that there are.
    OnlyValues,
    /// A line of the host's own.
    Disclosure,
    /// What the page tells its host.
    Emit,
    /// The language.
    Lang,
}

/// What a parameter may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// One of some words.
    Words(&'static [&'static str]),
    /// A colour in six hexadecimal digits, with or without `#`.
    Colour,
    /// A whole number of CSS pixels within limits.
    Pixels(u8, u8),
    /// One line of text, with at most so many characters.
    Line(usize),
    /// Ids of entries, with commas.
    Entries,
    /// Ids of values of the facet that the name ends in, with commas.
    FacetValues,
}

/// The longest disclosure, in characters.
pub const LONGEST_DISCLOSURE: usize = 140;

/// How [`Key::OnlyValues`] begins; the id of a facet follows.
const ONLY: &str = "only.";

/// All parameters, in the order in which they are explained.
pub static PARAMETERS: [Parameter; 9] = [
    parameter(Key::Compact, "compact", Values::Words(&["no", "yes"]), "no"),
    parameter(Key::Theme, "theme", Values::Words(&["auto", "light", "dark"]), "auto"),
    parameter(Key::Accent, "accent", Values::Colour, ""),
    parameter(Key::TextSize, "text-size", Values::Pixels(12, 24), ""),
    parameter(Key::Only, "only", Values::Entries, ""),
    parameter(Key::OnlyValues, "only.<facet>", Values::FacetValues, ""),
    parameter(Key::Disclosure, "disclosure", Values::Line(LONGEST_DISCLOSURE), ""),
    parameter(Key::Emit, "emit", Values::Words(&["no", "state"]), "no"),
    parameter(Key::Lang, "lang", Values::Words(&["en"]), "en"),
];

const fn parameter(
    key: Key,
    name: &'static str,
    values: Values,
    default: &'static str,
) -> Parameter {
    Parameter { key, name, values, default }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the page around it, or as the reader prefers.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The value of the CSS property `color-scheme` that goes with it.
    #[must_use]
    pub const fn scheme(self) -> &'static str {
        match self {
            Self::Auto => "light dark",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How the page behaves in somebody else's page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Settings {
    /// Whether title and footer are left out.
    pub compact: bool,
    /// Light or dark.
    pub theme: Theme,
    /// The colour of links and buttons: six hexadecimal digits in lower case.
    pub accent: Option<String>,
    /// The size of the text in CSS pixels; none for the reader's own.
    pub text_size: Option<u8>,
    /// The ids of the only entries there are; empty for all.
    pub only: Vec<String>,
    /// The ids of facets, each with the ids of the only values there are.
    pub only_values: Vec<(String, Vec<String>)>,
    /// A line of the host's own, shown as text; empty for none.
    pub disclosure: String,
    /// Whether the host is told what the reader looks at.
    pub emits_state: bool,
}

impl Settings {
    /// What a query string says, and what of that could not be followed. Where no entry would be left,
    /// what leaves entries out is ignored.
    #[must_use]
    pub fn decode(catalog: &Catalog, query: &str) -> (Self, Vec<Ignored>) {
        let mut settings = Self::default();
        let mut ignored = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        for (name, value) in permalink::pairs(query) {
            if !is_parameter(&name) {
                continue;
            }
            if seen.contains(&name) {
                ignored.push(because(&name, &value, Why::Repeated));
            } else {
                settings.set(catalog, &name, &value, &mut ignored);
                seen.push(name);
            }
        }
        if !catalog.alternatives.iter().any(|entry| settings.keeps(catalog, entry)) {
            for (name, value) in settings.restrictions() {
                ignored.push(because(&name, &value, Why::NothingLeft));
            }
            settings.only.clear();
            settings.only_values.clear();
        }
        (settings, ignored)
    }

    /// The query string with all that is not the default, with a leading `?`; empty for none.
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

    /// The value of a parameter as it stands in a query; nothing for [`Key::OnlyValues`], which are
    /// several.
    #[must_use]
    pub fn get(&self, key: Key) -> String {
        let word = match key {
            Key::Compact => ["no", "yes"][usize::from(self.compact)],
            Key::Theme => self.theme.name(),
            Key::Accent => self.accent.as_deref().unwrap_or_default(),
            Key::Disclosure => &self.disclosure,
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

    /// Sets a parameter by its name; an empty value takes it back. What cannot be followed is listed.
    pub fn set(&mut self, catalog: &Catalog, name: &str, value: &str, ignored: &mut Vec<Ignored>) {
        match find(name).map(|parameter| parameter.key) {
            Some(Key::Only) => {
                let is_known = |id: &str| catalog.find_alternative(id).is_some();
                self.only = ids(name, value, &is_known, ignored);
            }
            Some(Key::OnlyValues) => {
                let id = &name[ONLY.len()..];
                let Some(facet) = catalog.find_facet(id) else {
                    return ignored.push(because(name, value, Why::UnknownParameter));
                };
                let values = &catalog.facet(facet).values;
                let is_known = |id: &str| values.iter().any(|value| value.id == id);
                let values = ids(name, value, &is_known, ignored);
                self.only_values.retain(|(facet, _)| facet != id);
                if !values.is_empty() {
                    self.only_values.push((id.to_owned(), values));
                }
            }
            _ => {
                if let Err((rest, why)) = self.set_plain(name, value) {
                    ignored.push(because(name, &rest, why));
                }
            }
        }
    }

    /// Sets a parameter that needs no catalog.
    ///
    /// # Errors
    /// The part of the value that cannot be followed, and why. Of a line that is too long the beginning
    /// is kept; everything else is then left as it was.
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
                Key::Emit => {
                    self.emits_state = given == "state";
                    true
                }
                Key::Theme => {
                    let mut themes = [Theme::Auto, Theme::Light, Theme::Dark].into_iter();
                    self.theme = themes.find(|theme| theme.name() == given).unwrap_or_default();
                    true
                }
                Key::Accent => replace(&mut self.accent, given, colour(given)),
                Key::TextSize => {
                    replace(&mut self.text_size, given, pixels(parameter.values, given))
                }
                Key::Disclosure => {
                    let line = line(given);
                    let end = line.char_indices().nth(LONGEST_DISCLOSURE);
                    let (kept, rest) = line.split_at(end.map_or(line.len(), |(at, _)| at));
                    kept.trim_end().clone_into(&mut self.disclosure);
                    if !rest.is_empty() {
                        return Err((rest.to_owned(), Why::TooMuch));
                    }
                    true
                }
                Key::Lang => true,
                Key::Only | Key::OnlyValues => false,
            };
        if understood { Ok(()) } else { Err((value.to_owned(), Why::UnknownValue)) }
    }

    /// A catalog with only the entries that there are.
    #[must_use]
    pub fn restricted(&self, catalog: Catalog) -> Catalog {
        if self.only.is_empty() && self.only_values.is_empty() {
            return catalog;
        }
        catalog.restricted(&|entry| self.keeps(&catalog, entry))
    }

    /// Whether an entry is one of those there are.
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

    /// The settings for a page of its own with the same content: without what belongs to the frame.
    #[must_use]
    pub fn unframed(&self) -> Self {
        Self {
            only: self.only.clone(),
            only_values: self.only_values.clone(),
            disclosure: self.disclosure.clone(),
            ..Self::default()
        }
    }

    /// The parameters that leave entries out, as name and value.
    fn restrictions(&self) -> Vec<(String, String)> {
        let only = (!self.only.is_empty()).then(|| ("only".to_owned(), self.only.join(",")));
        let values = self.only_values.iter();
        only.into_iter()
            .chain(values.map(|(facet, ids)| ([ONLY, facet].concat(), ids.join(","))))
            .collect()
    }
}

/// Whether a name is that of a setting.
#[must_use]
pub fn is_parameter(name: &str) -> bool {
    find(name).is_some()
}

fn find(name: &str) -> Option<&'static Parameter> {
    let is_facets = name.starts_with(ONLY);
    PARAMETERS.iter().find(|parameter| match parameter.key {
        Key::OnlyValues => is_facets,
        _ => parameter.name == name,
    })
}

fn because(name: &str, value: &str, why: Why) -> Ignored {
    Ignored { name: name.to_owned(), value: value.to_owned(), why }
}

/// Replaces a value by what was read; false where something was given that could not be read.
fn replace<T>(place: &mut Option<T>, given: &str, read: Option<T>) -> bool {
    let understood = given.is_empty() || read.is_some();
    if understood {
        *place = read;
    }
    understood
}

/// The known ids of a list, each once.
fn ids(
    name: &str,
    value: &str,
    is_known: &dyn Fn(&str) -> bool,
    ignored: &mut Vec<Ignored>,
) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for id in value.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        if !is_known(id) {
            ignored.push(because(name, id, Why::UnknownValue));
        } else if found.iter().any(|other| other == id) {
            ignored.push(because(name, id, Why::Repeated));
        } else {
            found.push(id.to_owned());
        }
    }
    found
}

fn colour(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#').unwrap_or(text);
    let is_colour = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_colour.then(|| digits.to_ascii_lowercase())
}

fn pixels(values: Values, text: &str) -> Option<u8> {
    let Values::Pixels(least, most) = values else {
        return None;
    };
    let is_number = text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse().ok().filter(|size| is_number && (least..=most).contains(size))
}

/// A text as one line: every run of spaces and control characters becomes one space, and what would
/// turn the direction of the text around it is left out.
fn line(text: &str) -> String {
    let is_turning =
        |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut line = String::new();
    for letter in text.chars().filter(|letter| !is_turning(*letter)) {
        if !letter.is_whitespace() && !letter.is_control() {
            line.push(letter);
        } else if !line.is_empty() && !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line.truncate(line.trim_end().len());
    line
}
