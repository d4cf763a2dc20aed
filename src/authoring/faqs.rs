//! Reads `faq.toml`: the common questions, whose answers are computed from links.

use super::fields::{Fields, parse, report_duplicates};
use super::questions::report_placeholders;
use super::{Files, Violations};
use crate::domain::catalog::Faq;

pub(super) const FILE: &str = "faq.toml";

/// Reads the common questions. Their links are checked in `cross`.
pub(super) fn read(files: &Files, violations: &Violations) -> Vec<Faq> {
    let Some(table) = parse(files, FILE, violations) else {
        return Vec::new();
    };
    let mut fields = Fields::new(FILE, String::new(), &table, violations);
    let faqs: Vec<_> = fields.tables("faq", false).into_iter().filter_map(faq).collect();
    fields.finish();
    report_duplicates(faqs.iter().map(|faq| faq.id.as_ref()), FILE, "faq", violations);
    faqs
}

fn faq(mut fields: Fields<'_>) -> Option<Faq> {
    let id = fields.id("id");
    let question = fields.short("question", 80);
    let start = fields.optional_short("start", 40).unwrap_or_default();
    let answer = fields.short("answer", 240);
    if let Some(answer) = answer {
        report_placeholders(
            &fields,
            "answer",
            answer,
            &["leaders", "top3", "found", "count", "differs"],
        );
    }
    let link = fields.text("link");
    fields.finish();
    let text = |text: &str| text.to_owned().into();
    Some(Faq {
        id: text(id?),
        question: text(question?),
        start: text(start),
        answer: text(answer?),
        link: text(link?),
    })
}
