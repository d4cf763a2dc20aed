//! The utility of each alternative for each option, as intervals of integers.

use super::Answer;
use super::interval::{Interval, greatest, quotient};
use super::utility;
use crate::domain::catalog::{AltId, Catalog, Date, QuestionId, Select, Value};
use crate::domain::sort;

/// The shape of one question: what scoring needs to know about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// How options are combined.
    pub select: Select,
    /// The number of options.
    pub n_options: usize,
    /// The utility from which an option counts as met for a must-have.
    pub must_at: u16,
}

/// The utilities of `n` alternatives for all options of all questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UtilityTable {
    // Boxed slices, because indexing a vector is a function call in the page, which is compiled for
    // size.
    shapes: Box<[Shape]>,
    /// Where each question starts in the cells.
    starts: Box<[usize]>,
    /// The alternatives in the order in which equals are listed.
    listed: Box<[AltId]>,
    n_alternatives: usize,
    /// In the order question, alternative, option: most queries go through all alternatives,
    /// question by question.
    cells: Box<[Interval]>,
}

impl UtilityTable {
    /// The table of a catalog on its own date.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        Self::as_of(catalog, catalog.subject.date)
    }

    /// The table of a catalog on a given day: a fact that has expired by then counts as unknown.
    #[must_use]
    pub fn as_of(catalog: &Catalog, today: Date) -> Self {
        let shapes = catalog
            .questions
            .iter()
            .map(|question| Shape {
                select: question.select,
                n_options: question.options.len(),
                must_at: question.must_at,
            })
            .collect();
        let mut cells = Vec::new();
        let mut starts = Vec::new();
        for question in &catalog.questions {
            starts.push(cells.len());
            for alternative in &catalog.alternatives {
                for choice in &question.options {
                    cells.push(utility::of_choice(catalog, choice, alternative, today));
                }
            }
        }
        Self {
            shapes,
            starts: starts.into(),
            listed: listed(catalog, today),
            n_alternatives: catalog.alternatives.len(),
            cells: cells.into(),
        }
    }

    /// A table from utilities in the order alternative, question, option.
    ///
    /// # Panics
    /// If the number of cells is not alternatives × options.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "nobody needs the cells in that order after it"
    )]
    pub fn from_cells(shapes: Vec<Shape>, n_alternatives: usize, cells: Vec<Interval>) -> Self {
        let row: usize = shapes.iter().map(|shape| shape.n_options).sum();
        assert_eq!(cells.len(), row * n_alternatives, "one cell for each option of each row");
        let mut starts = Vec::with_capacity(shapes.len());
        let mut sorted = Vec::with_capacity(cells.len());
        let mut column = 0;
        for shape in &shapes {
            starts.push(sorted.len());
            for alternative in 0..n_alternatives {
                let start = alternative * row + column;
                sorted.extend_from_slice(&cells[start..start + shape.n_options]);
            }
            column += shape.n_options;
        }
        let listed = (0..).map(AltId).take(n_alternatives).collect();
        let shapes = shapes.into();
        Self { shapes, starts: starts.into(), listed, n_alternatives, cells: sorted.into() }
    }

    /// How many alternatives there are.
    #[must_use]
    pub const fn n_alternatives(&self) -> usize {
        self.n_alternatives
    }

    /// The alternatives, in order.
    pub fn alternatives(&self) -> impl ExactSizeIterator<Item = AltId> + use<> {
        (0..u16::try_from(self.n_alternatives).unwrap_or(u16::MAX)).map(AltId)
    }

    /// The alternatives in the order in which equals are listed: by the level of the criterion that
    /// the catalog names for it, unknown last, then by name. In a table from cells, in order.
    #[must_use]
    pub fn listed(&self) -> &[AltId] {
        &self.listed
    }

    /// How many questions there are.
    #[must_use]
    pub const fn n_questions(&self) -> usize {
        self.shapes.len()
    }

    /// The shape of a question.
    ///
    /// # Panics
    /// If the question is not in this table.
    #[must_use]
    pub fn shape(&self, question: QuestionId) -> Shape {
        self.shapes[question.index()]
    }

    /// The utilities of an alternative for the options of a question.
    ///
    /// # Panics
    /// If either is not in this table.
    #[must_use]
    #[inline]
    pub fn options(&self, alternative: AltId, question: QuestionId) -> &[Interval] {
        let n_options = self.shapes[question.index()].n_options;
        let start = self.starts[question.index()] + alternative.index() * n_options;
        &self.cells[start..start + n_options]
    }

    /// The utility of an alternative for a set of options: for "one" the option's own, for "any"
    /// the greatest, for "all" the mean, rounded half up once. An empty set gives 0.
    #[must_use]
    pub fn utility(&self, alternative: AltId, question: QuestionId, options: u32) -> Interval {
        combined(self.shape(question).select, self.options(alternative, question), options)
    }

    /// The same for all alternatives at once, in order.
    #[must_use]
    pub fn utilities(&self, question: QuestionId, options: u32) -> Vec<Interval> {
        let Shape { select, n_options, .. } = self.shape(question);
        let cells = &self.cells[self.starts[question.index()]..];
        let mut found = vec![Interval::default(); self.n_alternatives];
        let mut n = 0;
        for at in chosen(options, n_options) {
            n += 1;
            // Without iterators, as in `combined`.
            let mut place = at;
            for found in &mut found {
                let cell = cells[place];
                *found = match select {
                    // At most 32 000.
                    Select::All => Interval { lo: found.lo + cell.lo, hi: found.hi + cell.hi },
                    Select::One | Select::Any => greatest(*found, cell),
                };
                place += n_options;
            }
        }
        if select == Select::All && n > 1 {
            for found in &mut found {
                let mean = |sum: u16| quotient(u32::from(sum), n);
                *found = Interval { lo: mean(found.lo), hi: mean(found.hi) };
            }
        }
        found
    }

    /// The utility of an alternative for an answer, from the options that give points.
    #[must_use]
    pub fn earned(&self, alternative: AltId, question: QuestionId, answer: Answer) -> Interval {
        self.utility(alternative, question, answer.scoring())
    }
}

