//! Messages written as JSON, and a table of such as nobody should listen to.
//!
//! It stands for the structured clone that a browser makes of a message: what JSON cannot say is only
//! in the tests that run in a browser.

/// Messages that mean nothing: malformed, of another kind, of another version, too much.
pub const HOSTILE: [&str; 45] = [
    "null",
    "true",
    "0",
    "1e999999",
    "\"\"",
    "\"stackfit\"",
    "\"{\\\"stackfit\\\":{\\\"v\\\":1,\\\"type\\\":\\\"hello\\\"}}\"",
    "[]",
    "[{\"stackfit\":{\"v\":1,\"type\":\"hello\"}}]",
    "{}",
    "{\"stackfit\":null}",
    "{\"stackfit\":1}",
    "{\"stackfit\":\"hello\"}",
    "{\"stackfit\":[]}",
    "{\"stackfit\":{}}",
    "{\"stackfit\":{\"type\":\"hello\"}}",
    "{\"stackfit\":{\"v\":1}}",
    "{\"stackfit\":{\"v\":2,\"type\":\"hello\"}}",
    "{\"stackfit\":{\"v\":0,\"type\":\"hello\"}}",
    "{\"stackfit\":{\"v\":1.5,\"type\":\"hello\"}}",
    "{\"stackfit\":{\"v\":\"1\",\"type\":\"hello\"}}",
    "{\"stackfit\":{\"v\":[1],\"type\":\"hello\"}}",
    "{\"stackfit\":{\"v\":1,\"type\":\"HELLO\"}}",
    "{\"stackfit\":{\"v\":1,\"type\":[\"hello\"]}}",
    "{\"stackfit\":{\"v\":1,\"type\":{\"toString\":\"hello\"}}}",
    "{\"stackfit\":{\"v\":1,\"type\":\"ready\",\"height\":100}}",
    "{\"stackfit\":{\"v\":1,\"type\":\"resize\",\"height\":100}}",
    "{\"stackfit\":{\"v\":1,\"type\":\"navigate\",\"url\":\"https://example.org\"}}",
    "{\"stackfit\":{\"v\":1,\"type\":\"html\",\"html\":\"<img src=x onerror=1>\"}}",
    "{\"stackfit\":{\"v\":1,\"type\":\"viewport\"}}",
    "{\"stackfit\":{\"v\":1,\"type\":\"viewport\",\"top\":0}}",
    "{\"stackfit\":{\"v\":1,\"type\":\"viewport\",\"top\":0,\"height\":-1}}",
    "{\"stackfit\":{\"v\":1,\"type\":\"viewport\",\"top\":1e15,\"height\":1}}",
    "{\"stackfit\":{\"v\":1,\"type\":\"viewport\",\"top\":0.5,\"height\":1}}",
    "{\"stackfit\":{\"v\":1,\"type\":\"viewport\",\"top\":\"0\",\"height\":\"1\"}}",
    "{\"stackfit\":{\"v\":1,\"type\":\"hello\"},\"type\":\"iframe-child-init\"}",
    "{\"Stackfit\":{\"v\":1,\"type\":\"hello\"}}",
    "{\"stackfit \":{\"v\":1,\"type\":\"hello\"}}",
    "{\"__proto__\":{\"stackfit\":{\"v\":1,\"type\":\"hello\"}}}",
    "{\"giscus\":{\"setConfig\":{\"theme\":\"dark\"}}}",
    "{\"sentinel\":\"amp\",\"type\":\"embed-size\",\"height\":100}",
    "{\"sentinel\":\"amp\",\"type\":\"frames-init\",\"message\":\"ready\"}",
    "{\"message\":\"ready\",\"secret\":\"0000000000\"}",
    "{\"message\":\"link\",\"value\":\"javascript:1\",\"secret\":\"abcDEF1234\"}",
    "{\"type\":\"iframe-resized\",\"width\":1,\"height\":1}",
];

/// A JSON text as plain data.
#[cfg(not(target_arch = "wasm32"))]
pub fn plain(json: &str) -> stackfit::domain::message::JsonValue {
    use stackfit::domain::message::JsonValue;

    fn of(value: &serde_json::Value) -> JsonValue {
        match value {
            serde_json::Value::Number(number) => {
                let whole = number.as_i64().and_then(|whole| i32::try_from(whole).ok());
                whole.map_or(JsonValue::Other, JsonValue::Number)
            }
            serde_json::Value::String(text) => JsonValue::Text(text.clone()),
            serde_json::Value::Object(values) => JsonValue::Object(
                values.iter().map(|(name, value)| (name.clone(), of(value))).collect(),
            ),
            _ => JsonValue::Other,
        }
    }
    serde_json::from_str(json).map_or(JsonValue::Other, |value| of(&value))
}
