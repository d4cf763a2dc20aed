//! Elements that change their place travel there, and only then.

use stackfit::browser::motion::Places;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Markup, document, javascript};

const MARKUP: &str =
    "<p id='on-the-way-1' class='on-the-way'>1</p><p id='on-the-way-2' class='on-the-way'>2</p>";

/// Fails unless so many of the elements are travelling.
fn expect_travelling(n: u32) {
    javascript(&format!(
        "const n = [...document.querySelectorAll('.on-the-way')]
            .filter((it) => it.getAnimations().length === 1).length;
        if (n !== {n}) throw new Error(`${{n}} are on the way`)"
    ));
}

#[wasm_bindgen_test]
fn who_changes_place_travels_there_and_nobody_else() {
    let _markup = Markup::new(MARKUP);
    let swap = || {
        let [first, second] = ["on-the-way-1", "on-the-way-2"]
            .map(|id| document().get_element_by_id(id).expect("it is there"));
        let parent = first.parent_node().expect("it is in the page");
        let last = parent.last_child();
        let next = if last.as_deref() == Some(&second) { None } else { Some(&*second) };
        parent.insert_before(&first, next).expect("it can be moved");
    };
    let mut places = Places::default();
    swap();
    places.follow(".on-the-way");
    // Nobody knows where they were.
    expect_travelling(0);
    places.note(".on-the-way");
    places.follow(".on-the-way");
    expect_travelling(0);
    swap();
    places.note(".on-the-way");
    places.follow(".on-the-way");
    expect_travelling(0);
    swap();
    places.follow(".on-the-way");
    expect_travelling(2);
}
