//! What happens to a page after it leaves this repository: in blogs, in links, on slow lines, and beside
//! extensions. The files are named by the kind of thing that happens; the README lists public reports of
//! each kind, and what was tried here.

mod back_early;
mod before_start;
mod changed_by_others;
mod chosen_early;
mod document;
mod early_addresses;
mod first_facets;
mod in_a_host;
mod links;
mod never_drawn;
mod refused;
