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
    html! {
        <svg class="bar" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar__track" width="1000" height="12" />
            <rect class="bar__part" width={low.to_string()} height="12" />
            if high > low {
                <line class="bar__unknown" x1={low.to_string()} x2={high.to_string()} y1="6" y2="6" />
            }
        </svg>
    }
}
