//! Messages between the page and its host: what is heard, and what goes out.
//!
//! No window is here; `tests/wasm/host.rs` reads real values, and the tests of the built page frame it.

use stackfit::domain::message::{
    Incoming, Outgoing, Size, error, heights, is_news, open, parse, ready, secret, source, state,
};
use stackfit::domain::settings::{Settings, Theme};

use serde_json::{Value, json};
use test_support::json::{HOSTILE, plain};

/// What the page is set to before a message.
fn present() -> Settings {
    Settings { compact: true, accent: Some("336699".to_owned()), ..Settings::default() }
}

fn heard(json: &str) -> Option<Incoming> {
    parse(&plain(json), &present(), Some("abcDEF1234"))
}

/// What a change of the settings leads to, and whether all of it was understood.
fn changed(json: &str) -> (Settings, bool) {
    match heard(json) {
        Some(Incoming::Config { settings, is_whole }) => (settings, is_whole),
        other => panic!("{json}: {other:?}"),
    }
}

#[test]
fn a_hostile_or_malformed_message_is_not_heard() {
    assert!(HOSTILE.len() >= 30);
    for json in HOSTILE {
        assert_eq!(heard(json), None, "{json}");
    }
}

#[test]
fn each_message_is_heard() {
    for (json, expected) in [
        (r#"{"stackfit":{"v":1,"type":"hello"}}"#, Incoming::Hello),
        (r#"{"stackfit":{"v":1,"type":"hello","more":{}}}"#, Incoming::Hello),
        (
            r#"{"stackfit":{"v":1,"type":"viewport","top":-20,"height":900}}"#,
            Incoming::Viewport { top: -20, bottom: 880, scheme: Theme::Auto },
        ),
        (
            r#"{"stackfit":{"v":1,"type":"viewport","top":20,"height":0,"scheme":"dark"}}"#,
            Incoming::Viewport { top: 20, bottom: 20, scheme: Theme::Dark },
        ),
        (
            r#"{"stackfit":{"v":1,"type":"viewport","top":0,"height":1,"scheme":"url(x)"}}"#,
            Incoming::Viewport { top: 0, bottom: 1, scheme: Theme::Auto },
        ),
        (r#"{"sentinel":"amp","type":"frames-init"}"#, Incoming::HeightAsked),
        (r#"{"message":"ready","secret":"abcDEF1234"}"#, Incoming::HeightAsked),
        (r#"{"type":"iframe-child-init"}"#, Incoming::ResizerAsked),
        (r#"{"type":"iframe-get-child-dimensions"}"#, Incoming::ResizerAsked),
    ] {
        assert_eq!(heard(json), Some(expected), "{json}");
    }
}

#[test]
fn without_a_secret_wordpress_is_not_heard() {
    for json in [r#"{"message":"ready"}"#, r#"{"message":"ready","secret":""}"#] {
        assert_eq!(parse(&plain(json), &present(), None), None, "{json}");
    }
}

#[test]
fn a_host_changes_what_it_names_and_nothing_else() {
    let (settings, is_whole) =
        changed(r#"{"stackfit":{"v":1,"type":"config","theme":"dark","text-size":18}}"#);
    let expected = Settings { theme: Theme::Dark, text_size: Some(18), ..present() };
    assert_eq!((settings, is_whole), (expected, true));
    let (settings, is_whole) = changed(r#"{"stackfit":{"v":1,"type":"config","accent":""}}"#);
    assert_eq!((settings.accent, is_whole), (None, true), "an empty value is the default");
    assert_eq!(changed(r#"{"stackfit":{"v":1,"type":"config"}}"#), (present(), true));
}

#[test]
fn of_a_change_what_is_wrong_is_told_and_left_as_it_was() {
    for wrong in [
        r#""theme":"red""#,
        r#""theme":1"#,
        r#""theme":null"#,
        r#""theme":{"a":"dark"}"#,
        r#""accent":"url(javascript:1)""#,
        r#""accent":"red;background:url(x)""#,
        r#""accent":["336699"]"#,
        r#""text-size":400"#,
        r#""text-size":18.5"#,
        r#""text-size":-18"#,
        r#""text-size":"18px""#,
        r#""compact":"no""#,
        r#""only":"django""#,
        r#""disclosure":"<b>Buy</b>""#,
        r#""emit":"state""#,
        r#""lang":"xx""#,
        r#""css":"https://example.org/x.css""#,
        r#""__proto__":{"theme":"dark"}"#,
    ] {
        let json = format!(r#"{{"stackfit":{{"v":1,"type":"config",{wrong}}}}}"#);
        assert_eq!(changed(&json), (present(), false), "{wrong}");
        let json = format!(r#"{{"stackfit":{{"v":1,"type":"config",{wrong},"text-size":"14"}}}}"#);
        if !wrong.contains("text-size") {
            let expected = Settings { text_size: Some(14), ..present() };
            assert_eq!(changed(&json), (expected, false), "{wrong}");
        }
    }
}

/// What goes out; a text as a text.
fn value(message: &Outgoing) -> Value {
    match message {
        Outgoing::Object(json) => serde_json::from_str(json).expect("it is JSON"),
        Outgoing::Text(text) => text.clone().into(),
    }
}

#[test]
fn own_messages_have_one_name_a_version_and_a_type() {
    for (message, expected) in [
        (ready(720, "1.2.3"), json!({"v": 1, "type": "ready", "height": 720, "app": "1.2.3"})),
        (state("?q=a%20b"), json!({"v": 1, "type": "state", "query": "?q=a%20b"})),
        (open("django"), json!({"v": 1, "type": "open", "id": "django"})),
        (error("param"), json!({"v": 1, "type": "error", "code": "param"})),
    ] {
        assert_eq!(value(&message), json!({"stackfit": expected}));
    }
}

#[test]
fn the_height_is_told_in_every_dialect_that_may_be_understood() {
    let size =
        Size { height: 812, width: 640, source: "https://x/", secret: None, for_resizer: false };
    let common = [
        json!({"stackfit": {"v": 1, "type": "resize", "height": 812}}),
        json!({"sentinel": "amp", "type": "embed-size", "height": 812}),
        json!(r#"{"src":"https://x/","context":"iframe.resize","height":812}"#),
    ];
    let heights_of = |size: &Size<'_>| heights(size).iter().map(value).collect::<Vec<_>>();
    assert_eq!(heights_of(&size), common);
    let all = heights_of(&Size { secret: Some("abcDEF1234"), for_resizer: true, ..size });
    assert_eq!(all[..3], common);
    assert_eq!(
        all[3..],
        [
            json!({"message": "height", "value": 812, "secret": "abcDEF1234"}),
            json!({"type": "iframe-resized", "width": 640, "height": 812}),
        ]
    );
}

#[test]
fn no_text_breaks_out_of_the_message_that_it_stands_in() {
    let awkward = "https://x/\"\\,\u{0}\n\u{2028}";
    let expected = "https://x/\"\\,\u{2028}";
    let size = Size { height: 1, width: 1, source: awkward, secret: None, for_resizer: false };
    let Outgoing::Text(json) = &heights(&size)[2] else {
        panic!("the third dialect is a text");
    };
    let inside: Value = serde_json::from_str(json).unwrap();
    assert_eq!(inside, json!({"src": expected, "context": "iframe.resize", "height": 1}));
    assert_eq!(value(&state(awkward))["stackfit"]["query"], expected);
}

#[test]
fn a_pixel_less_is_not_told_and_one_more_is() {
    for (told, height, expected) in [
        (None, 1, true),
        (None, 0, false),
        (None, -5, false),
        (Some(500), 500, false),
        (Some(500), 501, true),
        (Some(500), 499, false),
        (Some(500), 502, true),
        (Some(500), 498, true),
        (Some(500), 0, false),
        (Some(i32::MIN), i32::MAX, true),
    ] {
        assert_eq!(is_news(told, height), expected, "{told:?} {height}");
    }
}

#[test]
fn the_secret_of_wordpress_is_ten_letters_and_digits() {
    assert_eq!(secret("#?secret=abcDEF1234").as_deref(), Some("abcDEF1234"));
    assert_eq!(secret("#?secret=abcDEF1234&x=1").as_deref(), Some("abcDEF1234"));
    for hash in ["", "#", "#secret", "#?secret=", "#?secret=abc", "#?secret=abc def123456", "#é"] {
        assert_eq!(secret(hash), None, "{hash}");
    }
    assert_eq!(secret("#?secret=äbcdefghij"), None);
}

#[test]
fn the_address_that_everybody_hears_has_no_answer_in_it() {
    let at = |query: &str| source("https://x/y/", query);
    assert_eq!(at(""), "https://x/y/");
    assert_eq!(
        at("?compact=yes&only.language=python"),
        "https://x/y/?compact=yes&only.language=python"
    );
    for query in ["?a.language=ruby", "?compact=yes&q=secret", "?must.box=auth", "?anything"] {
        assert_eq!(at(query), "https://x/y/", "{query}");
    }
}
