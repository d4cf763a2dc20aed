//! What somebody does: by pointer, and by keys alone.
//!
//! It never calls a function of the page: a button that cannot be reached cannot be pressed.

use anyhow::{Result, bail};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use tokio::time::sleep;

use super::{Focus, Page};
use crate::driver::INTERVAL;
use crate::look::Look;

/// How many elements are passed at most on the way to one.
const MOST_TABS: usize = 300;

impl Page<'_> {
    /// Sets the size of the window and what its reader prefers.
    ///
    /// # Errors
    /// Where the engine cannot.
    pub async fn look(&self, look: Look) -> Result<()> {
        self.browser.look(look).await
    }

    /// Clicks an element with the pointer, at its middle, once it stays where it is: a driver finds the
    /// place and presses there a moment later.
    ///
    /// # Errors
    /// Where it is not there in time, or something else is in front of it.
    pub async fn click(&self, at: &str) -> Result<()> {
        self.wait(at, async || {
            let Some(element) = self.find(at).await? else { return Ok(None) };
            let place = element.rectangle().await?;
            sleep(INTERVAL).await;
            if element.rectangle().await? != place {
                return Ok(None);
            }
            element.click().await.map(Some)
        })
        .await
    }

    /// Types a text into whatever has the focus.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        let keys = text.chars().fold(keyboard(), stroke);
        Ok(self.browser.client().perform_actions(keys).await?)
    }

    /// Presses a key.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn press(&self, key: Key) -> Result<()> {
        Ok(self.browser.client().perform_actions(stroke(keyboard(), key.into())).await?)
    }

    /// Presses a key while another one is held.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn press_with(&self, held: Key, key: Key) -> Result<()> {
        let keys = keyboard().then(KeyAction::Down { value: held.into() });
        let keys = stroke(keys, key.into()).then(KeyAction::Up { value: held.into() });
        Ok(self.browser.client().perform_actions(keys).await?)
    }

    /// Presses Tab until something with a name has the focus.
    ///
    /// # Errors
    /// Where that is nowhere on the way; the message says what is.
    pub async fn tab_to(&self, name: &str) -> Result<Focus> {
        self.tab_until(name, |focus| focus.name == name).await
    }

    /// Presses Tab until something has the focus that fits; `what` says what that would be.
    ///
    /// # Errors
    /// Where that is nowhere on the way; the message says what is.
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
