//! A reader's actions: by pointer, and by keys alone.
//!
//! No function of the page is called: an action fails if a reader could not do it.

use anyhow::{Result, bail};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::error::{CmdError, ErrorStatus, WebDriver};
use fantoccini::key::Key;
use serde_json::json;
use tokio::time::sleep;

use super::{Focus, Page};
use crate::driver::INTERVAL;
use crate::look::Look;

/// The maximum number of Tab presses to reach an element.
const MOST_TABS: usize = 300;

impl Page<'_> {
    /// Sets the size of the window and the reader's preferences.
    ///
    /// # Errors
    /// If the engine does not support them.
    pub async fn look(&self, look: Look) -> Result<()> {
        self.browser.look(look).await
    }

    /// Clicks the centre of an element, once it has stopped moving: a driver determines the
    /// position and clicks a moment later. What is out of reach is scrolled into the middle, as a
    /// reader would.
    ///
    /// # Errors
    /// After the timeout, also if another element stays in front of it.
    pub async fn click(&self, at: &str) -> Result<()> {
        if !self.browser.engine().scrolls_pages_around() {
            self.reveal(at).await?;
        }
        self.wait(at, async || {
            let Some(element) = self.find(at).await? else { return Ok(None) };
            let place = element.rectangle().await?;
            sleep(INTERVAL).await;
            if element.rectangle().await? != place {
                return Ok(None);
            }
            match element.click().await {
                Err(CmdError::Standard(error)) if is_out_of_reach(&error) => {
                    let middle = "arguments[0].scrollIntoView({ block: 'center' })";
                    self.browser.client().execute(middle, vec![json!(element)]).await?;
                    Ok(None)
                }
                clicked => clicked.map(Some),
            }
        })
        .await
    }

    /// Types a text into the focused element.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        let keys = text.chars().fold(keyboard(), stroke);
        Ok(self.browser.client().perform_actions(keys).await?)
    }

    /// Presses a key.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn press(&self, key: Key) -> Result<()> {
        Ok(self.browser.client().perform_actions(stroke(keyboard(), key.into())).await?)
    }

    /// Presses a key while another one is held.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn press_with(&self, held: Key, key: Key) -> Result<()> {
        let keys = keyboard().then(KeyAction::Down { value: held.into() });
        let keys = stroke(keys, key.into()).then(KeyAction::Up { value: held.into() });
        Ok(self.browser.client().perform_actions(keys).await?)
    }

    /// Presses Tab until an element with a name has the focus.
    ///
    /// # Errors
    /// If there is none; the message lists the elements on the way.
    pub async fn tab_to(&self, name: &str) -> Result<Focus> {
        self.tab_until(name, |focus| focus.name == name).await
    }

    /// Presses Tab until the focused element matches; `what` describes it.
    ///
    /// # Errors
    /// If there is none; the message lists the elements on the way.
    pub async fn tab_until(&self, what: &str, fits: impl Fn(&Focus) -> bool) -> Result<Focus> {
        let mut passed: Vec<Focus> = Vec::new();
        for _ in 0..MOST_TABS {
            self.press(Key::Tab).await?;
            let focus = self.focused().await?;
            if fits(&focus) {
                return Ok(focus);
            }
            if passed.len() > 1 && passed.first() == Some(&focus) {
                break;
            }
            passed.push(focus);
        }
        let passed: Vec<_> = passed.iter().map(ToString::to_string).collect();
        bail!("Tab never comes to '{what}', only to: {}", passed.join(", "))
    }
}

fn keyboard() -> KeyActions {
    KeyActions::new("keyboard".to_owned())
}

fn stroke(keys: KeyActions, value: char) -> KeyActions {
    keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
}

/// Whether an element is covered, as by a bar at the edge, or not in the window: some drivers scroll to where it was
/// before what is above it was laid out.
fn is_out_of_reach(error: &WebDriver) -> bool {
    use ErrorStatus::{ElementClickIntercepted, ElementNotInteractable, MoveTargetOutOfBounds};
    matches!(error.error, ElementClickIntercepted | ElementNotInteractable | MoveTargetOutOfBounds)
}
