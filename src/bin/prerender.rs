//! Prints the content of the page as markup: the cards before anything is chosen, and before them the
//! rules by which the first facets filter without the program.
//!
//! The build puts it into the page, so that the catalog is there for readers without JavaScript,
//! for feed readers and search engines, and for all readers before the program has loaded.
//!
//! Only the default view is rendered; a link to another view waits for the program.

use std::process::ExitCode;

use stackfit::ui::{self, App, AppProps, Model};
use tokio::runtime::Builder;
use tokio::task::LocalSet;

fn main() -> ExitCode {
    let Some(catalog) = stackfit::embedded::catalog() else {
        eprintln!("the embedded catalog cannot be read");
        return ExitCode::FAILURE;
    };
    let model = Model::new(catalog, "");
    let rules = ui::first_facet_rules(model).unwrap_or_default();
    let props = AppProps::new(model, "");
    let rendering = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false).render();
    match Builder::new_current_thread().build() {
        Ok(runtime) => {
            print!("<style>{rules}</style>{}", LocalSet::new().block_on(&runtime, rendering));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("there is no runtime to render in: {error}");
            ExitCode::FAILURE
        }
    }
}
