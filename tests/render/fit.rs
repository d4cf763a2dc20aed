//! Find my fit: one question with its form, the shortlist, the review.

use crate::page::{Page, Piece, catalog, texts};

/// The shortlist.
fn shortlist(page: &Page) -> String {
    page.section("Shortlist").expect("there is a shortlist").text()
}

#[test]
fn a_question_is_a_named_group_of_options_with_explanations() {
    let page = Page::at("?view=fit&step=box");
    let catalog = catalog();
    let question = catalog.question(catalog.find_question("box").expect("a question"));
    assert_eq!(page.one("main h2").text(), &*question.prompt);
    let group = page.all("main fieldset")[0];
    let legend = format!("{} Choose all that you want", question.prompt);
    assert_eq!(group.one("legend").text(), legend);
    let options = group.all("label[for]");
    assert_eq!(options.len(), question.options.len());
    for (option, known) in options.into_iter().zip(&question.options) {
        let input = option.one("input[type=checkbox]");
        assert!(option.text().starts_with(&*known.label), "{}", option.text());
        let explained = input.attr("aria-describedby").and_then(|id| page.by_id(id));
        assert_eq!(explained.map(Piece::text), Some(known.explain.to_string()));
        assert!(!input.is_disabled() && input.attr("checked").is_none());
    }
    let n = catalog.questions.len();
    assert!(page.main().text().contains(&format!("Question 4 of {n}")));
}

/// The boxes that make a must-have: whether each can be used, with its text.
fn musts(page: &Page) -> Vec<(bool, String)> {
    let labels = page.main().all("label").into_iter().filter(|label| {
        let text = label.text();
        text.starts_with("Must have")
    });
    labels.map(|label| (!label.one("input").is_disabled(), label.text())).collect()
}

#[test]
fn a_must_have_can_be_made_only_of_a_chosen_option() {
    let n_options = {
        let catalog = catalog();
        catalog.question(catalog.find_question("box").expect("a question")).options.len()
    };
    let open = musts(&Page::at("?view=fit&step=box"));
    assert_eq!(open.len(), n_options);
    assert!(open.iter().all(|(usable, _)| !usable), "{open:?}");
    let chosen = musts(&Page::at("?view=fit&step=box&a.box=admin"));
    let usable: Vec<_> = chosen.into_iter().filter(|(usable, _)| *usable).collect();
    assert_eq!(usable, [(true, "Must have: Admin screens".to_owned())]);
}

/// Where a tick is a must-have at first, the box says the opposite, and has its words alone.
#[test]
fn the_box_that_makes_a_condition_a_wish_is_not_explained_as_a_must_have() {
    let mut catalog = catalog();
    let language = catalog.find_question("language").expect("a question");
    catalog.questions[language.index()].others = "Also show others".into();
    let link = "?view=fit&step=language&a.language=php&must.language=php";
    let page = Page::of_catalog(catalog, link);
    let labels = page.main().all("label");
    let switch = labels.into_iter().find(|label| label.text() == "Also show others");
    let switch = switch.expect("the switch");
    assert!(switch.attr("title").is_none() && switch.one("input").attr("checked").is_none());
}

#[test]
fn where_any_option_will_do_the_whole_answer_is_one_must_have() {
    assert_eq!(musts(&Page::at("?view=fit&step=language")), [(false, "Must have".to_owned())]);
    let chosen = musts(&Page::at("?view=fit&step=language&a.language=php,ruby"));
    assert_eq!(chosen, [(true, "Must have".to_owned())]);
}

#[test]
fn a_question_that_cannot_be_a_must_have_offers_none() {
    assert_eq!(musts(&Page::at("?view=fit&step=size&a.size=small")), []);
}

/// Whether the importance can be chosen, and what is chosen.
fn importance(query: &str) -> (bool, Vec<String>) {
    let page = Page::at(query);
    let groups = page.main().all("fieldset:has(input[type=radio])");
    let group = groups.into_iter().find(|group| {
        group.has("legend") && group.one("legend").text() == "How much does it matter?"
    });
    let group = group.expect("there is a group for the importance");
    assert_eq!(texts(&group.all("label")), ["Normal", "Important", "Very important"]);
    (!group.all("input")[0].is_disabled(), texts(&group.all("label:has([checked])")))
}

#[test]
fn only_an_answer_that_gives_points_can_be_weighed() {
    assert_eq!(importance("?view=fit&step=box"), (false, vec!["Normal".to_owned()]));
    let answered = importance("?view=fit&step=box&a.box=admin&w.box=important");
    assert_eq!(answered, (true, vec!["Important".to_owned()]));
    let all_musts = importance("?view=fit&step=language&a.language=python&must.language=python");
    assert!(!all_musts.0, "an answer of must-haves alone gives no points");
    let graded = importance("?view=fit&step=box&a.box=admin&must.box=admin");
    assert!(graded.0, "unless they can be met more or less well");
}

