//! Statements about a result, which a second program works out once the page stands: they come, lead
//! where they say, and what is tried can be taken back.

use anyhow::{Result, ensure};
use browser_tests::widget::{address, button, expect_heading_focused, way};
use browser_tests::{Look, scenario};
use fantoccini::key::Key;

const SITE: &str = "?view=result&a.language=python&a.box=admin,auth&a.convention=leave";
const VERDICT: &str = ".leader .statements .line";

#[tokio::test]
async fn the_verdict_comes_with_the_second_program() -> Result<()> {
    scenario(SITE, Look::NARROW, async |page| {
        page.wait_for(VERDICT, "the verdict").await?;
        let said = page.texts(VERDICT).await?;
        ensure!(said.iter().any(|line| line.contains("unless your weights are off")), "{said:?}");
        page.click(".leader .statements .line__link").await?;
        expect_heading_focused(page).await?;
        let leads = async || Ok(address(page).await?.contains("view=fit&step="));
        page.expect("whether the address is that of a question", true, leads).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_second_program_that_stops_is_not_waited_for() -> Result<()> {
    scenario("?view=fit&a.language=python&a.box=admin,auth", Look::NARROW, async |page| {
        page.wait_until("self.stackfitExplain !== undefined", "the second program").await?;
        page.run("self.stackfitExplain = () => { throw new Error('it stops') }").await?;
        page.click(&way("Result")).await?;
        let said = async || Ok(page.text(".leader .statements").await?);
        page.expect("what is said", "We could not compute this. The ranking is complete.", said)
            .await
    })
    .await
}

#[tokio::test]
async fn a_change_is_tried_and_taken_back_by_keys_alone() -> Result<()> {
    scenario(SITE, Look::WIDE, async |page| {
        page.wait_for(VERDICT, "the verdict").await?;
        let before = address(page).await?;
        page.tab_until("another one", |focus| focus.name.starts_with("Why Flask is here")).await?;
        page.press(Key::Enter).await?;
        page.wait_for(".behind .statements .button", "a change to try").await?;
        page.tab_until("the change", |focus| focus.name.starts_with("Try it")).await?;
        page.press(Key::Enter).await?;
        expect_heading_focused(page).await?;
        let first = "return [...document.querySelectorAll('.rank')]
            .filter((it) => /^=?1(?!\\d)/.test(it.querySelector('.rank__rank').textContent))
            .some((it) => it.querySelector('.rank__name').textContent === 'Flask')";
        page.expect("whether it is among the first", true, async || page.run(first).await).await?;
        page.expect("whether the address follows", true, async || {
            Ok(address(page).await? != before)
        })
        .await?;
        page.click(&button("Undo")).await?;
        page.expect("the address", before, async || address(page).await).await
    })
    .await
}

#[tokio::test]
async fn what_lies_deeper_is_worked_out_when_it_is_opened() -> Result<()> {
    scenario(SITE, Look::WIDE, async |page| {
        page.wait_for(VERDICT, "the verdict").await?;
        ensure!(page.count(".deep__body table").await? == 0);
        page.click("#more").await?;
        page.wait_for(".deep__body table", "the shares").await?;
        Ok(())
    })
    .await
}
