//! The recommendation: an additive value model on fixed scales, in integers.
//!
//! Each answer gives every alternative 0 to 100 % of that question's points; "important" counts
//! double, "very important" four times, and the score is the percentage of points reached.
//! Must-haves filter, and give points only where they can be met more or less well. The utility of
//! an unknown fact is an interval between the worst and the best it could be. (Multi-attribute value theory on scales fixed in
//! advance; the score equals 100 · (1 − SPOTIS distance) of Dezert, Tchamova, Han and Tacnet,
//! FUSION 2020.)
//!
//! In reading order: [`answer`] holds the reader's answers, [`table`] the utility of each
//! alternative for each option, [`score`] computes points, [`mod@rank`] filters and orders, [`explain`]
//! gives reasons. Robustness is computed from one [`evaluation`]: [`pairwise`] compares two
//! alternatives, [`firmness`] and [`weight_sensitivity`] vary the importances, [`worst_case_loss`]
//! and [`necessary_winner`] consider all possible further answers, [`next`] suggests a question, [`offer`]
//! leaves out what tells nobody apart,
//! and [`acceptability`] counts how often each alternative is first. Counterfactuals follow:
//! [`change`] is one change of the answers, [`counterfactual`] finds the change that puts an
//! alternative first, [`change_pairs`] the pair of changes, [`relax`] finds what to give up if no
//! alternative meets all must-haves, [`combine`] finds combinations that meet them together, and
//! [`mod@trade_offs`] lists gains and losses of a switch. [`since`] tells which facts have changed since an
//! older catalog.
//!
//! Scores are never compared as floats or as rounded percentages, and ties are never broken
//! silently. No scale depends on the other alternatives in the list: adding or removing one does
//! not change the score of another.

pub mod acceptability;
pub mod answer;
pub mod change;
pub mod change_pairs;
pub mod combine;
pub mod counterfactual;
pub mod evaluation;
pub mod explain;
pub mod firmness;
pub mod interval;
pub mod necessary_winner;
pub mod next;
pub mod offer;
pub mod pairwise;
pub mod rank;
pub mod relax;
pub mod score;
pub mod since;
pub mod table;
mod tally;
pub mod trade_offs;
mod utility;
pub mod weight_sensitivity;
pub mod worst_case_loss;

pub use acceptability::{Lattice, Shares};
pub use answer::{Answer, Answers, Importance};
pub use change::{AnswerChange, Cost, apply};
pub use change_pairs::{Shortfall, WhatItTakes, what_it_takes};
pub use combine::{Combination, Combinations, Part, combinations};
pub use counterfactual::{Counterfactual, Counterfactuals};
pub use evaluation::Evaluation;
pub use explain::{Bearing, ReasonFor, Reasons, reasons};
pub use firmness::{Firmness, Standing};
pub use interval::Interval;
pub use necessary_winner::{NecessaryWinner, Outlook, Unmet, not_possible_winners, unmet_options};
pub use next::{Next, next_question, next_questions};
pub use offer::{Left, Offer, Offers};
pub use pairwise::{Difference, Lead, ProsCons, differences};
pub use rank::{Cause, Group, Ranked, Ranking, Unranked, by_causes, rank};
pub use relax::{NoMatch, Relaxation, Returning};
pub use score::{Contribution, Score, Tenths, contributions};
pub use since::{Changed, Since};
pub use table::{Shape, UtilityTable};
pub use trade_offs::{TradeOff, trade_offs};
pub use weight_sensitivity::{TieWeight, importance_steps, least_change, sufficient, tie_weights};
