//! Tests of the JSON form. Whether the statements are right is for the library's own tests.

use serde_json::{Value, json};

use super::*;
use engine_bench::generate;

fn recommended(query: &str) -> Value {
    let catalog = generate::catalog(40);
    serde_json::to_value(Recommendation::of(&catalog, query, catalog.subject.date)).unwrap()
}

#[test]
fn everybody_is_in_one_list_and_points_are_integers_that_add_up() {
    let json = recommended(
        "?a.question-0=option-1&w.question-0=important&a.question-1=option-0\
                            &a.question-2=option-2&must.question-2=option-2",
    );
    let n = |list: &str| json[list].as_array().unwrap().len();
    assert_eq!(n("ranked") + n("cannot_confirm") + n("excluded"), 40);
    assert!(n("ranked") > 1 && n("cannot_confirm") > 0 && n("excluded") > 0, "{json}");
    assert_eq!(json["total_weight"], 3);
    for entry in json["ranked"].as_array().unwrap() {
        let (score, parts) = (&entry["score"], entry["contributions"].as_array().unwrap());
        let sum: u64 = parts.iter().map(|part| part["tenths"].as_u64().unwrap()).sum();
        assert_eq!(score["tenths"], sum);
        assert_eq!(score["denominator"], 6000);
        assert_eq!(
            score["low"].as_u64().unwrap() + score["high"].as_u64().unwrap(),
            score["numerator"].as_u64().unwrap()
        );
        assert_eq!(parts.len(), 2);
    }
    let first = &json["ranked"][0];
    assert_eq!(first["rank"], 1);
    assert!(first["reasons"]["for"][0]["sentence"].as_str().unwrap().contains("Option"));
    let failed = &json["excluded"][0];
    let cause = json!([{"question": "question-2", "options": ["option-2"]}]);
    assert_eq!(failed["causes"], cause);
    assert!(failed["sentence"].as_str().unwrap().contains("Option 2"), "{failed}");
}

/// A small content site in Python that needs admin pages.
fn site() -> Value {
    let catalog = crate::catalog::frozen();
    let query = "?a.language=python&a.building=content-site&a.box=admin&must.box=admin";
    serde_json::to_value(Recommendation::of(&catalog, query, catalog.subject.date)).unwrap()
}

