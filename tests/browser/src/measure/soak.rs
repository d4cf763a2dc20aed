//! A soak test: random actions, and how much memory they leave behind. Whether the results are
//! right is checked by the scenarios.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::{number, run_first};
use crate::Page;
use crate::driver::Browser;
use crate::engine::chromium::devtools;
use crate::server::Server;

/// How many actions.
const N_ACTIONS: u32 = 10_000;

/// Holds on to the memory of both programs, the page's first.
const HOLD: &str = "
    self.held = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const original = WebAssembly[name];
        WebAssembly[name] = async (...all) => {
            const result = await original.apply(WebAssembly, all);
            held.push((result.instance ?? result).exports.memory);
            return result;
        };
    }";

/// Performs random actions, always the same ones: clicks controls, types, chooses.
const ACT: &str = "
    self.done = 0;
    let seed = 20261124;
    const below = (n) => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return Math.floor((seed / 4294967296) * n);
    };
    const words = ['', 'd', 'dja', 'django', 'pyhton', 'rust', 'zzz', 'orm'];
    const controls = '#app :is(button, input, select, summary, a[href^=\"?\"]):not(:disabled)';
    const put = (element, value, type) => {
        const of = Object.getPrototypeOf(element);
        Object.getOwnPropertyDescriptor(of, 'value').set.call(element, value);
        element.dispatchEvent(new Event(type, { bubbles: true }));
    };
    const act = () => {
        const all = [...document.querySelectorAll(controls)].filter((one) => one.getClientRects().length);
        const one = all[below(all.length)];
        if (!one) return;
        const typed = one.tagName === 'INPUT' && !['checkbox', 'radio'].includes(one.type);
        if (typed) put(one, words[below(words.length)], 'input');
        else if (one.tagName === 'SELECT') {
            put(one, one.options[below(one.options.length)].value, 'change');
        } else one.click();
    };
    self.print = () => {};
    const more = () => {
        for (let n = 0; n < 20 && self.done < self.until; n++, self.done++) act();
        setTimeout(more, self.done < self.until ? 0 : 50);
    };
    self.until = 0;
    more();";

/// Performs the actions, and returns the memory before, after the first thousand, and at the end.
///
/// # Errors
/// If the page stops or shows its notice of failure.
pub async fn measure(browser: &Browser, dist: &Path) -> Result<Value> {
    let server = Server::start(dist).await?;
    let mut page = Page::new(browser, server.origin());
    page.set_patience(Duration::from_mins(10));
    run_first(browser, HOLD).await?;
    page.open("").await?;
    // Everything that is fetched on the first interaction is loaded first, so that it does not
    // count as growth.
    page.run("document.body.dispatchEvent(new Event('pointerover', { bubbles: true }))").await?;
    page.wait_until("held.length === 2", "both programs are there").await?;
    page.run(ACT).await?;
    devtools(browser, "Performance.enable", json!({})).await?;
    let mut steps = Vec::new();
    for until in [0, N_ACTIONS / 10, N_ACTIONS] {
        page.run(&format!("self.until = {until}")).await?;
        page.wait_until(&format!("self.done >= {until}"), "all actions are done").await?;
        let failed = page.run("return !document.querySelector('#failure').hidden").await?;
        ensure!(failed == Value::Bool(false), "the widget says that it cannot go on");
        steps.push(memory(browser, &page, until).await?);
    }
    let n_errors = browser.errors().await?.len();
    Ok(json!({
        "n_actions": N_ACTIONS,
        "grown": {
            "wasm": grown(&steps, "wasm")?,
            "explain": grown(&steps, "explain")?,
            "heap": grown(&steps, "heap")?,
        },
        "steps": steps,
        "console_errors": n_errors,
    }))
}

fn grown(steps: &[Value], name: &str) -> Result<f64> {
    let at = |step: Option<&Value>| number(step.unwrap_or(&Value::Null), name);
    Ok(at(steps.last())? - at(steps.first())?)
}

/// The bytes of each program's memory and of the JavaScript heap after garbage collection, and the
/// numbers of nodes and listeners.
async fn memory(browser: &Browser, page: &Page<'_>, n_actions: u32) -> Result<Value> {
    devtools(browser, "HeapProfiler.collectGarbage", json!({})).await?;
    let metrics = devtools(browser, "Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let all = metrics["metrics"].as_array().map(Vec::as_slice).unwrap_or_default();
        all.iter().find(|one| one["name"] == name).map_or(Value::Null, |one| one["value"].clone())
    };
    Ok(json!({
        "n_actions": n_actions,
        "wasm": page.run("return held[0].buffer.byteLength").await?,
        "explain": page.run("return held[1].buffer.byteLength").await?,
        "heap": metric("JSHeapUsedSize"),
        "nodes": metric("Nodes"),
        "listeners": metric("JSEventListeners"),
    }))
}
