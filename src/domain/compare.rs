//! The comparison table: two to four alternatives side by side, what decides between them first.

use super::catalog::{AltId, Catalog, CriterionId, QuestionId};
use super::decide::rank::{Verdict, must_haves, verdict};
use super::decide::{Answer, Answers, Bearing, Interval, Tenths, UtilityTable};
use super::sort;

/// How many alternatives can be compared.
pub const MOST: usize = 4;

/// A comparison of some alternatives, in the order given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The columns.
    pub columns: Vec<AltId>,
    /// The requirements: must-haves that not all columns meet, then by the points that they put
    /// between the columns, the most first, then in question order.
    pub requirements: Vec<RequirementRow>,
    /// The facts on which no requirement rests, in the order of the catalog's groups; groups without
    /// rows are left out.
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
    /// Whether it has a must-have that some columns meet and others do not, or may not.
    pub rules_out: bool,
    /// The spread between the columns: the points of the one that earns the most less those of the
    /// one that earns the least, unknown facts at the middle. 0 if it gives no points.
    pub spread: Tenths,
    /// The facts on which the utilities rest, in catalog order. A fact is listed once, under the
    /// first requirement that rests on it.
    pub facts: Vec<FactRow>,
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
        let mut requirements: Vec<_> = answers
            .iter()
            .map(|(question, answer)| requirement(table, answers, columns, question, answer))
            .collect();
        sort::sort_by_number(&mut requirements, |row| {
            !(u64::from(row.rules_out) << 32 | u64::from(row.spread.0))
        });
        let fact_row = |criterion| {
            let values: Vec<_> =
                columns.iter().map(|id| &catalog.alternative(*id).fact(criterion).value).collect();
            FactRow { criterion, differs: differs(&values) }
        };
        let mut is_listed = vec![false; catalog.criteria.len()];
        for row in &mut requirements {
            let options = answers.get(row.question).map_or(0, |answer| answer.options);
            let basis = catalog.question(row.question).criteria_of(options);
            for criterion in catalog.criterion_ids().filter(|id| basis.contains(id)) {
                if !core::mem::replace(&mut is_listed[criterion.index()], true) {
                    row.facts.push(fact_row(criterion));
                }
            }
        }
        let mut groups: Vec<FactGroup> = (0_u8..)
            .zip(&catalog.groups)
            .map(|(group, _)| FactGroup { group, rows: Vec::new() })
            .collect();
        for criterion in catalog.criterion_ids().filter(|id| !is_listed[id.index()]) {
            if let Some(group) = groups.get_mut(usize::from(catalog.criterion(criterion).group)) {
                group.rows.push(fact_row(criterion));
            }
        }
        groups.retain(|group| !group.rows.is_empty());
        Self { columns: columns.to_vec(), requirements, groups }
    }

    /// How many rows of facts are equal in all columns.
    #[must_use]
    pub fn n_equal(&self) -> usize {
        let asked = self.requirements.iter().flat_map(|row| &row.facts);
        let others = self.groups.iter().flat_map(|group| &group.rows);
        asked.chain(others).filter(|row| !row.differs).count()
    }
}

/// The row of a requirement, without its facts.
fn requirement(
    table: &UtilityTable,
    answers: &Answers,
    columns: &[AltId],
    question: QuestionId,
    answer: Answer,
) -> RequirementRow {
    let cells: Vec<_> =
        columns.iter().map(|id| table.utility(*id, question, answer.options)).collect();
    let mut musts = must_haves(table, answers).into_iter().filter(|must| must.question == question);
    let rules_out = musts.any(|must| {
        let verdicts: Vec<_> = columns.iter().map(|id| verdict(table, *id, must)).collect();
        verdicts.contains(&Verdict::Passes) && differs(&verdicts)
    });
    let earned = columns.iter().map(|id| table.earned(*id, question, answer).doubled_mid());
    let spread = earned.clone().max().unwrap_or_default() - earned.min().unwrap_or_default();
    let total = answers.total_weight();
    let spread = if total == 0 { Tenths(0) } else { Tenths::of(answer.weight() * spread, total) };
    let facts = Vec::new();
    RequirementRow { question, differs: differs(&cells), cells, rules_out, spread, facts }
}

fn differs<T: PartialEq>(values: &[T]) -> bool {
    values.windows(2).any(|pair| pair[0] != pair[1])
}
