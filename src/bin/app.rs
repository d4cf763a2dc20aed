//! The page's entry: mounts the interface, or says readably that it cannot.
//!
//! # What this program does not do
//! It never leaves a blank page: what stands in the page stays until the interface is drawn, and where
//! the catalog or the mount point is missing, or after a panic, the page's notice is shown as well.

use stackfit::browser::{appearance, clock, host, location, page};
use stackfit::ui::{App, AppProps, Model};

fn main() {
    yew::set_custom_panic_hook(Box::new(|_| fail("wasm")));
    let (Ok(catalog), Some(root)) = (stackfit::embedded::catalog(), page::stage()) else {
        return fail("data");
    };
    let query = location::query();
    let today = clock::today().unwrap_or(catalog.subject.date);
    let model = Model::as_of(catalog, &query, today);
    appearance::apply(&model.settings);
    let props = AppProps { model, query: query.into() };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
}

fn fail(code: &str) {
    page::show_failure();
    host::tell_error(code);
}
