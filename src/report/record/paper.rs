//! The record as a document to print: one to two pages, whatever is asked.

use super::markdown::{again, chosen, lines, others};
use super::{Record, RecordInput, wording};
use crate::report::{Explanation, ReportInput, Tone};
use crate::text::{Message, msg};

/// The record of a result as a document.
pub(super) fn paper(input: &RecordInput) -> Explanation {
    let record = &Record::of(input);
    let mut paper = Paper { report: input.report, document: Explanation::default() };
    paper.title(&record.title);
    let dated = [("status", record.status.name()), ("date", &*record.date)];
    let about = input.report.tf(msg::RECORD_DATED, &dated);
    paper.say(Tone::Plain, [&*about, " ", &*record.context.join(" ")].concat());
    paper.part(msg::RECORD_DRIVERS_TITLE, wording::drivers(input.report, record).into_iter());
    paper.part(msg::RECORD_OUTCOME_TITLE, [chosen(input.report, record)].into_iter());
    paper.all(&record.outcome.against);
    if let Some(arguments) = &record.consequences {
        let said = wording::arguments(input.report, arguments);
        let none = said.is_empty().then(|| input.report.t(msg::RECORD_NO_ARGUMENTS));
        let said = said.into_iter().map(|(said, support)| said + &support).chain(none);
        paper.part(msg::RECORD_CONSEQUENCES_TITLE, said);
    }
    paper.part(msg::RECORD_FIRM_TITLE, record.firmness.iter().cloned());
    paper.part(msg::RECORD_CHANGE_TITLE, record.would_change.iter().cloned());
    let options = lines(input.report, record).into_iter().chain(others(input.report, record));
    paper.part(msg::RECORD_OPTIONS_TITLE, options);
    let facts = wording::facts(input.report, &record.confirmation).into_iter();
    let facts = facts.map(|(said, support)| said + &support);
    let again = [again(input.report, record)].into_iter();
    paper.part(msg::RECORD_CONFIRMATION_TITLE, again.chain(facts));
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

    /// A part with its sentences; nothing if there are none.
    fn part(&mut self, title: Message, sentences: impl Iterator<Item = String>) {
        let sentences: Vec<_> = sentences.collect();
        if !sentences.is_empty() {
            let title = self.report.t(title);
            self.title(&title);
            self.all(&sentences);
        }
    }
}
