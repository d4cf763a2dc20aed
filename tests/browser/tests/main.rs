//! The suite: the built page in a browser, used by pointer and keys, in all the places where it is used.
//!
//! It is one program, so that a browser that one test has done with is there for the next, whatever file
//! that is in. The tests of one file run alone by its name: `cargo test -p browser-tests --test suite
//! browsing::`.
//!
//! # What these tests do not do
//! They build nothing: `cargo xtask test browser` does, and says where the page is.

mod accessibility;
mod browsing;
mod comparing;
mod embedding;
mod fitting;
mod framing;
mod harness;
mod layout;
mod links;
mod privacy;
mod result;
mod smoke;
mod statements;
mod survival;
mod without;
