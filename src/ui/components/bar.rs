//! The bar of a score: the contribution of each answer, and the part that is unknown.

use yew::prelude::*;

use crate::domain::decide::{Contribution, Score};

/// Draws a bar of 1000 units: a segment for each contribution, and a whisker over the interval. An
/// empty track without a score.
pub(in crate::ui) fn bar(score: Option<Score>, contributions: &[Contribution]) -> Html {
    let mut x = 0;
    let segments = contributions.iter().enumerate().map(|(at, contribution)| {
        let start = x;
        x += contribution.tenths.0;
        let class = if at % 2 == 0 { "bar__part" } else { "bar__part bar__part--odd" };
        html! {
            <rect key={contribution.question.0} {class} x={start.to_string()}
                width={contribution.tenths.0.to_string()} height="12" />
        }
    });
    let segments: Html = segments.collect();
    let whisker = score.filter(|score| !score.is_exact()).map(Score::interval);
    html! {
        <svg class="bar" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar__track" width="1000" height="12" />
            <>{ segments }</>
            if let Some((low, high)) = whisker {
                <rect class="bar__whisker" x={low.0.to_string()} y="4"
                    width={high.0.saturating_sub(low.0).to_string()} height="4" />
            }
        </svg>
    }
}

/// Draws a share in percent.
pub(in crate::ui) fn share(percent: u32) -> Html {
    html! {
        <svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar__track" width="100" height="12" />
            <rect class="bar__part" width={percent.to_string()} height="12" />
        </svg>
    }
}
