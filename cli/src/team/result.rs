//! A joint result, which is printed as text or as JSON.
//!
//! # The JSON document
//! `format` is incremented when a member changes its meaning or is removed. Everything is named by its
//! stable id, and people by their numbers, from 1. Points are integers: `tenths` of 874 is 87.4 of 100.
//!
//! | member | what it holds |
//! |---|---|
//! | `catalog` | id and date of the catalog |
//! | `link` | the query of the team as the page would write it |
//! | `people` | `name`, `answers` (`question`, `options`, `musts`, `importance`), who is taken out (`without`), and whether there is a score (`scored`) |
//! | `by_mean`, `by_regret` | whom everybody accepts, best first: `rank`, `id`, `mean_tenths`, and `regrets` (`person`, `part` of `whole`, `tenths`), the greatest first |
//! | `not_ranked` | all others: `id`, and what `fails` or is `unknown`: `person`, `question`, `options`, or `without` if the person takes it out |
//! | `give_up` | if nobody is ranked, the minimal sets to give up: `dropped`, and who `returns` |
//! | `talk` | questions with different answers, and all with must-haves where nobody is ranked, the one to talk about first in front: `question`, the `options`, `musts` and `importance` to agree on, who would come `first`, whether that `turns` the result, and the least greatest `regret_tenths` |
//! | `statements` | what the page says, as blocks; see [`crate::recommend::statements`] |

use serde::Serialize;
use stackfit::domain::catalog::{AltId, Catalog, Date, QuestionId};
use stackfit::domain::decide::table::chosen;
use stackfit::domain::decide::{Answer, UtilityTable, rank};
use stackfit::domain::permalink;
use stackfit::domain::query;
use stackfit::domain::state::{State, View};
use stackfit::domain::team::{
    Member, Objection, Obstacle, Placed, Team, concessions, objections, talks, topics,
};
use stackfit::report::{self, ReportInput, Section};
use stackfit::text::{self, Words};

use crate::recommend::blocks::blocks;
use crate::recommend::statements::Blocks;

/// The version of this format.
const FORMAT: u32 = 1;

/// A joint result.
#[derive(Serialize)]
pub(super) struct Joint {
    format: u32,
    catalog: CatalogName,
    link: String,
    people: Vec<Person>,
    by_mean: Vec<Ranked>,
    by_regret: Vec<Ranked>,
    not_ranked: Vec<NotRanked>,
    give_up: Vec<GiveUp>,
    talk: Vec<Talk>,
    statements: Blocks,
}

#[derive(Serialize)]
struct CatalogName {
    id: String,
    date: String,
}

#[derive(Serialize)]
struct Person {
    name: String,
    answers: Vec<Given>,
    without: Vec<String>,
    scored: bool,
}

#[derive(Serialize)]
struct Given {
    question: String,
    options: Vec<String>,
    musts: Vec<String>,
    importance: &'static str,
}

#[derive(Serialize)]
struct Ranked {
    rank: u16,
    id: String,
    mean_tenths: Option<u32>,
    regrets: Vec<Regret>,
}

#[derive(Serialize)]
struct Regret {
    person: usize,
    part: u32,
    whole: u32,
    tenths: u32,
}

#[derive(Serialize)]
struct NotRanked {
    id: String,
    fails: Vec<Objected>,
    unknown: Vec<Objected>,
}

#[derive(Serialize)]
struct Objected {
    person: usize,
    question: Option<String>,
    options: Vec<String>,
    without: Option<String>,
}

#[derive(Serialize)]
struct GiveUp {
    dropped: Vec<Objected>,
    returns: Vec<String>,
}

#[derive(Serialize)]
struct Talk {
    #[serde(flatten)]
    agreed: Given,
    first: Vec<String>,
    turns: bool,
    regret_tenths: Option<u32>,
}

