//! What developers type into the search, and what they look for.

use std::fs;

use stackfit::domain::browse::{CardIndex, Chosen};
use stackfit::domain::catalog::Catalog;
use stackfit::domain::decide::{Answers, UtilityTable, rank};
use toml::{Table, Value};

use crate::catalogs::in_repository;

/// The file, in the repository.
const FILE: &str = "tests/catalog/search-words.toml";

/// What is typed, and what has to be found.
#[derive(Clone, Debug)]
pub struct SearchWord {
    /// What is typed.
    pub query: String,
    /// The ids of the entries that have to be among the first ones; none if nothing has to be found.
    pub first: Vec<String>,
    /// Among how many of the first ones.
    pub among: usize,
    /// Whether nothing else may be found.
    pub only: bool,
}

impl SearchWord {
    /// All words of the file, read for a catalog with the criterion `language`.
    ///
    /// # Panics
    /// If the file cannot be read, or is not as its head says.
    #[must_use]
    pub fn all(catalog: &Catalog) -> Vec<Self> {
        let text = fs::read_to_string(in_repository(FILE)).expect("the words are there");
        let table: Table = text.parse().expect("the words are TOML");
        let words = table["word"].as_array().expect("a list of words");
        words.iter().map(|word| Self::of(catalog, word)).collect()
    }

    fn of(catalog: &Catalog, word: &Value) -> Self {
        let table = word.as_table().expect("a word is a table");
        let known = ["query", "first", "among", "language", "only"];
        assert!(table.keys().all(|key| known.contains(&key.as_str())), "{word}");
        let query = table["query"].as_str().expect("a text").to_owned();
        let first: Vec<_> = match (table.get("first"), table.get("language")) {
            (Some(Value::Array(ids)), None) => ids
                .iter()
                .map(|id| {
                    let id = id.as_str().expect("an id");
                    assert!(catalog.find_alternative(id).is_some(), "{query}: {id}");
                    id.to_owned()
                })
                .collect(),
            (None, Some(Value::String(language))) => of_language(catalog, language),
            _ => panic!("{query}: either entries or a language"),
        };
        let among = table.get("among").and_then(Value::as_integer);
        let among = among.map_or(first.len(), |n| usize::try_from(n).expect("a small number"));
        let only = table.get("only").is_some_and(|only| only.as_bool() == Some(true));
        Self { query, first, among, only }
    }

    /// The ids of what the page finds, in its order.
    #[must_use]
    pub fn found(&self, catalog: &Catalog, cards: &CardIndex) -> Vec<String> {
        let table = UtilityTable::new(catalog);
        let ranking = rank(&table, &Answers::none(catalog.questions.len()));
        let none = Chosen::none(catalog.facets.len());
        let listing = cards.list(catalog, &none, &self.query, None, &ranking);
        listing.found.iter().map(|id| catalog.alternative(*id).id.to_string()).collect()
    }

    /// The rank, from 1, of the first one that was looked for; none if there is none.
    #[must_use]
    pub fn rank(&self, found: &[String]) -> Option<usize> {
        found.iter().position(|id| self.first.contains(id)).map(|at| at + 1)
    }
}

fn of_language(catalog: &Catalog, language: &str) -> Vec<String> {
    let criterion = catalog.find_criterion("language").expect("a criterion");
    let scale = catalog.scale_of(criterion).expect("it has a scale");
    let at = scale.values.iter().position(|value| value.id == language).expect("a language");
    let at = u8::try_from(at).expect("few languages");
    let has = catalog.alternatives.iter().filter(|one| one.fact(criterion).value.has(at));
    has.map(|one| one.id.to_string()).collect()
}
