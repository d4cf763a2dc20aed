//! Slips that are easily made: each is reported once, where it is, and not as something else.
//!
//! It is no list of the rules; `fixtures/catalog/broken` is.

use stackfit::authoring::{Rule, Violation, check};

use crate::rules::{base, printed, violations, with};

#[test]
#[expect(clippy::too_many_lines, reason = "a table with one row for each slip")]
fn a_slip_is_reported_once_and_at_its_place() {
    let slips = [
        // A date in quotes makes a source incomplete; the facts that use it are not at fault.
        (
            "entries/beta.toml",
            "checked = 2026-01-30 }\n\n",
            "checked = \"2026-01-30\" }\n\n",
            Rule::BadDate,
            "sources.home.checked",
        ),
        // An empty list of sources is no source.
        (
            "entries/beta.toml",
            "\"2010\", source = \"home\"",
            "\"2010\", source = []",
            Rule::MissingSource,
            "facts.born.source",
        ),
        (
            "entries/beta.toml",
            "value = \"unknown\", checked = 2026-01-30",
            "value = \"unknown\"",
            Rule::MissingField,
            "facts.version.checked",
        ),
        (
            "entries/alpha.toml",
            "value = \"1.2\"",
            "value = \"\"",
            Rule::Empty,
            "facts.version.value",
        ),
        (
            "entries/alpha.toml",
            "[\"home\", \"news\"]",
            "[\"home\", \"news\", \"home\"]",
            Rule::Repeated,
            "facts.traits.source",
        ),
        ("entries/alpha.toml", "[\"a one\"]", "[\"a one\", \"a one\"]", Rule::Repeated, "aliases"),
        ("entries/alpha.toml", "[\"a one\"]", "[\"\"]", Rule::Empty, "aliases"),
        // Two values with one id could not be told apart in a link.
        (
            "facets.toml",
            "[\"store\", \"pages\"]",
            "[\"store\", \"store\"]",
            Rule::Repeated,
            "facet[included].criteria",
        ),
        // Cards stand in one order at first.
        (
            "facets.toml",
            "first = true\n",
            "first = true\n\n[[sort]]\nid = \"youngest\"\nlabel = \"Youngest\"\n\
             criterion = \"born\"\nfirst = true\n",
            Rule::DuplicateId,
            "sort",
        ),
        (
            "criteria.toml",
            "colour = \"#357fc5\"",
            "colour = \"#357fcg\"",
            Rule::BadWord,
            "scale[tongue].values[latin].colour",
        ),
        ("catalog.toml", "{facts} kinds", "{kinds} kinds", Rule::BadPlaceholder, "intro"),
        // A broken utility is a broken reference, and not an option without utilities.
        (
            "questions.toml",
            "{ criterion = \"tongue\", values = { latin",
            "{ criterion = \"no\", values = { latin",
            Rule::BrokenReference,
            "question[tongue].option[latin].utility[0].criterion",
        ),
        (
            "questions.toml",
            "utility = [{ criterion = \"tongue\", values = { latin = 1000 }, otherwise = 0 }]",
            "utility = []",
            Rule::NothingThere,
            "question[tongue].option[latin].utility",
        ),
        // The last step of the questionnaire has that name in links.
        (
            "questions.toml",
            "id = \"size\"",
            "id = \"review\"",
            Rule::DuplicateId,
            "question[review].id",
        ),
        // Reasons against an entry need a source as its facts do, and no other fields.
        (
            "entries/alpha.toml",
            ", source = [\"news\", \"home\"] }",
            " }",
            Rule::MissingSource,
            "drawbacks[0].source",
        ),
        (
            "entries/alpha.toml",
            "source = [\"news\", \"home\"] }",
            "source = [] }",
            Rule::MissingSource,
            "drawbacks[0].source",
        ),
        (
            "entries/alpha.toml",
            "[\"news\", \"home\"] }",
            "[\"news\", \"blog\"] }",
            Rule::BrokenReference,
            "drawbacks[0].source",
        ),
        ("entries/alpha.toml", "\"Too heavy for one.\"", "\" \"", Rule::Empty, "drawbacks[0].text"),
        (
            "entries/alpha.toml",
            "{ text = \"Too heavy for one.\", ",
            "{ ",
            Rule::MissingField,
            "drawbacks[0].text",
        ),
        (
            "entries/alpha.toml",
            "{ text = \"Too heavy for one.\"",
            "{ why = \"It is.\", text = \"Too heavy for one.\"",
            Rule::UnknownField,
            "drawbacks[0].why",
        ),
        (
            "entries/alpha.toml",
            "drawbacks = [{ text = \"Too heavy for one.\", source = [\"news\", \"home\"] }]",
            "drawbacks = [\"Too heavy for one.\"]",
            Rule::WrongType,
            "drawbacks",
        ),
        // What is still to be filled in is that, and not also missing or wrong.
        (
            "entries/beta.toml",
            "{ value = \"small\", source = \"home\", note = \"It fits into a pocket.\" }",
            "{ value = \"TODO\", source = \"TODO\", note = \"TODO\" }",
            Rule::Placeholder,
            "facts.size.value",
        ),
        ("entries/beta.toml", "[\"greek\"]", "[\"TODO\"]", Rule::Placeholder, "facts.tongue.value"),
        ("entries/beta.toml", "\"Beta Pages\"", "\"TODO\"", Rule::Placeholder, "facts.pages.by"),
        (
            "entries/beta.toml",
            "\"2010\", source = \"home\"",
            "\"2010\", source = \"TODO\"",
            Rule::Placeholder,
            "facts.born.source",
        ),
        (
            "entries/beta.toml",
            "title = \"Home of Beta\"",
            "title = \"TODO\"",
            Rule::Placeholder,
            "sources.home.title",
        ),
        (
            "entries/beta.toml",
            "site = \"https://example.org/beta\"",
            "site = \"TODO\"",
            Rule::Placeholder,
            "site",
        ),
        (
            "entries/beta.toml",
            "[\"greek\"]",
            "[\"unknown\"]",
            Rule::UnknownTag,
            "facts.tongue.value",
        ),
        (
            "catalog.toml",
            "date = ",
            "contest = \"http://example.org\"\ndate = ",
            Rule::BadAddress,
            "contest",
        ),
        (
            "entries/beta.toml",
            "\"2010\", source = \"home\"",
            "\"2010\", source = \"home\", of = 2026-01-30",
            Rule::BadDate,
            "facts.born.of",
        ),
        (
            "entries/beta.toml",
            "\"2010\", source = \"home\"",
            "\"2010\", source = \"home\", checked = 2026-01-29, of = \"2026-01-30\"",
            Rule::LateDay,
            "facts.born.of",
        ),
        (
            "criteria.toml",
            "means = \"When it came out first.\"",
            "means = \"When it came out first.\"\nnewest-run = \"soon\"",
            Rule::BadDate,
            "criterion[born].newest-run",
        ),
        ("entries/alpha.toml", "kind = \"npm\"", "kind = \"nmp\"", Rule::BadWord, "package.kind"),
        (
            "entries/alpha.toml",
            "kind = \"npm\", name = \"@alpha/core\"",
            "kind = \"mvn\", name = \"alpha\"",
            Rule::BadPackage,
            "package.name",
        ),
        (
            "entries/alpha.toml",
            "kind = \"npm\", name = \"@alpha/core\"",
            "kind = \"git\", name = \"ext::sh\"",
            Rule::BadPackage,
            "package.name",
        ),
        (
            "catalog.toml",
            "version = \"version\"",
            "version = \"born\"",
            Rule::BrokenReference,
            "newest.version",
        ),
        (
            "catalog.toml",
            "date = ",
            "shared = \"colour\"\ndate = ",
            Rule::BrokenReference,
            "shared",
        ),
        ("facets.toml", "id = \"oldest\"", "id = \"fit\"", Rule::DuplicateId, "sort"),
        (
            "facets.toml",
            "criterion = \"born\"",
            "criterion = \"traits\"",
            Rule::BrokenReference,
            "sort[oldest].criterion",
        ),
        (
            "facets.toml",
            "criterion = \"tongue\"",
            "criterion = \"version\"",
            Rule::BrokenReference,
            "facet[tongue].criterion",
        ),
        (
            "facets.toml",
            "levels = [\"core\"]",
            "levels = [\"score\", \"core\"]",
            Rule::UnknownTag,
            "facet[included].levels",
        ),
        (
            "facets.toml",
            "criterion = \"tongue\"",
            "criterion = \"tongue\"\nexcept = [\"cyrillic\"]",
            Rule::UnknownTag,
            "facet[tongue].except",
        ),
        (
            "facets.toml",
            "criterion = \"tongue\"",
            "criterion = \"tongue\"\nexcept = [\"latin\", \"greek\"]",
            Rule::NothingThere,
            "facet[tongue].except",
        ),
        (
            "criteria.toml",
            "values = [{ id = \"quick\", label = \"Quick\" }, { id = \"calm\", label = \"Calm\" }]",
            "values = [{ id = \"quick\", label = \"Quick\" }, { id = \"calm\", label = \"Calm\" }, { id = \"calm\", label = \"Calmer\" }]",
            Rule::DuplicateId,
            "scale[trait].values",
        ),
        (
            "catalog.toml",
            "date = ",
            "purposes = [\"colour\"]\ndate = ",
            Rule::BrokenReference,
            "purposes",
        ),
        ("faq.toml", "link = \"?view", "link = \"view", Rule::BadLink, "faq[large].link"),
        ("faq.toml", "{leaders}", "{leaders", Rule::BadPlaceholder, "faq[large].answer"),
    ];
    for (path, from, to, rule, field) in slips {
        let found = violations(&with(path, from, to));
        let found_rules: Vec<_> =
            found.iter().map(|violation| (violation.rule, violation.field.as_str())).collect();
        // A level that is not there is reported for each criterion that cannot have it.
        assert!(!found.is_empty(), "{to}");
        assert!(
            found_rules.iter().all(|found| *found == (rule, field)),
            "{to}: {}",
            printed(&found)
        );
        assert!(found.len() == 1 || rule == Rule::UnknownTag, "{to}: {}", printed(&found));
    }
}

