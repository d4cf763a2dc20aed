//! The modules of a crate and which of them names which, read from the sources.
//!
//! A module is a file. It depends on another one where its code, or one of its imports, names something
//! that is defined there. A name is followed to its definition, through imports and re-exports; so a child
//! may take from its parent what the parent re-exports of another child.
//!
//! Not counted are: that a module declares a child; a re-export; what a module takes from its own parents,
//! because a folder is read with the file that opens it; and code for tests only. What a macro is given is
//! read for paths. A type that is used through its methods alone, and never named, is not seen.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Name, Source};

/// The modules of a crate, by their paths.
pub(super) struct Modules(BTreeMap<Name, Source>);

/// Where a name leads: the module that defines it, and whether it is that module itself.
struct Place {
    module: Name,
    is_module: bool,
}

impl Modules {
    /// The modules of some sources, each with its path: `browse/facet.rs`, `browse/mod.rs`, `lib.rs`.
    pub(super) fn of(sources: &[(String, String)]) -> Self {
        let mut modules = BTreeMap::new();
        for (path, code) in sources {
            modules.insert(module_path(path), Source::read(path, code));
        }
        Self(modules)
    }

    /// The modules that each depends on, of those that the crate has when it is not tested.
    pub(super) fn dependencies(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut all = BTreeMap::new();
        for (path, source) in self.0.iter().filter(|(path, _)| self.is_declared(path)) {
            let imported = source.imports.iter().filter(|import| !import.is_reexport);
            let imported = imported.filter(|import| import.alias.is_some());
            let imported = imported.filter_map(|import| self.follow(path, &import.target, 0));
            // A module that is imported is used by what is named of it.
            let imported = imported.filter(|place| !place.is_module);
            let named = source.used.iter().filter_map(|name| self.follow(path, name, 0));
            let named = named.filter(|place| !place.is_module);
            let others = imported.chain(named).map(|place| place.module);
            let others =
                others.filter(|module| !path.starts_with(module) && self.is_declared(module));
            all.insert(shown(path), others.map(|module| shown(&module)).collect());
        }
        all
    }

    /// The circles of modules: each a path from a module back to itself, the shortest of its circle.
    pub(super) fn circles(&self) -> Vec<Vec<String>> {
        let all = self.dependencies();
        let reachable = |from: &String| {
            let mut seen = BTreeSet::new();
            let mut left: Vec<_> = all[from].iter().collect();
            while let Some(next) = left.pop() {
                if seen.insert(next) {
                    left.extend(&all[next]);
                }
            }
            seen
        };
        let reached: BTreeMap<_, _> = all.keys().map(|from| (from, reachable(from))).collect();
        let mut done = BTreeSet::new();
        let mut circles = Vec::new();
        for start in all.keys().filter(|start| reached[start].contains(start)) {
            if done.insert(start) {
                let ring = reached[start].iter().filter(|other| reached[*other].contains(start));
                done.extend(ring);
                circles.push(shortest(&all, start));
            }
        }
        circles
    }

    /// Whether a module is a part of the crate: its parents declare it, and not for tests only.
    fn is_declared(&self, path: &[String]) -> bool {
        path.split_last().is_none_or(|(last, parent)| {
            let declares = |source: &Source| source.children.contains(last);
            self.0.get(parent).is_some_and(declares) && self.is_declared(parent)
        })
    }

    /// Follows a name that stands in a module to where it is defined; none where that is another crate.
    fn follow(&self, from: &[String], name: &[String], n_steps: usize) -> Option<Place> {
        // Imports that lead to each other do not compile, but should not hang either.
        if n_steps > 32 {
            return None;
        }
        let (first, rest) = name.split_first()?;
        let mut at = from.to_vec();
        match first.as_str() {
            "crate" => at.clear(),
            "self" => {}
            "super" => {
                at.pop()?;
            }
            _ => return self.step(&at, first, rest, n_steps),
        }
        if rest.is_empty() {
            return Some(Place { module: at, is_module: true });
        }
        if rest[0] == "super" {
            return self.follow(&at, rest, n_steps + 1);
        }
        let place = self.step(&at, &rest[0], &rest[1..], n_steps);
        // What a macro makes is in the module, though it is not seen there.
        place.or(Some(Place { module: at, is_module: false }))
    }

    /// Follows a name that a module has; none where it has no such name.
    fn step(&self, at: &[String], name: &str, rest: &[String], n_steps: usize) -> Option<Place> {
        let source = self.0.get(at)?;
        let child = [at, &[name.to_owned()]].concat();
        let is_child = self.0.contains_key(&child);
        if let (true, Some((next, rest))) = (is_child, rest.split_first()) {
            let place = self.step(&child, next, rest, n_steps + 1);
            return place.or(Some(Place { module: child, is_module: false }));
        }
        if source.items.contains(name) {
            return Some(Place { module: at.to_vec(), is_module: false });
        }
        let mut imports = source.imports.iter();
        if let Some(import) = imports.find(|import| import.alias.as_deref() == Some(name)) {
            let target = [import.target.as_slice(), rest].concat();
            return self.follow(at, &target, n_steps + 1);
        }
        if is_child {
            return Some(Place { module: child, is_module: true });
        }
        let mut globs = source.imports.iter().filter(|import| import.alias.is_none());
        globs.find_map(|import| {
            let place = self.follow(at, &import.target, n_steps + 1)?;
            self.step(&place.module, name, rest, n_steps + 1)
        })
    }
}

