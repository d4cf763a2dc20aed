//! The form of the configurator.

use std::rc::Rc;

use yew::Reducible;

use crate::domain::catalog::AltId;
use crate::domain::export::snippet::Kind;
use crate::domain::permalink;
use crate::domain::settings::Settings;
use crate::domain::state::{State, View};
use crate::ui::model::Model;

/// The minimum and maximum height of a frame, in CSS pixels.
const HEIGHTS: (u16, u16) = (200, 4000);

/// The choices in the configurator.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Form {
    model: Model,
    /// The settings of the page in the frame.
    pub settings: Settings,
    /// The kind of target that the code is for.
    pub kind: Kind,
    /// The view that the frame opens with, as in a link.
    pub view: String,
    /// Whether it opens with the current answers, filters and comparison.
    pub keeps_state: bool,
    /// The height of the frame in CSS pixels.
    pub height: u16,
    /// The width of the preview.
    pub width: Width,
}

/// The width of the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    /// A phone.
    Phone,
    /// The column of a post.
    Post,
    /// As wide as there is room.
    Full,
}

impl Width {
    /// All, the narrowest first.
    pub(super) const ALL: [Self; 3] = [Self::Phone, Self::Post, Self::Full];

    /// Its name, which is its pixels where it has some.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Phone => "360",
            Self::Post => "640",
            Self::Full => "full",
        }
    }
}

/// A change of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FormAction {
    /// The name of the field.
    pub name: String,
    /// The value.
    pub value: String,
}

impl Reducible for Form {
    type Action = FormAction;

    /// An invalid value leaves the field as it is; the control is drawn again as it was.
    fn reduce(self: Rc<Self>, FormAction { name, value }: FormAction) -> Rc<Self> {
        let mut next = Self::clone(&self);
        next.set(&name, &value);
        Rc::new(next)
    }
}

impl Form {
    /// The initial form: the first question in a compact frame, restricted as this page is.
    pub(super) fn new(model: Model) -> Self {
        Self {
            model,
            settings: Settings { compact: true, ..model.settings.unframed() },
            kind: Kind::default(),
            view: "fit".to_owned(),
            keeps_state: false,
            height: 720,
            width: Width::Post,
        }
    }

    fn set(&mut self, name: &str, value: &str) {
        match name {
            "kind" => self.kind = Kind::named(value).unwrap_or(self.kind),
            "view" => value.clone_into(&mut self.view),
            "state" => self.keeps_state = value == "yes",
            "width" => {
                let named = Width::ALL.into_iter().find(|width| width.name() == value);
                self.width = named.unwrap_or(self.width);
            }
            "height" => {
                let height = value.parse().unwrap_or(self.height);
                self.height = height.clamp(HEIGHTS.0, HEIGHTS.1);
            }
            // The value is parsed like in the address, which rejects everything unknown.
            _ => self.settings.set(&self.model.catalog, name, value, &mut Vec::new()),
        }
    }

    /// The initial state of the page in the frame, derived from the current one.
    pub(super) fn state(&self, now: &State) -> State {
        let catalog = &self.model.catalog;
        let start = permalink::decode(catalog, &["?view=", &self.view].concat()).state;
        if self.keeps_state {
            return State { view: start.view, open: None, ..now.alone() };
        }
        // A comparison of nobody would show nothing.
        if start.view == View::Compare {
            return State { compared: self.pair(now), ..start };
        }
        start
    }

    /// What is compared now, or the first two of the catalog.
    pub(super) fn pair(&self, now: &State) -> Vec<AltId> {
        if now.compared.len() >= 2 {
            return now.compared.clone();
        }
        self.model.table.listed().iter().copied().take(2).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decide::Answer;
    use crate::domain::state::Action;
    use crate::ui::fixture;

    fn model() -> Model {
        Model::new(fixture::catalog(), "")
    }

    #[test]
    fn a_field_takes_what_it_can_have_and_keeps_what_it_had() {
        let mut form = Form::new(model());
        for (name, value) in [
            ("kind", "hugo"),
            ("kind", "telegram"),
            ("height", "10"),
            ("height", "high"),
            ("compact", "yes"),
            ("width", "360"),
            ("width", "wide"),
            ("accent", "#ABCDEF"),
            ("theme", "red"),
            ("only.language", "python"),
            ("unknown", "1"),
        ] {
            form.set(name, value);
        }
        assert_eq!((form.kind, form.height, form.width), (Kind::Hugo, HEIGHTS.0, Width::Phone));
        assert_eq!(form.settings.encode(), "?compact=yes&accent=abcdef&only.language=python");
    }

    #[test]
    fn the_state_of_now_is_taken_only_where_it_is_wanted() {
        let model = model();
        let catalog = &model.catalog;
        let question = catalog.question_ids().next().expect("there are questions");
        let mut now = State::new(catalog);
        now.answers.set(question, Some(Answer::wish(1)));
        let now = now.apply(catalog, Action::Go(View::Embed)).expect("another view");
        let mut form = Form::new(model);
        form.set("view", "browse");
        assert_eq!(form.state(&now), State::new(catalog));
        form.set("view", "result");
        form.set("state", "yes");
        let state = form.state(&now);
        assert_eq!(state.view, View::Result);
        assert_eq!(state.answers, now.answers);
        form.set("state", "no");
        assert!(form.state(&now).answers.is_empty());
    }

    #[test]
    fn a_comparison_is_that_of_now_or_of_the_first_two() {
        let model = model();
        let mut form = Form::new(model);
        form.set("view", "compare");
        let mut now = State::new(&model.catalog);
        assert_eq!(form.state(&now).compared, model.table.listed()[..2]);
        let last: Vec<_> = model.catalog.alternative_ids().skip(5).take(3).collect();
        now.compared.clone_from(&last);
        assert_eq!(form.state(&now).compared, last);
    }
}
