//! The schemas of the files that all entries share: the catalog itself, criteria, facets, questions,
//! common questions, cases, synonyms and marks.
//!
//! The schemas do not limit the length of texts; `catalog check` does.

use serde_json::{Value, json};
use stackfit::authoring::Vocabulary;

use super::{
    address, criterion_ids, date, day, definition, file, id, list, object, table, text, word,
};

/// `catalog.toml`.
pub(super) fn catalog(known: &Vocabulary) -> Value {
    let required = ["id", "title", "intro", "one", "many", "date", "entries", "card"];
    let card = table(
        &["badges", "lists"],
        json!({
            "badges": list(definition("criterion")),
            "lists": list(definition("criterion")),
        }),
    );
    let newest = table(
        &["version"],
        json!({ "version": definition("criterion"), "day": definition("criterion") }),
    );
    let fields = json!({
        "id": id("A stable name for the catalog."),
        "title": text("The title of the page."),
        "intro": text("One sentence on what the page has; {n} and {facts} are counted."),
        "search-hint": text("Examples of what can be searched for."),
        "one": text("The word for one entry."),
        "many": text("The word for several."),
        "date": day("The catalog's own date: nothing in it is newer."),
        "entries": id("The folder of the entries."),
        "shared": definition("criterion"),
        "ties": definition("criterion"),
        "purposes": list(definition("criterion")),
        "contest": address("Where a fact can be contested: the address that opens an issue. A build with STACKFIT_CONTEST uses that instead."),
        "card": card,
        "newest": newest,
    });
    file(
        "The subject of a catalog",
        &required,
        fields,
        json!({ "criterion": criterion_ids(known) }),
    )
}

/// `criteria.toml`.
pub(super) fn criteria(known: &Vocabulary) -> Value {
    let group = table(
        &["id", "label"],
        json!({ "id": id("A stable name."), "label": text("The heading.") }),
    );
    let value = table(
        &["id", "label"],
        json!({
            "id": id("A stable name; facts give it as their value."),
            "was": was(),
            "label": text("How it is called."),
            "colour": {
                "type": "string",
                "pattern": "^#[0-9a-fA-F]{6}$",
                "description": "The colour of a dot beside the label, seen on light and on dark.",
            },
            "glyph": { "type": "string", "maxLength": 1, "description": "A character that shows it." },
            "means": text("What it means, where the label does not say all."),
        }),
    );
    let scale = table(
        &["id", "values"],
        json!({
            "id": id("A stable name."),
            "ordered": { "type": "boolean", "description": "Whether the first value is the most." },
            "values": { "type": "array", "items": value, "minItems": 1, "maxItems": 64 },
        }),
    );
    let groups = known.groups.iter().map(|group| group.id.as_ref());
    let scales = known.scales.iter().map(|scale| scale.id.as_ref());
    let criterion = table(
        &["id", "label", "means", "group", "kind"],
        json!({
            "id": id("A stable name; every entry has a fact of that name."),
            "was": was(),
            "label": text("How it is called."),
            "means": text("What it means, one sentence."),
            "group": word(groups, "The group it is shown in."),
            "kind": word(["one", "many", "text", "date"], "What its facts are."),
            "scale": word(scales, "The scale of its values, for one and many."),
            "newest-run": date("The day of the newest undisputed measurement: facts of that day do not expire."),
            "volatile": { "type": "boolean", "description": "Whether its facts change with a release or within a year." },
            "editorial": { "type": "boolean", "description": "Whether it is the editors' view." },
        }),
    );
    let fields =
        json!({ "group": list(group), "scale": list(scale), "criterion": list(criterion) });
    file("What every entry is described by", &["group", "scale", "criterion"], fields, json!({}))
}

