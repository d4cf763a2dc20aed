//! Whatever one field is replaced by: the check reports it, or keeps everything that is written.

use stackfit::authoring::{Checked, Files, cases, check};
use toml::{Table, Value as Toml};

use crate::rules::base;

/// How many of everything the files name: groups, scales, criteria, facets, sort keys, questions,
/// options, terms, common questions, entries, facts, sources, drawbacks, first steps, cases, other words of
/// entries, values and capabilities, words that a search leaves out.
fn written(files: &Files) -> [usize; 17] {
    let table = |path: &str| files.get(path).unwrap().unwrap().parse::<Table>().unwrap();
    let count =
        |table: &Table, name: &str| table.get(name).and_then(Toml::as_array).map_or(0, Vec::len);
    let all = |table: &Table, name: &str| -> Vec<Table> {
        let list = table.get(name).and_then(Toml::as_array).cloned().unwrap_or_default();
        list.into_iter().filter_map(|item| item.as_table().cloned()).collect()
    };
    let (criteria, facets) = (table("criteria.toml"), table("facets.toml"));
    let synonyms = table("synonyms.toml");
    let questions = all(&table("questions.toml"), "question");
    let options: Vec<_> = questions.iter().flat_map(|question| all(question, "option")).collect();
    let folder = table("catalog.toml")["entries"].as_str().unwrap().to_owned();
    let entries: Vec<_> = files.in_folder(&folder).map(table).collect();
    let of = |name: &str| {
        entries.iter().filter_map(|entry| entry[name].as_table()).map(Table::len).sum::<usize>()
    };
    [
        count(&criteria, "group"),
        count(&criteria, "scale"),
        count(&criteria, "criterion"),
        count(&facets, "facet"),
        count(&facets, "sort"),
        questions.len(),
        options.len(),
        options.iter().map(|option| count(option, "utility")).sum(),
        count(&table("faq.toml"), "faq"),
        entries.len(),
        of("facts"),
        of("sources"),
        entries.iter().map(|entry| count(entry, "drawbacks")).sum(),
        entries.iter().filter(|entry| entry.contains_key("start")).count(),
        count(&table("cases.toml"), "case"),
        entries.iter().map(|entry| count(entry, "aliases")).sum::<usize>()
            + all(&synonyms, "synonym").iter().map(|one| count(one, "words")).sum::<usize>(),
        count(&synonyms, "ignore"),
    ]
}

/// How many of everything a catalog has, in the order of [`written`].
fn kept(Checked { catalog, evidence, .. }: &Checked, files: &Files) -> [usize; 17] {
    let options: Vec<_> = catalog.questions.iter().flat_map(|question| &question.options).collect();
    let values = catalog.scales.iter().flat_map(|scale| &scale.values);
    [
        catalog.groups.len(),
        catalog.scales.len(),
        catalog.criteria.len(),
        catalog.facets.len(),
        catalog.sorts.len(),
        catalog.questions.len(),
        options.len(),
        options.iter().map(|option| option.terms.len()).sum(),
        catalog.faqs.len(),
        catalog.alternatives.len(),
        catalog.alternatives.iter().map(|alternative| alternative.facts.len()).sum(),
        evidence.dossiers.iter().map(|dossier| dossier.sources.len()).sum(),
        evidence.dossiers.iter().map(|dossier| dossier.drawbacks.len()).sum(),
        evidence.dossiers.iter().filter(|dossier| dossier.start.is_some()).count(),
        cases(files, catalog).expect("they were checked").len(),
        catalog.alternatives.iter().map(|entry| entry.aliases.len()).sum::<usize>()
            + catalog.criteria.iter().map(|known| known.aliases.len()).sum::<usize>()
            + values.map(|value| value.aliases.len()).sum::<usize>(),
        catalog.subject.stop_words.len(),
    ]
}

/// All ways to put one value in place of one field of a value, deep down.
fn replaced(value: &Toml, with: &Toml) -> Vec<Toml> {
    let mut all = Vec::new();
    match value {
        Toml::Table(table) => {
            for (key, inner) in table {
                let mut put = |new: Option<Toml>| {
                    let mut table = table.clone();
                    match new {
                        Some(new) => table.insert(key.clone(), new),
                        None => table.remove(key),
                    };
                    all.push(Toml::Table(table));
                };
                put(None);
                put(Some(with.clone()));
                for new in replaced(inner, with) {
                    put(Some(new));
                }
            }
        }
        Toml::Array(array) => {
            for (at, inner) in array.iter().enumerate() {
                let new = replaced(inner, with).into_iter().chain([with.clone()]);
                for new in new {
                    let mut array = array.clone();
                    array[at] = new;
                    all.push(Toml::Array(array));
                }
            }
        }
        _ => {}
    }
    all
}

/// Whatever stands in place of any one field: it is reported, or everything that is written is kept.
/// Nothing makes the check panic, and nothing makes it drop something silently.
#[test]
fn nothing_that_is_written_is_dropped_silently() {
    let others = [
        Toml::Integer(-7),
        Toml::Boolean(true),
        Toml::String(String::new()),
        Toml::String("x y".to_owned()),
        Toml::String("unknown".to_owned()),
        Toml::Array(Vec::new()),
        Toml::Array(vec![Toml::String("latin".to_owned()); 2]),
        Toml::Table(Table::new()),
    ];
    let paths = [
        "catalog.toml",
        "criteria.toml",
        "facets.toml",
        "questions.toml",
        "faq.toml",
        "synonyms.toml",
    ];
    let more = ["cases.toml", "entries/alpha.toml", "entries/beta.toml"];
    let (mut n_sound, mut n_wrong) = (0, 0);
    for path in paths.into_iter().chain(more) {
        let table = base().get(path).unwrap().unwrap().parse::<Table>().unwrap();
        for changed in others.iter().flat_map(|with| replaced(&Toml::Table(table.clone()), with)) {
            let mut files = base();
            let text = toml::to_string(&changed).expect("a table can be written");
            files.insert(path, &text);
            match check(&files) {
                Ok(checked) => {
                    assert_eq!(kept(&checked, &files), written(&files), "{path}:\n{text}");
                    n_sound += 1;
                }
                Err(all) => {
                    assert!(!all.is_empty(), "an error says what is wrong");
                    n_wrong += 1;
                }
            }
        }
    }
    assert!(n_sound > 100 && n_wrong > 1000, "{n_sound} sound and {n_wrong} wrong are few");
}
