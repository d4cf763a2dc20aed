//! The parts of a recommendation: indices become ids, and reasons become sentences.

use stackfit::domain::catalog::{AltId, Catalog, QuestionId};
use stackfit::domain::decide::table::chosen;
use stackfit::domain::decide::{self, Answers, Ranked, ReasonFor, Unranked, UtilityTable};
use stackfit::domain::query::Ignored;
use stackfit::report::ReportInput;
use stackfit::text::{self, Words};

use super::super::statements;
use super::{
    Cause, Contribution, GivenAnswer, IgnoredPart, RankedEntry, Reason, Reasons, Score, TakenOut,
    UnrankedEntry,
};

/// The data from which the parts of a recommendation are written.
pub(super) struct Writer<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) table: &'a UtilityTable,
    pub(super) answers: &'a Answers,
    pub(super) words: &'a Words,
    /// The same data for the statements.
    pub(super) subject: &'a ReportInput<'a>,
}

impl Writer<'_> {
    fn question(&self, id: QuestionId) -> String {
        self.catalog.question(id).id.to_string()
    }

    fn options(&self, question: QuestionId, bits: u32) -> Vec<String> {
        let options = &self.catalog.question(question).options;
        chosen(bits, options.len()).map(|at| options[at].id.to_string()).collect()
    }

    pub(super) fn answers(&self) -> Vec<GivenAnswer> {
        let answer = |(id, answer): (QuestionId, decide::Answer)| GivenAnswer {
            question: self.question(id),
            label: self.catalog.question(id).label.to_string(),
            options: self.options(id, answer.options),
            musts: self.options(id, answer.musts),
            importance: answer.importance.name(),
            weight: answer.weight(),
            is: self.catalog.question(id).is_condition().then_some(if answer.musts == 0 {
                "wish"
            } else {
                "condition"
            }),
        };
        self.answers.iter().map(answer).collect()
    }

    pub(super) fn without(&self) -> Vec<TakenOut> {
        let taken_out = |id: &AltId| {
            let entry = self.catalog.alternative(*id);
            TakenOut { id: entry.id.to_string(), name: entry.name.to_string() }
        };
        self.answers.without().iter().map(taken_out).collect()
    }

    pub(super) fn ranked(&self, ranked: &Ranked) -> RankedEntry {
        let id = ranked.alternative;
        let entry = self.catalog.alternative(id);
        let reasons = decide::reasons(self.table, self.answers, id);
        let written =
            |all: Vec<ReasonFor>| all.iter().map(|reason| self.reason(id, reason)).collect();
        RankedEntry {
            rank: ranked.rank,
            tied: ranked.tied,
            close: ranked.close,
            id: entry.id.to_string(),
            name: entry.name.to_string(),
            score: ranked.score.map(score),
            contributions: self.contributions(id),
            reasons: Reasons { pros: written(reasons.pros), cons: written(reasons.cons) },
            way: statements::way(self.subject, id),
        }
    }

    fn contributions(&self, id: AltId) -> Vec<Contribution> {
        let contribution = |part: decide::Contribution| Contribution {
            question: self.question(part.question),
            weight: part.weight,
            lo: part.earned.lo,
            hi: part.earned.hi,
            tenths: part.tenths.0,
            possible_tenths: part.possible.0,
        };
        let parts = decide::contributions(self.table, self.answers, id);
        parts.into_iter().map(contribution).collect()
    }

    fn reason(&self, id: AltId, reason: &ReasonFor) -> Reason {
        let options = &self.catalog.question(reason.question).options;
        Reason {
            question: self.question(reason.question),
            option: options[usize::from(reason.option)].id.to_string(),
            bearing: reason.bearing,
            must: reason.must,
            won: reason.won,
            lost: reason.lost,
            sentence: text::reason(self.catalog, self.words, self.answers, id, reason),
        }
    }

    pub(super) fn unranked(&self, unranked: &Unranked, sentence: text::Message) -> UnrankedEntry {
        let entry = self.catalog.alternative(unranked.alternative);
        let causes = text::causes(self.catalog, &unranked.causes);
        let cause = |cause: &decide::Cause| Cause {
            question: self.question(cause.question),
            options: self.options(cause.question, cause.options),
        };
        UnrankedEntry {
            id: entry.id.to_string(),
            name: entry.name.to_string(),
            score: unranked.score.map(score),
            causes: unranked.causes.iter().map(cause).collect(),
            sentence: self.words.with(sentence, &[("causes", &causes)]),
            way: statements::way(self.subject, unranked.alternative),
        }
    }
}

fn score(score: decide::Score) -> Score {
    let (least, greatest) = score.interval();
    Score {
        tenths: score.tenths().0,
        hundredths: score.hundredths(),
        interval_tenths: [least.0, greatest.0],
        numerator: score.numerator(),
        denominator: 2 * 1000 * score.weight,
        low: score.low,
        high: score.high,
        known_percent: score.completeness(),
    }
}

/// A part of a link that was not followed.
pub(super) fn ignored(part: Ignored, words: &Words) -> IgnoredPart {
    let sentence = text::ignored(words, &part);
    IgnoredPart { part, sentence }
}