/// `facets.toml`.
pub(super) fn facets(known: &Vocabulary) -> Value {
    let mut facet = table(
        &["id", "label"],
        json!({
            "id": id("A stable name; links use it."),
            "was": was(),
            "label": text("The heading."),
            "criterion": definition("criterion"),
            "except": list(text("A value of the criterion that is left out.")),
            "hidden": { "type": "boolean", "description": "Whether only links use it." },
            "criteria": list(definition("criterion")),
            "levels": list(text("A value that counts.")),
        }),
    );
    facet["anyOf"] = json!([{ "required": ["criterion"] }, { "required": ["criteria", "levels"] }]);
    let sort = table(
        &["id", "label", "criterion"],
        json!({
            "id": id("A stable name; links use it."),
            "was": was(),
            "label": text("How it is called."),
            "criterion": definition("criterion"),
            "descending": { "type": "boolean", "description": "Whether the greatest comes first." },
            "first": { "type": "boolean", "description": "Whether cards stand by it at first." },
        }),
    );
    let fields = json!({ "facet": list(facet), "sort": list(sort) });
    let definitions = json!({ "criterion": criterion_ids(known) });
    file("What can be filtered and sorted on", &["facet"], fields, definitions)
}

/// `questions.toml`.
pub(super) fn questions(known: &Vocabulary) -> Value {
    let points = json!({
        "type": "integer",
        "minimum": 0,
        "maximum": 1000,
        "description": "Points from 0 to 1000.",
    });
    let by_value = json!({ "type": "object", "additionalProperties": definition("points") });
    let mut utility = table(
        &["criterion"],
        json!({
            "criterion": definition("criterion"),
            "values": by_value,
            "curve": text("The points of a [curve]."),
            "otherwise": definition("points"),
        }),
    );
    utility["anyOf"] = json!([{ "required": ["values"] }, { "required": ["curve"] }]);
    let option = table(
        &["id", "label", "explain", "utility"],
        json!({
            "id": id("A stable name; links use it."),
            "was": was(),
            "label": text("How it is called."),
            "explain": text("What it means, one plain line."),
            "group": text("The group it is shown in; options of one group stand together."),
            "combine": word(["max", "mean", "min"], "How several utilities count together."),
            "utility": { "type": "array", "items": utility, "minItems": 1 },
        }),
    );
    let sentence = |what: &str| ((*what).to_owned(), text("A sentence of a reason."));
    let bearings = ["full", "part", "none", "unknown"];
    let mut reason = table(&bearings, object(bearings.map(sentence)));
    reason["properties"]["best"] = text("A sentence of a reason, for 1000 points.");
    let group = table(
        &["id", "label"],
        json!({ "id": id("A name that options refer to."), "label": text("The heading.") }),
    );
    let question = table(
        &["id", "label", "prompt", "why", "select", "full", "none", "option", "reason"],
        json!({
            "id": id("A stable name; links use it."),
            "was": was(),
            "label": text("A name of one or two words."),
            "prompt": text("The question."),
            "opening": text("The beginning of a sentence that an option ends, over the list of cards."),
            "why": text("Why it is asked, one line."),
            "select": word(["one", "any", "all"], "How options are chosen."),
            "must": { "type": "boolean", "description": "Whether it may be a must-have." },
            "must-at": definition("points"),
            "others": text(
                "A tick is a must-have at first; the label of the switch that makes it a wish.",
            ),
            "full": text("What 1000 points mean."),
            "none": text("What 0 points mean."),
            "groups": list(group),
            "option": { "type": "array", "items": option, "minItems": 1, "maxItems": 32 },
            "reason": reason,
        }),
    );
    let fields = json!({
        "curve": { "type": "object", "additionalProperties": by_value },
        "question": { "type": "array", "items": question, "maxItems": 64 },
    });
    let definitions = json!({ "criterion": criterion_ids(known), "points": points });
    file("The questionnaire", &["question"], fields, definitions)
}

/// Former ids.
fn was() -> Value {
    list(text("An id that it had before; links that name it lead here."))
}

