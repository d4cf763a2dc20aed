//! The advice in the cases, as text.

use core::fmt::Write as _;

use stackfit::authoring::audit::{Advice, Measured, Outcome, Place};

use super::section;
use crate::catalog::number;

/// The counts with their targets, the disputed cases, and the choices that fail a must-have.
pub(super) fn summary(title: &str, advice: &Advice, measured: &[Measured]) -> String {
    let mut text = format!("{} {title}\n\n", advice.cases.len());
    let _ = writeln!(text, "{:<32} {:>7} {:>8}  target", "advice", "cases", "share");
    for one in measured {
        let reached = if one.is_reached() { "reached" } else { "not reached" };
        let target = one.target.map(|target| format!("{target}: {reached}")).unwrap_or_default();
        let line = format!("{:<32} {}  {target}", one.what, count(one.n, one.of));
        let _ = writeln!(text, "{}", line.trim_end());
    }
    let n_things = advice.cases.iter().map(|case| case.unsaid.len()).sum();
    let what = "said by needs and by no answer";
    let _ = writeln!(text, "{what:<32} {}", number(n_things, "thing"));
    let unmet = advice.cases.iter().filter(|case| !matches!(case.place, Place::Ranked { .. }));
    section(&mut text, "choices that do not meet a must-have", unmet.map(line));
    section(&mut text, "disputed, counted nowhere", advice.disputed.iter().map(line));
    text
}

/// Each case: where its choice stands, and who is first.
pub(super) fn each(advice: &Advice) -> String {
    let mut text = String::new();
    section(&mut text, "cases", advice.cases.iter().map(line));
    text
}

/// What the needs say and the questions cannot.
pub(super) fn unsaid(advice: &Advice) -> String {
    let mut text = String::new();
    let all = advice.cases.iter().chain(&advice.disputed);
    let lines =
        all.flat_map(|case| case.unsaid.iter().map(move |unsaid| format!("{}: {unsaid}", case.id)));
    section(&mut text, "said by a need and by no answer", lines);
    text
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

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(id: &str, place: Place) -> Outcome {
        Outcome {
            id: id.to_owned(),
            chosen: "alpha".to_owned(),
            place,
            leaders: vec!["beta".to_owned(), "gamma".to_owned()],
            turned_down_first: Vec::new(),
            unsaid: vec!["it is blue".to_owned(), "it is old".to_owned()],
        }
    }

    fn advice() -> Advice {
        let turned_down = Outcome {
            turned_down_first: vec!["beta".to_owned()],
            ..outcome("shared", Place::Ranked { rank: 3, n_equals: 2 })
        };
        let first = Place::Ranked { rank: 1, n_equals: 0 };
        let fails = Place::Excluded(vec!["must.a=b".to_owned(), "must.c=d".to_owned()]);
        let unknown = Place::Unconfirmed(vec!["must.a=b".to_owned()]);
        let nobody = Outcome { leaders: Vec::new(), ..outcome("unknown", unknown) };
        Advice {
            cases: vec![outcome("alone", first), turned_down, outcome("fails", fails), nobody],
            disputed: vec![outcome("disputed", Place::Ranked { rank: 2, n_equals: 1 })],
        }
    }

    #[test]
    fn the_summary_has_each_count_with_its_share_and_its_target() {
        let advice = advice();
        let text = summary("cases of somebody", &advice, &advice.measured());
        assert!(text.starts_with("4 cases of somebody\n"), "{text}");
        let line = |start: &str| {
            let line = text.lines().find(|line| line.starts_with(start));
            line.unwrap_or_else(|| panic!("{start}: {text}"))
        };
        for (what, count, target) in [
            ("chosen is first ", "1/4", "at least 85 %: not reached"),
            ("chosen is first alone", "1/4", "at least 60 %: not reached"),
            ("chosen is among the first three", "2/4", "at least 97 %: not reached"),
            ("turned down and first", "1/4", "at most 2 %: not reached"),
        ] {
            let line = line(what);
            assert!(line.contains(&format!(" {count} ")) && line.ends_with(target), "{line}");
        }
        assert!(line("chosen is first ").contains(" 25.0 % "), "{text}");
        assert!(line("said by needs and by no answer").ends_with(" 8 things"), "{text}");
        let aside = summary("cases", &advice, &advice.measured_aside());
        assert!(aside.contains("all but 1: not reached"), "{aside}");
        assert!(aside.contains("at most 1: reached"), "{aside}");
    }

    #[test]
    fn a_choice_that_does_not_meet_a_must_have_is_listed_with_it() {
        let text = summary("cases", &advice(), &[]);
        for line in [
            "fails: alpha fails must.a=b and must.c=d; first: beta, gamma",
            "unknown: alpha not known to meet must.a=b; nobody is first",
            "disputed: alpha rank 2, with 1 other; first: beta, gamma",
        ] {
            assert!(text.contains(&format!("\n  {line}\n")), "{text}");
        }
        assert!(!text.contains("\n  shared: "), "{text}");
    }

    #[test]
    fn each_case_and_each_thing_unsaid_has_a_line() {
        let advice = advice();
        let text = each(&advice);
        assert!(text.contains("\n  alone: alpha first\n"), "{text}");
        let shared = "shared: alpha rank 3, with 2 others; first: beta, gamma; turned down: beta";
        assert!(text.contains(&format!("\n  {shared}\n")), "{text}");
        let text = unsaid(&advice);
        assert_eq!(text.lines().count(), 12, "two for each, and a title: {text}");
        assert!(text.contains("\n  fails: it is old\n"), "{text}");
    }

    #[test]
    fn shares_are_rounded_to_tenths() {
        assert!(count(2, 3).ends_with(" 66.7 %"), "{}", count(2, 3));
        assert!(count(0, 0).ends_with(" 0.0 %"), "{}", count(0, 0));
    }
}
