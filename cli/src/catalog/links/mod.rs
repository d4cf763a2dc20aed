//! `stackfit catalog links`: whether the addresses of the catalog still answer.
//!
//! It reads no page: whether a source still supports its facts is for people to see.

mod address;
mod look;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use anyhow::bail;
use clap::Args;
use stackfit::authoring::Checked;

use self::address::{Address, by_host};
use self::look::{Answer, Looker};
use super::{Folder, chosen, load};
use crate::{output, parallel};

/// How many hosts are asked at once; each gets one request at a time.
const AT_ONCE: usize = 8;

/// Check whether each address of a source, site, repository or first-steps page still answers
///
/// It ends with 1 if an address is gone or does not answer. One that redirects, or that refuses programs, is shown and no
/// failure.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The ids of the entries [default: all]
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Show the addresses that answer, too
    #[arg(long)]
    all: bool,
    /// How long an address may take, in seconds
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..))]
    seconds: u64,
    #[command(flatten)]
    folder: Folder,
}

/// Prints what became of each address.
///
/// # Errors
/// If the catalog cannot be read or has violations, an entry does not exist, or an address is gone
/// or does not answer.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let checked = load(arguments.folder.path())?;
    let addresses = addresses(&checked, &arguments.ids)?;
    let looker = Looker::new(Duration::from_secs(arguments.seconds));
    let found = found(&addresses, &looker);
    output::print(&text(&found, arguments.all))?;
    let n_lost = found.iter().filter(|(_, answer)| answer.is_lost()).count();
    if n_lost > 0 {
        let is = if n_lost == 1 { "is gone or does" } else { "are gone or do" };
        bail!("{} {is} not answer", number_of_addresses(n_lost));
    }
    Ok(())
}

/// The addresses of some entries, each once, with the ids of those that name it.
fn addresses(checked: &Checked, ids: &[String]) -> anyhow::Result<Vec<Address>> {
    let chosen = chosen(&checked.catalog, ids)?;
    let mut addresses = BTreeMap::<String, Vec<String>>::new();
    for (entry, dossier) in checked.catalog.alternatives.iter().zip(&checked.evidence.dossiers) {
        if !chosen.contains(&*entry.id) {
            continue;
        }
        let pages = dossier.start.iter().chain(&dossier.sources);
        let sources = pages.map(|source| &source.url);
        for url in sources.chain([&dossier.site, &dossier.repository]) {
            // What stands after `#` is not sent.
            let url = url.split('#').next().unwrap_or(url);
            let ids = addresses.entry(url.to_owned()).or_default();
            if ids.last().is_none_or(|last| *last != *entry.id) {
                ids.push(entry.id.to_string());
            }
        }
    }
    Ok(addresses.into_iter().map(|(url, ids)| Address { url, ids }).collect())
}

/// What became of each address, in their order.
fn found<'a>(addresses: &'a [Address], looker: &Looker) -> Vec<(&'a Address, Answer)> {
    let hosts = by_host(addresses);
    let answers = parallel::map(&hosts, AT_ONCE, |host| {
        host.iter().map(|address| (*address, looker.look(&address.url))).collect::<Vec<_>>()
    });
    let mut found: Vec<_> = answers.into_iter().flatten().collect();
    found.sort_by(|(one, _), (other, _)| one.url.cmp(&other.url));
    found
}

/// One line for each address that is worth a look, and the counts.
fn text(found: &[(&Address, Answer)], shows_all: bool) -> String {
    let mut text = String::new();
    for (address, answer) in found {
        if shows_all || *answer != Answer::Answers {
            let ids = address.ids.join(", ");
            let _ = writeln!(text, "{}: {answer} ({ids})", address.url);
        }
    }
    let n = |kind| found.iter().filter(|(_, answer)| answer.kind() == kind).count();
    let counted = Answer::KINDS.map(|(kind, word)| format!("{} {word}", n(kind)));
    let _ = writeln!(text, "{}: {}", number_of_addresses(found.len()), counted.join(", "));
    text
}

fn number_of_addresses(n: usize) -> String {
    if n == 1 { "1 address".to_owned() } else { format!("{n} addresses") }
}

#[cfg(test)]
mod tests {
    use stackfit::authoring::{Files, check};

    use super::*;
    use crate::repository;

    fn sample() -> Checked {
        let folder = repository::root().join("tests/fixtures/catalog/base");
        check(&Files::load(&folder).unwrap()).unwrap()
    }

    fn named(checked: &Checked, ids: &[&str]) -> Vec<String> {
        let ids: Vec<_> = ids.iter().map(|id| (*id).to_owned()).collect();
        let addresses = addresses(checked, &ids).unwrap();
        addresses
            .into_iter()
            .map(|Address { url, ids }| format!("{url} {}", ids.join(",")))
            .collect()
    }

    #[test]
    fn each_address_is_asked_once_without_its_fragment_and_names_its_entries() {
        let mut checked = sample();
        let beta = &mut checked.evidence.dossiers[1];
        beta.sources[0].url = "https://example.org/alpha#install".into();
        assert_eq!(
            named(&checked, &[]),
            [
                "https://example.org/alpha alpha,beta",
                "https://example.org/alpha.git alpha",
                "https://example.org/alpha/news alpha",
                "https://example.org/alpha/start alpha",
                "https://example.org/beta beta",
                "https://example.org/beta.git beta",
            ]
        );
        assert_eq!(named(&checked, &["beta"]).len(), 3);
        assert!(addresses(&checked, &["gamma".to_owned()]).is_err());
    }

    #[test]
    fn what_is_worth_a_look_is_shown_and_all_is_counted() {
        let address = |path: &str| Address {
            url: format!("https://example.org/{path}"),
            ids: vec!["alpha".to_owned(), "beta".to_owned()],
        };
        let [there, moved, gone] = ["a", "b", "c"].map(address);
        let found = [
            (&there, Answer::Answers),
            (&moved, Answer::Redirects("https://example.org/new".to_owned())),
            (&gone, Answer::Gone(410)),
        ];
        let counts =
            "3 addresses: 1 answer, 1 redirect, 0 refuse programs, 1 gone, 0 without an answer\n";
        let lines = "https://example.org/b: redirects to https://example.org/new (alpha, beta)\n\
                     https://example.org/c: gone, status 410 (alpha, beta)\n";
        assert_eq!(text(&found, false), format!("{lines}{counts}"));
        let all = format!("https://example.org/a: answers (alpha, beta)\n{lines}{counts}");
        assert_eq!(text(&found, true), all);
        let lost: Vec<_> = found.iter().map(|(_, answer)| answer.is_lost()).collect();
        assert_eq!(lost, [false, false, true]);
        assert!(!Answer::Refuses(403).is_lost() && Answer::Silent(String::new()).is_lost());
    }
}
