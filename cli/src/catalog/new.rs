//! `stackfit catalog new`: writes a file for a new entry, with every field to fill in and its
//! meaning.
//!
//! It looks nothing up and guesses nothing: a placeholder stays until the author has read a source,
//! and `catalog check` reports each one that is left.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, bail, ensure};
use clap::Args;
use stackfit::authoring::{PLACEHOLDER, PackageKind, Vocabulary, is_id, limits};
use stackfit::domain::catalog::{Criterion, Date, Kind};

use super::{Folder, vocabulary};
use crate::{clock, output, repository};

/// Write a file for a new entry, with all that is to be filled in
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The id of the entry, such as 'django': lower-case letters, digits and single hyphens
    id: String,
    #[command(flatten)]
    folder: Folder,
}

/// Writes the file of a new entry.
///
/// # Errors
/// If the id is invalid or taken, or `catalog.toml` or `criteria.toml` have violations.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let vocabulary = vocabulary(arguments.folder.path())?;
    let folder = arguments.folder.path().map_or_else(repository::catalog, Path::to_owned);
    let path = write(&folder, &vocabulary, &arguments.id, clock::today())?;
    output::print(&format!(
        "wrote {path}\n\
         fill it in from top to bottom, and see what is left with `cargo stackfit catalog check`\n"
    ))
}

/// Writes the file and prints its path.
fn write(folder: &Path, known: &Vocabulary, id: &str, today: Date) -> anyhow::Result<String> {
    ensure!(
        is_id(id),
        "'{id}' is no id: lower-case letters, digits and single hyphens, starting with a letter"
    );
    let path = folder.join(&known.folder).join(format!("{id}.toml"));
    let shown = path.display().to_string();
    fs::create_dir_all(folder.join(&known.folder))
        .with_context(|| format!("cannot make the folder of {shown}"))?;
    let mut file = match File::create_new(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            bail!("{shown} is there already, and is left as it is")
        }
        Err(error) => return Err(error).with_context(|| format!("cannot write {shown}")),
    };
    file.write_all(template(known, id, today).as_bytes())
        .with_context(|| format!("cannot write {shown}"))?;
    Ok(shown)
}

