//! The record as Markdown, in the shape of MADR 4.

use super::wording::{self, Cited};
use super::{NotRanked, Record};
use crate::report::ReportInput;
use crate::report::escape::{escape, link, link_or_code};
use crate::text::{Message, msg};

/// How many options have a line of their own.
pub(super) const N_LINES: usize = 10;

/// Writes a record. The texts around its content are those of the page.
pub(super) fn write(report: &ReportInput, record: &Record) -> String {
    let mut writer = Writer::new(report);
    writer.head(record);
    writer.drivers(record);
    writer.options(record);
    writer.outcome(record);
    if let Some(arguments) = &record.consequences {
        writer.heading(3, msg::RECORD_CONSEQUENCES_TITLE);
        writer.arguments(wording::arguments(report, arguments).into_iter().map(item).collect());
    }
    writer.confirmation(record);
    writer.weighed(record);
    writer.more(record, &[]);
    writer.text
}

/// A text that grows.
pub(super) struct Writer<'a> {
    report: &'a ReportInput<'a>,
    pub(super) text: String,
}

impl<'a> Writer<'a> {
    pub(super) const fn new(report: &'a ReportInput<'a>) -> Self {
        Self { report, text: String::new() }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn paragraph(&mut self, text: &str) {
        self.line("");
        self.line(text);
    }

    pub(super) fn heading(&mut self, level: usize, message: Message) {
        let heading = self.report.t(message);
        self.named(level, &heading);
    }

    pub(super) fn named(&mut self, level: usize, heading: &str) {
        let marks = "#".repeat(level);
        self.paragraph(&[&*marks, " ", &*escape(heading)].concat());
    }

    /// A list of what is Markdown already.
    pub(super) fn list(&mut self, items: impl IntoIterator<Item = String>) {
        for (at, item) in items.into_iter().enumerate() {
            if at == 0 {
                self.line("");
            }
            self.line(&["* ", &*item].concat());
        }
    }

    pub(super) fn sentences(&mut self, sentences: &[String]) {
        self.list(sentences.iter().map(|sentence| escape(sentence)));
    }

    pub(super) fn head(&mut self, record: &Record) {
        let Record { title, status, date, question, context, .. } = record;
        self.line("---");
        self.line(&["status: ", status.name()].concat());
        self.line(&["date: ", date].concat());
        self.line("---");
        self.named(1, title);
        self.heading(2, msg::RECORD_CONTEXT_TITLE);
        self.paragraph(&escape(question));
        let context: Vec<_> = context.iter().map(|sentence| escape(sentence)).collect();
        self.paragraph(&context.join(" "));
    }

    fn drivers(&mut self, record: &Record) {
        let drivers = wording::drivers(self.report, record);
        if !drivers.is_empty() {
            self.heading(2, msg::RECORD_DRIVERS_TITLE);
            self.sentences(&drivers);
        }
    }

    fn options(&mut self, record: &Record) {
        self.heading(2, msg::RECORD_OPTIONS_TITLE);
        let mut items: Vec<_> =
            lines(self.report, record).iter().map(|line| escape(line)).collect();
        items.extend(others(self.report, record).iter().map(|line| escape(line)));
        self.list(items);
    }

    pub(super) fn outcome(&mut self, record: &Record) {
        self.heading(2, msg::RECORD_OUTCOME_TITLE);
        let outcome = escape(&chosen(self.report, record));
        self.paragraph(&outcome);
        self.sentences(&record.outcome.against);
    }

    pub(super) fn confirmation(&mut self, record: &Record) {
        self.heading(3, msg::RECORD_CONFIRMATION_TITLE);
        let again = again(self.report, record);
        self.paragraph(&escape(&again));
        self.list(wording::facts(self.report, &record.confirmation).into_iter().map(item));
    }

    /// A list of arguments, or that there are none.
    pub(super) fn arguments(&mut self, all: Vec<String>) {
        if all.is_empty() {
            let none = escape(&self.report.t(msg::RECORD_NO_ARGUMENTS));
            return self.paragraph(&none);
        }
        self.list(all);
    }

    fn weighed(&mut self, record: &Record) {
        if record.weighed.is_empty() {
            return;
        }
        self.heading(2, msg::RECORD_WEIGHED_TITLE);
        for one in &record.weighed {
            self.named(3, &one.name);
            let told = wording::arguments(self.report, &one.arguments);
            self.arguments(told.into_iter().map(item).collect());
        }
    }

    /// Where the result is found again, with some parts that have a title, and the sources.
    pub(super) fn more(&mut self, record: &Record, parts: &[(Message, Vec<String>)]) {
        self.heading(2, msg::RECORD_MORE_TITLE);
        let Record { link: address, catalog, sources, .. } = record;
        let label = self.report.t(msg::RECORD_LINK);
        let address = link_or_code(&label, address);
        let values = [("id", &*catalog.id), ("date", &*catalog.date)];
        let made = escape(&self.report.tf(msg::RECORD_CATALOG, &values));
        self.list([address, made]);
        let own = [
            (msg::RECORD_FIRM_TITLE, &record.firmness),
            (msg::RECORD_CHANGE_TITLE, &record.would_change),
            (msg::RECORD_CHANGED_TITLE, &record.changed),
        ];
        let parts = own.into_iter().chain(parts.iter().map(|(title, said)| (*title, said)));
        for (title, sentences) in parts.filter(|(_, sentences)| !sentences.is_empty()) {
            self.heading(3, title);
            self.sentences(sentences);
        }
        if sources.is_empty() {
            return;
        }
        self.heading(3, msg::RECORD_SOURCES_TITLE);
        self.line("");
        for (at, source) in (1_usize..).zip(sources) {
            let read = self.report.tf(msg::RECORD_READ, &[("date", &source.read)]);
            let source = link(&source.title, &source.url);
            self.line(&[&*at.to_string(), ". ", &*source, ", ", &*escape(&read)].concat());
        }
    }
}

/// A sentence with its sources, as an item of a list.
fn item((said, support): Cited) -> String {
    escape(&said) + &support
}

/// The best options, each in a line; then the others that are ranked, in one.
pub(super) fn lines(report: &ReportInput, record: &Record) -> Vec<String> {
    let said = |message, one: &super::Considered| {
        let points = one.points.as_ref().map(|points| &*points.shown).unwrap_or_default();
        let rank = one.rank.to_string();
        report.tf(message, &[("name", &*one.name), ("rank", &*rank), ("points", points)])
    };
    let line = |one: &super::Considered| {
        let message = match &one.points {
            None if record.musts.is_empty() => return one.name.clone(),
            None => msg::RECORD_OPTION_MEETS,
            Some(_) if one.tied => msg::RECORD_OPTION_TIED,
            Some(_) => msg::RECORD_OPTION,
        };
        said(message, one)
    };
    let (first, rest) = record.options.split_at(record.options.len().min(N_LINES));
    let mut lines: Vec<_> = first.iter().map(line).collect();
    if !rest.is_empty() {
        let rest: Vec<_> = rest
            .iter()
            .map(|one| match &one.points {
                Some(_) => said(msg::RECORD_OPTION_SHORT, one),
                None => one.name.clone(),
            })
            .collect();
        lines.push(report.tf(msg::RECORD_REST, &[("names", &rest.join(", "))]));
    }
    lines
}

/// Those that are not ranked, by what they are not ranked for.
pub(super) fn others(report: &ReportInput, record: &Record) -> Vec<String> {
    let Record { ruled_out, unclear, taken_out, .. } = record;
    let mut lines = Vec::new();
    for (message, all) in
        [(msg::RECORD_RULED_OUT_BY, ruled_out), (msg::RECORD_UNCLEAR_FOR, unclear)]
    {
        for (causes, names) in by_causes(all) {
            let values = [
                ("causes", &*causes),
                ("n", &*names.len().to_string()),
                ("names", &*names.join(", ")),
            ];
            lines.push(report.tf(message, &values));
        }
    }
    if !taken_out.is_empty() {
        let names: Vec<_> = taken_out.iter().map(|one| one.name.clone()).collect();
        lines.push(report.tf(msg::RECORD_OUT, &[("names", &names.join(", "))]));
    }
    lines
}

fn by_causes(all: &[NotRanked]) -> Vec<(String, Vec<&str>)> {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for one in all {
        let causes = one.causes.join(", ");
        match groups.iter_mut().find(|(known, _)| *known == causes) {
            Some((_, names)) => names.push(&one.name),
            None => groups.push((causes, vec![&one.name])),
        }
    }
    groups
}

/// The outcome in a sentence.
pub(super) fn chosen(report: &ReportInput, record: &Record) -> String {
    let because = &record.outcome.because;
    match &record.outcome.choice {
        Some(choice) => {
            let values = [("name", &*choice.name), ("because", &**because)];
            let is_first = record.outcome.is_first;
            let message = if is_first { msg::RECORD_CHOSEN } else { msg::RECORD_CHOSEN_ALTHOUGH };
            report.tf(message, &values)
        }
        None => report.tf(msg::RECORD_NOT_CHOSEN, &[("because", because)]),
    }
}

/// When to look again, in sentences.
pub(super) fn again(report: &ReportInput, record: &Record) -> String {
    let by = record.confirmation.by.as_ref();
    let by = by.map(|date| report.tf(msg::RECORD_AGAIN, &[("date", date)]));
    let how = report.t(msg::RECORD_AGAIN_HOW);
    by.into_iter().chain([how]).collect::<Vec<_>>().join(" ")
}
