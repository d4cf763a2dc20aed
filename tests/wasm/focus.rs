//! The focus: it goes where it is sent, or it is told that it cannot.

use stackfit::browser::focus;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Markup, document};

#[wasm_bindgen_test]
fn focus_goes_to_what_is_there_and_says_so_where_it_is_not() {
    let markup = Markup::new(r#"<button id="there">Here</button>"#);
    assert!(!focus::focus("not-there"));
    assert!(focus::focus("there"));
    let focused = document().active_element().map(|element| element.id());
    assert_eq!(focused.as_deref(), Some("there"));
    drop(markup);
    assert!(!focus::focus("there"));
}
