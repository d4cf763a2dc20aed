//! Compare: two to four alternatives in a table, the reader's requirements first, differences only
//! by default.
//!
//! A row says what is different, not what is better.

mod chooser;
mod like_this;
mod rows;
mod shown;
mod table;

use yew::prelude::*;

use crate::domain::compare::Comparison;
use crate::domain::state::Action;
use crate::text::msg;
use crate::ui::components::element;
use crate::ui::context::ViewContext;
use crate::ui::ids::HEADING;
use table::ComparisonTable;

/// The view.
pub(super) fn view(cx: &ViewContext) -> Html {
    let columns = &cx.state.compared;
    let model = cx.model;
    let comparison = Comparison::new(&model.catalog, &model.table, &cx.state.answers, columns);
    let hint = match columns.len() {
        0 => Some(msg::COMPARE_EMPTY),
        1 => Some(msg::COMPARE_ONE_MORE),
        _ => None,
    };
    html! {
        <div class="compare">
            <h2 id={HEADING} tabindex="-1">{ cx.t(msg::COMPARE_TITLE) }</h2>
            if let Some(hint) = hint {
                { element::paragraph("empty", cx.t(hint)) }
            }
            { bar(cx, &comparison) }
            if !columns.is_empty() {
                <ComparisonTable page={cx.page.clone()} ranking={cx.ranking.clone()}
                    evidence={cx.evidence} program={cx.explain} opened={cx.screen.opened} {comparison} />
            }
        </div>
    }
}

/// Which rows are shown, and what can be added.
fn bar(cx: &ViewContext, comparison: &Comparison) -> Html {
    let said = if cx.state.all_rows {
        cx.t(msg::COMPARE_EQUAL_SHOWN)
    } else {
        cx.tn(msg::COMPARE_EQUAL_HIDDEN, comparison.n_equal())
    };
    html! {
        <div class="compare__bar">
            { chooser::adding(cx) }
            if comparison.columns.len() >= 2 {
                { element::checkbox("check", cx.t(msg::COMPARE_ALL_ROWS), None, (cx.state.all_rows, false),
                    cx.on(Action::ToggleAllRows)) }
                <span class="muted" role="status">{ said }</span>
            }
        </div>
    }
}
