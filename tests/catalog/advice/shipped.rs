//! What the shipped catalog advises for small needs, each of its kind, as somebody who knows the field
//! expects it.
//!
//! A fact that changes may change an expectation; then it is the expectation that has to be judged
//! anew, and not a utility to be moved until the test passes.

use stackfit::domain::decide::{Ranking, UtilityTable, rank, reasons};
use stackfit::domain::permalink::decode;
use stackfit::text::{Words, reason};
use test_support::catalogs::{SHIPPED, checked};

/// Those that are ranked, best first: rank and id.
fn ranked(link: &str) -> Vec<(u16, String)> {
    let catalog = checked(SHIPPED).catalog;
    let decoded = decode(&catalog, link);
    assert_eq!(decoded.ignored, [], "{link}");
    let Ranking { eligible, .. } = rank(&UtilityTable::new(&catalog), &decoded.state.answers);
    let id = |at| catalog.alternative(at).id.to_string();
    eligible.into_iter().map(|one| (one.rank, id(one.alternative))).collect()
}

/// Those that come first, as they are listed.
fn first(link: &str) -> Vec<String> {
    let first = ranked(link).into_iter().filter(|(rank, _)| *rank == 1);
    first.map(|(_, id)| id).collect()
}

/// The rank of an entry.
fn place(link: &str, id: &str) -> u16 {
    let found = ranked(link).into_iter().find(|(_, other)| other == id);
    found.unwrap_or_else(|| panic!("{id} is ranked: {link}")).0
}

/// The sentences that speak for an entry.
fn speaks_for(link: &str, id: &str) -> Vec<String> {
    let catalog = checked(SHIPPED).catalog;
    let words = Words::english(&catalog.subject);
    let answers = decode(&catalog, link).state.answers;
    let entry = catalog.alternative_ids().find(|one| catalog.alternative(*one).id == id);
    let entry = entry.unwrap_or_else(|| panic!("{id} is in the catalog"));
    let reasons = reasons(&UtilityTable::new(&catalog), &answers, entry);
    reasons.pros.iter().map(|one| reason(&catalog, &words, &answers, entry, one)).collect()
}

/// A need in a sentence, and what somebody who knows the field expects for it.
struct Sentence {
    said: &'static str,
    link: &'static str,
    /// All that come first.
    first: &'static [&'static str],
    /// An entry that is named for it, and words of the reasons in which one recognises it.
    named: &'static [(&'static str, &'static [&'static str])],
}

const SENTENCES: [Sentence; 9] = [
    Sentence {
        said: "Java functions that start at once",
        link: "?a.language=java&must.language=java&a.building=serverless&a.hosting=serverless&a.load=light",
        first: &["micronaut", "quarkus"],
        named: &[
            ("micronaut", &["Serverless: made for it", "GraalVM native image"]),
            ("quarkus", &["Serverless: made for it", "GraalVM native image"]),
        ],
    },
    Sentence {
        said: "TypeScript back end with modules, injection and generated API docs",
        link: "?a.language=typescript&must.language=typescript&a.structure=modules,injection&a.box=openapi",
        first: &["nestjs"],
        named: &[("nestjs", &["@Module classes", "Nest container", "@nestjs/swagger"])],
    },
    Sentence {
        said: "A tiny API in Ruby",
        link: "?a.language=ruby&must.language=ruby&a.building=rest-api&a.size=small",
        first: &["sinatra"],
        named: &[("sinatra", &["REST API: among the first choices", "Made for this size"])],
    },
    Sentence {
        said: "A Python service around a model",
        link: "?a.language=python&must.language=python&a.building=rest-api&a.nearby=data-science",
        first: &["fastapi"],
        named: &[("fastapi", &["REST API: among the first choices", "Data science"])],
    },
    Sentence {
        said: "A content site with admin pages, in Python",
        link: "?a.language=python&must.language=python&a.building=content-site&a.box=admin",
        first: &["django"],
        named: &[("django", &["Content site: among the first choices", "django.contrib.admin"])],
    },
    Sentence {
        said: "A shop on shared hosting",
        link: "?a.building=e-commerce&a.hosting=shared&must.hosting=shared",
        first: &["laravel", "symfony"],
        named: &[("laravel", &["Shop: one of its main uses"])],
    },
    Sentence {
        said: "An API on edge workers with a small bundle",
        link: "?a.building=rest-api&a.hosting=edge&must.hosting=edge&a.load=light",
        first: &["hono"],
        named: &[("hono", &["Edge workers: made for it", "Starting at once"])],
    },
    Sentence {
        said: "A bank with audit and long support on the JVM",
        link: "?a.building=banking&a.nearby=jvm-libraries&must.nearby=jvm-libraries&a.support=lts,dates",
        first: &["spring-boot"],
        named: &[(
            "spring-boot",
            &[
                "Banking or finance: among the first choices",
                "Libraries of the JVM",
                "Published end dates",
            ],
        )],
    },
    Sentence {
        said: "An internal tool by two people who know Rails",
        link: "?a.language=ruby&must.language=ruby&a.building=internal-tool&a.size=small",
        first: &["rails"],
        named: &[("rails", &["Internal tool: among the first choices"])],
    },
];

