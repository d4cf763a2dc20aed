//! The advice in the cases, as text.

use core::fmt::Write as _;

use stackfit::authoring::audit::{Advice, Measured, Outcome, Place};

use crate::catalog::number;

/// The counts with their targets, the disputed cases, and the choices that fail a must-have.
pub(super) fn summary(title: &str, advice: &Advice, measured: &[Measured]) -> String {
    let mut text = format!("{} {title}\n\n", advice.cases.len());
    let _ = writeln!(text, "{:<32} {:>7} {:>8}  {}", "advice", "cases", "share", "target");
    for one in measured {
        let reached = if one.is_reached() { "reached" } else { "not reached" };
        let target = one.target.map(|target| format!("{target}: {reached}")).unwrap_or_default();
        let line = format!("{:<32} {}  {target}", one.what, count(one.n, one.of));
        let _ = writeln!(text, "{}", line.trim_end());
    }
    let n_unsaid = advice.cases.iter().filter(|case| !case.unsaid.is_empty()).count();
    let n_things = advice.cases.iter().map(|case| case.unsaid.len()).sum();
    let _ = writeln!(
        text,
        "{:<32} {}  {}",
        "need says what no answer can",
        count(n_unsaid, advice.cases.len()),
        number(n_things, "thing")
    );
    let unmet = advice.cases.iter().filter(|case| !matches!(case.place, Place::Ranked { .. }));
    section(&mut text, "choices that do not meet a must-have", unmet.map(line).collect());
    let disputed = advice.disputed.iter().map(line).collect();
    section(&mut text, "disputed, counted nowhere", disputed);
    text
}

/// Each case: where its choice stands, and who is first.
pub(super) fn each(advice: &Advice) -> String {
    let mut text = String::new();
    section(&mut text, "cases", advice.cases.iter().map(line).collect());
    text
}

/// What the needs say and the questions cannot.
pub(super) fn unsaid(advice: &Advice) -> String {
    let mut text = String::new();
    let all = advice.cases.iter().chain(&advice.disputed);
    let lines =
        all.flat_map(|case| case.unsaid.iter().map(move |unsaid| format!("{}: {unsaid}", case.id)));
    section(&mut text, "said by a need and by no answer", lines.collect());
    text
}

fn section(text: &mut String, title: &str, lines: Vec<String>) {
    if !lines.is_empty() {
        let _ = writeln!(text, "\n{title}\n  {}", lines.join("\n  "));
    }
}

/// A count of cases, and its share.
fn count(n: usize, of: usize) -> String {
    let tenths = (2000 * n + of) / (2 * of).max(1);
    format!("{:>7} {:>6}.{} %", format!("{n}/{of}"), tenths / 10, tenths % 10)
}

fn line(case: &Outcome) -> String {
    let Outcome { id, chosen, .. } = case;
    let place = match &case.place {
        Place::Ranked { rank: 1, n_equals: 0 } => return format!("{id}: {chosen} first"),
        Place::Ranked { rank, n_equals: 0 } => format!("rank {rank}"),
        Place::Ranked { rank, n_equals } => {
            format!("rank {rank}, with {}", number(*n_equals, "other"))
        }
        Place::Excluded(musts) => format!("fails {}", musts.join(" and ")),
        Place::Unconfirmed(musts) => format!("not known to meet {}", musts.join(" and ")),
    };
    let leaders = match case.leaders.join(", ") {
        nobody if nobody.is_empty() => "nobody is first".to_owned(),
        leaders => format!("first: {leaders}"),
    };
    let turned_down = match case.turned_down_first.join(", ") {
        nobody if nobody.is_empty() => String::new(),
        turned_down => format!("; turned down: {turned_down}"),
    };
    format!("{id}: {chosen} {place}; {leaders}{turned_down}")
}
