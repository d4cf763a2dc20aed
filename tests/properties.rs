//! Properties of the domain over generated inputs, each against brute force or against itself under
//! a change that must not matter (decision model, section 3).
//!
//! # What this file does not do
//! Of that section it leaves out the agreement of targets, which `agreement` and `wasm` look at.

mod support;

#[path = "properties/acceptability.rs"]
mod acceptability;
#[path = "properties/aging.rs"]
mod aging;
#[path = "properties/changes.rs"]
mod changes;
#[path = "properties/combining.rs"]
mod combining;
#[path = "properties/comparison.rs"]
mod comparison;
#[path = "properties/completions.rs"]
mod completions;
#[path = "properties/decided.rs"]
mod decided;
#[path = "properties/facets.rs"]
mod facets;
#[path = "properties/facts.rs"]
mod facts;
#[path = "properties/firmness.rs"]
mod firmness;
#[path = "properties/flips.rs"]
mod flips;
#[path = "properties/folding.rs"]
mod folding;
#[path = "properties/links.rs"]
mod links;
#[path = "properties/metamorphic.rs"]
mod metamorphic;
#[path = "properties/next.rs"]
mod next;
#[path = "properties/parameters.rs"]
mod parameters;
#[path = "properties/ranking.rs"]
mod ranking;
#[path = "properties/reasons.rs"]
mod reasons;
#[path = "properties/relaxations.rs"]
mod relaxations;
#[path = "properties/scores.rs"]
mod scores;
#[path = "properties/searching.rs"]
mod searching;
#[path = "properties/settings.rs"]
mod settings;
#[path = "properties/states.rs"]
mod states;
#[path = "properties/swings.rs"]
mod swings;
