//! The record of what several people decide together, as Markdown: who they are and what each asked for, what
//! comes out by both rules, who gives up what, and whom each would have chosen alone.

use super::markdown::{N_LINES, Writer};
use super::sources::Sources;
use super::wording::support;
use super::{Argument, N_WEIGHED, Outcome, Record, RecordInput, arguments, confirmation, outcome};
use crate::domain::catalog::AltId;
use crate::domain::decide::since::used;
use crate::domain::state::{State, View};
use crate::domain::team::{self, Placed, Team, Topic, objections, talks};
use crate::report::escape::escape;
use crate::report::team::outcome::{all_kept_out, each, with};
use crate::report::team::people::People;
use crate::report::team::{barred, outcomes, tenths, topics, without_points};
use crate::report::{Block, Explanation};
use crate::text::{Message, msg};

/// How many names a sentence lists.
const N_NAMED: usize = 6;

/// Whether a record of a state is that of its team.
pub(super) fn is_of_team(state: &State) -> bool {
    state.view == View::Team && !state.team.is_empty()
}

/// Writes the record.
pub(super) fn write(input: &RecordInput) -> String {
    let report = input.report;
    let members = &report.state.team;
    let group = Group {
        input,
        people: People { input: report, members },
        team: Team::new(report.table, members),
        topics: team::topics(report.table, members),
    };
    group.write()
}

/// The people, with what follows from their answers.
struct Group<'a> {
    input: &'a RecordInput<'a>,
    people: People<'a>,
    team: Team<'a>,
    topics: Vec<Topic>,
}

