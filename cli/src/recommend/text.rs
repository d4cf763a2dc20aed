//! A recommendation as text, to read in a terminal.
//!
//! The text leaves out what only a program needs: exact fractions, contributions, weaker reasons,
//! and the definitions of the words for firmness.

use core::fmt::Write as _;

use super::blocks::blocks;
use super::report::{GivenAnswer, RankedEntry, Recommendation, Score, UnrankedEntry};
use super::statements::Blocks;

/// How many reasons are printed for and against each.
const PROS: usize = 3;
const CONS: usize = 2;

/// The whole text.
pub(super) fn text(all: &Recommendation) -> String {
    let mut text = format!("{}, {}\n", all.catalog.id, all.catalog.date);
    if let Some(date) = &all.made_with {
        line(&mut text, &format!("The link was made with the catalog of {date}."));
    }
    let said = &all.statements;
    statements(&mut text, "Since the link was made", &said.since);
    section(&mut text, "Answers", &all.answers, answer);
    section(&mut text, "Not an option", &all.without, |one, text| {
        line(text, &format!("  {}", one.name));
    });
    if !all.answers.is_empty() {
        line(&mut text, &format!("\nResult\n  {}", all.title));
    }
    statements(&mut text, "How firm this is", &said.verdict);
    statements(&mut text, "What to drop", &said.impasse);
    section(&mut text, "Ranking", &all.ranked, ranked);
    statements(&mut text, "How firm this is, in detail", &said.details);
    section(&mut text, "Cannot confirm", &all.cannot_confirm, unranked);
    section(&mut text, "Excluded", &all.excluded, unranked);
    statements(&mut text, "In use today", &said.today);
    statements(&mut text, "Together", &said.together);
    statements(&mut text, "Next", &said.next);
    section(&mut text, "Ignored in the link", &all.ignored, |part, text| {
        let (ignored, sentence) = (&part.part, &part.sentence);
        let part = printable(&format!("{}={}", ignored.name, ignored.value));
        line(text, &format!("  {part}: {sentence}"));
    });
    text
}

/// A text of somebody's link without what a terminal would act on.
fn printable(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}

fn section<T>(text: &mut String, title: &str, items: &[T], write: impl Fn(&T, &mut String)) {
    if !items.is_empty() {
        line(text, &format!("\n{title}"));
        for item in items {
            write(item, text);
        }
    }
}

fn statements(text: &mut String, title: &str, said: &Blocks) {
    if !said.0.is_empty() {
        line(text, &format!("\n{title}"));
        text.push_str(&blocks(&said.0, 2));
    }
}

fn answer(answer: &GivenAnswer, text: &mut String) {
    let options = answer.options.iter().map(|option| {
        let is_must = answer.is.is_none() && answer.musts.contains(option);
        if is_must { format!("{option} (must have)") } else { option.clone() }
    });
    let options: Vec<_> = options.collect();
    let is = match answer.is {
        Some("wish") => " (a wish: others are listed too)",
        Some(_) => " (a condition: only these are listed)",
        None => "",
    };
    let counts = match answer.weight {
        // Every one of them is a must-have.
        0 => String::new(),
        _ => format!(", {}", answer.importance),
    };
    line(text, &format!("  {}: {}{counts}{is}", answer.label, options.join(", ")));
}

fn ranked(entry: &RankedEntry, text: &mut String) {
    let tied = if entry.tied { " (tied)" } else { "" };
    let score = entry.score.as_ref().map(|score| points(score, entry.close)).unwrap_or_default();
    line(text, &format!("{:>4}  {}{tied}{score}", entry.rank, entry.name));
    for reason in entry.reasons.pros.iter().take(PROS) {
        line(text, &format!("      + {}", reason.sentence));
    }
    for reason in entry.reasons.cons.iter().take(CONS) {
        line(text, &format!("      - {}", reason.sentence));
    }
    // Without points there is nothing to win.
    if entry.score.is_some() {
        text.push_str(&blocks(&entry.way.0, 6));
    }
}

fn unranked(entry: &UnrankedEntry, text: &mut String) {
    let score = entry.score.as_ref().map(|score| points(score, false)).unwrap_or_default();
    let would = if score.is_empty() { String::new() } else { format!(" (would have{score})") };
    line(text, &format!("  {}: {}{would}", entry.name, entry.sentence));
    text.push_str(&blocks(&entry.way.0, 6));
}

