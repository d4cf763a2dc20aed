//! The schemas match the present criteria, accept what the check accepts, and reject mistakes.
//!
//! The validator here is partial: it knows the few keywords of JSON Schema that these schemas use
//! and fails on any other. It ignores patterns.

use serde_json::Value;
use stackfit::authoring::Files;

use super::*;
use crate::repository;

/// The paths of the violations in a value.
fn wrong(schema: &Value, root: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let fits = |schema: &Value| {
        let mut inner = Vec::new();
        wrong(schema, root, value, at, &mut inner);
        inner.is_empty()
    };
    let mut unless = |holds: bool, what: &str| {
        if !holds {
            found.push(format!("{at}: {what}"));
        }
    };
    let texts = |list: &Value| -> Vec<String> {
        let list = list.as_array().expect("a list").iter();
        list.map(|text| text.as_str().expect("a text").to_owned()).collect()
    };
    let n_letters = value.as_str().map(|text| text.chars().count() as u64);
    let n_items = value.as_array().map(|items| items.len() as u64);
    for (word, with) in schema.as_object().expect("a schema is an object") {
        let number = with.as_u64();
        match word.as_str() {
            // Keywords that do not constrain a value, and those that are handled below.
            "$schema"
            | "title"
            | "description"
            | "definitions"
            | "pattern"
            | "properties"
            | "additionalProperties"
            | "items" => {}
            "type" => {
                let is = match with.as_str().expect("one type") {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_u64(),
                    other => panic!("{other} is not used"),
                };
                unless(is, "another type");
            }
            "required" => {
                for name in texts(with) {
                    let is_there =
                        value.as_object().is_none_or(|fields| fields.contains_key(&name));
                    unless(is_there, &format!("{name} is missing"));
                }
            }
            "enum" => {
                unless(with.as_array().is_some_and(|all| all.contains(value)), "no such word");
            }
            "const" => unless(with == value, "another value"),
            "minLength" => unless(n_letters.is_none_or(|n| Some(n) >= number), "too short"),
            "maxLength" => unless(n_letters.is_none_or(|n| Some(n) <= number), "too long"),
            "minItems" => unless(n_items.is_none_or(|n| Some(n) >= number), "too few"),
            "maxItems" => unless(n_items.is_none_or(|n| Some(n) <= number), "too many"),
            "minimum" => unless(value.as_u64().is_none_or(|n| Some(n) >= number), "too small"),
            "maximum" => unless(value.as_u64().is_none_or(|n| Some(n) <= number), "too great"),
            "uniqueItems" => {
                let once = value.as_array().is_none_or(|items| {
                    (1..items.len()).all(|at| !items[..at].contains(&items[at]))
                });
                unless(once, "twice");
            }
            "anyOf" => {
                let ways = with.as_array().expect("a list");
                unless(ways.iter().any(fits), "no way fits");
            }
            "allOf" => {
                let parts = with.as_array().expect("a list");
                unless(parts.iter().all(fits), "not all fits");
            }
            "$ref" => {
                let name = with.as_str().and_then(|path| path.strip_prefix("#/definitions/"));
                let inner = &root["definitions"][name.expect("a definition")];
                assert!(inner.is_object(), "{with} is defined");
                unless(fits(inner), "not as defined");
            }
            other => panic!("{other} is not known"),
        }
    }
    if let Some(fields) = value.as_object() {
        for (name, inner) in fields {
            let known = &schema["properties"][name];
            let more = &schema["additionalProperties"];
            let at = format!("{at}.{name}");
            match (known.is_object(), more) {
                (true, _) => wrong(known, root, inner, &at, found),
                (false, Value::Object(_)) => wrong(more, root, inner, &at, found),
                (false, Value::Bool(false)) => found.push(format!("{at}: no such field")),
                (false, _) => {}
            }
        }
    }
    if let (Some(items), Some(of)) = (value.as_array(), schema.get("items")) {
        for (n, item) in items.iter().enumerate() {
            wrong(of, root, item, &format!("{at}[{n}]"), found);
        }
    }
}

