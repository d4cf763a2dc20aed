//! What scripts rely on: exit codes, and which stream each output goes to.

use std::path::Path;
use std::process::{Command, Output};

fn stackfit(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stackfit"));
    command.args(arguments).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("output is UTF-8")
}

/// A file or folder of the repository.
fn path(relative: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(relative).display().to_string()
}

#[test]
fn results_are_printed_alone_and_end_with_0() {
    let databases = path("tests/fixtures/databases");
    for arguments in [
        &["catalog", "check"][..],
        &["catalog", "check", &databases],
        &["catalog", "fresh", "--months", "6", "--catalog", &databases],
        &["catalog", "export", "--catalog", &databases],
        &["catalog", "report", &path("tests/fixtures/catalog/base"), "--aside", "--cases"],
        &["recommend", "?nonsense=1", "--json", "--catalog", &databases],
        &["team", "?1.a.kind=x&1.name=A&2.name=B", "--catalog", &databases],
        &["team", "?1.name=A&2.name=B", "--json", "--catalog", &databases],
        &["search", "sql", "--catalog", &databases],
        &["search", "nothing-like-it", "--json", "--catalog", &databases],
        &["--version"],
        &["help"],
        &["recommend", "--help"],
        &["catalog", "new", "--help"],
        &["catalog", "update", "--help"],
        &["catalog", "links", "--help"],
        &["completions", "bash"],
    ] {
        let output = stackfit(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(!output.stdout.is_empty() && output.stderr.is_empty(), "{arguments:?}: {output:?}");
    }
}

#[test]
fn violations_are_on_standard_error_and_end_with_1() {
    let empty = path("docs/hosting");
    for arguments in [
        &["catalog", "check", &empty][..],
        &["catalog", "report", &empty],
        &["catalog", "schema", &empty],
        &["catalog", "export", "--catalog", &empty],
        &["catalog", "fresh", "--catalog", &empty],
        &["catalog", "new", "first", "--catalog", &empty],
        &["catalog", "update", "--catalog", &empty],
        &["catalog", "links", "--catalog", &empty],
        &["recommend", "?a.language=python", "--catalog", &empty],
        &["search", "python", "--catalog", &empty],
        &["team", "?1.name=A", "--catalog", &empty],
    ] {
        let output = stackfit(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}: {output:?}");
        let said = text(&output.stderr);
        assert!(said.contains("catalog.toml: this file is missing [missing-file]"), "{said}");
    }
    let said = stackfit(&["catalog", "check", &empty]).stderr;
    let last = text(&said).lines().last().expect("a last line");
    assert!(last.starts_with("stackfit: ") && last.contains(" violations in "), "{last}");
}

#[test]
fn a_command_that_is_not_understood_ends_with_2_and_says_what_could_be_meant() {
    for (arguments, named) in [
        (&[][..], "Usage: stackfit"),
        (&["recomend", "?a"], "'recommend'"),
        (&["recommend", "?a", "--jsn"], "'--json'"),
        (&["recommend", "--json"], "<QUERY>"),
        (&["recommend", "?a", "?b"], "'?b'"),
        (&["search"], "<WORD>"),
        (&["serach", "python"], "'search'"),
        (&["search", "python", "--jsn"], "'--json'"),
        (&["catalog"], "export"),
        (&["catalog", "chekc"], "'check'"),
        (&["catalog", "check", "--catalog", "data"], "'--catalog'"),
        (&["catalog", "new"], "<ID>"),
        (&["catalog", "fresh", "--months", "many"], "many"),
        (&["catalog", "report", "--profiles", "many"], "many"),
        (&["catalog", "update", "--seconds", "0"], "--seconds"),
        (&["catalog", "links", "--seconds", "soon"], "soon"),
        (&["completions", "fihs"], "'fish'"),
    ] {
        let output = stackfit(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}: {output:?}");
        let said = text(&output.stderr);
        assert!(said.contains(named), "{arguments:?}: {said}");
    }
}

#[test]
fn completions_know_the_commands_and_their_options() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = stackfit(&["completions", shell]);
        let script = text(&output.stdout);
        for word in ["recommend", "search", "catalog", "fresh", "months", "update", "links"] {
            assert!(script.contains(word), "{shell} knows {word}");
        }
    }
}
