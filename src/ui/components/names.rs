//! Names within sentences: no translator should touch them. "Express" is no train, and "Play" no game.

use yew::prelude::*;

use crate::ui::model::Model;

/// A text in which every name of an alternative is marked as not to be translated. Where one name
/// begins with another, the longer one is marked.
pub(in crate::ui) fn marked(model: Model, text: &str) -> Html {
    let is_letter = |at: usize| {
        let byte = text.as_bytes().get(at);
        byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
    };
    let mut parts: Vec<Html> = Vec::new();
    let mut from = 0;
    for (at, _) in text.char_indices() {
        if at < from || at > 0 && is_letter(at - 1) {
            continue;
        }
        let begins = |name: &&str| text[at..].starts_with(*name) && !is_letter(at + name.len());
        let names = model.catalog.alternatives.iter().map(|entry| &*entry.name);
        if let Some(name) = names.filter(begins).max_by_key(|name| name.len()) {
            parts.push(html! { { &text[from..at] } });
            parts.push(html! { <span translate="no">{ name }</span> });
            from = at + name.len();
        }
    }
    parts.push(html! { { &text[from..] } });
    parts.into_iter().collect()
}

/// The same for a button, which would lay out names and what is between them as parts of their own.
pub(in crate::ui) fn label(model: Model, text: &str) -> Html {
    html! { <span>{ marked(model, text) }</span> }
}
