//! Runs the client of a kind of package: an ordinary program, so that the mirrors and credentials
//! that it is set up with hold.
//!
//! Each call runs in an empty folder, so that no local project filters what the client says, and
//! has a limit of time.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use core::fmt;

use tempfile::TempDir;
use wait_timeout::ChildExt as _;

/// What the clients are told by environment: to ask nothing, to print nothing else, and to filter
/// nothing.
const ENVIRONMENT: [(&str, &str); 9] = [
    ("CARGO_TERM_COLOR", "never"),
    ("COMPOSER_NO_INTERACTION", "1"),
    ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
    ("DOTNET_NOLOGO", "1"),
    ("GIT_TERMINAL_PROMPT", "0"),
    ("GOWORK", "off"),
    ("NO_COLOR", "1"),
    ("NO_UPDATE_NOTIFIER", "1"),
    ("PIP_DISABLE_PIP_VERSION_CHECK", "1"),
];

/// The longest excerpt of what a client says about an error.
const LONGEST: usize = 160;

/// Why a client gave no newest version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// The program is not installed.
    Missing(String),
    /// It did not end in time.
    TimedOut(String, Duration),
    /// It ended with an error.
    Refused(String, String),
    /// Its answer has another form than expected.
    Odd(String, &'static str),
    /// It could not be run or read.
    Broken(String, String),
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(program) => write!(out, "`{program}` is not installed"),
            Self::TimedOut(program, limit) => {
                write!(out, "`{program}` did not answer within {} s", limit.as_secs())
            }
            Self::Refused(program, said) => write!(out, "`{program}` refused: {said}"),
            Self::Odd(program, what) => write!(out, "`{program}` answered oddly: {what}"),
            Self::Broken(program, error) => write!(out, "`{program}` could not be run: {error}"),
        }
    }
}

/// A call of a client.
pub(super) struct Call<'a> {
    program: &'a str,
    arguments: Vec<String>,
    folder: TempDir,
}

impl<'a> Call<'a> {
    /// A call in a folder of its own.
    pub(super) fn new(program: &'a str, arguments: &[&'a str]) -> Result<Self, Failure> {
        let folder = tempfile::tempdir().map_err(|error| broken(program, &error))?;
        let arguments = arguments.iter().copied().map(ToOwned::to_owned).collect();
        Ok(Self { program, arguments, folder })
    }

    /// Puts a file into the folder.
    pub(super) fn with_file(self, name: &str, text: &str) -> Result<Self, Failure> {
        fs::write(self.folder.path().join(name), text)
            .map_err(|error| broken(self.program, &error))?;
        Ok(self)
    }

    /// Puts a file into the folder, and hands its address to the program after an option.
    pub(super) fn with_address(
        mut self,
        option: &str,
        name: &str,
        text: &str,
    ) -> Result<Self, Failure> {
        self = self.with_file(name, text)?;
        let path = self.folder.path().join(name).display().to_string().replace('\\', "/");
        let slash = if path.starts_with('/') { "" } else { "/" };
        self.arguments.push(format!("{option}file://{slash}{path}"));
        Ok(self)
    }

    /// Runs the program, and returns what it printed.
    pub(super) fn run(&self, limit: Duration) -> Result<String, Failure> {
        // The output goes to files, beside the folder of the call: a pipe could fill up, or be held
        // open by a program that the client has started.
        let outputs = tempfile::tempdir().map_err(|error| broken(self.program, &error))?;
        let path = |name: &str| outputs.path().join(name);
        let status = self.status(&path("out"), &path("err"), limit)?;
        let read = |name: &str| {
            let bytes = fs::read(path(name)).map_err(|error| broken(self.program, &error))?;
            Ok(String::from_utf8_lossy(&bytes).into_owned())
        };
        let text = read("out")?;
        if status.success() {
            return Ok(text);
        }
        let said = excerpt(&read("err")?).or_else(|| excerpt(&text));
        Err(Failure::Refused(self.program.to_owned(), said.unwrap_or_else(|| status.to_string())))
    }

    fn status(
        &self,
        out: &Path,
        err: &Path,
        limit: Duration,
    ) -> Result<std::process::ExitStatus, Failure> {
        let to = |path: &Path| File::create(path).map_err(|error| broken(self.program, &error));
        let mut child = self
            .command(self.program)
            .stdout(to(out)?)
            .stderr(to(err)?)
            .spawn()
            .or_else(|error| self.spawn_script(&error, to(out)?, to(err)?))?;
        match child.wait_timeout(limit) {
            Ok(Some(status)) => Ok(status),
            Ok(None) => {
                // It may have ended by itself in the meantime.
                drop(child.kill());
                drop(child.wait());
                Err(Failure::TimedOut(self.program.to_owned(), limit))
            }
            Err(error) => Err(broken(self.program, &error)),
        }
    }

    /// On Windows some clients are scripts, whose ending has to be named.
    fn spawn_script(
        &self,
        error: &io::Error,
        out: File,
        err: File,
    ) -> Result<std::process::Child, Failure> {
        if error.kind() != io::ErrorKind::NotFound {
            return Err(broken(self.program, error));
        }
        let missing = || Failure::Missing(self.program.to_owned());
        if cfg!(windows) {
            let script = format!("{}.cmd", self.program);
            return self.command(&script).stdout(out).stderr(err).spawn().map_err(|_| missing());
        }
        Err(missing())
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .args(&self.arguments)
            .envs(ENVIRONMENT)
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }
}

fn broken(program: &str, error: &io::Error) -> Failure {
    Failure::Broken(program.to_owned(), error.to_string())
}

/// The line that says most about an error, without colours; none if there is only empty space.
fn excerpt(said: &str) -> Option<String> {
    let plain = anstream::adapter::strip_str(said).to_string();
    let lines = || plain.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_error = |line: &&str| {
        let line = line.to_ascii_lowercase();
        line.contains("error") || line.contains("fatal")
    };
    let line = lines().find(is_error).or_else(|| lines().next())?;
    if line.chars().count() <= LONGEST {
        return Some(line.to_owned());
    }
    Some(line.chars().take(LONGEST - 1).chain(['…']).collect())
}
