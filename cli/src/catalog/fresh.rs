//! `stackfit catalog fresh`: the facts by age, so that the oldest are reviewed next.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use clap::Args;
use stackfit::domain::catalog::{Alternative, Catalog, Date, Freshness};

use super::{Folder, load, number};
use crate::{clock, output};

/// List the facts by age, the oldest first
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// How old a fact is at least, in whole months
    #[arg(long, value_name = "N", default_value_t = 0)]
    months: u16,
    #[command(flatten)]
    folder: Folder,
}

/// Prints the facts of each entry by their day, the oldest first: the figure's own day, or else the
/// day on which it was checked.
///
/// # Errors
/// If the catalog cannot be read or is not clean.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let catalog = load(arguments.folder.path())?.catalog;
    output::print(&listed(&catalog, clock::today(), arguments.months))
}

/// The facts that are at least `months` old: entries by their oldest fact, and within each the
/// oldest first.
fn listed(catalog: &Catalog, today: Date, months: u16) -> String {
    let mut entries: Vec<_> = catalog
        .alternatives
        .iter()
        .map(|entry| (by_day(catalog, entry, today, months), entry))
        .filter(|(days, _)| !days.is_empty())
        .collect();
    entries.sort_by_key(|(days, entry)| (days.keys().next().map(|(day, _)| *day), &entry.id));
    let mut text = String::new();
    for (days, entry) in entries {
        let _ = writeln!(text, "{}", entry.name);
        for ((day, freshness), criteria) in days {
            let age = day.months_until(today);
            let word = match freshness {
                Freshness::Fresh => "",
                Freshness::Stale => ", stale",
                Freshness::Expired => ", expired",
            };
            let n = number(criteria.len(), "fact");
            let months = number(usize::from(age), "month");
            let _ = writeln!(text, "  {day}  {months}{word}, {n}: {}", criteria.join(", "));
        }
    }
    text + &summary(catalog, today)
}

/// The criteria whose facts are at least `months` old, by day and by what their age means.
fn by_day<'a>(
    catalog: &'a Catalog,
    entry: &Alternative,
    today: Date,
    months: u16,
) -> BTreeMap<(Date, Freshness), Vec<&'a str>> {
    let mut days = BTreeMap::<_, Vec<_>>::new();
    for id in catalog.criterion_ids() {
        let (criterion, fact) = (catalog.criterion(id), entry.fact(id));
        let day = fact.day();
        if day.months_until(today) >= months {
            let key = (day, criterion.freshness(fact, today));
            days.entry(key).or_default().push(criterion.id.as_ref());
        }
    }
    days
}

fn summary(catalog: &Catalog, today: Date) -> String {
    let n = |wanted| {
        catalog.facts().filter(|(known, fact)| known.freshness(fact, today) == wanted).count()
    };
    format!(
        "{} on {today}: {} fresh, {} stale (over 12 months), {} expired (over 24 months)\n",
        number(catalog.facts().count(), "fact"),
        n(Freshness::Fresh),
        n(Freshness::Stale),
        n(Freshness::Expired),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped(n: usize) -> Catalog {
        let mut catalog = load(None).unwrap().catalog;
        catalog.alternatives.truncate(n);
        catalog
    }

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// All facts of an entry as if they had been checked on one day, and none had a day of its own.
    fn renew(entry: &mut Alternative, day: &str) {
        for fact in &mut entry.facts {
            (fact.checked, fact.of) = (date(day), None);
        }
    }

    #[test]
    fn the_oldest_come_first_among_entries_and_within_each() {
        let mut catalog = shipped(3);
        for entry in &mut catalog.alternatives {
            renew(entry, "2026-11-01");
        }
        catalog.alternatives[2].facts[1].checked = date("2024-11-23");
        catalog.alternatives[1].facts[0].checked = date("2025-10-01");
        let ids: Vec<_> = catalog.criteria.iter().map(|criterion| criterion.id.as_ref()).collect();
        let names: Vec<_> = catalog.alternatives.iter().map(|entry| entry.name.as_ref()).collect();
        let text = listed(&catalog, date("2026-11-24"), 0);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], names[2]);
        assert_eq!(lines[1], format!("  2024-11-23  24 months, expired, 1 fact: {}", ids[1]));
        assert!(lines[2].starts_with("  2026-11-01  0 months, "), "{}", lines[2]);
        assert_eq!(lines[3], names[1]);
        assert_eq!(lines[4], format!("  2025-10-01  13 months, stale, 1 fact: {}", ids[0]));
        assert_eq!(lines[6], names[0]);
        let n = 3 * catalog.criteria.len();
        let summary = format!("{n} facts on 2026-11-24: {} fresh, 1 stale", n - 2);
        assert!(lines[8].starts_with(&summary), "{}", lines[8]);
    }

    #[test]
    fn only_what_is_old_enough_is_listed() {
        let mut catalog = shipped(2);
        for entry in &mut catalog.alternatives {
            renew(entry, "2026-06-24");
        }
        let lines = |months| listed(&catalog, date("2026-11-24"), months).lines().count();
        assert_eq!(lines(5), 5);
        assert_eq!(lines(6), 1, "the summary is always there");
    }

    #[test]
    fn a_figure_is_listed_under_its_own_day_and_one_of_the_newest_run_does_not_expire() {
        let mut catalog = shipped(1);
        renew(&mut catalog.alternatives[0], "2026-11-01");
        for at in [0, 1] {
            catalog.criteria[at].newest_run = None;
            catalog.alternatives[0].facts[at].of = Some(date("2024-06"));
        }
        catalog.criteria[1].newest_run = Some(date("2024-06"));
        let text = listed(&catalog, date("2026-11-24"), 12);
        let lines: Vec<_> = text.lines().collect();
        let (first, second) = (&catalog.criteria[0].id, &catalog.criteria[1].id);
        assert_eq!(lines[1], format!("  2024-06  29 months, stale, 1 fact: {second}"));
        assert_eq!(lines[2], format!("  2024-06  29 months, expired, 1 fact: {first}"));
    }
}
