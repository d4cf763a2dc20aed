//! The page's entry: mounts the interface, or says readably that it cannot.
//!
//! # What this program does not do
//! It never leaves a blank page: where the catalog or the mount point is missing, and after a panic,
//! the notice of the page is shown and its static content stays.

use stackfit::browser::{appearance, host, location, page};
use stackfit::ui::{App, AppProps, Model};

fn main() {
    yew::set_custom_panic_hook(Box::new(|_| fail("wasm")));
    let (Ok(catalog), Some(root)) = (stackfit::embedded::catalog(), page::mount_point()) else {
        return fail("data");
    };
    let query = location::query();
    let model = Model::new(catalog, &query);
    appearance::apply(&model.settings);
    let props = AppProps { model, query: query.into() };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    page::mark_ready();
}

fn fail(code: &str) {
    page::show_failure();
    host::tell_error(code);
}
