//! A recommendation with everything in it, as text prints it and as JSON has it.
//!
//! # The JSON document
//! `format` goes up when a member changes its meaning or goes away. Everything is named by its
//! stable id. Points are integers: `tenths` of 874 is 87.4 %.
//!
//! | member | what it holds |
//! |---|---|
//! | `catalog` | id and date of the catalog |
//! | `link` | the query as the page would write it |
//! | `made_with` | the date of the catalog that the link was made with, where it is another one |
//! | `ignored` | what of the link was not followed: `name`, `value`, `why` and its `sentence` |
//! | `answers` | `question`, `label`, `options`, `musts`, `importance`, `weight` in the score |
//! | `total_weight` | the sum of the weights, W; where it is 0 nobody has a score |
//! | `ranked` | who meets every must-have, best first |
//! | `cannot_confirm` | who may meet every must-have, as far as is known |
//! | `excluded` | who fails a must-have |
//!
//! A member of `ranked` has `rank`, `tied` (another has exactly the same points), `close` (another
//! has other points that show the same tenths), `id`, `name`, `score`, `contributions` and `reasons`.
//! A `score` is `null` or has `tenths`, `hundredths`, `interval_tenths` (least and greatest, should
//! every fact be known), the exact `numerator` and `denominator` of it as a share of 1, the `low`
//! and `high` that add up to the numerator, and `known_percent` of the weight.
//! A contribution has `question`, `weight`, the utilities `lo` and `hi` of 1000, and `tenths` of the
//! score; the tenths of all add up to the score's. `possible_tenths` is what the question could give.
//! A reason has `question`, `option`, `bearing` (`full`, `part`, `none`, `unknown`), `must`, the
//! points `won` and `lost` in one unit for all reasons, and its `sentence`.
//! The others have `id`, `name`, the `score` they would have, `causes` (`question`, `options`), and
//! these in one `sentence`.
//!
//! # What this module does not do
//! It rounds nothing itself, and prints nothing.

mod writer;

use serde::Serialize;
use stackfit::domain::catalog::Catalog;
use stackfit::domain::decide::{self, Outsider, Table};
use stackfit::domain::permalink;
use stackfit::text::{Words, msg};
use writer::{Writer, ignored};

/// The number of this form.
const FORMAT: u32 = 1;

/// A recommendation.
#[derive(Serialize)]
pub(super) struct Recommendation {
    format: u32,
    pub(super) catalog: CatalogName,
    pub(super) link: String,
    pub(super) made_with: Option<String>,
    pub(super) ignored: Vec<IgnoredPart>,
    pub(super) answers: Vec<GivenAnswer>,
    pub(super) total_weight: u32,
    pub(super) ranked: Vec<RankedEntry>,
    pub(super) cannot_confirm: Vec<OutsiderEntry>,
    pub(super) excluded: Vec<OutsiderEntry>,
}

#[derive(Serialize)]
pub(super) struct CatalogName {
    pub(super) id: String,
    pub(super) date: String,
}

#[derive(Serialize)]
pub(super) struct IgnoredPart {
    pub(super) name: String,
    pub(super) value: String,
    why: &'static str,
    pub(super) sentence: String,
}

#[derive(Serialize)]
pub(super) struct GivenAnswer {
    question: String,
    pub(super) label: String,
    pub(super) options: Vec<String>,
    pub(super) musts: Vec<String>,
    pub(super) importance: &'static str,
    pub(super) weight: u32,
}

#[derive(Serialize)]
pub(super) struct RankedEntry {
    pub(super) rank: u16,
    pub(super) tied: bool,
    pub(super) close: bool,
    id: String,
    pub(super) name: String,
    pub(super) score: Option<Score>,
    pub(super) contributions: Vec<Contribution>,
    pub(super) reasons: Reasons,
}

#[derive(Serialize)]
pub(super) struct Score {
    pub(super) tenths: u32,
    pub(super) hundredths: u32,
    pub(super) interval_tenths: [u32; 2],
    numerator: u32,
    denominator: u32,
    low: u32,
    high: u32,
    known_percent: u32,
}

