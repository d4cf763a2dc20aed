//! What the host says is heard, whenever it says it, and isolated hosts can have the page.

use anyhow::{Result, ensure};
use browser_tests::anywhere::expect_complete;
use browser_tests::driver::Browser;
use browser_tests::host::{Host, enter, frame, go_into};
use browser_tests::server::{Hosting, Server};
use browser_tests::{Engine, Look, Page, left_out, settings};

/// Says something to the frame as soon as that has loaded, and never again.
const ON_LOAD: &str = "<script>document.querySelector('iframe').onload = ({ target }) =>
    target.contentWindow.postMessage({ stackfit: { v: 1, type: 'config', theme: 'dark', accent: 'aa3300', 'text-size': 20 } }, '*')
</script>";

#[tokio::test]
async fn what_is_said_when_the_frame_has_loaded_is_heard() -> Result<()> {
    for attributes in ["", "sandbox=allow-scripts"] {
        let around = Host::new(|origin| {
            format!("{}{ON_LOAD}", frame(origin, "", &format!("width=600 height=700 {attributes}")))
        })
        .await?;
        around
            .open(Look::MIDDLE, async |page| {
                enter(page, "iframe").await?;
                let seen = "(() => { const { dataset, style } = document.documentElement;
                    return dataset.theme === 'dark' && style.getPropertyValue('--host-accent') === '#aa3300'
                        && getComputedStyle(document.body).fontSize === '20px' })()";
                page.wait_until(seen, "the settings of the message").await?;
                page.leave_frame().await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_theme_of_a_message_is_there_before_the_program() -> Result<()> {
    // A script that never comes would hold back the load event of the frame, and with it the message.
    let slow = Hosting { withheld: Some(".wasm".to_owned()), ..Hosting::default() };
    let around = Host::with(slow, Hosting::default(), |origin| {
        format!("{}{ON_LOAD}", frame(origin, "?theme=light", "width=600 height=700"))
    })
    .await?;
    around
        .open(Look::MIDDLE, async |page| {
            go_into(page, "iframe").await?;
            page.wait_until("document.documentElement.dataset.theme === 'dark'", "the theme")
                .await?;
            ensure!(page.run("return document.querySelector('#app[data-ready]')").await?.is_null());
            page.leave_frame().await
        })
        .await
}

/// Says several things to the frame while the program is not there, and some of them often.
const OFTEN: &str = "<script>document.querySelector('iframe').onload = ({ target }) => {
    const say = (message) => target.contentWindow.postMessage({ stackfit: { v: 1, ...message } }, '*');
    for (let at = 0; at < 500; at += 1) {
        say({ type: 'config', theme: at % 2 ? 'dark' : 'light', accent: 'aa3300' });
        say({ type: 'viewport', top: at, height: 500, scheme: 'light' });
        target.contentWindow.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*');
    }
    say({ type: 'config', 'text-size': 20 });
    target.contentWindow.postMessage({ type: 'config', theme: 'light' }, '*');
}</script>";

#[tokio::test]
async fn what_is_said_often_is_heard_once_and_settings_add_up() -> Result<()> {
    let slow = Hosting { kept_back: Some(".wasm".to_owned()), ..Hosting::default() };
    let widget = Server::start_as(&settings::dist()?, slow).await?;
    let around =
        Host::new(|_| format!("{}{OFTEN}", frame(widget.origin(), "", "width=600 height=700")))
            .await?;
    around
        .open(Look::MIDDLE, async |page| {
            go_into(page, "iframe").await?;
            let early = "document.documentElement.dataset.theme === 'dark'";
            page.wait_until(early, "the theme, before the program").await?;
            page.run(
                "self.heard = [];
                addEventListener('stackfit-listens', () => addEventListener('message', ({ data }) => heard.push(data.stackfit?.type ?? data.type)), { capture: true })",
            )
            .await?;
            widget.release();
            page.wait_until_ready().await?;
            let seen = "(() => { const { dataset, style } = document.documentElement;
                return dataset.theme === 'dark' && style.getPropertyValue('--host-accent') === '#aa3300'
                    && getComputedStyle(document.body).fontSize === '20px' })()";
            page.wait_until(seen, "the settings of all messages").await?;
            let heard = page.run("return heard.length").await?;
            ensure!(heard.as_u64().is_some_and(|n| n < 10), "{heard} messages are repeated");
            page.leave_frame().await
        })
        .await
}

#[tokio::test]
async fn a_host_that_asks_before_the_program_has_started_is_told_what_is_shown() -> Result<()> {
    let listener = "<script>
        var told = [];
        addEventListener('message', ({ data, source }) => {
            if (!data.stackfit) return;
            if (data.stackfit.type === 'loading') source.postMessage({ stackfit: { v: 1, type: 'hello' } }, '*');
            told.push(data.stackfit.type);
        })
    </script>";
    let around = Host::new(|origin| {
        format!("{listener}{}", frame(origin, "?view=fit&emit=state", "width=600 height=700"))
    })
    .await?;
    around
        .open(Look::MIDDLE, async |page| {
            page.wait_until("told.includes('state') && told.includes('ready')", "what is shown")
                .await?;
            ensure!(page.run("return told[0]").await? == "loading");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn an_isolated_host_can_have_the_page_and_its_script() -> Result<()> {
    let rules = [
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ];
    let rules = rules.map(|(name, value)| ("/*".to_owned(), name.to_owned(), value.to_owned()));
    let isolated = Hosting { headers: rules.into(), open: false, ..Hosting::default() };
    for attributes in ["", "sandbox=allow-scripts"] {
        if !attributes.is_empty() && Engine::chosen()? == Engine::WebKit {
            left_out(
                "in a sandbox the policy of a page does not know its own host as 'self' here",
            )?;
            continue;
        }
        let built = Hosting::of_build(&settings::dist()?)?;
        let around = Host::with(built, isolated.clone(), |origin| {
            let frame = frame(origin, "", &format!("width=700 height=300 {attributes}"));
            format!("{frame}<script src='{origin}/embed.js'></script>")
        })
        .await?;
        around
            .open(Look::MIDDLE, async |page| {
                enter(page, "iframe").await?;
                page.wait_until("innerHeight > 500", "it is fitted").await?;
                expect_complete(page).await?;
                page.leave_frame().await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn old_links_lead_to_the_view_on_hosts_that_leave_out_endings() -> Result<()> {
    let hosting = Hosting {
        rewrites: ["/author", "/author/", "/author.html"]
            .map(|path| (path.to_owned(), "/author.html".to_owned()))
            .into(),
        ..Hosting::default()
    };
    let server = Server::start_as(&settings::dist()?, hosting).await?;
    let browser = Browser::start(Look::MIDDLE).await?;
    let page = Page::new(&browser, server.origin());
    for path in ["/author", "/author/", "/author.html"] {
        page.visit(&format!("{path}?a.language=python")).await?;
        page.wait_until("location.pathname === '/'", path).await?;
        page.wait_until_ready().await?;
        page.wait_for("textarea", "the view").await?;
    }
    page.assert_no_errors().await
}
