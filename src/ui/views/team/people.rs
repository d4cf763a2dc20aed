//! The people of the team: their names, their results, and a way to remove them.

use yew::prelude::*;

use crate::browser::event;
use crate::domain::state::{Action, TeamAction};
use crate::domain::team::LONGEST_NAME;
use crate::text::{msg, person};
use crate::ui::components::link;
use crate::ui::context::PageContext;
use crate::ui::store::{Focus, UiAction};

/// The list.
pub(super) fn list(cx: &PageContext) -> Html {
    let n = cx.state.team.len();
    html! {
        <ol class="team__list">{ for (0..n).map(|at| row(cx, at)) }</ol>
    }
}

fn row(cx: &PageContext, at: usize) -> Html {
    let index = u8::try_from(at).unwrap_or(u8::MAX);
    let number = (at + 1).to_string();
    let id = ["person-", &number].concat();
    let name = person(&cx.model.words, &cx.state.team, at);
    let named = [("name", &*name)];
    let look = link::Look {
        class: "button",
        label: Some(cx.tf(msg::TEAM_RESULT_OF, &named)),
        ..link::Look::default()
    };
    let show = Action::Team(TeamAction::Show(index));
    let remove = Action::Team(TeamAction::Remove(index));
    let oninput =
        cx.dispatch.reform(move |input: InputEvent| UiAction::Name(index, event::text(&input)));
    html! {
        <li key={at} class="team__person field">
            <label class="visually-hidden" for={id.clone()}>{ cx.tf(msg::TEAM_NAME, &[("n", &number)]) }</label>
            <input {id} type="text" maxlength={LONGEST_NAME.to_string()} autocomplete="off" spellcheck="false"
                dir="auto" placeholder={cx.tf(msg::TEAM_PERSON, &[("n", &number)])}
                value={cx.state.team[at].name.clone()} {oninput} />
            { link::with(cx, show, Focus::Heading, look, html! { { cx.t(msg::TEAM_RESULT) } }) }
            <button type="button" class="button" aria-label={cx.tf(msg::BROWSE_REMOVE, &[("what", &name)])}
                onclick={cx.on_focus(remove, Focus::Heading)}>{ cx.t(msg::TEAM_REMOVE) }</button>
        </li>
    }
}
