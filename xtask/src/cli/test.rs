//! The arguments of `cargo xtask test`: stages, and engines for the built page.
//!
//! # What this module does not do
//! It does not look whether an engine is installed.

use lexopt::prelude::*;

use super::Command;
use crate::browsers::{Engine, Engines};
use crate::test::Stage;

/// What to test, and in which browsers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Test {
    /// The stages, in their own order; all of them where none is named.
    pub(crate) stages: Vec<Stage>,
    /// The engines for the built page.
    pub(crate) engines: Engines,
}

/// Reads the arguments after `test`.
///
/// # Errors
/// Where one is not understood.
pub(super) fn parse(parser: &mut lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut stages = Vec::new();
    let mut engines = Engines::Installed;
    let mut list = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("list") => list = true,
            Long("engines") => engines = parser.value()?.parse_with(named_engines)?,
            Value(name) => stages.push(name.parse_with(stage)?),
            other => return Err(other.unexpected()),
        }
    }
    let stages = in_order(&stages);
    Ok(if list { Command::ListStages } else { Command::Test(Test { stages, engines }) })
}

fn named_engines(names: &str) -> Result<Engines, String> {
    if names == "all" {
        return Ok(Engines::Named(Engine::ALL.to_vec()));
    }
    let engine = |name: &str| Engine::ALL.into_iter().find(|engine| engine.id() == name);
    names.split(',').map(engine).collect::<Option<_>>().map(Engines::Named).ok_or_else(|| {
        let all = Engine::ALL.map(Engine::id).join(", ");
        format!("there is no such engine; the engines are {all}, with commas between, or all")
    })
}

fn stage(name: &str) -> Result<Stage, String> {
    Stage::ALL.into_iter().find(|stage| stage.name() == name).ok_or_else(|| {
        let names = Stage::ALL.map(Stage::name).join(", ");
        format!("there is no such stage; the stages are {names}")
    })
}

/// Each stage once and in the order that finds cheap mistakes first; all of them where none is
/// named.
fn in_order(named: &[Stage]) -> Vec<Stage> {
    let wanted = |stage: &Stage| named.is_empty() || named.contains(stage);
    Stage::ALL.into_iter().filter(wanted).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::parsed;
    use super::*;

    #[test]
    fn stages_run_once_each_and_in_their_own_order() {
        let test = |stages: &[Stage]| {
            Ok(Command::Test(Test { stages: stages.to_vec(), engines: Engines::Installed }))
        };
        assert_eq!(parsed("test"), test(&Stage::ALL));
        assert_eq!(parsed("test unit fmt unit"), test(&[Stage::Fmt, Stage::Unit]));
        assert_eq!(parsed("test --list"), Ok(Command::ListStages));
    }

    #[test]
    fn the_page_is_tested_in_the_engines_that_are_named() {
        let test = |engines: &[Engine]| {
            let engines = Engines::Named(engines.to_vec());
            Ok(Command::Test(Test { stages: vec![Stage::Browser], engines }))
        };
        assert_eq!(parsed("test browser --engines all"), test(&Engine::ALL));
        let some = test(&[Engine::WebKit, Engine::Chromium]);
        assert_eq!(parsed("test --engines=webkit,chromium browser"), some);
    }
}
