//! A harness that drives the built page in a real browser: Chromium, Firefox or WebKitGTK.
//!
//! The modules in reading order: [`scenario`] is what a test calls; [`page`] is what it does and
//! sees; [`widget`] is where the widget's parts are; [`look`] is how large and in which colours;
//! [`axe`] finds accessibility violations; [`anywhere`] is what has to work anywhere; [`measure`] takes
//! times and bytes; and [`server`], [`site`], [`driver`], [`engine`],
//! [`recorder`] and [`settings`] are what stands behind.
//!
//! It builds nothing: `cargo xtask test browser` builds the page first and says where it is.
//! Nothing in it waits for a fixed time; it waits until something is so.

pub mod anywhere;
pub mod axe;
pub mod driver;
pub mod engine;
pub mod look;
pub mod measure;
pub mod page;
pub mod recorder;
pub mod scenario;
pub mod server;
pub mod settings;
pub mod site;
pub mod widget;

pub use engine::{Denied, Engine, Setup, left_out};
pub use look::{Look, Scheme};
pub use page::Page;
pub use scenario::scenario;
