//! `stackfit team`: what several people's answers come to together, without a browser. The library reads
//! the links, ranks by both rules, and writes the sentences, as it does for the page.

mod result;

use anyhow::bail;
use clap::Args;
use result::Joint;
use stackfit::authoring::Checked;
use stackfit::domain::catalog::{Catalog, Date};
use stackfit::domain::permalink;
use stackfit::domain::query;
use stackfit::domain::settings::Settings;
use stackfit::domain::state::{State, View};
use stackfit::domain::team::{MOST, Member};
use stackfit::report::record::Format;

use crate::{catalog, clock, output, record};

/// Print what several people's answers come to together, and who would lose what
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Links to results or to a team, or their queries
    #[arg(value_name = "LINK", required = true)]
    links: Vec<String>,
    /// The name of a person, in the order of the links; repeat it for each
    #[arg(long = "name", value_name = "NAME")]
    names: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Print the record of the joint decision as Markdown, to be filed in a repository
    #[arg(long, conflicts_with = "json")]
    markdown: bool,
    /// The id of the entry that is chosen [default: that of the link, or else who comes first by both rules]
    #[arg(long, value_name = "ID", requires = "markdown")]
    choice: Option<String>,
    /// The day of the record [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = clock::day, requires = "markdown")]
    day: Option<Date>,
    #[command(flatten)]
    folder: catalog::Folder,
}

/// Prints the joint result.
///
/// # Errors
/// If the catalog cannot be read or has violations, if a link has no answers, and if there are more people
/// or names than there is room for.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let checked = catalog::load(arguments.folder.path())?;
    let settings = settings(&checked.catalog, arguments);
    let catalog = settings.restricted(checked.catalog.clone());
    let team = people(&catalog, &arguments.links, &arguments.names)?;
    let today = arguments.day.unwrap_or_else(clock::today);
    if arguments.markdown {
        return output::print(&record_of(checked, arguments, team, today)?);
    }
    let joint = Joint::of(&catalog, &settings.encode(), team, today);
    if arguments.json {
        let json = serde_json::to_string_pretty(&joint)?;
        output::print(&format!("{json}\n"))
    } else {
        output::print(&joint.text())
    }
}

/// The settings of the first link: what it restricts is restricted for all.
fn settings(catalog: &Catalog, arguments: &Arguments) -> Settings {
    Settings::decode(catalog, &first(arguments).1).0
}

/// The address and the query of the first link.
fn first(arguments: &Arguments) -> (&str, String) {
    permalink::address_and_query(arguments.links.first().map(String::as_str).unwrap_or_default())
}

/// The record of the team, as the page at the address of the first link writes it.
fn record_of(
    checked: Checked,
    arguments: &Arguments,
    team: Vec<Member>,
    today: Date,
) -> anyhow::Result<String> {
    let Checked { catalog, evidence, .. } = checked;
    let settings = settings(&catalog, arguments);
    let restricted = settings.restricted(catalog.clone());
    let links = arguments.links.iter().map(|link| permalink::address_and_query(link));
    let read: Vec<_> = links.map(|(_, query)| permalink::decode(&restricted, &query)).collect();
    let choice = match &arguments.choice {
        Some(id) => Some(record::chosen(&restricted, id)?),
        // That of one person is not that of all.
        None => {
            read.iter().filter(|one| !one.state.team.is_empty()).find_map(|one| one.state.choice)
        }
    };
    let made_with = read.iter().filter_map(|one| one.made_with).min();
    let state = State { view: View::Team, team, choice, ..State::new(&restricted) };
    let query = query::merge_queries(&permalink::encode(&restricted, &state), &settings.encode());
    record::write(catalog, &evidence, first(arguments).0, &query, made_with, today, Format::Madr)
}

