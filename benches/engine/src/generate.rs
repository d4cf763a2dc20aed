//! Generated catalogs of any size: twenty questions with four options each, eight facets, and facts
//! of which one in twelve is not known.
//!
//! The same size gives the same catalog everywhere and always.
//!
//! The catalogs do not resemble the real one; they exercise every kind of criterion, question and
//! facet.

use stackfit::domain::catalog::{
    Alternative, Backing, Catalog, Choice, Combine, Criterion, CriterionId, Date, Dossier,
    Drawback, Evidence, FULL, Facet, FacetTest, FacetValue, Fact, Group, Kind, Question, Reason,
    Scale, ScaleValue, Select, SortKey, Source, Subject, Term, Value,
};

/// How many questions there are.
const N_QUESTIONS: u8 = 20;
/// How many options each has.
const N_OPTIONS: u8 = 4;
/// The criteria before those that the questions ask about: language, kind, features, uses, a date
/// and a text.
const N_SHOWN: u8 = 6;
/// How many of the questions' criteria are facets too.
const N_QUESTION_FACETS: u8 = 4;
/// How many values each scale has: languages, kinds, features, uses, and levels.
const SCALES: [(&str, u8); 5] =
    [("language", 12), ("kind", 3), ("feature", 24), ("use", 14), ("level", 5)];
const LEVELS: u8 = 4;

/// A catalog with some number of entries, at most 65 535.
#[must_use]
pub fn catalog(n_entries: usize) -> Catalog {
    let mut random = Random(0x5EED);
    let criteria = criteria();
    Catalog {
        subject: Subject {
            id: "generated".into(),
            title: "Generated".into(),
            intro: "A generated catalog.".into(),
            search_hint: "".into(),
            one: "entry".into(),
            many: "entries".into(),
            date: Date { year: 2026, month: 1, day: 1 },
            badges: vec![CriterionId(0), CriterionId(1)],
            lists: vec![CriterionId(2), CriterionId(3)],
            purposes: vec![CriterionId(3)],
            stop_words: Vec::new(),
            shared: None,
            ties: None,
            first_sort: None,
            folder: "entries".into(),
            repository: None,
            contest: None,
            has_marks: false,
        },
        groups: vec![Group { id: "all".into(), label: "All".into() }],
        scales: SCALES.iter().map(|(id, n_values)| scale(id, *n_values)).collect(),
        facets: facets(),
        sorts: vec![SortKey {
            id: "oldest".into(),
            label: "Oldest".into(),
            criterion: CriterionId(4),
            descending: false,
        }],
        questions: (0..N_QUESTIONS).map(|at| question(at, &mut random)).collect(),
        faqs: Vec::new(),
        alternatives: (0..n_entries).map(|at| entry(at, &criteria, &mut random)).collect(),
        former: Vec::new(),
        history: Vec::new(),
        criteria,
    }
}

/// The evidence for a generated catalog: one source and one drawback for each entry.
#[must_use]
pub fn evidence(catalog: &Catalog) -> Evidence {
    let dossiers = catalog.alternatives.iter().map(|entry| Dossier {
        site: "https://example.org/".into(),
        repository: "https://example.org/".into(),
        start: None,
        drawbacks: vec![Drawback { text: "A generated drawback.".into(), sources: vec![0] }],
        sources: vec![Source {
            title: entry.name.clone(),
            url: format!("https://example.org/{}", entry.id).into(),
            checked: catalog.subject.date,
        }],
        backings: entry
            .facts
            .iter()
            .map(|_| Backing { note: "".into(), sources: vec![0] })
            .collect(),
    });
    Evidence::new(catalog, dossiers.collect())
}

fn scale(id: &str, n_values: u8) -> Scale {
    let value = |at: u8| ScaleValue {
        id: format!("{id}-{at}").into(),
        label: format!("{} {at}", word(u64::from(at) * 7919 + id.len() as u64)).into(),
        glyph: "".into(),
        colour: "".into(),
        means: "".into(),
        aliases: Vec::new(),
    };
    Scale {
        id: id.to_owned().into(),
        ordered: id == "level",
        values: (0..n_values).map(value).collect(),
    }
}

fn criteria() -> Vec<Criterion> {
    let shown = [
        ("language", Kind::Many(0)),
        ("kind", Kind::One(1)),
        ("features", Kind::Many(2)),
        ("uses", Kind::Many(3)),
        ("since", Kind::Date),
        ("version", Kind::Text),
    ];
    let named = |id: &str, kind: Kind| Criterion {
        id: id.to_owned().into(),
        label: id.to_owned().into(),
        means: "A generated criterion.".into(),
        group: 0,
        kind,
        editorial: false,
        volatile: kind == Kind::Text,
        newest_run: None,
        aliases: Vec::new(),
    };
    let asked = (0..N_QUESTIONS).map(|at| named(&format!("asked-{at}"), Kind::One(LEVELS)));
    shown.iter().map(|(id, kind)| named(id, *kind)).chain(asked).collect()
}

