//! Small pieces that several rooms draw with.
//!
//! # What this module does not do
//! No piece knows which room it is in.

pub(super) mod bar;
pub(super) mod copy;
pub(super) mod fact;
pub(super) mod link;
pub(super) mod statements;
