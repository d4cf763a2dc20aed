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
    assert_eq!(group.one("legend").text(), &*question.prompt);
    let why = group.attr("aria-describedby").and_then(|id| page.by_id(id)).map(Piece::text);
    assert_eq!(why, Some(format!("{} Pick all you need.", question.why)));
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
    assert!(page.main().text().contains(&format!("4 of {n} · In the box")));
}

/// The boxes that make a must-have: whether each can be used, with its text.
fn musts(page: &Page) -> Vec<(bool, String)> {
    let chips = page.main().all("label.must").into_iter().map(|label| {
        let input = label.one("input");
        (!input.is_disabled(), input.attr("aria-label").map_or_else(|| label.text(), str::to_owned))
    });
    chips.filter(|(_, name)| name.starts_with("Must have")).collect()
}

#[test]
fn a_must_have_can_be_made_only_of_a_chosen_option() {
    assert_eq!(musts(&Page::at("?view=fit&step=box")), []);
    let chosen = musts(&Page::at("?view=fit&step=box&a.box=admin"));
    assert_eq!(chosen, [(true, "Must have: Admin screens".to_owned())]);
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
    assert!(switch.one("input").attr("checked").is_none());
}

#[test]
fn where_any_option_will_do_the_whole_answer_is_one_must_have() {
    assert_eq!(musts(&Page::at("?view=fit&step=language")), []);
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
    let group = groups
        .into_iter()
        .find(|group| group.has("legend") && group.one("legend").text() == "Counts");
    let group = group.expect("there is a group for the importance");
    assert_eq!(texts(&group.all("label")), ["once", "twice", "four times"]);
    (!group.all("input")[0].is_disabled(), texts(&group.all("label:has([checked])")))
}

#[test]
fn only_an_answer_that_gives_points_can_be_weighed() {
    assert_eq!(importance("?view=fit&step=box"), (false, vec!["once".to_owned()]));
    let answered = importance("?view=fit&step=box&a.box=admin&w.box=important");
    assert_eq!(answered, (true, vec!["twice".to_owned()]));
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
    assert!(text.contains("Your top five appear here after the first answer."), "{text}");
    assert!(!text.contains("100"), "{text}");
}

#[test]
fn the_shortlist_holds_the_first_few_with_their_points() {
    let page = Page::at("?view=fit&step=box&a.language=ruby&a.building=rest-api&a.size=small");
    let section = page.section("Shortlist").expect("there is a shortlist");
    let rows = texts(&section.all("ol > li"));
    assert!(rows[0].starts_with("1 Sinatra 100.0"), "{rows:?}");
    assert_eq!(rows.len(), 5);
    assert!(!section.text().contains("appear here"));
}

#[test]
fn the_shortlist_says_when_nobody_is_left() {
    let text = shortlist(&Page::at(
        "?view=fit&step=box&a.language=python&must.language=python&a.hosting=shared&must.hosting=shared",
    ));
    assert!(text.contains("No framework meets all must-haves."), "{text}");
}

#[test]
fn the_review_lists_every_question_by_number_and_says_whether_it_is_answered() {
    let page = Page::at("?view=fit&step=review&a.size=small");
    let catalog = catalog();
    let steps = page.one("nav[aria-label=Questions]").all("a");
    assert_eq!(steps.len(), catalog.questions.len());
    for ((step, question), n) in steps.iter().zip(&catalog.questions).zip(1..) {
        let answered = if question.id == "size" { " answered" } else { "" };
        assert_eq!(step.text(), format!("{n} {}{answered}", question.label));
    }
    assert!(!Page::at("?view=fit&step=box").main().has("nav[aria-label=Questions]"));
}

#[test]
fn the_bar_has_a_segment_for_each_question_and_shows_which_are_answered() {
    let page = Page::at("?view=fit&step=box&a.size=small");
    let segments = page.one(".progress__bar").all("span");
    assert_eq!(segments.len(), catalog().questions.len());
    for (segment, question) in segments.iter().zip(&catalog().questions) {
        let class = segment.attr("class").unwrap_or_default();
        assert_eq!(class.contains("done"), question.id == "size", "{}", question.id);
        assert_eq!(class.contains("here"), question.id == "box", "{}", question.id);
        assert_eq!(segment.attr("title"), Some(&*question.label));
    }
}

/// The way on, and what it says about it.
fn way_on(query: &str) -> (String, String, String) {
    let page = Page::at(query);
    let next = page.one(".ways__next");
    let href = next.attr("href").unwrap_or_default();
    let step = href.split("step=").nth(1).and_then(|rest| rest.split('&').next());
    let step = step.unwrap_or(if href.contains("view=result") { "result" } else { "" });
    (next.text(), step.to_owned(), page.one(".progress__status").text())
}

#[test]
fn the_way_on_leads_to_the_question_that_would_tell_most() {
    let (label, step, said) = way_on("?view=fit&step=language&a.language=python");
    assert_eq!(label, "Next");
    let catalog = catalog();
    let order: Vec<_> = catalog.questions.iter().map(|question| question.id.to_string()).collect();
    assert!(order.contains(&step), "{step}");
    assert!(said.starts_with("1 answered · "), "{said}");
    // It is never the one that is shown.
    let (label, other, _) = way_on(&format!("?view=fit&step={step}&a.language=python"));
    assert_eq!(label, "Skip");
    assert_ne!(other, step);
}

#[test]
fn at_the_start_the_list_gives_the_order_and_one_may_stop() {
    let (label, step, said) = way_on("?view=fit&step=language");
    let second = catalog().questions[1].id.to_string();
    assert_eq!((label.as_str(), step, said.as_str()), ("Skip", second, "Stop whenever you like."));
}

#[test]
fn where_nothing_can_change_who_is_first_the_way_on_is_the_result() {
    let only = "&only=django&a.size=large";
    let (label, step, said) = way_on(&format!("?view=fit&step=size{only}"));
    assert_eq!((label.as_str(), step.as_str()), ("See the result", "result"));
    assert_eq!(said, "No open question can change this.");
}

#[test]
fn who_is_ahead_is_said_beside_the_way_on_and_leads_to_the_result() {
    let page = Page::at("?view=fit&step=box&a.language=ruby&a.building=rest-api&a.size=small");
    let leaders = page.one(".ways__leaders");
    assert!(leaders.text().starts_with("1 Sinatra 100.0"), "{}", leaders.text());
    assert!(leaders.attr("href").is_some_and(|href| href.contains("view=result")));
    assert!(!Page::at("?view=fit&step=box").main().has(".ways__leaders"));
}

#[test]
fn the_last_question_leads_to_what_is_open_and_the_first_has_nothing_before_it() {
    let catalog = catalog();
    let first = &catalog.questions.first().expect("there are questions").id;
    let last = &catalog.questions.last().expect("there are questions").id;
    assert_eq!(way_on(&format!("?view=fit&step={last}")).1, **first);
    let back = |step: &str| Page::at(&format!("?view=fit&step={step}")).main().has(".ways__back");
    assert!(back(last) && !back(first));
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
    let clear = page.main().all("button").into_iter().find(|button| button.text() == "Start over");
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
            "Size and life A few endpoints, soon done · ×4",
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
