//! The comparison table: two to four alternatives side by side.

use super::catalog::{AltId, Catalog, CriterionId, QuestionId};
use super::decide::{Answers, Bearing, Interval, UtilityTable};

/// How many alternatives can be compared.
pub const MOST: usize = 4;

/// A comparison of some alternatives, in the order given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The columns.
    pub columns: Vec<AltId>,
    /// The requirements, in question order.
    pub requirements: Vec<RequirementRow>,
    /// The facts, in the order of the catalog's groups; groups without rows are left out.
    pub groups: Vec<FactGroup>,
}

/// The utility of each column for one answered question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementRow {
    /// The question.
    pub question: QuestionId,
    /// For each column the utility of all chosen options, must-haves included.
    pub cells: Vec<Interval>,
    /// Whether the columns differ.
    pub differs: bool,
}

impl RequirementRow {
    /// How well a column meets the requirement.
    #[must_use]
    pub fn bearing(&self, column: usize) -> Option<Bearing> {
        self.cells.get(column).copied().map(Bearing::of)
    }
}

/// The facts of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactGroup {
    /// The position of the group in `Catalog::groups`.
    pub group: u8,
    /// Its criteria, in catalog order.
    pub rows: Vec<FactRow>,
}

/// One criterion across the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactRow {
    /// The criterion.
    pub criterion: CriterionId,
    /// Whether the columns have different values; the provider of a value does not count.
    pub differs: bool,
}

impl Comparison {
    /// Compares alternatives of a catalog for given answers.
    #[must_use]
    pub fn new(
        catalog: &Catalog,
        table: &UtilityTable,
        answers: &Answers,
        columns: &[AltId],
    ) -> Self {
        let requirements = answers
            .iter()
            .map(|(question, answer)| {
                let cells: Vec<_> = columns
                    .iter()
                    .map(|alternative| table.utility(*alternative, question, answer.options))
                    .collect();
                RequirementRow { question, differs: differs(&cells), cells }
            })
            .collect();
        let mut groups: Vec<FactGroup> = (0_u8..)
            .zip(&catalog.groups)
            .map(|(group, _)| FactGroup { group, rows: Vec::new() })
            .collect();
        for criterion in catalog.criterion_ids() {
            let values: Vec<_> =
                columns.iter().map(|id| &catalog.alternative(*id).fact(criterion).value).collect();
            let row = FactRow { criterion, differs: differs(&values) };
            if let Some(group) = groups.get_mut(usize::from(catalog.criterion(criterion).group)) {
                group.rows.push(row);
            }
        }
        groups.retain(|group| !group.rows.is_empty());
        Self { columns: columns.to_vec(), requirements, groups }
    }

    /// How many rows of facts are equal in all columns.
    #[must_use]
    pub fn n_equal(&self) -> usize {
        self.groups.iter().flat_map(|group| &group.rows).filter(|row| !row.differs).count()
    }
}

fn differs<T: PartialEq>(values: &[T]) -> bool {
    values.windows(2).any(|pair| pair[0] != pair[1])
}
