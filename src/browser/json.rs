//! Converts JavaScript values to JSON, and messages to JavaScript values.
//!
//! Only plain data is accepted: no objects other than `{…}`, no fractions, nothing long or deeply
//! nested. Anything else is not a valid message.

use js_sys::{JSON, JsString, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::domain::message::{JsonValue, Outgoing};

/// The maximum nesting depth of a message.
const DEEPEST: u8 = 2;
/// The maximum number of values in an object of a message.
const MOST_VALUES: u32 = 16;
/// The maximum length of a text in a message.
const LONGEST_TEXT: u32 = 256;

/// A message as a JavaScript value; undefined if it is not valid JSON, which own messages always
/// are.
#[must_use]
pub fn write(message: &Outgoing) -> JsValue {
    match message {
        Outgoing::Object(json) => JSON::parse(json).unwrap_or(JsValue::UNDEFINED),
        Outgoing::Text(text) => text.into(),
    }
}

/// A JavaScript value as JSON: whole numbers, short texts, and plain objects.
#[must_use]
pub fn read(value: &JsValue) -> JsonValue {
    read_to(value, DEEPEST)
}

fn read_to(value: &JsValue, deepest: u8) -> JsonValue {
    if let Some(number) = value.as_f64() {
        #[expect(clippy::cast_possible_truncation, reason = "what is cut off is not accepted")]
        let whole = number as i32;
        return if *value == whole { JsonValue::Number(whole) } else { JsonValue::Other };
    }
    if let Some(text) = value.dyn_ref::<JsString>() {
        let is_short = text.length() <= LONGEST_TEXT;
        return if is_short { JsonValue::Text(text.into()) } else { JsonValue::Other };
    }
    let Some(object) = value.dyn_ref::<Object>().filter(|_| deepest > 0) else {
        return JsonValue::Other;
    };
    let is_plain = Object::get_prototype_of(object) == Object::get_prototype_of(&Object::new());
    let names = Object::keys(object);
    if !is_plain || names.length() > MOST_VALUES {
        return JsonValue::Other;
    }
    let values = names.iter().filter_map(|name| {
        let value = Reflect::get(object, &name).ok()?;
        Some((name.as_string()?, read_to(&value, deepest - 1)))
    });
    JsonValue::Object(values.collect())
}
