//! The fixed part of a generated catalog: scales, criteria, facets, sort keys and 20 questions.
//!
//! It is not the shipped catalog and follows no change to it; it only has the same kinds of things.

use stackfit::domain::catalog::{
    Choice, Combine, Criterion, CriterionId, FULL, Facet, FacetTest, FacetValue, Group, Kind,
    Question, Reason, Scale, ScaleValue, Select, SortKey, Term,
};

/// Groups of criteria.
pub const GROUPS: [&str; 4] = ["identity", "parts", "running", "judgement"];

/// What a capability can be: the most first.
const PROVISION: &[&str] = &["core", "first-party", "integration", "third-party", "none"];

/// Scales: id, whether ordered, values.
const SCALES: [(&str, bool, &[&str]); 11] = [
    ("provision", true, PROVISION),
    ("language", false, &["python", "javascript", "typescript", "java", "php", "ruby", "go", "c#"]),
    ("kind", false, &["full-stack", "modular", "micro"]),
    ("licence", false, &["mit", "bsd-3-clause", "apache-2-0"]),
    (
        "feature",
        false,
        &[
            "security-defaults",
            "rapid-development",
            "proven-scale",
            "minimal-core",
            "free-choice",
            "extensions",
            "non-blocking",
            "middleware",
            "rest",
            "modules",
            "testing-kit",
            "reactive",
        ],
    ),
    (
        "use-case",
        false,
        &[
            "content-site",
            "social",
            "e-commerce",
            "rest-api",
            "prototype",
            "real-time",
            "enterprise",
            "saas",
            "serverless",
            "microservices",
        ],
    ),
    ("typing", true, &["static", "gradual", "dynamic"]),
    ("throughput", true, &["very-high", "high", "moderate", "modest"]),
    ("hosting", false, &["shared", "containers", "serverless", "edge", "native"]),
    ("learning", true, &["gentle", "moderate", "steep"]),
    ("ecosystem", true, &["very-large", "large", "medium", "small"]),
];

/// What an alternative can bring along; each is a criterion on the scale `provision`.
const PARTS: [&str; 16] = [
    "orm",
    "migrations",
    "templates",
    "caching",
    "i18n",
    "admin",
    "auth",
    "sessions",
    "validation",
    "csrf",
    "openapi",
    "websockets",
    "jobs",
    "graphql",
    "grpc",
    "testing",
];

/// All other criteria: id, scale or `text` or `date`, whether of several values, group, editorial.
const OTHERS: [(&str, &str, bool, u8, bool); 13] = [
    ("language", "language", true, 0, false),
    ("kind", "kind", false, 0, false),
    ("licence", "licence", false, 0, false),
    ("first-release", "date", false, 0, false),
    ("latest-release", "date", false, 0, false),
    ("latest-version", "text", false, 0, false),
    ("features", "feature", true, 0, false),
    ("typing", "typing", false, 2, false),
    ("throughput", "throughput", false, 2, false),
    ("hosting", "hosting", true, 2, false),
    ("uses", "use-case", true, 3, true),
    ("learning", "learning", false, 3, true),
    ("ecosystem", "ecosystem", false, 3, true),
];

/// What one option earns from: criteria, and how they combine.
type Earns<'a> = (&'a str, Combine, &'a [&'a str]);

/// The groups.
pub fn groups() -> Vec<Group> {
    GROUPS.iter().map(|id| Group { id: (*id).into(), label: label(id).into() }).collect()
}

/// The scales.
pub fn scales() -> Vec<Scale> {
    let value = |id: &&str| ScaleValue {
        id: id.replace('#', "-sharp").into(),
        label: label(id).into(),
        glyph: "".into(),
        colour: "".into(),
        means: "".into(),
        aliases: Vec::new(),
    };
    let scale = |(id, ordered, values): &(&'static str, bool, &[&str])| Scale {
        id: (*id).into(),
        ordered: *ordered,
        values: values.iter().map(value).collect(),
    };
    SCALES.iter().map(scale).collect()
}

/// The criteria.
pub fn criteria() -> Vec<Criterion> {
    let criterion = |id: &'static str, kind, group, editorial| Criterion {
        id: id.into(),
        label: label(id).into(),
        means: format!("What there is to say on {id}.").into(),
        group,
        kind,
        editorial,
        volatile: matches!(kind, Kind::Text | Kind::Date),
        newest_run: None,
        aliases: Vec::new(),
    };
    let others = OTHERS.iter().map(|(id, scale, many, group, editorial)| {
        let kind = match (*scale, many) {
            ("date", _) => Kind::Date,
            ("text", _) => Kind::Text,
            (scale, true) => Kind::Many(scale_at(scale)),
            (scale, false) => Kind::One(scale_at(scale)),
        };
        criterion(id, kind, *group, *editorial)
    });
    let parts = PARTS.iter().map(|id| criterion(id, Kind::One(0), 1, false));
    others.chain(parts).collect()
}

/// The facets: one for each of some criteria, and one over a group.
pub fn facets() -> Vec<Facet> {
    let scales = scales();
    let plain = |id: &'static str| {
        let criterion = criterion_at(id);
        let (Kind::One(scale) | Kind::Many(scale)) = criteria()[criterion.index()].kind else {
            unreachable!("only criteria with a scale are named below");
        };
        let values = scales[usize::from(scale)].values.iter().enumerate();
        let values = values.map(|(at, value)| FacetValue {
            id: value.id.clone(),
            label: value.label.clone(),
            test: FacetTest { criterion, any: 1 << at },
        });
        Facet { id: id.into(), label: label(id).into(), is_hidden: false, values: values.collect() }
    };
    let included = PARTS.iter().map(|id| FacetValue {
        id: (*id).into(),
        label: label(id).into(),
        test: FacetTest { criterion: criterion_at(id), any: 0b11 },
    });
    let included = Facet {
        id: "included".into(),
        label: "In the box".into(),
        is_hidden: false,
        values: included.collect(),
    };
    let plain = ["language", "kind", "uses", "features", "hosting", "learning"].map(plain);
    plain.into_iter().chain([included]).collect()
}

