//! Who is new in a team, who is there already, and whose answers are replaced.

use stackfit::domain::catalog::Catalog;
use stackfit::domain::permalink::decode;
use stackfit::domain::state::{Action, State, TeamAction};
use stackfit::domain::team::{Added, Member, add};

use test_support::generated::generated_catalog;

fn state(catalog: &Catalog, query: &str) -> State {
    decode(catalog, query).state
}

/// What comes of adding one team to another one.
fn added(before: &str, link: &str) -> (Vec<Member>, Added) {
    let catalog = generated_catalog(6, 3);
    let mut team = state(&catalog, before).team;
    let result = add(&mut team, state(&catalog, link).team);
    (team, result)
}

const ANA: &str = "1.name=Ana&1.a.kind=micro";
const TWO: &str = "?1.a.kind=micro&2.name=Ben&2.a.kind=micro";

#[test]
fn who_is_there_with_the_same_answers_is_not_added_again() {
    for link in [TWO, "?1.name=+Ben+&1.a.kind=micro"] {
        let (team, result) = added(TWO, link);
        assert_eq!((team.len(), result.n_new), (2, 0), "{link}");
        assert!(result.n_there > 0 && result.replaced.is_empty(), "{link}");
    }
    let (team, result) = added(TWO, "?1.a.kind=micro&2.a.kind=micro&3.a.kind=micro");
    assert_eq!((team.len(), result.n_there, result.n_new), (3, 2, 1), "three without a name");
}

#[test]
fn the_link_of_a_result_is_somebody_else_even_with_the_same_answers() {
    let (team, result) = added(TWO, "?1.a.kind=micro");
    assert_eq!((team.len(), result), (3, Added { n_new: 1, ..Added::default() }));
}

#[test]
fn a_name_steers_no_text_around_it() {
    let name = "1.name=%E2%80%AEBen%0A%E2%81%A6A%E2%80%8Fna%0D&1.a.kind=micro";
    let (team, _) = added("", &format!("?{name}"));
    assert_eq!(team[0].name, "BenAna");
}

#[test]
fn a_person_with_new_answers_has_them_once() {
    let (team, result) = added(&format!("?{ANA}"), "?1.name=Ana&1.a.hosting=edge");
    assert_eq!((team.len(), result.replaced), (1, vec!["Ana".to_owned()]));
    assert_eq!(team, added("", "?1.name=Ana&1.a.hosting=edge").0);
    // Two of the same name in one link are two people, and nobody can say which of them is meant.
    let two = "?1.name=Ana&1.a.hosting=edge&2.name=Ana&2.a.kind=micro";
    let (team, result) = added("", two);
    assert_eq!((team.len(), result.n_new), (2, 2));
    let (again, result) = added(two, "?1.name=Ana&1.a.hosting=native");
    assert_eq!((again.len(), result.n_new), (3, 1));
    assert_eq!(again[..2], team);
}

#[test]
fn only_who_finds_no_room_is_left_out() {
    let seven: Vec<_> = (1..=7).map(|n| format!("&{n}.name=N{n}&{n}.a.kind=micro")).collect();
    let seven = seven.concat();
    let (team, result) = added(&seven, "?1.name=N3&1.a.kind=micro&2.a.hosting=edge");
    assert_eq!(team.len(), 8);
    assert_eq!(result, Added { n_new: 1, n_there: 1, ..Added::default() });
    let (team, result) = added(&seven, "?1.a.hosting=edge&2.a.hosting=native");
    assert_eq!((team.len(), result.n_new, result.n_left_out), (8, 1, 1));
}

#[test]
fn new_answers_of_the_person_that_is_shown_are_shown() {
    let catalog = generated_catalog(6, 3);
    let shown = state(&catalog, &format!("?person=1&{ANA}"));
    let new = state(&catalog, "?1.name=Ana&1.a.hosting=edge").team;
    let (state, _) = shown.with_people(new.clone());
    assert_eq!((&state.answers, &state.team), (&new[0].answers, &new));
}

#[test]
fn equal_answers_do_not_make_the_reader_somebody_else() {
    let catalog = generated_catalog(6, 3);
    let same = state(&catalog, &format!("?a.kind=micro&{ANA}"));
    let joined = same.apply(&catalog, Action::Team(TeamAction::Join)).unwrap();
    assert_eq!((joined.team.len(), joined.person), (2, Some(1)));
    let question = catalog.find_question("kind").unwrap();
    let changed = joined.apply(&catalog, Action::ClearAnswer(question)).unwrap();
    assert_eq!(changed.team[0], same.team[0], "Ana's stay");
    assert_eq!(joined.apply(&catalog, Action::Team(TeamAction::Join)), None, "once is enough");
}

#[test]
fn the_readers_own_answers_are_not_lost_where_a_persons_are_shown() {
    let catalog = generated_catalog(6, 3);
    let show = |query: &str| {
        let before = state(&catalog, query);
        let loses = before.loses_answers();
        (before.apply(&catalog, Action::Team(TeamAction::Show(0))).unwrap(), loses)
    };
    let (shown, loses) = show(&format!("?view=team&a.hosting=edge&{ANA}"));
    assert_eq!((shown.team.len(), shown.person, loses), (2, Some(0), false));
    assert_eq!(shown.team[1].answers, state(&catalog, "?a.hosting=edge").answers);
    assert_eq!(shown.answers, shown.team[0].answers);
    // Somebody has them already.
    assert_eq!(show(&format!("?a.kind=micro&{ANA}")).0.team.len(), 1);
    let eight: Vec<_> = (1..=8).map(|n| format!("&{n}.a.kind=micro")).collect();
    let (shown, loses) = show(&["?a.hosting=edge", &eight.concat()].concat());
    assert_eq!((shown.team.len(), loses), (8, true));
}
