//! Statements about a result: each says what the domain computes, each link leads to what it claims, and
//! none is lost on its way to the page.
//!
//! The sentences stand here in full, so that a number in the wrong one is seen. What the domain computes
//! is held to brute force by its own tests.

mod case;
mod details;
mod every_section;
mod explainer_properties;
mod no_match;
mod plausible;
mod record;
mod shipped;
mod since;
mod taken_out;
mod team;
mod today;
mod together;
mod verdict;
mod what_would_win;
