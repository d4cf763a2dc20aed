//! What is in use today: its place, and what switching would win and cost.
//!
//! # What this module does not do
//! It counts no work of switching: that is nobody's fact.

use yew::prelude::*;

use crate::browser::event;
use crate::domain::catalog::AltId;
use crate::domain::decide::{Switched, switched};
use crate::domain::state::Action;
use crate::text::{msg, points};
use crate::ui::markup::html;
use crate::ui::model::Cx;
use crate::ui::store::Focus;

/// How many gains and losses are named.
const N_NAMED: usize = 4;

/// The section.
pub(super) fn view(cx: &Cx) -> Html {
    let model = cx.model;
    let onchange = cx.on_event(move |change: Event| {
        let chosen = model.catalog.find_alternative(&event::choice(&change));
        Some((Action::SetToday(chosen), Focus::Stay))
    });
    html! {
        <section class="today" aria-labelledby="today-title">
            <h3 id="today-title">{ cx.t(msg::TODAY_TITLE) }</h3>
            <div class="field">
                <label for="today">{ cx.t(msg::TODAY_CHOOSE) }</label>
                <select id="today" {onchange}>
                    <option key="none" value="" selected={cx.state.today.is_none()}>
                        { cx.t(msg::TODAY_NOTHING) }
                    </option>
                    { for model.catalog.alternative_ids().map(|id| {
                        let entry = model.catalog.alternative(id);
                        html! {
                            <option key={entry.id.as_ref()} value={&entry.id}
                                selected={cx.state.today == Some(id)}>{ &entry.name }</option>
                        }
                    }) }
                </select>
            </div>
            <div>{ for cx.state.today.map(|today| standing(cx, today)) }</div>
        </section>
    }
}

fn standing(cx: &Cx, today: AltId) -> Html {
    let catalog = &cx.model.catalog;
    let name = &catalog.alternative(today).name;
    let place = cx.ranking.place(today);
    let leader = cx.ranking.leaders().next().map(|leader| leader.alternative);
    let leads = place.is_some_and(|place| place.rank == 1);
    let sentence = match place {
        _ if leads => cx.tf(msg::TODAY_FIRST, &[("name", name)]),
        Some(place) => {
            let shown = place.score.map(|score| points(score, place.close)).unwrap_or_default();
            let rank = place.rank.to_string();
            let values = [("name", name.as_ref()), ("rank", &rank), ("points", &shown)];
            cx.tf(msg::TODAY_PLACE, &values)
        }
        None => cx.tf(msg::TODAY_PLACE_OUT, &[("name", name)]),
    };
    let differences = match leader {
        Some(leader) if !leads => switched(&cx.model.table, &cx.state.answers, today, leader),
        _ => Vec::new(),
    };
    let leader_name = leader.map(|leader| catalog.alternative(leader).name.to_string());
    let (gains, losses): (Vec<_>, Vec<_>) =
        differences.iter().partition(|difference| difference.points > 0);
    let gains_title = cx.tf(msg::TODAY_GAINS, &[("leader", &leader_name.unwrap_or_default())]);
    html! {
        <>
            <p>{ sentence }</p>
            { list(cx, gains_title, &gains) }
            { list(cx, cx.t(msg::TODAY_LOSSES), &losses) }
        </>
    }
}

fn list(cx: &Cx, title: AttrValue, differences: &[&Switched]) -> Html {
    html! {
        <div hidden={differences.is_empty()}>
            <p>{ title }</p>
            <ul class="today__list">
                { for differences.iter().take(N_NAMED).map(|difference| {
                    let question = &cx.model.catalog.question(difference.question).label;
                    let sign = if difference.points > 0 { "+" } else { "−" };
                    let shown = [sign, &difference.tenths.to_string()].concat();
                    let values = [("question", question.as_ref()), ("points", &shown)];
                    html! { <li key={difference.question.0}>{ cx.tf(msg::TODAY_POINTS, &values) }</li> }
                }) }
            </ul>
        </div>
    }
}
