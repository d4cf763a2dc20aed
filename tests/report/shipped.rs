//! What is said of the shipped catalog, whatever stands in it: the checks of the other files once more.

use test_support::catalogs::SHIPPED;

use super::case::{Case, QUERIES, sections};
use super::{details, every_section, no_match, today, together, verdict, what_would_win};

#[test]
fn what_is_said_of_the_shipped_catalog_is_what_the_domain_computes() {
    for query in QUERIES {
        let case = Case::of(SHIPPED, query);
        details::has_the_figures_of_the_domain(&case);
        details::excludes_whom_it_says(&case);
        no_match::brings_back_whom_it_names(&case);
        together::covers_all_must_haves(&case);
        today::gains_and_losses_add_up(&case);
        verdict::all(&case);
        every_section::keeps_the_rest(&case, sections(case.catalog.alternative_ids().take(3)));
        // Every fourth, from the first to the last: a pair of changes takes its time to find.
        for id in case.catalog.alternative_ids().step_by(4) {
            what_would_win::does_what_it_says(&case, id);
        }
    }
}