impl Group<'_> {
    fn write(&self) -> String {
        let report = self.input.report;
        let choice = self.choice();
        let mut cited = Sources::new(self.input.evidence);
        let consequences = choice.map(|id| {
            let mut all = self.arguments(id, usize::MAX, &mut cited);
            let drawbacks = arguments::drawbacks(self.input, id, &mut cited);
            all.extend(drawbacks.iter().map(|one| self.argument(msg::RECORD_BAD, one, &[])));
            all
        });
        let weighed = self.weighed(choice).into_iter().map(|placed| {
            let said = escape(&with(&self.people, &self.team, placed));
            let id = placed.alternative;
            (id, [vec![said], self.arguments(id, arguments::N_TOLD, &mut cited)].concat())
        });
        let weighed: Vec<_> = weighed.collect();
        let mut used_by_all = Vec::new();
        for id in self.people.members.iter().flat_map(|one| used(report.catalog, &one.answers)) {
            if !used_by_all.contains(&id) {
                used_by_all.push(id);
            }
        }
        let confirmation =
            choice.map(|id| confirmation::of(self.input, id, &used_by_all, &mut cited));
        let record = Record {
            context: self.context(),
            outcome: self.outcome(choice),
            would_change: self.would_change(),
            confirmation: confirmation.unwrap_or_default(),
            sources: cited.into_list(),
            ..Record::start(self.input, choice)
        };
        let mut writer = Writer::new(report);
        writer.head(&record);
        writer.heading(2, msg::RECORD_DRIVERS_TITLE);
        writer.sentences(&self.drivers());
        writer.heading(2, msg::RECORD_OPTIONS_TITLE);
        writer.sentences(&self.options());
        writer.outcome(&record);
        if let Some(all) = consequences {
            writer.heading(3, msg::RECORD_CONSEQUENCES_TITLE);
            writer.arguments(all);
        }
        writer.confirmation(&record);
        if !weighed.is_empty() {
            writer.heading(2, msg::RECORD_WEIGHED_TITLE);
        }
        for (id, all) in weighed {
            writer.named(3, report.name(id));
            writer.list(all);
        }
        let own = lines(|said| each(&self.people, said));
        let rules = [msg::TEAM_MEAN_MEANS, msg::TEAM_REGRET_MEANS].map(|rule| report.t(rule));
        writer.more(&record, &[(msg::TEAM_EACH, own), (msg::TEAM_RULES, rules.into())]);
        writer.text
    }

    /// The choice of the link, or else the one that comes first alone by both rules.
    fn choice(&self) -> Option<AltId> {
        let joint = &self.team.joint;
        let mut first = joint.first_by_mean().chain(joint.first_by_regret());
        let one = first.next().map(|placed| placed.alternative);
        let is_alone = first.all(|placed| Some(placed.alternative) == one);
        self.input.report.state.choice.or_else(|| one.filter(|_| is_alone))
    }

    fn context(&self) -> Vec<String> {
        let report = self.input.report;
        let everybody: Vec<_> = (0..self.people.members.len()).collect();
        let values = [
            ("names", &*self.people.names(&everybody)),
            ("n", &*everybody.len().to_string()),
            ("all", &*report.catalog.alternatives.len().to_string()),
        ];
        let mut said = vec![report.tf(msg::TEAM_RECORD_CONTEXT, &values)];
        said.extend(super::narrowed(self.input));
        let unscored: Vec<_> = self.team.unscored().collect();
        said.extend(without_points(&self.people, &unscored));
        said
    }

    /// Who answered what, and who takes whom out.
    fn drivers(&self) -> Vec<String> {
        let report = self.input.report;
        let views = |topic: &Topic| topics::views(&self.people, topic, msg::TEAM_DIFFER_ON);
        let mut said: Vec<_> = self.topics.iter().map(views).collect();
        for (at, member) in self.people.members.iter().enumerate() {
            let out = member.answers.without();
            if !out.is_empty() {
                let names = report.names(out, usize::MAX);
                let values = [("names", &*names), ("person", &*self.people.name(at))];
                said.push(report.tf(msg::TEAM_RECORD_OUT, &values));
            }
        }
        said
    }

    /// Who is ranked for all, and who is not.
    fn options(&self) -> Vec<String> {
        let report = self.input.report;
        let all = &self.team.joint.by_mean;
        let (first, rest) = all.split_at(all.len().min(N_LINES));
        let line = |placed: &Placed| {
            let values = self.place(placed.alternative, placed);
            let message = if placed.regrets.is_empty() {
                msg::RECORD_OPTION_MEETS
            } else {
                msg::TEAM_RECORD_OPTION
            };
            fill(report, message, &values)
        };
        let mut said: Vec<_> = first.iter().map(line).collect();
        if !rest.is_empty() {
            let rest: Vec<_> = rest.iter().map(|placed| placed.alternative).collect();
            let names = report.names(&rest, usize::MAX);
            said.push(report.tf(msg::RECORD_REST, &[("names", &names)]));
        }
        let barred = lines(|said| barred::say(&self.people, said));
        let what = |line: &String| report.tf(msg::TEAM_RECORD_BARRED, &[("what", line)]);
        said.extend(barred.iter().map(what));
        said
    }

    /// Where one that is ranked stands, with its figures.
    fn place(&self, id: AltId, by_mean: &Placed) -> [(&'static str, String); 5] {
        let by_regret = self.team.joint.by_regret.iter().find(|placed| placed.alternative == id);
        let regret = by_mean.regrets.first().map_or(0, |(_, share)| share.tenths());
        [
            ("name", self.input.report.name(id).to_owned()),
            ("rank", by_mean.rank.to_string()),
            ("other", by_regret.map_or(0, |placed| placed.rank).to_string()),
            ("mean", tenths(by_mean.mean_tenths.unwrap_or_default())),
            ("regret", tenths(regret)),
        ]
    }

    fn outcome(&self, choice: Option<AltId>) -> Outcome {
        let report = self.input.report;
        let joint = &self.team.joint;
        let Some(id) = choice else {
            let (because, first) = (self.nobody(), outcomes(joint));
            let against = self.against(&first);
            return Outcome { choice: None, is_first: false, because, against };
        };
        let choice = Some(outcome::named(self.input, id));
        let Some(placed) = joint.by_mean.iter().find(|placed| placed.alternative == id) else {
            let barred = objections(report.table, self.people.members);
            let barred = barred.iter().find(|one| one.alternative == id);
            let causes = barred.map(|one| barred::barring(&self.people, one).join("; "));
            let values = [("causes", &*causes.unwrap_or_default())];
            let because = report.tf(msg::TEAM_RECORD_BARRED_CHOICE, &values);
            return Outcome { choice, is_first: false, because, against: Vec::new() };
        };
        let is_first = outcomes(joint).iter().any(|placed| placed.alternative == id);
        let because = if !placed.regrets.is_empty() {
            fill(report, msg::TEAM_RECORD_PLACED, &self.place(id, placed))
        } else if joint.by_mean.len() == 1 {
            report.t(msg::RECORD_ONLY_ONE)
        } else {
            report.t(msg::RECORD_MEETS_ALL)
        };
        Outcome { choice, is_first, because, against: self.against(&[placed]) }
    }

    /// Why nothing is chosen.
    fn nobody(&self) -> String {
        let report = self.input.report;
        let ids = |placed: &mut dyn Iterator<Item = &Placed>| -> Vec<AltId> {
            placed.map(|placed| placed.alternative).collect()
        };
        let by_mean = ids(&mut self.team.joint.first_by_mean());
        let by_regret = ids(&mut self.team.joint.first_by_regret());
        if by_mean.is_empty() {
            return report.t(msg::RECORD_NOBODY);
        }
        let names = report.names(&by_mean, N_NAMED);
        if by_mean.len() == by_regret.len() && by_mean.iter().all(|id| by_regret.contains(id)) {
            return report.tf(msg::RECORD_EQUAL, &[("names", &names)]);
        }
        let values = [("mean", &*names), ("regret", &*report.names(&by_regret, N_NAMED))];
        report.tf(msg::TEAM_RECORD_DIFFER, &values)
    }

    /// Who gives up what with some that are ranked; nothing where nobody has points.
    fn against(&self, placed: &[&Placed]) -> Vec<String> {
        let scored = placed.iter().copied().filter(|placed| !placed.regrets.is_empty());
        let scored: Vec<_> = scored.collect();
        let mut said: Vec<_> =
            scored.iter().map(|placed| with(&self.people, &self.team, placed)).collect();
        if !scored.is_empty() {
            said.extend(all_kept_out(&self.people, &self.team, &scored));
        }
        said
    }

    /// Those besides the choice that are told of: who comes first by either rule, then by the mean.
    fn weighed(&self, choice: Option<AltId>) -> Vec<&Placed> {
        let joint = &self.team.joint;
        let mut all: Vec<&Placed> = Vec::new();
        for placed in outcomes(joint).into_iter().chain(&joint.by_mean) {
            let is_told = all.iter().any(|one| one.alternative == placed.alternative);
            let has_points = !placed.regrets.is_empty();
            if has_points && !is_told && Some(placed.alternative) != choice {
                all.push(placed);
            }
        }
        all.truncate(N_WEIGHED);
        all
    }

    /// What speaks for one and against it, each with the people for whom it does.
    fn arguments(&self, id: AltId, n_told: usize, cited: &mut Sources) -> Vec<String> {
        let mut all: [Vec<(Argument, Vec<usize>)>; 3] = Default::default();
        for (at, member) in self.people.members.iter().enumerate() {
            let own = arguments::of(self.input, &member.answers, id, n_told, cited);
            for (known, own) in all.iter_mut().zip([own.good, own.neutral, own.bad]) {
                for one in own {
                    match known.iter_mut().find(|(known, _)| *known == one) {
                        Some((_, who)) => who.push(at),
                        None => known.push((one, vec![at])),
                    }
                }
            }
        }
        let messages = [msg::TEAM_RECORD_GOOD, msg::TEAM_RECORD_NEUTRAL, msg::TEAM_RECORD_BAD];
        let mut said = Vec::new();
        for (message, all) in messages.into_iter().zip(&all) {
            said.extend(all.iter().map(|(one, who)| self.argument(message, one, who)));
        }
        said
    }

    fn argument(&self, message: Message, one: &Argument, who: &[usize]) -> String {
        let report = self.input.report;
        let values = [("text", &*one.text), ("names", &*self.people.names(who))];
        escape(&report.tf(message, &values)) + &support(report, one)
    }

    /// What to give up where nobody is left, and what to talk about first.
    fn would_change(&self) -> Vec<String> {
        let mut said = Vec::new();
        if self.team.joint.by_mean.is_empty() {
            said = lines(|said| barred::give_up(&self.people, &self.team, said));
        }
        let first = talks(&self.team, &self.topics).into_iter().next();
        let talk = |talk| topics::talk(&self.people, &self.team, &self.topics, &talk).text;
        said.extend(first.map(talk));
        said
    }
}

/// A text with values that are made for it.
fn fill(
    report: &crate::report::ReportInput,
    message: Message,
    values: &[(&'static str, String)],
) -> String {
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, &**value)).collect();
    report.tf(message, &values)
}

/// The texts of the lines that are said.
fn lines(say: impl FnOnce(&mut Explanation)) -> Vec<String> {
    let mut said = Explanation::default();
    say(&mut said);
    let texts = said.blocks.into_iter().filter_map(|block| match block {
        Block::Line(line) => Some(line.text),
        Block::Title(_) | Block::Table(_) | Block::Text(_) => None,
    });
    texts.collect()
}
