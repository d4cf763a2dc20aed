//! Firefox: its preferences, and scripts that run in its own window.
//!
//! These scripts change nothing of the page itself: only its size, the reader's preferences, where
//! Tab leads from its last element, and which errors the console has.

use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tokio::process::Command;

use super::{Denied, Setup};
use crate::driver::Browser;
use crate::look::Look;
use crate::settings;

/// Makes every content process report errors that pages write to the console; by default these stay
/// in the process.
const LISTEN: &str = "window.harnessErrors = [];
    Services.ppmm.addMessageListener('harness', ({ data }) => window.harnessErrors.push(data));
    const script = `const told = (subject) => {
        const { level, filename, arguments: parts } = subject.wrappedJSObject ?? subject;
        if (level === 'error')
            Services.cpmm.sendAsyncMessage('harness', [filename, parts.map(String).join(' ')]);
    };
    Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage)
        .addLogEventListener(told, Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal))`;
    Services.ppmm.loadProcessScript(`data:,${encodeURIComponent(script)}`, true)";

/// Sets the size of the page as the browser's developer tools do, and the reader's preferences. The
/// arguments are width, height, zoom, scheme, whether motion is reduced, and whether colours are
/// forced.
const LOOK: &str = "const [width, height, zoom, scheme, reduced, forced] = arguments;
    const { style } = gBrowser.selectedBrowser;
    style.setProperty('width', `${width}px`);
    style.setProperty('height', `${height}px`);
    const { prefs } = Services;
    prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme === 'dark' ? 0 : 1);
    prefs.setIntPref('browser.display.document_color_use', forced ? 2 : 0);
    prefs.setIntPref('ui.prefersReducedMotion', reduced ? 1 : 0);
    prefs.setCharPref('layout.css.devPixelsPerPx', `${zoom}.0`)";

/// Takes the errors of pages from the console: those of the engine and of policies, and those that
/// pages write. Errors of the browser's own scripts are ignored.
const ERRORS: &str = "const isOwn = (at) => /^(resource|chrome|moz-extension):/.test(at ?? '');
    const own = ['XPConnect JavaScript', 'chrome javascript', 'system javascript',
        'component javascript', 'chrome registration'];
    const told = Services.console.getMessageArray()
        .filter((it) => it instanceof Ci.nsIScriptError && it.flags === Ci.nsIScriptError.errorFlag)
        .filter((it) => !own.includes(it.category) && !isOwn(it.sourceName))
        .map((it) => `${it.errorMessage} (${it.category}, ${it.sourceName})`);
    Services.console.reset();
    const written = window.harnessErrors.splice(0).filter(([at]) => !isOwn(at))
        .map(([at, text]) => `${text} (${at})`);
    return [...told, ...written]";

/// Removes the browser's toolbar: from the last element of a page Tab would move there, while the
/// driver still sends its keys to the page, which no longer has the focus.
const BARE: &str = "document.getElementById('navigator-toolbox').hidden = true";

pub(super) fn driver(folder: &Path) -> Command {
    let mut command = Command::new(settings::geckodriver());
    // Permits the use of the browser's own window, which the functions below need.
    command.args(["--port=0", "--allow-system-access", "--profile-root"]).arg(folder);
    // Nothing is stored in the home folder of the user.
    command.env("HOME", folder).env("MOZ_HEADLESS", "1");
    command
}

pub(super) fn capabilities(setup: &Setup) -> Value {
    let mut prefs = json!({
        "intl.accept_languages": "en-US",
        // Tab reaches all controls, as by default on all systems but one.
        "accessibility.tabfocus": 7,
        // Scrollbars have no width, so that a window width is the width of the page.
        "widget.gtk.overlay-scrollbars.enabled": true,
    });
    match setup.denied {
        Denied::Nothing => {}
        Denied::Storage => prefs["network.cookie.cookieBehavior"] = json!(2),
        Denied::Scripts => prefs["javascript.enabled"] = json!(false),
    }
    let mut options = json!({ "args": ["-headless"], "prefs": prefs });
    if let Some(firefox) = settings::firefox() {
        options["binary"] = json!(firefox.to_string_lossy());
    }
    json!({
        "moz:firefoxOptions": options,
        // A proxy address without a listener: only the loopback address can be reached.
        "proxy": { "proxyType": "manual", "httpProxy": "127.0.0.1:9", "sslProxy": "127.0.0.1:9" },
    })
}

pub(super) fn port(line: &str) -> Option<u16> {
    line.split_once("Listening on ")?.1.trim().rsplit_once(':')?.1.parse().ok()
}

/// Prepares the browser for [`errors`], with a window that is large enough for every page.
pub(crate) async fn prepare(browser: &Browser) -> Result<()> {
    browser.client().set_window_size(2600, 2200).await?;
    inside(browser, BARE, Vec::new()).await?;
    inside(browser, LISTEN, Vec::new()).await?;
    Ok(())
}

pub(crate) async fn look(browser: &Browser, look: Look) -> Result<()> {
    let Look { width, height, scheme, reduced_motion, forced_colors, zoom } = look;
    let wanted = [
        json!(width),
        json!(height),
        json!(zoom),
        json!(scheme.name()),
        json!(reduced_motion),
        json!(forced_colors),
    ];
    inside(browser, LOOK, wanted.to_vec()).await?;
    browser.until_it_is(width, height).await
}

/// The errors in the console since the last call.
pub(crate) async fn errors(browser: &Browser) -> Result<Vec<String>> {
    let errors = inside(browser, ERRORS, Vec::new()).await?;
    let errors = errors.as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(errors.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

pub(crate) async fn picture(browser: &Browser) -> Result<Vec<u8>> {
    let picture = browser.get("moz/screenshot/full").await?;
    let data = picture.as_str().context("the picture has no data")?;
    STANDARD.decode(data).context("the picture is not base64")
}

/// Runs a script in the browser's own window instead of the page.
async fn inside(browser: &Browser, script: &str, arguments: Vec<Value>) -> Result<Value> {
    browser.post("moz/context", json!({ "context": "chrome" })).await?;
    let result = browser.client().execute(script, arguments).await;
    browser.post("moz/context", json!({ "context": "content" })).await?;
    result.context("a script in the browser's window failed")
}
