//! The program of `author.html`: the interface with the view that puts the page into another one.
//!
//! # What this program does not do
//! All that it does is in `stackfit::start`.

fn main() {
    stackfit::start::start();
}
