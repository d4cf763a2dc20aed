//! The few that have together what no single one has, each with its part.
//!
//! # What this module does not do
//! It is nowhere to be seen while one alternative meets everything, unless the reader says that the
//! system is made of services anyhow.

use yew::prelude::*;

use crate::domain::catalog::AltId;
use crate::domain::decide::{Combination, Part, combinations};
use crate::domain::state::Action;
use crate::text::{causes, msg, points};
use crate::ui::markup::html;
use crate::ui::model::Cx;
use crate::ui::primitives::link::{self, Look};
use crate::ui::store::Focus;

/// How many combinations are listed.
const N_LISTED: usize = 3;

/// The section, with the switch that says whether the system is split.
pub(super) fn view(cx: &Cx) -> Html {
    let model = cx.model;
    let is_split = cx.state.split;
    let wanted = is_split || cx.ranking.eligible.is_empty();
    let found = wanted.then(|| {
        let languages: Vec<_> =
            model.catalog.alternative_ids().map(|id| languages(cx, id)).collect();
        combinations(&model.table, &cx.state.answers, &languages, is_split)
    });
    let best = found.as_ref().map_or(&[][..], |found| &found.best);
    let message = match (is_split, best.is_empty()) {
        (_, true) => msg::TOGETHER_NONE,
        (true, false) => msg::TOGETHER_MEANS_SPLIT,
        (false, false) => msg::TOGETHER_MEANS,
    };
    html! {
        <section class="together" aria-labelledby="together-title">
            <h3 id="together-title">{ cx.t(msg::TOGETHER_TITLE) }</h3>
            <label class="check">
                <input type="checkbox" checked={is_split} onchange={cx.on(Action::ToggleSplit)} />
                <span>{ cx.t(msg::TOGETHER_SPLIT) }</span>
            </label>
            <p class="muted" hidden={!wanted}>{ cx.t(message) }</p>
            <ol class="together__list">
                { for best.iter().take(N_LISTED).enumerate().map(|(at, one)| combination(cx, at, one)) }
            </ol>
        </section>
    }
}

/// The languages of an alternative, as bits; none in a catalog that names no such criterion.
fn languages(cx: &Cx, id: AltId) -> u64 {
    let catalog = &cx.model.catalog;
    let fact = catalog.subject.shared.map(|shared| &catalog.alternative(id).fact(shared).value);
    fact.map_or(0, |value| value.positions().fold(0, |bits, at| bits | 1 << at))
}

fn combination(cx: &Cx, at: usize, one: &Combination) -> Html {
    let score = one.score.map(|score| points(score, false)).unwrap_or_default();
    let catalog = &cx.model.catalog;
    let shared = catalog.subject.shared.map(|shared| {
        let (what, n) = (&*catalog.criterion(shared).label, one.n_languages.to_string());
        cx.tf(msg::TOGETHER_SHARED, &[("what", what), ("n", &n)])
    });
    html! {
        <li key={at} class="panel together__one">
            <ul>{ for one.parts.iter().map(|part| part_view(cx, part)) }</ul>
            <p class="muted">
                { shared.unwrap_or_default() }
                <span hidden={score.is_empty()}>{ " · " }{ cx.tf(msg::RESULT_POINTS, &[("points", &score)]) }</span>
            </p>
        </li>
    }
}

fn part_view(cx: &Cx, part: &Part) -> Html {
    let catalog = &cx.model.catalog;
    let entry = catalog.alternative(part.alternative);
    let mut jobs = part.needs.clone();
    jobs.extend(part.options.iter().map(|(question, option)| crate::domain::decide::Cause {
        question: *question,
        options: 1 << option,
    }));
    let options = causes(catalog, &jobs);
    html! {
        <li key={entry.id.as_ref()}>
            { link::with(cx, Action::Open(part.alternative), Focus::Heading, Look::default(),
                html! { <strong>{ &entry.name }</strong> }) }
            { " " }
            { cx.tf(msg::TOGETHER_PART, &[("options", &options)]) }
        </li>
    }
}
