//! The record of a team: whoever was not there can read who asked for what, what was chosen, who gives up
//! what, and where the facts are from.

use proptest::prelude::*;
use stackfit::domain::team::Team;
use stackfit::report::Block;
use stackfit::report::record::Format;
use stackfit::text::person;

use super::forms::{broken, in_line};
use super::made::{BASE, Made, records_of_teams};
use super::readers::seen;
use test_support::strategies::cases;

/// Ana and Ben differ on the language, and one needs admin screens.
const TWO: &str = "?view=team&1.name=Ana&1.a.language=python&1.a.box=admin&1.must.box=admin&2.name=Ben\
                   &2.a.language=ruby&2.w.language=important&2.a.size=large";

/// A section by its heading, without its parts.
fn section<'a>(markdown: &'a str, heading: &str) -> &'a str {
    let start = ["# ", heading, "\n"].concat();
    let (_, rest) = markdown.split_once(&start).unwrap_or_else(|| panic!("{heading}: {markdown}"));
    rest.split("\n#").next().unwrap_or_default()
}

#[test]
fn a_record_of_a_team_stands_on_its_own() {
    let made = Made::frozen(TWO);
    let text = made.text(Format::Madr);
    let team = Team::new(&made.case.table, &made.case.state.team);
    let first = made.case.name(team.joint.by_mean[0].alternative);
    assert!(text.starts_with(&format!("---\nstatus: proposed\ndate: {}\n---\n", made.today)));
    assert!(text.contains(&format!("\n# Use {first}\n")), "{text}");
    assert!(section(&text, "Context and Problem Statement").contains("Ana and Ben answered on"));
    let drivers = section(&text, "Decision Drivers");
    assert!(
        drivers.contains("* Language: Ben: Ruby (counts 2 times); Ana: Python.")
            || drivers.contains("* Language: Ana: Python; Ben: Ruby (counts 2 times)."),
        "{drivers}"
    );
    assert!(drivers.contains("Ana: Admin screens (must-have)."), "{drivers}");
    let options = section(&text, "Considered Options");
    assert!(options.contains(&format!("* {first}: rank 1 by the mean, ")), "{options}");
    assert!(
        options.contains("* Not ranked for all: ") && options.contains(": Admin screens (Ana).")
    );
    let outcome = section(&text, "Decision Outcome");
    assert!(
        outcome.contains(&format!("Chosen option: “{first}”, because it is at rank 1 by the mean"))
    );
    assert!(outcome.contains(&format!("* With {first}: ")), "{outcome}");
    assert!(section(&text, "Consequences").contains("* Good for "), "{text}");
    assert!(section(&text, "Consequences").contains("* Bad, because "), "the drawbacks: {text}");
    assert!(section(&text, "Confirmation").contains("Look again by "), "{text}");
    assert!(section(&text, "What would change it").contains("* Language: "), "{text}");
    let own = section(&text, "Everybody’s own ranking");
    assert!(own.contains("* Ana: 1\\. ") || own.contains("* Ana: 1. "), "{own}");
    assert!(section(&text, "Sources").contains("1. [") && text.contains("(source 1"), "{text}");
    let more = section(&text, "More Information");
    assert!(more.contains(&format!("({BASE}?view=team&1.name=Ana&1.a.language=python&")), "{more}");
}

#[test]
fn a_choice_of_the_team_is_the_choice_and_says_what_it_costs() {
    let made = Made::frozen(&[TWO, "&choice=rails&theme=dark"].concat());
    let text = made.text(Format::Madr);
    assert!(text.starts_with("---\nstatus: accepted\n"), "{text}");
    assert!(
        text.contains("\n# Use Ruby on Rails\n") && text.contains("“Ruby on Rails”, although ")
    );
    let more = section(&text, "More Information");
    assert!(more.contains("&choice=rails&") && !more.contains("theme"), "{more}");
    // Flask has no admin screens of its own.
    let barred = Made::frozen(&[TWO, "&choice=gin"].concat()).text(Format::Madr);
    let says = "“Gin”, although not everybody accepts it: Admin screens (Ana).";
    assert!(barred.contains(says), "{barred}");
}

#[test]
fn where_nobody_is_left_the_record_says_so_and_what_could_be_given_up() {
    let nobody = "?view=team&1.name=Ana&1.a.language=python&1.must.language=python&2.name=Ben\
                  &2.a.language=ruby&2.must.language=ruby";
    let text = Made::frozen(nobody).text(Format::Madr);
    assert!(text.contains("No option is chosen: no framework meets every must-have."), "{text}");
    assert!(section(&text, "What would change it").contains("* Ana drops Python: then "), "{text}");
}

#[test]
fn other_forms_have_nothing_of_a_team() {
    let made = Made::frozen(TWO);
    for format in [Format::Json, Format::Csv, Format::Comparison, Format::Brief, Format::Paper] {
        assert_eq!(made.blocks(format), Vec::<Block>::new(), "{format:?}");
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_record_of_any_team_breaks_no_rule_and_shows_its_texts_as_they_are(made in records_of_teams()) {
        let markdown = made.text(Format::Madr);
        let found = broken(&markdown);
        prop_assert!(found.is_empty(), "{}\n{markdown}", found.join("\n"));
        let blocks = seen(&markdown);
        let whole: Vec<_> = blocks.iter().map(|block| block.text.as_str()).collect();
        let whole = whole.join("\n");
        for at in 0..made.case.state.team.len() {
            let name = in_line(&person(&made.case.words, &made.case.state.team, at));
            prop_assert!(whole.contains(&name), "{name}\n{markdown}");
        }
        for entry in &made.case.catalog.alternatives {
            prop_assert!(whole.contains(&in_line(&entry.name)), "{}\n{markdown}", entry.name);
        }
        // Every source is cited, and every number has its source.
        let n_sources = blocks.iter().flat_map(|block| &block.links).count() - 1;
        let cited = |n: usize| {
            let numbers = whole.split("source").skip(1);
            let numbers = numbers.filter_map(|rest| rest.split(')').next());
            let mut all = numbers.flat_map(|list| list.trim_start_matches('s').split(','));
            all.any(|number| number.trim() == n.to_string())
        };
        for n in 1..=n_sources {
            prop_assert!(cited(n), "{n}\n{markdown}");
        }
        prop_assert!(!cited(n_sources + 1), "{markdown}");
    }
}
