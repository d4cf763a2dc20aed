//! The newest stable version of a package, asked of the client of its kind.
//!
//! No address is built in: each client knows its own registry. Each is asked so that the local
//! runtime filters nothing out. A day is told only where the client names that of the very version.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;
use stackfit::authoring::{Package, PackageKind};
use stackfit::domain::catalog::Date;

use super::client::{Call, Failure};
use super::version::Version;

/// The newest stable version of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Newest {
    /// The version.
    pub(super) version: Version,
    /// Its day, if the client names it.
    pub(super) day: Option<Date>,
}

/// Asks the client of a package's kind.
pub(super) fn newest(package: &Package, limit: Duration) -> Result<Newest, Failure> {
    let name = package.name.as_str();
    match package.kind {
        PackageKind::Npm => npm(name, limit),
        PackageKind::Pip => pip(name, limit),
        PackageKind::Cargo => cargo(name, limit),
        PackageKind::Gem => gem(name, limit),
        PackageKind::Composer => composer(name, limit),
        PackageKind::Mvn => mvn(name, limit),
        PackageKind::Dotnet => dotnet(name, limit),
        PackageKind::Mix => mix(name, limit),
        PackageKind::Go => go(name, limit),
        PackageKind::Git => git(name, limit),
    }
}

/// The version that the maintainers tag as the latest; where that is a pre-release, the highest.
fn npm(name: &str, limit: Duration) -> Result<Newest, Failure> {
    #[derive(Deserialize)]
    struct Answer {
        #[serde(rename = "dist-tags", default)]
        tags: BTreeMap<String, String>,
        #[serde(default)]
        time: BTreeMap<String, String>,
    }
    let call = Call::new("npm", &["view", name, "--json", "time", "dist-tags"])?;
    let answer: Answer = json("npm", &call.run(limit)?)?;
    let stable = |text: &str| Version::stable(PackageKind::Npm, text);
    let version = answer
        .tags
        .get("latest")
        .and_then(|latest| stable(latest))
        .or_else(|| Version::newest(PackageKind::Npm, answer.time.keys().map(String::as_str)));
    let version = version.ok_or_else(|| none_stable("npm"))?;
    let day = answer.time.get(&version.text).and_then(|time| day(time));
    Ok(Newest { version, day })
}

/// pip hides what does not run on the local Python, unless told otherwise.
fn pip(name: &str, limit: Duration) -> Result<Newest, Failure> {
    let own = ["index", "versions", name, "--ignore-requires-python"];
    let module: Vec<_> = ["-m", "pip"].into_iter().chain(own).collect();
    let ways = [("pip", &own[..]), ("pip3", &own[..]), ("python3", &module)];
    let mut answer = Err(Failure::Missing("pip".to_owned()));
    for (program, arguments) in ways {
        answer = Call::new(program, arguments)?.run(limit);
        if !matches!(answer, Err(Failure::Missing(_))) {
            break;
        }
    }
    let text = answer?;
    let listed = text.lines().find_map(|line| line.strip_prefix("Available versions: "));
    let listed = listed.ok_or_else(|| odd("pip", "no list of versions"))?;
    of_list("pip", PackageKind::Pip, listed.split(", "))
}

/// Cargo prefers what the local compiler can build, and then names the latest beside it.
fn cargo(name: &str, limit: Duration) -> Result<Newest, Failure> {
    let text = Call::new("cargo", &["info", name])?.run(limit)?;
    let line = text.lines().find_map(|line| line.strip_prefix("version: "));
    let line = line.ok_or_else(|| odd("cargo", "no version"))?;
    let (own, rest) = line.split_once(' ').unwrap_or((line, ""));
    let latest = rest.strip_prefix("(latest ").and_then(|rest| rest.split(')').next());
    of_list("cargo", PackageKind::Cargo, [own].into_iter().chain(latest))
}

fn gem(name: &str, limit: Duration) -> Result<Newest, Failure> {
    let arguments = ["list", name, "--exact", "--remote", "--all"];
    let text = Call::new("gem", &arguments)?.run(limit)?;
    let listed = text.lines().find_map(|line| {
        line.strip_prefix(name)?.trim_start().strip_prefix('(')?.strip_suffix(')')
    });
    let listed = listed.ok_or_else(|| odd("gem", "no list of versions"))?;
    // After a version stand the platforms that it is built for.
    let versions = listed.split(", ").filter_map(|item| item.split(' ').next());
    of_list("gem", PackageKind::Gem, versions)
}

/// Composer names the day of installed packages only.
fn composer(name: &str, limit: Duration) -> Result<Newest, Failure> {
    #[derive(Deserialize)]
    struct Answer {
        versions: Vec<String>,
    }
    let arguments = ["show", "--available", "--format=json", "--no-interaction", name];
    let answer: Answer = json("composer", &Call::new("composer", &arguments)?.run(limit)?)?;
    of_list("composer", PackageKind::Composer, answer.versions.iter().map(String::as_str))
}

