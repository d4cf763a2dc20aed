//! The limits for the times of the page.
//!
//! Times depend on the machine, so each is compared with another one of the same run: with the page
//! without scripts, an input alone on a page, the first paint, or another build (`--beside`). The
//! targets of interactions are shares of their times at commit a87ebbe. Without another build they
//! are shown without a limit.

use serde::Serialize;
use serde_json::Value;

use crate::show::{ratio, table, time};

/// The first paint, relative to the same page without scripts.
const PAINT: f64 = 1.08;
/// The limit of the blocked time at a 4× slowdown, in milliseconds.
const BLOCKED: f64 = 50.0;
/// The work for a keystroke in the search, relative to an input alone on a page.
const LETTER: f64 = 1.3;
/// The time until the page is usable over a slow network, relative to its first paint.
const USABLE: f64 = 4.0;
/// "No worse than before": the tolerance for two measurements of one build.
const KEEP: f64 = 1.1;
/// The same tolerance in milliseconds, for times near zero.
const KEEP_MS: f64 = 5.0;
/// The time of an interaction, relative to a87ebbe.
const INTERACTIONS: [(&str, f64); 9] = [
    ("facet on", 0.65),
    ("facet off", 0.65),
    ("opening the questionnaire", 0.6),
    ("an answer", 0.8),
    ("importance", 0.45),
    ("opening the result", 0.6),
    ("back to the result", 0.6),
    ("opening details", 0.75),
    ("opening the comparison", 0.75),
];
/// The same for a keystroke in the search, until its results are painted.
const FOUND: f64 = 0.85;

const OTHER_BUILD: &str = "the build beside";

/// A time, its reference, and its limit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Held {
    what: String,
    this_ms: Option<f64>,
    with: &'static str,
    other_ms: Option<f64>,
    ratio: Option<f64>,
    target: Target,
    kept: bool,
}

/// A limit of a time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Target {
    /// Shown for information.
    Any,
    /// Less than a number of milliseconds.
    Under(f64),
    /// At most a multiple of the reference.
    Ratio(f64),
    /// Like the reference, within the noise of two measurements of the same build.
    Keep,
}

