//! The interface as strings: what each view says for a link, and what holds in every view.
//!
//! Pages are read as a browser and assistive technology read them: by texts, roles, ids and structure.
//!
//! # What this file does not do
//! Nothing is clicked and nothing is laid out here; the tests of the built page do that.

#[path = "rendering/page.rs"]
mod page;
#[path = "support/reading.rs"]
mod reading;
#[path = "support/soundness.rs"]
mod soundness;

#[path = "rendering/age.rs"]
mod age;
#[path = "rendering/browse.rs"]
mod browse;
#[path = "rendering/compare.rs"]
mod compare;
#[path = "rendering/contest.rs"]
mod contest;
#[path = "rendering/detail.rs"]
mod detail;
#[path = "rendering/embed.rs"]
mod embed;
#[path = "rendering/everywhere.rs"]
mod everywhere;
#[path = "rendering/fit.rs"]
mod fit;
#[path = "rendering/links.rs"]
mod links;
#[path = "rendering/result.rs"]
mod result;
#[path = "rendering/statements.rs"]
mod statements;
