//! Strategies: tables with unknown utilities, answers to them, catalogs, and what happens in the app.
//!
//! It favours round numbers and few options on purpose, so that ties and near ties are common.

use core::fmt;
use core::ops::RangeInclusive;
use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use proptest::test_runner::{RngSeed, contextualize_config};
use stackfit::domain::browse::{Chosen, SortBy};
use stackfit::domain::catalog::{AltId, Catalog, FacetId, QuestionId, Select};
use stackfit::domain::decide::{Answer, Answers, Importance, Interval, Shape, UtilityTable};
use stackfit::domain::state::{Action, LONGEST_SEARCH, State, Step, TeamAction, View};
use stackfit::domain::team::Member;

use crate::generated::generated_catalog;

/// So many cases, the same in every run. The variables `PROPTEST_CASES` and `PROPTEST_RNG_SEED`
/// look further.
pub fn cases(cases: u32) -> ProptestConfig {
    contextualize_config(ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(20_261_123),
        failure_persistence: None,
        ..ProptestConfig::default()
    })
}

/// Utilities and answers, small enough for brute force.
#[derive(Clone, Debug)]
pub struct Instance {
    /// The form of each question.
    pub shapes: Vec<Shape>,
    /// How many alternatives there are.
    pub n: usize,
    /// Utilities by alternative, question, option.
    pub cells: Vec<Interval>,
    /// The answers given.
    pub answers: Answers,
}

impl Instance {
    /// The table of the utilities.
    pub fn table(&self) -> UtilityTable {
        UtilityTable::from_cells(self.shapes.clone(), self.n, self.cells.clone())
    }

    /// The row of cells of an alternative.
    pub fn row(&self, at: usize) -> &[Interval] {
        let row = self.shapes.iter().map(|shape| shape.n_options).sum::<usize>();
        &self.cells[at * row..(at + 1) * row]
    }
}

/// An instance with 1 to 6 alternatives, 0 to 6 questions and 1 to 4 options each; of four cells about
/// one is not known.
pub fn instances() -> BoxedStrategy<Instance> {
    instances_of(prop_oneof![3 => utility().prop_map(Interval::exactly), 1 => unknown()].boxed())
}

/// An instance in which every utility is known.
pub fn known_instances() -> BoxedStrategy<Instance> {
    instances_of(utility().prop_map(Interval::exactly).boxed())
}

/// An instance in which all are so nearly equal that many scores print the same tenths.
pub fn near_instances() -> BoxedStrategy<Instance> {
    instances_of((500_u16..=503).prop_map(Interval::exactly).boxed())
}

/// An instance in which much of what is asked for is a must-have.
pub fn strict_instances() -> BoxedStrategy<Instance> {
    made_strict(instances())
}

/// A strict instance in which each has some things in full and others not at all.
pub fn divided_instances() -> BoxedStrategy<Instance> {
    let (nothing, all) = (Interval::exactly(0), Interval::exactly(1000));
    let cell = prop_oneof![5 => Just(nothing), 5 => Just(all), 1 => unknown(), 1 => utility()
        .prop_map(Interval::exactly)];
    made_strict(instances_sized(cell.boxed(), 2..=4, 4..=7))
}

fn made_strict(instances: BoxedStrategy<Instance>) -> BoxedStrategy<Instance> {
    let masks = vec(prop_oneof![Just(0), Just(u32::MAX), any::<u32>()], 6);
    (instances, masks)
        .prop_map(|(mut instance, masks)| {
            let given: Vec<_> = instance.answers.iter().collect();
            for ((question, answer), mask) in given.into_iter().zip(masks) {
                let shape = instance.shapes[question.index()];
                let strict = Answer { musts: answer.options & mask, ..answer };
                let fitted = strict.fitted(shape.select, shape.n_options, true);
                instance.answers.set(question, fitted);
            }
            instance
        })
        .boxed()
}

