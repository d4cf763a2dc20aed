//! The JSON Schema of a record as JSON. It is committed as `docs/record.schema.json`, and delivered with the
//! page.

use serde_json::{Value, json};

/// The schema.
#[expect(clippy::too_many_lines, reason = "it is one document, to be read as a whole")]
pub(super) fn schema() -> Value {
    let text = |what: &str| json!({ "type": "string", "minLength": 1, "description": what });
    let number = |what: &str| json!({ "type": "integer", "minimum": 0, "description": what });
    let numbers = json!({
        "type": "array",
        "items": { "type": "integer", "minimum": 1 },
        "description": "The numbers of its sources, from 1.",
    });
    let day = |what: &str| {
        json!({
            "type": "string",
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
            "description": what,
        })
    };
    let sentences = |what: &str| json!({ "type": "array", "items": { "type": "string", "minLength": 1 }, "description": what });
    let mut schema = table(&json!({
        "format": { "const": 1, "description": "The version of this format." },
        "title": text("What is decided."),
        "status": {
            "enum": ["proposed", "accepted"],
            "description": "accepted once somebody has named the choice.",
        },
        "date": day("The day of the record."),
        "catalog": table(&json!({
            "id": text("The id of the catalog."),
            "date": day("Its date."),
        })),
        "link": text("The link that opens the result; a query alone where the page has no address."),
        "question": text("What is asked."),
        "context": sentences("The circumstances."),
        "musts": list("must", "The must-haves."),
        "wishes": list("wish", "The answers that give points."),
        "options": list("considered", "Those that meet every must-have, the best first."),
        "unclear": list("not-ranked", "Those of which a must-have is not known."),
        "ruled_out": list("not-ranked", "Those that a must-have rules out."),
        "taken_out": list("named", "Those that were taken out beforehand."),
        "outcome": table(&json!({
            "choice": { "anyOf": [{ "$ref": "#/definitions/named" }, { "type": "null" }] },
            "is_first": { "type": "boolean", "description": "Whether the choice is on rank 1." },
            "because": text("Why it is chosen, or although what; or why nothing is."),
            "against": sentences("What speaks against a choice that is not first."),
        })),
        "consequences": { "anyOf": [{ "$ref": "#/definitions/arguments" }, { "type": "null" }] },
        "weighed": list("weighed", "What speaks for the best options and against them."),
        "firmness": sentences("How firm the result is."),
        "would_change": sentences("What would change it."),
        "confirmation": table(&json!({
            "by": { "anyOf": [day("The day by which to look again."), { "type": "null" }] },
            "volatile": list("fact", "Facts about the choice that change often."),
            "old": list("fact", "Facts that the choice rests on and that are over a year old."),
        })),
        "changed": sentences("What has changed since the link was made."),
        "sources": list("source", "The sources, by their numbers."),
    }));
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!("A decision record of Stackfit");
    let named = json!({ "id": text("Its id."), "name": text("Its name.") });
    let mut considered = named.clone();
    considered["rank"] = number("Its rank from 1; equals have the same.");
    considered["rank"]["minimum"] = json!(1);
    considered["tied"] =
        json!({ "type": "boolean", "description": "Whether another has the same points." });
    considered["points"] =
        json!({ "anyOf": [{ "$ref": "#/definitions/points" }, { "type": "null" }] });
    let mut not_ranked = named.clone();
    not_ranked["causes"] = sentences("The must-haves that fail, or that are not known.");
    let mut weighed = named.clone();
    weighed["arguments"] = json!({ "$ref": "#/definitions/arguments" });
    schema["definitions"] = json!({
        "must": table(&json!({
            "question": text("The id of its question."),
            "label": text("The label of its question."),
            "option": text("What has to be met."),
        })),
        "wish": table(&json!({
            "question": text("The id of its question."),
            "label": text("The label of its question."),
            "options": sentences("What is wished for."),
            "any": { "type": "boolean", "description": "Whether any of these is enough." },
            "weight": { "enum": [1, 2, 4], "description": "How many times it counts." },
        })),
        "named": table(&named),
        "considered": table(&considered),
        "points": table(&json!({
            "shown": text("As they are shown, of 100."),
            "tenths": number("In tenths."),
            "low_tenths": number("The least they can be, whatever the unknown facts are."),
            "high_tenths": number("The most they can be."),
        })),
        "not-ranked": table(&not_ranked),
        "arguments": table(&json!({
            "good": list("argument", "What speaks for it."),
            "neutral": list("argument", "What is met in part."),
            "bad": list("argument", "What speaks against it, with its known drawbacks."),
        })),
        "argument": table(&json!({
            "text": text("A sentence."),
            "must": { "type": "boolean", "description": "Whether it is about a must-have." },
            "sources": numbers,
        })),
        "weighed": table(&weighed),
        "fact": table(&json!({
            "label": text("The fact."),
            "value": text("Its value."),
            "day": day("The day from which its age is counted."),
            "sources": numbers,
        })),
        "source": table(&json!({
            "title": text("Its title."),
            "url": { "type": "string", "pattern": "^https://", "description": "Its address." },
            "read": day("The day it was read."),
        })),
    });
    schema
}

/// An object with all of the given members and no others.
fn table(members: &Value) -> Value {
    let names: Vec<_> =
        members.as_object().into_iter().flat_map(|members| members.keys()).collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": names,
        "properties": members,
    })
}

fn list(of: &str, what: &str) -> Value {
    json!({
        "type": "array",
        "items": { "$ref": format!("#/definitions/{of}") },
        "description": what,
    })
}