#[derive(Serialize)]
pub(super) struct Contribution {
    question: String,
    weight: u32,
    lo: u16,
    hi: u16,
    tenths: u32,
    possible_tenths: u32,
}

#[derive(Serialize)]
pub(super) struct Reasons {
    #[serde(rename = "for")]
    pub(super) pros: Vec<Reason>,
    #[serde(rename = "against")]
    pub(super) cons: Vec<Reason>,
}

#[derive(Serialize)]
pub(super) struct Reason {
    question: String,
    option: String,
    bearing: &'static str,
    must: bool,
    won: u64,
    lost: u64,
    pub(super) sentence: String,
}

#[derive(Serialize)]
pub(super) struct OutsiderEntry {
    id: String,
    pub(super) name: String,
    pub(super) score: Option<Score>,
    causes: Vec<Cause>,
    pub(super) sentence: String,
}

#[derive(Serialize)]
struct Cause {
    question: String,
    options: Vec<String>,
}

impl Recommendation {
    /// The recommendation for a query.
    pub(super) fn of(catalog: &Catalog, query: &str) -> Self {
        let decoded = permalink::decode(catalog, query);
        let table = Table::new(catalog);
        let answers = &decoded.state.answers;
        let ranking = decide::rank(&table, answers);
        let words = Words::english(&catalog.subject);
        let writer = Writer { catalog, table: &table, answers, words: &words };
        let outsiders = |all: &[Outsider], sentence| -> Vec<OutsiderEntry> {
            all.iter().map(|outsider| writer.outsider(outsider, sentence)).collect()
        };
        Self {
            format: FORMAT,
            catalog: CatalogName {
                id: catalog.subject.id.to_string(),
                date: catalog.subject.date.to_string(),
            },
            link: permalink::encode(catalog, &decoded.state),
            made_with: decoded.made_with.map(|date| date.to_string()),
            ignored: decoded.ignored.into_iter().map(|part| ignored(part, &words)).collect(),
            answers: writer.answers(),
            total_weight: answers.total_weight(),
            ranked: ranking.eligible.iter().map(|ranked| writer.ranked(ranked)).collect(),
            cannot_confirm: outsiders(&ranking.unconfirmed, msg::RESULT_UNKNOWN_CAUSES),
            excluded: outsiders(&ranking.excluded, msg::RESULT_FAILS),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use engine_bench::generate;

    fn recommended(query: &str) -> Value {
        let catalog = generate::catalog(40);
        serde_json::to_value(Recommendation::of(&catalog, query)).unwrap()
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

    /// For a small content site in Python that needs admin pages, from the repository's own catalog.
    fn site() -> Value {
        let catalog = crate::catalog::load(None).unwrap().catalog;
        let query = "?a.language=python&a.building=content-site&a.box=admin&must.box=admin";
        serde_json::to_value(Recommendation::of(&catalog, query)).unwrap()
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
        assert_eq!(express["sentence"], "Fails: Admin screens");
    }

    #[test]
    fn no_sentence_has_a_gap_whatever_is_asked() {
        let catalog = crate::catalog::load(None).unwrap().catalog;
        let ids = |question: &stackfit::domain::catalog::Question| {
            let options: Vec<_> = question.options.iter().map(|option| &*option.id).collect();
            format!("&a.{}={}", question.id, options.join(","))
        };
        let query: String = catalog.questions.iter().map(ids).collect();
        let mut n_said = 0;
        for entry in Recommendation::of(&catalog, &query).ranked {
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
        let json = recommended("?a.question-0=option-9&colour=red&catalog=2001-02-03");
        assert_eq!(json["made_with"], "2001-02-03");
        let why: Vec<_> =
            json["ignored"].as_array().unwrap().iter().map(|part| part["why"].clone()).collect();
        assert_eq!(why, ["unknown-value", "unknown-parameter"]);
        assert_eq!(json["link"], "");
    }
}
