//! Find my fit and its result: questions, review, ranking.
//!
//! # What this module does not do
//! It computes no points; the domain's `decide` does.

mod answers;
mod details;
mod leader;
mod method;
mod outsiders;
mod question;
mod ranking;
mod result;
mod shortlist;
mod steps;
mod take_away;
mod ways;

pub(super) use answers::{answer_text, review_view};
pub(super) use result::result_view;
pub(super) use steps::question_view;