/// A file as a schema sees it.
fn parsed(text: &str) -> Value {
    fn json(value: toml::Value) -> Value {
        match value {
            toml::Value::Table(table) => object(table.into_iter().map(|(k, v)| (k, json(v)))),
            toml::Value::Array(list) => list.into_iter().map(json).collect(),
            toml::Value::Datetime(day) => Value::String(day.to_string()),
            other => serde_json::to_value(other).expect("a plain value"),
        }
    }
    json(toml::Value::Table(text.parse().expect("it is TOML")))
}

/// The violations that the schemas find in a catalog.
fn refused(files: &Files, known: &Vocabulary) -> Vec<String> {
    let mut found = Vec::new();
    for (name, schema) in all(known) {
        let path = format!("{name}.toml");
        let paths = match name {
            "entry" => files.in_folder(&known.folder).map(ToOwned::to_owned).collect(),
            // A catalog can do without these.
            "cases" | "synonyms" | "marks" if files.get(&path).is_none() => Vec::new(),
            _ => vec![path],
        };
        for path in paths {
            let text = files.get(&path).expect("it is there").expect("it is text");
            wrong(&schema, &schema, &parsed(text), &path, &mut found);
        }
    }
    found
}

fn shipped() -> (Files, Vocabulary) {
    let files = Files::load(&repository::catalog()).unwrap();
    let known = Vocabulary::read(&files).unwrap();
    (files, known)
}

#[test]
fn the_schemas_beside_the_catalog_are_up_to_date() {
    let (_, known) = shipped();
    for (name, schema) in all(&known) {
        let path = repository::catalog().join(FOLDER).join(format!("{name}.schema.json"));
        let text = fs::read_to_string(&path).unwrap_or_default();
        let there: Value = serde_json::from_str(&text).unwrap_or_default();
        assert!(
            there == schema,
            "{} is not up to date; write it anew with `cargo stackfit catalog schema`",
            path.display()
        );
    }
}

#[test]
fn what_the_check_accepts_the_schemas_accept() {
    let (files, known) = shipped();
    assert_eq!(refused(&files, &known), [] as [String; 0]);
    for folder in
        ["tests/fixtures/catalog/base", "tests/fixtures/databases", "tests/fixtures/frameworks"]
    {
        let files = Files::load(&repository::root().join(folder)).unwrap();
        let known = Vocabulary::read(&files).unwrap();
        assert_eq!(refused(&files, &known), [] as [String; 0], "{folder}");
    }
}

#[test]
fn a_slip_is_refused_where_it_is() {
    let folder = repository::root().join("tests/fixtures/catalog");
    let base = Files::load(&folder.join("base")).unwrap();
    let known = Vocabulary::read(&base).unwrap();
    for (rule, path, place) in [
        ("missing-field", "faq.toml", "question is missing"),
        ("unknown-field", "faq.toml", "no such field"),
        ("wrong-type", "faq.toml", "another type"),
        ("too-long", "faq.toml", ""),
        ("bad-word", "questions.toml", "no such word"),
        ("utility-range", "questions.toml", "not as defined"),
        ("unknown-tag", "entries/beta.toml", "facts.tongue.value: no way fits"),
        ("placeholder", "entries/beta.toml", "facts.pages.value: no way fits"),
        ("missing-fact", "entries/beta.toml", "is missing"),
        ("missing-source", "entries/beta.toml", "facts.born: not all fits"),
        ("missing-reason", "entries/beta.toml", "facts.size: not all fits"),
        ("missing-provider", "entries/beta.toml", "facts.pages: not all fits"),
        ("repeated", "entries/alpha.toml", ""),
        ("broken-reference", "facets.toml", ""),
        ("contradiction", "cases.toml", ""),
    ] {
        let text = fs::read_to_string(folder.join("broken").join(rule).join(path)).unwrap();
        let mut files = base.clone();
        files.insert(path, &text);
        let found = refused(&files, &known);
        // The length of a common question is left to the check, and so is what was turned down.
        let is_left = ["too-long", "contradiction"].contains(&rule);
        assert_eq!(found.is_empty(), is_left, "{rule}: {found:?}");
        assert!(found.iter().all(|what| what.starts_with(path)), "{rule}: {found:?}");
        let is_named = found.iter().any(|what| what.contains(place));
        assert!(is_named || found.is_empty(), "{rule}: {found:?}");
    }
}
