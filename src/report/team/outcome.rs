//! Both rankings, who would give up what with each that comes first, and everybody's own ranking.

use super::barred::barring;
use super::people::People;
use super::{outcomes, tenths};
use crate::domain::decide::rank;
use crate::domain::sort::sort_by_number;
use crate::domain::team::{Barred, Placed, Team, objections};
use crate::report::{Cell, DataTable, Explanation, Line, Tone};
use crate::text::msg;

/// How many of a ranking are listed.
const N_LISTED: usize = 10;
/// How many of a person's own ranking are listed.
const N_OWN: usize = 5;
/// How many questions are named over which a person gives something up.
const N_LOSSES: usize = 2;

pub(in crate::report) fn say(people: &People, team: &Team, explanation: &mut Explanation) {
    let has_points = team.joint.least_regret().is_some();
    if has_points {
        tables(people, team, explanation);
        unhappy(people, team, explanation);
    }
    each(people, explanation);
}

fn tables(people: &People, team: &Team, explanation: &mut Explanation) {
    let input = people.input;
    let name = |placed: &Placed| {
        Cell::Text([&placed.rank.to_string(), ". ", input.name(placed.alternative)].concat())
    };
    let mean = |placed: &Placed| {
        let mean = placed.mean_tenths.unwrap_or_default();
        vec![name(placed), Cell::Number(tenths(mean))]
    };
    explanation.title(input.t(msg::TEAM_RANKING));
    explanation.table(DataTable {
        caption: input.t(msg::TEAM_MEAN),
        head: [msg::RESULT_COLUMN_NAME, msg::TEAM_COLUMN_MEAN].map(|m| input.t(m)).into(),
        rows: team.joint.by_mean.iter().take(N_LISTED).map(mean).collect(),
    });
    explanation.say(Tone::Muted, input.t(msg::TEAM_MEAN_MEANS));
    let regret = |placed: &Placed| {
        let most = placed.regrets.first().map(|(_, share)| *share);
        let worst =
            placed.regrets.iter().filter(|(_, share)| Some(*share) == most && share.part > 0);
        let worst: Vec<_> = worst.map(|(at, _)| *at).collect();
        let shown = tenths(most.map_or(0, crate::domain::team::Share::tenths));
        vec![name(placed), Cell::Number(shown), Cell::Text(people.names(&worst))]
    };
    explanation.table(DataTable {
        caption: input.t(msg::TEAM_REGRET),
        head: [msg::RESULT_COLUMN_NAME, msg::TEAM_COLUMN_REGRET, msg::TEAM_COLUMN_WHO]
            .map(|m| input.t(m))
            .into(),
        rows: team.joint.by_regret.iter().take(N_LISTED).map(regret).collect(),
    });
    explanation.say(Tone::Muted, input.t(msg::TEAM_REGRET_MEANS));
}

fn unhappy(people: &People, team: &Team, explanation: &mut Explanation) {
    explanation.title(people.input.t(msg::TEAM_UNHAPPY));
    let placed = outcomes(&team.joint);
    let with = placed.iter().map(|placed| with(people, team, placed));
    for said in with.chain(all_kept_out(people, team, &placed)) {
        explanation.say(Tone::Plain, said);
    }
}

