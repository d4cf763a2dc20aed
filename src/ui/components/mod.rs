//! Components that several views use, and small view functions.

pub(super) mod answers;
pub(super) mod bar;
pub(super) mod card;
pub(super) mod common_questions;
pub(super) mod compare_box;
pub(super) mod contest;
pub(super) mod copy_field;
pub(super) mod decision;
pub(super) mod element;
pub(super) mod explanation;
pub(super) mod facet;
pub(super) mod fact;
pub(super) mod identity;
pub(super) mod keep;
pub(super) mod link;
pub(super) mod names;
pub(super) mod opened;
pub(super) mod question;
pub(super) mod undo;
