//! What can be asked for on the command line.
//!
//! # What this module does not do
//! It runs nothing and looks at no file: a path or a query that makes no sense is found out by the
//! command.

mod test;

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

use crate::bench::Measure;
pub(crate) use test::Test;

/// The help.
pub(crate) const USAGE: &str = "\
usage: cargo xtask <command>

  serve [--port N] [--release] [--open]   build the page, serve it, and rebuild on every change
  dist                                    the release build, in dist/
  assemble                                the last step of a build; Trunk calls it
  test [STAGE...] [--engines NAME,NAME]   everything that has to pass, or some stages of it; the page in
                                          the engines that are installed, or in those of the names
                                          chromium, firefox, webkit, all
  test --list                             the stages
  recommend QUERY [--json] [--catalog DIR]
                                          the page's own result for a link such as '?a.language=python'
  catalog check [DIR]                     everything that is wrong with the catalog
  catalog new ID [--catalog DIR]          a file for a new entry, with all that is to be filled in
  catalog fresh [--months N] [--catalog DIR]
                                          the facts by age, the oldest first
  catalog schema [DIR]                    the schemas for editors, in the catalog's folder schema/
  catalog report [DIR] [--json FILE] [--profiles N]
                                          who can be first, who nearly always is, what never matters
  catalog export [FILE] [--catalog DIR]   the whole catalog, with its sources, as JSON
  bench [PART...] [--json FILE]           bytes and times against their budgets; the parts are bytes,
                                          domain, engine and page
  bench-natively                          the native times alone, as JSON; meant to be called optimised:
                                          cargo run --profile timing -p xtask -- bench-natively
  help                                    this text
";

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Prints the help.
    Help,
    /// Serves the page.
    Serve(Serve),
    /// Builds the page for release.
    Dist,
    /// Finishes a build of Trunk's.
    Assemble,
    /// Runs stages.
    Test(Test),
    /// Prints the stages.
    ListStages,
    /// Recommends.
    Recommend(Recommend),
    /// Checks the catalog, or the one in a folder.
    Check(Option<PathBuf>),
    /// Audits what the catalog recommends.
    Report(Report),
    /// Writes the catalog as JSON.
    Export(Export),
    /// Starts an entry.
    New(New),
    /// Lists the facts by age.
    Fresh(Fresh),
    /// Writes the schemas of the catalog, or of the one in a folder.
    Schema(Option<PathBuf>),
    /// Measures.
    Bench(Bench),
    /// Prints the native times alone.
    BenchNatively,
}

/// How to serve.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Serve {
    /// The port; a free one where none is given.
    pub(crate) port: Option<u16>,
    /// Whether to build for release.
    pub(crate) release: bool,
    /// Whether to open a browser.
    pub(crate) open: bool,
}

/// What to recommend for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Recommend {
    /// A query string, or a link that has one.
    pub(crate) query: String,
    /// Whether to print JSON.
    pub(crate) json: bool,
    /// The folder of the catalog, where it is not the repository's own.
    pub(crate) catalog: Option<PathBuf>,
}

/// What to measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bench {
    /// The parts; all of them where none is named.
    pub(crate) parts: Vec<Measure>,
    /// A file to write the figures to as well.
    pub(crate) file: Option<PathBuf>,
}

/// What to audit, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Report {
    /// The folder of the catalog, where it is not the repository's own.
    pub(crate) catalog: Option<PathBuf>,
    /// The file to write it to as JSON, too.
    pub(crate) json: Option<PathBuf>,
    /// How many profiles to play out, where it is not the usual number.
    pub(crate) n_profiles: Option<u32>,
}

/// What to export, and where to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Export {
    /// The file to write; standard output where none is given.
    pub(crate) file: Option<PathBuf>,
    /// The folder of the catalog, where it is not the repository's own.
    pub(crate) catalog: Option<PathBuf>,
}

/// What entry to start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct New {
    /// Its id.
    pub(crate) id: String,
    /// The folder of the catalog, where it is not the repository's own.
    pub(crate) catalog: Option<PathBuf>,
}

/// Which facts to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fresh {
    /// How old they are at least, in whole months.
    pub(crate) months: u16,
    /// The folder of the catalog, where it is not the repository's own.
    pub(crate) catalog: Option<PathBuf>,
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// Where there is no such command, or it does not take such an argument.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let arguments: Vec<_> = arguments.collect();
    let mut parser = lexopt::Parser::from_args(arguments);
    let Some(first) = parser.next()? else {
        return Err("there is no command".into());
    };
    let name = match first {
        Short('h') | Long("help") => "help".to_owned(),
        Value(name) => name.string()?,
        other => return Err(other.unexpected()),
    };
    match name.as_str() {
        "help" => nothing_more(&mut parser, Command::Help),
        "serve" => serve(&mut parser),
        "dist" => nothing_more(&mut parser, Command::Dist),
        "assemble" => nothing_more(&mut parser, Command::Assemble),
        "test" => test::parse(&mut parser),
        "recommend" => recommend(&mut parser),
        "catalog" => catalog(&mut parser),
        "bench" => bench(&mut parser),
        "bench-natively" => nothing_more(&mut parser, Command::BenchNatively),
        other => Err(format!("there is no command '{other}'").into()),
    }
}

fn nothing_more(parser: &mut lexopt::Parser, command: Command) -> Result<Command, lexopt::Error> {
    match parser.next()? {
        None => Ok(command),
        Some(more) => Err(more.unexpected()),
    }
}

fn serve(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut options = Serve::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") | Short('p') => options.port = Some(parser.value()?.parse()?),
            Long("release") => options.release = true,
            Long("open") => options.open = true,
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Serve(options))
}

