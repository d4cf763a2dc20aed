//! `catalog update`: what the clients of the ten kinds answer is read, shown and written; one that
//! does not answer stops nothing else.
//!
//! The clients are small programs put first on PATH, which print the answers of `clients.toml`. A
//! client that is installed is also asked for real.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde::Deserialize;
use tempfile::TempDir;

/// What a client answers, and what has to be read.
#[derive(Clone, Deserialize)]
struct Client {
    origin: String,
    package: String,
    own: String,
    version: String,
    day: Option<String>,
    call: Vec<Call>,
}

#[derive(Clone, Deserialize)]
struct Call {
    arguments: String,
    answer: String,
}

fn clients() -> BTreeMap<String, Client> {
    toml::from_str(include_str!("clients.toml")).expect("the answers are sound")
}

/// A catalog with an entry for each kind, named like the kind, and programs for PATH.
struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new(clients: &BTreeMap<String, Client>) -> Self {
        let bench = Self { folder: tempfile::tempdir().expect("a folder") };
        fs::create_dir_all(bench.catalog().join("entries")).expect("a folder");
        fs::create_dir(bench.programs()).expect("a folder");
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/catalog/base");
        let names = ["catalog", "criteria", "facets", "questions", "faq"]
            .map(|name| format!("{name}.toml"));
        let entries = ["entries/alpha.toml", "entries/beta.toml"].map(ToOwned::to_owned);
        for name in names.into_iter().chain(entries) {
            fs::copy(base.join(&name), bench.catalog().join(&name)).expect("a file of the base");
        }
        for (kind, client) in clients {
            let Client { package, own, .. } = client;
            let entry = ENTRY.replace("KIND", kind).replace("PACKAGE", package).replace("OWN", own);
            fs::write(bench.entry(kind), entry).expect("an entry");
            bench.program(kind, &script(&client.call));
        }
        bench
    }

    fn catalog(&self) -> PathBuf {
        self.folder.path().join("catalog")
    }

    fn programs(&self) -> PathBuf {
        self.folder.path().join("programs")
    }

    fn entry(&self, id: &str) -> PathBuf {
        self.catalog().join(format!("entries/{id}.toml"))
    }

    /// Puts a program on PATH.
    fn program(&self, name: &str, script: &str) {
        let path = self.programs().join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}")).expect("a program");
        fs::set_permissions(&path, Permissions::from_mode(0o755)).expect("it can be run");
    }

    /// Runs `catalog update` with nothing on PATH but the programs, and a folder for `sleep`.
    fn update(&self, arguments: &[&str]) -> Output {
        self.update_on(&format!("{}:/bin", self.programs().display()), arguments)
    }

    fn update_on(&self, path: &str, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_stackfit"))
            .args(["catalog", "update", "--catalog"])
            .arg(self.catalog())
            .args(arguments)
            .env("PATH", path)
            .output()
            .expect("the program starts")
    }

    fn check(&self) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stackfit"));
        let output = command.args(["catalog", "check"]).arg(self.catalog()).output();
        let output = output.expect("the program starts");
        assert!(output.status.success(), "{}", text(&output.stderr));
    }
}

