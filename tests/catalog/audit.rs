//! The audit of what a catalog recommends: it counts right, and finds what is unfair.

use std::fs;

use stackfit::authoring::audit::{
    Audit, Check, Exception, Judged, Reach, Settings, profiles, settings,
};
use stackfit::authoring::{Files, Rule};
use stackfit::domain::catalog::{Catalog, Select, Value};
use stackfit::domain::decide::{Answers, Ranking, Score, UtilityTable, rank};
use stackfit::domain::permalink::decode;

use test_support::catalogs::{SMALLEST, checked, in_repository};
use test_support::generated::generated_catalog;
use test_support::generated::vocabulary::criterion_at;

fn leaders(ranking: &Ranking) -> Vec<usize> {
    ranking.leaders().map(|ranked| ranked.alternative.index()).collect()
}

/// Each profile is ranked in full, and again without each of its answers.
#[test]
fn everything_that_is_counted_is_what_full_rankings_say() {
    let catalog = generated_catalog(9, 4);
    let table = UtilityTable::new(&catalog);
    let n = 150;
    let audit = Audit::of(&catalog, n);
    let mut n_recommending = 0;
    let mut counted = vec![(0.0, 0, 0, 0.0); catalog.alternatives.len()];
    let mut questions = vec![(0, 0); catalog.questions.len()];
    for answers in profiles(&catalog, n) {
        let first = leaders(&rank(&table, &answers));
        if first.is_empty() || answers.total_weight() == 0 {
            continue;
        }
        n_recommending += 1;
        for at in &first {
            let part = 1.0 / f64::from(u32::try_from(first.len()).unwrap());
            counted[*at].0 += part;
            counted[*at].1 += 1;
            counted[*at].2 += u32::from(first.len() == 1);
        }
        for id in table.alternatives() {
            let score = Score::of(&table, &answers, id).unwrap();
            let percent = 100.0 * f64::from(score.numerator()) / f64::from(2000 * score.weight);
            counted[id.index()].3 += percent;
        }
        for (question, _) in answers.iter() {
            let mut without = answers.clone();
            without.set(question, None);
            if without.total_weight() > 0 {
                let other = leaders(&rank(&table, &without));
                questions[question.index()].0 += 1;
                questions[question.index()].1 += u32::from(other != first);
            }
        }
    }
    assert_eq!((audit.n_profiles, audit.n_recommending), (n, n_recommending));
    let near = |one: f64, other: f64| (one - other).abs() < 1e-9;
    for (one, (share, n_first, n_alone, score)) in audit.alternatives.iter().zip(counted) {
        assert_eq!((one.n_first, one.n_alone), (n_first, n_alone), "{}", one.id);
        assert!(near(one.share, share / f64::from(n_recommending)), "{}", one.id);
        assert!(near(one.mean_score, score / f64::from(n_recommending)), "{}", one.id);
    }
    let shares: f64 = audit.alternatives.iter().map(|one| one.share).sum();
    assert!(near(shares, 1.0));
    for (one, counts) in audit.questions.iter().zip(questions) {
        assert_eq!((one.n_asked, one.n_decisive), counts, "{}", one.id);
    }
    assert_eq!(audit, Audit::of(&catalog, n), "the same profiles every time");
}

#[test]
fn profiles_are_answers_that_somebody_could_give() {
    let catalog = generated_catalog(3, 1);
    let all: Vec<Answers> = profiles(&catalog, 2_000).collect();
    let (mut n_open, mut n_given, mut n_weighty) = (0, 0, 0);
    // Of those that are a must-have at first, and of the others: must-haves, and all.
    let (mut n_conditions, mut n_musts) = ((0, 0), (0, 0));
    let mut n_chosen = [0; 33];
    for answers in &all {
        for id in catalog.question_ids() {
            let question = catalog.question(id);
            let Some(answer) = answers.get(id) else {
                n_open += 1;
                continue;
            };
            let n_options = question.options.len();
            let fitted = answer.fitted(question.select, n_options, question.can_must);
            assert_eq!(fitted, Some(answer));
            n_given += 1;
            let n = if question.is_condition() { &mut n_conditions } else { &mut n_musts };
            n.0 += usize::from(answer.musts != 0);
            n.1 += 1;
            n_weighty += usize::from(answer.importance.weight() > 1);
            if question.select != Select::One && n_options >= 4 {
                n_chosen[answer.options.count_ones() as usize] += 1;
            }
        }
    }
    let all = n_open + n_given;
    assert!((all / 5..all / 3).contains(&n_open), "about a quarter is skipped: {n_open} of {all}");
    let (n, of) = n_musts;
    assert!((of / 100..of / 20).contains(&n), "{n} of {of}");
    let (n, of) = n_conditions;
    assert!((of * 7 / 10..of * 9 / 10).contains(&n), "four in five stay one: {n} of {of}");
    assert!((n_given * 2 / 5..n_given * 3 / 5).contains(&n_weighty), "{n_weighty} of {n_given}");
    assert!(n_chosen[1] > n_chosen[2] && n_chosen[2] > n_chosen[3] && n_chosen[3] > n_chosen[4]);
    assert!(n_chosen[4] > 0 && n_chosen[5..].iter().all(|n| *n == 0));
}

