//! The first two, at the lower edge of a narrow page, so that a changed answer visibly changes
//! something.

use yew::prelude::*;

use crate::text::msg;
use crate::ui::context::{ViewContext, on_click};
use crate::ui::store::{Focus, UiAction};

/// How many are named.
const N_NAMED: usize = 2;

/// The bar, which leads back to the head of the result. Nothing where nobody has points.
pub(super) fn view(cx: &ViewContext) -> Html {
    let named = cx.ranking.eligible.iter().take(N_NAMED).filter_map(|ranked| {
        let sign = if ranked.tied { "=" } else { "" };
        let name = &cx.model.catalog.alternative(ranked.alternative).name;
        Some(format!("{sign}{} {name} {}", ranked.rank, ranked.score?.whole()))
    });
    let said = named.collect::<Vec<_>>().join(" · ");
    html! {
        if !said.is_empty() {
            <button type="button" class="standing" translate="no" aria-label={cx.tf(msg::RESULT_STANDING, &[("said", &said)])}
                onclick={on_click(&cx.dispatch, UiAction::Focus(Focus::Heading))}>{ said }</button>
        }
    }
}
