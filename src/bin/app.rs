//! The page's program.

fn main() {
    stackfit::start::start();
}
