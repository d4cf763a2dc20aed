//! Contesting a fact where no place for issues is known: the correction opens on a click.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlTextAreaElement;

use super::mounted::Mounted;

#[wasm_bindgen_test]
async fn a_correction_opens_beside_its_fact_and_closes_again() {
    let mut catalog = stackfit::embedded::catalog().expect("the build checked the catalog");
    catalog.subject.contest = None;
    let page = Mounted::of(catalog, "?open=django").await;
    let button = ".fact__backing button[aria-expanded]";
    page.click(button).await;
    let field: HtmlTextAreaElement = page.one(".fact__backing textarea").unchecked_into();
    assert!(field.value().starts_with("Django: Language\n"), "{}", field.value());
    assert!(field.value().contains("- field: facts.language\n"), "{}", field.value());
    assert_eq!(page.all(button)[0].get_attribute("aria-expanded").as_deref(), Some("true"));
    page.click(button).await;
    assert!(page.all(".fact__backing textarea").is_empty());
}