/// A synonym leads somewhere, says something new, and says it once.
#[test]
fn a_synonym_that_leads_nowhere_or_adds_nothing_is_reported() {
    let slips = [
        ("words = [\"shelf\"]", "words = []", Rule::NothingThere, "synonym[1].words"),
        ("\"shelf\"", "\"\"", Rule::Empty, "synonym[1].words"),
        ("\"shelf\"", "\"-\"", Rule::Empty, "synonym[1].words"),
        ("\"shelf\"", "\"The\"", Rule::Empty, "synonym[1].words"),
        ("\"shelf\"", "\"shelf\", \"The Shelf\"", Rule::Repeated, "synonym[1].words"),
        ("\"shelf\"", "\"shelf\", \"shelf\"", Rule::Repeated, "synonym[1].words"),
        ("\"shelf\"", "\"store\"", Rule::Repeated, "synonym[1].words"),
        ("\"first\"", "\"A-one\"", Rule::Repeated, "synonym[2].words"),
        ("\"old roman\"", "\"latin\"", Rule::Repeated, "synonym[0].words"),
        ("\"the\"", "\"of the\"", Rule::BadWord, "ignore"),
        ("\"store\"", "\"shop\"", Rule::BrokenReference, "synonym[1].criterion"),
        ("\"store\"", "\"tongue\"", Rule::BrokenReference, "synonym[1].criterion"),
        ("\"alpha\"", "\"gamma\"", Rule::BrokenReference, "synonym[2].entry"),
        ("\"tongue\"", "\"tongues\"", Rule::BrokenReference, "synonym[0].scale"),
        ("\"tongue\"", "\"provision\"", Rule::BrokenReference, "synonym[0].scale"),
        ("\"latin\"", "\"gothic\"", Rule::UnknownTag, "synonym[0].value"),
        ("scale = \"tongue\"\n", "", Rule::MissingField, "synonym[0].scale"),
        ("value = \"latin\"\n", "", Rule::MissingField, "synonym[0].value"),
        ("entry = \"alpha\"", "", Rule::MissingField, "synonym[2].scale"),
        (
            "criterion = \"store\"",
            "criterion = \"store\"\nentry = \"alpha\"",
            Rule::UnknownField,
            "synonym[1].entry",
        ),
    ];
    for (from, to, rule, field) in slips {
        let found = violations(&with("synonyms.toml", from, to));
        let is_it = |one: &Violation| one.rule == rule && one.field == field;
        // Without what it leads to, both the scale and the value are missing.
        let n = if to.is_empty() && field == "synonym[2].scale" { 2 } else { 1 };
        assert!(found.len() == n && is_it(&found[0]), "{to}: {}", printed(&found));
        assert!(found.iter().all(|one| one.file == "synonyms.toml"), "{}", printed(&found));
    }
    // No entry has a level above the least for it any more.
    let mut files = with("synonyms.toml", "\"store\"", "\"pages\"");
    for entry in ["entries/alpha.toml", "entries/beta.toml"] {
        let text = files.get(entry).unwrap().unwrap().to_owned();
        let at = text.find("pages = ").expect("the last fact");
        let none = "pages = { value = \"none\", source = \"home\" }\n";
        files.insert(entry, &(text[..at].to_owned() + none));
    }
    let found = violations(&files);
    let nowhere =
        |one: &Violation| one.rule == Rule::NothingThere && one.field == "synonym[1].words";
    assert!(found.iter().any(nowhere), "{}", printed(&found));
}

