//! Catalogs of any size, the same for the same seed.
//!
//! The facts are invented: nothing here says anything about a real framework.

pub mod vocabulary;

use stackfit::domain::catalog::{
    Alternative, Catalog, Criterion, Date, Fact, Faq, Kind, Scale, Subject, Value,
};

use self::vocabulary::{criteria, criterion_at, facets, groups, questions, scales, sorts};

use crate::rng::Rng;

/// Two letters each, so that three of them are a name that no other three give.
const SYLLABLES: [&str; 24] = [
    "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "qi", "ro", "su", "ta",
    "ve", "wi", "xo", "yu", "za", "be", "co", "du",
];

/// How many names there are.
const NAMES: usize = SYLLABLES.len().pow(3);

/// A catalog of `n` alternatives under 29 criteria, with 7 facets, 4 sort keys and 20 questions.
///
/// About one fact in twelve is not known, and about one list in twelve is empty. Names are unique,
/// also without their accents; some have several words, an accent, a `#`, a `+` or a full stop.
pub fn generated_catalog(n: usize, seed: u64) -> Catalog {
    assert!(n <= NAMES, "there are {NAMES} names");
    let mut rng = Rng::new(seed);
    let first = rng.below(NAMES);
    // A step that has no divisor in common with 24³ visits every name once.
    let places = (0..n).map(|at| (first + at * 5471) % NAMES);
    let (scales, criteria) = (scales(), criteria());
    let mut alternatives: Vec<_> =
        places.map(|place| alternative(place, &criteria, &scales, &mut rng)).collect();
    alternatives.sort_by(|one, other| one.id.cmp(&other.id));
    Catalog {
        subject: Subject {
            id: "generated".into(),
            title: "Generated things".into(),
            intro: "Invented, to be counted on.".into(),
            search_hint: "".into(),
            one: "thing".into(),
            many: "things".into(),
            date: Date { year: 2026, month: 11, day: 23 },
            badges: ["language", "kind"].map(criterion_at).into(),
            lists: ["features", "uses"].map(criterion_at).into(),
            purposes: vec![criterion_at("uses")],
            stop_words: Vec::new(),
            shared: Some(criterion_at("language")),
            ties: None,
            first_sort: None,
            folder: "entries".into(),
            repository: None,
            contest: None,
            has_marks: false,
        },
        groups: groups(),
        scales,
        criteria,
        facets: facets(),
        sorts: sorts(),
        questions: questions(),
        faqs: vec![Faq {
            id: "which".into(),
            question: "Which one?".into(),
            start: "".into(),
            answer: "{top3}.".into(),
            link: "?view=result&a.kind=micro".into(),
        }],
        alternatives,
        former: Vec::new(),
        history: Vec::new(),
    }
}

fn alternative(
    place: usize,
    criteria: &[Criterion],
    scales: &[Scale],
    rng: &mut Rng,
) -> Alternative {
    let n = SYLLABLES.len();
    let id: String = [place / n / n, place / n % n, place % n].map(|at| SYLLABLES[at]).concat();
    let name = name(&id, rng);
    let facts = criteria.iter().map(|criterion| {
        let value = value(criterion.kind, scales, rng);
        Fact {
            by: if value == Value::One(0) { format!("{name} Core").into() } else { "".into() },
            checked: Date { year: 2026, month: 11, day: 1 },
            of: None,
            value,
        }
    });
    let facts = facts.collect();
    Alternative {
        aliases: if rng.one_in(3) { vec![format!("{id}-kit").into()] } else { Vec::new() },
        summary: format!("{name} is an invented thing.").into(),
        id: id.into(),
        name: name.into(),
        facts,
    }
}

/// The id in capitals where a name has them, sometimes with what names in this field have.
fn name(id: &str, rng: &mut Rng) -> String {
    let (head, tail) = id.split_at(1);
    let plain = format!("{}{tail}", head.to_uppercase());
    match rng.below(10) {
        0 => format!("{plain}.js"),
        1 => format!("{plain}#"),
        2 => format!("{plain}++"),
        3 => format!("{plain} Boot"),
        4 => plain.replace('a', "á").replace('o', "ö").replace('e', "ě"),
        5 => plain.replace('u', "u\u{308}"),
        6 => plain.to_uppercase(),
        _ => plain,
    }
}

fn value(kind: Kind, scales: &[Scale], rng: &mut Rng) -> Value {
    if rng.one_in(12) {
        return Value::Unknown;
    }
    match kind {
        Kind::One(scale) => Value::One(rng.position(scales[usize::from(scale)].values.len())),
        Kind::Many(_) if rng.one_in(12) => Value::Many(0),
        Kind::Many(scale) => {
            let n = scales[usize::from(scale)].values.len();
            let several = 1 + rng.below(4);
            Value::Many((0..several).fold(0, |bits, _| bits | 1 << rng.below(n)))
        }
        Kind::Text => Value::Text(format!("{}.{}", rng.below(9), rng.below(20)).into()),
        Kind::Date => Value::Date(date(rng)),
    }
}

/// A date known to the year, the month or the day.
fn date(rng: &mut Rng) -> Date {
    let year = 1995 + u16::from(rng.position(31));
    let month = 1 + rng.position(12);
    let day = 1 + rng.position(28);
    match rng.below(3) {
        0 => Date { year, month: 0, day: 0 },
        1 => Date { year, month, day: 0 },
        _ => Date { year, month, day },
    }
}
