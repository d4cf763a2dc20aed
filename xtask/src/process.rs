//! Runs other programs, and prints. Programs get their arguments directly, without a shell.

use std::env;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, bail};

/// A command line of Cargo: the Cargo that runs this program, in the repository.
pub(crate) fn cargo<I>(arguments: I) -> Command
where
    I: IntoIterator,
    I::Item: AsRef<OsStr>,
{
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(crate::repository::root());
    command
}

/// Runs a program to its end, with its output shown.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<()> {
    let line = line(command);
    let status = command.status().with_context(|| format!("cannot start `{line}`"))?;
    succeeded(status, &line)
}

/// Runs a program to its end, with its output shown, and calls back with each line of its standard output.
pub(crate) fn run_and_read(
    command: &mut Command,
    mut read: impl FnMut(&str),
) -> anyhow::Result<()> {
    let line = line(command);
    let child = command.stdout(Stdio::piped()).spawn();
    let mut child = child.with_context(|| format!("cannot start `{line}`"))?;
    if let Some(stdout) = child.stdout.take() {
        for bytes in BufReader::new(stdout).split(b'\n') {
            let text = String::from_utf8_lossy(&bytes?).into_owned();
            read(&text);
            print(&(text + "\n"))?;
        }
    }
    succeeded(child.wait()?, &line)
}

fn succeeded(status: ExitStatus, line: &str) -> anyhow::Result<()> {
    match status.code() {
        Some(0) => Ok(()),
        Some(code) => bail!("`{line}` ended with exit code {code}"),
        None => bail!("`{line}` was ended by a signal"),
    }
}

/// The standard output of a program; none if it does not exist or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Replaces this process by another program, so that a signal to this process reaches it.
pub(crate) fn become_program(command: &mut Command) -> anyhow::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        let error = command.exec();
        Err(error).with_context(|| format!("cannot start `{}`", line(command)))
    }
    #[cfg(not(unix))]
    {
        let status = command.status();
        let status = status.with_context(|| format!("cannot start `{}`", line(command)))?;
        std::process::exit(status.code().unwrap_or(1))
    }
}

/// Finds a program on a search path, as the system does.
pub(crate) fn find(program: &str, search: Option<&OsStr>) -> Option<PathBuf> {
    which::which_in_global(program, Some(search?)).ok()?.next()
}

/// Prints to standard output. A closed pipe is not an error.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).context("cannot write to standard output")
        }
        _ => Ok(()),
    }
}

/// Prints progress to standard error, because standard output is for results.
pub(crate) fn say(text: &str) {
    eprintln!("==> {text}");
}

/// The command line, for display.
pub(crate) fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut line = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command_line() {
        let error = run(Command::new("no-such-program").arg("--now").arg("x")).unwrap_err();
        assert!(error.to_string().contains("`no-such-program --now x`"), "{error}");
    }
}
