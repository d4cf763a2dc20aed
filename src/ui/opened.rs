//! Tests of the page as somebody left it: with something opened, tried or taken back.
//!
//! # What this module does not do
//! No link carries what is opened here, so that the tests of whole pages cannot see it. Nothing is
//! clicked; what a click does to the store is told to it.

use std::rc::Rc;

use test_support::markup::{Page, Piece, texts};
use test_support::soundness;
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::{Callback, Html, LocalServerRenderer, Properties, component};

use super::app::whole;
use super::kept;
use super::model::{Cx, Model};
use super::store::{Change, Store};
use super::turns::Turns;
use crate::domain::catalog::{AltId, Alternative};
use crate::domain::decide::rank;
use crate::domain::permalink;

/// A small content site in Python that needs admin pages.
const SITE: &str =
    "?view=result&a.language=python&a.building=content-site&a.box=admin&must.box=admin";

#[derive(Clone, PartialEq, Properties)]
struct Left {
    model: Model,
    store: Rc<Store>,
}

/// The page of a store, with nobody to tell of changes.
#[component]
fn LeftPage(props: &Left) -> Html {
    let Left { model, store } = props.clone();
    let ranking = Rc::new(rank(&model.table, &store.state.answers));
    let (state, local) = (Rc::clone(&store.state), Rc::clone(&store.local));
    let settled = kept::settled(None, &state);
    whole(
        &Cx {
            model,
            state,
            settled,
            ranking,
            local,
            change: Callback::noop(),
            turns: Turns::new(),
        },
        None,
        true,
    )
}

fn model() -> Model {
    Model::new(super::fixture::catalog(), "")
}

/// The page that a link opens, after some changes.
fn after(query: &str, changes: &[Change]) -> Page {
    let model = model();
    let mut store = Store::new(model, permalink::decode(&model.catalog, query));
    for change in changes {
        store.change(change.clone());
    }
    let props = Left { model, store: Rc::new(store) };
    let rendering = LocalServerRenderer::<LeftPage>::with_props(props).hydratable(false).render();
    let runtime = Builder::new_current_thread().build().expect("a runtime of one thread");
    Page::read(&LocalSet::new().block_on(&runtime, rendering))
}

fn id(name: &str) -> AltId {
    model().catalog.find_alternative(name).expect(name)
}

/// The row of an alternative, among the ranked or the others.
fn row<'a>(page: &'a Page, name: &str) -> Piece<'a> {
    let link = page.by_id(&format!("details-{name}")).expect(name);
    link.ancestors().find(|piece| piece.tag() == "li").expect("it is in a list")
}

/// A figure such as `12.3` in tenths; what follows it after a space is left out.
fn tenths(text: &str) -> u32 {
    let figure = text.split(' ').next().unwrap_or_default();
    let (whole, tenth) = figure.split_once('.').unwrap_or((figure, "0"));
    whole.parse::<u32>().expect(text) * 10 + tenth.parse::<u32>().expect(text)
}

#[test]
fn the_parts_behind_each_rank_add_up_to_its_points() {
    let query = "?view=result&a.language=python,ruby&a.building=content-site,saas,rest-api\
                 &w.building=important&a.size=medium&a.load=light&a.learning=quick\
                 &w.learning=very-important&a.box=auth,jobs";
    let model = model();
    let mut n_rows = 0;
    for id in model.catalog.alternative_ids() {
        let name = &model.catalog.alternative(id).id;
        let page = after(query, &[Change::ToggleAllRanks, Change::Explain(id)]);
        let row = row(&page, name);
        let table = row.one("table");
        assert_eq!(table.one("caption").text(), "Where the points come from");
        let rows = table.all("tbody tr");
        assert_eq!(rows.len(), 6, "one for each answer");
        let parts: u32 = rows.iter().map(|row| tenths(&row.all("td")[1].text())).sum();
        let total = tenths(&table.one("tfoot").all("td")[0].text());
        assert_eq!(parts, total, "{name}");
        let line = row.one(".rank__line").text();
        assert!(line.contains(&format!("{}.{}", total / 10, total % 10)), "{line}");
        n_rows += 1;
    }
    assert_eq!(n_rows, model.catalog.alternatives.len());
}

#[test]
fn points_that_hang_on_an_unknown_fact_say_so_in_the_table_too() {
    let query = "?view=result&a.load=light&a.language=python";
    let page = after(query, &[Change::Explain(id("django"))]);
    let rows = texts(&row(&page, "django").all("table tbody tr td:nth-child(3)"));
    assert_eq!(rows, ["50.0", "25.0 ?"]);
}

#[test]
fn nobody_is_explained_and_nothing_is_detailed_before_somebody_asks() {
    let page = after(SITE, &[]);
    assert_eq!(page.all("main table").len(), 0);
    for twice in [
        [Change::Explain(id("flask")), Change::Explain(id("flask"))],
        [Change::ToggleDetails, Change::ToggleDetails],
    ] {
        assert_eq!(after(SITE, &twice).main().text(), page.main().text(), "it is closed again");
    }
}

