//! One interaction with a build of the page, from the event to its painted result.
//!
//! Pointer and keys are Chromium's own input, so that the page gets the same events as from a
//! reader. Times are taken within the page (`probe.js`): from the time stamp of the `click` or
//! `keydown` (for the browser's back button, from the call) to the end of the frame that paints the
//! result. A frame is taken to be painted when a message arrives that was posted from its animation
//! frame; the work of the compositor after that, in other threads, is not included.
//!
//! Two times are taken. `shown` is the first frame in which a condition holds, for example that a
//! heading exists. `painted` is the last frame with a visible change; it is final after 300 ms
//! without another change. `painted` is the reported figure, so that a page does not look faster by
//! showing part of its result early and the rest late. Announcements for screen readers do not
//! count. A change made within an animation frame is counted for the next frame.
//!
//! The page is not queried in between: one asynchronous script returns the result.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::{number, run_first, slow_down};
use crate::driver::Browser;
use crate::engine::chromium::devtools;
use crate::server::Server;
use crate::{Look, Page};

const PROBE: &str = include_str!("probe.js");

/// How long the page has to be idle after loading, in milliseconds.
const REST: u32 = 800;

/// A build of the page in a browser of its own.
#[derive(Debug)]
pub(super) struct Build {
    browser: Browser,
    server: Server,
}

/// An action of a reader.
#[derive(Clone, Copy, Debug)]
pub(super) enum Act<'a> {
    /// Clicks the first visible element of an XPath, or its label.
    Click(&'a str),
    /// Presses a key in the focused element.
    Press(char),
    /// Goes back in the history.
    Back,
}

/// What an interaction took, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    /// From the event to the end of its handling, for keys.
    pub(super) handled: Option<f64>,
    /// From the start of the next frame to its end, for keys.
    pub(super) frame: Option<f64>,
    /// From the event to the end of the next frame, for keys.
    pub(super) letter: Option<f64>,
    /// To the first frame in which the condition holds.
    pub(super) shown: f64,
    /// To the last frame with a visible change; none if nothing changed.
    pub(super) painted: Option<f64>,
}

impl Build {
    /// Serves a folder and starts a browser for it.
    pub(super) async fn start(folder: &Path) -> Result<Self> {
        let server = Server::start(folder).await?;
        let browser = Browser::start(Look::WIDE).await?;
        run_first(&browser, PROBE).await?;
        Ok(Self { browser, server })
    }

    /// Opens a link at full speed, waits until everything that loads later is there, and then slows
    /// the processor down.
    pub(super) async fn open(&self, link: &str, slowdown: u32) -> Result<()> {
        slow_down(&self.browser, 1).await?;
        // Opening the same address again would not load the page.
        self.page().go("about:blank").await?;
        self.page().open(link).await?;
        // As a pointer does when it enters the page.
        self.page()
            .run("document.body.dispatchEvent(new Event('pointerover', { bubbles: true }))")
            .await?;
        self.promised(&format!("probe.rest({REST})")).await?;
        slow_down(&self.browser, slowdown).await
    }

    /// Performs an action, and measures until `shown`, a JavaScript expression, is true and no
    /// visible change follows.
    pub(super) async fn time(&self, act: Act<'_>, shown: &str) -> Result<Times> {
        let times =
            self.take(act, shown).await.with_context(|| format!("{act:?} until {shown}"))?;
        let part = |name: &str| times[name].as_f64();
        Ok(Times {
            handled: part("handled"),
            frame: part("frame"),
            letter: part("letter"),
            shown: number(&times, "shown")?,
            painted: part("painted"),
        })
    }

    /// Clicks without timing.
    pub(super) async fn click(&self, path: &str) -> Result<()> {
        let place = self.point_at(path).await?;
        self.press(place).await
    }

    async fn take(&self, act: Act<'_>, shown: &str) -> Result<Value> {
        let page = self.page();
        let arm = format!("probe.arm(() => Boolean({shown}))");
        match act {
            Act::Click(path) => {
                let place = self.point_at(path).await?;
                page.run(&arm).await?;
                self.press(place).await?;
            }
            Act::Press(key) => {
                page.run(&arm).await?;
                page.type_text(&key.to_string()).await?;
            }
            Act::Back => {
                page.run(&format!("{arm}; probe.back()")).await?;
            }
        }
        self.promised("probe.result()").await
    }

    fn page(&self) -> Page<'_> {
        Page::new(&self.browser, self.server.origin())
    }

    /// Moves the pointer to an element, and waits until the effect is painted.
    async fn point_at(&self, path: &str) -> Result<[f64; 2]> {
        let (page, path) = (self.page(), json!(path));
        page.wait_until(&format!("probe.find({path})"), "there is what to click").await?;
        let place = page.run(&format!("return probe.place({path})")).await?;
        let place = serde_json::from_value(place)?;
        self.mouse("mouseMoved", place).await?;
        self.frame().await?;
        Ok(place)
    }

    async fn press(&self, place: [f64; 2]) -> Result<()> {
        self.mouse("mousePressed", place).await?;
        self.mouse("mouseReleased", place).await
    }

    async fn mouse(&self, kind: &str, [x, y]: [f64; 2]) -> Result<()> {
        let button = if kind == "mouseMoved" { "none" } else { "left" };
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": 1 });
        devtools(&self.browser, "Input.dispatchMouseEvent", event).await?;
        Ok(())
    }

    /// Waits until a frame is painted.
    async fn frame(&self) -> Result<()> {
        let frame = "new Promise((done) => probe.inFrame(() => {}, () => done(true)))";
        self.promised(frame).await?;
        Ok(())
    }

    /// The value that a promise of the page resolves to.
    async fn promised(&self, promise: &str) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
            {promise}.then((value) => done({{ value }}), (error) => done({{ failed: error.message }}))"
        );
        let answer = self.browser.client().execute_async(&script, Vec::new()).await?;
        match answer["failed"].as_str() {
            Some(why) => bail!("{why}"),
            None => Ok(answer["value"].clone()),
        }
    }
}