/// The shortest way from a module back to itself.
fn shortest(all: &BTreeMap<String, BTreeSet<String>>, start: &str) -> Vec<String> {
    let mut ways = vec![vec![start.to_owned()]];
    loop {
        let mut longer = Vec::new();
        for way in &ways {
            for next in &all[&way[way.len() - 1]] {
                let further = [way.as_slice(), core::slice::from_ref(next)].concat();
                if next == start {
                    return further;
                }
                if !way.contains(next)
                    && !longer
                        .iter()
                        .any(|other: &Vec<_>| other.ends_with(core::slice::from_ref(next)))
                {
                    longer.push(further);
                }
            }
        }
        ways = longer;
    }
}

/// The path of a module by that of its file.
fn module_path(file: &str) -> Name {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    let path = if matches!(path, "lib" | "main" | "mod") { "" } else { path };
    path.split('/').filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect()
}

fn shown(path: &[String]) -> String {
    if path.is_empty() { "crate".to_owned() } else { path.join("::") }
}

/// The circles of some made-up sources.
fn circles_of(sources: &[(&str, &str)]) -> Vec<String> {
    let owned = |(path, code): &(&str, &str)| ((*path).to_owned(), (*code).to_owned());
    let sources: Vec<_> = sources.iter().map(owned).collect();
    Modules::of(&sources).circles().iter().map(|circle| circle.join(" -> ")).collect()
}

#[test]
fn a_circle_is_found_however_it_is_named() {
    for (one, two) in [
        ("use crate::b::two; pub fn one() { two() }", "use crate::a::one; pub fn two() { one() }"),
        ("use super::b; pub fn one() { b::two() }", "pub fn two() { crate::a::one() }"),
        (
            "use super::b::*; pub struct One(Two);",
            "pub struct Two; impl Two { fn f(_: super::a::One) {} }",
        ),
        (
            "use crate::b as c; pub fn one() { println!(\"{}\", c::two()) }",
            "pub(crate) use crate::a::one; pub fn two() { one() }",
        ),
        (
            "pub trait One {} impl One for crate::b::Two {}",
            "use crate::a::One as _; pub struct Two;",
        ),
        (
            "pub mod inner { pub fn one() { super::super::b::two() } }",
            "pub fn two() { crate::a::inner::one() }",
        ),
    ] {
        let sources = [("lib.rs", "mod a; mod b;"), ("a.rs", one), ("b.rs", two)];
        assert_eq!(circles_of(&sources), ["a -> b -> a"], "{one} / {two}");
    }
}

#[test]
fn a_long_circle_is_found_once_and_by_its_shortest_way() {
    let sources = [
        ("lib.rs", "mod a; mod b; mod c; mod d;"),
        ("a.rs", "pub fn a() { crate::b::b() }"),
        ("b.rs", "pub fn b() { crate::c::c() }"),
        ("c.rs", "pub fn c() { crate::a::a(); crate::d::d() }"),
        ("d.rs", "pub fn d() { crate::b::b() }"),
    ];
    assert_eq!(circles_of(&sources), ["a -> b -> c -> a"]);
}

#[test]
fn what_goes_one_way_is_no_circle() {
    for sources in [
        // A parent that re-exports its children, which take from each other by way of it.
        &[
            ("lib.rs", "pub mod p;"),
            ("p/mod.rs", "mod a; mod b; pub use a::One; pub use b::two;"),
            ("p/a.rs", "pub struct One;"),
            ("p/b.rs", "use super::One; pub fn two(_: One) {}"),
        ][..],
        // Children that use what their parent defines.
        &[
            ("lib.rs", "mod p; pub fn f() { p::a::one() }"),
            ("p.rs", "pub mod a; pub struct Id(pub u8);"),
            ("p/a.rs", "use super::Id; pub fn one() -> Id { Id(1) }"),
        ],
        // A parent that uses its children, which use what it defines.
        &[
            ("lib.rs", "mod p;"),
            ("p/mod.rs", "mod a; pub struct Id; pub struct P(a::One);"),
            ("p/a.rs", "use super::Id; pub struct One(Id);"),
        ],
        // Tests may name what they like.
        &[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "pub fn one() {} #[cfg(test)] mod tests { use crate::b::two; }"),
            ("b.rs", "pub fn two() { crate::a::one() } #[cfg(all(test, feature = \"x\"))] mod t;"),
            ("b/t.rs", "use crate::a::one; use super::two;"),
        ],
        // A comment and a text are no code.
        &[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "/* crate::b::two */ pub const ONE: &str = \"crate::b::two\";"),
            ("b.rs", "pub const TWO: &str = crate::a::ONE;"),
        ],
    ] {
        assert_eq!(circles_of(sources), [""; 0], "{sources:?}");
    }
}

#[test]
fn a_circle_that_leads_through_a_folder_is_found() {
    let sources = [
        ("lib.rs", "mod a; mod p;"),
        ("a.rs", "pub fn one() { crate::p::two() }"),
        ("p/mod.rs", "mod b; pub use b::two; pub struct Id;"),
        ("p/b.rs", "use super::Id; pub fn two() -> Id { crate::a::one(); Id }"),
    ];
    assert_eq!(circles_of(&sources), ["a -> p::b -> a"]);
}