fn facets() -> Vec<Facet> {
    let own = [(0, 0), (1, 1), (2, 2), (3, 3)];
    let asked = (0..N_QUESTION_FACETS).map(|at| (N_SHOWN + at, usize::from(LEVELS)));
    let facet = |(criterion, scale): (u8, usize)| {
        let (name, n_values) = SCALES[scale];
        let value = |at: u8| FacetValue {
            id: format!("{name}-{at}").into(),
            label: format!("{name} {at}").into(),
            test: FacetTest { criterion: CriterionId(criterion), any: 1 << at },
        };
        Facet {
            id: format!("facet-{criterion}").into(),
            label: format!("Facet {criterion}").into(),
            is_hidden: false,
            values: (0..n_values).map(value).collect(),
        }
    };
    own.into_iter().chain(asked).map(facet).collect()
}

fn question(at: u8, random: &mut Random) -> Question {
    let select = [Select::One, Select::Any, Select::All][usize::from(at) % 3];
    let option = |option: u8, random: &mut Random| {
        let mut table: Vec<_> =
            (0..SCALES[usize::from(LEVELS)].1).map(|_| random.below(1001)).collect();
        // Some entry meets every option fully.
        table[usize::from(option)] = FULL;
        Choice {
            id: format!("option-{option}").into(),
            label: format!("Option {option}").into(),
            explain: "A generated option.".into(),
            combine: if option.is_multiple_of(2) { Combine::Max } else { Combine::Mean },
            terms: vec![Term { criterion: CriterionId(N_SHOWN + at), table, otherwise: 0 }],
        }
    };
    Question {
        id: format!("question-{at}").into(),
        label: format!("Question {at}").into(),
        prompt: "Which one?".into(),
        opening: "".into(),
        why: "A generated question.".into(),
        select,
        can_must: true,
        must_at: FULL,
        others: "".into(),
        full: "Fully.".into(),
        none: "Not at all.".into(),
        options: (0..N_OPTIONS).map(|n| option(n, random)).collect(),
        groups: Vec::new(),
        reason: Reason {
            best: "".into(),
            full: "{option} by {name}.".into(),
            part: "{option} in part.".into(),
            none: "Not {option}.".into(),
            unknown: "{option}: unknown.".into(),
        },
    }
}

fn entry(at: usize, criteria: &[Criterion], random: &mut Random) -> Alternative {
    let name = format!("{} {}", word(random.next()), word(random.next()));
    let date = Date { year: 2026, month: 1, day: 1 };
    let mut fact = |criterion: &Criterion| {
        let value = if random.below(12) == 0 { Value::Unknown } else { value(criterion, random) };
        Fact { value, by: "".into(), checked: date, of: None }
    };
    Alternative {
        id: format!("entry-{at}").into(),
        name: name.into(),
        aliases: Vec::new(),
        summary: "A generated entry.".into(),
        facts: criteria.iter().map(&mut fact).collect(),
    }
}

fn value(criterion: &Criterion, random: &mut Random) -> Value {
    let n_values = |scale: u8| SCALES[usize::from(scale)].1;
    match criterion.kind {
        Kind::One(scale) => Value::One(random.small(n_values(scale))),
        Kind::Many(scale) => {
            Value::Many((0..4).fold(0, |bits, _| bits | 1 << random.small(n_values(scale))))
        }
        Kind::Date => Value::Date(Date { year: 2000 + random.below(26), month: 0, day: 0 }),
        Kind::Text => Value::Text(format!("{}.0", random.below(20)).into()),
    }
}

/// A word of three syllables.
fn word(seed: u64) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "cor", "den", "fi", "gul", "hem", "jo", "kar", "lin", "mo", "nes", "pra", "qui",
        "ros", "tev", "zan",
    ];
    let mut random = Random(seed);
    (0..3).map(|_| SYLLABLES[usize::from(random.below(16))]).collect()
}

/// SplitMix64: short, well-known, and the same on every machine.
struct Random(u64);

#[expect(clippy::cast_possible_truncation, reason = "what is left of a division by n is below n")]
impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `n`; slightly uneven, which does not matter here.
    fn below(&mut self, n: u16) -> u16 {
        (self.next() % u64::from(n)) as u16
    }

    /// The same for a smaller integer type.
    fn small(&mut self, n: u8) -> u8 {
        (self.next() % u64::from(n)) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_size_gives_the_same_catalog_of_that_size() {
        let catalog = catalog(50);
        assert_eq!(catalog, super::catalog(50));
        assert_eq!(catalog.alternatives.len(), 50);
        assert_eq!(catalog.questions.len(), usize::from(N_QUESTIONS));
        assert!(catalog.alternatives.iter().all(|one| one.facts.len() == catalog.criteria.len()));
    }

    #[test]
    fn facts_vary_and_some_are_not_known() {
        let catalog = catalog(200);
        let of = |id: u8| catalog.alternatives.iter().map(move |one| one.fact(CriterionId(id)));
        let unknown = of(1).filter(|fact| !fact.value.is_known()).count();
        assert!((5..40).contains(&unknown), "{unknown}");
        for kind in 0..3 {
            assert!(of(1).any(|fact| fact.value.has(kind)), "{kind}");
        }
    }
}
