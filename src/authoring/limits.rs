//! The maximum lengths of texts, in characters.
//!
//! The modules that read the files enforce these limits, and the schemas for editors repeat them.

/// The name of an entry.
pub const NAME: usize = 40;
/// A summary: two lines of a card.
pub const SUMMARY: usize = 120;
/// A note or a drawback.
pub const NOTE: usize = 160;
/// The name of a provider of a capability.
pub const BY: usize = 40;
/// The title of a source.
pub const SOURCE: usize = 80;
