//! Start-up of the page's programs: mounts the interface, or shows a notice that this is not
//! possible.
//!
//! The page is never left blank: the prerendered content stays until the interface is drawn, and
//! the page's notice is also shown if the catalog or the mount point is missing, or after a panic.

use crate::browser::{clock, location, page};
use crate::ui::{App, AppProps, Model};

/// See its entry in `Cargo.toml`.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Mounts the interface.
pub fn start() {
    yew::set_custom_panic_hook(Box::new(|_| page::show_failure("wasm")));
    let (Some(catalog), Some(root)) = (crate::embedded::catalog(), page::stage()) else {
        return page::show_failure("data");
    };
    // In separate tasks, so that the page can respond in between.
    clock::soon(Box::new(move || {
        let query = location::query();
        let today = clock::today().unwrap_or(catalog.subject.date);
        let model = Model::as_of(catalog, &query, today);
        let props = AppProps::new(model, query);
        clock::soon(Box::new(move || {
            yew::Renderer::<App>::with_root_and_props(root, props).render();
        }));
    }));
}
