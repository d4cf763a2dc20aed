//! The page itself: the place of the interface and the notice of failure.

use stackfit::browser::page;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Markup, document};

#[wasm_bindgen_test]
fn without_a_place_there_is_no_mount_point_and_nothing_breaks() {
    assert!(page::mount_point().is_none());
    page::mark_ready();
    page::show_failure("data");
}

#[wasm_bindgen_test]
fn the_mount_point_is_found_and_marked_and_the_notice_is_shown() {
    let _markup = Markup::new(r#"<div id="failure" hidden></div><div id="app"></div>"#);
    let root = page::mount_point().expect("it is there now");
    assert!(!root.has_attribute("data-ready"));
    page::mark_ready();
    assert!(root.has_attribute("data-ready"));
    let notice = document().get_element_by_id("failure").expect("it is there now");
    assert!(notice.has_attribute("hidden"));
    page::show_failure("data");
    assert!(!notice.has_attribute("hidden"));
}