/// An instance of few questions and more alternatives than a pair of changes is first held against.
pub fn crowded_instances() -> BoxedStrategy<Instance> {
    let cell = prop_oneof![5 => utility().prop_map(Interval::exactly), 1 => unknown()].boxed();
    instances_sized(cell, 2..=3, 52..=70)
}

fn instances_of(cell: BoxedStrategy<Interval>) -> BoxedStrategy<Instance> {
    instances_sized(cell, 0..=6, 1..=6)
}

fn instances_sized(
    cell: BoxedStrategy<Interval>,
    n_questions: RangeInclusive<usize>,
    n: RangeInclusive<usize>,
) -> BoxedStrategy<Instance> {
    let shape = (selects(), 1_usize..=4, select(vec![1_u16, 500, 750, 1000]))
        .prop_map(|(select, n_options, must_at)| Shape { select, n_options, must_at });
    (vec(shape, n_questions), n)
        .prop_flat_map(move |(shapes, n)| {
            let row: usize = shapes.iter().map(|shape| shape.n_options).sum();
            let forms = shapes.iter().map(Form::of);
            (vec(cell.clone(), row * n), answers_to(forms.collect())).prop_map(
                move |(cells, answers)| Instance { shapes: shapes.clone(), n, cells, answers },
            )
        })
        .boxed()
}

/// A utility, mostly a round one.
pub fn utility() -> impl Strategy<Value = u16> {
    prop_oneof![4 => (0_u16..=10).prop_map(|tenth| tenth * 100), 1 => 0_u16..=1000]
}

/// A utility that is not known.
pub fn unknown() -> impl Strategy<Value = Interval> {
    (utility(), utility()).prop_map(|(a, b)| Interval { lo: a.min(b), hi: a.max(b) })
}

/// Any way of choosing options.
pub fn selects() -> impl Strategy<Value = Select> {
    select(vec![Select::One, Select::Any, Select::All])
}

fn importance() -> impl Strategy<Value = Importance> {
    select(Importance::ALL.to_vec())
}

/// What an answer to a question may be.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// How options are chosen.
    pub select: Select,
    /// How many there are.
    pub n_options: usize,
    /// Whether there may be must-haves.
    pub can_must: bool,
    /// Whether these give points.
    pub graded: bool,
}

impl Form {
    /// The form of a question that allows must-haves.
    pub fn of(shape: &Shape) -> Self {
        let Shape { select, n_options, must_at } = *shape;
        Self { select, n_options, can_must: true, graded: must_at < 1000 }
    }
}

/// Answers to questions of some forms.
pub fn answers_to(forms: Vec<Form>) -> impl Strategy<Value = Answers> {
    let answer = |Form { select, n_options, can_must, graded }: Form| {
        let must = prop_oneof![3 => Just(0), 1 => any::<u32>()];
        (any::<u32>(), must, importance()).prop_map(move |(options, musts, importance)| {
            // An option may be none: an open question.
            Answer { options, musts, importance, graded }.fitted(select, n_options, can_must)
        })
    };
    let answers: Vec<_> =
        forms.into_iter().map(|form| prop_oneof![1 => Just(None), 3 => answer(form)]).collect();
    answers.prop_map(|answers| {
        let mut all = Answers::none(answers.len());
        for (at, answer) in (0..).zip(answers) {
            all.set(QuestionId(at), answer);
        }
        all
    })
}

/// A generated catalog that prints as how it was made.
#[derive(Clone)]
pub struct Sample {
    /// The catalog.
    pub catalog: Rc<Catalog>,
    seed: u64,
}

impl fmt::Debug for Sample {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "generated_catalog({}, {})", self.catalog.alternatives.len(), self.seed)
    }
}

/// A catalog of 0 to 30 alternatives.
pub fn catalogs() -> impl Strategy<Value = Sample> {
    (0_usize..=30, any::<u64>())
        .prop_map(|(n, seed)| Sample { catalog: Rc::new(generated_catalog(n, seed)), seed })
}

/// A catalog, and a state of it.
pub fn catalogs_with_state() -> impl Strategy<Value = (Sample, State)> {
    catalogs().prop_flat_map(|sample| (Just(sample.clone()), states_of(&sample.catalog)))
}

