//! WebKitGTK: its MiniBrowser, on a virtual screen, with preferences from its toolkit.
//!
//! Preferences that WebKitGTK reads only at the start cannot be changed later: [`look`] refuses
//! that.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tokio::process::Command;
use tokio::time::{Instant, sleep};

use super::{Denied, Setup};
use crate::driver::{Browser, INTERVAL, START};
use crate::look::{Look, Scheme};
use crate::settings;

/// Makes the toolbar small, because it limits how narrow the window can be.
const STYLE: &str = "* { font-size: 1px; min-width: 0; min-height: 0; margin: 0; padding: 0 }";

/// The position of the window on its screen: its corner is just above and to the left of the
/// centre, where the pointer is. Without a window manager the window under the pointer has the
/// focus.
const CORNER: (u32, u32) = (SCREEN.0 / 2 - 20, SCREEN.1 / 2 - 20);

/// The size of the screen, so that every window of the tests fits below and to the right of its
/// centre.
pub(crate) const SCREEN: (u32, u32) = (2800, 2800);

pub(super) fn driver(setup: &Setup, folder: &Path, port: u16) -> Result<Command> {
    let toolkit = folder.join("config/gtk-3.0");
    fs::create_dir_all(&toolkit)?;
    fs::write(toolkit.join("gtk.css"), STYLE)?;
    let look = setup.look;
    let animations = !look.reduced_motion;
    let own = format!("[Settings]\ngtk-enable-animations={animations}\n");
    fs::write(toolkit.join("settings.ini"), own)?;
    let theme = match look.scheme {
        Scheme::Light => "Adwaita",
        Scheme::Dark => "Adwaita:dark",
    };
    let mut command = Command::new(settings::webkit_driver());
    command
        .arg(format!("--port={port}"))
        .env("GTK_THEME", theme)
        .env("GDK_SCALE", look.zoom.to_string())
        .env("GDK_BACKEND", "x11")
        .env("LANG", "C.UTF-8")
        // No accessibility service is needed; the engine itself reports roles and names.
        .env("NO_AT_BRIDGE", "1")
        // Nothing is stored in the home folder of the user.
        .env("HOME", folder)
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("XDG_DATA_HOME", folder.join("data"))
        // A proxy address without a listener: only the loopback address can be reached.
        .env("http_proxy", "http://127.0.0.1:9")
        .env("https_proxy", "http://127.0.0.1:9")
        .env("no_proxy", "127.0.0.1")
        // Its sandbox does not start as root in a container; the tests open only their own pages.
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    Ok(command)
}

pub(super) fn capabilities(setup: &Setup) -> Value {
    let mut arguments = vec!["--automation"];
    match setup.denied {
        Denied::Nothing => {}
        Denied::Storage => arguments.extend([
            "--cookies-policy=never",
            "--enable-html5-local-storage=false",
            "--enable-html5-database=false",
        ]),
        Denied::Scripts => arguments.push("--enable-javascript=false"),
    }
    let mut options = json!({ "args": arguments });
    if let Some(browser) = settings::webkit() {
        options["binary"] = json!(browser.to_string_lossy());
    }
    // No "proxy": with a list of exceptions, WebKitGTK 2.50 reads beyond its end, and one browser
    // in twenty crashes before its driver sees it.
    json!({ "webkitgtk:browserOptions": options })
}

pub(crate) async fn look(browser: &Browser, look: Look) -> Result<()> {
    let Look { width, height, .. } = look;
    let started = Look { width, height, ..browser.setup().look };
    ensure!(look == started, "WebKitGTK was started for {started:?} and cannot change to {look:?}");
    ensure!(!look.forced_colors, "WebKitGTK knows no forced colours");
    let end = Instant::now() + START;
    let script = "return [innerWidth, innerHeight, outerWidth, outerHeight]";
    let mut set = None;
    loop {
        let seen = browser.client().execute(script, Vec::new()).await?;
        let pixels = |at: usize| seen[at].as_u64().and_then(|pixels| u32::try_from(pixels).ok());
        let sizes = [0, 1, 2, 3].map(|at| pixels(at).unwrap_or_default());
        let [inner_width, inner_height, outer_width, outer_height] = sizes;
        if (inner_width, inner_height) == (width, height) {
            return Ok(());
        }
        ensure!(Instant::now() < end, "the window is not {width} by {height}: {sizes:?}");
        // The window is resized asynchronously, and the page in it even later.
        let window = (
            width + outer_width.saturating_sub(inner_width),
            height + outer_height.saturating_sub(inner_height),
        );
        if set != Some(window) {
            let (x, y) = (CORNER.0 / look.zoom, CORNER.1 / look.zoom);
            browser.client().set_window_rect(x, y, window.0, window.1).await?;
            set = Some(window);
        }
        sleep(INTERVAL).await;
    }
}

/// The errors that the recorder in the page has noted since the last call.
pub(crate) async fn errors(browser: &Browser) -> Result<Vec<String>> {
    let script = "return (self.harnessErrors ?? []).splice(0)";
    let errors = browser.client().execute(script, Vec::new()).await?;
    let errors = errors.as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(errors.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

pub(crate) async fn picture(browser: &Browser) -> Result<Vec<u8>> {
    Ok(browser.client().screenshot().await?)
}