/// The people of all links, in order, with their names. Nobody is taken for somebody else: each link was
/// named here, and the names are in their order.
fn people(catalog: &Catalog, links: &[String], names: &[String]) -> anyhow::Result<Vec<Member>> {
    let mut all = Vec::new();
    for link in links {
        let found = permalink::people_in(catalog, link);
        if found.is_empty() {
            bail!("there are no answers in this link: {link}");
        }
        all.extend(found.into_iter().flat_map(|link| link.people));
    }
    if all.len() > MOST {
        bail!("a team has at most {MOST} people, and these links have {}", all.len());
    }
    if names.len() > all.len() {
        bail!("there are {} names for {} people", names.len(), all.len());
    }
    for (member, name) in all.iter_mut().zip(names) {
        member.rename(name);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use serde_json::{Value, json};

    use super::*;

    const ANA: &str =
        "https://example.org/fit/?view=result&a.language=python&a.box=admin&must.box=admin";
    const BEN: &str = "?a.language=ruby&w.language=important&a.size=large";

    fn joint(links: &[&str], names: &[&str]) -> Joint {
        let catalog = crate::catalog::frozen();
        let owned = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let team = people(&catalog, &owned(links), &owned(names)).unwrap();
        let today = catalog.subject.date;
        Joint::of(&catalog, "", team, today)
    }

    fn refused(links: &[&str], names: &[&str]) -> String {
        let owned = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let refused = people(&crate::catalog::frozen(), &owned(links), &owned(names));
        refused.unwrap_err().to_string()
    }

    #[test]
    fn people_are_those_of_the_links_in_order() {
        let json = serde_json::to_value(joint(&[ANA, BEN], &["Ana"])).unwrap();
        assert_eq!(json["format"], 1);
        assert_eq!(json["people"][0]["name"], "Ana");
        assert_eq!(json["people"][1]["name"], "Person 2");
        let answer = json!({"question": "language", "options": ["ruby"], "musts": [], "importance": "important"});
        assert_eq!(json["people"][1]["answers"][0], answer);
        // The link of the team leads to the same.
        let link = json["link"].as_str().unwrap();
        let again = serde_json::to_value(joint(&[link], &[])).unwrap();
        assert_eq!(again, json);
    }

    #[test]
    fn everybody_is_ranked_by_both_rules_or_listed_with_whose_must_have() {
        let json = serde_json::to_value(joint(&[ANA, BEN], &["Ana", "Ben"])).unwrap();
        let n = |list: &str| json[list].as_array().unwrap().len();
        let total = crate::catalog::frozen().alternatives.len();
        assert!(n("by_mean") > 0 && n("by_mean") == n("by_regret"));
        assert_eq!(n("by_mean") + n("not_ranked"), total);
        for one in json["not_ranked"].as_array().unwrap() {
            let objection = &[&one["fails"], &one["unknown"]]
                .into_iter()
                .flat_map(|list| list.as_array().unwrap())
                .next()
                .unwrap()
                .clone();
            assert_eq!(
                objection,
                &json!({"person": 1, "question": "box", "options": ["admin"], "without": null})
            );
        }
        assert_eq!(json["give_up"], json!([]));
        assert_eq!(json["talk"][0]["question"], "language");
        let worst = &json["by_regret"][0]["regrets"][0];
        let part = |name: &str| worst[name].as_u64().unwrap();
        assert_eq!(part("tenths"), (2000 * part("part") + part("whole")) / (2 * part("whole")));
        assert!(matches!(&json["statements"], Value::Array(blocks) if blocks.len() > 5));
    }

    #[test]
    fn the_text_says_what_the_page_says() {
        let text = joint(&[ANA, BEN], &["Ana", "Ben"]).text();
        for part in
            ["What to talk about first", "Ana: Python", "Ben: Ruby", "Everybody’s own ranking"]
        {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    fn markdown(links: &[&str], more: &[&str]) -> String {
        let root = crate::repository::root().join("tests/fixtures/frameworks");
        let words = ["team"].into_iter().chain(links.iter().copied()).chain(more.iter().copied());
        let arguments = Command::parse_from(words.chain(["--markdown"])).arguments;
        let checked = catalog::load(Some(&root)).unwrap();
        let settings = settings(&checked.catalog, &arguments);
        let catalog = settings.restricted(checked.catalog.clone());
        let team = people(&catalog, &arguments.links, &arguments.names).unwrap();
        record_of(checked, &arguments, team, arguments.day.unwrap()).unwrap()
    }

    #[derive(Parser)]
    struct Command {
        #[command(flatten)]
        arguments: Arguments,
    }

    const DAY: &str = "--day=2026-12-24";

    #[test]
    fn markdown_is_the_record_of_the_team_with_its_link() {
        let text = markdown(&[ANA, BEN], &["--name=Ana", "--name=Ben", DAY]);
        assert!(text.starts_with("---\nstatus: proposed\ndate: 2026-12-24\n---\n\n# "), "{text}");
        assert!(text.contains("(https://example.org/fit/?view=team&1.name=Ana&"), "{text}");
        // The same as of its own link, with the choice.
        let (_, link) = text.split_once("(https://example.org").unwrap();
        let link = ["https://example.org", link.split_once(')').unwrap().0].concat();
        let chosen = markdown(&[&link], &[DAY, "--choice=rails"]);
        assert!(chosen.starts_with("---\nstatus: accepted\ndate: 2026-12-24\n"), "{chosen}");
        assert!(chosen.contains("# Use Ruby on Rails\n"), "{chosen}");
        assert!(chosen.contains("&choice=rails&"), "{chosen}");
    }

    #[test]
    fn a_query_alone_is_code_and_settings_of_a_frame_are_left_out() {
        let query = "?view=team&1.a.language=python&2.a.language=ruby&theme=dark&only=rails,django";
        let text = markdown(&[query], &[DAY]);
        assert!(!text.contains('<') && !text.contains("theme"), "{text}");
        assert!(text.contains(": `?view=team&1.a.language=python&2.a.language=ruby&"), "{text}");
        assert!(
            text.contains("&only=django,rails`") || text.contains("&only=rails,django`"),
            "{text}"
        );
    }

    #[test]
    fn what_has_no_answers_and_what_is_too_much_is_refused() {
        assert!(refused(&["https://example.org/"], &[]).contains("https://example.org/"));
        assert!(refused(&[BEN; 9], &[]).contains("at most 8"));
        assert!(refused(&[BEN], &["Ana", "Ben"]).contains("2 names for 1"));
    }
}
