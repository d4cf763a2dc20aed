//! The readers that a record is held to: a parser, a linter, a schema, and a strict reader of tables.

use std::path::PathBuf;

use boon::{Compiler, Schemas};
use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, ExtensionOptions, Options, parse_document};
use mdbook_lint_rulesets::{
    AdrRuleProvider, Document, LintEngine, PluginRegistry, StandardRuleProvider,
};
use test_support::catalogs::in_repository;

/// A heading with its level, a paragraph, an item of a list: what a reader sees of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) level: u8,
    pub(super) text: String,
    /// The targets of its links.
    pub(super) links: Vec<String>,
}

/// What a reader sees of a Markdown text, block by block, without its head.
pub(super) fn seen(markdown: &str) -> Vec<Seen> {
    let arena = Arena::new();
    let mut extension = ExtensionOptions::default();
    extension.strikethrough = true;
    extension.table = true;
    extension.autolink = true;
    extension.tasklist = true;
    extension.footnotes = true;
    extension.front_matter_delimiter = Some("---".to_owned());
    let options = Options { extension, ..Options::default() };
    let root = parse_document(&arena, markdown, &options);
    let mut all = Vec::new();
    for node in root.descendants() {
        let level = match node.data.borrow().value {
            NodeValue::Heading(heading) => heading.level,
            NodeValue::Paragraph => 0,
            _ => continue,
        };
        let mut seen = Seen { level, text: String::new(), links: Vec::new() };
        look(node, &mut seen);
        all.push(seen);
    }
    all
}

fn look<'a>(node: &'a AstNode<'a>, seen: &mut Seen) {
    for child in node.children() {
        match &child.data.borrow().value {
            NodeValue::Text(text) => seen.text.push_str(text),
            NodeValue::Code(code) => seen.text.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => seen.text.push(' '),
            NodeValue::Link(link) => seen.links.push(link.url.clone()),
            NodeValue::Strong => {}
            other => panic!("nothing of this kind was written: {other:?}"),
        }
        look(child, seen);
    }
}

/// The rules of Markdown and of decision records that a text breaks. A line may be as long as it has to be, and
/// names are those of the catalog.
pub(super) fn complaints(markdown: &str) -> Vec<String> {
    let mut registry = PluginRegistry::new();
    registry.register_provider(Box::new(StandardRuleProvider)).expect("rules");
    registry.register_provider(Box::new(AdrRuleProvider)).expect("rules");
    let engine: LintEngine = registry.create_engine().expect("an engine");
    let path = PathBuf::from("docs/decisions/use-it.md");
    let document = Document::new(markdown.to_owned(), path).expect("a document");
    let found = engine.lint_document(&document).expect("it can be read").into_iter();
    let found = found.filter(|one| !["MD013", "MD044"].contains(&one.rule_id.as_str()));
    found.map(|one| format!("{}:{} {}", one.rule_id, one.line, one.message)).collect()
}

/// The places where a record breaks its published schema.
pub(super) fn against_schema(json: &str) -> Result<(), String> {
    let path = in_repository("docs/record.schema.json");
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let path = path.to_str().expect("a path is text");
    let schema = compiler.compile(path, &mut schemas).map_err(|error| format!("{error:#}"))?;
    let value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    schemas.validate(&value, schema).map_err(|error| format!("{error:#}"))
}

/// The rows of a table, which all have the same length.
pub(super) fn rows(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(false)
        .terminator(csv::Terminator::CRLF)
        .from_reader(table.as_bytes());
    let rows = reader.records().map(|row| row.expect("it is a row of a table"));
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}
