//! What the shipped catalog advises for small needs, each of its kind, as somebody who knows the field
//! expects it.
//!
//! A fact that changes may change an expectation; then it is the expectation that has to be judged
//! anew, and not a utility to be moved until the test passes.

use stackfit::domain::decide::{Ranking, UtilityTable, rank};
use stackfit::domain::permalink::decode;
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

#[test]
fn ten_sentences_have_the_answer_that_the_field_gives() {
    let sentences = [
        (
            "Java functions that start at once",
            "?a.language=java&must.language=java&a.building=serverless&a.hosting=serverless&a.load=light",
            &["micronaut", "quarkus"][..],
        ),
        (
            "TypeScript back end with modules, injection and generated API docs",
            "?a.language=typescript&must.language=typescript&a.structure=modules,injection&a.box=openapi",
            &["nestjs"],
        ),
        (
            "A tiny API in Ruby",
            "?a.language=ruby&must.language=ruby&a.building=rest-api&a.size=small",
            &["sinatra"],
        ),
        (
            "A Python service around a model",
            "?a.language=python&must.language=python&a.building=rest-api&a.nearby=data-science",
            &["fastapi"],
        ),
        (
            "A content site with admin pages, in Python",
            "?a.language=python&must.language=python&a.building=content-site&a.box=admin",
            &["django"],
        ),
        (
            "A shop on shared hosting",
            "?a.building=e-commerce&a.hosting=shared&must.hosting=shared",
            &["laravel", "symfony"],
        ),
        (
            "An API on edge workers with a small bundle",
            "?a.building=rest-api&a.hosting=edge&must.hosting=edge&a.load=light",
            &["hono"],
        ),
        (
            "A bank with audit and long support on the JVM",
            "?a.building=banking&a.nearby=jvm-libraries&must.nearby=jvm-libraries&a.support=lts,dates",
            &["spring-boot"],
        ),
        (
            "An internal tool by two people who know Rails",
            "?a.language=ruby&must.language=ruby&a.building=internal-tool&a.size=small",
            &["rails"],
        ),
    ];
    for (sentence, link, expected) in sentences {
        assert_eq!(first(link), expected, "{sentence}: {link}");
    }
    let chat = "?a.building=real-time&a.connections=open&a.box=websockets&a.load=per-server";
    assert!(place(chat, "phoenix") <= 3, "a chat with very many connections, in any language");
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
    let content = "?a.building=content-site";
    assert_eq!(first(content), ["django", "laravel"], "chosen for it by most");
    assert!(place(content, "codeigniter") > place(content, "symfony"), "can do it");
}

/// Equals stay equal; the best known are on top, and the alphabet is only for equals in that too.
#[test]
fn equals_are_listed_by_how_well_known_they_are() {
    let small = first("?a.size=small&a.building=rest-api&a.learning=quick");
    assert_eq!(small, ["express", "fastapi", "echo", "gin", "sinatra", "ktor"]);
}
