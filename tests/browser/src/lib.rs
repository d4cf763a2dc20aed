//! A harness that drives the built page in a real browser: Chromium, Firefox or WebKitGTK.
//!
//! The modules in reading order: a test calls [`scenario`]; [`page`] has its actions and
//! observations; [`widget`] finds the parts of the widget; [`look`] is the size and the reader's
//! preferences; [`axe`] finds accessibility violations; [`anywhere`] is a scenario that has to work
//! on every host; [`host`] is a page around a frame; [`measure`] takes times and bytes, [`shots`] takes pictures; and [`server`], [`site`], [`driver`],
//! [`engine`], [`recorder`] and [`settings`] are the infrastructure.
//!
//! `cargo xtask test browser` builds the page first and passes its folder. Nothing waits for a
//! fixed time; waits are for conditions.

pub mod anywhere;
pub mod axe;
pub mod driver;
pub mod engine;
pub mod host;
pub mod look;
pub mod measure;
pub mod page;
pub mod recorder;
pub mod scenario;
pub mod server;
pub mod settings;
pub mod shots;
pub mod site;
pub mod widget;

pub use engine::{Denied, Engine, Setup, left_out};
pub use look::{Look, Scheme};
pub use page::Page;
pub use scenario::scenario;
