//! Words: the interface's texts, and sentences made from the domain's data.
//!
//! All texts of the app are in `text/en.toml`. The build turns each into a constant in [`msg`], so
//! that a missing text does not compile. There is one language, English, and sentences are joined
//! by its rules.
//!
//! Nothing here depends on markup, a browser or Yew, so that tools outside the page produce the
//! same sentences.

mod contest;
mod found;
mod ignored;
mod invited;
pub mod parameter;
mod person;
mod place;
mod reason;
mod statement;
mod value;
mod words;

pub use contest::Correction;
pub use found::found;
pub use ignored::ignored;
pub use invited::invited;
pub use person::person;
pub use place::place;
pub use reason::{causes, faq_answer, reason};
pub use statement::{change, firmness, lead, leaders, names, outlook, questions, steps};
pub use value::{labels, labels_of, points, value, value_of, whole_points};
pub use words::{Message, Words, and_list, fill, intro, msg, or_list};
