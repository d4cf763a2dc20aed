//! A catalog of ten thousand: the list of cards stays as short as that of a small one.

use stackfit::ui::Model;
use test_support::generated::generated_catalog;

use crate::page::Page;

/// How many entries there are.
const N: usize = 10_000;

#[test]
fn ten_thousand_entries_are_no_longer_a_page_than_a_few() {
    let page = Page::of(Model::new(generated_catalog(N, 7), ""), "");
    let main = page.main();
    assert_eq!(main.one(".browse__count").text(), "10000 things");
    assert_eq!(main.all(".card:not(.card--later)").len(), 12, "the first ones");
    assert_eq!(main.all(".card").len(), 24, "the static page has no more");
    assert_eq!(main.one(".cards__more").text(), "Show 24 more");
    assert!(!main.has(".facet"), "the program draws them");
    assert!(main.all("input").len() < 50, "{}", main.all("input").len());
}

#[test]
fn ten_thousand_entries_are_searched_and_filtered_into_a_short_list() {
    let catalog = generated_catalog(N, 7);
    let facet = &catalog.facets[0];
    let query = format!("?q=boot&f.{}={}", facet.id, facet.values[0].id);
    let page = Page::of(Model::new(catalog, &query), &query);
    let count = page.main().one(".browse__count").text();
    let n: usize = count.split(' ').next().and_then(|n| n.parse().ok()).expect("a number");
    assert!(n > 12 && n < N / 2, "{count}");
    assert_eq!(page.main().all(".card:not(.card--later)").len(), 12);
}
