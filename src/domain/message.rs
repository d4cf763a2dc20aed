//! Messages between the page and its host page, as JSON.
//!
//! Own messages are `{"stackfit": {"v": 1, "type": …}}`. The height is also sent in the formats of
//! other embedders, so that it works on hosts that do not know this page. `docs/embedding.md` lists
//! them all.
//!
//! Sending is left to `browser::host`; `loading` and `focus` are sent by `framed.js`, because no program
//! is needed for them. A message never contains an answer or a text of the reader,
//! except for the query in [`state`], which is only sent to a host that asked for it.

use super::query;
use super::settings::{self, Settings, Theme};

/// The only key of every own message.
pub const NAMESPACE: &str = "stackfit";
/// The version of the messages.
const VERSION: i32 = 1;
/// The settings that a host may change while the page is open.
const CHANGEABLE: [&str; 3] = ["theme", "accent", "text-size"];
/// The limit of heights and offsets, in CSS pixels.
const FURTHEST: i32 = 1_000_000;
/// The length of the secret of a WordPress embed.
const SECRET_LENGTH: usize = 10;

/// JSON without floats, limited to what messages need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonValue {
    /// A whole number.
    Number(i32),
    /// A text.
    Text(String),
    /// Values by name.
    Object(Vec<(String, JsonValue)>),
    /// Anything else. No message contains it.
    Other,
}

impl JsonValue {
    /// The value under a name.
    fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(values) = self else {
            return None;
        };
        values.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The text under a name; empty if there is none.
    fn text(&self, name: &str) -> &str {
        match self.get(name) {
            Some(Self::Text(text)) => text,
            _ => "",
        }
    }

    /// The whole number under a name.
    fn number(&self, name: &str) -> Option<i32> {
        match self.get(name) {
            Some(Self::Number(number)) => Some(*number),
            _ => None,
        }
    }
}

/// A message of the host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// The host listens.
    Hello,
    /// The host changes some settings.
    Config {
        /// The settings after that.
        settings: Settings,
        /// Whether all of it was understood; the rest was ignored.
        is_whole: bool,
    },
    /// What of the page is visible, and what the page around looks like.
    Viewport {
        /// Where the visible part begins, from the top of the page, in CSS pixels; negative if the page
        /// starts below the edge of the window.
        top: i32,
        /// Where it ends.
        bottom: i32,
        /// Whether the page around is light or dark, if the host says it.
        scheme: Theme,
    },
    /// The host asks for the height in the format of AMP or WordPress, which are sent in any case.
    HeightAsked,
    /// The host asks for the height in the format of open-iframe-resizer, from now on.
    ResizerAsked,
}

/// The meaning of a message; none for everything that is not exactly a message.
#[must_use]
pub fn parse(message: &JsonValue, present: &Settings, secret: Option<&str>) -> Option<Incoming> {
    if let Some(own) = message.get(NAMESPACE) {
        let is_own = matches!(message, JsonValue::Object(values) if values.len() == 1);
        return if is_own { parse_own(own, present) } else { None };
    }
    match (message.text("type"), message.text("sentinel"), message.text("message")) {
        ("frames-init", "amp", "") => Some(Incoming::HeightAsked),
        ("", "", "ready") if secret == Some(message.text("secret")) => Some(Incoming::HeightAsked),
        ("iframe-child-init" | "iframe-get-child-dimensions", "", "") => {
            Some(Incoming::ResizerAsked)
        }
        _ => None,
    }
}

fn parse_own(own: &JsonValue, present: &Settings) -> Option<Incoming> {
    if own.number("v") != Some(VERSION) {
        return None;
    }
    match own.text("type") {
        "hello" => Some(Incoming::Hello),
        "config" => Some(parse_config(own, present)),
        "viewport" => {
            let height = own.number("height").filter(|height| (0..=FURTHEST).contains(height))?;
            let top = own.number("top").filter(|at| (-FURTHEST..=FURTHEST).contains(at))?;
            let scheme = Theme::named(own.text("scheme")).unwrap_or_default();
            Some(Incoming::Viewport { top, bottom: top + height, scheme })
        }
        _ => None,
    }
}