fn listed(catalog: &Catalog, today: Date) -> Box<[AltId]> {
    let key = |at: usize| {
        let one = &catalog.alternatives[at];
        let level = catalog.subject.ties.map(|criterion| {
            match catalog.criterion(criterion).value_on(one.fact(criterion), today) {
                Value::One(level) => *level,
                _ => u8::MAX,
            }
        });
        (level, one.name.to_ascii_lowercase())
    };
    let keys: Vec<_> = (0..catalog.alternatives.len()).map(key).collect();
    let sorted = sort::positions(keys.len(), &|one, other| keys[one].cmp(&keys[other]));
    sorted.into_iter().filter_map(|at| u16::try_from(at).ok()).map(AltId).collect()
}

/// The utility of a set of options, from the utilities of each; see [`UtilityTable::utility`].
fn combined(select: Select, cells: &[Interval], options: u32) -> Interval {
    // One loop without iterators: the page spends much time here.
    let (mut best, mut n, mut lo, mut hi) = (Interval::default(), 0, 0, 0);
    let mut left = options;
    while left != 0 {
        if let Some(cell) = cells.get(left.trailing_zeros() as usize) {
            best = greatest(best, *cell);
            n += 1;
            lo += u32::from(cell.lo);
            hi += u32::from(cell.hi);
        }
        left &= left - 1;
    }
    match select {
        Select::All if n > 1 => Interval { lo: quotient(lo, n), hi: quotient(hi, n) },
        _ => best,
    }
}

/// The indices of the bits of `options` below `n`.
pub fn chosen(options: u32, n: usize) -> impl Iterator<Item = usize> + Clone {
    (0..n.min(32)).filter(move |at| options >> at & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalog::FULL;

    fn table(select: Select, cells: &[(u16, u16)]) -> UtilityTable {
        let shape = Shape { select, n_options: cells.len(), must_at: FULL };
        let cells = cells.iter().map(|(lo, hi)| Interval { lo: *lo, hi: *hi }).collect();
        UtilityTable::from_cells(vec![shape], 1, cells)
    }

    #[test]
    fn of_any_the_best_option_counts_and_of_all_their_mean() {
        let cells = [(1000, 1000), (0, 500), (333, 334)];
        let of = |select, options| table(select, &cells).utility(AltId(0), QuestionId(0), options);
        assert_eq!(of(Select::Any, 0b110), Interval { lo: 333, hi: 500 });
        assert_eq!(of(Select::All, 0b011), Interval { lo: 500, hi: 750 });
        assert_eq!(of(Select::All, 0b101), Interval { lo: 667, hi: 667 });
        assert_eq!(of(Select::One, 0b001), Interval::exactly(1000));
        assert_eq!(of(Select::All, 0), Interval::exactly(0));
    }
}
