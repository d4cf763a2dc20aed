//! What several people's answers come to: the sentences say what the domain computes, each link leads to
//! whose it says, and names are texts and nothing else.

use proptest::prelude::*;
use stackfit::domain::decide::{Answer, Answers};
use stackfit::domain::permalink;
use stackfit::domain::settings::Settings;
use stackfit::domain::state::{State, Step, View};
use stackfit::domain::team::{LONGEST_NAME, Member, Team, concessions, objections, talks, topics};
use stackfit::report::{Block, Explanation, Link, Section, Tone};

use super::case::{Case, lines, teams, texts};
use test_support::strategies::cases;

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
            "{}: {}.{} of 100 points on average; against the others ranked, nobody loses more than {}.{}.",
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

/// Ana would have Python first; Ben requires Ruby.
#[test]
fn whose_own_first_is_kept_out_is_told_by_whom_and_what_that_costs() {
    let case = Case::frozen(
        "?view=team&1.name=Ana&1.a.language=python&2.name=Ben&2.a.language=ruby&2.must.language=ruby",
    );
    let report = said(&case);
    let all = texts(&report).join("\n");
    assert!(!all.contains("is better for Ben"), "{all}");
    let team = Team::new(&case.table, &case.state.team);
    let own = case.name(team.kept_out(0).expect("Python has points"));
    let line = texts(&report).into_iter().find(|text| text.starts_with("First for Ana alone: "));
    let line = line.unwrap_or_else(|| panic!("{all}"));
    let says = format!("First for Ana alone: {own} (ruled out: Ruby (Ben)). ");
    assert!(line.starts_with(&says), "{line}");
    assert!(line.contains(" Ana loses 100.0 points with "), "{line}");
    let content = "nothing that meets everybody’s must-haves is better for Ana";
    assert!(all.contains(content), "{all}");
    let nobody = "against the others ranked, nobody loses more than 0.0.";
    assert!(all.contains(nobody), "{all}");
}

#[test]
fn a_team_of_must_haves_alone_is_told_who_is_left() {
    let case = Case::frozen(
        "?view=team&1.name=Ana&1.a.language=python,ruby&1.must.language=python,ruby&2.name=Ben\
         &2.a.language=ruby,php&2.must.language=ruby,php",
    );
    let team = Team::new(&case.table, &case.state.team);
    let left: Vec<_> =
        team.joint.by_mean.iter().map(|placed| case.name(placed.alternative)).collect();
    assert!(!left.is_empty());
    let report = said(&case);
    let verdict = texts(&report)[0];
    let says = format!("No answer of yours gives points. {} frameworks meet", left.len());
    assert!(verdict.starts_with(&says), "{verdict}");
    assert!(left.iter().all(|name| verdict.contains(name)), "{verdict}");
}

/// Nobody gave another answer, and nobody is left all the same.
#[test]
fn where_nobody_is_left_a_must_have_of_one_alone_is_something_to_talk_about() {
    let case = Case::frozen(
        "?view=team&1.name=Ana&1.a.language=php&1.must.language=php&2.name=Ben&2.a.hosting=native\
         &2.must.hosting=native",
    );
    assert!(Team::new(&case.table, &case.state.team).joint.by_mean.is_empty());
    let report = said(&case);
    let at = report
        .blocks
        .iter()
        .position(|block| *block == Block::Title("What to talk about first".to_owned()));
    let Some(Block::Line(line)) = at.and_then(|at| report.blocks.get(at + 1)) else {
        panic!("{:?}", texts(&report))
    };
    assert!(line.text.contains(" made it a wish, not a must-have, "), "{}", line.text);
    assert_eq!(line.links.len(), 1, "one person answered it");
}

#[test]
fn where_no_single_agreement_helps_that_is_said() {
    // Each requires something, and takes out all that have what the other one requires.
    let case = Case::frozen(
        "?view=team&1.a.language=php&1.must.language=php&1.without=aspnet-core,axum,gin,spring-boot\
         &2.a.hosting=native&2.must.hosting=native&2.without=codeigniter,laravel,symfony",
    );
    let report = said(&case);
    let all = texts(&report).join("\n");
    assert!(all.contains("Agreement on one question cannot give you a framework"), "{all}");
}

#[test]
fn an_agreement_of_some_says_of_how_many_and_another_weight_is_called_that() {
    let case = Case::frozen(
        "?view=team&1.a.language=python&1.a.size=large&2.a.language=python&2.a.size=large\
         &2.w.size=important&3.a.box=admin",
    );
    let report = said(&case);
    let all = texts(&report).join("\n");
    assert!(all.contains("You agree on: Language (Python; 2 of 3 answered)."), "{all}");
    assert!(all.contains(", where only the weight or the must-haves differ: "), "{all}");
}

#[test]
fn ways_out_beyond_those_listed_are_counted() {
    let mut query = vec!["?view=team".to_owned()];
    for (at, id) in
        (1..).zip(["python", "ruby", "php", "go", "rust", "java", "csharp", "javascript"])
    {
        query.push(format!("&{at}.a.language={id}&{at}.must.language={id}"));
    }
    let case = Case::frozen(&query.concat());
    let report = said(&case);
    let all = texts(&report);
    let n = all.iter().filter(|text| text.contains(": then ")).count();
    let more = all.iter().find(|text| text.starts_with("There") && text.contains("way"));
    let found = concessions(&objections(&case.table, &case.state.team)).len();
    assert!(found > n, "{found}");
    let expected = match found - n {
        1 => "There is one more way out.".to_owned(),
        more => format!("There are {more} more ways out."),
    };
    assert_eq!(more, Some(&expected.as_str()), "{all:?}");
}

/// Some servers refuse long addresses.
#[test]
fn a_long_link_is_warned_of() {
    let warning = |name: &str| {
        let mut case = Case::frozen(TWO);
        let mut answers = Answers::none(case.catalog.questions.len());
        for id in case.catalog.question_ids() {
            let question = case.catalog.question(id);
            answers.set(id, Answer::wish((1 << question.options.len()) - 1).to(question));
        }
        case.state.team = vec![Member { name: name.repeat(LONGEST_NAME), answers }; 8];
        let n = permalink::encode(&case.catalog, &case.state).len();
        let report = said(&case);
        (n, lines(&report)[0].tone, lines(&report)[0].text.clone())
    };
    let (n, tone, text) = warning("🦀");
    assert!(n > 8000, "{n}");
    assert_eq!(tone, Tone::Warning);
    assert!(text.starts_with("The link of this team has over 8000 characters."), "{text}");
    let (n, _, text) = warning("n");
    assert!(n < 8000 && !text.starts_with("The link of this team"), "{n}: {text}");
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

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn every_link_of_a_team_keeps_its_people_and_the_settings(case in teams()) {
        keeps_the_rest(&case);
    }
}
