//! Where must-haves leave nobody: what nobody has together, and the smallest ways out.
//!
//! # What this module does not do
//! It gives nothing up by itself: each way is a link to try.

use yew::prelude::*;

use crate::domain::decide::{Impasse, Relaxation};
use crate::text::{self, causes, msg, points};
use crate::ui::markup::html;
use crate::ui::model::Cx;
use crate::ui::primitives::link;

/// How many conflicts are told.
const N_CONFLICTS: usize = 3;
/// How many ways out are listed.
const N_WAYS: usize = 6;
/// How many of those that come back are named.
const N_NAMED: usize = 4;

/// The section; nothing visible where somebody meets all must-haves.
pub(super) fn view(cx: &Cx) -> Html {
    let impasse = cx
        .ranking
        .eligible
        .is_empty()
        .then(|| Impasse::of(&cx.model.table, &cx.state.answers))
        .flatten();
    html! {
        <section class="impasse" aria-labelledby="impasse-title" hidden={impasse.is_none()}>
            <h3 id="impasse-title">{ cx.t(msg::GIVE_TITLE) }</h3>
            <div>{ for impasse.iter().map(|impasse| body(cx, impasse)) }</div>
        </section>
    }
}

fn body(cx: &Cx, impasse: &Impasse) -> Html {
    let n_weighed = impasse.musts.len().to_string();
    html! {
        <>
            <ul>{ for impasse.conflicts.iter().take(N_CONFLICTS).map(|set| conflict(cx, impasse, *set)) }</ul>
            <ul class="impasse__ways">
                { for impasse.relaxations.iter().take(N_WAYS).map(|way| relaxation(cx, impasse, way)) }
            </ul>
            <p class="note" hidden={impasse.n_fixed == 0}>
                { cx.tf(msg::GIVE_FIXED, &[("n", &n_weighed)]) }
            </p>
        </>
    }
}

fn conflict(cx: &Cx, impasse: &Impasse, set: u16) -> Html {
    let labels: Vec<_> =
        impasse.musts_in(set).map(|must| causes(&cx.model.catalog, &[must])).collect();
    let options = text::and_list(&labels);
    let message = if labels.len() == 1 { msg::GIVE_CONFLICT_ONE } else { msg::GIVE_CONFLICT };
    // The singular of the text is for two: "both".
    let n = if labels.len() == 2 { "1" } else { "2" };
    html! { <li key={set}>{ cx.tf(message, &[("options", &options), ("n", n)]) }</li> }
}

fn relaxation(cx: &Cx, impasse: &Impasse, way: &Relaxation) -> Html {
    let catalog = &cx.model.catalog;
    let dropped: Vec<_> = impasse.musts_in(way.dropped).collect();
    let options = causes(catalog, &dropped);
    let mut names =
        text::names(catalog, way.returns.iter().take(N_NAMED).map(|one| one.alternative));
    if way.returns.len() > N_NAMED {
        names.push_str(", ");
        names.push_str(&cx.tn(msg::GIVE_MORE, way.returns.len() - N_NAMED));
    }
    let best = way.returns.first().and_then(|best| {
        let name = &catalog.alternative(best.alternative).name;
        Some(cx.tf(msg::GIVE_BEST, &[("name", name), ("points", &points(best.score?, false))]))
    });
    let after = impasse.relaxed(&cx.model.table, &cx.state.answers, way.dropped);
    let what = cx.tf(msg::WAY_DROP, &[("option", &options)]).to_string();
    html! {
        <li key={way.dropped} class="way__changes">
            <span>
                <strong>{ cx.tf(msg::GIVE_WITHOUT, &[("options", &options)]) }</strong>{ " " }
                { cx.tf(msg::GIVE_RETURNS, &[("names", &names)]) }{ " " }
                { best.unwrap_or_default() }
            </span>
            { link::trying(cx, after, what, html! { { cx.t(msg::WAY_TRY) } }) }
        </li>
    }
}
