//! The controls of the configurator: one for each parameter of the table, by what it may be.
//!
//! # What this module does not do
//! It knows no parameter by name; labels come from `text`.

use crate::ui::markup::html;
use yew::prelude::*;

use crate::browser::event;
use crate::domain::catalog::Facet;
use crate::domain::settings::{PARAMETERS, Parameter, Values};
use crate::text::{msg, parameter};
use crate::ui::model::Cx;
use crate::ui::store::Change;

/// The accent of the page's own light theme: where choosing another one starts.
const OWN_ACCENT: &str = "305eb7";

/// All controls, but the kind of place, which stands beside the code.
pub(super) fn view(cx: &Cx) -> Html {
    let form = &cx.local.embed;
    let views = [
        ("browse", msg::APP_BROWSE),
        ("fit", msg::APP_FIT),
        ("result", msg::APP_RESULT),
        ("compare", msg::APP_COMPARE),
    ];
    let views = views.map(|(id, label)| (id, cx.t(label)));
    html! {
        <>
            <div class="tools">
                { select(cx, "view", cx.t(msg::EMBED_VIEW), &views, &form.view) }
                { input(cx, "height", cx.t(msg::EMBED_HEIGHT), "number", form.height.to_string()) }
            </div>
            { check(cx, "state", if form.keeps_state { "no" } else { "yes" }, form.keeps_state,
                cx.t(msg::EMBED_STATE)) }
            { for PARAMETERS.iter().map(|it| html! { <div key={it.name}>{ control(cx, it) }</div> }) }
        </>
    }
}

fn control(cx: &Cx, of: &Parameter) -> Html {
    let settings = &cx.local.embed.settings;
    let value = settings.get(of.key);
    let label = cx.t(parameter::label(of.key));
    let field = match of.values {
        Values::Words([no, yes]) => {
            let is_on = value == *yes;
            check(cx, of.name, if is_on { no } else { yes }, is_on, label)
        }
        Values::Words(words) => {
            let words: Vec<_> =
                words.iter().map(|word| (*word, cx.t(parameter::word(word)))).collect();
            select(cx, of.name, label, &words, &value)
        }
        Values::Pixels(..) => input(cx, of.name, label, "number", value),
        Values::Line(_) => input(cx, of.name, label, "text", value),
        Values::Colour => {
            let colour = if value.is_empty() { OWN_ACCENT } else { &value };
            html! {
                <div class="embed__colour">
                    { input(cx, of.name, label, "color", ["#", colour].concat()) }
                    <button type="button" class="button button--quiet" disabled={value.is_empty()}
                        onclick={on_click(cx, of.name, "")}>
                        { cx.t(msg::PARAMETER_DEFAULT) }
                    </button>
                </div>
            }
        }
        Values::Entries => {
            let entries = cx.model.catalog.alternatives.iter();
            let entries: Vec<_> = entries.map(|it| (it.id.as_ref(), it.name.clone())).collect();
            list(cx, of.name, label, &entries, &settings.only)
        }
        Values::OfFacet => {
            html! { <>{ for cx.model.catalog.facets.iter().map(|it| facet(cx, it)) }</> }
        }
    };
    html! {
        <>
            { field }
            <p class="muted embed__means">{ cx.t(parameter::meaning(of.key)) }</p>
        </>
    }
}

/// The values of a facet, to choose some of.
fn facet(cx: &Cx, facet: &Facet) -> Html {
    let label = cx.tf(msg::PARAMETER_ONLY_FACET, &[("facet", &facet.label)]);
    let values: Vec<_> = facet.values.iter().map(|it| (it.id.as_ref(), it.label.clone())).collect();
    let mut chosen = cx.local.embed.settings.only_values.iter();
    let chosen = chosen.find(|(id, _)| facet.id == id.as_str());
    let name = ["only.", facet.id.as_ref()].concat();
    let chosen = chosen.map_or(&[][..], |(_, ids)| ids);
    html! { <div key={facet.id.as_ref()}>{ list(cx, &name, label, &values, chosen) }</div> }
}

/// A list to choose several of; choosing one sets the parameter to all that are chosen then.
fn list(
    cx: &Cx,
    name: &str,
    label: AttrValue,
    items: &[(&str, AttrValue)],
    chosen: &[String],
) -> Html {
    let is_on = |id: &str| chosen.iter().any(|other| other == id);
    html! {
        <details class="facet">
            <summary>
                <span>{ &label }</span>
                <span class="facet__n" hidden={chosen.is_empty()}>{ chosen.len() }</span>
            </summary>
            <fieldset>
                <legend class="visually-hidden">{ label }</legend>
                { for items.iter().map(|(id, label)| {
                    let wanted = items.iter().map(|(other, _)| *other);
                    let wanted = wanted.filter(|other| is_on(other) != (other == id));
                    let value = wanted.collect::<Vec<_>>().join(",");
                    html! {
                        <div key={*id}>{ check(cx, name, &value, is_on(id), label.clone()) }</div>
                    }
                }) }
            </fieldset>
        </details>
    }
}

/// A box that sets a parameter to a value when it is used.
fn check(cx: &Cx, name: &str, value: &str, is_on: bool, label: AttrValue) -> Html {
    html! {
        <label class="check">
            <input type="checkbox" checked={is_on} onchange={on_click(cx, name, value)} />
            <span class="check__label">{ label }</span>
        </label>
    }
}

/// A choice of one value.
pub(super) fn select(
    cx: &Cx,
    name: &str,
    label: AttrValue,
    options: &[(&'static str, AttrValue)],
    chosen: &str,
) -> Html {
    let id = ["embed-", name].concat();
    html! {
        <div class="field">
            <label for={id.clone()}>{ label }</label>
            <select {id} onchange={on_value(cx, name)}>
                { for options.iter().map(|(value, label)| html! {
                    <option key={*value} value={*value} selected={*value == chosen}>
                        { label }
                    </option>
                }) }
            </select>
        </div>
    }
}

/// A field for one line, of some type of HTML's. What it may hold is for the parser; what the parser
/// does not take is not in the code.
fn input(cx: &Cx, name: &str, label: AttrValue, kind: &'static str, value: String) -> Html {
    let id = ["embed-", name].concat();
    html! {
        <div class="field">
            <label for={id.clone()}>{ label }</label>
            <input {id} type={kind} {value} onchange={on_value(cx, name)} />
        </div>
    }
}

/// Sets a field to the value of its control.
fn on_value(cx: &Cx, name: &str) -> Callback<Event> {
    let (name, change) = (name.to_owned(), cx.change.clone());
    Callback::from(move |it: Event| change.emit(Change::Embed(name.clone(), event::value(&it))))
}

/// Sets a field to a value.
fn on_click<E: 'static>(cx: &Cx, name: &str, value: &str) -> Callback<E> {
    let (name, value, change) = (name.to_owned(), value.to_owned(), cx.change.clone());
    Callback::from(move |_| change.emit(Change::Embed(name.clone(), value.clone())))
}
