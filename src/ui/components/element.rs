//! Small elements that many views draw. One function for each keeps the program small: the code of an
//! element in `html!` is ten times that of a call.

use yew::prelude::*;

/// A paragraph with a text.
pub(in crate::ui) fn paragraph(class: &'static str, text: AttrValue) -> Html {
    html! { <p {class}>{ text }</p> }
}

/// A text within a line.
pub(in crate::ui) fn span(class: &'static str, text: AttrValue) -> Html {
    html! { <span {class}>{ text }</span> }
}

/// A button with a text.
pub(in crate::ui) fn button(
    class: &'static str,
    text: AttrValue,
    is_disabled: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button type="button" {class} disabled={is_disabled} {onclick}>{ text }</button> }
}

/// A button that is pressed or not.
pub(in crate::ui) fn toggle(text: AttrValue, is_on: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="chip" aria-pressed={is_on.to_string()} {onclick}>{ text }</button> }
}

/// Something folded, which the reader unfolds.
pub(in crate::ui) fn folded(class: &'static str, summary: Html, content: Html) -> Html {
    html! { <details {class}><summary>{ summary }</summary>{ content }</details> }
}

/// A choice of one value, with a label.
pub(in crate::ui) fn select(
    id: &'static str,
    label: AttrValue,
    options: &[(AttrValue, AttrValue)],
    chosen: &str,
    are_names: bool,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            <select {id} {onchange}>
                { for options.iter().map(|(value, label)| html! {
                    <option key={value.as_str()} value={value.clone()} selected={*value == *chosen}
                        translate={(are_names && !value.is_empty()).then_some("no")}>
                        { label }
                    </option>
                }) }
            </select>
        </div>
    }
}

/// A disclosure whose content is the element after it. The caller decides whether that is open.
pub(in crate::ui) fn fold(
    class: &'static str,
    look: &'static str,
    text: AttrValue,
    is_open: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <details key={class} {class} open={is_open}>
            <summary class={look} {onclick}>{ text }</summary>
        </details>
    }
}

/// A checkbox with its label. Its name is the text of the label, unless another one is given.
pub(in crate::ui) fn checkbox(
    class: &'static str,
    text: AttrValue,
    name: Option<String>,
    (is_checked, is_disabled): (bool, bool),
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label {class}>
            <input type="checkbox" aria-label={name} checked={is_checked} disabled={is_disabled}
                {onchange} />
            { span("", text) }
        </label>
    }
}

/// A dot in a colour, beside the word that it stands for; nothing without a colour.
pub(in crate::ui) fn dot(colour: AttrValue) -> Html {
    if colour.is_empty() {
        return Html::default();
    }
    html! {
        <svg class="dot" viewBox="0 0 2 2" aria-hidden="true">
            <circle cx="1" cy="1" r="1" fill={colour} />
        </svg>
    }
}

/// A list of tags.
pub(in crate::ui) fn tags(labels: impl IntoIterator<Item = String>) -> Html {
    html! { <ul class="tags">{ for labels.into_iter().map(tag) }</ul> }
}

/// One tag of a list.
pub(in crate::ui) fn tag(label: String) -> Html {
    html! { <li key={label.clone()} class="tag">{ label }</li> }
}
