//! The state of this screen, which no link carries, and how it follows the state of the page.

use std::rc::Rc;

use yew::AttrValue;

use crate::domain::browse::Chosen;
use crate::domain::catalog::{AltId, FacetId};
use crate::domain::state::{State, Step, View};

/// How many facets are open at first.
const N_OPEN: u8 = 1;

/// State of this screen that no link carries.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct ScreenState {
    /// The facets that are open, as bits.
    open_facets: u64,
    /// How often more cards were asked for.
    pub n_more: usize,
    /// Whether a further alternative was refused, because the comparison is full.
    pub is_full: bool,
    /// The steps of the questionnaire that led to the present one, the last one last.
    pub trail: Vec<Step>,
    /// The change that can be undone.
    pub trial: Option<Trial>,
    /// What came of the last link with people; empty before, and once something else is done.
    pub invited: AttrValue,
    /// The person of the team who is known to be the reader, because they joined it here.
    pub own: Option<u8>,
    /// Whether the reader came back to the view, and wants to be where they were.
    pub is_back: bool,
    /// What is open in the result, or in the comparison.
    pub opened: Opened,
}

/// A change of the answers that is being tried, or answers or filters that were cleared, and the states
/// around it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct Trial {
    /// The state before the change.
    pub before: Rc<State>,
    /// The state that came of the change.
    pub after: Rc<State>,
    /// What is tried, in words; empty if something was cleared.
    pub what: String,
    /// Whether it changed the answers, and not the filters.
    pub is_of_answers: bool,
}

impl Trial {
    /// Whether a change from one state to the next ends it: of the answers if it is of answers, else of
    /// the filters.
    fn ends(&self, now: &State, next: &State) -> bool {
        if self.is_of_answers {
            now.answers != next.answers
        } else {
            now.chosen != next.chosen || now.search != next.search
        }
    }

    /// The state without the change: only what it took away comes back, and what was done meanwhile
    /// stays.
    pub(super) fn undone(&self, now: &State) -> State {
        let (before, after, now) = (&*self.before, &*self.after, now.clone());
        if !self.is_of_answers {
            return State { chosen: before.chosen.clone(), search: before.search.clone(), ..now };
        }
        State {
            answers: before.answers.clone(),
            choice: if after.choice == before.choice { now.choice } else { before.choice },
            // To show a person is no change of that person's answers.
            person: if after.person == before.person { now.person } else { before.person },
            ..now
        }
    }
}

/// The parts of a result or a comparison that are open. Only one alternative at a time is explained, ranked
/// or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each part is open or not, whatever the others are"
)]
pub(in crate::ui) struct Opened {
    /// The alternative that is explained.
    pub explained: Option<AltId>,
    /// Whether the whole ranking is shown, and not only its beginning.
    pub whole_ranking: bool,
    /// Whether everybody is listed who is ruled out.
    pub excluded: bool,
    /// Whether everybody is listed of whom a must-have is not known.
    pub unconfirmed: bool,
    /// Whether it is shown what has changed since the link was made.
    pub since: bool,
    /// Whether the answers are shown where there is no room beside the result.
    pub answers: bool,
    /// Whether the record of the decision is shown.
    pub takeaway: bool,
    /// The form of the record, by its position.
    pub form: u8,
    /// Whether the rest is shown, if the reader chose.
    pub more: Option<bool>,
    /// Whether the list is shown to add to the comparison from, if the reader chose.
    pub adding: Option<bool>,
    /// The column for which the list is shown of what can take its place.
    pub swapping: Option<AltId>,
}

impl ScreenState {
    /// The state at the start, with the facets open that have a choice.
    pub(super) fn at_start(chosen: &Chosen) -> Self {
        Self {
            open_facets: open_at_start(chosen),
            n_more: 0,
            is_full: false,
            trail: Vec::new(),
            trial: None,
            invited: AttrValue::default(),
            own: None,
            is_back: false,
            opened: Opened::default(),
        }
    }

    /// Whether a facet is open.
    pub(in crate::ui) fn is_open(&self, id: FacetId) -> bool {
        self.open_facets & bit(id) != 0
    }

    /// Opens or closes a facet.
    pub(super) fn toggle_facet(&mut self, id: FacetId) {
        self.open_facets ^= bit(id);
    }

    /// Changes with the state of the page. If that leads elsewhere, `is_back` says whether the reader
    /// was there before.
    pub(super) fn follow(&mut self, now: &State, next: &State, is_elsewhere: bool, is_back: bool) {
        if self.trial.as_ref().is_some_and(|trial| trial.ends(now, next)) {
            self.trial = None;
        }
        if next.compared != now.compared {
            self.is_full = false;
            // What was chosen from them is done.
            (self.opened.adding, self.opened.swapping) = (None, None);
        }
        if is_elsewhere {
            self.is_back = is_back;
        }
        if is_elsewhere || next.team != now.team {
            self.invited = AttrValue::default();
        }
        self.own = own(self.own, now, next);
        if next.view != now.view {
            self.opened = Opened::default();
        }
        if let (View::Fit(from), View::Fit(to)) = (now.view, next.view)
            && from != to
        {
            // The browser's own way back.
            if self.trail.last() == Some(&to) {
                self.trail.pop();
            } else {
                self.trail.push(from);
            }
        }
    }
}

/// The person who is the reader after a change of the team, by who it was before.
fn own(own: Option<u8>, now: &State, next: &State) -> Option<u8> {
    let (n, n_next) = (now.team.len(), next.team.len());
    let has_joined = next.team.get(n).is_some_and(|member| member.answers == now.answers);
    if has_joined && now.person.is_none() && next.person.is_some() {
        return u8::try_from(n).ok();
    }
    if n_next >= n {
        return own;
    }
    // Somebody was removed: the first one who is not where they were.
    let same = now.team.iter().zip(&next.team).take_while(|(one, other)| one == other).count();
    own.filter(|own| usize::from(*own) != same).map(|own| own - u8::from(usize::from(own) > same))
}

/// The first facets, and those with chosen values.
fn open_at_start(chosen: &Chosen) -> u64 {
    chosen.iter().fold((1 << N_OPEN) - 1, |open, (id, _)| open | bit(id))
}

/// The bit of a facet. No catalog has more than sixty-four.
const fn bit(id: FacetId) -> u64 {
    1 << (id.0 & 63)
}

#[cfg(test)]
mod tests;
