//! The decision taken away: the same bytes as in a terminal, to copy and to download, and a text to select
//! where both are denied; shared, printed, and told what has changed since an old link was made.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use browser_tests::host::{Host, frame};
use browser_tests::widget::{answer, button, expect_address, option};
use browser_tests::{Look, Page, scenario};
use fantoccini::key::Key;

const QUERY: &str =
    "?view=result&a.language=python&a.box=admin,auth&must.box=admin&w.box=important";

/// The summary of the panel.
const PANEL: &str = ".decision > summary";

/// What the command line writes for the page's own link, on the page's own day.
async fn written(page: &Page<'_>, format: &str) -> Result<String> {
    let day = "const now = new Date(), two = (n) => String(n).padStart(2, '0');
        return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')";
    let (day, link) = (page.run(day).await?, page.run("return location.href").await?);
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned).context("a text");
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package", "stackfit-cli", "--", "record", &text(&link)?])
        .args(["--format", format, "--day", &text(&day)?])
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "stackfit record: {said}");
    Ok(String::from_utf8(output.stdout)?)
}

async fn open_panel(page: &Page<'_>) -> Result<()> {
    page.click(PANEL).await?;
    page.wait_for("#takeaway", "the text of the record").await
}

/// Chooses an option of a select by its value.
async fn choose(page: &Page<'_>, select: &str, value: &str) -> Result<()> {
    let script = format!(
        "const it = document.querySelector('{select}');
         it.value = '{value}';
         it.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    );
    page.run(&script).await.map(drop)
}

async fn text(page: &Page<'_>) -> Result<String> {
    let text = page.run("return document.querySelector('#takeaway').value").await?;
    text.as_str().map(str::to_owned).context("the field has a text")
}

