//! What surrounds every view: title, ways between views, notices, what is announced.
//!
//! # What this module does not do
//! It draws nothing of a view.

use crate::ui::markup::html;
use yew::prelude::*;

use super::app::HEADING;
use super::model::Cx;
use super::primitives::link;
use super::store::{Change, Focus};
use crate::domain::catalog::QuestionId;
use crate::domain::permalink::{self, Decoded};
use crate::domain::query::{self, Ignored, Why};
use crate::domain::settings::{self, Values};
use crate::domain::state::{Action, Step, View};
use crate::text::{and_list, msg, or_list, points};

/// Where the questionnaire starts: at the first open question, or at the review.
pub(super) fn first_open(cx: &Cx) -> Step {
    let open = |id: &QuestionId| cx.state.answers.get(*id).is_none();
    cx.model.catalog.question_ids().find(open).map_or(Step::Review, Step::Question)
}

/// The title of the page and the ways between views.
pub(super) fn header(cx: &Cx) -> Html {
    let subject = &cx.model.catalog.subject;
    let n_compared = cx.state.compared.len();
    let compare = if n_compared == 0 {
        cx.t(msg::APP_COMPARE)
    } else {
        cx.tn(msg::APP_COMPARE_N, n_compared)
    };
    let view = cx.state.view;
    let views = [
        ("browse", View::Browse, cx.t(msg::APP_BROWSE), matches!(view, View::Browse)),
        ("fit", View::Fit(first_open(cx)), cx.t(msg::APP_FIT), matches!(view, View::Fit(_))),
        ("result", View::Result, cx.t(msg::APP_RESULT), matches!(view, View::Result)),
        ("compare", View::Compare, compare, matches!(view, View::Compare)),
    ];
    html! {
        <header class={if matches!(view, View::Browse) && cx.state.open.is_none() { "top" } else { "top top--view" }}>
            <a class="skip" href={format!("#{HEADING}")}>{ cx.t(msg::APP_SKIP) }</a>
            <div class={if cx.model.settings.compact { "visually-hidden" } else { "top__title" }}>
                <h1>{ &subject.title }</h1>
                <p class="muted top__intro">{ &subject.intro }</p>
            </div>
            <nav class="views" aria-label={cx.t(msg::APP_VIEWS)}>
                <ul>
                    { for views.into_iter().map(|(id, view, label, is_here)| html! {
                        <li key={id}>
                            { link::with(cx, Action::Go(view), Focus::Heading, link::Look {
                                class: "views__link",
                                id: None,
                                current: is_here.then_some("page"),
                                label: None,
                            }, html! { { label } }) }
                        </li>
                    }) }
                </ul>
            </nav>
        </header>
    }
}

/// The line of the host's own, as text.
pub(super) fn disclosure(cx: &Cx) -> Html {
    let line = &cx.model.settings.disclosure;
    html! {
        <aside class="disclosure muted" aria-label={cx.t(msg::APP_HOST_LINE)} hidden={line.is_empty()}>
            <p>{ line }</p>
        </aside>
    }
}

/// The date of the facts, what the page does not do, and how to embed it; in a compact frame only a way
/// to the same page without the frame.
pub(super) fn footer(cx: &Cx) -> Html {
    let model = cx.model;
    let content = if model.settings.compact {
        let query = permalink::encode(&model.catalog, &cx.state);
        let alone = query::merge_queries(&query, &model.settings.unframed().encode());
        // An empty address would be the present one.
        let href = if alone.is_empty() { "?".to_owned() } else { alone };
        link::external(&href.into(), html! { { cx.t(msg::EMBED_ALONE) } })
    } else {
        let date = model.catalog.subject.date.to_string();
        html! {
            <>
                { cx.tf(msg::APP_AS_OF, &[("date", &date)]) }{ " " }
                <span hidden={model.n_expired == 0}>
                    { cx.tn(msg::AGE_EXPIRED_N, model.n_expired) }{ " " }
                </span>
                { link::to(cx, Action::Go(View::Embed), "", html! { { cx.t(msg::APP_EMBED) } }) }
            </>
        }
    };
    html! { <footer class="foot muted">{ content }</footer> }
}

