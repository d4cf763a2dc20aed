//! `cargo xtask serve`: serves the page during development. Trunk serves it, as configured in
//! `Trunk.toml`.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::Context;
use clap::Args;

use crate::{process, repository, tools};

/// The port that is used if it is free.
const USUAL: u16 = 8080;

/// Build the page, serve it, and build it anew on every change
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The port [default: 8080, or a free one where that is taken]
    #[arg(short, long, value_name = "N")]
    port: Option<u16>,
    /// Build for release
    #[arg(long)]
    release: bool,
    /// Open a browser
    #[arg(long)]
    open: bool,
}

/// Serves until it is stopped.
pub(crate) fn run(options: &Arguments) -> anyhow::Result<()> {
    if repository::is_first_build() {
        process::say(
            "the first build of the page takes about a minute on two cores, once its tools are there",
        );
    }
    let mut trunk = tools::trunk()?;
    let port = match options.port {
        Some(port) => {
            bind(port).with_context(|| format!("port {port} cannot be used"))?;
            port
        }
        None => bind(USUAL).or_else(|_| bind(0)).context("there is no free port")?,
    };
    trunk.args(["serve", "--port", &port.to_string(), "--dist"]).arg(repository::served());
    if options.release {
        trunk.arg("--release");
    }
    if options.open {
        trunk.arg("--open");
    }
    process::say(&format!(
        "once it is built, the page is at http://127.0.0.1:{port}/ (stop with Ctrl+C)"
    ));
    process::become_program(&mut trunk)
}

/// Binds a port briefly, to see that it is free; 0 for any.
fn bind(port: u16) -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, port))?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_not_free() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(bind(port).is_err());
        let other = bind(0).unwrap();
        assert!(other != port && other != 0);
    }
}
