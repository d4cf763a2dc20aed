//! Translators, extensions and other scripts change the page while it is used.
