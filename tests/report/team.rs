//! What several people's answers come to: the sentences say what the domain computes, each link leads to
//! whose it says, and names are texts and nothing else.

use proptest::prelude::*;
use stackfit::domain::catalog::Catalog;
use stackfit::domain::permalink;
use stackfit::domain::settings::Settings;
use stackfit::domain::state::{State, Step, View};
use stackfit::domain::team::{Team, objections, talks, topics};
use stackfit::report::{Block, Explanation, Link, Section};

use super::case::{Case, lines, texts};
use test_support::strategies::{cases, catalogs, members_of};

/// Ana and Ben differ on the language, and one needs admin screens.
const TWO: &str = "?view=team&1.name=Ana&1.a.language=python&1.a.box=admin&1.must.box=admin&2.name=Ben\
                   &2.a.language=ruby&2.w.language=important&2.a.size=large";

/// Nobody meets the must-haves of both.
const NOBODY: &str = "?view=team&1.name=Ana&1.a.language=python&1.must.language=python&2.name=Ben\
                      &2.a.language=ruby&2.must.language=ruby&2.without=rails";

fn said(case: &Case) -> Explanation {
    case.say(Section::Team)
}

fn titles(report: &Explanation) -> Vec<&str> {
    let titles = report.blocks.iter().filter_map(|block| match block {
        Block::Title(title) => Some(title.as_str()),
        _ => None,
    });
    titles.collect()
}

fn record(report: &Explanation) -> &str {
    let text = report.blocks.iter().find_map(|block| match block {
        Block::Text(takeaway) => Some(takeaway.text.as_str()),
        _ => None,
    });
    text.expect("there is a text to take away")
}

#[test]
fn without_people_nothing_is_said_and_one_alone_is_told_to_find_another() {
    assert_eq!(said(&Case::frozen("?view=team")).blocks, []);
    let alone = said(&Case::frozen("?view=team&1.name=Ana&1.a.language=python"));
    assert_eq!(texts(&alone), ["Add at least one more person to see where you differ."]);
}

#[test]
fn the_first_by_each_rule_is_named_with_its_figures() {
    let case = Case::frozen(TWO);
    let report = said(&case);
    let team = Team::new(&case.table, &case.state.team);
    for placed in team.joint.first_by_mean().chain(team.joint.first_by_regret()) {
        let mean = placed.mean_tenths.unwrap();
        let regret = placed.regrets[0].1.tenths();
        let figures = format!(
            "{}: {}.{} of 100 points on average; nobody gives up more than {}.{}.",
            case.name(placed.alternative),
            mean / 10,
            mean % 10,
            regret / 10,
            regret % 10
        );
        assert!(texts(&report).contains(&figures.as_str()), "{figures} in {:?}", texts(&report));
    }
    let tables = report.blocks.iter().filter(|block| matches!(block, Block::Table(_)));
    assert_eq!(tables.count(), 2);
}

#[test]
fn what_to_talk_about_first_is_said_first_and_leads_to_whose_answer_it_is() {
    let case = Case::frozen(TWO);
    let report = said(&case);
    let topics = topics(&case.table, &case.state.team);
    let talk = &talks(&Team::new(&case.table, &case.state.team), &topics)[0];
    let at = report
        .blocks
        .iter()
        .position(|block| *block == Block::Title("What to talk about first".to_owned()));
    let Some(Block::Line(line)) = report.blocks.get(at.unwrap() + 1) else { panic!("a line") };
    let label = &case.catalog.question(talk.question).label;
    assert!(line.text.starts_with(&format!("{label}: ")), "{}", line.text);
    for Link { label, query, .. } in &line.links {
        let state = permalink::decode(&case.catalog, query).state;
        assert_eq!(state.view, View::Fit(Step::Question(talk.question)));
        let person = &state.team[usize::from(state.person.unwrap())];
        assert_eq!(label, &format!("Change the answer of {}", person.name));
        assert_eq!(state.answers, person.answers);
        assert_ne!(person.answers.get(talk.question), Some(talk.answer));
    }
    assert!(!line.links.is_empty());
}

#[test]
fn everybody_who_is_not_ranked_is_named_with_whose_must_have_it_is() {
    let case = Case::frozen(TWO);
    let report = said(&case);
    let barred = objections(&case.table, &case.state.team);
    assert!(!barred.is_empty());
    for one in &barred {
        let name = case.name(one.alternative);
        let line = texts(&report).into_iter().rev().find(|text| text.contains(name));
        let line = line.expect("it is named");
        assert!(line.contains("Admin screens (Ana)"), "{line}");
    }
}

