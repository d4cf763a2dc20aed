//! The record on paper: what is asked in full, what speaks against a choice that is not first, and what has
//! changed since an old link was made.

use stackfit::domain::catalog::{Edition, Value};
use stackfit::domain::decide::{Answer, Answers};
use stackfit::report::Block;

use super::made::Made;

/// The lines below a title; empty if there is no such part.
fn part(made: &Made, title: &str) -> Vec<String> {
    let blocks = made.paper().blocks;
    let mut after = blocks.iter().skip_while(|block| **block != Block::Title(title.to_owned()));
    after.next();
    let lines = after.map_while(|block| match block {
        Block::Line(line) => Some(line.text.clone()),
        Block::Title(_) | Block::Table(_) | Block::Text(_) => None,
    });
    lines.collect()
}

#[test]
fn every_answer_is_on_paper_where_every_question_is_answered() {
    let mut made = Made::frozen("?view=result");
    let questions = made.case.catalog.questions.len();
    let mut answers = Answers::none(questions);
    for id in made.case.catalog.question_ids() {
        answers.set(id, Answer::wish(0b111).to(made.case.catalog.question(id)));
    }
    made.case.state.answers = answers;
    let record = made.record();
    let drivers = part(&made, "Decision Drivers");
    assert_eq!(drivers.len(), record.musts.len() + record.wishes.len());
    assert_eq!(record.wishes.len(), questions);
}

#[test]
fn a_choice_that_is_not_first_says_so_on_paper() {
    let made = Made::frozen("?view=result&a.language=python&a.box=admin&choice=rails");
    let outcome = part(&made, "Decision Outcome");
    assert!(outcome[0].starts_with("Chosen option: “Ruby on Rails”, although "), "{outcome:?}");
    let against = made.record().outcome.against;
    assert!(!against.is_empty());
    assert_eq!(outcome[1..], against);
}

#[test]
fn an_old_link_says_on_paper_what_has_changed() {
    let mut made = Made::frozen("?view=result&a.language=python&a.box=admin");
    assert_eq!(part(&made, "What has changed since the link was made"), Vec::<String>::new());
    let admin = made.case.catalog.find_criterion("admin").expect("it is there");
    let date = "2026-01-02".parse().expect("it is a day");
    let entries = vec![("django".into(), vec![(admin, Value::One(4))])];
    made.case.catalog.history =
        vec![Edition { date, incomparable: Vec::new(), added: Vec::new(), entries }];
    made.link_day = Some(date);
    let changed = part(&made, "What has changed since the link was made");
    assert!(
        changed.contains(&"Django, Admin screens: was None, is Core.".to_owned()),
        "{changed:?}"
    );
}

/// A choice for which nothing was asked and that has no drawbacks.
#[test]
fn that_nothing_speaks_for_it_or_against_it_is_said_on_paper_as_in_markdown() {
    let mut made = Made::frozen("?view=result&choice=django");
    for dossier in &mut made.evidence.dossiers {
        dossier.drawbacks.clear();
    }
    let none = "Nothing that was asked speaks for it or against it.";
    assert_eq!(part(&made, "Consequences"), [none]);
    assert!(made.text(stackfit::report::record::Format::Madr).contains(none));
}
