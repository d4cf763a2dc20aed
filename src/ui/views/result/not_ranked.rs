//! Alternatives that are not ranked: ruled out by a must-have, or not confirmed. The two are never
//! mixed, because an unknown fact excludes nothing.

use yew::prelude::*;

use super::behind;
use crate::domain::decide::{Group, Unranked, by_causes};
use crate::text::{Message, causes, msg};
use crate::ui::components::opened::OpenedHandle;
use crate::ui::context::ViewContext;
use crate::ui::ids;

/// How many names the first line has.
const N_NAMED: usize = 3;

/// Those for which a must-have is unknown.
pub(super) fn unconfirmed(cx: &ViewContext, opened: &OpenedHandle) -> Html {
    let toggle = opened.toggle(|now| now.unconfirmed = !now.unconfirmed);
    let titles = (msg::RESULT_UNCONFIRMED, msg::RESULT_UNKNOWN_CAUSES);
    list(
        cx,
        opened,
        "unconfirmed",
        &cx.ranking.unconfirmed,
        titles,
        (opened.get().unconfirmed, toggle),
    )
}

/// Those that fail a must-have.
pub(super) fn excluded(cx: &ViewContext, opened: &OpenedHandle) -> Html {
    let toggle = opened.toggle(|now| now.excluded = !now.excluded);
    let titles = (msg::RESULT_EXCLUDED, msg::RESULT_FAILS);
    list(cx, opened, "excluded", &cx.ranking.excluded, titles, (opened.get().excluded, toggle))
}

fn list(
    cx: &ViewContext,
    opened: &OpenedHandle,
    id: &'static str,
    unranked: &[Unranked],
    (title, sentence): (Message, Message),
    (is_open, toggle): (bool, Callback<MouseEvent>),
) -> Html {
    let n = unranked.len();
    let groups = by_causes(unranked);
    let (n_groups, n_named) = if is_open { (groups.len(), n) } else { (1, N_NAMED) };
    let has_more = groups.len() > 1 || n > N_NAMED;
    let title_id = format!("{id}-title");
    let label =
        if is_open { cx.t(msg::RESULT_FEWER_RANKS) } else { cx.tn(msg::RESULT_MORE_RANKS, n) };
    html! {
        if n > 0 {
            <section class="not-ranked" aria-labelledby={title_id.clone()}>
                <h3 id={title_id}>{ cx.t(title) }{ " (" }{ n }{ ")" }</h3>
                <>{ for groups.iter().take(n_groups).map(|group| paragraph(cx, opened, group, n_named, sentence)) }</>
                if has_more {
                    <p>
                        <button type="button" class="button button--quiet" aria-expanded={is_open.to_string()}
                            onclick={toggle}>{ label }</button>
                    </p>
                }
            </section>
        }
    }
}

/// Those with the same causes, in a paragraph. Each name opens what would bring it first.
fn paragraph(
    cx: &ViewContext,
    opened: &OpenedHandle,
    group: &Group,
    n_named: usize,
    sentence: Message,
) -> Html {
    let catalog = &cx.model.catalog;
    let n = group.members.len();
    let causes = causes(catalog, group.causes);
    let said = cx.tf(sentence, &[("n", &n.to_string()), ("causes", &causes)]);
    // Where nobody would have any, points say nothing.
    let has_points =
        group.members.iter().any(|one| one.score.is_some_and(|score| score.numerator() > 0));
    let named = || group.members.iter().take(n_named);
    let explained = named().find(|one| opened.get().explained == Some(one.alternative));
    html! {
        <div key={causes}>
            <p>
                <strong>{ said }</strong>
                if has_points {
                    { " " }{ cx.tn(msg::RESULT_WOULD_BE, n) }
                }
                <>{ for named().enumerate().map(|(at, one)| {
                    let id = one.alternative;
                    let entry = catalog.alternative(id);
                    let is_open = opened.get().explained == Some(id);
                    html! {
                        <span key={entry.id.as_ref()} class="unranked">
                            { if at == 0 { " " } else { ", " } }
                            <button type="button" class="link" translate="no" id={ids::details(cx.model, id)}
                                aria-expanded={is_open.to_string()} onclick={opened.explain(id)}>
                                { &entry.name }
                            </button>
                            { for one.score.filter(|_| has_points).map(|score| html! { <>{ " " }{ score.whole() }</> }) }
                        </span>
                    }
                }) }</>
                if n > n_named { { " …" } }
            </p>
            if let Some(one) = explained {
                { behind::of_unranked(cx, one.alternative) }
            }
        </div>
    }
}