/// The sort keys: two dates and two ordered scales, up and down.
pub fn sorts() -> Vec<SortKey> {
    let keys = [
        ("newest-release", "latest-release", true),
        ("oldest", "first-release", false),
        ("easiest", "learning", true),
        ("slowest", "throughput", false),
    ];
    let key = |(id, criterion, descending): (&'static str, &str, bool)| SortKey {
        id: id.into(),
        label: label(id).into(),
        criterion: criterion_at(criterion),
        descending,
    };
    keys.map(key).into()
}

/// Twenty questions; no criterion feeds two.
pub fn questions() -> Vec<Question> {
    use Combine::{Max, Mean};
    use Select::{All, Any, One};
    let parts: [(&str, Select, u16, &[Earns<'_>]); 10] = [
        (
            "data",
            All,
            750,
            &[("store", Mean, &["orm", "migrations"]), ("cache", Max, &["caching"])],
        ),
        ("pages", All, 750, &[("html", Max, &["templates"]), ("tongues", Max, &["i18n"])]),
        ("back-office", One, 1000, &[("wanted", Max, &["admin"])]),
        ("accounts", All, 0, &[("log-in", Max, &["auth"]), ("sessions", Max, &["sessions"])]),
        ("safety", All, 750, &[("input", Max, &["validation"]), ("forgery", Max, &["csrf"])]),
        ("description", One, 0, &[("wanted", Max, &["openapi"])]),
        ("live", Any, 500, &[("sockets", Max, &["websockets"])]),
        ("queue", One, 500, &[("wanted", Max, &["jobs"])]),
        ("protocols", Any, 1000, &[("graph", Max, &["graphql"]), ("rpc", Max, &["grpc"])]),
        ("checks", One, 0, &[("wanted", Max, &["testing"])]),
    ];
    let of_parts = parts.map(|(id, select, must_at, options)| {
        let options = options.iter().map(|(id, combine, criteria)| {
            let provision = vec![1000, 900, 750, 400, 0];
            let term = |criterion: &&str| Term {
                criterion: criterion_at(criterion),
                table: provision.clone(),
                otherwise: 0,
            };
            choice(id, *combine, criteria.iter().map(term).collect())
        });
        question(id, select, must_at, options.collect())
    });
    let scaled: [(&'static str, Select, u16); 10] = [
        ("language", Any, 1000),
        ("uses", All, 0),
        ("kind", One, 1000),
        ("typing", One, 500),
        ("throughput", One, 0),
        ("hosting", All, 1000),
        ("learning", One, 0),
        ("ecosystem", One, 750),
        ("licence", Any, 1000),
        ("features", All, 1000),
    ];
    let of_scales = scaled.map(|(id, select, must_at)| {
        let criterion = criterion_at(id);
        let (Kind::One(scale) | Kind::Many(scale)) = criteria()[criterion.index()].kind else {
            unreachable!("only criteria with a scale are named above");
        };
        let (_, ordered, values) = SCALES[usize::from(scale)];
        let options = values.iter().enumerate().map(|(wanted, id)| {
            let earns = |at: usize| match at.abs_diff(wanted) {
                0 => FULL,
                1 if ordered => 600,
                2 if ordered => 150,
                _ => 0,
            };
            let table = (0..values.len()).map(earns).collect();
            choice(&id.replace('#', "-sharp"), Max, vec![Term { criterion, table, otherwise: 0 }])
        });
        question(id, select, must_at, options.collect())
    });
    of_scales.into_iter().chain(of_parts).collect()
}

/// A question; `must_at` 0 stands for one that cannot be a must-have.
fn question(id: &str, select: Select, must_at: u16, options: Vec<Choice>) -> Question {
    let sentence = |end: &str| format!("{{option}} {end}").into();
    Question {
        id: id.to_owned().into(),
        label: label(id).into(),
        prompt: format!("What about {id}?").into(),
        opening: "".into(),
        why: "Because it tells them apart.".into(),
        select,
        can_must: must_at > 0,
        must_at: must_at.max(1),
        // A tick is a must-have at first wherever any of several will do.
        others: if must_at > 0 && select == Select::Any { "Others too" } else { "" }.into(),
        full: "All of it.".into(),
        none: "None of it.".into(),
        options,
        groups: Vec::new(),
        reason: Reason {
            best: "".into(),
            full: sentence("comes with {by}."),
            part: sentence("in part."),
            none: sentence("is missing."),
            unknown: sentence("is not known."),
        },
    }
}

fn choice(id: &str, combine: Combine, terms: Vec<Term>) -> Choice {
    Choice {
        id: id.to_owned().into(),
        label: label(id).into(),
        explain: "In plain words.".into(),
        combine,
        terms,
    }
}

fn label(id: &str) -> String {
    let mut letters = id.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).map(|c| if c == '-' { ' ' } else { c }).collect()
}

fn scale_at(id: &str) -> u8 {
    let at = SCALES.iter().position(|(known, ..)| *known == id).expect("a scale of SCALES");
    u8::try_from(at).expect("few scales")
}

/// The position of a criterion.
pub fn criterion_at(id: &str) -> CriterionId {
    let ids = OTHERS.iter().map(|(id, ..)| *id).chain(PARTS);
    let at = ids.into_iter().position(|known| known == id).expect("a criterion of this file");
    CriterionId(u8::try_from(at).expect("few criteria"))
}
