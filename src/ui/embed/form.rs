//! What is chosen in the configurator.
//!
//! # What this module does not do
//! It checks no setting itself: a value goes through the parser of the address.

use crate::domain::catalog::Catalog;
use crate::domain::export::snippet::Kind;
use crate::domain::permalink;
use crate::domain::settings::Settings;
use crate::domain::state::State;

/// The least and the greatest height of a frame, in CSS pixels.
const HEIGHTS: (u16, u16) = (200, 4000);

/// What is chosen in the configurator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Form {
    /// The settings of the page in the frame.
    pub settings: Settings,
    /// What kind of place the code is for.
    pub kind: Kind,
    /// The view that it opens with, as in a link.
    pub view: String,
    /// Whether it opens with the answers, filters and comparison of now.
    pub keeps_state: bool,
    /// The height of the frame in CSS pixels.
    pub height: u16,
}

impl Form {
    /// What is chosen at the start, with some settings already.
    pub(in crate::ui) fn new(settings: Settings) -> Self {
        Self {
            settings,
            kind: Kind::default(),
            view: "browse".to_owned(),
            keeps_state: false,
            height: 720,
        }
    }

    /// Chooses a value for a field by its name; what is no value leaves it as it is.
    pub(in crate::ui) fn set(&mut self, catalog: &Catalog, name: &str, value: &str) {
        match name {
            "kind" => self.kind = Kind::named(value).unwrap_or(self.kind),
            "view" => value.clone_into(&mut self.view),
            "state" => self.keeps_state = value == "yes",
            "height" => {
                let height = value.parse().unwrap_or(self.height);
                self.height = height.clamp(HEIGHTS.0, HEIGHTS.1);
            }
            _ => self.settings.set(catalog, name, value, &mut Vec::new()),
        }
    }

    /// The state that the page in the frame opens with, made from that of now.
    pub(in crate::ui) fn state(&self, catalog: &Catalog, now: &State) -> State {
        let start = permalink::decode(catalog, &["?view=", &self.view].concat()).state;
        if self.keeps_state { State { view: start.view, open: None, ..now.clone() } } else { start }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decide::Answer;
    use crate::domain::state::{Action, View};
    use crate::ui::fixture::catalog;

    #[test]
    fn a_field_takes_what_it_can_have_and_keeps_what_it_had() {
        let catalog = catalog();
        let mut form = Form::new(Settings::default());
        for (name, value) in [
            ("kind", "hugo"),
            ("kind", "telegram"),
            ("height", "10"),
            ("height", "high"),
            ("compact", "yes"),
            ("accent", "#ABCDEF"),
            ("theme", "red"),
            ("only.language", "python"),
            ("unknown", "1"),
        ] {
            form.set(&catalog, name, value);
        }
        assert_eq!((form.kind, form.height), (Kind::Hugo, HEIGHTS.0));
        assert_eq!(form.settings.encode(), "?compact=yes&accent=abcdef&only.language=python");
    }

    #[test]
    fn the_state_of_now_is_taken_only_where_it_is_wanted() {
        let catalog = catalog();
        let question = catalog.question_ids().next().expect("there are questions");
        let mut now = State::new(&catalog);
        now.answers.set(question, Some(Answer::wish(1)));
        let now = now.apply(&catalog, Action::Go(View::Embed)).expect("another view");
        let mut form = Form::new(Settings::default());
        assert_eq!(form.state(&catalog, &now), State::new(&catalog));
        form.set(&catalog, "view", "result");
        form.set(&catalog, "state", "yes");
        let state = form.state(&catalog, &now);
        assert_eq!(state.view, View::Result);
        assert_eq!(state.answers, now.answers);
        form.set(&catalog, "state", "no");
        assert!(form.state(&catalog, &now).answers.is_empty());
    }
}
