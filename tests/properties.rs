//! Properties of the domain over generated inputs, each against brute force or against itself under
//! a change that must not matter (decision model, section 3).
//!
//! # What this file does not do
//! Of that section it leaves out what needs robustness, counterfactuals or the next question.

mod support;

#[path = "properties/comparison.rs"]
mod comparison;
#[path = "properties/facets.rs"]
mod facets;
#[path = "properties/facts.rs"]
mod facts;
#[path = "properties/folding.rs"]
mod folding;
#[path = "properties/links.rs"]
mod links;
#[path = "properties/metamorphic.rs"]
mod metamorphic;
#[path = "properties/parameters.rs"]
mod parameters;
#[path = "properties/ranking.rs"]
mod ranking;
#[path = "properties/reasons.rs"]
mod reasons;
#[path = "properties/scores.rs"]
mod scores;
#[path = "properties/searching.rs"]
mod searching;
#[path = "properties/settings.rs"]
mod settings;
#[path = "properties/states.rs"]
mod states;
