//! Embeds the checked catalog.
fn main() {}