/// Who gives up what with one that is ranked.
pub(in crate::report) fn with(people: &People, team: &Team, placed: &Placed) -> String {
    let input = people.input;
    let id = placed.alternative;
    let mut said = Vec::new();
    for (at, share) in placed.regrets.iter().filter(|(_, share)| share.part > 0) {
        let losses = team.losses(*at, id);
        let losses: Vec<_> = losses
            .iter()
            .take(N_LOSSES)
            .map(|(question, lost)| {
                let question = &input.catalog.question(*question).label;
                let points = tenths(lost.tenths());
                input.tf(msg::TEAM_LOSS, &[("question", question), ("points", &points)])
            })
            .collect();
        let best = team.joint.best_of(*at).map(|best| input.name(best)).unwrap_or_default();
        let values = [
            ("name", &*people.name(*at)),
            ("points", &*tenths(share.tenths())),
            ("best", best),
            ("questions", &*crate::text::and_list(&losses)),
        ];
        said.push(input.tf(msg::TEAM_GIVES_UP, &values));
    }
    let content = placed.regrets.iter().filter(|(_, share)| share.part == 0);
    let mut content: Vec<_> = content.map(|(at, _)| *at).collect();
    sort_by_number(&mut content, |at| *at as u64);
    if !content.is_empty() {
        said.push(input.tf(msg::TEAM_CONTENT, &[("names", &people.names(&content))]));
    }
    input.tf(msg::TEAM_IF, &[("name", input.name(id)), ("what", &*said.join("; "))])
}

/// Whom each person would have first, though the must-haves of others keep it out: whose they are, and
/// what the person gives up against it with some that are ranked.
pub(in crate::report) fn all_kept_out(
    people: &People,
    team: &Team,
    placed: &[&Placed],
) -> Vec<String> {
    let barred = objections(people.input.table, people.members);
    let of = |at: usize| {
        let own = team.kept_out(at)?;
        let own = barred.iter().find(|one| one.alternative == own)?;
        Some(kept_out(people, team, at, own, placed))
    };
    (0..people.members.len()).filter_map(of).collect()
}

fn kept_out(people: &People, team: &Team, at: usize, own: &Barred, placed: &[&Placed]) -> String {
    let input = people.input;
    let loss = |placed: &&Placed| {
        let loss = team.opinions[at].regret(own.alternative, placed.alternative)?;
        let (points, with) = (tenths(loss.tenths()), input.name(placed.alternative));
        Some(input.tf(msg::TEAM_KEPT_OUT_LOSS, &[("points", &points), ("with", with)]))
    };
    let losses: Vec<_> = placed.iter().filter_map(loss).collect();
    let is_unknown = own.fails.is_empty();
    let message = if is_unknown { msg::TEAM_KEPT_OUT_UNKNOWN } else { msg::TEAM_KEPT_OUT };
    let values = [
        ("name", &*people.name(at)),
        ("own", input.name(own.alternative)),
        ("causes", &*barring(people, own).join("; ")),
        ("losses", &*crate::text::and_list(&losses)),
    ];
    input.tf(message, &values)
}

/// Everybody's own ranking, by their own must-haves alone.
pub(in crate::report) fn each(people: &People, explanation: &mut Explanation) {
    let input = people.input;
    explanation.title(input.t(msg::TEAM_EACH));
    for (at, member) in people.members.iter().enumerate() {
        let ranking = rank(input.table, &member.answers);
        let has_points = ranking.eligible.first().is_some_and(|first| first.score.is_some());
        let said = if ranking.eligible.is_empty() {
            input.t(msg::TEAM_OWN_NONE)
        } else if has_points {
            let place = |placed: &crate::domain::decide::Ranked| {
                let points = placed.score.map_or(0, crate::domain::decide::Score::whole);
                let values = [
                    ("rank", &*placed.rank.to_string()),
                    ("name", input.name(placed.alternative)),
                    ("points", &*points.to_string()),
                ];
                input.tf(msg::TEAM_PLACE, &values)
            };
            let places = ranking.eligible.iter().take(N_OWN).map(place);
            places.collect::<Vec<_>>().join(", ")
        } else {
            input.words.count(msg::TEAM_OWN_UNSCORED, ranking.eligible.len())
        };
        let name = people.name(at);
        let text = input.tf(msg::TEAM_OWN, &[("name", &name), ("ranking", &said)]);
        let label = input.tf(msg::TEAM_RESULT_OF, &[("name", &name)]);
        let links = vec![people.to_result(label, at)];
        explanation.line(Line { text, links, ..Line::default() });
    }
}
