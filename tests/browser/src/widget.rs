//! The widget as a reader knows it: selectors for its parts, their texts, and a link to every view.
//!
//! Parts are found by their visible text, never by their position. Of the catalog only a few ids
//! and labels are used here, which links and readers rely on.

use anyhow::Result;
use serde_json::Value;

use crate::page::Page;

/// The id of the heading of every view.
pub const HEADING: &str = "view-title";

/// Every view, in each of its forms: a name for messages, and the link.
pub const VIEWS: [(&str, &str); 21] = [
    ("browse", ""),
    ("browse, filtered", "?f.language=python,ruby&q=framework&compare=django"),
    ("browse, empty", "?f.language=ruby&q=zzzzzz"),
    ("browse, with answers", "?a.language=python&must.language=python&a.size=large"),
    ("browse, of a broken link", "?f.language=python,cobol&colour=red&catalog=2020-01-01"),
    ("fit, any", "?view=fit&step=language&a.language=python,ruby&w.language=important"),
    ("fit, all", "?view=fit&step=box&a.box=admin,auth&must.box=admin"),
    ("fit, one", "?view=fit&step=size"),
    ("review", "?view=fit&step=review&a.language=python&a.size=medium&w.size=very-important"),
    ("review, empty", "?view=fit&step=review"),
    ("result", "?view=result&a.box=admin,auth,jobs&a.size=medium&a.learning=weeks"),
    (
        "result, with must-haves",
        "?view=result&a.language=python,ruby&must.language=python,ruby&a.box=admin,auth&must.box=auth\
         &a.size=medium&w.size=important",
    ),
    ("result, nothing yet", "?view=result"),
    ("compare, nothing yet", "?view=compare"),
    ("compare, two", "?view=compare&compare=django,flask&a.box=admin,openapi"),
    ("compare, four", "?view=compare&compare=django,rails,laravel,spring-boot&rows=all"),
    ("team, nothing yet", "?view=team"),
    (
        "team, three",
        "?view=team&1.name=Ana&1.a.language=python&1.a.box=admin&1.must.box=admin&2.name=Ben\
         &2.a.language=ruby&2.w.language=important&2.a.size=large&3.a.language=python",
    ),
    ("detail", "?open=django"),
    ("embed", "?view=embed"),
    (
        "browse, compact",
        "?compact=yes&theme=dark&accent=aa3300&text-size=18&disclosure=Paid%20by%20us",
    ),
];

/// A link by its text.
#[must_use]
pub fn link(text: &str) -> String {
    format!("//a[normalize-space()=\"{text}\"]")
}

/// A link by its accessible name.
#[must_use]
pub fn link_named(name: &str) -> String {
    format!("//a[@aria-label=\"{name}\"]")
}

/// A navigation link; that of the comparison has a number.
#[must_use]
pub fn way(text: &str) -> String {
    format!("//nav[@class=\"views\"]//a[starts-with(normalize-space(), \"{text}\")]")
}

/// A button by its text.
#[must_use]
pub fn button(text: &str) -> String {
    format!("//button[normalize-space()=\"{text}\"]")
}

/// The button that removes a filter or a column.
#[must_use]
pub fn remove(what: &str) -> String {
    format!("//button[@aria-label=\"Remove {what}\"]")
}

/// The checkbox of a facet's value.
#[must_use]
pub fn facet_value(facet: &str, value: &str) -> String {
    format!(
        "//details[summary/span[normalize-space()=\"{facet}\"]]\
         //label[span[normalize-space()=\"{value}\"]]/input"
    )
}

/// The checkbox or the radio button of an option, of an importance, or of a must-have.
#[must_use]
pub fn option(label: &str) -> String {
    format!("//label[.//span[normalize-space()=\"{label}\"]]//input")
}

/// The checkbox that adds an alternative to the comparison.
#[must_use]
pub fn compare_box(name: &str) -> String {
    format!(
        "//label[span[starts-with(., \"Compare\")]]/input[@aria-label=concat(../span, \" {name}\")]"
    )
}

/// The answer to a question in the review and the result, which can be opened.
#[must_use]
pub fn answer(label: &str) -> String {
    format!("//details[@class=\"answer\"]/summary[span[normalize-space()=\"{label}\"]]")
}

/// The names on the cards, in order: the first ones, or all of them after the reader asked for more.
///
/// # Errors
/// If the browser does not answer.
pub async fn cards(page: &Page<'_>) -> Result<Vec<String>> {
    let drawn = "(() => {
        const n = parseInt(document.querySelector('.browse__count').textContent);
        const cards = document.querySelectorAll('.cards > .card');
        const names = document.querySelectorAll('.cards > .card h3');
        return cards.length === names.length && (cards.length === n || [6, 12].includes(cards.length) && n > cards.length);
    })()";
    page.wait_until(drawn, "every card that is shown is drawn").await?;
    let script = "return [...document.querySelectorAll('.cards > .card h3')]
        .map((it) => it.textContent.trim())";
    let names = page.run(script).await?;
    Ok(serde_json::from_value(names)?)
}