#[tokio::test]
async fn the_page_and_the_command_line_write_the_same_bytes() -> Result<()> {
    scenario(QUERY, Look::WIDE, async |page| {
        open_panel(page).await?;
        for (at, format) in ["madr", "json", "csv", "comparison", "brief"].into_iter().enumerate() {
            choose(page, "#record-format", &at.to_string()).await?;
            let expected = written(page, format).await?;
            // A field has the line ends of the browser; the file has its own.
            let shown = expected.replace("\r\n", "\n");
            page.expect(&format!("the record as {format}"), shown, async || text(page).await)
                .await?;
            let file = "const link = document.querySelector('.decision a[download]');
                return [link.download, decodeURIComponent(link.href.split(',')[1])]";
            let file = page.run(file).await?;
            let ending = match format {
                "json" => ".json",
                "csv" | "comparison" => ".csv",
                _ => ".md",
            };
            ensure!(file[0].as_str().is_some_and(|name| name.ends_with(ending)), "{}", file[0]);
            ensure!(file[1] == expected, "{format}: {}", file[1]);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_reader_names_the_choice_and_the_link_keeps_it() -> Result<()> {
    scenario(QUERY, Look::WIDE, async |page| {
        open_panel(page).await?;
        let first = text(page).await?;
        ensure!(first.contains("\nstatus: proposed\n"), "{first}");
        choose(page, "#record-choice", "flask").await?;
        let query = QUERY.trim_start_matches('?');
        expect_address(page, &format!("{query}&choice=flask")).await?;
        let expected = written(page, "madr").await?;
        ensure!(expected.contains("# Use Flask") && expected.contains("although it is at rank"));
        page.expect("the record of the choice", expected, async || text(page).await).await?;
        page.reload().await?;
        open_panel(page).await?;
        ensure!(text(page).await?.contains("\nstatus: accepted\n"));
        let chosen = page.run("return document.querySelector('#record-choice').value").await?;
        ensure!(chosen == "flask", "{chosen}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_alone_take_it_away() -> Result<()> {
    scenario(QUERY, Look::WIDE, async |page| {
        page.tab_until("the panel", |focus| focus.name.starts_with("Export this decision")).await?;
        page.press(Key::Enter).await?;
        page.wait_for("#takeaway", "the text of the record").await?;
        page.tab_to("We choose").await?;
        page.tab_to("As").await?;
        page.tab_to("Full text").await?;
        page.tab_to("Copy").await?;
        page.press(Key::Enter).await?;
        let said = "['Copied', 'Copying was refused. Select the text and copy it.'].includes(
            document.querySelector('.decision [role=status]').innerText)";
        page.wait_until(said, "an answer to copying").await
    })
    .await
}

#[tokio::test]
async fn where_everything_is_denied_the_text_is_selected() -> Result<()> {
    let restricted = "sandbox=allow-scripts width=760 height=900";
    let host = Host::new(|origin| frame(origin, QUERY, restricted)).await?;
    host.open_frame(Look::MIDDLE, async |page| {
        // Some engines let a frame without permission copy; the refusal is what is looked at here.
        page.run("navigator.clipboard && (navigator.clipboard.writeText = () => Promise.reject())")
            .await?;
        open_panel(page).await?;
        page.click(".decision .button--main").await?;
        let selected = "(() => { const it = document.activeElement;
            return it.id === 'takeaway' && it.value.length > 500
                && it.selectionStart === 0 && it.selectionEnd === it.value.length; })()";
        page.wait_until(selected, "the whole text is selected").await
    })
    .await
}

#[tokio::test]
async fn the_systems_own_way_to_share_is_offered_where_there_is_one() -> Result<()> {
    scenario(QUERY, Look::WIDE, async |page| {
        let share = "Object.defineProperty(navigator, 'share', { configurable: true,
            value: (it) => { self.shared = it; return self.refuses ? Promise.reject(new Error()) : Promise.resolve(); } })";
        page.run(share).await?;
        // The button is there only if `share` was when the panel was drawn.
        page.click(PANEL).await?;
        page.click(&button("Share")).await?;
        let same = "self.shared?.url === document.querySelector('#result-link').value
            && self.shared.title.length > 5";
        page.wait_until(same, "the link is handed over").await?;
        page.run("self.refuses = true").await?;
        page.click(&button("Share")).await?;
        let selected = "document.activeElement?.id === 'result-link'";
        page.wait_until(selected, "the link is selected where sharing is refused").await
    })
    .await
}

#[tokio::test]
async fn an_old_link_says_which_facts_have_changed_while_its_answers_stand() -> Result<()> {
    let old = "?view=result&a.language=python&a.building=content-site,saas&catalog=2026-11-24";
    scenario(old, Look::WIDE, async |page| {
        page.click(".since > summary").await?;
        let said = "/changed since the catalog of 2026-11-24/.test(
            document.querySelector('.since .statements').innerText)";
        page.wait_until(said, "what has changed").await?;
        open_panel(page).await?;
        ensure!(text(page).await?.contains("## What has changed since the link was made"));
        page.click(&answer("Language")).await?;
        page.click(&option("Ruby")).await?;
        page.wait_until_gone(".since", "what is said of the answers of the link").await?;
        ensure!(!text(page).await?.contains("## What has changed since"), "the record follows");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_printed_result_is_its_record() -> Result<()> {
    scenario(QUERY, Look::WIDE.calm(), async |page| {
        let ready = "typeof stackfitExplain === 'function' && typeof stackfitEvidence === 'string'";
        page.wait_until(ready, "all that comes later is here").await?;
        page.run("document.querySelector('.rank__name').focus()").await?;
        page.run("dispatchEvent(new Event('beforeprint'))").await?;
        page.wait_for(".record", "the record").await?;
        let said = page.run("return document.querySelector('.record').textContent").await?;
        let said = said.as_str().unwrap_or_default();
        for part in ["Decision Drivers", "Considered Options", "Sources", "https://", "read 20"] {
            ensure!(said.contains(part), "{part} in {said}");
        }
        let address = page.run("return location.origin").await?;
        ensure!(said.contains(address.as_str().unwrap_or("?")), "its own address in {said}");
        page.run("dispatchEvent(new Event('afterprint'))").await?;
        page.wait_until_gone(".record", "the record").await?;
        let stays = "document.activeElement?.className === 'rank__name'";
        page.wait_until(stays, "the focus is where it was").await
    })
    .await
}

#[tokio::test]
async fn it_fits_a_narrow_page() -> Result<()> {
    scenario(QUERY, Look::NARROW, async |page| {
        open_panel(page).await?;
        ensure!(page.overflow().await? <= 0, "{} px too wide", page.overflow().await?);
        Ok(())
    })
    .await
}