impl Held {
    fn new(
        what: &str,
        this_ms: Option<f64>,
        (with, other_ms): (&'static str, Option<f64>),
        target: Target,
    ) -> Self {
        let both = this_ms.zip(other_ms);
        // A missing measurement fails.
        let kept = match target {
            Target::Any => true,
            Target::Under(most) => this_ms.is_some_and(|this| this < most),
            Target::Ratio(most) => both.is_some_and(|(this, other)| this <= other * most),
            Target::Keep => both.is_some_and(|(this, other)| this <= other * KEEP + KEEP_MS),
        };
        let ratio = both.map(|(this, other)| this / other).filter(|ratio| ratio.is_finite());
        Self { what: what.to_owned(), this_ms, with, other_ms, ratio, target, kept }
    }

    /// The message if the limit is exceeded.
    pub(crate) fn complaint(&self) -> Option<String> {
        let [_, this, with, other, ratio, target, _] = self.row();
        let said = format!("{}: {this} ({ratio} {with}, {other}), target {target}", self.what);
        (!self.kept).then_some(said)
    }

    fn row(&self) -> [String; 7] {
        let shown = |figure: Option<f64>| figure.map(time).unwrap_or_default();
        [
            self.what.clone(),
            shown(self.this_ms),
            self.with.to_owned(),
            shown(self.other_ms),
            self.ratio.map_or_else(String::new, |figure| ratio(figure, Some(1.0))),
            match self.target {
                Target::Any => String::new(),
                Target::Under(most) => format!("< {most} ms"),
                Target::Ratio(most) => format!("{most} ×"),
                Target::Keep => format!("{KEEP} × + {KEEP_MS} ms"),
            },
            if self.kept { "" } else { "missed" }.to_owned(),
        ]
    }
}

/// All times with their limits.
pub(crate) fn held(found: &Value) -> Vec<Held> {
    let of = |part: &str, what: &str, name: &str| {
        let all = found[part].as_array().map(Vec::as_slice).unwrap_or_default();
        let slowed = all.iter().filter(|one| one["slowdown"] == 4);
        slowed.into_iter().find(|one| one["what"] == what)?[name].as_f64()
    };
    let has_other = found["interactions"]
        .as_array()
        .is_some_and(|all| all.iter().any(|one| one["beside_ms"].is_number()));
    let both = |what: &str, part: &str, name: &str, target: Target| {
        let target = if has_other { target } else { Target::Any };
        let other = (OTHER_BUILD, of(part, "page beside", name));
        Held::new(what, of(part, "page", name), other, target)
    };
    let paint = of("loading", "page", "paint_ms");
    let still = of("loading", "page without scripts", "paint_ms");
    let letter = of("typing", "page", "median_ms");
    let alone = of("typing", "the field alone", "median_ms");
    let usable = of("arriving", "page", "usable_ms");
    let slow_paint = of("arriving", "page", "used_paint_ms");
    let mut all = vec![
        Held::new("first paint", paint, ("without scripts", still), Target::Ratio(PAINT)),
        both("first paint", "loading", "paint_ms", Target::Any),
        Held::new(
            "blocked",
            of("loading", "page", "blocked_ms"),
            ("", None),
            Target::Under(BLOCKED),
        ),
        both("first paint at 1.6 Mbit/s", "arriving", "paint_ms", Target::Any),
        both("blocked at 1.6 Mbit/s", "arriving", "blocked_ms", Target::Keep),
        Held::new(
            "a facet filters at 1.6 Mbit/s",
            of("arriving", "page", "facet_ms"),
            ("without scripts", of("arriving", "page without scripts", "facet_ms")),
            Target::Any,
        ),
        both("the search answers at 1.6 Mbit/s", "arriving", "search_ms", Target::Any),
        both("everything is there at 1.6 Mbit/s", "arriving", "everything_ms", Target::Any),
        Held::new(
            "whole page usable at 1.6 Mbit/s",
            usable,
            ("its first paint", slow_paint),
            Target::Ratio(USABLE),
        ),
        both("whole page usable at 1.6 Mbit/s", "arriving", "usable_ms", Target::Any),
    ];
    all.extend(INTERACTIONS.iter().map(|(what, share)| {
        let target = if has_other { Target::Ratio(*share) } else { Target::Any };
        let of = |name: &str| of("interactions", what, name);
        Held::new(what, of("this_ms"), (OTHER_BUILD, of("beside_ms")), target)
    }));
    all.extend([
        both("letter in the search, until found", "typing", "found_ms", Target::Ratio(FOUND)),
        both("letter in the search, to the next paint", "typing", "letter_ms", Target::Ratio(KEEP)),
        Held::new("work for a letter", letter, ("a field alone", alone), Target::Ratio(LETTER)),
    ]);
    all
}

/// A table of the times.
pub(crate) fn shown(all: &[Held]) -> String {
    let rows: Vec<_> = all.iter().map(|one| one.row().to_vec()).collect();
    table(&["slowed 4 ×", "this build", "beside", "", "ratio", "target", ""], &rows)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(this: f64, beside: Option<f64>) -> Value {
        let one = |what: &str| json!({ "what": what, "slowdown": 4, "this_ms": this, "beside_ms": beside });
        json!({ "interactions": INTERACTIONS.map(|(what, _)| one(what)) })
    }

    fn complaints(found: &Value, what: &str) -> Vec<String> {
        let all = held(found);
        all.iter().filter(|one| one.what == what).filter_map(Held::complaint).collect()
    }

    #[test]
    fn an_interaction_is_held_to_its_share_of_the_build_beside() {
        assert_eq!(complaints(&found(65.0, Some(100.0)), "facet on"), Vec::<String>::new());
        let said = complaints(&found(66.0, Some(100.0)), "facet on").join("");
        for sign in ["facet on", "0.66 ×", "the build beside", "0.65 ×"] {
            assert!(said.contains(sign), "{sign} in {said}");
        }
    }

    #[test]
    fn without_a_build_beside_an_interaction_is_shown_alone() {
        let found = found(900.0, None);
        assert_eq!(complaints(&found, "facet on"), Vec::<String>::new());
        assert!(shown(&held(&found)).contains("900.00 ms"));
    }

    #[test]
    fn what_was_not_measured_is_not_kept() {
        let all = held(&Value::Null);
        let missed: Vec<_> = all.iter().filter(|one| !one.kept).map(|one| &*one.what).collect();
        let wanted =
            ["first paint", "blocked", "whole page usable at 1.6 Mbit/s", "work for a letter"];
        assert_eq!(missed, wanted);
    }

    #[test]
    fn a_time_next_to_nothing_may_differ_by_milliseconds() {
        let kept =
            |this, other| Held::new("blocked", Some(this), ("", Some(other)), Target::Keep).kept;
        assert!(kept(4.0, 0.0) && kept(60.0, 50.0) && !kept(61.0, 50.0));
    }
}