/// Few profiles, so that most are never first in them although they can be.
#[test]
fn who_can_be_first_with_directed_answers_is_first_with_them() {
    let mut n_directed = 0;
    for seed in 0..8 {
        let catalog = generated_catalog(40, seed);
        let table = UtilityTable::new(&catalog);
        let audit = Audit::of(&catalog, 3);
        for (at, one) in audit.alternatives.iter().enumerate() {
            if let Reach::Directed(link) = &one.reach {
                let decoded = decode(&catalog, link);
                assert_eq!(decoded.ignored, []);
                let answers = decoded.state.answers;
                assert!(answers.total_weight() > 0);
                assert!(leaders(&rank(&table, &answers)).contains(&at), "{} with {link}", one.id);
                n_directed += 1;
            }
            assert_eq!(one.n_first > 0, one.reach == Reach::Profiles);
        }
    }
    assert!(n_directed >= 100, "{n_directed}");
}

/// A questionnaire of one question that asks for what only the first one has.
fn lopsided() -> Catalog {
    let mut catalog = generated_catalog(8, 2);
    catalog.questions.retain(|question| question.id == "back-office");
    for (at, alternative) in catalog.alternatives.iter_mut().enumerate() {
        for fact in alternative.facts.iter_mut().filter(|fact| !fact.value.is_known()) {
            fact.value = Value::Many(0);
        }
        let value = if at == 0 { Value::One(0) } else { Value::One(4) };
        alternative.facts[criterion_at("admin").index()].value = value;
    }
    catalog
}

fn found(catalog: &Catalog) -> Vec<(Check, String)> {
    let findings = Audit::of(catalog, 100).findings();
    findings.into_iter().map(|one| (one.check, one.subject)).collect()
}

#[test]
fn who_is_never_first_and_who_nearly_always_is_are_found() {
    let catalog = lopsided();
    let id = |at: usize| catalog.alternatives[at].id.to_string();
    let mut expected: Vec<_> = (1..8).map(|at| (Check::NeverFirst, id(at))).collect();
    expected.push((Check::TooOften, id(0)));
    expected.push((Check::NeverMatters, "back-office".to_owned()));
    assert_eq!(found(&catalog), expected);
}

#[test]
fn options_that_say_nothing_or_the_same_twice_are_found() {
    let mut catalog = lopsided();
    let mut again = catalog.questions[0].clone();
    again.id = "again".into();
    catalog.questions.push(again);
    let mut twice = catalog.questions[0].options[0].clone();
    twice.id = "twice".into();
    catalog.questions[0].options.push(twice);
    let alike = |subject: &str| found(&catalog).contains(&(Check::Correlated, subject.to_owned()));
    assert!(!alike("back-office.wanted back-office.twice"), "within a question that may be");
    catalog.questions[0].options.pop();
    let pair = "back-office.wanted again.wanted".to_owned();
    assert!(found(&catalog).contains(&(Check::Correlated, pair.clone())));
    // 900 and 400 are still 500 apart, 750 and 400 no longer.
    let mut with = |first: u8| {
        for (at, alternative) in catalog.alternatives.iter_mut().enumerate() {
            let value = if at == 0 { Value::One(first) } else { Value::One(3) };
            alternative.facts[criterion_at("admin").index()].value = value;
        }
        found(&catalog)
    };
    let narrow = |option: &str| (Check::Narrow, format!("{option}.wanted"));
    assert!(!with(1).iter().any(|(check, _)| *check == Check::Narrow));
    let found = with(2);
    assert!(found.contains(&narrow("back-office")) && found.contains(&narrow("again")));
}

#[test]
fn too_many_unknown_facts_are_found() {
    let mut catalog = lopsided();
    let n = catalog.criteria.len();
    let id = catalog.alternatives[2].id.to_string();
    let admin = criterion_at("admin").index();
    let others: Vec<_> = (0..n).filter(|at| *at != admin).collect();
    for at in &others[..n / 10] {
        catalog.alternatives[2].facts[*at].value = Value::Unknown;
    }
    assert!(!found(&catalog).contains(&(Check::Unknown, id.clone())), "a tenth is allowed");
    catalog.alternatives[2].facts[others[n / 10]].value = Value::Unknown;
    assert!(found(&catalog).contains(&(Check::Unknown, id)));
}

