//! Statements about a result: each says what the domain computes, each link leads to what it claims, and
//! none is lost on its way to the page.
//!
//! The sentences stand here in full, so that a number in the wrong one is seen. What the domain computes
//! is held to brute force by the properties.
//!
//! # What this file does not do
//! It draws nothing; how the page shows a statement is for the tests of rendered pages.

#[allow(dead_code, reason = "of what tests share, this one needs no reference for the search")]
mod support;

#[path = "report/details.rs"]
mod details;
#[path = "report/explainer.rs"]
mod explainer;
#[path = "report/links.rs"]
mod links;
#[path = "report/others.rs"]
mod others;
#[path = "report/said.rs"]
mod said;
#[path = "report/verdict.rs"]
mod verdict;
#[path = "report/ways.rs"]
mod ways;
