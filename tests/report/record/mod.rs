//! The record of a decision: everything that was asked, everybody that was considered and every source is
//! in it, and each of its forms is well made.
//!
//! Markdown is read by the parser of CommonMark with GitHub's extensions, held to the rules of a linter with
//! those of architecture decision records; JSON to its schema; tables to a strict reader.

mod forms;
mod made;
mod outcome;
mod paper;
mod readers;
mod shipped;
mod team;
