//! The page around: what it is told, what it may change, and whom else nobody listens to.
//!
//! Another window plays the page around: that of a frame in the page of the tests. It writes down what it
//! is told, and it is told as a real one is.

use gloo::timers::future::TimeoutFuture;
use stackfit::browser::appearance;
use stackfit::browser::host::{self, Host};
use stackfit::browser::json::{read, write};
use stackfit::domain::message::{self, JsonValue, Outgoing, parse};
use stackfit::domain::settings::{Settings, Theme};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Window};

use crate::{Markup, document, javascript, start_at};
use test_support::json::HOSTILE;

/// Longer than a message and a timer of no length take, in milliseconds.
const SOON: u32 = 60;

/// A value that some JavaScript makes.
fn value(code: &str) -> JsValue {
    let code = format!("return ({code})");
    js_sys::Function::new_no_args(&code).call0(&JsValue::NULL).expect("the test's own code runs")
}

/// The page around, played by a frame, and something whose height is told.
struct Around {
    _markup: Markup,
    host: Host,
}

impl Around {
    /// A page around that listens, and a page of some height.
    fn new(settings: &Settings) -> Self {
        let markup = Markup::new("<iframe id=around></iframe><div id=root></div>");
        javascript(
            "window.around = document.getElementById('around').contentWindow; around.heard = [];
             around.addEventListener('message', (it) => around.heard.push([it.data, it.origin]));
             document.getElementById('root').style.height = '300.2px'",
        );
        let host = Host::default();
        let window: Window = value("around").unchecked_into();
        let root: Element = document().get_element_by_id("root").expect("it is there");
        host.connect_to(window, root, settings);
        Self { _markup: markup, host }
    }

    /// Lets it say something, as JavaScript.
    fn say(data: &str) {
        // The source of a message is the window whose function posts it.
        javascript(&format!("around.eval(`parent.postMessage({data}, '*')`)"));
    }

    /// What it was told since the last time, as JSON.
    async fn heard() -> String {
        TimeoutFuture::new(SOON).await;
        let json = value("JSON.stringify(around.heard.splice(0).map((it) => it[0]))");
        json.as_string().expect("a text")
    }
}

impl Drop for Around {
    fn drop(&mut self) {
        self.host.disconnect();
        appearance::apply(&Settings::default());
        appearance::keep_in_sight(0, 0);
    }
}

fn style(property: &str) -> String {
    let root = "document.documentElement";
    value(&format!("{root}.style.getPropertyValue('{property}')")).as_string().expect("a text")
}

fn attribute(name: &str) -> Option<String> {
    document().document_element().expect("a page has a root").get_attribute(name)
}

#[wasm_bindgen_test]
fn no_hostile_message_is_heard() {
    let beyond_json = [
        "undefined",
        "1n",
        "Symbol('stackfit')",
        "() => 1",
        "new Date(1)",
        "new Map([['stackfit', { v: 1, type: 'hello' }]])",
        "new Set(['stackfit'])",
        "new Error('stackfit')",
        "Object.assign([], { stackfit: { v: 1, type: 'hello' } })",
        "Object.assign(new Date(1), { stackfit: { v: 1, type: 'hello' } })",
        "Object.create({ stackfit: { v: 1, type: 'hello' } })",
        "({ stackfit: Object.create({ v: 1, type: 'hello' }) })",
        "({ stackfit: new Map([['v', 1], ['type', 'hello']]) })",
        "({ stackfit: { v: new Number(1), type: 'hello' } })",
        "({ stackfit: { v: 1, type: new String('hello') } })",
        "({ stackfit: { v: 1n, type: 'hello' } })",
        "({ stackfit: { v: NaN, type: 'hello' } })",
        "({ stackfit: { v: 1, type: 'hello'.repeat(1e6) } })",
        "({ stackfit: { v: 1, type: 'viewport', top: Infinity, height: 1 } })",
        "(() => { const it = {}; it.stackfit = it; it.v = 1; it.type = 'hello'; return it })()",
        "Object.fromEntries([...Array(1e4).keys()].map((key) => [key, 1]).concat([['stackfit', 1]]))",
        "({ stackfit: { v: 1, type: 'hello', ...Object.fromEntries([...Array(50).keys()].entries()) } })",
        "new ArrayBuffer(8)",
        "new Uint8Array(8)",
    ];
    let table = HOSTILE.iter().chain(&beyond_json);
    for code in table {
        let heard = parse(&read(&value(code)), &Settings::default(), Some("abcDEF1234"));
        assert_eq!(heard, None, "{code}");
    }
}

