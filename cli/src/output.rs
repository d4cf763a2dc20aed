//! What a command prints: results on standard output, what it does and what is wrong on standard error.

use std::io::{self, Write as _};

use anyhow::Context as _;

/// Prints to standard output. Whoever reads it may stop reading.
///
/// # Errors
/// Where it cannot be written for another reason.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).context("cannot write to standard output")
        }
        _ => Ok(()),
    }
}

/// Prints a line to standard error. Whoever reads it may stop reading, too.
pub(crate) fn say(line: &str) {
    drop(writeln!(io::stderr(), "{line}"));
}
