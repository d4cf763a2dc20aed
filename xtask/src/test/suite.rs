//! The stage `browser`: the suite of `tests/browser`, once in each browser.

use std::fs;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, bail};

use crate::browsers::Browser;
use crate::dist::Built;
use crate::process::{self, cargo};
use crate::repository;

/// So many failed tests run once more. When more of them fail, the page is broken.
const MOST_RERUNS: usize = 3;

/// Runs the suite in each browser, and says which tests were left out there, and which were flaky.
pub(super) fn run(built: &Built, browsers: &[Browser]) -> anyhow::Result<()> {
    // A test calls it, and would otherwise wait until it is compiled.
    process::run(&mut cargo(["build", "--quiet", "-p", "stackfit-cli"]))?;
    for browser in browsers {
        let left_out = repository::left_out(browser.engine.id());
        // Discards the record of an earlier run.
        drop(fs::remove_file(&left_out));
        let test = |threads: &str| {
            let mut test = cargo(["test", "-p", "browser-tests", "--test", "suite"]);
            test.env("RUST_TEST_THREADS", threads);
            test.env("STACKFIT_DIST", built.folder()).env("STACKFIT_LEFT_OUT", &left_out);
            // The message of a failure says where it was; frames of the async runtime would bury it.
            test.env("RUST_LIB_BACKTRACE", "0");
            browser.tell(&mut test);
            test
        };
        let start = Instant::now();
        let mut again = test("1");
        // What it leaves out is noted already.
        again.env_remove("STACKFIT_LEFT_OUT");
        // No more at once: each test has a browser of its own, and a browser has several processes.
        let flaky = passed(test("2"), again).with_context(|| browser.engine.to_string())?;
        let took = start.elapsed().as_secs();
        let left_out = fs::read_to_string(&left_out).unwrap_or_default();
        let left_out = left_out.lines().map(|line| format!("    left out: {line}\n"));
        let flaky = flaky.iter().map(|name| format!("    flaky: {name} failed and then passed\n"));
        process::print(&format!(
            "--> {} passed after {took} s\n{}",
            browser.engine,
            left_out.chain(flaky).collect::<String>()
        ))?;
    }
    Ok(())
}

/// Runs a command line of tests, and what failed once more by another one. Returns the names of the tests
/// that passed only then.
///
/// A browser on a busy machine sometimes paints or reports later than a test can foresee. What is broken
/// fails both times.
fn passed(mut test: Command, mut again: Command) -> anyhow::Result<Vec<String>> {
    process::print(&format!("--> {}\n", process::line(&test)))?;
    let mut failed = Vec::new();
    let mut is_whole = false;
    let outcome = process::run_and_read(&mut test, |line| {
        failed.extend(name_of_failed(line));
        is_whole |= line.starts_with("test result: ");
    });
    let Err(error) = outcome else { return Ok(Vec::new()) };
    // A program that was ended half-way has not run the others.
    if !is_whole || failed.is_empty() || failed.len() > MOST_RERUNS {
        return Err(error);
    }
    again.args(["--", "--exact"]).args(&failed);
    process::print(&format!("--> once more: {}\n", process::line(&again)))?;
    match process::run(&mut again) {
        Ok(()) => Ok(failed),
        Err(error) => bail!("{error:#}, for what had failed before"),
    }
}

/// The name of a test, of a line of its program that says that it failed.
fn name_of_failed(line: &str) -> Option<String> {
    let name = line.strip_prefix("test ")?.strip_suffix(" ... FAILED")?;
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_test_is_told_from_all_else() {
        let failed = name_of_failed("test browse::cards::one_opens ... FAILED");
        assert_eq!(failed.as_deref(), Some("browse::cards::one_opens"));
        for line in [
            "test browse::cards::one_opens ... ok",
            "test result: FAILED. 243 passed; 1 failed; 0 ignored",
            "failures:",
        ] {
            assert_eq!(name_of_failed(line), None, "{line}");
        }
    }

    /// A shell that prints as the tests do, and fails or not.
    #[cfg(unix)]
    fn shell(script: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        shell
    }

    #[test]
    #[cfg(unix)]
    fn what_fails_once_is_flaky_and_what_fails_twice_has_failed() {
        let failing = || {
            shell(
                "echo 'test a::b ... ok'; echo 'test a::c ... FAILED'; echo 'test result: FAILED.'
                exit 101",
            )
        };
        assert_eq!(passed(shell("echo 'test a::b ... ok'"), shell("exit 1")).unwrap(), [""; 0]);
        // The second command line is told which ones to run.
        let again = || shell("test \"$0 $*\" = '-- --exact a::c'");
        assert_eq!(passed(failing(), again()).unwrap(), ["a::c"]);
        let error = passed(failing(), shell("exit 101")).unwrap_err();
        assert!(error.to_string().ends_with("101, for what had failed before"), "{error}");
    }

    #[test]
    #[cfg(unix)]
    fn a_suite_that_fails_as_a_whole_is_not_run_again() {
        let silent = shell("exit 101");
        assert!(passed(silent, shell("exit 0")).is_err());
        let many = "for at in 1 2 3 4; do echo \"test a::$at ... FAILED\"; done
            echo 'test result: FAILED.'; exit 101";
        assert!(passed(shell(many), shell("exit 0")).is_err());
        let ended = shell("echo 'test a::c ... FAILED'; exit 101");
        assert!(passed(ended, shell("exit 0")).is_err());
    }
}