/// A catalog, and what happens in it; some of it at what is not there.
pub fn catalogs_with_actions() -> impl Strategy<Value = (Sample, Vec<Action>)> {
    catalogs().prop_flat_map(|sample| {
        let actions = vec(actions_of(&sample.catalog), 0..40);
        (Just(sample.clone()), actions)
    })
}

/// Any state that a link of this catalog can describe.
pub fn states_of(catalog: &Catalog) -> BoxedStrategy<State> {
    let forms = forms_of(catalog);
    let people = vec(members_of(catalog), 0..4);
    let ids: Vec<_> = catalog.alternative_ids().collect();
    let most = ids.len().min(4);
    let n_values: Vec<_> = catalog.facets.iter().map(|facet| facet.values.len()).collect();
    let values: Vec<_> = n_values
        .into_iter()
        .map(|n| prop_oneof![2 => Just(0), 1 => any::<u64>().prop_map(move |b| b & ((1 << n) - 1))])
        .collect();
    let one = || if ids.is_empty() { Just(None).boxed() } else { of(select(ids.clone())) };
    let (open, today, choice) = (one(), one(), one());
    let n_keys = catalog.sorts.len();
    let sort = prop_oneof![
        Just(SortBy::Name),
        Just(SortBy::Fit),
        (0..n_keys).prop_map(|at| SortBy::Key(small(at)))
    ];
    let n_questions = catalog.questions.len();
    let parts = (
        views(n_questions),
        open,
        searches(),
        values,
        of(sort),
        answers_to(forms),
        (
            (today, choice),
            any::<bool>(),
            prop_oneof![3 => Just(Vec::new()), 1 => subsequence(ids.clone(), 0..=most)],
        ),
        subsequence(ids, 0..=most).prop_shuffle(),
        any::<bool>(),
        (people, any::<Option<Index>>()),
    );
    parts
        .prop_map(
            |(view, open, search, values, sort, mut answers, plan, compared, all_rows, team)| {
                let mut chosen = Chosen::none(values.len());
                for (at, bits) in (0..).zip(values) {
                    chosen.set(FacetId(at), bits);
                }
                let search = search.chars().take(LONGEST_SEARCH).collect();
                let ((in_use, choice), split, without) = plan;
                for id in without {
                    answers.toggle_without(id);
                }
                let (team, person) = team;
                let person = person.filter(|_| !team.is_empty()).map(|at| at.index(team.len()));
                if let Some(at) = person {
                    answers.clone_from(&team[at].answers);
                }
                let person = person.map(small);
                State {
                    view,
                    open,
                    search,
                    chosen,
                    sort,
                    answers,
                    in_use,
                    choice,
                    split,
                    compared,
                    all_rows,
                    team,
                    person,
                }
            },
        )
        .boxed()
}

fn forms_of(catalog: &Catalog) -> Vec<Form> {
    let forms = catalog.questions.iter();
    let forms = forms.map(|asked| Form {
        select: asked.select,
        n_options: asked.options.len(),
        can_must: asked.can_must,
        graded: asked.must_at < 1000,
    });
    forms.collect()
}

/// A person with some answers; at times without any, and without a name.
pub fn members_of(catalog: &Catalog) -> BoxedStrategy<Member> {
    let none = Just(Answers::none(catalog.questions.len()));
    let answers = prop_oneof![1 => none, 5 => answers_to(forms_of(catalog))];
    let ids: Vec<_> = catalog.alternative_ids().collect();
    let most = ids.len().min(2);
    let without = prop_oneof![3 => Just(Vec::new()), 1 => subsequence(ids, 0..=most)];
    let parts = (names(), answers, without);
    parts
        .prop_map(|(name, mut answers, without)| {
            for id in without {
                answers.toggle_without(id);
            }
            let mut member = Member { name: String::new(), answers };
            member.rename(&name);
            member
        })
        .boxed()
}

