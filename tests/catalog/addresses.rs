//! The addresses of whoever publishes the page: from the environment of the build, checked like a
//! field of a file.

use std::ffi::OsString;

use stackfit::authoring::{Addresses, CONTEST, REPOSITORY, Rule};
use test_support::catalogs::{FROZEN, SHIPPED, checked};

/// The addresses in an environment with some variables.
fn read(set: &[(&str, &str)]) -> Result<Addresses, Vec<String>> {
    let variable = |name: &str| {
        let value = set.iter().find(|(known, _)| *known == name)?.1;
        Some(OsString::from(value))
    };
    Addresses::read(variable).map_err(|all| all.iter().map(ToString::to_string).collect())
}

#[test]
fn the_shipped_catalog_names_no_address_of_a_publisher() {
    let subject = checked(SHIPPED).catalog.subject;
    assert_eq!((subject.repository, subject.contest), (None, None));
}

#[test]
fn the_environment_names_them_and_wins_over_the_catalog() {
    let (project, issues) = ("https://code.example.org/p", "https://code.example.org/p/new");
    let mut subject = checked(SHIPPED).catalog.subject;
    read(&[(REPOSITORY, project), (CONTEST, issues)]).unwrap().apply(&mut subject);
    assert_eq!(subject.repository.as_deref(), Some(project));
    assert_eq!(subject.contest.as_deref(), Some(issues));
    let mut own = checked(FROZEN).catalog.subject;
    assert_ne!(own.contest.as_deref(), Some(issues), "it has an address of its own");
    read(&[(CONTEST, issues)]).unwrap().apply(&mut own);
    assert_eq!(own.contest.as_deref(), Some(issues));
}

#[test]
fn what_is_unset_or_empty_leaves_the_catalog_as_it_is() {
    let before = checked(FROZEN).catalog.subject;
    for set in [&[][..], &[(CONTEST, ""), (REPOSITORY, "")]] {
        let mut subject = before.clone();
        read(set).unwrap().apply(&mut subject);
        assert_eq!(subject, before);
    }
}

#[test]
fn what_is_no_address_is_reported_with_variable_value_and_rule() {
    let found = read(&[(REPOSITORY, "example.org"), (CONTEST, "http://example.org/new")]);
    let rule = Rule::BadAddress.id();
    let line = |name: &str, value: &str| {
        let should = "should be an address that starts with https://";
        format!("environment: {name} = '{value}': {should} [{rule}]")
    };
    let wanted = [line(REPOSITORY, "example.org"), line(CONTEST, "http://example.org/new")];
    assert_eq!(found.unwrap_err(), wanted, "both at once");
    for value in
        ["https://", "https://host", "https://a.example/ b", "https://a.example/\"", "TODO"]
    {
        assert!(read(&[(CONTEST, value)]).is_err(), "{value}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_text_is_reported() {
    use std::os::unix::ffi::OsStringExt as _;
    let variable = |name: &str| (name == CONTEST).then(|| OsString::from_vec(vec![b'h', 0xFF]));
    let found = Addresses::read(variable).unwrap_err();
    assert_eq!(found.iter().map(|one| one.rule).collect::<Vec<_>>(), [Rule::Unreadable]);
}