#[wasm_bindgen_test]
fn a_message_goes_out_as_an_object_and_plain_data_comes_in() {
    let text = |text: &str| JsonValue::Text(text.to_owned());
    let expected = JsonValue::Object(vec![(
        "stackfit".to_owned(),
        JsonValue::Object(vec![
            ("v".to_owned(), JsonValue::Number(1)),
            ("type".to_owned(), text("state")),
            ("query".to_owned(), text("?q=\"ä")),
        ]),
    )]);
    assert_eq!(read(&write(&message::state("?q=\"ä"))), expected);
    assert_eq!(read(&write(&Outgoing::Text("{}".to_owned()))), text("{}"));
    assert_eq!(read(&write(&Outgoing::Object("no".to_owned()))), JsonValue::Other);
    for (code, expected) in [
        ("1.0", JsonValue::Number(1)),
        ("-0", JsonValue::Number(0)),
        ("1.5", JsonValue::Other),
        ("2 ** 31", JsonValue::Other),
        ("''", text("")),
        ("'x'.repeat(256)", text(&"x".repeat(256))),
        ("'x'.repeat(257)", JsonValue::Other),
        ("null", JsonValue::Other),
        ("[1]", JsonValue::Other),
    ] {
        assert_eq!(read(&value(code)), expected, "{code}");
    }
}

#[wasm_bindgen_test]
fn a_page_that_stands_alone_tells_nobody() {
    let host = Host::default();
    host.connect(&Settings::default());
    host.show("?q=a", "");
    host::tell_error("wasm");
    host.disconnect();
    assert!(format!("{host:?}").contains("is_connected: false"));
}

