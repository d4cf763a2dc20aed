//! The title of the page, the navigation, and the host's note.

use yew::prelude::*;

use crate::domain::state::{Action, Step, View};
use crate::text::{intro, msg};
use crate::ui::components::link;
use crate::ui::context::ViewContext;
use crate::ui::ids::HEADING;
use crate::ui::store::Focus;

/// The title of the page and the navigation.
pub(super) fn header(cx: &ViewContext) -> Html {
    let subject = &cx.model.catalog.subject;
    let is_plain = cx.state.is_browsing();
    let links = View::ALL.into_iter().filter_map(|view| Some((view, label(cx, view)?)));
    html! {
        <header class={if is_plain { "top" } else { "top top--view" }}>
            <a class="skip" href={format!("#{HEADING}")}>{ cx.t(msg::APP_SKIP) }</a>
            <div class={if cx.model.settings.compact { "visually-hidden" } else { "top__title" }}>
                <h1>{ &subject.title }</h1>
                <p class="muted top__intro">{ intro(&cx.model.catalog) }</p>
            </div>
            <nav class="views" aria-label={cx.t(msg::APP_VIEWS)}>
                <ul>
                    { for links.map(|(view, label)| {
                        let is_here = view.name() == cx.state.view.name();
                        let look = link::Look {
                            class: "views__link",
                            current: is_here.then_some("page"),
                            ..link::Look::default()
                        };
                        html! {
                            <li key={view.name()}>
                                { link::with(cx, Action::Go(entry(cx, view)), Focus::Heading, look, html! { { label } }) }
                            </li>
                        }
                    }) }
                </ul>
            </nav>
        </header>
    }
}

/// The label of a view in the navigation; none if the view is reached from elsewhere.
fn label(cx: &ViewContext, view: View) -> Option<AttrValue> {
    let (n_compared, n_people) = (cx.state.compared.len(), cx.state.team.len());
    match view {
        View::Browse => Some(cx.t(msg::APP_BROWSE)),
        View::Fit(_) => Some(cx.t(msg::APP_FIT)),
        // There is a result once something is answered. The way stays while it is shown.
        View::Result => {
            let is_there = !cx.state.answers.is_empty() || cx.state.view == view;
            is_there.then(|| cx.t(msg::APP_RESULT))
        }
        View::Compare if n_compared > 0 => Some(cx.tn(msg::APP_COMPARE_N, n_compared)),
        View::Compare => Some(cx.t(msg::APP_COMPARE)),
        View::Team if n_people > 0 || cx.state.view == view => {
            Some(cx.tn(msg::APP_TEAM_N, n_people))
        }
        View::Team | View::Embed => None,
    }
}

/// The entry point of a view: for the questionnaire its first open question.
fn entry(cx: &ViewContext, view: View) -> View {
    match view {
        View::Fit(_) => View::Fit(Step::first_open(&cx.offers, &cx.state.answers)),
        _ => view,
    }
}

/// The host's note, as text.
pub(super) fn disclosure(cx: &ViewContext) -> Html {
    let line = &cx.model.settings.disclosure;
    html! {
        if !line.is_empty() {
            <aside class="disclosure muted" aria-label={cx.t(msg::APP_HOST_LINE)}>
                <p>{ line }</p>
            </aside>
        }
    }
}
