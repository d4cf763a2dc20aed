//! Records of the shipped catalog: each of its texts is well made in every form.

use stackfit::domain::decide::{Answer, Answers};
use stackfit::report::record::Format;

use super::super::case::Case;
use super::made::Made;
use super::readers::{against_schema, complaints, rows};
use test_support::catalogs::{SHIPPED, checked};

/// Every entry as the choice, with every question answered.
#[test]
fn a_record_of_every_entry_with_every_answer_is_well_made() {
    let checked = checked(SHIPPED);
    let mut answers = Answers::none(checked.catalog.questions.len());
    for id in checked.catalog.question_ids() {
        let question = checked.catalog.question(id);
        answers.set(id, Answer::wish(0b111).to(question));
    }
    for id in checked.catalog.alternative_ids() {
        let mut case = Case::of(SHIPPED, "?view=result");
        case.state.answers.clone_from(&answers);
        case.state.choice = Some(id);
        let today = case.catalog.subject.date;
        let evidence = checked.evidence.clone();
        // The oldest day that is known of: everything that has changed is told.
        let link_day = case.catalog.history.first().map(|edition| edition.date);
        let made = Made { case, evidence, link_day, today };
        let markdown = made.text(Format::Madr);
        let found = complaints(&markdown);
        assert!(found.is_empty(), "{}\n{markdown}", found.join("\n"));
        assert_eq!(against_schema(&made.text(Format::Json)), Ok(()));
        assert!(rows(&made.text(Format::Csv)).len() > 1);
        assert!(rows(&made.text(Format::Comparison)).len() > 1);
    }
}
