//! Ids that are gone: links that name them lead to their successors, and no id is both.

use stackfit::authoring::{Rule, check};
use stackfit::domain::permalink::{decode, encode};
use stackfit::domain::settings::Settings;

use crate::rules::{base, printed, violations, with};

#[test]
fn a_link_with_former_ids_leads_to_their_successors_without_a_notice() {
    let catalog = check(&base()).expect("it is sound").catalog;
    let old = "?f.spoken=roman&f.included=keep&sort=eldest&a.language=latin&must.language=latin\
               &w.language=important&a.parts=both";
    let new = "?f.tongue=latin&f.included=store&sort=oldest&a.tongue=latin&must.tongue=latin\
               &w.tongue=important&a.parts=all";
    let decoded = decode(&catalog, old);
    assert_eq!(decoded.ignored, []);
    assert_eq!(decoded.state, decode(&catalog, new).state);
    let link = encode(&catalog, &decoded.state);
    assert!(link.contains("f.tongue=latin") && link.contains("a.tongue=latin"), "{link}");
    let (settings, ignored) = Settings::decode(&catalog, "?only.spoken=roman");
    assert_eq!(ignored, []);
    assert_eq!(settings.encode(), "?only.tongue=latin");
}

#[test]
fn a_former_id_and_its_successor_are_one_parameter() {
    let catalog = check(&base()).expect("it is sound").catalog;
    let decoded = decode(&catalog, "?a.tongue=greek&a.language=latin");
    assert_eq!(decoded.state, decode(&catalog, "?a.tongue=greek").state);
    let ignored: Vec<_> = decoded.ignored.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(ignored, ["a.language"]);
}

#[test]
fn a_former_id_is_nobody_elses() {
    let cases = [
        ("questions.toml", r#"was = ["language"]"#, r#"was = ["size"]"#, "question[tongue].was"),
        (
            "questions.toml",
            r#"was = ["both"]"#,
            r#"was = ["pages"]"#,
            "question[parts].option[all].was",
        ),
        ("facets.toml", r#"was = ["spoken"]"#, r#"was = ["included"]"#, "facet[tongue].was"),
        ("facets.toml", r#"was = ["eldest"]"#, r#"was = ["name"]"#, "sort[oldest].was"),
        ("criteria.toml", r#"was = ["roman"]"#, r#"was = ["greek"]"#, "latin.was"),
        ("criteria.toml", r#"was = ["keep"]"#, r#"was = ["pages"]"#, "store.was"),
        (
            "questions.toml",
            r#"was = ["both"]"#,
            r#"was = ["both", "both"]"#,
            "question[parts].option[all].was",
        ),
    ];
    for (file, text, by, field) in cases {
        let found = violations(&with(file, text, by));
        // A link that names it may lead astray as well.
        let of_this = found.iter().find(|violation| violation.rule != Rule::BadLink);
        let violation = of_this.unwrap_or_else(|| panic!("{by}: {}", printed(&found)));
        assert_eq!((violation.file.as_str(), violation.field.as_str()), (file, field));
        assert!(matches!(violation.rule, Rule::DuplicateId | Rule::Repeated), "{violation}");
    }
}
