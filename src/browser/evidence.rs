//! Fetches the evidence: a script that sets a text.
//!
//! An attribute of the mount point names the script. In a page that contains the evidence, the text
//! is already set.

use std::rc::Rc;

use super::script;

/// The property of `window` that the script sets.
const PROPERTY: &str = "stackfitEvidence";

/// Calls back once with the text, or with none if it cannot be loaded.
pub fn fetch(then: impl Fn(Option<String>) + 'static) {
    match (carried(), script::named("data-evidence")) {
        (Some(text), _) => then(Some(text)),
        (None, Some(name)) => {
            let then: script::OnLoaded = Rc::new(move |_| then(carried()));
            script::load(&[("data-src", &name)], &then);
        }
        (None, None) => then(None),
    }
}

/// The text that a script has set.
fn carried() -> Option<String> {
    script::global(PROPERTY)?.as_string()
}
