//! The controls of the configurator: one for each parameter of the table, by the type of its
//! values. Only those of the colours are mentioned by name, because they come first.

use yew::prelude::*;

use super::form::{Form, FormAction};
use crate::browser::event;
use crate::domain::catalog::Facet;
use crate::domain::settings::{Key, PARAMETERS, Parameter, Values};
use crate::domain::state::View;
use crate::text::{Message, msg, parameter};
use crate::ui::components::element;
use crate::ui::model::Model;

/// The data of the controls.
#[derive(Clone, Debug)]
pub(super) struct Controls {
    /// The catalog.
    pub model: Model,
    /// The current form.
    pub form: Form,
    /// Receives the changes.
    pub dispatch: UseReducerDispatcher<Form>,
}

/// The accent of the page's own light theme: the initial value of the colour control.
const OWN_ACCENT: &str = "305eb7";

/// All controls except the kind of target, which is next to the code.
pub(super) fn view(controls: &Controls) -> Html {
    let form = &controls.form;
    let views: Vec<_> = View::ALL
        .into_iter()
        .filter_map(|view| Some((view.name(), controls.model.t(label(view)?))))
        .collect();
    let is_first = |it: &&Parameter| matches!(it.key, Key::Theme | Key::Accent);
    let all = |it: &Parameter| html! { <div key={it.name}>{ control(controls, it) }</div> };
    html! {
        <>
            { for PARAMETERS.iter().filter(is_first).map(all) }
            { input(controls, "height", controls.model.t(msg::EMBED_HEIGHT), "number", form.height.to_string()) }
            <details class="facet embed__more">
                <summary>{ controls.model.t(msg::EMBED_MORE) }</summary>
                { select(controls, "view", controls.model.t(msg::EMBED_VIEW), &views, &form.view) }
                { check(controls, "state", if form.keeps_state { "no" } else { "yes" }, form.keeps_state,
                    controls.model.t(msg::EMBED_STATE)) }
                { for PARAMETERS.iter().filter(|it| !is_first(it)).map(all) }
            </details>
        </>
    }
}

/// The label of a view that a frame can open with; none for the configurator itself.
const fn label(view: View) -> Option<Message> {
    match view {
        View::Browse => Some(msg::APP_BROWSE),
        View::Fit(_) => Some(msg::APP_FIT),
        View::Result => Some(msg::APP_RESULT),
        View::Compare => Some(msg::APP_COMPARE),
        View::Team | View::Embed => None,
    }
}

fn control(controls: &Controls, of: &Parameter) -> Html {
    let settings = &controls.form.settings;
    let value = settings.get(of.key);
    let label = controls.model.t(parameter::label(of.key));
    let field = match of.values {
        Values::Words([no, yes]) => {
            let is_on = value == *yes;
            check(controls, of.name, if is_on { no } else { yes }, is_on, label)
        }
        Values::Words(words) => {
            let words: Vec<_> =
                words.iter().map(|word| (*word, controls.model.t(parameter::word(word)))).collect();
            select(controls, of.name, label, &words, &value)
        }
        Values::Pixels(..) => input(controls, of.name, label, "number", value),
        Values::Line(_) => input(controls, of.name, label, "text", value),
        Values::Colour => {
            let colour = if value.is_empty() { OWN_ACCENT } else { &value };
            html! {
                <div class="embed__colour">
                    { input(controls, of.name, label, "color", ["#", colour].concat()) }
                    { element::button("button button--quiet", controls.model.t(msg::PARAMETER_DEFAULT), value.is_empty(), on_use(controls, of.name, "")) }
                </div>
            }
        }
        Values::Entries => {
            let entries = controls.model.catalog.alternatives.iter();
            let entries: Vec<_> = entries.map(|it| (it.id.as_ref(), it.name.clone())).collect();
            list(controls, of.name, label, &entries, &settings.only)
        }
        Values::OfFacet => {
            html! { <>{ for controls.model.catalog.facets.iter().map(|it| facet(controls, it)) }</> }
        }
    };
    html! {
        <>
            { field }
            { element::paragraph("muted embed__means", controls.model.t(parameter::meaning(of.key))) }
        </>
    }
}

/// Checkboxes for the values of a facet.
fn facet(controls: &Controls, facet: &Facet) -> Html {
    let label = controls.model.tf(msg::PARAMETER_ONLY_FACET, &[("facet", &facet.label)]);
    let values: Vec<_> = facet.values.iter().map(|it| (it.id.as_ref(), it.label.clone())).collect();
    let mut chosen = controls.form.settings.only_values.iter();
    let chosen = chosen.find(|(id, _)| facet.id == id.as_str());
    let name = ["only.", facet.id.as_ref()].concat();
    let chosen = chosen.map_or(&[][..], |(_, ids)| ids);
    html! { <div key={facet.id.as_ref()}>{ list(controls, &name, label, &values, chosen) }</div> }
}

/// A list with several choices; a change sets the parameter to all chosen ones.
fn list(
    controls: &Controls,
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
                        <div key={*id}>{ check(controls, name, &value, is_on(id), label.clone()) }</div>
                    }
                }) }
            </fieldset>
        </details>
    }
}

/// A checkbox that sets a parameter to a value when it changes.
fn check(controls: &Controls, name: &str, value: &str, is_on: bool, label: AttrValue) -> Html {
    html! {
        <label class="check">
            <input type="checkbox" checked={is_on} onchange={on_use(controls, name, value)} />
            <span class="check__label">{ label }</span>
        </label>
    }
}

/// A choice of one value.
pub(super) fn select(
    controls: &Controls,
    name: &str,
    label: AttrValue,
    options: &[(&'static str, AttrValue)],
    chosen: &str,
) -> Html {
    let id = ["embed-", name].concat();
    html! {
        <div class="field">
            <label for={id.clone()}>{ label }</label>
            <select {id} onchange={on_value(controls, name)}>
                { for options.iter().map(|(value, label)| html! {
                    <option key={*value} value={*value} selected={*value == chosen}>
                        { label }
                    </option>
                }) }
            </select>
        </div>
    }
}

/// A one-line field of some HTML input type. The parser validates its value; a value that it
/// rejects does not appear in the code.
fn input(
    controls: &Controls,
    name: &str,
    label: AttrValue,
    kind: &'static str,
    value: String,
) -> Html {
    let id = ["embed-", name].concat();
    html! {
        <div class="field">
            <label for={id.clone()}>{ label }</label>
            <input {id} type={kind} {value} onchange={on_value(controls, name)} />
        </div>
    }
}

/// Sets a field to the value of its control.
fn on_value(controls: &Controls, name: &str) -> Callback<Event> {
    let name = name.to_owned();
    let set = controls.dispatch.to_callback();
    set.reform(move |change: Event| FormAction { name: name.clone(), value: event::value(&change) })
}

/// Sets a field to a value.
pub(super) fn on_use<E: 'static>(controls: &Controls, name: &str, value: &str) -> Callback<E> {
    let action = FormAction { name: name.to_owned(), value: value.to_owned() };
    controls.dispatch.to_callback().reform(move |_| action.clone())
}