#[test]
fn what_would_make_somebody_win_who_is_excluded_is_one_link_to_try() {
    let page = after(SITE, &[Change::Explain(id("flask"))]);
    let flask = row(&page, "flask");
    let said = flask.text();
    assert!(said.contains("What would make Flask win?"), "{said}");
    let tries: Vec<_> = flask.all("a.button").into_iter().map(Piece::name).collect();
    assert_eq!(tries.len(), 1, "{said}");
    assert!(tries[0].starts_with("Try it: "), "{tries:?}");
}

#[test]
fn the_details_say_in_tables_how_firm_it_is() {
    let query = "?view=result&a.language=python&a.building=content-site&a.size=medium";
    let page = after(query, &[Change::ToggleDetails]);
    let captions = texts(&page.all("main table caption"));
    assert_eq!(
        captions.first().map(String::as_str),
        Some("First in how many readings of your importance words")
    );
    assert!(
        captions.iter().any(|caption| caption.ends_with(" against each rival")),
        "{captions:?}"
    );
    let charts = page.all("main td svg");
    assert!(!charts.is_empty(), "shares are drawn");
}

#[test]
fn the_whole_ranking_is_one_button_away_and_back() {
    let query = "?view=result&a.language=python";
    let n_rows = |changes: &[Change]| after(query, changes).all("main ol.ranks > li").len();
    assert_eq!(n_rows(&[]), 10);
    assert_eq!(n_rows(&[Change::ToggleAllRanks]), model().catalog.alternatives.len());
    assert_eq!(n_rows(&[Change::ToggleAllRanks, Change::ToggleAllRanks]), 10);
}

#[test]
fn each_facet_is_a_named_group_whose_values_say_what_they_leave() {
    let catalog = &model().catalog;
    let closed = catalog.facet_ids().skip(3).map(Change::ToggleFacet);
    let page = after("", &closed.collect::<Vec<_>>());
    let groups = page.all("main details[open] fieldset");
    assert_eq!(groups.len(), catalog.facets.len());
    for (group, facet) in groups.into_iter().zip(&catalog.facets) {
        assert_eq!(group.one("legend").text(), &*facet.label);
        let values = group.all("label:has(input[type=checkbox])");
        assert_eq!(values.len(), facet.values.len());
        for (value, known) in values.into_iter().zip(&facet.values) {
            let is_one = |entry: &&Alternative| known.test.admits(entry);
            let n = catalog.alternatives.iter().filter(is_one).count();
            assert_eq!(value.text(), format!("{} leaves {n}", known.label));
        }
    }
}

#[test]
fn a_facet_that_is_closed_keeps_its_choice_and_draws_none_of_its_values() {
    let catalog = &model().catalog;
    let language = catalog.find_facet("language").expect("a facet");
    let page = after("?f.language=ruby", &[Change::ToggleFacet(language)]);
    let facet = page.all("main details.facet")[usize::from(language.0)];
    assert_eq!(facet.one("summary").text(), "Language 1");
    assert!(facet.all("input").is_empty());
    let n = catalog.alternatives.len();
    assert_eq!(page.one("main .browse__count").text(), format!("3 of {n} frameworks"));
}

#[test]
fn all_cards_are_shown_once_somebody_asks_for_them() {
    let n_later = |changes: &[Change]| after("", changes).all("main .card--later").len();
    assert_eq!(n_later(&[]), model().catalog.alternatives.len() - 12);
    let all = Change::ShowAllCards("details-flask".to_owned());
    assert_eq!(n_later(core::slice::from_ref(&all)), 0);
    assert!(after("", &[all]).all("main .cards__more:not([hidden])").is_empty());
}

#[test]
fn a_change_that_is_tried_is_named_with_the_way_back() {
    let model = model();
    let other = permalink::decode(&model.catalog, "?view=result&a.language=ruby").state;
    let trying = Change::Try(Box::new(other), "answer “Language” with “Ruby”".to_owned());
    let page = after(SITE, core::slice::from_ref(&trying));
    let notice = page.one("main .trial");
    let said = "You are trying a change: answer “Language” with “Ruby” Undo";
    assert_eq!(notice.text(), said);
    assert_eq!(notice.one("button").text(), "Undo");
    for (query, changes) in [(SITE, vec![]), (SITE, vec![trying, Change::Undo])] {
        assert!(after(query, &changes).all("main .trial").is_empty());
    }
}

#[test]
fn what_is_opened_is_as_sound_as_the_page_around_it() {
    let impasse = "?view=result&a.language=python&must.language=python&a.hosting=shared\
                   &must.hosting=shared&split=yes&today=rails";
    let weighed = "?view=result&a.language=python&a.building=content-site&w.building=important\
                   &a.size=medium&a.learning=quick&today=rails";
    for (query, changes) in [
        (weighed, vec![Change::ToggleDetails, Change::Explain(id("django"))]),
        (weighed, vec![Change::ToggleAllRanks, Change::Explain(id("rails"))]),
        (SITE, vec![Change::ToggleDetails, Change::Explain(id("flask"))]),
        (impasse, vec![Change::ToggleDetails, Change::Explain(id("express"))]),
    ] {
        let flaws = soundness::flaws(&after(query, &changes));
        assert!(flaws.is_empty(), "{query}: {flaws:#?}");
    }
}