fn is_recognised(said: &str, link: &str, id: &str, words: &[&str]) {
    let reasons = speaks_for(link, id).join(" ");
    for word in words {
        assert!(reasons.contains(word), "{said}: {id} without {word:?}: {reasons}");
    }
}

#[test]
fn ten_sentences_have_the_answer_that_the_field_gives() {
    for Sentence { said, link, first: expected, named } in SENTENCES {
        assert_eq!(first(link), expected, "{said}: {link}");
        for (id, words) in named {
            is_recognised(said, link, id, words);
        }
    }
    let said = "A chat with very many connections, in any language";
    let chat = "?a.building=real-time&a.connections=open&a.box=websockets&a.load=per-server";
    assert!(place(chat, "phoenix") <= 3, "{said}");
    is_recognised(said, chat, "phoenix", &["Channels, Presence", "Erlang processes"]);
}

#[test]
fn a_ticked_language_is_a_condition_and_alone_a_wish() {
    let php = ranked("?a.language=php&must.language=php&a.size=small&a.learning=quick");
    let ids: Vec<_> = php.iter().map(|(_, id)| id.as_str()).collect();
    assert_eq!(ids, ["slim", "codeigniter", "laravel", "symfony"], "PHP and nothing else");
    assert!(ranked("?a.language=php&a.size=small&a.learning=quick").len() > 30, "others too");
    let java = "?a.language=java&must.language=java&a.hosting=serverless&a.load=light\
                &w.load=very-important";
    assert_eq!(first(java), ["micronaut", "quarkus"]);
}

#[test]
fn levels_say_what_everybody_in_the_field_knows() {
    let kotlin = "?a.language=kotlin&must.language=kotlin&a.building=rest-api&a.load=light";
    let spring = place(kotlin, "spring-boot");
    for id in ["ktor", "micronaut", "quarkus"] {
        assert!(place(kotlin, id) < spring, "{id} starts sooner than Spring Boot");
    }
    let edge = "?a.language=javascript&must.language=javascript&a.hosting=edge&must.hosting=edge";
    assert_eq!(first(edge), ["hono"], "made for it; the others can be made to run there");
    assert_eq!(ranked(edge).len(), 3, "possible is enough for a must-have");
    let large = "?a.language=typescript&must.language=typescript&a.size=large&a.convention=decide";
    let ids: Vec<_> = ranked(large).into_iter().map(|(_, id)| id).take(3).collect();
    assert_eq!(ids, ["nestjs", "adonisjs", "fastify"]);
    let structure = "?a.language=typescript&must.language=typescript&a.size=large\
                     &a.structure=modules,injection&a.convention=decide";
    assert_eq!(first(structure), ["nestjs"], "AdonisJS brings more, and no modules");
    let content = "?a.building=content-site";
    assert_eq!(first(content), ["django", "laravel"], "chosen for it by most");
    assert!(place(content, "codeigniter") > place(content, "symfony"), "can do it");
}

/// Equals stay equal; the best known are on top, and the alphabet is only for equals in that too.
#[test]
fn equals_are_listed_by_how_well_known_they_are() {
    let small = first("?a.size=small&a.building=rest-api&a.learning=quick");
    assert_eq!(small, ["express", "fastapi", "gin", "axum", "echo", "sinatra", "ktor"]);
}
