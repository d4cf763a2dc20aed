//! Chromium: its flags and DevTools commands.

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tokio::process::Command;

use super::{Denied, Setup};
use crate::driver::Browser;
use crate::look::{Look, Scheme};
use crate::settings;

/// The flags of the browser. It contacts only the test server: other names do not resolve, so that
/// a request to one shows as an error in the console.
const FLAGS: [&str; 13] = [
    "--headless=new",
    // The tests may run as root, in a container with little shared memory.
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-device-scale-factor=1",
    // Without scrollbar width, a window width is the width of the page.
    "--hide-scrollbars",
    "--lang=en-US",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

pub(super) fn driver() -> Command {
    let mut command = Command::new(settings::chromedriver());
    // The driver chooses its port, because a port that was free a moment ago may be taken.
    command.arg("--port=0");
    command
}

pub(super) fn capabilities(setup: &Setup) -> Value {
    let mut options = json!({ "args": FLAGS });
    if let Some(chromium) = settings::chromium() {
        options["binary"] = json!(chromium.to_string_lossy());
    }
    if setup.denied == Denied::Storage {
        // The setting "block all cookies", which also blocks storage.
        options["prefs"] = json!({ "profile.default_content_setting_values.cookies": 2 });
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

pub(super) fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

/// Denies features that can only be denied at run time.
pub(crate) async fn prepare(browser: &Browser, setup: &Setup) -> Result<()> {
    if setup.denied == Denied::Scripts {
        // The setting of the same purpose would also block the driver's scripts.
        devtools(browser, "Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    }
    Ok(())
}

pub(crate) async fn look(browser: &Browser, look: Look) -> Result<()> {
    // A window cannot be narrower than 500 pixels; the page in it can.
    let size = json!({
        "width": look.width, "height": look.height, "deviceScaleFactor": look.zoom, "mobile": false,
    });
    devtools(browser, "Emulation.setDeviceMetricsOverride", size).await?;
    let motion = if look.reduced_motion { "reduce" } else { "no-preference" };
    let forced = if look.forced_colors { "active" } else { "none" };
    // By default the scheme is light, and a frame may have the colours of its host page.
    let scheme = if look.scheme == Scheme::Dark { look.scheme.name() } else { "" };
    let media = json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": motion },
        { "name": "forced-colors", "value": forced },
    ] });
    devtools(browser, "Emulation.setEmulatedMedia", media).await?;
    browser.until_it_is(look.width, look.height).await
}

/// The errors in the console since the last call.
pub(crate) async fn errors(browser: &Browser) -> Result<Vec<String>> {
    let log = browser.post("se/log", json!({ "type": "browser" })).await?;
    let text = |entry: &Value, field: &str| entry[field].as_str().unwrap_or("").to_owned();
    let entries = log.as_array().map(Vec::as_slice).unwrap_or_default();
    let errors = entries.iter().filter(|entry| text(entry, "level") == "SEVERE");
    Ok(errors.map(|entry| text(entry, "message")).collect())
}

pub(crate) async fn picture(browser: &Browser) -> Result<Vec<u8>> {
    let size = devtools(browser, "Page.getLayoutMetrics", json!({})).await?;
    let Value::Object(mut clip) = size["cssContentSize"].clone() else {
        bail!("the page has no size: {size}")
    };
    clip.insert("scale".to_owned(), json!(1));
    let picture = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    let picture = devtools(browser, "Page.captureScreenshot", picture).await?;
    let data = picture["data"].as_str().context("the picture has no data")?;
    STANDARD.decode(data).context("the picture is not base64")
}

/// A DevTools command.
pub(crate) async fn devtools(browser: &Browser, name: &str, parameters: Value) -> Result<Value> {
    let body = json!({ "cmd": name, "params": parameters });
    browser.post("goog/cdp/execute", body).await.with_context(|| format!("{name} failed"))
}