/// `synonyms.toml`.
pub(super) fn synonyms(known: &Vocabulary) -> Value {
    let capabilities = known.criteria.iter().filter(|criterion| known.is_provision(criterion));
    let capabilities = capabilities.map(|criterion| criterion.id.as_ref());
    let mut ways = vec![json!({ "required": ["criterion"] }), json!({ "required": ["entry"] })];
    ways.extend(known.scales.iter().map(|scale| {
        let values = scale.values.iter().map(|value| value.id.as_ref());
        json!({
            "required": ["scale", "value"],
            "properties": {
                "scale": { "const": &*scale.id },
                "value": word(values, "A value of the scale."),
            },
        })
    }));
    let mut synonym = table(
        &["words"],
        json!({
            "words": {
                "type": "array",
                "items": text("A word, or several that count only together."),
                "minItems": 1,
                "uniqueItems": true,
            },
            "scale": text("The scale of the value that the words lead to."),
            "value": text("The value that the words lead to."),
            "criterion": word(capabilities, "The capability that the words lead to."),
            "entry": id("The entry that the words lead to."),
        }),
    );
    synonym["anyOf"] = json!(ways);
    let fields = json!({
        "ignore": list(text("A word that a search leaves out.")),
        "synonym": list(synonym),
    });
    file("What people search for by other words", &[], fields, json!({}))
}

/// `marks.toml`.
pub(super) fn marks() -> Value {
    let path = json!({
        "type": "string",
        "pattern": "^[Mm][A-Za-z0-9+., -]*$",
        "description": "The data of the only path, in a square of 24 units.",
    });
    let mark = table(
        &["entry", "path"],
        json!({
            "entry": id("The entry."),
            "path": path,
            "guidelines": address("The project's own rules for the use of its mark."),
        }),
    );
    let fields = json!({
        "package": text("The package that the shapes are from."),
        "version": text("Its version."),
        "licence": text("Its licence."),
        "site": address("Its home page."),
        "checked": day("The day on which it was read."),
        "mark": list(mark),
    });
    let required = ["package", "version", "licence", "site", "checked", "mark"];
    file("The entries' own marks", &required, fields, json!({}))
}

/// `faq.toml`.
pub(super) fn faq() -> Value {
    let faq = table(
        &["id", "question", "answer", "link"],
        json!({
            "id": id("A stable name."),
            "question": text("The question."),
            "start": text("A few words for it among the ways to start; without them it is none."),
            "answer": text("One sentence; {leaders}, {top3}, {found}, {count} and {differs} are computed."),
            "link": { "type": "string", "pattern": "^\\?", "description": "The view that answers it." },
        }),
    );
    file("Common questions", &[], json!({ "faq": list(faq) }), json!({}))
}

/// `cases.toml`.
pub(super) fn cases() -> Value {
    let required = [
        "id",
        "need",
        "answers",
        "unsaid",
        "chosen",
        "considered",
        "turned_down",
        "why",
        "source",
        "title",
        "date",
        "read",
    ];
    let case = table(
        &required,
        json!({
            "id": id("A stable name."),
            "need": text("What was needed, in your own words, without the name of what was chosen."),
            "answers": {
                "type": "string",
                "pattern": "^\\?",
                "description": "The need as a link, written without knowledge of the outcome.",
            },
            "unsaid": list(text("Something that the need says and no answer can.")),
            "chosen": id("The entry that was chosen."),
            "considered": list(text("An id of an entry, or a plain name.")),
            "turned_down": list(id("An entry that the source itself sets aside.")),
            "why": text("Why it was chosen, in one or two sentences."),
            "source": {
                "type": "string",
                "pattern": "^https?://",
                "description": "Where that is told.",
            },
            "title": text("The title of the source."),
            "date": text("The year, month or day of the source, or 'undated'."),
            "read": day("The day it was read."),
            "disputed": { "type": "boolean", "description": "Whether the reason is not about fit." },
            "aside": { "type": "boolean", "description": "Whether it is kept for a last look." },
        }),
    );
    file("Needs with a public outcome", &["case"], json!({ "case": list(case) }), json!({}))
}
