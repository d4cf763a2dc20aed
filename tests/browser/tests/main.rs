//! The suite: the built page in a browser, used by pointer and keys, in all the places where it is used.
//!
//! It is one program, so that a browser that one test has done with is there for the next, whatever file
//! that is in. The tests of one file run alone by its name: `cargo test -p browser-tests --test suite
//! browse::`.
//!
//! They build nothing: `cargo xtask test browser` does, and says where the page is.

mod accessibility;
mod address;
mod browse;
mod compare;
mod contrast;
mod embed;
mod explanation;
mod fallbacks;
mod field;
mod first_screen;
mod fit;
mod framing;
mod harness;
mod hosts;
mod layout;
mod print;
mod privacy;
mod record;
mod result;
mod smoke;
mod team;
mod words;
