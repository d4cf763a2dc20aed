//! The record as a document to print: one to two pages, whatever is asked.

use super::markdown::{again, chosen, lines, numbers, others, support};
use super::{Arguments, FactNow, Record, RecordInput};
use crate::report::{Explanation, ReportInput, Tone};
use crate::text::{Message, and_list, msg, or_list};

/// The record of a result as a document.
pub(super) fn paper(input: &RecordInput) -> Explanation {
    let record = &Record::of(input);
    let mut paper = Paper { report: input.report, document: Explanation::default() };
    paper.title(&record.title);
    let dated = [("status", record.status.name()), ("date", &*record.date)];
    let about = input.report.tf(msg::RECORD_DATED, &dated);
    paper.say(Tone::Plain, [&*about, " ", &*record.context.join(" ")].concat());
    paper.drivers(record);
    paper.part(msg::RECORD_OUTCOME_TITLE, [chosen(input.report, record)].into_iter());
    paper.all(&record.outcome.against);
    if let Some(arguments) = &record.consequences {
        paper.part(msg::RECORD_CONSEQUENCES_TITLE, [].into_iter());
        paper.arguments(arguments);
    }
    paper.part(msg::RECORD_FIRM_TITLE, record.firmness.iter().cloned());
    paper.part(msg::RECORD_CHANGE_TITLE, record.would_change.iter().cloned());
    let options = lines(input.report, record).into_iter().chain(others(input.report, record));
    paper.part(msg::RECORD_OPTIONS_TITLE, options);
    paper.part(msg::RECORD_CONFIRMATION_TITLE, [again(input.report, record)].into_iter());
    paper.facts(record);
    paper.part(msg::RECORD_CHANGED_TITLE, record.changed.iter().cloned());
    let catalog = [("id", &*record.catalog.id), ("date", &*record.catalog.date)];
    let made = input.report.tf(msg::RECORD_CATALOG, &catalog);
    let link = [&*input.report.t(msg::RECORD_LINK), ": ", &*record.link].concat();
    let cited = cited(record);
    let sources = (1_usize..).zip(&record.sources).filter(|(at, _)| cited.contains(at));
    let sources = sources.map(|(at, source)| {
        let read = input.report.tf(msg::RECORD_READ, &[("date", &source.read)]);
        let (title, url) = (&source.title, &source.url);
        format!("{at}. {title}, {url}, {read}")
    });
    paper.part(msg::RECORD_SOURCES_TITLE, sources);
    paper.part(msg::RECORD_MORE_TITLE, [made, link].into_iter());
    paper.document
}

/// The numbers of the sources that the paper cites: what speaks for other options is not on it.
fn cited(record: &Record) -> Vec<usize> {
    let Record { consequences, confirmation, .. } = record;
    let arguments = consequences.iter().flat_map(|all| [&all.good, &all.neutral, &all.bad]);
    let arguments = arguments.flatten().flat_map(|one| &one.sources);
    let facts = confirmation.old.iter().chain(&confirmation.volatile);
    arguments.chain(facts.flat_map(|fact| &fact.sources)).copied().collect()
}

struct Paper<'a> {
    report: &'a ReportInput<'a>,
    document: Explanation,
}

impl Paper<'_> {
    fn title(&mut self, text: &str) {
        self.document.title(text.to_owned());
    }

    fn say(&mut self, tone: Tone, text: String) {
        self.document.say(tone, text);
    }

    fn all(&mut self, sentences: &[String]) {
        for sentence in sentences {
            self.say(Tone::Plain, sentence.clone());
        }
    }

    /// A part with its sentences; the head alone if there are none and more follows by itself.
    fn part(&mut self, title: Message, sentences: impl Iterator<Item = String>) {
        let sentences: Vec<_> = sentences.collect();
        let is_head_alone = title == msg::RECORD_CONSEQUENCES_TITLE;
        if !sentences.is_empty() || is_head_alone {
            let title = self.report.t(title);
            self.title(&title);
            self.all(&sentences);
        }
    }

    fn drivers(&mut self, record: &Record) {
        let report = self.report;
        let musts = record.musts.iter().map(|must| {
            report.tf(msg::RECORD_MUST, &[("label", &must.label), ("what", &must.option)])
        });
        let wishes = record.wishes.iter().map(|wish| {
            let list = if wish.any { or_list(&wish.options) } else { and_list(&wish.options) };
            let message =
                if wish.weight == 1 { msg::RECORD_WISH } else { msg::RECORD_WISH_WEIGHED };
            let n = wish.weight.to_string();
            report.tf(message, &[("label", &wish.label), ("what", &list), ("n", &n)])
        });
        self.part(msg::RECORD_DRIVERS_TITLE, musts.chain(wishes).collect::<Vec<_>>().into_iter());
    }

    fn arguments(&mut self, Arguments { good, neutral, bad }: &Arguments) {
        let all =
            [(msg::RECORD_GOOD, good), (msg::RECORD_NEUTRAL, neutral), (msg::RECORD_BAD, bad)];
        for (message, all) in all {
            for one in all {
                let said = self.report.tf(message, &[("text", &one.text)]);
                let said = said + &support(self.report, one);
                self.say(Tone::Plain, said);
            }
        }
    }

    fn facts(&mut self, record: &Record) {
        let confirmation = &record.confirmation;
        let all =
            [(msg::RECORD_OLD, &confirmation.old), (msg::RECORD_VOLATILE, &confirmation.volatile)];
        for (message, all) in all {
            for FactNow { label, value, day, sources } in all {
                let values = [("label", &**label), ("value", &**value), ("date", &**day)];
                let said = self.report.tf(message, &values) + &numbers(self.report, sources);
                self.say(Tone::Plain, said);
            }
        }
    }
}