#[test]
fn an_exception_covers_its_own_finding_and_has_to_be_of_use() {
    let audit = Audit::of(&lopsided(), 100);
    let exception = |check, subject: &str| Exception {
        check,
        subject: subject.to_owned(),
        reason: "it is a test".to_owned(),
    };
    let known = exception(Check::NeverMatters, "back-office");
    let other_rule = exception(Check::Narrow, "back-office");
    let other_subject = exception(Check::NeverMatters, "front-office");
    let exceptions = [known, other_rule.clone(), other_subject.clone()];
    let judged = Judged::of(audit.findings(), &exceptions);
    assert_eq!(judged.unused, [other_rule, other_subject]);
    let [(finding, reason)] = judged.excused.as_slice() else { panic!("{:?}", judged.excused) };
    assert_eq!((finding.check, reason.as_str()), (Check::NeverMatters, "it is a test"));
    assert_eq!(judged.open.len() + 1, audit.findings().len());
    assert!(!judged.is_clean());
}

#[test]
fn settings_are_read_strictly() {
    let catalog = checked(SMALLEST).catalog;
    let read = |text: &str| {
        let mut files = Files::default();
        files.insert("audit.toml", text);
        settings(&files, &catalog)
    };
    let expected = "[expected]\ncriterion = \"size\"\nvalue = \"large\"\n";
    let sound = "[[exception]]\nrule = \"never-matters\"\nsubject = \"a\"\nreason = \"so\"\n";
    let one =
        Exception { check: Check::NeverMatters, subject: "a".to_owned(), reason: "so".to_owned() };
    let both = Settings { expected: vec!["alpha".to_owned()], exceptions: vec![one] };
    assert_eq!(read(&format!("{expected}{sound}")), Ok(both));
    let none = settings(&Files::default(), &catalog);
    assert_eq!(none, Ok(Settings::default()), "there need be no such file");
    for (text, rule) in [
        (sound.replace("never-matters", "ever-matters"), Rule::BadWord),
        (sound.replace("reason", "because"), Rule::MissingField),
        (sound.replace("reason = \"so\"", "reason = \"\""), Rule::Empty),
        (sound.replace("[[exception]]", "[[exceptions]]"), Rule::UnknownField),
        (format!("{sound}until = 2027\n"), Rule::UnknownField),
        (format!("{sound}{sound}"), Rule::Repeated),
        ("[[exception".to_owned(), Rule::Unreadable),
        (expected.replace("size", "length"), Rule::BrokenReference),
        (expected.replace("large", "huge"), Rule::UnknownTag),
        (expected.replace("value", "values"), Rule::MissingField),
    ] {
        let violations = read(&text).expect_err(&text);
        assert!(violations.iter().any(|violation| violation.rule == rule), "{violations:?}");
        assert!(violations.iter().all(|violation| violation.file == "audit.toml"));
    }
}

#[test]
fn the_smallest_catalog_can_be_audited() {
    let catalog = checked(SMALLEST).catalog;
    let audit = Audit::of(&catalog, 200);
    assert_eq!(audit.alternatives.len(), 2);
    assert!(audit.n_recommending > 100);
    let nobody = Catalog { alternatives: Vec::new(), ..catalog };
    let audit = Audit::of(&nobody, 10);
    assert_eq!((audit.n_recommending, audit.findings().len() > 2), (0, true));
}

/// Exactly as much as is allowed is allowed.
#[test]
fn the_limits_of_the_audit_are_within_it() {
    let mut audit = Audit::of(&lopsided(), 10);
    let of = |audit: &Audit, wanted: Check| {
        let findings = audit.findings().into_iter().filter(|one| one.check == wanted);
        findings.map(|one| one.subject).collect::<Vec<_>>()
    };
    let id = audit.alternatives[0].id.clone();
    audit.alternatives[0].share = 3.0 / 8.0;
    audit.alternatives[0].unknown = 0.1;
    assert!(of(&audit, Check::TooOften).is_empty() && of(&audit, Check::Unknown).is_empty());
    audit.alternatives[0].share = 3.001 / 8.0;
    audit.alternatives[0].unknown = 0.101;
    assert_eq!(of(&audit, Check::TooOften), [id.as_str()]);
    assert_eq!(of(&audit, Check::Unknown), [id.as_str()]);
}

/// So that somebody who meets a finding knows what to write.
#[test]
fn every_rule_of_the_audit_is_explained_to_those_who_edit_the_catalog() {
    let readme = fs::read_to_string(in_repository("catalog/README.md")).unwrap();
    for (id, check) in Check::ALL {
        assert_eq!(check.id(), id);
        assert!(readme.contains(&format!("`{id}`")), "catalog/README.md explains {id}");
    }
}