#[test]
fn a_catalog_can_do_without_synonyms() {
    let mut files = base();
    files.remove("synonyms.toml");
    assert!(check(&files).is_ok());
}

/// One value more than fits is reported, also where a facet would give it a bit.
#[test]
fn too_many_values_are_reported_and_not_counted_wrong() {
    let values: Vec<_> =
        (0..65).map(|at| format!("{{ id = \"v{at}\", label = \"V {at}\" }}")).collect();
    let scale = format!("values = [{}, {{ id = \"latin\"", values.join(", "));
    let found = violations(&with("criteria.toml", "values = [{ id = \"latin\"", &scale));
    let too_many: Vec<_> =
        found.iter().filter(|violation| violation.rule == Rule::TooMany).collect();
    let fields: Vec<_> = too_many.iter().map(|violation| violation.field.as_str()).collect();
    assert_eq!(fields, ["scale[tongue].values", "facet[tongue].values"], "{}", printed(&found));
    assert!(too_many.iter().all(|violation| violation.value == "67"));
}

/// A list that has to have something in it.
#[test]
fn a_question_without_options_and_a_scale_without_values_are_reported() {
    let text = |path: &str| base().get(path).unwrap().unwrap().to_owned();
    let mut files = base();
    let questions = text("questions.toml");
    let from = questions.find("option = [\n  { id = \"all\"").unwrap();
    files.insert("questions.toml", &format!("{}option = []\n", &questions[..from]));
    let scale = "\n[[scale]]\nid = \"nothing\"\nvalues = []\n";
    files.insert("criteria.toml", &format!("{}{scale}", text("criteria.toml")));
    let found = violations(&files);
    let fields: Vec<_> = found.iter().map(|violation| violation.field.as_str()).collect();
    assert_eq!(fields, ["scale[nothing].values", "question[parts].option"], "{}", printed(&found));
    assert!(found.iter().all(|violation| violation.rule == Rule::NothingThere));
}

