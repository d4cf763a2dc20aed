//! The recommendation: an additive value model on fixed scales, in integers.
//!
//! Each answer gives every alternative 0 to 100 % of that question's points; "important" counts
//! double, "very important" four times, and the score is the percentage of points reached.
//! Must-haves give no points, they only filter.
//! A fact that is not known is an interval between the worst and the best it could be.
//! (Multi-attribute value theory on scales fixed in advance; the score equals 100 · (1 − SPOTIS
//! distance) of Dezert, Tchamova, Han and Tacnet, FUSION 2020.)
//!
//! In reading order: [`answer`] what somebody wants, [`table`] what each alternative earns for each
//! option, [`score`] the points, [`rank`] who passes and in which order, [`explain`] why.
//! Then how far it holds, from one [`situation`]: [`pair`] two against each other, [`firmness`] and
//! [`flips`] if importances are off, [`swing`] and [`decided`] whatever is answered next, [`next`]
//! what to ask, [`acceptability`] how often each is first.
//! Then what would be otherwise: [`change`] one change of the answers, [`counterfactual`] what would
//! put somebody first, [`detour`] what two changes would, [`relax`] what to give up where nobody meets
//! all must-haves, [`combine`] who has it all together, [`switch`] what another one would win and lose.
//!
//! # What this module does not do
//! Scores are never compared as floats or as rounded percentages, ties are never broken silently,
//! and no scale depends on which other alternatives are in the list: adding or removing one changes
//! nobody else's score.

pub mod acceptability;
pub mod answer;
pub mod change;
pub mod combine;
pub mod counterfactual;
pub mod decided;
pub mod detour;
pub mod explain;
pub mod firmness;
pub mod flips;
pub mod next;
pub mod pair;
pub mod rank;
pub mod relax;
pub mod score;
pub mod situation;
pub mod swing;
pub mod switch;
pub mod table;
mod tally;

pub use acceptability::{Lattice, Shares};
pub use answer::{Answer, Answers, Importance};
pub use change::{Change, Cost, apply};
pub use combine::{Combination, Combinations, Part, combinations};
pub use counterfactual::{Counterfactuals, Way};
pub use decided::{Decided, Outlook, Unmet, out_of_race, unmet_options};
pub use detour::{Route, Shortfall, route};
pub use explain::{Bearing, ReasonFor, Reasons, reasons};
pub use firmness::{Firmness, Standing};
pub use flips::{Flip, flips, least_change, notches, sufficient};
pub use next::{Next, next_question};
pub use pair::{Difference, Gap, Lead, differences};
pub use rank::{Cause, Outsider, Ranked, Ranking, rank};
pub use relax::{Impasse, Relaxation, Returning};
pub use score::{Contribution, Score, Tenths, contributions};
pub use situation::Situation;
pub use switch::{Switched, switched};
pub use table::{Interval, Shape, Table};
