#![cfg(target_arch = "wasm32")]
//! The browser's edge in a browser: it works, it tells a refusal, and it never panics; and the domain
//! computes there what it computes natively.
//!
//! # What this file does not do
//! It mounts no interface; the tests of the built page do.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use stackfit::browser::location::{self, Writer};
use stackfit::browser::{clipboard, clock, focus, page};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Window};

#[path = "support/agreement.rs"]
mod agreement;
#[path = "wasm/host.rs"]
mod host;
#[path = "support/otherwise.rs"]
mod otherwise;
#[path = "support/plain.rs"]
mod plain;
#[path = "support/rng.rs"]
mod rng;

wasm_bindgen_test_configure!(run_in_browser);

/// Longer than the pause after typing, in milliseconds.
const AFTER_THE_PAUSE: u32 = 450;

fn window() -> Window {
    web_sys::window().expect("the tests run in a page")
}

fn document() -> Document {
    window().document().expect("a page has a document")
}

fn n_entries() -> u32 {
    window().history().and_then(|history| history.length()).expect("the history can be read")
}

/// Writes an address in place of the present one, past the code that is tested.
fn start_at(address: &str) {
    let history = window().history().expect("the history can be written");
    history
        .replace_state_with_url(&JsValue::NULL, "", Some(address))
        .expect("an address of this page can be written");
}

/// Markup in the page that goes away with the value.
struct Markup(HtmlElement);

impl Markup {
    fn new(markup: &str) -> Self {
        let element = document().create_element("div").expect("an element can be made");
        element.set_inner_html(markup);
        let body = document().body().expect("the page has a body");
        body.append_child(&element).expect("the page can be added to");
        Self(element.unchecked_into())
    }
}

