//! The schema of an entry: one fact for each criterion, with the values of its scale.
//!
//! Whether a fact names a source that exists is left to `catalog check`.

use serde_json::{Value, json};
use stackfit::authoring::{PackageKind, Vocabulary, limits};
use stackfit::domain::catalog::{Criterion, Kind, Scale};

use super::{address, date, day, definition, file, id, list, object, short, table, text, word};

/// The schema.
pub(super) fn schema(known: &Vocabulary) -> Value {
    let required = ["id", "name", "summary", "site", "repository", "sources", "facts"];
    let fields = json!({
        "id": id("The name of the file, without its ending."),
        "name": short(limits::NAME, "The name people use."),
        "aliases": {
            "type": "array",
            "items": text("A name."),
            "uniqueItems": true,
            "description": "Other names people search for.",
        },
        "summary": short(limits::SUMMARY, "What it is, one sentence."),
        "site": address("Its home page."),
        "repository": address("Its source code."),
        "start": page("The project's own page of first steps."),
        "package": table(&["kind", "name"], json!({
            "kind": word(PackageKind::ALL.map(|(word, _)| word), "The client that knows its versions."),
            "name": text("Its name, as that client takes it."),
        })),
        "drawbacks": list(table(&["text", "source"], json!({
            "text": short(limits::NOTE, "A reason not to choose it, one sentence."),
            "source": definition("cited"),
        }))),
        "sources": {
            "type": "object",
            "description": "Every page that was read, once; facts name it by its key.",
            "additionalProperties": page("A page that was read."),
        },
        "facts": facts(known),
    });
    let mut definitions = json!({
        "cited": {
            "description": "A key of [sources], or a list of keys.",
            "anyOf": [
                { "type": "string", "minLength": 1 },
                { "type": "array", "items": { "type": "string" }, "minItems": 1, "uniqueItems": true },
            ],
        },
        "backed": backed(&["source"]),
        "backed-provision": backed(&["source", "by"]),
        "backed-view": backed(&["source", "note"]),
        "by": short(limits::BY, "What provides it: a package, a module, a command."),
        "note": short(limits::NOTE, "One line of explanation, in your own words."),
        "of": date("The day of a figure that was already old when it was read; its age is counted from there."),
        "checked": day("The day on which it was looked for, where that is not its source's."),
    });
    for scale in &known.scales {
        definitions[format!("scale-{}", scale.id)] = values(scale);
    }
    file(&format!("A {} of the catalog", known.one), &required, fields, definitions)
}

/// A page with the day on which it was read.
fn page(means: &str) -> Value {
    let mut page = table(
        &["title", "url", "checked"],
        json!({
            "title": short(limits::SOURCE, "What the page is called."),
            "url": address("Its address."),
            "checked": day("The day on which it was read."),
        }),
    );
    page["description"] = json!(means);
    page
}

/// The values of a scale, with their meanings.
fn values(scale: &Scale) -> Value {
    let ids: Vec<_> = scale.values.iter().map(|value| value.id.as_ref()).collect();
    let meanings = scale.values.iter().map(|value| {
        let means = if value.means.is_empty() { &value.label } else { &value.means };
        format!("{}: {means}", value.id)
    });
    json!({ "enum": ids, "description": meanings.collect::<Vec<_>>().join("\n") })
}

fn facts(known: &Vocabulary) -> Value {
    let facts = known.criteria.iter().map(|one| (one.id.to_string(), fact(known, one)));
    let required: Vec<_> = known.criteria.iter().map(|criterion| criterion.id.as_ref()).collect();
    table(&required, object(facts))
}

fn fact(known: &Vocabulary, criterion: &Criterion) -> Value {
    let mut schema = table(
        &["value"],
        json!({
            "value": value(known, criterion),
            "by": definition("by"),
            "source": definition("cited"),
            "checked": definition("checked"),
            "of": definition("of"),
            "note": definition("note"),
        }),
    );
    schema["title"] = json!(&*criterion.label);
    schema["description"] = json!(&*criterion.means);
    let backed = if known.is_provision(criterion) {
        "backed-provision"
    } else if criterion.editorial {
        "backed-view"
    } else {
        "backed"
    };
    schema["allOf"] = json!([definition(backed)]);
    schema
}

/// The required fields of a fact: more if it is known, more if it names a provider, and a note with
/// the reason if it is the editors' view.
fn backed(needed: &[&str]) -> Value {
    let is = |value: &str| json!({ "value": { "const": value } });
    let mut ways = vec![
        json!({ "properties": is("unknown"), "required": ["source"] }),
        json!({ "properties": is("unknown"), "required": ["checked"] }),
        json!({ "required": needed }),
    ];
    if needed.contains(&"by") {
        ways.push(json!({ "properties": is("none"), "required": ["source"] }));
    }
    json!({ "anyOf": ways })
}

fn value(known: &Vocabulary, criterion: &Criterion) -> Value {
    let unknown =
        json!({ "const": "unknown", "description": "Nobody knows, or sources disagree." });
    let scale = known.scale_of(criterion).map(|scale| definition(&format!("scale-{}", scale.id)));
    match (criterion.kind, scale) {
        (Kind::One(_), Some(scale)) => json!({ "anyOf": [scale, unknown] }),
        (Kind::Many(_), Some(scale)) => {
            let many = json!({ "type": "array", "items": scale, "uniqueItems": true });
            json!({ "anyOf": [many, unknown] })
        }
        (Kind::Date, _) => json!({
            "type": "string",
            "pattern": "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|unknown)$",
            "description": "A date such as 2005-07-21, 2005-07 or 2005, in quotes, or unknown.",
        }),
        _ => text("A text, or unknown."),
    }
}
