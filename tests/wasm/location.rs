//! The address and the history: what is written there, when, and what is read back.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use stackfit::browser::location::{self, Writer};
use stackfit::browser::page;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{javascript, start_at, window};

/// Longer than the pause after typing, in milliseconds.
const AFTER_THE_PAUSE: u32 = 450;

fn n_entries() -> u32 {
    window().history().and_then(|history| history.length()).expect("the history can be read")
}

/// Writes a query without waiting for the paint.
fn push_now(query: &str) {
    let writer = Writer::default();
    writer.push(query);
    writer.flush();
}

#[wasm_bindgen_test]
fn a_pushed_query_is_an_entry_of_the_history_and_is_read_back() {
    start_at("/");
    assert!(!page::is_framed(), "the tests stand alone");
    let before = n_entries();
    push_now("?q=a%20b&f.language=ruby");
    assert_eq!(location::query(), "?q=a%20b&f.language=ruby");
    assert_eq!(n_entries(), before + 1);
}

#[wasm_bindgen_test]
fn an_empty_query_takes_the_old_one_out_of_the_address() {
    start_at("/?q=old");
    push_now("");
    assert_eq!(location::query(), "");
}

#[wasm_bindgen_test]
fn pushing_what_is_there_adds_no_entry() {
    start_at("/?q=same");
    let before = n_entries();
    push_now("?q=same");
    assert_eq!(n_entries(), before);
}

#[wasm_bindgen_test]
fn a_history_that_refuses_leaves_the_address_as_it_is() {
    start_at("/?q=kept");
    javascript("history.pushState = () => { throw new DOMException('no', 'SecurityError'); }");
    push_now("?q=new");
    javascript("delete history.pushState");
    assert_eq!(location::query(), "?q=kept");
}

#[wasm_bindgen_test]
fn path_and_hash_belong_to_the_host_and_stay() {
    start_at("/some/where?q=old#?secret=1");
    push_now("?q=new");
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
async fn a_choice_is_written_after_it_is_painted_as_an_entry_of_its_own() {
    start_at("/");
    let before = n_entries();
    Writer::default().push("?view=result");
    assert_eq!(location::query(), "", "first it is painted");
    TimeoutFuture::new(AFTER_THE_PAUSE).await;
    assert_eq!(location::query(), "?view=result");
    assert_eq!(n_entries(), before + 1);
}

#[wasm_bindgen_test]
async fn choices_and_typing_that_follow_each_other_quickly_keep_their_entries() {
    start_at("/");
    let before = n_entries();
    let writer = Writer::default();
    writer.push("?f.language=ruby");
    writer.push("?f.language=ruby,python");
    assert_eq!(location::query(), "?f.language=ruby", "the first one is written before");
    writer.replace_soon("?q=typed");
    assert_eq!(location::query(), "?f.language=ruby,python");
    TimeoutFuture::new(AFTER_THE_PAUSE).await;
    assert_eq!(location::query(), "?q=typed");
    assert_eq!(n_entries(), before + 2);
}

#[wasm_bindgen_test]
fn a_page_that_is_left_is_noticed() {
    let left = Rc::new(Cell::new(0));
    let listener = location::listen(|_| (), {
        let left = Rc::clone(&left);
        move || left.set(left.get() + 1)
    });
    javascript("dispatchEvent(new Event('pagehide'))");
    drop(listener);
    javascript("dispatchEvent(new Event('pagehide'))");
    assert_eq!(left.get(), 1);
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
    assert!(writer.follow("?q=elsewhere"));
    TimeoutFuture::new(AFTER_THE_PAUSE).await;
    assert_eq!(location::query(), "?q=kept");
}

#[wasm_bindgen_test]
async fn another_hash_is_no_navigation_and_what_is_typed_is_still_written() {
    start_at("/");
    let writer = Writer::default();
    writer.push("?view=fit");
    writer.flush();
    writer.replace_soon("?q=typed");
    assert!(!writer.follow("?view=fit"));
    writer.flush();
    assert_eq!(location::query(), "?q=typed");
    assert!(!writer.follow("?q=typed"));
    assert!(writer.follow("?view=fit"));
}

#[wasm_bindgen_test]
async fn a_choice_replaces_the_entry_of_the_step_before_it() {
    start_at("/");
    let before = n_entries();
    let writer = Writer::default();
    writer.push("?view=fit");
    writer.replace("?view=fit&a.language=python");
    writer.replace("?view=fit&a.language=ruby");
    writer.flush();
    assert_eq!(location::query(), "?view=fit&a.language=ruby");
    assert_eq!(n_entries(), before + 1);
}

#[wasm_bindgen_test]
async fn a_page_is_named_with_the_entry_that_it_is_named_for() {
    start_at("/");
    javascript(
        "document.head.insertAdjacentHTML('beforeend', '<link rel=canonical href=\"https://example.org/?old=1\">')",
    );
    let document = window().document().expect("a document");
    let canonical = || {
        let link = document.query_selector("link[rel=canonical]").expect("a selector");
        link.and_then(|link| link.get_attribute("href")).expect("an address")
    };
    let writer = Writer::default();
    writer.name("First".to_owned(), "?open=django".to_owned());
    assert_eq!(
        (document.title(), canonical()),
        ("First".to_owned(), "https://example.org/?open=django".to_owned())
    );
    writer.push("?view=fit");
    writer.name("Second".to_owned(), String::new());
    assert_eq!(document.title(), "First", "the present entry keeps its title");
    writer.flush();
    assert_eq!(
        (document.title(), canonical()),
        ("Second".to_owned(), "https://example.org/".to_owned())
    );
}

#[wasm_bindgen_test]
async fn the_back_button_finds_what_was_typed_before_a_choice() {
    start_at("/");
    let heard = Rc::new(RefCell::new(Vec::new()));
    let listener = location::listen(
        {
            let heard = Rc::clone(&heard);
            move |query| heard.borrow_mut().push(query)
        },
        || (),
    );
    let writer = Writer::default();
    writer.replace_soon("?q=typed");
    writer.push("?view=result");
    writer.flush();
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
