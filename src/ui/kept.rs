//! Parts of a page that are drawn again only when what they show has changed.
//!
//! While somebody types into the search, cards come and go and nothing in them changes; drawing and
//! comparing all of them on each key press was most of the time that it took.
//!
//! # What this module does not do
//! It does not know what a part shows: whoever adds one sees to it that it depends on the state (but for
//! the text searched for, besides facets) and on nothing of this screen only.

use std::rc::Rc;

use yew::Html;
use yew::html::Scope;
use yew::virtual_dom::VComp;

use super::model::Cx;
use super::{App, AppProps, browse, faq};
use crate::domain::catalog::{AltId, FacetId};
use crate::domain::state::State;

/// A part that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The content of a card.
    Card(AltId),
    /// The values of a facet, whose counts depend on the text searched for as well.
    Facet(FacetId),
    /// The common questions.
    Faq,
}

/// A part of the page, and whether it is out of sight at first, so that its turn comes later.
pub(super) fn part(cx: &Cx, part: Part, is_later: bool) -> Html {
    let state = if let Part::Facet(_) = part { &cx.state } else { &cx.settled };
    let cx = Cx { state: Rc::clone(state), ..cx.clone() };
    let (model, kept) = (cx.model, Some(Kept { cx, part, is_later }));
    let props = AppProps { model, query: "".into(), kept };
    VComp::new::<App>(Rc::new(props), None).into()
}

/// The state but for the text searched for; the one before where that is the same.
pub(super) fn settled(before: Option<&Rc<State>>, state: &Rc<State>) -> Rc<State> {
    let settled = State { search: String::new(), ..State::clone(state) };
    match before {
        Some(before) if **before == settled => Rc::clone(before),
        _ => Rc::new(settled),
    }
}

/// What a part is drawn from.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    cx: Cx,
    part: Part,
    is_later: bool,
}

/// What a part shows follows from its state alone.
impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        self.part == other.part && Rc::ptr_eq(&self.cx.state, &other.cx.state)
    }
}

impl Kept {
    /// Whether it waits for its turn.
    pub(super) fn waits(&self, scope: &Scope<App>) -> bool {
        self.cx.turns.wait(scope, self.is_later)
    }

    /// Draws it.
    pub(super) fn view(&self) -> Html {
        match self.part {
            Part::Card(id) => browse::card(&self.cx, id),
            Part::Facet(id) => browse::facet_values(&self.cx, id),
            Part::Faq => faq::view(&self.cx),
        }
    }
}
