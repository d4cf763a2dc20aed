//! The script of the page that works before the program repeats the names of the views; here it is held
//! to their list.

use std::fs;
use std::path::Path;

use stackfit::domain::state::View;

#[test]
fn it_knows_every_view_but_the_first_which_is_the_static_page() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/browser/before.js");
    let script = fs::read_to_string(script).expect("there is a script");
    let names = script.split_once("?.match(/^(").and_then(|(_, rest)| rest.split_once(')'));
    let mut names: Vec<_> = names.expect("it matches names").0.split('|').collect();
    let mut views: Vec<_> =
        View::ALL.into_iter().filter(|view| *view != View::Browse).map(View::name).collect();
    names.sort_unstable();
    views.sort_unstable();
    assert_eq!(names, views);
}
