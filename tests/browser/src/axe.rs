//! Accessibility violations, found by axe-core.
//!
//! No rule is disabled, the rule for target sizes is enabled, and "needs review" is not a
//! violation.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::page::Page;

const AXE: &str = include_str!("../vendor/axe.min.js");

/// The maximum number of elements reported for each rule.
const MOST_PLACES: usize = 4;

/// Runs axe-core on the document, and returns the violations or an error. axe-core assumes a white
/// background for a page that paints none, but the browser paints the canvas of the colour scheme,
/// so the script sets it.
///
/// If the first argument is true, only rules about colours are run.
const RUN: &str = "const [colours, done] = arguments;
    document.documentElement.style.backgroundColor = 'Canvas';
    const which = colours
        ? { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }
        : { rules: { 'target-size': { enabled: true } } };
    axe.run(document, { resultTypes: ['violations'], ...which })
        .then(({ violations }) => done({ violations }), (error) => done({ error: String(error) }))";

/// All violations that axe-core finds in the current page, one text for each rule.
///
/// # Errors
/// If axe-core does not run.
pub async fn violations(page: &Page<'_>) -> Result<Vec<String>> {
    found(page, false).await
}

/// The violations of colour rules, for a page whose other rules have been checked.
///
/// # Errors
/// If axe-core does not run.
pub async fn violations_of_colours(page: &Page<'_>) -> Result<Vec<String>> {
    found(page, true).await
}

async fn found(page: &Page<'_>, only_colours: bool) -> Result<Vec<String>> {
    if page.run("return typeof window.axe === 'undefined'").await? == Value::Bool(true) {
        page.browser().client().execute(AXE, Vec::new()).await.context("axe-core does not load")?;
    }
    let result = page.browser().client().execute_async(RUN, vec![only_colours.into()]).await;
    let result = result.context("axe-core does not run")?;
    match result["violations"].as_array() {
        Some(violations) => Ok(violations.iter().map(described).collect()),
        None => bail!("axe-core failed: {}", result["error"]),
    }
}

/// Checks that axe-core finds no violations.
///
/// # Errors
/// If it does; the message says in which elements, and in which view.
pub async fn assert_accessible(page: &Page<'_>, what: &str) -> Result<()> {
    match violations(page).await?.as_slice() {
        [] => Ok(()),
        violations => bail!("axe-core on {what}:\n{}", violations.join("\n")),
    }
}

/// The rule, what it requires, and which elements violate it.
fn described(violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes = violation["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let n_more = nodes.len().saturating_sub(MOST_PLACES);
    let more = if n_more == 0 { String::new() } else { format!("\n  and {n_more} more") };
    let places = nodes
        .iter()
        .take(MOST_PLACES)
        .map(|node| format!("\n  {}\n    {}", text(&node["html"]), text(&node["failureSummary"])));
    format!(
        "{} ({}): {}{}{more}",
        text(&violation["id"]),
        text(&violation["impact"]),
        text(&violation["help"]),
        places.collect::<String>()
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_violation_names_its_rule_and_its_places() {
        let violation = json!({
            "id": "image-alt", "impact": "critical", "help": "Images must have alternative text",
            "nodes": [{ "html": "<img src=x>", "failureSummary": "Fix any of the following" }],
        });
        let text = described(&violation);
        assert!(text.starts_with("image-alt (critical): Images must have"), "{text}");
        assert!(text.contains("<img src=x>") && text.contains("Fix any"), "{text}");
        assert!(!text.contains("more"), "{text}");
    }

    #[test]
    fn of_many_places_some_are_described_and_the_rest_counted() {
        let places = vec![json!({ "html": "<img>", "failureSummary": "Fix it" }); 7];
        let text = described(&json!({ "id": "image-alt", "nodes": places }));
        assert_eq!(text.matches("<img>").count(), MOST_PLACES);
        assert!(text.ends_with("and 3 more"), "{text}");
    }

    #[test]
    fn the_vendored_script_is_the_version_that_is_recorded() {
        let record = include_str!("../vendor/README.md");
        let version = AXE.split_whitespace().nth(2).expect("the first line names it");
        assert!(record.contains(&format!("axe-core {},", version.trim_start_matches('v'))));
    }
}