/// The number of cards found, as the page says.
///
/// # Errors
/// If the browser does not answer.
pub async fn n_found(page: &Page<'_>) -> Result<usize> {
    cards(page).await?;
    let n = page.run("return parseInt(document.querySelector('.browse__count').textContent)");
    Ok(serde_json::from_value(n.await?)?)
}

/// The names of all alternatives with a language, by opening the page for it.
///
/// # Errors
/// If the browser does not answer.
pub async fn written_in(page: &mut Page<'_>, language: &str) -> Result<Vec<String>> {
    page.open(&format!("?f.language={language}")).await?;
    cards(page).await
}

/// The names in the ranking, from the first.
///
/// # Errors
/// If the browser does not answer.
pub async fn ranking(page: &Page<'_>) -> Result<Vec<String>> {
    all(page, ".rank__name").await
}

/// The names in the shortlist, from the first.
///
/// # Errors
/// If the browser does not answer.
pub async fn shortlist(page: &Page<'_>) -> Result<Vec<String>> {
    all(page, ".shortlist__name").await
}

/// The names over the columns of the comparison.
///
/// # Errors
/// If the browser does not answer.
pub async fn columns(page: &Page<'_>) -> Result<Vec<String>> {
    all(page, ".versus thead th a").await
}

/// The texts of all matching elements, in document order. They are read at once, because the page
/// could change in between.
async fn all(page: &Page<'_>, selector: &str) -> Result<Vec<String>> {
    let script =
        format!("return [...document.querySelectorAll('{selector}')].map((it) => it.innerText)");
    let texts = page.run(&script).await?;
    let texts = texts.as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(texts.iter().filter_map(Value::as_str).map(|text| text.trim().to_owned()).collect())
}

/// The last announcement to assistive technology.
///
/// # Errors
/// If the browser does not answer.
pub async fn announced(page: &Page<'_>) -> Result<String> {
    // With a script, because some drivers return no text for hidden elements.
    let text = page.run("return document.querySelector('.sf > [role=status]').textContent").await?;
    Ok(text.as_str().unwrap_or_default().trim().to_owned())
}

/// The parameters of the address, without the date of the catalog, which changes with the catalog.
///
/// # Errors
/// If the browser does not answer.
pub async fn address(page: &Page<'_>) -> Result<String> {
    let query = page.query().await?;
    let parts = query.trim_start_matches('?').split('&');
    Ok(parts.filter(|part| !part.starts_with("catalog=")).collect::<Vec<_>>().join("&"))
}

/// The visible state of the page: the text of the view, and all selected and typed values.
///
/// # Errors
/// If the browser does not answer.
pub async fn view(page: &Page<'_>) -> Result<String> {
    // What is far below the visible part is not laid out, except in a frame, and then it has no text to be seen.
    page.run("document.documentElement.dataset.framed = ''").await?;
    let script = "const fields = [...document.querySelectorAll('main input, main select')]
            .filter((it) => it.checkVisibility());
        const state = (it) => it.type === 'checkbox' || it.type === 'radio' ? it.checked : it.value;
        const view = document.querySelector('.views a[aria-current]');
        return [view && view.innerText, document.querySelector('main').innerText,
            ...fields.map(state)].join('\\n')";
    Ok(page.run(script).await?.as_str().unwrap_or_default().to_owned())
}

/// Opens everything that can be opened, so that it can be checked; of the answers only the first,
/// because only one of them is open at a time.
///
/// # Errors
/// If the browser does not answer.
pub async fn unfold(page: &Page<'_>) -> Result<()> {
    let script =
        "document.querySelectorAll('details:not(.answer, .facet, .filters__fold, .facet__more)')
            .forEach((it) => { it.open = true });
        document.querySelectorAll('.facet:not([open]) > summary').forEach((it) => it.click());
        document.querySelector('.filters__fold:not([open]) > summary')?.click();
        document.querySelector('.answer:not([open]) > summary')?.click()";
    page.run(script).await?;
    let open = "document.querySelector('.filters__fold:not([open])') === null
        && document.querySelector('.facet:not(:has(fieldset))') === null
        && (document.querySelector('.answer') === null
            || document.querySelector('.answer[open] .question') !== null)";
    page.wait_until(open, "the filters, their facets and an answer are unfolded").await
}

/// Waits until the heading of the view has the focus.
///
/// # Errors
/// After the timeout.
pub async fn expect_heading_focused(page: &Page<'_>) -> Result<()> {
    // With a script, because the driver reports no focus in a frame of another process.
    let has_it = format!("document.activeElement?.id === '{HEADING}'");
    page.wait_until(&has_it, "the heading of the view has the focus").await
}

/// Waits until the address is the given one, apart from the date of the catalog.
///
/// # Errors
/// After the timeout.
pub async fn expect_address(page: &Page<'_>, wanted: &str) -> Result<()> {
    page.expect("the address", wanted, async || address(page).await).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_has_a_name_and_a_link_of_its_own() {
        for (at, (name, query)) in VIEWS.iter().enumerate() {
            assert!(query.is_empty() || query.starts_with('?'), "{query}");
            assert!(
                VIEWS[..at].iter().all(|(other, link)| other != name && link != query),
                "{name}"
            );
        }
    }
}
