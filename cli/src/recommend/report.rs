//! A complete recommendation, which is printed as text or serialised as JSON.
//!
//! # The JSON document
//! `format` is incremented when a member changes its meaning or is removed. Everything is named by
//! its stable id. Points are integers: `tenths` of 874 is 87.4 %.
//!
//! | member | what it holds |
//! |---|---|
//! | `catalog` | id and date of the catalog |
//! | `link` | the query as the page would write it |
//! | `made_with` | the date of the catalog that the link was made with, if it differs |
//! | `ignored` | ignored parts of the link: `name`, `value`, `why` and its `sentence` |
//! | `answers` | `question`, `label`, `options`, `musts`, `importance`, `weight` in the score, `is`: `condition` or `wish` where a tick is a must-have at first, else `null` |
//! | `without` | alternatives that are taken out, and in none of the lists: `id`, `name` |
//! | `title` | who comes first, in a sentence |
//! | `total_weight` | the sum of the weights, W; if it is 0, no alternative has a score |
//! | `ranked` | alternatives that meet every must-have, best first |
//! | `cannot_confirm` | alternatives that may meet every must-have, as far as is known |
//! | `excluded` | alternatives that fail a must-have |
//! | `statements` | statements about the result: `verdict`, `details`, `impasse`, `together`, `today`, `next`, `method`, and `since` the link was made |
//!
//! A member of `ranked` has `rank`, `tied` (another has exactly the same points), `close` (another
//! has other points that show the same tenths), `id`, `name`, `score`, `contributions` and
//! `reasons`. A `score` is `null` or has `tenths`, `hundredths`, `interval_tenths` (the least and
//! greatest score, whatever the unknown facts are), the exact `numerator` and `denominator` of it
//! as a share of 1, the `low` and `high` that add up to the numerator, and `known_percent` of the
//! weight. A contribution has `question`, `weight`, the utilities `lo` and `hi` of 1000, and
//! `tenths` of the score; the tenths of all add up to the score's. `possible_tenths` is what the
//! question could give. A reason has `question`, `option`, `bearing` (`full`, `part`, `none`,
//! `unknown`), `must`, the points `won` and `lost`, in the same unit for all reasons, and its
//! `sentence`. Members of the other lists have `id`, `name`, the `score` they would have, `causes`
//! (`question`, `options`), and a `sentence` of the causes. Members of all lists have a `way`: what
//! would make them win, or end their lead. Ways and statements are lists of blocks, see
//! [`super::statements`].

mod writer;

use serde::Serialize;
use stackfit::domain::catalog::{Catalog, Date};
use stackfit::domain::decide::{self, Bearing, Unranked, UtilityTable};
use stackfit::domain::permalink;
use stackfit::domain::query::{self, Ignored};
use stackfit::domain::settings::Settings;
use stackfit::report::ReportInput;
use stackfit::text::{self, Words, msg};
use writer::{Writer, ignored};

use super::statements::{Blocks, Statements};

/// The version of this format.
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
    pub(super) without: Vec<TakenOut>,
    pub(super) title: String,
    pub(super) total_weight: u32,
    pub(super) ranked: Vec<RankedEntry>,
    pub(super) cannot_confirm: Vec<UnrankedEntry>,
    pub(super) excluded: Vec<UnrankedEntry>,
    pub(super) statements: Statements,
}

#[derive(Serialize)]
pub(super) struct CatalogName {
    pub(super) id: String,
    pub(super) date: String,
}

#[derive(Serialize)]
pub(super) struct IgnoredPart {
    #[serde(flatten)]
    pub(super) part: Ignored,
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
    /// For a question whose tick is a must-have at first: whether it still is one.
    pub(super) is: Option<&'static str>,
}

/// An alternative that the reader took out.
#[derive(Serialize)]
pub(super) struct TakenOut {
    id: String,
    pub(super) name: String,
}

#[derive(Serialize)]
pub(super) struct RankedEntry {
    pub(super) rank: u16,
    pub(super) tied: bool,
    pub(super) close: bool,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) score: Option<Score>,
    pub(super) contributions: Vec<Contribution>,
    pub(super) reasons: Reasons,
    pub(super) way: Blocks,
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
    bearing: Bearing,
    must: bool,
    won: u64,
    lost: u64,
    pub(super) sentence: String,
}

#[derive(Serialize)]
pub(super) struct UnrankedEntry {
    id: String,
    pub(super) name: String,
    pub(super) score: Option<Score>,
    causes: Vec<Cause>,
    pub(super) sentence: String,
    pub(super) way: Blocks,
}

#[derive(Serialize)]
struct Cause {
    question: String,
    options: Vec<String>,
}

impl Recommendation {
    /// The recommendation for a query on a given day. If the clock is behind the catalog's date, it
    /// is taken to be wrong.
    pub(super) fn of(catalog: &Catalog, query: &str, today: Date) -> Self {
        let (settings, not_set) = Settings::decode(catalog, query);
        let catalog = &settings.restricted(catalog.clone());
        let decoded = permalink::decode(catalog, query);
        let table = UtilityTable::as_of(catalog, today.max(catalog.subject.date));
        let answers = &decoded.state.answers;
        let ranking = decide::rank(&table, answers);
        let words = Words::english(&catalog.subject);
        let settings_query = settings.encode();
        let subject = ReportInput {
            catalog,
            table: &table,
            words: &words,
            settings: &settings_query,
            state: &decoded.state,
            ranking: &ranking,
        };
        let writer = Writer { catalog, table: &table, answers, words: &words, subject: &subject };
        let unranked = |all: &[Unranked], sentence| -> Vec<UnrankedEntry> {
            all.iter().map(|unranked| writer.unranked(unranked, sentence)).collect()
        };
        Self {
            format: FORMAT,
            catalog: CatalogName {
                id: catalog.subject.id.to_string(),
                date: catalog.subject.date.to_string(),
            },
            link: query::merge_queries(
                &permalink::encode(catalog, &decoded.state),
                &settings_query,
            ),
            made_with: decoded.made_with.map(|date| date.to_string()),
            ignored: decoded
                .ignored
                .into_iter()
                .chain(not_set)
                .map(|part| ignored(part, &words))
                .collect(),
            answers: writer.answers(),
            without: writer.without(),
            title: text::leaders(catalog, &words, &ranking),
            total_weight: answers.total_weight(),
            ranked: ranking.eligible.iter().map(|ranked| writer.ranked(ranked)).collect(),
            cannot_confirm: unranked(&ranking.unconfirmed, msg::CARD_UNCONFIRMED),
            excluded: unranked(&ranking.excluded, msg::CARD_EXCLUDED),
            statements: Statements::of(&subject, decoded.made_with),
        }
    }
}

#[cfg(test)]
mod tests;
