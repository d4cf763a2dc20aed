//! The first facets of the static page. They filter its cards before the program has started, and
//! where it never starts, by rules of CSS that the build makes.
//!
//! A box hides what does not match. For each set of values that a card has in a facet there is one
//! rule: "something is ticked in the facet, but none of these: the cards with exactly these are
//! not shown". So within a facet any value admits a card, and between facets all must.
//!
//! The first facets of the catalog take part: their order already puts what readers ask for first, so
//! there is no setting for it.

use core::fmt::Write as _;
use std::collections::BTreeMap;

use super::ids;
use super::model::Model;
use crate::domain::catalog::FacetId;
use crate::domain::permalink;

/// How many facets take part. Three cost the page 1.3 kB, half of it for the rules.
const N_FACETS: usize = 3;

/// How many entries a catalog has at most for a static page with all cards, and with boxes. Each set
/// of values needs a rule, and each card half a screen of a phone.
const MOST_ENTRIES: usize = 200;

/// How many cards the static page of a larger catalog has.
const N_CARDS_OF_LARGER: usize = 24;

/// Whether this is the static page, which is rendered natively.
pub(super) const IS_STATIC: bool = cfg!(not(target_arch = "wasm32"));

/// Whether the static page can have boxes for a catalog, and all of its cards.
pub(super) fn fits(model: Model) -> bool {
    model.catalog.alternatives.len() <= MOST_ENTRIES
}

/// How many cards the static page has at most.
pub(super) fn n_cards(model: Model) -> usize {
    if fits(model) { MOST_ENTRIES } else { N_CARDS_OF_LARGER }
}

/// The facets that the static page has boxes for.
fn facets(model: Model) -> impl Iterator<Item = FacetId> {
    let offered = model.catalog.facet_ids().filter(move |id| !model.catalog.facet(*id).is_hidden);
    offered.take(if fits(model) { N_FACETS } else { 0 })
}

/// Whether this is the static page and it has boxes for a facet.
pub(super) fn has_boxes(model: Model, id: FacetId) -> bool {
    IS_STATIC && facets(model).any(|first| first == id)
}

/// The rules that show only the cards that match the ticked boxes; none if there are no boxes.
///
/// They act on the static page alone: what the program draws has no `sf--static`. They belong to no
/// layer, so that they show a card that the layers hide: one that is not among the first.
#[must_use]
pub fn rules(model: Model) -> Option<String> {
    let catalog = &model.catalog;
    let state = permalink::decode(catalog, "").state;
    let cards = model.listing(&state, &model.ranking(&state.answers)).found;
    let mut rules = String::new();
    for id in facets(model) {
        let mut places: BTreeMap<u64, Vec<String>> = BTreeMap::new();
        for (place, card) in (1_usize..).zip(&cards) {
            let values = model.cards.membership().row(*card)[id.index()];
            places.entry(values).or_default().push(format!(":nth-child({place})"));
        }
        let facet = catalog.facet(id);
        for (values, places) in places {
            let _ = write!(rules, "{TREE}:has([data-facet=\"{}\"]:checked)", escaped(&facet.id));
            let boxes: Vec<_> = (0..64)
                .filter(|at| values >> at & 1 == 1)
                .map(|at| format!("#{}:checked", escaped(&ids::facet_value(facet, at))))
                .collect();
            if !boxes.is_empty() {
                let _ = write!(rules, ":not(:has({}))", boxes.join(","));
            }
            let _ = write!(rules, " .card:is({}){{{HIDDEN}}}", places.join(","));
        }
    }
    let all = format!("{TREE}:has(.facet :checked) .card{{{COUNTED}}}");
    (!rules.is_empty()).then(|| all + &rules)
}

/// The root of the static page.
const TREE: &str = ".sf--static";

/// The styles of a card while something is ticked. The edges only matter where it is hidden.
const COUNTED: &str = "display:flex;inset:0 0 auto;counter-increment:found";

/// The styles of a card that does not match: it has no place in the list, cannot be seen, read or
/// focused, and is not counted. It still has a box, because WebKit does not count boxes that come
/// back (`display`).
const HIDDEN: &str = "position:absolute;visibility:hidden;counter-increment:none";

/// A text as a part of an identifier, or of a text in quotes, of CSS in a page.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() || "-_".contains(letter) || !letter.is_ascii() {
            escaped.push(letter);
        } else {
            let _ = write!(escaped, "\\{:x} ", u32::from(letter));
        }
    }
    escaped
}
