//! The page itself: the place of the interface, and what its starter is told.

use stackfit::browser::page;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::Markup;

#[wasm_bindgen_test]
fn without_a_place_there_is_no_mount_point_and_nothing_breaks() {
    assert!(page::mount_point().is_none());
    page::mark_ready();
    page::show_failure("data");
}

#[wasm_bindgen_test]
fn the_mount_point_is_found_and_marked() {
    let _markup = Markup::new(r#"<div id="app"></div>"#);
    let root = page::mount_point().expect("it is there now");
    assert!(!root.has_attribute("data-ready"));
    page::mark_ready();
    assert!(root.has_attribute("data-ready"));
}

#[wasm_bindgen_test]
fn the_starter_of_the_page_is_told_of_a_failure() {
    js_sys::eval("self.stackfitFail = (code) => { self.failed = code; };").expect("it is valid");
    page::show_failure("data");
    let failed = js_sys::eval("delete self.stackfitFail; self.failed").expect("it is valid");
    assert_eq!(failed.as_string().as_deref(), Some("data"));
}