impl Joint {
    /// The joint result of some people on a day. If the clock is behind the catalog's date, it is taken to
    /// be wrong.
    pub(super) fn of(catalog: &Catalog, settings: &str, people: Vec<Member>, today: Date) -> Self {
        let table = UtilityTable::as_of(catalog, today.max(catalog.subject.date));
        let words = Words::english(&catalog.subject);
        let state = State { view: View::Team, team: people, ..State::new(catalog) };
        let ranking = rank(&table, &state.answers);
        let input = ReportInput {
            catalog,
            table: &table,
            words: &words,
            settings,
            state: &state,
            ranking: &ranking,
        };
        let writer = Writer { catalog };
        let team = Team::new(&table, &state.team);
        let barred = objections(&table, &state.team);
        let ways = if team.joint.by_mean.is_empty() { concessions(&barred) } else { Vec::new() };
        let person = |at: usize| Person {
            name: text::person(&words, &state.team, at),
            answers: writer.answers(&state.team[at]),
            without: writer.ids(state.team[at].answers.without()),
            scored: team.opinions[at].is_scored(),
        };
        let talk = |talk: stackfit::domain::team::Talk| Talk {
            agreed: writer.given(talk.question, talk.answer),
            first: writer.ids(&talk.effect.first),
            turns: talk.effect.turns,
            regret_tenths: talk.effect.regret.map(stackfit::domain::team::Share::tenths),
        };
        Self {
            format: FORMAT,
            catalog: CatalogName {
                id: catalog.subject.id.to_string(),
                date: catalog.subject.date.to_string(),
            },
            link: query::merge_queries(&permalink::encode(catalog, &state), settings),
            people: (0..state.team.len()).map(person).collect(),
            by_mean: team.joint.by_mean.iter().map(|one| writer.ranked(one)).collect(),
            by_regret: team.joint.by_regret.iter().map(|one| writer.ranked(one)).collect(),
            not_ranked: barred
                .iter()
                .map(|one| NotRanked {
                    id: writer.id(one.alternative),
                    fails: writer.objected(&one.fails),
                    unknown: writer.objected(&one.unknown),
                })
                .collect(),
            give_up: ways
                .iter()
                .map(|way| GiveUp {
                    dropped: writer.objected(&way.dropped),
                    returns: writer.ids(&way.returns),
                })
                .collect(),
            talk: talks(&team, &topics(&table, &state.team)).into_iter().map(talk).collect(),
            statements: Blocks(report::of(&input, Section::Team).blocks),
        }
    }

    /// The statements as text.
    pub(super) fn text(&self) -> String {
        let head = format!("{}, {}\n", self.catalog.id, self.catalog.date);
        head + &blocks(&self.statements.0, 0)
    }
}

/// Indices become ids.
struct Writer<'a> {
    catalog: &'a Catalog,
}

impl Writer<'_> {
    fn id(&self, id: AltId) -> String {
        self.catalog.alternative(id).id.to_string()
    }

    fn ids(&self, ids: &[AltId]) -> Vec<String> {
        ids.iter().map(|id| self.id(*id)).collect()
    }

    fn options(&self, question: QuestionId, bits: u32) -> Vec<String> {
        let options = &self.catalog.question(question).options;
        chosen(bits, options.len()).map(|at| options[at].id.to_string()).collect()
    }

    fn answers(&self, member: &Member) -> Vec<Given> {
        member.answers.iter().map(|(question, answer)| self.given(question, answer)).collect()
    }

    fn given(&self, question: QuestionId, answer: Answer) -> Given {
        Given {
            question: self.catalog.question(question).id.to_string(),
            options: self.options(question, answer.options),
            musts: self.options(question, answer.musts),
            importance: answer.importance.name(),
        }
    }

    fn ranked(&self, placed: &Placed) -> Ranked {
        let regrets = placed.regrets.iter().map(|(person, share)| Regret {
            person: person + 1,
            part: share.part,
            whole: share.whole,
            tenths: share.tenths(),
        });
        Ranked {
            rank: placed.rank,
            id: self.id(placed.alternative),
            mean_tenths: placed.mean_tenths,
            regrets: regrets.collect(),
        }
    }

    fn objected(&self, objections: &[Objection]) -> Vec<Objected> {
        let objected = |one: &Objection| {
            let person = one.person + 1;
            match one.obstacle {
                Obstacle::Must(must) => Objected {
                    person,
                    question: Some(self.catalog.question(must.question).id.to_string()),
                    options: self.options(must.question, must.options),
                    without: None,
                },
                Obstacle::TakenOut(id) => Objected {
                    person,
                    question: None,
                    options: Vec::new(),
                    without: Some(self.id(id)),
                },
            }
        };
        objections.iter().map(objected).collect()
    }
}
