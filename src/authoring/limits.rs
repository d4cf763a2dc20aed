//! How much room there is: the longest texts, in characters.
//!
//! The modules that read the files enforce these limits, and the schemas for editors repeat them.

/// The longest name of an entry.
pub const NAME: usize = 40;
/// The longest summary: two lines of a card.
pub const SUMMARY: usize = 120;
/// The longest note, and the longest reason against an entry.
pub const NOTE: usize = 160;
/// The longest name of what provides a capability.
pub const BY: usize = 40;
/// The longest title of a source.
pub const SOURCE: usize = 80;
