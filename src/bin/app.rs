//! The page's program.
//!
//! # What this program does not do
//! All that it does is in `stackfit::start`.

fn main() {
    stackfit::start::start();
}
