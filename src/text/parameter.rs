//! The labels and descriptions of the address's parameters. Their values are defined by the table
//! in `domain::settings`.

use super::{Message, msg};
use crate::domain::settings::Key;

/// The label of its control.
#[must_use]
pub const fn label(key: Key) -> Message {
    match key {
        Key::Compact => msg::PARAMETER_COMPACT,
        Key::Theme => msg::PARAMETER_THEME,
        Key::Ground => msg::PARAMETER_GROUND,
        Key::Accent => msg::PARAMETER_ACCENT,
        Key::TextSize => msg::PARAMETER_TEXT_SIZE,
        Key::Only => msg::PARAMETER_ONLY,
        // Each facet has a control of its own.
        Key::OnlyValues => msg::PARAMETER_ONLY_FACET,
        Key::Disclosure => msg::PARAMETER_DISCLOSURE,
        Key::Marks => msg::PARAMETER_MARKS,
        Key::Keep => msg::PARAMETER_KEEP,
        Key::Emit => msg::PARAMETER_EMIT,
        Key::Lang => msg::PARAMETER_LANG,
    }
}

/// Its description.
#[must_use]
pub const fn meaning(key: Key) -> Message {
    match key {
        Key::Compact => msg::PARAMETER_COMPACT_MEANS,
        Key::Theme => msg::PARAMETER_THEME_MEANS,
        Key::Ground => msg::PARAMETER_GROUND_MEANS,
        Key::Accent => msg::PARAMETER_ACCENT_MEANS,
        Key::TextSize => msg::PARAMETER_TEXT_SIZE_MEANS,
        Key::Only => msg::PARAMETER_ONLY_MEANS,
        Key::OnlyValues => msg::PARAMETER_ONLY_VALUES_MEANS,
        Key::Disclosure => msg::PARAMETER_DISCLOSURE_MEANS,
        Key::Marks => msg::PARAMETER_MARKS_MEANS,
        Key::Keep => msg::PARAMETER_KEEP_MEANS,
        Key::Emit => msg::PARAMETER_EMIT_MEANS,
        Key::Lang => msg::PARAMETER_LANG_MEANS,
    }
}

/// The label of one of a parameter's words.
#[must_use]
pub fn word(word: &str) -> Message {
    match word {
        "light" => msg::PARAMETER_LIGHT,
        "dark" => msg::PARAMETER_DARK,
        "en" => msg::PARAMETER_ENGLISH,
        _ => msg::PARAMETER_AUTO,
    }
}