/// Maven names newer versions only for the dependencies of a project: one is made that needs
/// version 0.
fn mvn(name: &str, limit: Duration) -> Result<Newest, Failure> {
    const RULES: &str = "\
<ruleset comparisonMethod=\"maven\" xmlns=\"http://mojo.codehaus.org/versions-maven-plugin/rule/2.0.0\">
  <ignoreVersions>
    <ignoreVersion type=\"regex\">.*[a-zA-Z].*(?&lt;!\\.Final|\\.GA|\\.RELEASE)</ignoreVersion>
  </ignoreVersions>
</ruleset>
";
    let (group, artifact) = name.split_once(':').unwrap_or((name, name));
    let project = format!(
        "\
<project xmlns=\"http://maven.apache.org/POM/4.0.0\">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>newest</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>{group}</groupId>
      <artifactId>{artifact}</artifactId>
      <version>0</version>
    </dependency>
  </dependencies>
</project>
"
    );
    let arguments = [
        "--batch-mode",
        "-Dstyle.color=never",
        "org.codehaus.mojo:versions-maven-plugin:display-dependency-updates",
    ];
    let call = Call::new("mvn", &arguments)?.with_file("pom.xml", &project)?.with_address(
        "-Dmaven.version.rules=",
        "rules.xml",
        RULES,
    )?;
    let text = call.run(limit)?;
    // A long name stands on a line of its own, and the versions on the next one.
    let after = text.split_once(&format!(" {name} ")).map(|(_, after)| after);
    let version = after
        .and_then(|after| after.split_once("-> "))
        .and_then(|(_, after)| after.split_whitespace().next());
    let version = version.ok_or_else(|| odd("mvn", "no newer version than 0"))?;
    of_list("mvn", PackageKind::Mvn, [version])
}

fn dotnet(name: &str, limit: Duration) -> Result<Newest, Failure> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Answer {
        search_result: Vec<Source>,
    }
    #[derive(Deserialize)]
    struct Source {
        #[serde(default)]
        packages: Vec<Found>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Found {
        id: String,
        version: Option<String>,
        latest_version: Option<String>,
    }
    let arguments = ["package", "search", name, "--exact-match", "--format", "json"];
    let answer: Answer = json("dotnet", &Call::new("dotnet", &arguments)?.run(limit)?)?;
    let found = answer.search_result.iter().flat_map(|source| &source.packages);
    let found = found.filter(|found| found.id.eq_ignore_ascii_case(name));
    let versions = found.flat_map(|found| {
        found.version.as_deref().into_iter().chain(found.latest_version.as_deref())
    });
    of_list("dotnet", PackageKind::Dotnet, versions)
}

/// Hex lists the last releases with their days, one on a line; before version 2.3 on one line and
/// without days.
fn mix(name: &str, limit: Duration) -> Result<Newest, Failure> {
    let text = Call::new("mix", &["hex.info", name])?.run(limit)?;
    if let Some(listed) = text.lines().find_map(|line| line.strip_prefix("Releases: ")) {
        let known = listed.split(", ").filter(|item| !item.contains("(retired)"));
        return of_list("mix", PackageKind::Mix, known);
    }
    let lines = text.lines().skip_while(|line| !line.starts_with("Recent releases:")).skip(1);
    let lines = lines.take_while(|line| line.starts_with("  "));
    let mut days = BTreeMap::new();
    for line in lines.filter(|line| !line.contains("(retired)")) {
        let mut words = line.split_whitespace();
        if let Some(version) = words.next() {
            let day = words.next().and_then(|word| word.strip_prefix('(')?.strip_suffix(')'));
            days.insert(version, day.and_then(self::day));
        }
    }
    let newest = of_list("mix", PackageKind::Mix, days.keys().copied())?;
    let day = days.get(newest.version.text.as_str()).copied().flatten();
    Ok(Newest { day, ..newest })
}

/// The first answer lists the versions, the second one tells the day of the newest.
fn go(name: &str, limit: Duration) -> Result<Newest, Failure> {
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Module {
        #[serde(default)]
        versions: Vec<String>,
        time: Option<String>,
    }
    let call = Call::new("go", &["list", "-m", "-versions", "-json", name])?;
    let module: Module = json("go", &call.run(limit)?)?;
    let newest = of_list("go", PackageKind::Go, module.versions.iter().map(String::as_str))?;
    let exactly = format!("{name}@v{}", newest.version.text);
    let day = Call::new("go", &["list", "-m", "-json", &exactly])
        .and_then(|call| json::<Module>("go", &call.run(limit)?))
        .ok()
        .and_then(|module| self::day(&module.time?));
    Ok(Newest { day, ..newest })
}

fn git(name: &str, limit: Duration) -> Result<Newest, Failure> {
    let text = Call::new("git", &["ls-remote", "--tags", "--refs", "--quiet", name])?.run(limit)?;
    let tags = text.lines().filter_map(|line| line.split_once("refs/tags/")).map(|(_, tag)| tag);
    of_list("git", PackageKind::Git, tags)
}

fn of_list<'a>(
    program: &str,
    kind: PackageKind,
    versions: impl IntoIterator<Item = &'a str>,
) -> Result<Newest, Failure> {
    let version = Version::newest(kind, versions).ok_or_else(|| none_stable(program))?;
    Ok(Newest { version, day: None })
}

fn json<'a, T: Deserialize<'a>>(program: &str, text: &'a str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(|_| odd(program, "not the JSON that is expected"))
}

/// The day of a moment such as `2026-10-23T10:00:00Z`.
fn day(moment: &str) -> Option<Date> {
    moment.get(..10)?.parse().ok()
}

fn odd(program: &str, what: &'static str) -> Failure {
    Failure::Odd(program.to_owned(), what)
}

fn none_stable(program: &str) -> Failure {
    odd(program, "no stable version")
}
