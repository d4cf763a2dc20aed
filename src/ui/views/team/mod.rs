//! Several people decide together: who they are, a field for their links, and what comes out for all of
//! them.

mod people;

use yew::prelude::*;

use crate::browser::event;
use crate::browser::location;
use crate::domain::state::{Action, State, Step, TeamAction, View};
use crate::domain::team::MOST;
use crate::domain::{permalink, query};
use crate::report::Section;
use crate::report::record::Format;
use crate::text::msg;
use crate::ui::components::copy_field::CopyField;
use crate::ui::components::decision;
use crate::ui::components::element;
use crate::ui::components::explanation::{Explanation, since};
use crate::ui::components::link;
use crate::ui::context::{PageContext, ViewContext};
use crate::ui::hooks::{LoadState, use_settled};
use crate::ui::ids::{HEADING, PASTED};
use crate::ui::store::{Focus, UiAction};

/// The view.
pub(super) fn view(cx: &ViewContext) -> Html {
    let n = cx.state.team.len();
    let missing = match cx.explain {
        LoadState::Waiting => Some(msg::TEAM_WAITING),
        LoadState::Failed => Some(msg::TEAM_FAILED),
        LoadState::Here => None,
    };
    html! {
        <div class="team">
            <section class="team__people panel" aria-labelledby={HEADING}>
                <h2 id={HEADING} tabindex="-1">{ cx.t(msg::TEAM_TITLE) }</h2>
                { element::paragraph("muted", cx.t(msg::TEAM_INTRO)) }
                { people::list(cx) }
                { add(cx) }
                if n > 0 {
                    { copy(cx) }
                }
            </section>
            if n > 0 {
                <section class="team__outcome" aria-labelledby="team-outcome">
                    <h3 id="team-outcome">{ cx.t(msg::TEAM_OUTCOME) }</h3>
                    if let Some(missing) = missing {
                        { element::paragraph("muted", cx.t(missing)) }
                    }
                    { since(cx) }
                    <Statements page={cx.page.clone()} program={cx.explain} />
                    if n > 1 {
                        { decision::panel(cx, Html::default(), Format::Madr) }
                    }
                </section>
            }
        </div>
    }
}

/// The props of the statements.
#[derive(Clone, Debug, PartialEq, Properties)]
struct StatementsProps {
    /// What links and controls need.
    page: PageContext,
    /// Whether the second program has arrived.
    program: LoadState,
}

/// What comes out. While a name is typed it is not computed for each letter.
#[component]
fn Statements(props: &StatementsProps) -> Html {
    let StatementsProps { page: cx, program } = props;
    let query_of = |state: &State| AttrValue::from(cx.model.link_to(state));
    let query = use_settled(query_of(&cx.state), query_of(&cx.state.unnamed()));
    html! {
        <Explanation model={cx.model} {query} section={Section::Team} program={*program} is_quiet=true
            dispatch={cx.dispatch.clone()} />
    }
}

/// The field for the links of others, and what came of the last one. It is no form: a frame may forbid
/// to send forms.
fn add(cx: &ViewContext) -> Html {
    let invite = || UiAction::Invite(event::typed_in(PASTED));
    let onclick = cx.dispatch.reform(move |_: MouseEvent| invite());
    let dispatch = cx.dispatch.clone();
    let onkeydown = Callback::from(move |key: KeyboardEvent| {
        if event::is_enter(&key) {
            dispatch.emit(invite());
        }
    });
    let join = cx.on_focus(Action::Team(TeamAction::Join), Focus::Heading);
    let first = Action::Go(View::Fit(Step::first_open(&cx.offers, &cx.state.answers)));
    let n = cx.state.team.len();
    let has_own = cx.state.person.is_none() && !cx.state.answers.is_blank();
    html! {
        <div class="team__add">
            if has_own && n < MOST {
                { element::button("button", cx.t(msg::TEAM_JOIN), false, join) }
            } else if cx.state.person.is_none() && n < MOST {
                { link::to(cx, first, "button", html! { { cx.t(msg::TEAM_ANSWER) } }) }
            }
            // A new field once somebody is added. What was refused stays, so that it can be mended.
            <div key={n} class="field field--wide">
                <label for={PASTED}>{ cx.t(msg::TEAM_PASTE) }</label>
                <input id={PASTED} type="text" autocomplete="off" spellcheck="false" dir="ltr" {onkeydown} />
            </div>
            { element::button("button button--main", cx.t(msg::TEAM_ADD), false, onclick) }
            <p class="muted team__said" role="status">{ cx.screen.invited.clone() }</p>
        </div>
    }
}

/// The link of the team alone: nothing else that this reader looks at, and no settings of a frame.
fn copy(cx: &ViewContext) -> Html {
    let model = cx.model;
    let catalog = &model.catalog;
    let team = State { view: View::Team, team: cx.state.team.clone(), ..State::new(catalog) };
    let query = permalink::encode(catalog, &team);
    let query = query::merge_queries(&query, &model.settings.unframed().encode());
    let text: AttrValue = location::address_with(&query).into();
    html! {
        <>
            { element::paragraph("paper", text.clone()) }
            <CopyField {model} {text} field="team-address" label={msg::TEAM_LINK} button={msg::TEAM_COPY}
                done={msg::RESULT_COPIED} refused={msg::RESULT_NOT_COPIED} is_button=true />
        </>
    }
}