/// An entry of the small catalog, with comments and an order of its own.
const ENTRY: &str = "\
# An entry whose comments stay.
id = \"KIND\"
name = \"By KIND\"
summary = \"An invented thing.\"
site = \"https://example.org/KIND\"
repository = \"https://example.org/KIND.git\"
package = { kind = \"KIND\", name = \"PACKAGE\" }

[sources]
home = { title = \"Home\", url = \"https://example.org/KIND\", checked = 2026-01-20 }

[facts] # in an order of their own
pages = { value = \"none\", source = \"home\" }
born = { value = \"2020\", source = \"home\", note = \"Of the first day.\" } # the day
version = { value = \"OWN\", source = \"home\", note = \"As its home says.\" } # the version
tongue = { value = [\"greek\"],   source = \"home\" }
size = { value = \"small\", source = \"home\", note = \"It fits into a pocket.\" }
traits = { value = \"unknown\", source = \"home\" }
store = { value = \"none\", source = \"home\" }
";

/// A program that prints an answer for each call, and refuses any other.
fn script(calls: &[Call]) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', "'\\''"));
    let mut script = "case \"$*\" in\n".to_owned();
    for Call { arguments, answer } in calls {
        let pattern: Vec<_> = arguments.split('*').map(quoted).collect();
        let line = format!("{}) printf '%s' {} ;;\n", pattern.join("*"), quoted(answer));
        script.push_str(&line);
    }
    script + "*) echo \"unexpected: $*\" >&2; exit 64 ;;\nesac\n"
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("output is UTF-8")
}

/// The line about an entry.
fn about<'a>(output: &'a Output, id: &str) -> &'a str {
    let out = text(&output.stdout);
    let line = out.lines().find(|line| line.starts_with(&format!("{id} (")));
    line.unwrap_or_else(|| panic!("nothing about {id}: {out} {}", text(&output.stderr)))
}

fn fact<'a>(file: &'a str, name: &str) -> &'a str {
    let line = file.lines().find(|line| line.starts_with(&format!("{name} = ")));
    line.unwrap_or_else(|| panic!("no {name}: {file}"))
}

#[test]
fn the_answers_of_all_ten_kinds_are_marked_by_their_origin() {
    let clients = clients();
    assert_eq!(clients.len(), 10);
    for (kind, client) in clients {
        let origin = client.origin;
        let is_recorded = origin.strip_prefix("recorded with ").is_some_and(|by| {
            by.starts_with(&kind) && by.ends_with(|last: char| last.is_ascii_digit())
        });
        assert!(is_recorded || origin == "written after the documentation", "{kind}: {origin}");
    }
}

#[test]
fn the_newest_stable_version_and_its_day_are_read_of_all_ten_kinds() {
    let clients = clients();
    let bench = Bench::new(&clients);
    let output = bench.update(&clients.keys().map(String::as_str).collect::<Vec<_>>());
    assert!(output.status.success(), "{}", text(&output.stderr));
    for (kind, Client { package, own, version, day, .. }) in &clients {
        let wanted = match day {
            Some(day) => format!("{kind} ({kind} {package}): {own}, newer is {version} of {day}"),
            None => format!(
                "{kind} ({kind} {package}): {own}, newer is {version}; its day is open, the client names none"
            ),
        };
        assert_eq!(about(&output, kind), wanted);
    }
    assert!(
        text(&output.stdout)
            .ends_with("10 entries: 0 the same, 10 newer, 0 without an answer to go by\n")
    );
    let before = ENTRY.replace("KIND", "npm").replace("PACKAGE", "koa").replace("OWN", "3.2.1");
    assert_eq!(
        fs::read_to_string(bench.entry("npm")).expect("it is there"),
        before,
        "nothing is written"
    );
}

#[test]
fn writing_keeps_comments_and_order_and_dates_what_was_asked() {
    let clients = clients();
    let bench = Bench::new(&clients);
    let ids: Vec<_> = clients.keys().map(String::as_str).chain(["--write"]).collect();
    let output = bench.update(&ids);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stdout).ends_with("wrote 11 files\n"), "ten entries and catalog.toml");
    bench.check();
    let catalog = fs::read_to_string(bench.catalog().join("catalog.toml")).expect("it is there");
    let today = catalog.lines().find_map(|line| line.strip_prefix("date = ")).expect("a date");
    assert_ne!(today, "2026-01-31");
    for (kind, Client { package, own, version, day, .. }) in &clients {
        let file = fs::read_to_string(bench.entry(kind)).expect("it is there");
        let born = match day {
            Some(day) => format!(
                "born = {{ value = \"{day}\", source = \"home\", checked = {today}, note = \"Of the first day.\" }} # the day"
            ),
            None => format!(
                "born = {{ value = \"unknown\", source = \"home\", checked = {today}, note = \"The day of {version} is still to be found.\" }} # the day"
            ),
        };
        assert_eq!(fact(&file, "born"), born);
        let line = format!(
            "version = {{ value = \"{version}\", source = \"home\", checked = {today}, note = \"As its home says.\" }} # the version"
        );
        assert_eq!(fact(&file, "version"), line);
        let before = ENTRY.replace("KIND", kind).replace("PACKAGE", package).replace("OWN", own);
        let rest = |text: &str| {
            let lines = text
                .lines()
                .filter(|line| !line.starts_with("born") && !line.starts_with("version"));
            lines.map(ToOwned::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(rest(&file), rest(&before), "all else is as it was");
    }
    // The second time everything is the same, and only what the client confirms is dated.
    let again = bench.update(&ids);
    assert!(
        text(&again.stdout).contains("10 entries: 10 the same, 0 newer"),
        "{}",
        text(&again.stdout)
    );
    bench.check();
}

#[test]
fn the_same_version_is_dated_and_its_day_corrected() {
    let mut clients = clients();
    clients.retain(|kind, _| kind == "npm" || kind == "gem");
    for client in clients.values_mut() {
        client.own.clone_from(&client.version);
    }
    let bench = Bench::new(&clients);
    let output = bench.update(&["npm", "gem", "--write"]);
    assert!(about(&output, "npm").ends_with(": 3.3.0, the same; its day is 2026-11-03"));
    assert!(about(&output, "gem").ends_with(": 8.1.4.1, the same"));
    let npm = fs::read_to_string(bench.entry("npm")).expect("it is there");
    assert!(fact(&npm, "born").contains("value = \"2026-11-03\""), "{npm}");
    let gem = fs::read_to_string(bench.entry("gem")).expect("it is there");
    assert!(fact(&gem, "version").contains("checked = 20"), "{gem}");
    assert!(!fact(&gem, "born").contains("checked"), "the client says nothing of the day: {gem}");
}

#[test]
fn a_lower_version_and_one_that_cannot_be_compared_are_said_and_never_written() {
    let mut clients = clients();
    for client in clients.values_mut() {
        "99.1.0".clone_into(&mut client.own);
    }
    clients.get_mut("pip").expect("pip").own = "the newest".to_owned();
    let bench = Bench::new(&clients);
    let files =
        || clients.keys().map(|kind| fs::read_to_string(bench.entry(kind)).expect("it is there"));
    let before: Vec<_> = files().collect();
    let ids: Vec<_> = clients.keys().map(String::as_str).chain(["--write"]).collect();
    let output = bench.update(&ids);
    assert!(output.status.success(), "{}", text(&output.stderr));
    for (kind, Client { version, .. }) in &clients {
        let wanted = if kind == "pip" {
            format!("the newest cannot be compared with {version}; not written")
        } else {
            format!("99.1.0, the client knows only {version}; not written")
        };
        assert!(about(&output, kind).ends_with(&wanted), "{}", about(&output, kind));
    }
    assert_eq!(files().collect::<Vec<_>>(), before);
    assert!(text(&output.stdout).ends_with("wrote 0 files\n"));
}

#[test]
fn a_client_that_does_not_answer_is_said_and_stops_nothing_else() {
    let clients = clients();
    let ids: Vec<_> = clients.keys().map(String::as_str).collect();
    for (script, wanted) in [
        ("echo; echo 'error: no such thing' >&2; exit 1", "refused: error: no such thing"),
        ("echo 'a word'; echo 'ERROR: nothing here'; exit 1", "refused: ERROR: nothing here"),
        ("exit 7", "refused: exit status: 7"),
        ("exec sleep 30", "did not answer within 1 s"),
        ("true", "answered oddly: "),
        ("echo '<html>Please sign in</html>'", "answered oddly: "),
        ("echo '{}'; echo '[]'", "answered oddly: "),
    ] {
        for answering in [&["npm"][..], &["git", "go", "mvn", "pip"]] {
            let bench = Bench::new(&clients);
            for kind in ids.iter().filter(|kind| !answering.contains(kind)) {
                bench.program(kind, script);
            }
            let output = bench.update(&[&ids[..], &["--seconds", "1"]].concat());
            assert!(output.status.success(), "{}", text(&output.stderr));
            for kind in &ids {
                let said = about(&output, kind);
                if answering.contains(kind) {
                    assert!(said.contains("newer is"), "{said}");
                } else {
                    let is_said = said.contains(&format!("not known, `{kind}` "));
                    assert!(is_said && said.contains(wanted), "{said}");
                }
            }
        }
    }
}

#[test]
fn a_client_that_is_not_installed_is_said() {
    let clients = clients();
    for kind in clients.keys() {
        let bench = Bench::new(&clients);
        fs::remove_file(bench.programs().join(kind)).expect("it was there");
        let other = if kind == "npm" { "git" } else { "npm" };
        let output = bench.update_on(&bench.programs().display().to_string(), &[kind, other]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        let missing = if kind == "pip" { "python3" } else { kind };
        let wanted = format!("not known, `{missing}` is not installed");
        assert!(about(&output, kind).ends_with(&wanted), "{}", about(&output, kind));
        assert!(about(&output, other).contains("newer is"), "{}", about(&output, other));
    }
}

#[test]
fn pip_is_also_found_as_pip3_and_as_a_module_of_python() {
    let clients = clients();
    for (program, prefix) in [("pip3", ""), ("python3", "-m pip ")] {
        let bench = Bench::new(&clients);
        fs::remove_file(bench.programs().join("pip")).expect("it was there");
        let call = Call {
            arguments: format!("{prefix}{}", clients["pip"].call[0].arguments),
            answer: clients["pip"].call[0].answer.clone(),
        };
        bench.program(program, &script(&[call]));
        let output = bench.update_on(&bench.programs().display().to_string(), &["pip"]);
        assert!(about(&output, "pip").contains("newer is 2.25.0"), "{}", about(&output, "pip"));
    }
}

#[test]
fn other_forms_of_answers_are_read_too() {
    for (kind, answer, version) in [
        // Before Hex 2.3, and where one was retired.
        (
            "mix",
            "Config: {:phoenix, \"~> 1.8\"}\nReleases: 1.8.18 (retired), 1.8.17, 1.8.9, ...\n",
            "1.8.17",
        ),
        // The compiler can build the latest.
        ("cargo", "axum\nversion: 0.9.1\nlicense: MIT\n", "0.9.1"),
        // A tag that leads to a pre-release, and a single version.
        (
            "npm",
            "{ \"time\": { \"4.0.0-rc.1\": \"2026-11-01T00:00:00Z\", \"3.2.9\": \"2026-10-02T00:00:00Z\" }, \"dist-tags\": { \"latest\": \"4.0.0-rc.1\" } }",
            "3.2.9",
        ),
        // A name so long that the versions stand on the next line.
        (
            "mvn",
            "[INFO]   io.ktor:ktor-server-core-jvm ...\n[INFO]                              0 -> 3.6.4\n",
            "3.6.4",
        ),
        // Another word for the same.
        (
            "dotnet",
            "{ \"searchResult\": [{ \"packages\": [{ \"id\": \"microsoft.aspnetcore.app.ref\", \"latestVersion\": \"11.0.1\" }, { \"id\": \"Other\", \"version\": \"99.0.0\" }] }] }",
            "11.0.1",
        ),
    ] {
        let clients = clients();
        let bench = Bench::new(&clients);
        let arguments = clients[kind].call[0].arguments.clone();
        bench.program(kind, &script(&[Call { arguments, answer: answer.to_owned() }]));
        let output = bench.update(&[kind]);
        assert!(
            about(&output, kind).contains(&format!("newer is {version}")),
            "{}",
            about(&output, kind)
        );
    }
}

#[test]
fn an_entry_that_does_not_exist_is_an_error() {
    let bench = Bench::new(&clients());
    let output = bench.update(&["npm", "nothing", "neither"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("there is no entry neither, nothing"));
    assert!(output.stdout.is_empty());
}

/// The client that is installed understands what it is asked, and its answer is read. One that
/// cannot answer here, for want of a network or a registry, is skipped with a word.
#[test]
fn installed_clients_are_asked_for_real() {
    let clients = clients();
    let bench = Bench::new(&clients);
    let path = std::env::var("PATH").unwrap_or_default();
    let ids: Vec<_> = clients.keys().map(String::as_str).chain(["--seconds", "20"]).collect();
    let output = bench.update_on(&path, &ids);
    assert!(output.status.success(), "{}", text(&output.stderr));
    for kind in clients.keys() {
        let said = about(&output, kind);
        assert!(!said.contains("answered oddly"), "{said}");
        if said.contains("not known") {
            eprintln!("skipped: {said}");
        } else {
            assert!(!said.contains("knows only"), "the answers of the tests are newer: {said}");
            eprintln!("asked: {said}");
        }
    }
}