#[test]
fn where_one_option_is_asked_for_the_options_exclude_each_other() {
    let page = Page::at("?view=fit&step=size&a.size=medium");
    let options = page.all("main fieldset")[0].all("input");
    assert!(options.iter().all(|input| input.attr("type") == Some("radio")));
    let mut names: Vec<_> = options.iter().map(|input| input.attr("name")).collect();
    names.dedup();
    assert_eq!(names.len(), 1, "one group");
    let checked: Vec<_> = options.iter().map(|input| input.attr("checked").is_some()).collect();
    assert_eq!(checked, [false, true, false]);
}

#[test]
fn the_shortlist_keeps_its_place_before_the_first_answer() {
    let text = shortlist(&Page::at("?view=fit&step=box"));
    assert!(text.contains("Answer a question, and the shortlist stands here."), "{text}");
    assert!(!text.contains("100"), "{text}");
}

#[test]
fn the_shortlist_holds_the_first_few_with_their_points() {
    let page = Page::at("?view=fit&step=box&a.language=ruby&a.building=rest-api&a.size=small");
    let section = page.section("Shortlist").expect("there is a shortlist");
    let rows = texts(&section.all("ol > li"));
    assert!(rows[0].starts_with("1 Sinatra 100.0"), "{rows:?}");
    assert_eq!(rows.len(), 5);
    assert!(!section.text().contains("Answer a question"));
}

#[test]
fn the_shortlist_says_when_nobody_is_left() {
    let text = shortlist(&Page::at(
        "?view=fit&step=box&a.language=python&must.language=python&a.hosting=shared&must.hosting=shared",
    ));
    assert!(text.contains("No framework meets all must-haves."), "{text}");
}

#[test]
fn every_question_is_one_step_away_and_says_whether_it_is_answered() {
    let page = Page::at("?view=fit&step=box&a.size=small");
    let catalog = catalog();
    let steps = page.one("nav[aria-label=Questions]").all("a");
    assert_eq!(steps.len(), catalog.questions.len() + 1, "and the review");
    for ((step, question), n) in steps.iter().zip(&catalog.questions).zip(1..) {
        let answered = if question.id == "size" { ", answered" } else { "" };
        assert_eq!(step.name(), format!("Question {n}, {}{answered}", question.label));
        let is_here = question.id == "box";
        assert_eq!(step.attr("aria-current"), is_here.then_some("step"));
    }
}

#[test]
fn the_last_question_leads_to_the_review_and_the_first_has_nothing_before_it() {
    let catalog = catalog();
    let first = &catalog.questions.first().expect("there are questions").id;
    let last = &catalog.questions.last().expect("there are questions").id;
    let links = |step: &str| texts(&Page::at(&format!("?view=fit&step={step}")).main().all("a"));
    assert!(links(last).contains(&"Review answers".to_owned()));
    assert!(!links(first).contains(&"Back".to_owned()));
    assert!(links(first).contains(&"Skip".to_owned()));
    let answered = links(&format!("{first}&a.{first}={}", catalog.questions[0].options[0].id));
    assert!(answered.contains(&"Next".to_owned()), "{answered:?}");
}

#[test]
fn an_empty_review_says_so_and_lists_what_is_open() {
    let page = Page::at("?view=fit&step=review");
    let text = page.main().text();
    let n = catalog().questions.len();
    assert!(text.contains(&format!("0 of {n} answered")), "{text}");
    assert!(text.contains("No question is answered yet."), "{text}");
    let open: Vec<_> =
        page.all("main li > button[aria-label]").into_iter().map(Piece::name).collect();
    for question in &catalog().questions {
        let name = format!("{}: {}", question.label, question.prompt);
        assert!(open.contains(&name), "{name}");
    }
    let clear = page
        .main()
        .all("button")
        .into_iter()
        .find(|button| button.text() == "Take all answers back");
    assert!(clear.expect("there is a way back").is_disabled());
}

#[test]
fn the_review_lists_each_answer_to_be_opened_and_changed() {
    let page = Page::at(
        "?view=fit&step=review&a.size=small&w.size=very-important&a.box=admin,auth&must.box=admin",
    );
    let answers = page.all("main li > details");
    let summaries: Vec<_> = answers.iter().map(|answer| answer.one("summary").text()).collect();
    assert_eq!(
        summaries,
        [
            "Size and life A few endpoints, soon done · Very important",
            "In the box Admin screens (must-have), Log-in and permissions",
        ]
    );
    // The form comes with the opening: the browser tests change answers with it.
    assert_eq!(page.main().all("input").len(), 0, "nothing is open at first");
    assert!(!page.main().text().contains("No question is answered yet."));
    let open =
        page.all("main li > button").iter().filter(|it| it.text() == "Size and life").count();
    assert_eq!(open, 0, "what is answered is not open");
}
