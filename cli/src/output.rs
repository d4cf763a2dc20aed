//! Output of the commands: results on standard output, progress and errors on standard error.

use std::io::{self, Write as _};

use anyhow::Context as _;

/// Prints to standard output. A closed pipe is not an error.
///
/// # Errors
/// If writing fails for another reason.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).context("cannot write to standard output")
        }
        _ => Ok(()),
    }
}

/// Prints a line to standard error. A closed pipe is ignored here too.
pub(crate) fn say(line: &str) {
    drop(writeln!(io::stderr(), "{line}"));
}