/// What of the link at the start could not be followed.
pub(super) fn link_notice(cx: &Cx, start: Option<&Decoded>) -> Html {
    let on_dismiss = cx.on_click(Change::DismissNotice);
    let ignored: Vec<_> = start
        .into_iter()
        .flat_map(|start| &start.ignored)
        .filter(|ignored| !is_hosts(ignored))
        .collect();
    let made_with = start.and_then(|start| start.made_with);
    let is_empty = ignored.is_empty() && made_with.is_none();
    html! {
        <aside class="notice" aria-label={cx.t(msg::LINK_NOTICE)} hidden={is_empty}>
            <div class="notice__text">
                <p hidden={made_with.is_none()}>{
                    made_with.map(|date| cx.tf(msg::LINK_MADE_WITH, &[("date", &date.to_string())]))
                        .unwrap_or_default()
                }</p>
                <div hidden={ignored.is_empty()}>
                    <p>{ cx.t(msg::LINK_IGNORED) }</p>
                    <ul>{ for ignored.into_iter().map(|part| ignored_part(cx, part)) }</ul>
                </div>
            </div>
            <button type="button" class="button" onclick={on_dismiss}>
                { cx.t(msg::LINK_DISMISS) }
            </button>
        </aside>
    }
}

/// Parameters that hosts and campaigns append belong to them and are no mistake of the link.
fn is_hosts(ignored: &Ignored) -> bool {
    let name = ignored.name.as_str();
    ignored.why == Why::UnknownParameter
        && (name.starts_with("utm_") || matches!(name, "fbclid" | "gclid" | "ref" | "referrer"))
}

fn ignored_part(cx: &Cx, ignored: &Ignored) -> Html {
    let values = settings::find(&ignored.name).map(|parameter| parameter.values);
    let values = match values.filter(|_| ignored.why == Why::UnknownValue) {
        Some(Values::Words(words)) => {
            or_list(&words.iter().map(ToString::to_string).collect::<Vec<_>>())
        }
        Some(Values::Pixels(least, most)) => format!("{least}–{most}"),
        Some(Values::Colour) => cx.t(msg::LINK_COLOUR).to_string(),
        _ => String::new(),
    };
    let message = match ignored.why {
        Why::UnknownParameter => msg::LINK_UNKNOWN_PARAMETER,
        Why::UnknownValue if values.is_empty() => msg::LINK_UNKNOWN_VALUE,
        Why::UnknownValue => msg::LINK_SHOULD_BE,
        Why::Repeated => msg::LINK_REPEATED,
        Why::TooMuch => msg::LINK_TOO_MUCH,
        Why::WithoutAnswer => msg::LINK_WITHOUT_ANSWER,
        Why::NothingLeft => msg::LINK_NOTHING_LEFT,
    };
    let part = format!("{}={}", ignored.name, ignored.value);
    let why = cx.tf(message, &[("values", &values)]);
    let part: String = part.chars().take(60).collect();
    html! { <li>{ cx.tf(msg::LINK_IGNORED_PART, &[("part", &part), ("why", &why)]) }</li> }
}

/// What a screen reader hears after a change: how many cards are left, or who leads.
pub(super) fn announcement(cx: &Cx) -> AttrValue {
    if cx.state.open.is_some() {
        return AttrValue::default();
    }
    match cx.state.view {
        View::Browse => {
            let catalog = &cx.model.catalog;
            let listing = cx.model.browser.list(
                catalog,
                &cx.state.chosen,
                &cx.state.search,
                cx.state.sort,
                &cx.ranking,
            );
            cx.tn(msg::BROWSE_FOUND, listing.found.len())
        }
        View::Fit(_) | View::Result if !cx.state.answers.is_empty() => leader(cx),
        View::Fit(_) | View::Result | View::Compare | View::Embed => AttrValue::default(),
    }
}

/// Who leads, in a sentence.
pub(super) fn leader(cx: &Cx) -> AttrValue {
    let leaders: Vec<_> = cx.ranking.leaders().collect();
    let names: Vec<_> = leaders
        .iter()
        .map(|ranked| cx.model.catalog.alternative(ranked.alternative).name.to_string())
        .collect();
    match leaders.as_slice() {
        [] => cx.t(msg::RESULT_TITLE_NONE),
        [first, ..] if first.score.is_none() => {
            cx.tn(msg::RESULT_TITLE_ALL_MUSTS, cx.ranking.eligible.len())
        }
        [only] => {
            let title = cx.tf(msg::RESULT_TITLE_ONE, &[("name", &names[0])]);
            match only.score {
                Some(score) => format!("{title}: {}", points(score, only.close)).into(),
                None => title,
            }
        }
        _ => cx.tf(msg::RESULT_TITLE_TIED, &[("names", &and_list(&names))]),
    }
}