#[test]
fn reasons_and_causes_are_the_sentences_of_the_page() {
    let json = site();
    let first = &json["ranked"][0];
    assert_eq!(first["name"], "Django");
    let said = |reasons: &Value| -> Vec<String> {
        let reasons = reasons.as_array().unwrap().iter();
        reasons.map(|reason| reason["sentence"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(
        said(&first["reasons"]["for"]),
        [
            "Admin screens: comes with django.contrib.admin.",
            "You can write it in Python.",
            "Content site: among what it is best for.",
        ]
    );
    assert_eq!(said(&first["reasons"]["against"]), [""; 0]);
    let excluded = json["excluded"].as_array().unwrap();
    let express = excluded.iter().find(|entry| entry["name"] == "Express").unwrap();
    assert_eq!(express["sentence"], "Missing: Admin screens");
}

#[test]
fn no_sentence_has_a_gap_whatever_is_asked() {
    let catalog = crate::catalog::frozen();
    let ids = |question: &stackfit::domain::catalog::Question| {
        let options: Vec<_> = question.options.iter().map(|option| &*option.id).collect();
        format!("&a.{}={}", question.id, options.join(","))
    };
    let query: String = catalog.questions.iter().map(ids).collect();
    let mut n_said = 0;
    for entry in Recommendation::of(&catalog, &query, catalog.subject.date).ranked {
        for reason in entry.reasons.pros.iter().chain(&entry.reasons.cons) {
            let sentence = &reason.sentence;
            assert!(sentence.len() > 10 && sentence.ends_with('.'), "{sentence}");
            assert!(!sentence.contains(['{', '}']), "{sentence}");
            assert!(!sentence.contains("  ") && !sentence.contains(" ."), "{sentence}");
            n_said += 1;
        }
    }
    assert!(n_said > 100, "{n_said} sentences");
}

#[test]
fn without_an_answer_nobody_has_a_score() {
    let json = recommended("");
    assert_eq!(json["total_weight"], 0);
    for entry in json["ranked"].as_array().unwrap() {
        assert_eq!(entry["rank"], 1);
        assert_eq!(entry["score"], Value::Null);
        assert_eq!(entry["contributions"], json!([]));
    }
}

#[test]
fn what_a_link_says_in_vain_is_listed() {
    let json = recommended("?a.question-0=option-9&f.colour=red&catalog=2001-02-03");
    assert_eq!(json["made_with"], "2001-02-03");
    let why: Vec<_> =
        json["ignored"].as_array().unwrap().iter().map(|part| part["why"].clone()).collect();
    assert_eq!(why, ["unknown-value", "unknown-parameter"]);
    assert_eq!(json["link"], "");
}

#[test]
fn what_has_changed_since_the_link_was_made_is_said_as_in_the_page() {
    let since = |query: &str| recommended(query)["statements"]["since"].clone();
    assert!(!said(&since("?a.question-0=option-1&catalog=2001-02-03")).is_empty());
    assert_eq!(since("?a.question-0=option-1"), json!([]));
}

/// The texts of the lines and titles in some blocks.
fn said(blocks: &Value) -> Vec<String> {
    let texts = blocks.as_array().unwrap().iter().filter_map(|block| block["text"].as_str());
    texts.map(str::to_owned).collect()
}

#[test]
fn every_statement_of_the_page_is_there_as_blocks() {
    let catalog = crate::catalog::frozen();
    let of = |query: &str| {
        serde_json::to_value(Recommendation::of(&catalog, query, catalog.subject.date)).unwrap()
    };
    let json = of("?a.language=python&a.building=content-site&a.learning=quick&today=rails");
    let statements = &json["statements"];
    let verdict = &statements["verdict"][0];
    assert_eq!((&verdict["block"], &verdict["tone"]), (&json!("line"), &json!("plain")));
    assert!(!verdict["word"].as_str().unwrap().is_empty(), "{verdict}");
    let details = statements["details"].as_array().unwrap();
    let tables: Vec<_> = details.iter().filter(|block| block["block"] == "table").collect();
    assert!(tables.len() >= 2, "{details:#?}");
    let row = &tables[0]["rows"][0];
    assert!(row[0]["text"].is_string() && row[1]["share"].is_u64() && row[2]["number"].is_string());
    assert!(said(&statements["today"])[0].starts_with("You use Ruby on Rails: rank "));
    let next = &statements["next"][1]["links"][0];
    assert!(next["query"].as_str().unwrap().contains("step="), "{next}");
    assert_eq!((&statements["impasse"], &statements["together"]), (&json!([]), &json!([])));
    let nobody = of("?a.language=python&must.language=python&a.hosting=shared&must.hosting=shared");
    let n_said = |section: &str| said(&nobody["statements"][section]).len();
    assert_eq!((n_said("verdict"), n_said("details")), (0, 0));
    assert!(n_said("impasse") >= 3 && n_said("together") >= 2, "{nobody:#}");
}

#[test]
fn everybody_has_a_way_and_what_it_tries_comes_true() {
    let catalog = crate::catalog::frozen();
    let json = site();
    let mut n_tried = 0;
    for list in ["ranked", "cannot_confirm", "excluded"] {
        for entry in json[list].as_array().unwrap() {
            let way = entry["way"].as_array().unwrap();
            assert_eq!(way[0]["block"], "title");
            assert!(way[0]["text"].as_str().unwrap().contains(entry["name"].as_str().unwrap()));
            let links = way.iter().filter_map(|block| block["links"].as_array()).flatten();
            for link in links {
                let after = Recommendation::of(
                    &catalog,
                    link["query"].as_str().unwrap(),
                    catalog.subject.date,
                );
                let mut first = after.ranked.iter().filter(|other| other.rank == 1);
                let is_first = first.any(|other| entry["id"] == other.id.as_str());
                assert_eq!(is_first, entry["rank"] != 1, "{}: {link}", entry["name"]);
                n_tried += 1;
            }
        }
    }
    assert!(n_tried > 10, "{n_tried} were tried");
}

#[test]
fn a_link_to_try_keeps_the_settings_of_the_page() {
    let catalog = crate::catalog::frozen();
    let query = "?a.building=content-site&only=django,flask,rails&theme=dark";
    let json =
        serde_json::to_value(Recommendation::of(&catalog, query, catalog.subject.date)).unwrap();
    let last = json["ranked"].as_array().unwrap().last().unwrap();
    let link = last["way"][2]["links"][0]["query"].as_str().unwrap();
    for setting in ["only=django,flask,rails", "theme=dark"] {
        assert!(link.contains(setting), "{link}");
    }
}

/// Programs read these documents: change a name or the structure only together with `format`. After
/// a change of wording, `RECORD=1 cargo test -p stackfit-cli recorded` records them again.
#[test]
fn recorded_answers_stay_as_they_are() {
    let fixtures = crate::repository::root().join("tests/fixtures");
    let catalog = crate::catalog::load(Some(&fixtures.join("databases"))).unwrap().catalog;
    for (name, query) in [
        (
            "a-result",
            "?view=result&a.use=records&w.use=very-important&a.abilities=full-text,vectors\
             &must.abilities=full-text&a.effort=nothing&today=mariadb&f.colour=red",
        ),
        (
            "no-match",
            "?a.place=library&must.place=library&a.use=cache&must.use=cache&a.effort=nothing",
        ),
    ] {
        let answer = Recommendation::of(&catalog, query, catalog.subject.date);
        let answer = serde_json::to_string_pretty(&answer).unwrap() + "\n";
        let file = fixtures.join("recommend").join(name).with_extension("json");
        if std::env::var_os("RECORD").is_some() {
            std::fs::write(&file, &answer).unwrap();
        }
        let recorded = std::fs::read_to_string(&file).unwrap();
        for (n, (now, then)) in answer.lines().zip(recorded.lines()).enumerate() {
            assert_eq!(now, then, "line {} of {}", n + 1, file.display());
        }
        assert_eq!(answer.len(), recorded.len(), "{}", file.display());
    }
}