#[test]
fn where_nobody_is_left_each_way_out_brings_back_whom_it_names() {
    let case = Case::frozen(NOBODY);
    let report = said(&case);
    assert_eq!(texts(&report)[0], "No framework meets the must-haves of all of you.");
    let ways: Vec<_> = lines(&report)
        .into_iter()
        .filter(|line| line.links.iter().any(|link| link.label == "Try it"))
        .collect();
    assert!(!ways.is_empty());
    for way in ways {
        let state = case.followed(&way.links[0]);
        let team = Team::new(&case.table, &state.team);
        assert!(!team.joint.by_mean.is_empty(), "{}", way.text);
        let names = way.text.rsplit_once(": then ").unwrap().1;
        let first = team.joint.by_mean[0].alternative;
        let is_named = names.contains(case.name(first)) || names.contains(" more ");
        assert!(is_named, "{} in {names}", case.name(first));
        for (before, after) in case.state.team.iter().zip(&state.team) {
            for (question, answer) in before.answers.iter() {
                let left = after.answers.get(question).unwrap();
                assert_eq!(left.options, answer.options, "it stays a wish");
            }
        }
    }
    assert!(!titles(&report).contains(&"Ranked for all of you"));
}

#[test]
fn those_without_points_count_in_no_mean_and_are_named() {
    let report = said(&Case::frozen(&format!("{TWO}&3.name=Cem")));
    let line = "Cem has no answer that gives points, and counts in no mean.";
    assert!(texts(&report).contains(&line), "{:?}", texts(&report));
    let without = |report: &Explanation| -> Vec<Block> {
        report.blocks.iter().filter(|block| matches!(block, Block::Table(_))).cloned().collect()
    };
    assert_eq!(without(&report), without(&said(&Case::frozen(TWO))));
}

#[test]
fn names_are_texts_and_the_same_name_twice_is_told_apart() {
    let query =
        TWO.replace("Ana", "%7Bone%7D%20%2Ax%2A%20%7C").replace("Ben", "%7Bone%7D%20%2Ax%2A%20%7C");
    let report = said(&Case::frozen(&query));
    let all = texts(&report).join("\n");
    assert!(all.contains("{one} *x* | (1)") && all.contains("{one} *x* | (2)"), "{all}");
    let record = record(&report);
    assert!(record.contains("\\{one\\} \\*x\\* \\| (2)"), "{record}");
    assert!(!record.contains("*x*"), "{record}");
}

#[test]
fn the_text_to_take_away_stands_on_its_own() {
    let case = Case::frozen(TWO);
    let report = said(&case);
    let record = record(&report);
    assert!(record.starts_with("# Decided together: "), "{record}");
    assert!(
        record.contains(&format!("Ana and Ben, by the catalog of {}.", case.catalog.subject.date))
    );
    for title in titles(&report) {
        assert!(record.contains(&format!("\n## {title}\n")), "{title} in {record}");
    }
    let lines: Vec<_> = record.lines().collect();
    assert!(
        lines.windows(2).all(|pair| !(pair[0].is_empty() && pair[1].is_empty())),
        "one empty line"
    );
    for rows in lines.split(|line| !line.starts_with('|')).filter(|rows| !rows.is_empty()) {
        let n = |row: &str| row.replace("\\|", "").matches('|').count();
        assert!(rows.iter().all(|row| n(row) == n(rows[0])), "{rows:?}");
    }
}

/// Every link keeps the people and the settings.
fn keeps_the_rest(case: &Case) {
    let (settings, _) = Settings::decode(&case.catalog, &case.settings);
    let names = |state: &State| -> Vec<String> {
        state.team.iter().map(|member| member.name.clone()).collect()
    };
    let report = said(case);
    for link in lines(&report).into_iter().flat_map(|line| &line.links) {
        let decoded = permalink::decode(&case.catalog, &link.query);
        assert_eq!(decoded.ignored, [], "{}", link.query);
        assert_eq!(names(&decoded.state), names(&case.state), "{}", link.query);
        assert_eq!(Settings::decode(&case.catalog, &link.query).0, settings);
    }
}

/// A team in a generated catalog, with about as many must-haves as answers that are none.
fn teams() -> impl Strategy<Value = Case> {
    catalogs().prop_flat_map(|sample| {
        let catalog: Catalog = (*sample.catalog).clone();
        proptest::collection::vec(members_of(&catalog), 0..=8).prop_map(move |team| {
            let state = State { view: View::Team, team, ..State::new(&catalog) };
            Case { settings: "?theme=dark".to_owned(), ..Case::new(catalog.clone(), state) }
        })
    })
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn every_link_of_a_team_keeps_its_people_and_the_settings(case in teams()) {
        keeps_the_rest(&case);
    }
}
