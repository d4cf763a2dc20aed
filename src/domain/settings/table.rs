//! The table of all parameters of the settings.

/// One parameter of the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The parameter's key.
    pub key: Key,
    /// Its name, kebab-case; for [`Key::OnlyValues`] with a placeholder for the facet.
    pub name: &'static str,
    /// Its possible values.
    pub values: Values,
    /// Its value when absent; empty if nothing is set then.
    pub default: &'static str,
}

/// The parameters, by what they set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Whether title and footer are hidden.
    Compact,
    /// Light or dark.
    Theme,
    /// Whether the page paints its own ground in a frame.
    Ground,
    /// The colour of links and buttons.
    Accent,
    /// The size of the text.
    TextSize,
    /// The only entries to show.
    Only,
    /// The only values of a facet to show.
    OnlyValues,
    /// A line of the host's own text.
    Disclosure,
    /// Whether the entries' own marks are shown.
    Marks,
    /// Whether a frame may keep the reader's answers in the browser, if the reader allows it.
    Keep,
    /// What the page reports to its host.
    Emit,
    /// The language.
    Lang,
}

/// The possible values of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// One of several words.
    Words(&'static [&'static str]),
    /// A colour in six hexadecimal digits, with or without `#`.
    Colour,
    /// A whole number of CSS pixels within limits.
    Pixels(u8, u8),
    /// One line of text, with a maximum number of characters.
    Line(usize),
    /// Ids of entries, separated by commas.
    Entries,
    /// Ids of values of the facet that the name ends with, separated by commas.
    OfFacet,
}

/// The longest disclosure, in characters.
pub const LONGEST_DISCLOSURE: usize = 140;

/// The prefix of [`Key::OnlyValues`]; the id of a facet follows.
pub(super) const ONLY: &str = "only.";

/// All parameters, in the order of the documentation.
pub static PARAMETERS: [Parameter; 12] = [
    parameter(Key::Compact, "compact", Values::Words(&["no", "yes"]), "no"),
    parameter(Key::Theme, "theme", Values::Words(&["auto", "light", "dark"]), "auto"),
    parameter(Key::Ground, "ground", Values::Words(&["own", "none"]), "own"),
    parameter(Key::Accent, "accent", Values::Colour, ""),
    parameter(Key::TextSize, "text-size", Values::Pixels(12, 24), ""),
    parameter(Key::Only, "only", Values::Entries, ""),
    parameter(Key::OnlyValues, "only.<facet>", Values::OfFacet, ""),
    parameter(Key::Disclosure, "disclosure", Values::Line(LONGEST_DISCLOSURE), ""),
    parameter(Key::Marks, "marks", Values::Words(&["yes", "no"]), "yes"),
    parameter(Key::Keep, "keep", Values::Words(&["no", "yes"]), "no"),
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

/// Whether a name is that of a setting.
#[must_use]
pub fn is_parameter(name: &str) -> bool {
    find(name).is_some()
}

/// The parameter with a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Parameter> {
    let is_facets = name.starts_with(ONLY);
    PARAMETERS.iter().find(|parameter| match parameter.key {
        Key::OnlyValues => is_facets,
        _ => parameter.name == name,
    })
}
