//! The second program of the page: works out what is to be said about a result, and says it as text.
//!
//! It sets one function on `window`, from a query string, the name of a section and the day of the page
//! to a report.
//!
//! # What this program does not do
//! It touches nothing of the page, and keeps nothing besides what it has read of the catalog.

use std::cell::RefCell;

use stackfit::domain::catalog::Catalog;
use stackfit::domain::decide::UtilityTable;
use stackfit::domain::settings::Settings;
use stackfit::report::{self, ReportInput, Section, wire};
use stackfit::text::Words;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// What is read once for all queries with the same settings.
struct Loaded {
    catalog: Catalog,
    table: UtilityTable,
    words: Words,
    settings: String,
}

impl Loaded {
    fn new(query: &str, today: &str) -> Option<Self> {
        let catalog = stackfit::embedded::catalog()?;
        let (settings, _) = Settings::decode(&catalog, query);
        let catalog = settings.restricted(catalog);
        let table = UtilityTable::as_of(&catalog, today.parse().unwrap_or(catalog.subject.date));
        let words = Words::english(&catalog.subject);
        Some(Self { catalog, table, words, settings: settings.encode() })
    }

    fn answer(&self, query: &str, section: &str) -> String {
        let Some(section) = Section::find(&self.catalog, section) else {
            return String::new();
        };
        let Self { catalog, table, words, settings } = self;
        wire::encode(&report::of(
            &ReportInput::new(catalog, table, words, settings, query),
            section,
        ))
    }
}

thread_local! {
    static LOADED: RefCell<Option<Loaded>> = const { RefCell::new(None) };
}

fn answer(query: &str, section: &str, today: &str) -> String {
    LOADED.with_borrow_mut(|loaded| {
        // The settings of a page and its day do not change while it is open.
        let loaded = match loaded {
            Some(loaded) => Some(&*loaded),
            None => Loaded::new(query, today).map(|new| &*loaded.insert(new)),
        };
        loaded.map(|loaded| loaded.answer(query, section)).unwrap_or_default()
    })
}

fn main() {
    let function = Closure::<dyn Fn(String, String, String) -> String>::new(
        |query: String, section: String, today: String| answer(&query, &section, &today),
    );
    let name = JsValue::from_str("stackfitAnalyse");
    // A refusal leaves the page without these statements, and it says so.
    let _ = js_sys::Reflect::set(&js_sys::global(), &name, function.as_ref());
    function.forget();
}
