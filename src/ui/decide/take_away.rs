//! Taking a result away: its link, or on paper.
//!
//! # What this module does not do
//! It sends nothing anywhere.

use yew::prelude::*;

use crate::browser::{clipboard, location, page};
use crate::domain::permalink;
use crate::text::msg;
use crate::ui::model::{Cx, Model};

/// The id of the field that holds the link.
const FIELD: &str = "result-link";

/// The section.
pub(super) fn view(cx: &Cx) -> Html {
    let query = permalink::encode(&cx.model.catalog, &cx.state);
    html! { <TakeAway model={cx.model} {query} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct TakeAwayProps {
    model: Model,
    query: AttrValue,
}

/// Whether the present link was copied; none before the button was used.
#[component]
fn TakeAway(props: &TakeAwayProps) -> Html {
    let outcome = use_state(|| None::<(AttrValue, bool)>);
    // The address is the browser's to tell, so it is read once the page is there.
    let address = use_state(|| props.query.clone());
    use_effect_with(props.query.clone(), {
        let address = address.clone();
        move |query| address.set(location::address_with(query).into())
    });
    let words = &props.model.words;
    let oncopy = {
        let (outcome, address, query) = (outcome.clone(), address.clone(), props.query.clone());
        Callback::from(move |_: MouseEvent| {
            let (outcome, query) = (outcome.clone(), query.clone());
            clipboard::copy(&address, move |is_copied| {
                if !is_copied {
                    clipboard::select(FIELD);
                }
                outcome.set(Some((query.clone(), is_copied)));
            });
        })
    };
    let onprint = Callback::from(|_: MouseEvent| {
        let _ = page::print();
    });
    let said = match &*outcome {
        Some((query, true)) if *query == props.query => words.get(msg::RESULT_COPIED),
        Some((query, false)) if *query == props.query => words.get(msg::RESULT_NOT_COPIED),
        _ => String::new(),
    };
    html! {
        <section class="take-away panel" aria-labelledby="take-away-title">
            <h3 id="take-away-title">{ words.get(msg::RESULT_TAKE_AWAY) }</h3>
            <div class="take-away__row">
                <label class="visually-hidden" for={FIELD}>{ words.get(msg::RESULT_LINK) }</label>
                <input id={FIELD} class="take-away__link" type="text" readonly=true
                    value={(*address).clone()} />
                <button type="button" class="button" onclick={oncopy}>
                    { words.get(msg::RESULT_COPY) }
                </button>
                <button type="button" class="button" onclick={onprint}>
                    { words.get(msg::RESULT_PRINT) }
                </button>
            </div>
            <p class="take-away__said muted" role="status">{ said }</p>
        </section>
    }
}