/// Each message about a placeholder says what is to stand there.
#[test]
fn a_placeholder_says_what_it_waits_for() {
    let cases = [
        (
            "value = \"small\", source = \"home\", note = \"It fits into a pocket.\"",
            "value = \"TODO\"",
            "facts.size.value = 'TODO': is still to be filled in: one of large, small, or unknown",
        ),
        (
            "value = [\"greek\"]",
            "value = [\"TODO\"]",
            "facts.tongue.value = 'TODO': is still to be filled in: a list of some of latin, greek, \
             or unknown without a list",
        ),
        (
            "value = \"2010\"",
            "value = \"TODO\"",
            "facts.born.value = 'TODO': is still to be filled in: a date such as 2005-07-21, 2005-07 \
             or 2005, or unknown",
        ),
        (
            "value = \"unknown\", checked",
            "value = \"TODO\", checked",
            "facts.version.value = 'TODO': is still to be filled in: a text, or unknown",
        ),
        (
            "It fits into a pocket.",
            "TODO",
            "facts.size.note = 'TODO': is still to be filled in: at most 160 characters",
        ),
        (
            "Its home names none.",
            "TODO",
            "facts.traits.note = 'TODO': is still to be filled in: at most 160 characters, or leave \
             it out",
        ),
        (
            "\"2010\", source = \"home\"",
            "\"2010\", source = \"TODO\"",
            "facts.born.source = 'TODO': is still to be filled in: a key of [sources], or a list of \
             keys",
        ),
        (
            "https://example.org/beta.git",
            "TODO",
            "repository = 'TODO': is still to be filled in: an address that starts with https://",
        ),
    ];
    for (from, to, message) in cases {
        let found = printed(&violations(&with("entries/beta.toml", from, to)));
        assert_eq!(found, format!("entries/beta.toml: {message} [placeholder]"));
    }
}

/// A criterion that is measured in runs: each known fact says the day of its run, and none is newer.
#[test]
fn a_figure_of_a_measured_criterion_says_the_day_of_its_run() {
    let born = "means = \"When it came out first.\"";
    let measured = |run: &str, of: &str| {
        let mut files = with("criteria.toml", born, &format!("{born}\nnewest-run = \"{run}\""));
        let beta = files.get("entries/beta.toml").unwrap().unwrap();
        let beta = beta
            .replace("\"2010\", source = \"home\"", &format!("\"2010\"{of}, source = \"home\""));
        files.insert("entries/beta.toml", &beta);
        let found = violations(&files).into_iter();
        let of_beta = found.filter(|violation| violation.file.contains("beta"));
        of_beta.map(|violation| (violation.rule, violation.field)).collect::<Vec<_>>()
    };
    let at = || "facts.born.of".to_owned();
    assert_eq!(measured("2025-04", ""), [(Rule::MissingField, at())]);
    assert_eq!(measured("2025-04", ", of = \"2025-05\""), [(Rule::LateDay, at())]);
    assert_eq!(measured("2025-04", ", of = \"2025-04\""), []);
    assert_eq!(measured("2025-04", ", of = \"2023\""), [], "an older run is no violation");
}
