//! The result in a few lines of Markdown, for a chat or an issue.

use super::markdown::chosen;
use super::{Argument, Record, wording};
use crate::report::ReportInput;
use crate::report::escape::{escape, link_or_code};
use crate::text::{self, Message, msg};

/// How many arguments of each kind are told.
const N_TOLD: usize = 2;

/// Writes the headline, at most four more lines, and the link.
pub(super) fn write(report: &ReportInput, record: &Record) -> String {
    let mut lines = vec![["**", &*escape(&headline(report, record)), "**"].concat(), String::new()];
    let mut item = |message: Message, what: String| {
        if !what.is_empty() {
            lines.push(["* ", &*escape(&report.tf(message, &[("what", &what)]))].concat());
        }
    };
    item(msg::BRIEF_ASKED, wording::drivers(report, record).join("; "));
    if let Some(arguments) = &record.consequences {
        item(msg::BRIEF_GOOD, some(&arguments.good));
        let against: Vec<_> = arguments.bad.iter().chain(&arguments.neutral).cloned().collect();
        item(msg::BRIEF_BAD, some(&against));
    }
    item(msg::BRIEF_FIRM, record.firmness.first().cloned().unwrap_or_default());
    if lines.len() > 2 {
        lines.push(String::new());
    }
    let label = report.t(msg::RECORD_LINK);
    lines.push(link_or_code(&label, &record.link));
    lines.join("\n") + "\n"
}

/// Who fits best, how well, and how far ahead; or the choice, if that is another one.
fn headline(report: &ReportInput, record: &Record) -> String {
    if record.outcome.choice.is_some() && !record.outcome.is_first {
        return chosen(report, record);
    }
    let said = text::leaders(report.catalog, report.words, report.ranking);
    if report.first().is_none() || report.ranking.leaders().count() > 1 {
        return said;
    }
    let said = [&*said, " ", &*report.t(msg::RESULT_OF)].concat();
    let Some((next, n)) = report.ranking.lead() else {
        return said;
    };
    let message = if n == 0 { msg::RESULT_JUST_AHEAD } else { msg::RESULT_AHEAD };
    let values = [("n", &*n.to_string()), ("rival", report.name(next))];
    [said, report.tf(message, &values)].join(", ")
}

fn some(all: &[Argument]) -> String {
    let texts: Vec<_> = all.iter().take(N_TOLD).map(|one| one.text.as_str()).collect();
    texts.join(" ")
}