#[wasm_bindgen_test]
async fn the_height_is_told_at_the_start_and_when_it_changes_but_for_a_pixel_less() {
    start_at("/x/?compact=yes");
    let _around = Around::new(&Settings::default());
    let heard = Around::heard().await;
    assert!(heard.contains(r#"{"stackfit":{"v":1,"type":"ready","height":301,"app":""#), "{heard}");
    assert!(heard.contains(r#"{"stackfit":{"v":1,"type":"resize","height":301}}"#), "{heard}");
    assert!(heard.contains(r#"{"sentinel":"amp","type":"embed-size","height":301}"#), "{heard}");
    assert!(heard.contains(r#"/x/?compact=yes\",\"context\":\"iframe.resize\""#), "{heard}");
    assert_eq!(heard.matches("\"ready\"").count(), 1, "{heard}");
    let resize = |height: &str| {
        javascript(&format!("document.getElementById('root').style.height = '{height}'"));
    };
    resize("301.9px");
    let heard = Around::heard().await;
    assert!(heard.contains(r#""type":"resize","height":302"#), "it would scroll: {heard}");
    resize("301px");
    assert_eq!(Around::heard().await, "[]", "a pixel less is not worth it");
    resize("100px");
    resize("900px");
    let heard = Around::heard().await;
    assert!(heard.contains("900") && !heard.contains("100}"), "{heard}");
    assert_eq!(heard.matches("stackfit").count(), 1, "once for both changes: {heard}");
    resize("0px");
    assert_eq!(Around::heard().await, "[]", "hidden is no height");
    start_at("/");
}

#[wasm_bindgen_test]
async fn other_embedders_are_answered_in_their_own_dialect() {
    start_at("/#?secret=abcDEF1234");
    let _around = Around::new(&Settings::default());
    let heard = Around::heard().await;
    let wordpress = r#"{"message":"height","value":301,"secret":"abcDEF1234"}"#;
    assert!(heard.contains(wordpress) && !heard.contains("iframe-resized"), "{heard}");
    for question in [
        "{ message: 'ready', secret: 'abcDEF1234' }",
        "{ sentinel: 'amp', type: 'frames-init' }",
        "{ stackfit: { v: 1, type: 'hello' } }",
    ] {
        Around::say(question);
        let heard = Around::heard().await;
        assert!(heard.contains(wordpress) && heard.contains("embed-size"), "{question}: {heard}");
    }
    Around::say("{ message: 'ready', secret: '0000000000' }");
    assert_eq!(Around::heard().await, "[]");
    Around::say("{ type: 'iframe-child-init' }");
    let heard = Around::heard().await;
    assert!(heard.contains(r#"{"type":"iframe-resized","width":"#), "{heard}");
    start_at("/");
}

#[wasm_bindgen_test]
async fn a_host_changes_colours_and_text_and_is_told_what_it_may_not() {
    let _around = Around::new(&Settings { accent: Some("00ff00".into()), ..Settings::default() });
    Around::heard().await;
    Around::say("{ stackfit: { v: 1, type: 'config', theme: 'dark', accent: '#336699' } }");
    assert_eq!(Around::heard().await, "[]");
    assert_eq!(attribute("data-theme").as_deref(), Some("dark"));
    assert_eq!(style("--host-accent"), "#336699");
    Around::say("{ stackfit: { v: 1, type: 'config', 'text-size': 20, theme: 'url(x)' } }");
    let heard = Around::heard().await;
    assert!(heard.contains(r#"{"stackfit":{"v":1,"type":"error","code":"param"}}"#), "{heard}");
    assert_eq!(style("--host-text-size"), "20px");
    assert_eq!(attribute("data-theme").as_deref(), Some("dark"), "it stays");
    Around::say("{ stackfit: { v: 1, type: 'viewport', top: 640, height: 800 } }");
    Around::heard().await;
    assert_eq!(
        (style("--host-top"), style("--host-end")),
        ("640px".to_owned(), "1440px".to_owned())
    );
    Around::say("{ stackfit: { v: 1, type: 'viewport', top: -300, height: 800 } }");
    Around::heard().await;
    assert_eq!((style("--host-top"), style("--host-end")), ("0px".to_owned(), "500px".to_owned()));
    Around::say("{ stackfit: { v: 1, type: 'config', theme: 'auto', accent: '' } }");
    Around::heard().await;
    assert_eq!((attribute("data-theme"), attribute("data-accent")), (None, None));
    assert_eq!(style("--host-accent"), "");
}

#[wasm_bindgen_test]
async fn without_a_theme_the_page_looks_as_the_page_around_says() {
    let around = |scheme: &str| {
        let place = "type: 'viewport', top: 0, height: 800";
        Around::say(&format!("{{ stackfit: {{ v: 1, {place}, scheme: '{scheme}' }} }}"));
    };
    let _around = Around::new(&Settings::default());
    Around::heard().await;
    around("dark");
    let heard = Around::heard().await;
    assert!(heard.contains("resize"), "who says what is in sight listens: {heard}");
    assert_eq!(attribute("data-theme").as_deref(), Some("dark"));
    around("light");
    assert_eq!(Around::heard().await, "[]", "that was said before");
    assert_eq!(attribute("data-theme").as_deref(), Some("light"));
    // A theme that the host chooses is not a guess.
    Around::say("{ stackfit: { v: 1, type: 'config', theme: 'dark' } }");
    around("light");
    Around::heard().await;
    assert_eq!(attribute("data-theme").as_deref(), Some("dark"));
    Around::say("{ stackfit: { v: 1, type: 'config', theme: 'auto' } }");
    Around::heard().await;
    assert_eq!(attribute("data-theme").as_deref(), Some("light"), "what is around is remembered");
    Around::say("{ stackfit: { v: 1, type: 'viewport', top: 0, height: 800 } }");
    Around::heard().await;
    assert_eq!(attribute("data-theme"), None, "a host that does not say it");
}

#[wasm_bindgen_test]
async fn what_the_page_around_said_before_is_repeated_once_somebody_listens() {
    javascript(
        "window.listened = 0; window.reported = 0;
         addEventListener('stackfit-reported', () => { reported += 1 });
         addEventListener('stackfit-listens', () => {
             listened += 1;
             const data = { stackfit: { v: 1, type: 'config', theme: 'dark' } };
             dispatchEvent(new MessageEvent('message', { data, source: around }))
         }, { once: true })",
    );
    let _around = Around::new(&Settings::default());
    assert_eq!(attribute("data-theme").as_deref(), Some("dark"), "at once");
    Around::heard().await;
    assert_eq!(
        value("listened === 1 && reported > 0"),
        JsValue::TRUE,
        "and the height was reported"
    );
}

#[wasm_bindgen_test]
async fn nobody_but_the_window_around_is_heard() {
    let _around = Around::new(&Settings::default());
    Around::heard().await;
    javascript("postMessage({ stackfit: { v: 1, type: 'config', theme: 'dark' } }, '*')");
    let _other = Markup::new("<iframe id=other></iframe>");
    javascript(
        "document.getElementById('other').contentWindow.eval(
            `parent.postMessage({ stackfit: { v: 1, type: 'config', theme: 'dark' } }, '*')`)",
    );
    javascript(
        "dispatchEvent(new MessageEvent('message',
            { data: { stackfit: { v: 1, type: 'config', theme: 'dark' } } }))",
    );
    assert_eq!(Around::heard().await, "[]");
    assert_eq!(attribute("data-theme"), None);
}

#[wasm_bindgen_test]
async fn what_is_shown_is_for_a_host_that_asked_and_said_hello() {
    let asked = Settings { emits_state: true, theme: Theme::Auto, ..Settings::default() };
    let hello = "{ stackfit: { v: 1, type: 'hello' } }";
    let around = Around::new(&asked);
    around.host.show("?q=a", "");
    assert!(!Around::heard().await.contains("state"), "it did not say hello");
    Around::say(hello);
    let heard = Around::heard().await;
    assert!(heard.contains(r#"{"stackfit":{"v":1,"type":"state","query":"?q=a"}}"#), "{heard}");
    around.host.show("?open=django", "django");
    let heard = Around::heard().await;
    assert!(heard.contains(r#""query":"?open=django""#), "{heard}");
    assert!(heard.contains(r#"{"stackfit":{"v":1,"type":"open","id":"django"}}"#), "{heard}");
    around.host.show("?open=django", "django");
    assert_eq!(Around::heard().await, "[]", "nothing new");
    drop(around);

    let around = Around::new(&Settings::default());
    around.host.show("?q=a", "django");
    Around::say(hello);
    let heard = Around::heard().await;
    assert!(!heard.contains("state") && !heard.contains("django"), "it did not ask: {heard}");
}
