//! What to do with the result: read all facts, compare with the next one, share the link, start.

use yew::prelude::*;

use crate::browser::{clipboard, location, share};
use crate::domain::catalog::AltId;
use crate::domain::compare::MOST;
use crate::domain::decide::Ranked;
use crate::domain::state::{Action, State, TeamAction, View};
use crate::text::{self, msg};
use crate::ui::components::copy_field::CopyField;
use crate::ui::components::{element, link, names};
use crate::ui::context::ViewContext;

/// The buttons, with the panel that takes the decision away among them. If several come first, the one
/// that tells them apart is the main one, and no one of them has buttons of its own.
pub(super) fn view(cx: &ViewContext, leaders: &[Ranked], takeaway: Html) -> Html {
    let name = |id: AltId| &*cx.model.catalog.alternative(id).name;
    let only = if let [only] = leaders { Some(only.alternative) } else { None };
    let next = cx.ranking.eligible.get(1).map(|next| next.alternative);
    let (compared, label) = match (only, next) {
        (Some(only), Some(next)) => {
            (vec![only, next], cx.tf(msg::RESULT_COMPARE_WITH, &[("name", name(next))]))
        }
        (Some(only), None) => (vec![only], AttrValue::default()),
        (None, _) => {
            let all = leaders.iter().map(|one| one.alternative).collect();
            (all, cx.t(msg::RESULT_COMPARE_THEM))
        }
    };
    let can_compare = (2..=MOST).contains(&compared.len());
    let address = location::address_with(&cx.model.link_to(&cx.state.alone()));
    let start = only.and_then(|only| cx.model.dossier(only)?.start.as_ref());
    html! {
        <div class="leader__steps">
            if let Some(only) = only {
                { link::to(cx, Action::Open(only), "button button--main",
                    names::label(cx.model, &cx.tf(msg::RESULT_FACTS, &[("name", name(only))]))) }
            }
            if can_compare {
                { link::to(cx, compare(cx, compared), "button", names::label(cx.model, &label)) }
            }
            { element::paragraph("paper", address.clone().into()) }
            { share_button(cx, &address) }
            <CopyField model={cx.model} text={address} field="result-link" label={msg::RESULT_LINK}
                button={msg::RESULT_COPY} done={msg::RESULT_COPIED} refused={msg::RESULT_NOT_COPIED}
                is_button=true />
            { takeaway }
            if let Some(start) = start {
                { link::site(&start.url, "button button--quiet", cx.t(msg::RESULT_GET_STARTED)) }
            }
            { link::to(cx, Action::Team(TeamAction::Join), "button button--quiet",
                html! { { cx.t(msg::TEAM_TITLE) } }) }
        </div>
    }
}

/// The system's own way to share, where there is one.
fn share_button(cx: &ViewContext, address: &str) -> Html {
    if !share::is_there() {
        return Html::default();
    }
    let title = text::leaders(&cx.model.catalog, &cx.model.words, &cx.ranking);
    let address = address.to_owned();
    // Where it is refused, the link is selected, so that it can be copied.
    let onclick = Callback::from(move |_: MouseEvent| {
        share::share(&title, &address, |is_done| {
            if !is_done {
                clipboard::select("result-link");
            }
        });
    });
    element::button("button", cx.t(msg::RECORD_SHARE), false, onclick)
}

/// Opens the comparison of some.
fn compare(cx: &ViewContext, compared: Vec<AltId>) -> Action {
    let state = State { view: View::Compare, open: None, compared, ..State::clone(&cx.state) };
    Action::Replace(Box::new(state))
}
