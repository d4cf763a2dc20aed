//! What would make somebody win, or end the lead of whoever does: each change one click to try, and one
//! to undo.
//!
//! # What this module does not do
//! It proposes no change that was not verified by ranking everybody again; the domain does that.

use yew::prelude::*;

use crate::domain::catalog::AltId;
use crate::domain::decide::{Change, Counterfactuals, Route, Shortfall, apply, route};
use crate::text::{self, msg};
use crate::ui::markup::html;
use crate::ui::model::Cx;
use crate::ui::primitives::link;
use crate::ui::store::Change as StoreChange;

/// How many of the differences that put somebody behind are named.
const N_LOSSES: usize = 3;

/// The bar that says which change is being tried, with the way back.
pub(super) fn trial(cx: &Cx) -> Html {
    let what = cx.local.tried.as_ref().map(|tried| tried.what.clone());
    let change = cx.change.clone();
    let onclick = Callback::from(move |_: MouseEvent| change.emit(StoreChange::Undo));
    html! {
        <div class="notice trial" hidden={what.is_none()}>
            <p class="notice__text">
                { cx.tf(msg::WAY_TRIED, &[("what", &what.unwrap_or_default())]) }
            </p>
            <button type="button" class="button" {onclick}>{ cx.t(msg::WAY_UNDO) }</button>
        </div>
    }
}

/// The question what would make somebody win who is not ranked; it is worked out when it is asked.
pub(super) fn asked(cx: &Cx, id: AltId) -> Html {
    let is_open = cx.local.explained == Some(id);
    let change = cx.change.clone();
    let onclick = Callback::from(move |click: MouseEvent| {
        click.prevent_default();
        change.emit(StoreChange::Explain(id));
    });
    let name = &cx.model.catalog.alternative(id).name;
    html! {
        <details class="rank__why outsider__why" open={is_open}>
            <summary {onclick} aria-label={cx.tf(msg::WAY_TITLE, &[("name", name)])}>
                { cx.t(msg::WAY_ASK) }
            </summary>
            <div>{ for is_open.then(|| view(cx, id)) }</div>
        </details>
    }
}

/// What would make an alternative win.
pub(super) fn view(cx: &Cx, id: AltId) -> Html {
    let model = cx.model;
    let answers = &cx.state.answers;
    let ways = Counterfactuals::of(&model.table, answers);
    let name = &model.catalog.alternative(id).name;
    let route = route(&model.table, answers, &cx.ranking, &ways, id);
    let mut title = msg::WAY_TITLE;
    let (sentence, changes) = match route {
        Route::First => {
            title = msg::WAY_STAYS;
            match ways.dethrones(id) {
                Some(change) => (cx.t(msg::WAY_ENDS), vec![change]),
                None => (cx.t(msg::WAY_NEVER), Vec::new()),
            }
        }
        Route::One(way) if way.shared => (cx.t(msg::WAY_ONE_SHARED), vec![way.change]),
        Route::One(way) => (cx.t(msg::WAY_ONE), vec![way.change]),
        Route::Two(pair) => (cx.t(msg::WAY_TWO), pair.to_vec()),
        Route::Far(shortfall) => return far(cx, name, &shortfall),
        Route::Open => (cx.t(msg::WAY_OPEN), Vec::new()),
    };
    html! {
        <div class="way">
            <h4>{ cx.tf(title, &[("name", name)]) }</h4>
            <p>{ sentence }</p>
            <div class="way__changes" hidden={changes.is_empty()}>{ for changes_view(cx, &changes) }</div>
        </div>
    }
}

/// The changes as a sentence, and the link that tries them.
fn changes_view(cx: &Cx, changes: &[Change]) -> Option<Html> {
    if changes.is_empty() {
        return None;
    }
    let model = cx.model;
    let said: Vec<_> =
        changes.iter().map(|change| text::change(&model.catalog, &model.words, *change)).collect();
    let what = text::and_list(&said);
    let mut after = cx.state.answers.clone();
    for change in changes {
        after = apply(&model.table, &after, *change);
    }
    let label = if changes.len() == 1 { msg::WAY_TRY } else { msg::WAY_TRY_BOTH };
    Some(html! {
        <>
            <span>{ &what }</span>
            { link::trying(cx, after, what, html! { { cx.t(label) } }) }
        </>
    })
}

fn far(cx: &Cx, name: &str, shortfall: &Shortfall) -> Html {
    let Shortfall { leader, behind, differences } = shortfall;
    let catalog = &cx.model.catalog;
    let sentence = if behind.0 == 0 {
        cx.t(msg::WAY_FAR_MUSTS)
    } else {
        let leader = &catalog.alternative(*leader).name;
        cx.tf(msg::WAY_FAR, &[("points", &behind.to_string()), ("leader", leader)])
    };
    let losses = differences.iter().filter(|difference| difference.points < 0).take(N_LOSSES);
    html! {
        <div class="way">
            <h4>{ cx.tf(msg::WAY_TITLE, &[("name", name)]) }</h4>
            <p>{ sentence }</p>
            <ul class="way__losses">
                { for losses.map(|loss| {
                    let question = &catalog.question(loss.question).label;
                    let values = [("question", question.as_ref()), ("points", &loss.tenths.to_string())];
                    html! { <li key={loss.question.0}>{ cx.tf(msg::WAY_FAR_QUESTION, &values) }</li> }
                }) }
            </ul>
        </div>
    }
}