impl Drop for Markup {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Runs JavaScript that puts the browser into a mood.
fn javascript(code: &str) {
    js_sys::Function::new_no_args(code).call0(&JsValue::NULL).expect("the test's own code runs");
}

/// Property 24 of the decision model, its half in the browser.
#[wasm_bindgen_test]
fn the_recommendations_are_those_of_every_target() {
    assert_eq!(agreement::hash(), agreement::EXPECTED);
}

#[wasm_bindgen_test]
fn the_clock_says_which_day_it_is_or_that_it_does_not_know() {
    let today = clock::today().expect("the tests run on a day");
    assert!(today.year >= 2026, "{today}");
    assert_eq!(today.to_string().parse(), Ok(today), "it is a day that exists");
    javascript(
        "self.getYear_ = Date.prototype.getFullYear; Date.prototype.getFullYear = () => NaN",
    );
    let none = clock::today();
    javascript("Date.prototype.getFullYear = self.getYear_; delete self.getYear_");
    assert_eq!(none, None);
}

#[wasm_bindgen_test]
fn a_pushed_query_is_an_entry_of_the_history_and_is_read_back() {
    start_at("/");
    assert!(!page::is_framed(), "the tests stand alone");
    let before = n_entries();
    Writer::default().push("?q=a%20b&f.language=ruby");
    assert_eq!(location::query(), "?q=a%20b&f.language=ruby");
    assert_eq!(n_entries(), before + 1);
}

#[wasm_bindgen_test]
fn an_empty_query_takes_the_old_one_out_of_the_address() {
    start_at("/?q=old");
    Writer::default().push("");
    assert_eq!(location::query(), "");
}

#[wasm_bindgen_test]
fn pushing_what_is_there_adds_no_entry() {
    start_at("/?q=same");
    let before = n_entries();
    Writer::default().push("?q=same");
    assert_eq!(n_entries(), before);
}

#[wasm_bindgen_test]
fn a_history_that_refuses_leaves_the_address_as_it_is() {
    start_at("/?q=kept");
    javascript("history.pushState = () => { throw new DOMException('no', 'SecurityError'); }");
    Writer::default().push("?q=new");
    javascript("delete history.pushState");
    assert_eq!(location::query(), "?q=kept");
}

#[wasm_bindgen_test]
fn path_and_hash_belong_to_the_host_and_stay() {
    start_at("/some/where?q=old#?secret=1");
    Writer::default().push("?q=new");
    let location = window().location();
    assert_eq!(location.pathname().as_deref(), Ok("/some/where"));
    assert_eq!(location.hash().as_deref(), Ok("#?secret=1"));
    assert_eq!(location::query(), "?q=new");
    start_at("/");
}

#[wasm_bindgen_test]
fn a_link_to_give_away_is_the_whole_address_without_its_hash() {
    start_at("/some/where?q=old#hash");
    let origin = window().location().origin().expect("the page has an origin");
    assert_eq!(location::address_with("?q=new"), format!("{origin}/some/where?q=new"));
    assert_eq!(location::address_with(""), format!("{origin}/some/where"));
    start_at("/");
}

#[wasm_bindgen_test]
async fn what_is_typed_is_written_after_a_pause_and_only_the_last_of_it() {
    start_at("/");
    let before = n_entries();
    let writer = Writer::default();
    writer.replace_soon("?q=d");
    writer.replace_soon("?q=dj");
    assert_eq!(location::query(), "", "nothing is written while somebody types");
    TimeoutFuture::new(AFTER_THE_PAUSE).await;
    assert_eq!(location::query(), "?q=dj");
    assert_eq!(n_entries(), before, "typing is no entry of its own");
}

#[wasm_bindgen_test]
async fn what_is_flushed_is_written_at_once_and_only_once() {
    start_at("/");
    let before = n_entries();
    let writer = Writer::default();
    writer.replace_soon("?q=typed");
    writer.flush();
    assert_eq!(location::query(), "?q=typed");
    start_at("/?q=later");
    TimeoutFuture::new(AFTER_THE_PAUSE).await;
    assert_eq!(location::query(), "?q=later", "nothing is left to write");
    assert_eq!(n_entries(), before);
}

#[wasm_bindgen_test]
async fn what_is_forgotten_is_never_written() {
    start_at("/?q=kept");
    let writer = Writer::default();
    writer.replace_soon("?q=typed");
    writer.forget();
    TimeoutFuture::new(AFTER_THE_PAUSE).await;
    assert_eq!(location::query(), "?q=kept");
}

#[wasm_bindgen_test]
async fn the_back_button_finds_what_was_typed_before_a_choice() {
    start_at("/");
    let heard = Rc::new(RefCell::new(Vec::new()));
    let listener = location::listen({
        let heard = Rc::clone(&heard);
        move |query| heard.borrow_mut().push(query)
    });
    assert!(listener.is_some());
    let writer = Writer::default();
    writer.replace_soon("?q=typed");
    writer.push("?view=result");
    let history = window().history().expect("the history can be read");
    history.back().expect("there is an entry to go back to");
    TimeoutFuture::new(AFTER_THE_PAUSE).await;
    assert_eq!(*heard.borrow(), ["?q=typed"]);
    assert_eq!(location::query(), "?q=typed");
    drop(listener);
    history.forward().expect("there is an entry to go on to");
    TimeoutFuture::new(AFTER_THE_PAUSE).await;
    assert_eq!(location::query(), "?view=result");
    assert_eq!(heard.borrow().len(), 1, "nobody listens any more");
}

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

#[wasm_bindgen_test]
fn without_a_place_there_is_no_mount_point_and_nothing_breaks() {
    assert!(page::mount_point().is_none());
    page::mark_ready();
    page::show_failure();
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
    page::show_failure();
    assert!(!notice.has_attribute("hidden"));
}

/// Puts something in the place of the browser's clipboard.
fn with_clipboard(value: &str) {
    javascript(&format!(
        "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {value} }})"
    ));
}

/// A clipboard of the browser's own kind, with another way to write.
fn clipboard_that(writes: &str) -> String {
    format!("Object.create(Clipboard.prototype, {{ writeText: {{ value: {writes} }} }})")
}

/// What copying called back with.
async fn copied(text: &str) -> Vec<bool> {
    let said = Rc::new(RefCell::new(Vec::new()));
    clipboard::copy(text, {
        let said = Rc::clone(&said);
        move |is_copied| said.borrow_mut().push(is_copied)
    });
    TimeoutFuture::new(20).await;
    said.take()
}

#[wasm_bindgen_test]
async fn a_clipboard_that_is_not_there_is_a_refusal() {
    with_clipboard("undefined");
    assert_eq!(copied("text").await, [false]);
}

#[wasm_bindgen_test]
async fn a_clipboard_that_refuses_is_a_refusal() {
    with_clipboard(&clipboard_that("() => Promise.reject(new Error('denied'))"));
    assert_eq!(copied("text").await, [false]);
}

#[wasm_bindgen_test]
async fn a_clipboard_that_takes_the_text_is_told_as_done() {
    with_clipboard(&clipboard_that("text => { window.taken = text; return Promise.resolve(); }"));
    assert_eq!(copied("https://example.org/?q=a").await, [true]);
    let taken = js_sys::Reflect::get(&window(), &JsValue::from_str("taken"));
    let taken = taken.ok().and_then(|taken| taken.as_string());
    assert_eq!(taken.as_deref(), Some("https://example.org/?q=a"));
}

#[wasm_bindgen_test]
fn a_field_to_copy_from_is_selected_whole() {
    let _markup = Markup::new(r#"<input id="field" value="all of it">"#);
    clipboard::select("not-there");
    clipboard::select("field");
    let field = document().get_element_by_id("field").expect("it is there");
    let field: HtmlInputElement = field.unchecked_into();
    assert_eq!(field.selection_start().ok().flatten(), Some(0));
    assert_eq!(field.selection_end().ok().flatten(), Some(9));
}

#[wasm_bindgen_test]
fn code_to_copy_from_is_selected_whole() {
    let _markup = Markup::new("<textarea id=code>two\nlines</textarea>");
    clipboard::select("code");
    let field = document().get_element_by_id("code").expect("it is there");
    let field: HtmlTextAreaElement = field.unchecked_into();
    assert_eq!(field.selection_end().ok().flatten(), Some(9));
}

#[wasm_bindgen_test]
fn a_print_dialog_that_is_refused_is_told() {
    javascript("window.print = () => { throw new Error('denied'); }");
    assert!(!page::print());
}
