//! Small pieces that several views draw with.
//!
//! # What this module does not do
//! No piece knows which view it is in.

pub(super) mod bar;
pub(super) mod copy;
pub(super) mod fact;
pub(super) mod link;
pub(super) mod statements;
