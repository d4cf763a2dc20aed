//! How firm a result is, in detail: shares of weightings, every rival, single importances.
//!
//! It is computed when it is opened, and costs nothing before.
//!
//! # What this module does not do
//! A share is no probability, and is never called one.

use yew::prelude::*;

use crate::domain::catalog::AltId;
use crate::domain::decide::{
    Flip, Lattice, Lead, Shares, Situation, Standing, differences, flips, notches, out_of_race,
    sufficient, unmet_options,
};
use crate::text::{self, causes, msg};
use crate::ui::markup::html;
use crate::ui::model::Cx;
use crate::ui::primitives::bar;
use crate::ui::store::Change;

/// How many rivals are listed.
const N_RIVALS: usize = 8;
/// How many names or options a sentence lists.
const N_NAMED: usize = 8;

/// The disclosure.
pub(super) fn view(cx: &Cx, situation: &Situation, first: AltId) -> Html {
    let is_open = cx.local.shows_details;
    let change = cx.change.clone();
    let onclick = Callback::from(move |click: MouseEvent| {
        click.prevent_default();
        change.emit(Change::ToggleDetails);
    });
    html! {
        <details class="deep" open={is_open}>
            <summary id="deep" {onclick}>{ cx.t(msg::DEEP_TITLE) }</summary>
            <div class="deep__body">{ for is_open.then(|| body(cx, situation, first)) }</div>
        </details>
    }
}

fn body(cx: &Cx, situation: &Situation, first: AltId) -> Html {
    let standing = Standing::of(situation, first);
    html! {
        <>
            { shares(cx, situation) }
            { rivals(cx, first, &standing) }
            { for standing.weakest().map(|lead| single(cx, situation, first, lead)) }
            { rest(cx, situation, first) }
        </>
    }
}