/// The file.
fn template(known: &Vocabulary, id: &str, today: Date) -> String {
    let (one, todo) = (&known.one, PLACEHOLDER);
    let mut text = format!(
        "\
#:schema ../schema/entry.schema.json
# Put something in the place of each {todo}, or take the field out where it says that it may be left
# out. Comments can go once a fact is filled in. What counts as evidence: the README of the catalog.

id = \"{id}\"
name = \"{todo}\"  # as the project writes it, at most {name} characters
aliases = []  # other names that people search for
summary = \"{todo}\"  # what this {one} is, one sentence of at most {summary} characters
site = \"{todo}\"  # the address of its home page
repository = \"{todo}\"  # the address of its source code
# The project's own page of first steps, if it has one.
start = {{ title = \"{todo}\", url = \"{todo}\", checked = {today} }}
# Its package, so that `catalog update` can ask for the newest version; leave it out if there is none.
# kind: {kinds}
package = {{ kind = \"{todo}\", name = \"{todo}\" }}

# Two to four honest reasons not to choose it, each with a source; at most {note} characters.
drawbacks = [
  {{ text = \"{todo}\", source = \"{todo}\" }},
  {{ text = \"{todo}\", source = \"{todo}\" }},
]

# Every page that was read, once, with the day on which it was read. The key is yours; facts name it.
[sources]
home = {{ title = \"{todo}\", url = \"{todo}\", checked = {today} }}

# A fact names the key of its source, or a list of keys: source = [\"home\", \"docs\"].
# What nobody knows is unknown, and then says when it was looked for:
#   {{ value = \"unknown\", checked = {today}, note = \"Where you looked.\" }}
# A figure that was old when you read it says its own day: of = \"2025-04-15\", or a month, or a year.
# 'by' names what provides it, and is left out where nothing does. A 'note' of one line may be added to
# any fact; with 'none' it says where you looked.
[facts]
",
        kinds = PackageKind::ALL.map(|(word, _)| word).join(", "),
        name = limits::NAME,
        summary = limits::SUMMARY,
        note = limits::NOTE,
    );
    for (at, group) in (0_u8..).zip(&known.groups) {
        let of_group = known.criteria.iter().filter(|criterion| criterion.group == at);
        for (n, criterion) in of_group.enumerate() {
            if n == 0 {
                let _ = write!(text, "\n# ---- {}\n", group.label);
            }
            fact(&mut text, known, criterion);
        }
    }
    text
}

fn fact(text: &mut String, known: &Vocabulary, criterion: &Criterion) {
    let todo = PLACEHOLDER;
    let _ = write!(text, "\n# {}: {}\n", criterion.label, criterion.means);
    let form = match criterion.kind {
        Kind::One(_) => "one of",
        Kind::Many(_) => "a list of any of",
        Kind::Text => "a text",
        Kind::Date => "a date: 2005-07-21, 2005-07 or 2005",
    };
    let _ = writeln!(text, "# {form}");
    for value in known.scale_of(criterion).map_or(&[][..], |scale| &scale.values) {
        let colon = if value.means.is_empty() { "" } else { ": " };
        let _ = writeln!(text, "#   {:<18} {}{colon}{}", value.id, value.label, value.means);
    }
    let value = match criterion.kind {
        Kind::Many(_) => format!("[\"{todo}\"]"),
        Kind::One(_) | Kind::Text | Kind::Date => format!("\"{todo}\""),
    };
    let _ = write!(text, "{} = {{ value = {value}", criterion.id);
    if known.is_provision(criterion) {
        let _ = write!(text, ", by = \"{todo}\"");
    }
    let _ = write!(text, ", source = \"{todo}\"");
    if criterion.newest_run.is_some() {
        let _ = write!(text, ", of = \"{todo}\"");
    }
    if criterion.editorial {
        let _ = write!(text, ", note = \"{todo}\"");
    }
    text.push_str(" }");
    if criterion.editorial {
        text.push_str("  # the editors' view: the note says why, by the rubric");
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use stackfit::authoring::{self, Files, Rule};

    use super::*;

    fn today() -> Date {
        vocabulary(None).unwrap().date
    }

    #[test]
    fn a_new_file_breaks_no_rule_but_that_of_placeholders_and_names_each_once() {
        let known = vocabulary(None).unwrap();
        let mut files = Files::load(&repository::catalog()).unwrap();
        let path = format!("{}/newcomer.toml", known.folder);
        files.insert(&path, &template(&known, "newcomer", today()));
        let found = authoring::check(&files).expect_err("nothing is filled in yet");
        for violation in &found {
            assert_eq!(violation.rule, Rule::Placeholder, "{violation}");
            assert_eq!(violation.file, path, "{violation}");
        }
        let mut fields: Vec<_> = found.iter().map(|violation| &violation.field).collect();
        let n = fields.len();
        fields.dedup();
        assert_eq!(fields.len(), n, "each is named once");
        for criterion in &known.criteria {
            let field = format!("facts.{}.value", criterion.id);
            assert!(fields.iter().any(|known| **known == field), "{field}");
        }
        // Name, summary, two addresses, two fields each for first steps, the package and two drawbacks, and two
        // for a source.
        assert_eq!(n, known.criteria.len() + 14);
    }

    #[test]
    fn a_template_says_what_each_criterion_means_and_what_it_can_be() {
        let known = vocabulary(None).unwrap();
        let text = template(&known, "newcomer", today());
        assert!(text.starts_with("#:schema ../schema/entry.schema.json\n"));
        for criterion in &known.criteria {
            assert!(text.contains(&*criterion.label) && text.contains(&*criterion.means));
            for value in known.scale_of(criterion).map_or(&[][..], |scale| &scale.values) {
                assert!(text.contains(&format!("#   {:<18} {}", value.id, value.label)));
            }
        }
    }

    #[test]
    fn a_file_that_is_there_is_left_as_it_is() {
        let folder = std::env::temp_dir().join(format!("stackfit-new-{}", std::process::id()));
        let known = vocabulary(None).unwrap();
        write(&folder, &known, "newcomer", today()).unwrap();
        let path = folder.join(&known.folder).join("newcomer.toml");
        fs::write(&path, "mine").unwrap();
        let error = write(&folder, &known, "newcomer", today()).unwrap_err().to_string();
        assert!(error.contains("is there already"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for id in ["", "Django", "3d", "a b", "../a", "a--b", "a-", "a.b"] {
            assert!(!is_id(id), "{id}");
        }
        for id in ["django", "spring-boot", "web2py"] {
            assert!(is_id(id), "{id}");
        }
    }
}
