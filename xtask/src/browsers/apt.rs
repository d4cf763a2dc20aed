//! Installs packages on Debian and Ubuntu, without ever asking for a password.

use std::env;
use std::process::Command;

use anyhow::bail;

use crate::process;

/// Installs packages with apt, as root or if sudo needs no password.
///
/// It is no error if this is not permitted: the caller checks again for what it needs.
pub(super) fn install(packages: &[&str]) -> anyhow::Result<()> {
    let search = env::var_os("PATH");
    if process::find("apt-get", search.as_deref()).is_none() {
        return Ok(());
    }
    let is_root =
        process::output(Command::new("id").arg("-u")).is_some_and(|printed| printed.trim() == "0");
    let may_sudo = || process::output(Command::new("sudo").args(["-n", "true"])).is_some();
    if !is_root && !may_sudo() {
        return Ok(());
    }
    let names = packages.join(", ");
    process::say(&format!("installing {names} with apt-get (once)"));
    let apt = |arguments: &[&str]| {
        let mut command = Command::new(if is_root { "apt-get" } else { "sudo" });
        if !is_root {
            command.args(["-n", "apt-get"]);
        }
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        process::run(&mut command)
    };
    let all = [&["install", "-y", "--no-install-recommends"][..], packages].concat();
    // A fresh machine has no package lists, or old ones.
    if apt(&all).is_ok() || apt(&["update"]).and_then(|()| apt(&all)).is_ok() {
        return Ok(());
    }
    bail!("apt-get could not install {names}")
}
