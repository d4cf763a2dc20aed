//! A field with a text, and a button that copies it.

use yew::prelude::*;

use super::element;
use crate::browser::clipboard;
use crate::text::Message;
use crate::ui::model::Model;

/// About how many letters a line of a long text has.
const LETTERS: usize = 72;

/// The result of the last copy.
#[derive(Clone, Debug, PartialEq)]
struct Copied {
    text: AttrValue,
    is_done: bool,
}

/// The props of a copy field.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(in crate::ui) struct CopyFieldProps {
    /// The catalog, for its texts.
    pub model: Model,
    /// The text.
    pub text: AttrValue,
    /// The id of the field.
    pub field: AttrValue,
    /// The accessible name of the field.
    pub label: Message,
    /// The label of the button.
    pub button: Message,
    /// The message after copying.
    pub done: Message,
    /// The message if copying is refused; the text is then selected, so that the reader can copy
    /// it.
    pub refused: Message,
    /// Whether the text has many lines.
    #[prop_or_default]
    pub is_long: bool,
    /// Whether only the button is shown, until copying is refused.
    #[prop_or_default]
    pub is_button: bool,
}

/// A text in a field, a button that copies it, and the result.
#[component]
pub(in crate::ui) fn CopyField(props: &CopyFieldProps) -> Html {
    let CopyFieldProps { model, text, field, label, button, done, refused, is_long, is_button } =
        props;
    let copied = use_state(|| None::<Copied>);
    let onclick = {
        let (copied, text, field) = (copied.setter(), text.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, own, field) = (copied.clone(), text.clone(), field.clone());
            clipboard::copy(&text, move |is_done| {
                if !is_done {
                    clipboard::select(&field);
                }
                copied.set(Some(Copied { text: own.clone(), is_done }));
            });
        })
    };
    // The message is about this text and is dropped when the text changes.
    let said = copied.as_ref().filter(|copied| copied.text == *text);
    let is_hidden = *is_button && said.is_none_or(|copied| copied.is_done);
    // A button alone says itself that it has copied, so that nothing has to make room.
    let label_of_button = match said {
        Some(Copied { is_done: true, .. }) if *is_button => *done,
        _ => *button,
    };
    let said = said.map(|copied| model.t(if copied.is_done { *done } else { *refused }));
    let said = said.unwrap_or_default();
    let label =
        html! { <label class="visually-hidden" for={field.clone()}>{ model.t(*label) }</label> };
    if *is_long {
        // Long lines are broken.
        let rows = text.lines().map(|line| 1 + line.len() / LETTERS).sum::<usize>();
        return html! {
            <>
                { label }
                <textarea id={field.clone()} class="embed__code" readonly=true rows={rows.to_string()} spellcheck="false"
                    dir="ltr" value={text.clone()} />
                <div class="inline">
                    { element::button("button button--main", model.t(*button), false, onclick) }
                    <span class="muted" role="status">{ said }</span>
                </div>
            </>
        };
    }
    // A field that nobody sees is nowhere on the way of the keyboard either, but can be selected.
    let class = if is_hidden { "visually-hidden" } else { "share__link" };
    let tabindex = is_hidden.then_some("-1");
    html! {
        <div class="share__row">
            { element::button("button", model.t(label_of_button), false, onclick) }
            { label }
            <input id={field.clone()} {class} {tabindex} type="text" readonly=true value={text.clone()} />
            <p class={if is_hidden { "visually-hidden share__status" } else { "share__status muted" }}
                role="status">{ said }</p>
        </div>
    }
}