/// The score with one decimal, with two if it would otherwise look equal to a neighbour's, and with
/// its interval if a fact is unknown.
fn points(score: &Score, close: bool) -> String {
    let mut text = if close {
        format!("  {}.{:02} %", score.hundredths / 100, score.hundredths % 100)
    } else {
        format!("  {} %", tenths(score.tenths))
    };
    let [least, greatest] = score.interval_tenths;
    if least != greatest {
        let _ = write!(text, ", between {} and {}", tenths(least), tenths(greatest));
    }
    text
}

fn tenths(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine_bench::generate;

    fn printed(query: &str) -> String {
        let catalog = generate::catalog(40);
        text(&Recommendation::of(&catalog, query, catalog.subject.date))
    }

    #[test]
    fn what_a_terminal_would_act_on_is_replaced() {
        let text = printed("?f.nonsense%1b]0;x=1&f.%07more=%9b31m&f.nonsense=%1b[31m");
        assert!(text.contains("Ignored in the link"), "{text}");
        assert!(!text.contains(|letter: char| letter.is_control() && letter != '\n'), "{text:?}");
    }

    #[test]
    fn every_part_of_the_result_has_its_section() {
        let text = printed(
            "?a.question-0=option-1&a.question-2=option-2&must.question-2=option-2&f.nonsense=1",
        );
        for part in [
            "\nAnswers\n  Question 0: option-1, normal\n  Question 2: option-2 (must have)\n",
            "\nRanking\n   1  ",
            "\n      + ",
            "\nCannot confirm\n",
            "\nExcluded\n",
            "(would have  ",
            "\nIgnored in the link\n  f.nonsense=1: ",
        ] {
            assert!(text.contains(part), "{part:?} is missing in\n{text}");
        }
    }

    #[test]
    fn without_an_answer_there_are_no_points() {
        let text = printed("");
        assert!(!text.contains('%') && !text.contains("Answers"), "{text}");
    }

    #[test]
    fn reasons_are_printed_as_the_page_says_them() {
        let catalog = crate::catalog::frozen();
        let query = "?a.language=python&a.building=content-site&a.box=admin&must.box=admin";
        let text = text(&Recommendation::of(&catalog, query, catalog.subject.date));
        let first = "\nRanking\n   1  Django  100.0 %\n      + Admin screens: comes with \
                     django.contrib.admin.\n      + You can write it in Python.\n";
        assert!(text.contains(first), "{text}");
        assert!(
            text.contains("\n  Express: Missing: Admin screens (would have  13.3 %)\n"),
            "{text}"
        );
    }

    #[test]
    fn a_condition_and_a_wish_are_told_apart() {
        let catalog = crate::catalog::load(None).expect("the shipped catalog is sound").catalog;
        let said = |query: &str| text(&Recommendation::of(&catalog, query, catalog.subject.date));
        let wish = said("?a.language=php");
        assert!(
            wish.contains("\n  Language: php, normal (a wish: others are listed too)\n"),
            "{wish}"
        );
        let condition = said("?a.language=php&must.language=php");
        let line = "\n  Language: php (a condition: only these are listed)\n";
        assert!(condition.contains(line), "{condition}");
        assert!(
            condition.contains("\nResult\n  4 frameworks meet your must-haves\n"),
            "{condition}"
        );
        let many = said("?a.building=rest-api&a.size=small&a.learning=quick");
        for part in [
            "\nResult\n  7 frameworks fit equally well\n",
            "\n  All of them: ",
            "” to tell them apart\n",
        ] {
            assert!(many.contains(part), "{part:?} is missing in\n{many}");
        }
    }

    #[test]
    fn what_the_page_says_is_printed_with_links_to_try() {
        let catalog = crate::catalog::frozen();
        let query = "?a.building=content-site&a.learning=quick&today=rails&only=django,flask,rails";
        let printed = text(&Recommendation::of(&catalog, query, catalog.subject.date));
        for part in [
            "\nHow firm this is\n  [",
            "Stays ahead of Flask unless your weights are off",
            "\nHow firm this is, in detail\n  Share of weightings",
            "\nIn use today\n  You use Ruby on Rails: ",
            "\nNext\n  2 answered · ",
            "\n      How could Flask come first?\n",
            "\n        Try it: ?a.language=ruby&a.building=",
        ] {
            assert!(printed.contains(part), "{part:?} is missing in\n{printed}");
        }
        let nobody = "?a.language=python&must.language=python&a.hosting=shared&must.hosting=shared";
        let printed = text(&Recommendation::of(&catalog, nobody, catalog.subject.date));
        let conflict = "\nWhat to drop\n  No framework has both Python and Shared";
        assert!(printed.contains(conflict), "{printed}");
        assert!(printed.contains("\nTogether\n") && !printed.contains("How firm"), "{printed}");
    }
}
