//! `stackfit record`: the record of a decision for a link, as the page's own button writes it. The library
//! makes it by the same code, so both are the same bytes for the same link and day. The link of a team has
//! the record of the team, in Markdown alone.

mod schema;

use anyhow::{anyhow, bail};
use clap::{Args, ValueEnum};
use stackfit::authoring::Checked;
use stackfit::domain::catalog::{AltId, Catalog, Date, Evidence};
use stackfit::domain::permalink;
use stackfit::domain::query;
use stackfit::domain::settings::Settings;
use stackfit::domain::state::View;
use stackfit::report::record::Format;
use stackfit::report::{Block, Explainer, Request, Section};

use crate::{catalog, clock, output};

/// Print the record of a decision for a link, to be filed in a repository
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// A query such as '?a.language=python', or a link that has one
    #[arg(required_unless_present = "schema")]
    link: Option<String>,
    /// The form of the record
    #[arg(long, value_enum, default_value_t = Form::Madr)]
    format: Form,
    /// The id of the entry that is chosen [default: that of the link, or else who is first alone]
    #[arg(long, value_name = "ID")]
    choice: Option<String>,
    /// The day of the record [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = clock::day)]
    day: Option<Date>,
    /// Print the JSON Schema of `--format json` instead
    #[arg(long, exclusive = true)]
    schema: bool,
    #[command(flatten)]
    folder: catalog::Folder,
}

/// The form of a record.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// Markdown, in the shape of MADR 4
    Madr,
    /// JSON, as docs/record.schema.json describes it
    Json,
    /// Everybody's points and the facts that the answers use, as CSV
    Csv,
    /// All facts of those that are compared, or else of the best, as CSV
    Comparison,
    /// A few lines of Markdown, for a chat or an issue
    Brief,
}

impl From<Form> for Format {
    fn from(form: Form) -> Self {
        match form {
            Form::Madr => Self::Madr,
            Form::Json => Self::Json,
            Form::Csv => Self::Csv,
            Form::Comparison => Self::Comparison,
            Form::Brief => Self::Brief,
        }
    }
}

/// Prints the record.
///
/// # Errors
/// If the catalog cannot be read or has violations, or has no such entry.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let Arguments { link: given, format, choice, day, folder, .. } = arguments;
    let Some(given) = given else {
        return output::print(&format!("{:#}\n", schema::schema()));
    };
    let Checked { catalog, evidence, .. } = catalog::load(folder.path())?;
    let today = day.unwrap_or_else(clock::today);
    output::print(&record(catalog, &evidence, given, choice.as_deref(), today, (*format).into())?)
}

fn record(
    catalog: Catalog,
    evidence: &Evidence,
    link: &str,
    choice: Option<&str>,
    today: Date,
    format: Format,
) -> anyhow::Result<String> {
    let (base, query) = permalink::address_and_query(link);
    let read = read(&catalog, &query, choice)?;
    if read.is_team && format != Format::Madr {
        bail!("the record of a team is Markdown; `stackfit team --json` prints its result as JSON");
    }
    write(catalog, evidence, base, &read.query, read.made_with, today, format)
}

/// The record of what a query shows, as the page at an address writes it.
///
/// # Errors
/// If the evidence is that of another catalog.
pub(crate) fn write(
    catalog: Catalog,
    evidence: &Evidence,
    base: &str,
    query: &str,
    made_with: Option<Date>,
    today: Date,
    format: Format,
) -> anyhow::Result<String> {
    // A clock behind the catalog's date is taken to be wrong, as in the page.
    let today = today.max(catalog.subject.date);
    let evidence = evidence.encode(&catalog);
    let explainer = Explainer::new(catalog, query, today);
    let mut explainer = explainer.at(base, move || Some(evidence.clone()));
    let section = Section::Record(format, made_with);
    let record = explainer.explain(&Request { query, section, today });
    match record.map(|record| record.blocks).as_deref() {
        Some([Block::Text(file)]) => Ok(file.text.clone()),
        _ => bail!("the evidence does not belong to the catalog"),
    }
}

/// What a link says.
struct Read {
    /// Its query with the choice, as the page would write it.
    query: String,
    /// Whether it shows a team.
    is_team: bool,
    /// The date of the catalog that it was made with, if that is another one.
    made_with: Option<Date>,
}

fn read(catalog: &Catalog, query: &str, choice: Option<&str>) -> anyhow::Result<Read> {
    let (settings, _) = Settings::decode(catalog, query);
    let catalog = settings.restricted(catalog.clone());
    let decoded = permalink::decode(&catalog, query);
    let mut state = decoded.state;
    if let Some(id) = choice {
        state.choice = Some(chosen(&catalog, id)?);
    }
    let is_team = state.view == View::Team && !state.team.is_empty();
    let query = query::merge_queries(&permalink::encode(&catalog, &state), &settings.encode());
    Ok(Read { query, is_team, made_with: decoded.made_with })
}

/// The entry that is chosen by its id.
///
/// # Errors
/// If there is no such entry.
pub(crate) fn chosen(catalog: &Catalog, id: &str) -> anyhow::Result<AltId> {
    catalog.find_alternative(id).ok_or_else(|| anyhow!("there is no entry {id} to choose"))
}

#[cfg(test)]
mod tests;
