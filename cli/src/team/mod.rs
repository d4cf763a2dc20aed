//! `stackfit team`: what several people's answers come to together, without a browser. The library reads
//! the links, ranks by both rules, and writes the sentences, as it does for the page.

mod result;

use anyhow::bail;
use clap::Args;
use result::Joint;
use stackfit::domain::catalog::Catalog;
use stackfit::domain::permalink;
use stackfit::domain::settings::Settings;
use stackfit::domain::team::{LONGEST_NAME, MOST, Member};

use crate::{catalog, clock, output};

/// Print what several people's answers come to together, and who would give up what
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
    /// Print the joint result as Markdown
    #[arg(long, conflicts_with = "json")]
    markdown: bool,
    #[command(flatten)]
    folder: catalog::Folder,
}

/// Prints the joint result.
///
/// # Errors
/// If the catalog cannot be read or has violations, if a link has no answers, and if there are more people
/// or names than there is room for.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let catalog = catalog::load(arguments.folder.path())?.catalog;
    // What the first link restricts is restricted for all.
    let first = arguments.links.first().map(String::as_str).unwrap_or_default();
    let (settings, _) =
        Settings::decode(&catalog, first.split_once('?').map_or(first, |(_, it)| it));
    let catalog = settings.restricted(catalog);
    let team = people(&catalog, &arguments.links, &arguments.names)?;
    let joint = Joint::of(&catalog, &settings.encode(), team, clock::today());
    if arguments.json {
        let json = serde_json::to_string_pretty(&joint)?;
        output::print(&format!("{json}\n"))
    } else if arguments.markdown {
        // The link is a whole one where the first was.
        let base = first.split_once('?').map_or("", |(base, _)| base);
        let base = if base.contains("://") { base } else { "" };
        output::print(&joint.markdown(base))
    } else {
        output::print(&joint.text())
    }
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
        member.name = name.chars().take(LONGEST_NAME).collect();
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn markdown_ends_with_the_link() {
        let text = joint(&[ANA, BEN], &["Ana", "Ben"]).markdown("https://example.org/fit/");
        assert!(text.starts_with("# Decided together: "), "{text}");
        let link = text.lines().last().unwrap();
        assert!(link.starts_with("<https://example.org/fit/?view=team&1.name=Ana&"), "{link}");
        assert!(link.ends_with('>'), "{link}");
    }

    #[test]
    fn what_has_no_answers_and_what_is_too_much_is_refused() {
        assert!(refused(&["https://example.org/"], &[]).contains("https://example.org/"));
        assert!(refused(&[BEN; 9], &[]).contains("at most 8"));
        assert!(refused(&[BEN], &["Ana", "Ben"]).contains("2 names for 1"));
    }
}
