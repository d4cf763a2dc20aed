//! The browser edge: the only module that uses web-sys and gloo.
//!
//! Any of these APIs may be denied: in a sandboxed frame the clipboard refuses, the history API
//! throws, and the parent has another origin. So every function says what is there and what
//! is not with a Rust type, and none panics.
//!
//! Nothing is stored but what the reader asks for ([`storage`]); there are no cookies. Otherwise the
//! address is the only memory.

pub mod appearance;
pub mod clipboard;
pub mod clock;
pub mod event;
pub mod evidence;
pub mod explain;
pub mod focus;
mod global;
pub mod host;
pub mod interaction;
pub mod json;
pub mod listener;
pub mod location;
pub mod motion;
pub mod page;
pub mod place;
mod script;
pub mod share;
pub mod storage;
