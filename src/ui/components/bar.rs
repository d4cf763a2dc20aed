//! The bar of a score or of a share. The part that is not certain is striped, so that colour alone
//! says nothing.

use yew::prelude::*;

use crate::domain::decide::Score;

/// Draws the bar of a score; an empty track without one.
pub(in crate::ui) fn bar(score: Option<Score>) -> Html {
    let (low, high) = score.map(Score::interval).map_or((0, 0), |(low, high)| (low.0, high.0));
    of(low, high)
}

/// Draws a share in percent.
pub(in crate::ui) fn share(percent: u32) -> Html {
    of(10 * percent, 10 * percent)
}

/// Draws a share of 1000: what is certain, and what it could be.
pub(in crate::ui) fn of(low: u32, high: u32) -> Html {
    // A result has dozens of bars, so each has as few elements and attributes as it can.
    let percent = |at: u32| format!("{}.{}%", at / 10, at % 10);
    html! {
        <svg class="bar" height="12" aria-hidden="true">
            <rect class="bar__part" width={percent(low)} />
            if high > low {
                <line class="bar__unknown" x1={percent(low)} x2={percent(high)} y1="50%" y2="50%" />
            }
        </svg>
    }
}