/// Names as people write them, and what else may be typed.
fn names() -> impl Strategy<Value = String> {
    let names = prop_oneof![
        Just(String::new()),
        "[A-Za-zäé' ]{1,12}",
        "\\PC{0,50}",
        any::<String>(),
        "[?&=%+#.,;|]{1,8}"
    ];
    names.boxed()
}

fn of<T: fmt::Debug + Clone + 'static>(
    values: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Option<T>> {
    prop_oneof![Just(None), values.prop_map(Some)].boxed()
}

fn small(at: usize) -> u8 {
    u8::try_from(at).expect("few of everything")
}

fn views(n_questions: usize) -> impl Strategy<Value = View> {
    prop_oneof![
        Just(View::Browse),
        Just(View::Fit(Step::Review)),
        Just(View::Result),
        Just(View::Compare),
        Just(View::Team),
        Just(View::Embed),
        (0..n_questions).prop_map(|at| View::Fit(Step::Question(QuestionId(small(at))))),
    ]
}

/// What people type, and what they paste.
pub fn searches() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-zäé#+ ]{1,12}", "\\PC{0,100}", any::<String>()]
}

/// Any action, at times at what is just out of range.
pub fn actions_of(catalog: &Catalog) -> BoxedStrategy<Action> {
    let n = u16::try_from(catalog.alternatives.len()).expect("a small catalog");
    let n_questions = catalog.questions.len();
    let id = || (0..n + 2).prop_map(AltId);
    let question = || (0..small(n_questions) + 2).prop_map(QuestionId);
    let facet = || (0..small(catalog.facets.len()) + 2).prop_map(FacetId);
    let sort = prop_oneof![
        Just(SortBy::Name),
        Just(SortBy::Fit),
        (0..small(catalog.sorts.len()) + 2).prop_map(SortBy::Key)
    ];
    prop_oneof![
        2 => views(n_questions + 2).prop_map(Action::Go),
        1 => id().prop_map(Action::Open),
        1 => Just(Action::Close),
        2 => searches().prop_map(Action::Search),
        4 => (facet(), prop_oneof![4 => 0_u8..12, 1 => 0_u8..70])
            .prop_map(|(facet, value)| Action::ToggleFacet(facet, value)),
        1 => facet().prop_map(Action::ClearFacet),
        1 => Just(Action::ClearFilters),
        1 => of(sort).prop_map(Action::Sort),
        8 => (question(), prop_oneof![6 => 0_u8..4, 1 => 0_u8..40])
            .prop_map(|(question, option)| Action::ToggleOption(question, option)),
        6 => (question(), prop_oneof![6 => 0_u8..4, 1 => 0_u8..40])
            .prop_map(|(question, option)| Action::ToggleMust(question, option)),
        4 => (question(), importance())
            .prop_map(|(question, importance)| Action::SetImportance(question, importance)),
        1 => question().prop_map(Action::ClearAnswer),
        1 => Just(Action::ClearAnswers),
        2 => of(id()).prop_map(Action::SetInUse),
        2 => of(id()).prop_map(Action::Choose),
        1 => Just(Action::ToggleSplit),
        3 => id().prop_map(Action::ToggleWithout),
        5 => id().prop_map(Action::ToggleCompared),
        2 => (id(), id()).prop_map(|(old, new)| Action::SwapCompared(old, new)),
        1 => Just(Action::ClearCompared),
        1 => Just(Action::ToggleAllRows),
        6 => team_actions().prop_map(Action::Team),
        1 => states_of(catalog).prop_map(|state| Action::Replace(Box::new(state))),
    ]
    .boxed()
}

/// Any change of a team, at times of people who are not there.
fn team_actions() -> impl Strategy<Value = TeamAction> {
    let at = || 0_u8..9;
    prop_oneof![
        3 => Just(TeamAction::Join),
        2 => at().prop_map(TeamAction::Show),
        2 => (at(), searches()).prop_map(|(at, name)| TeamAction::Name(at, name)),
        1 => at().prop_map(TeamAction::Remove),
    ]
}