/// In how many readings each is first: a table, with a bar in each row to look at.
fn shares(cx: &Cx, situation: &Situation) -> Html {
    let Some(shares) = Shares::of(situation, Lattice::Fine) else {
        return html! { <div hidden=true></div> };
    };
    let mut rows: Vec<(AttrValue, u32)> = shares
        .firsts
        .iter()
        .map(|(id, _)| (cx.model.catalog.alternative(*id).name.clone(), shares.percent(*id)))
        .collect();
    if shares.ties > 0 {
        rows.push((cx.t(msg::DEEP_SHARES_TIES), shares.ties_percent()));
    }
    html! {
        <div>
            <table class="points">
                <caption>{ cx.t(msg::DEEP_SHARES) }</caption>
                <tbody>
                    { for rows.into_iter().map(|(name, percent)| html! {
                        <tr key={name.as_ref()}>
                            <th scope="row">{ &name }</th>
                            <td class="points__bar">{ bar::share(percent) }</td>
                            <td class="number">{ percent }{ " %" }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
            <p class="note">{ cx.t(msg::DEEP_SHARES_MEANS) }</p>
        </div>
    }
}

fn rivals(cx: &Cx, first: AltId, standing: &Standing) -> Html {
    let catalog = &cx.model.catalog;
    let caption = cx.tf(msg::DEEP_RIVALS, &[("name", &catalog.alternative(first).name)]);
    html! {
        <table class="points" hidden={standing.leads.is_empty()}>
            <caption>{ caption }</caption>
            <thead>
                <tr>
                    <th scope="col">{ cx.t(msg::DEEP_RIVAL) }</th>
                    <th scope="col" class="number">{ cx.t(msg::DEEP_TOLERANCE) }</th>
                    <th scope="col">{ cx.t(msg::DEEP_FIRMNESS) }</th>
                </tr>
            </thead>
            <tbody>
                { for standing.leads.iter().take(N_RIVALS).map(|lead| {
                    let word = text::firmness(lead.gap.firmness());
                    let tolerance = lead.gap.tolerance_percent();
                    let any = lead.gap.cons == 0 && lead.gap.pros > 0;
                    html! {
                        <tr key={lead.rival.0}>
                            <th scope="row">{ &catalog.alternative(lead.rival).name }</th>
                            <td class="number">
                                { if any { cx.t(msg::DEEP_ANY).to_string() } else { percent(tolerance) } }
                            </td>
                            <td>{ word.map(|(word, _)| cx.t(word)).unwrap_or_default() }</td>
                        </tr>
                    }
                }) }
            </tbody>
        </table>
    }
}

/// What one importance alone would do against the most dangerous rival, and what is enough.
fn single(cx: &Cx, situation: &Situation, first: AltId, lead: &Lead) -> Html {
    let catalog = &cx.model.catalog;
    let rival = &catalog.alternative(lead.rival).name;
    let differences = differences(situation, first, lead.rival);
    let flips = flips(&differences);
    let is_ahead = lead.gap.lead() > 0;
    let enough = text::questions(catalog, sufficient(&differences).into_iter());
    let steps = match notches(&differences) {
        Some(n) => cx.tf(msg::DEEP_NOTCHES, &[("n", &n.to_string()), ("rival", rival)]),
        None => cx.tf(msg::DEEP_NOTCHES_NEVER, &[("rival", rival)]),
    };
    html! {
        <div>
            <p hidden={!is_ahead || enough.is_empty()}>
                { cx.tf(msg::DEEP_ENOUGH, &[("rival", rival), ("questions", &enough)]) }
            </p>
            <p hidden={!is_ahead}>{ steps }</p>
            <table class="points" hidden={flips.is_empty() || !is_ahead}>
                <caption>{ cx.tf(msg::DEEP_FLIPS, &[("rival", rival)]) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ cx.t(msg::DEEP_FLIP_QUESTION) }</th>
                        <th scope="col" class="number">{ cx.t(msg::DEEP_FLIP_NOW) }</th>
                        <th scope="col" class="number">{ cx.t(msg::DEEP_FLIP_AT) }</th>
                    </tr>
                </thead>
                <tbody>{ for flips.iter().map(|flip| flip_row(cx, flip)) }</tbody>
            </table>
        </div>
    }
}

fn flip_row(cx: &Cx, flip: &Flip) -> Html {
    let at = flip.tenths();
    let at = [(at / 10).to_string(), (at % 10).to_string()].join(".");
    html! {
        <tr key={flip.question.0}>
            <th scope="row">{ &cx.model.catalog.question(flip.question).label }</th>
            <td class="number">{ flip.weight }</td>
            <td class="number">{ at }</td>
        </tr>
    }
}

/// Who cannot be first any more, and what would exclude the first.
fn rest(cx: &Cx, situation: &Situation, first: AltId) -> Html {
    let catalog = &cx.model.catalog;
    let out = out_of_race(situation);
    let names = text::names(catalog, out.iter().copied().take(N_NAMED));
    let musts: Vec<_> = unmet_options(situation, first)
        .into_iter()
        .filter(|unmet| catalog.question(unmet.must.question).can_must)
        .map(|unmet| unmet.must)
        .take(N_NAMED)
        .collect();
    html! {
        <div>
            <p hidden={out.is_empty()}>
                { cx.tf(msg::DEEP_OUT, &[("names", &more(cx, &names, out.len()))]) }
            </p>
            <p hidden={musts.is_empty()}>
                { cx.tf(msg::DEEP_MUSTS, &[("options", &causes(catalog, &musts))]) }
            </p>
        </div>
    }
}

/// A list that goes on.
fn more(cx: &Cx, names: &str, n: usize) -> String {
    let mut names = names.to_owned();
    if n > N_NAMED {
        names.push_str(", ");
        names.push_str(&cx.tn(msg::GIVE_MORE, n - N_NAMED));
    }
    names
}

fn percent(n: i32) -> String {
    let mut text = n.to_string();
    text.push_str(" %");
    text
}