fn recommend(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut options = Recommend::default();
    let mut query = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => options.json = true,
            Long("catalog") => options.catalog = Some(parser.value()?.into()),
            Value(text) if query.is_none() => query = Some(text.string()?),
            other => return Err(other.unexpected()),
        }
    }
    let Some(query) = query else {
        return Err("recommend needs a query such as '?a.language=python'".into());
    };
    Ok(Command::Recommend(Recommend { query, ..options }))
}

fn catalog(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    let name = match parser.next()? {
        Some(Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected()),
        None => {
            let all = "check, report, new, fresh, schema or export";
            return Err(format!("catalog is followed by {all}").into());
        }
    };
    let name = name.as_str();
    let (mut path, mut folder, mut months) = (None, None, 0);
    let (mut json, mut n_profiles) = (None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") if name == "report" => json = Some(parser.value()?.into()),
            Long("profiles") if name == "report" => n_profiles = Some(parser.value()?.parse()?),
            Long("months") if name == "fresh" => months = parser.value()?.parse()?,
            Long("catalog") if matches!(name, "export" | "new" | "fresh") => {
                folder = Some(parser.value()?.into());
            }
            Value(text) if path.is_none() && name != "fresh" => path = Some(PathBuf::from(text)),
            other => return Err(other.unexpected()),
        }
    }
    match (name, path) {
        ("check", path) => Ok(Command::Check(path)),
        ("report", path) => Ok(Command::Report(Report { catalog: path, json, n_profiles })),
        ("schema", path) => Ok(Command::Schema(path)),
        ("fresh", _) => Ok(Command::Fresh(Fresh { months, catalog: folder })),
        ("export", path) => Ok(Command::Export(Export { file: path, catalog: folder })),
        ("new", Some(id)) => {
            Ok(Command::New(New { id: id.to_string_lossy().into_owned(), catalog: folder }))
        }
        ("new", None) => Err("catalog new needs the id of the entry, such as 'django'".into()),
        (other, _) => Err(format!("there is no command 'catalog {other}'").into()),
    }
}

fn bench(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut options = Bench::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => options.file = Some(parser.value()?.into()),
            Value(name) => options.parts.push(name.parse_with(measure)?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Bench(options))
}

fn measure(name: &str) -> Result<Measure, String> {
    Measure::ALL.into_iter().find(|part| part.name() == name).ok_or_else(|| {
        let names = Measure::ALL.map(Measure::name).join(", ");
        format!("nothing is measured that is called so; the parts are {names}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from)).map_err(|error| error.to_string())
    }

    #[test]
    fn each_command_takes_its_own_arguments() {
        let serve = Serve { port: Some(9000), release: true, open: false };
        assert_eq!(parsed("serve --release --port 9000"), Ok(Command::Serve(serve)));
        let open = Serve { port: None, release: false, open: true };
        assert_eq!(parsed("serve --open"), Ok(Command::Serve(open)));
        assert_eq!(parsed("catalog check data"), Ok(Command::Check(Some("data".into()))));
        assert_eq!(parsed("catalog check"), Ok(Command::Check(None)));
        let report = Report {
            catalog: Some("data".into()),
            json: Some("r.json".into()),
            n_profiles: Some(500),
        };
        assert_eq!(
            parsed("catalog report data --profiles 500 --json r.json"),
            Ok(Command::Report(report))
        );
        let export = Export { file: Some("out.json".into()), catalog: Some("data".into()) };
        assert_eq!(parsed("catalog export --catalog data out.json"), Ok(Command::Export(export)));
        let new = New { id: "axum".into(), catalog: None };
        assert_eq!(parsed("catalog new axum"), Ok(Command::New(new)));
        let fresh = Fresh { months: 6, catalog: Some("data".into()) };
        assert_eq!(parsed("catalog fresh --months 6 --catalog data"), Ok(Command::Fresh(fresh)));
        assert_eq!(parsed("catalog schema"), Ok(Command::Schema(None)));
        let bench = Bench { parts: vec![Measure::Engine], file: Some("b.json".into()) };
        assert_eq!(parsed("bench engine --json b.json"), Ok(Command::Bench(bench)));
        assert_eq!(parsed("bench"), Ok(Command::Bench(Bench::default())));
        let recommend = Recommend {
            query: "?a.language=python".into(),
            json: true,
            catalog: Some("data".into()),
        };
        assert_eq!(
            parsed("recommend ?a.language=python --json --catalog=data"),
            Ok(Command::Recommend(recommend))
        );
        assert_eq!(parsed("--help"), Ok(Command::Help));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, named) in [
            ("", "no command"),
            ("sreve", "sreve"),
            ("serve --prot 1", "--prot"),
            ("serve --port many", "many"),
            ("serve --port 70000", "70000"),
            ("test everything", "everything"),
            ("test everything", "layers"),
            ("test --engines gecko", "firefox"),
            ("recommend --json", "query"),
            ("recommend ?a ?b", "?b"),
            ("catalog", "export"),
            ("catalog chekc", "chekc"),
            ("catalog check --catalog data", "--catalog"),
            ("catalog new", "id"),
            ("catalog new a b", "b"),
            ("catalog fresh now", "now"),
            ("catalog check --months 3", "--months"),
            ("catalog check --json x", "--json"),
            ("catalog report --profiles many", "many"),
            ("dist now", "now"),
            ("bench everything", "everything"),
            ("bench everything", "engine"),
        ] {
            let error = parsed(line).expect_err(line);
            assert!(error.contains(named), "{line}: {error}");
        }
    }

    #[test]
    fn the_usage_names_every_command() {
        for command in [
            "serve",
            "dist",
            "test",
            "recommend",
            "catalog check",
            "catalog report",
            "catalog new",
            "bench",
            "help",
        ] {
            assert!(USAGE.contains(&format!("\n  {command}")), "{command}");
        }
    }
}
