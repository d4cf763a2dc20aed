use anyhow::Result;
use browser_tests::widget::*;
use browser_tests::{Look, scenario};
#[tokio::test]
async fn zz() -> Result<()> {
    scenario("?view=result&a.box=admin,auth,jobs&a.size=medium&a.learning=weeks", Look::COLUMN, async |page| {
        unfold(page).await?;
        page.run("document.documentElement.style.fontSize = '200%'").await?;
        println!("{}", page.run("return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 490).map(e => e.localName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().left) +'-'+ Math.round(e.getBoundingClientRect().right) + ' min ' + e.innerText?.slice(0,20)).slice(0,60).join('\\n')").await?.as_str().unwrap());
        anyhow::bail!("x")
    }).await
}