fn parse_config(own: &JsonValue, present: &Settings) -> Incoming {
    let mut settings = present.clone();
    let mut is_whole = true;
    let JsonValue::Object(values) = own else {
        return Incoming::Config { settings, is_whole };
    };
    for (name, value) in values {
        if name == "v" || name == "type" {
            continue;
        }
        let value = match value {
            JsonValue::Text(text) => text.clone(),
            JsonValue::Number(number) => number.to_string(),
            // No setting has such a value.
            JsonValue::Object(_) | JsonValue::Other => "\0".to_owned(),
        };
        is_whole &= CHANGEABLE.contains(&name.as_str()) && settings.set_plain(name, &value).is_ok();
    }
    Incoming::Config { settings, is_whole }
}

/// A message to the host page, as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outgoing {
    /// An object.
    Object(String),
    /// A text that itself is JSON.
    Text(String),
}

/// An own message. The value is JSON already.
fn own(kind: &str, name: &str, value: &str) -> Outgoing {
    let parts = ["{\"stackfit\":{\"v\":1,\"type\":\"", kind, "\",\"", name, "\":", value, "}}"];
    Outgoing::Object(parts.concat())
}

/// The page is ready, with its height. Its version consists of digits and dots.
#[must_use]
pub fn ready(height: i32, version: &str) -> Outgoing {
    own("ready", "height", &[&height.to_string(), ",\"app\":", &quoted(version)].concat())
}

/// What the reader looks at, as a query string of the page.
#[must_use]
pub fn state(query: &str) -> Outgoing {
    own("state", "query", &quoted(query))
}

/// The details of an entry were opened.
#[must_use]
pub fn open(id: &str) -> Outgoing {
    own("open", "id", &quoted(id))
}

/// An error: `data`, `wasm` or `param`, never free text.
#[must_use]
pub fn error(code: &str) -> Outgoing {
    own("error", "code", &quoted(code))
}

/// The data of a height report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size<'a> {
    /// The height of the content in CSS pixels.
    pub height: i32,
    /// The width of the content.
    pub width: i32,
    /// The page's address as far as the host knows it anyway, as returned by [`source`].
    pub source: &'a str,
    /// The secret of a WordPress embed.
    pub secret: Option<&'a str>,
    /// Whether open-iframe-resizer asked.
    pub for_resizer: bool,
}

/// The height in every supported format.
#[must_use]
pub fn heights(size: &Size<'_>) -> Vec<Outgoing> {
    let height = &*size.height.to_string();
    let source = quoted(size.source);
    let mut dialects = vec![
        own("resize", "height", height),
        Outgoing::Object(
            ["{\"sentinel\":\"amp\",\"type\":\"embed-size\",\"height\":", height, "}"].concat(),
        ),
        Outgoing::Text(
            ["{\"src\":", &source, ",\"context\":\"iframe.resize\",\"height\":", height, "}"]
                .concat(),
        ),
    ];
    if let Some(secret) = size.secret {
        let secret = quoted(secret);
        let parts = ["{\"message\":\"height\",\"value\":", height, ",\"secret\":", &secret, "}"];
        dialects.push(Outgoing::Object(parts.concat()));
    }
    if size.for_resizer {
        let width = size.width.to_string();
        let parts =
            ["{\"type\":\"iframe-resized\",\"width\":", &width, ",\"height\":", height, "}"];
        dialects.push(Outgoing::Object(parts.concat()));
    }
    dialects
}

/// Whether a height is worth sending. Every pixel more is, because a frame that is too low scrolls. One
/// pixel less may be the browser's rounding, and reporting it could make it change back.
#[must_use]
pub fn is_news(told: Option<i32>, height: i32) -> bool {
    height > 0 && told.is_none_or(|told| height > told || told.abs_diff(height) > 1)
}

/// The secret that WordPress puts into the hash of a frame's address.
#[must_use]
pub fn secret(hash: &str) -> Option<String> {
    let mut parts = hash.split(['#', '?', '&']);
    let after = parts.find_map(|part| part.strip_prefix("secret="))?;
    let secret = after.get(..SECRET_LENGTH)?;
    let is_secret = secret.bytes().all(|letter| letter.is_ascii_alphanumeric());
    is_secret.then(|| secret.to_owned())
}

/// The address by which a host can recognise its frame: with the query if that only contains
/// settings, and otherwise without, because the query would reveal the reader's answers.
#[must_use]
pub fn source(address: &str, query: &str) -> String {
    let pairs = query::pairs(query);
    let is_harmless = pairs.iter().all(|(name, _)| settings::is_parameter(name));
    if is_harmless { [address, query].concat() } else { address.to_owned() }
}

/// A text as JSON, without its control characters.
fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        if matches!(letter, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(letter);
    }
    quoted.push('"');
    quoted
}
