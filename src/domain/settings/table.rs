//! The one table of the parameters.

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
    OfFacet,
}

/// The longest disclosure, in characters.
pub const LONGEST_DISCLOSURE: usize = 140;

/// How [`Key::OnlyValues`] begins; the id of a facet follows.
pub(super) const ONLY: &str = "only.";

/// All parameters, in the order in which they are explained.
pub static PARAMETERS: [Parameter; 9] = [
    parameter(Key::Compact, "compact", Values::Words(&["no", "yes"]), "no"),
    parameter(Key::Theme, "theme", Values::Words(&["auto", "light", "dark"]), "auto"),
    parameter(Key::Accent, "accent", Values::Colour, ""),
    parameter(Key::TextSize, "text-size", Values::Pixels(12, 24), ""),
    parameter(Key::Only, "only", Values::Entries, ""),
    parameter(Key::OnlyValues, "only.<facet>", Values::OfFacet, ""),
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
