//! Pictures of the built page: for review, for the README, and for links to the page.

use std::path::Path;

use anyhow::{Context, Result};

use crate::driver::Browser;
use crate::server::Server;
use crate::site::Site;
use crate::{Look, Page, Scheme};

/// A view of the page, in a state that shows most of it.
struct Scene {
    /// The beginning of its files' names.
    name: &'static str,
    /// The link, relative to the page's folder.
    link: &'static str,
}

const fn scene(name: &'static str, link: &'static str) -> Scene {
    Scene { name, link }
}

/// Answers that make a result worth showing.
const ANSWERS: &str = "a.language=python,javascript&a.building=saas,rest-api&a.size=medium\
    &a.box=auth,data&w.box=important&a.learning=quick&a.ecosystem=everything&a.support=dates";

/// What is photographed for review.
const SCENES: [Scene; 12] = [
    scene("browse", ""),
    scene("browse-filtered", "?f.language=python&q=rest"),
    scene("browse-nothing-found", "?f.language=swift&q=django"),
    scene("browse-answered", "?ANSWERS&compare=django,laravel"),
    scene("fit", "?view=fit"),
    scene("fit-many-options", "?view=fit&step=box&ANSWERS"),
    scene("fit-review", "?view=fit&step=review&ANSWERS"),
    scene("result", "?view=result&ANSWERS"),
    scene("result-tie", "?view=result&a.building=rest-api"),
    scene("compare", "?view=compare&compare=django,laravel,rails,express&ANSWERS"),
    scene("details", "?open=django&ANSWERS"),
    scene("embed", "?view=embed"),
];

/// The views that are also photographed in a post.
const IN_A_POST: [&str; 4] = ["browse", "fit", "result", "compare"];

/// The windows: a small phone, a phone, a tablet, a desktop.
const LOOKS: [Look; 4] = [Look::NARROW, Look::PHONE, Look::MIDDLE, Look::WIDE];

/// Photographs every view at every width in both colour schemes, alone and in a post.
///
/// # Errors
/// If the page does not open, has errors, or a file cannot be written.
pub async fn review(dist: &Path, folder: &Path) -> Result<()> {
    let server = Server::start(dist).await?;
    let browser = Browser::start(Look::WIDE).await?;
    let page = Page::new(&browser, server.origin());
    for Scene { name, link } in SCENES {
        let link = link.replace("ANSWERS", ANSWERS);
        for (look, scheme) in looks() {
            page.look(look.in_scheme(scheme).calm()).await?;
            page.open(&link).await?;
            save(&page, folder, &file_name(name, look, scheme)).await?;
        }
        if IN_A_POST.contains(&name) {
            let site = Site::new(&post(server.origin(), &link))?;
            let host = Server::start(site.folder()).await?;
            let page = Page::new(&browser, host.origin());
            for (look, scheme) in looks() {
                page.look(look.in_scheme(scheme).calm()).await?;
                page.visit("/").await?;
                page.enter_frame().await?;
                page.leave_frame().await?;
                save(&page, folder, &file_name(&format!("post-{name}"), look, scheme)).await?;
            }
        }
    }
    page.assert_no_errors().await
}

/// A picture for the README or for links.
struct Picture {
    name: &'static str,
    link: &'static str,
    width: u32,
    height: u32,
}

const PICTURES: [Picture; 3] = [
    Picture { name: "browse", link: "", width: 1280, height: 900 },
    Picture { name: "result", link: "?view=result&ANSWERS", width: 1280, height: 1000 },
    Picture {
        name: "preview",
        link: "?view=result&text-size=18&ANSWERS",
        width: 1200,
        height: 630,
    },
];

/// Photographs what the README shows, and the picture that accompanies a link to the page.
///
/// # Errors
/// If the page does not open, has errors, or a file cannot be written.
pub async fn docs(dist: &Path, folder: &Path) -> Result<()> {
    let server = Server::start(dist).await?;
    let browser = Browser::start(Look::WIDE).await?;
    let page = Page::new(&browser, server.origin());
    for Picture { name, link, width, height } in PICTURES {
        page.look(Look { width, height, ..Look::WIDE }.calm()).await?;
        page.open(&link.replace("ANSWERS", ANSWERS)).await?;
        page.settle().await?;
        let file = folder.join(format!("{name}.png"));
        page.window_to(&file).await?;
        println!("{}", file.display());
    }
    page.assert_no_errors().await
}

fn looks() -> impl Iterator<Item = (Look, Scheme)> {
    LOOKS.into_iter().flat_map(|look| Scheme::ALL.map(|scheme| (look, scheme)))
}

async fn save(page: &Page<'_>, folder: &Path, name: &str) -> Result<()> {
    page.settle().await.with_context(|| name.to_owned())?;
    let file = folder.join(name);
    page.screenshot_to(&file).await?;
    println!("{}", file.display());
    Ok(())
}

/// A post with the page between two paragraphs.
fn post(origin: &str, link: &str) -> String {
    let text = "<p>A choice of framework outlives the sprint in which it was made, so it is worth \
        an hour of reading and one honest comparison.</p>";
    format!(
        "<meta name=viewport content='width=device-width'><meta name=color-scheme \
         content='light dark'><style>body{{max-width:640px;margin:24px auto;padding:0 16px;\
         font:18px/1.6 Georgia,serif}}iframe{{width:100%;height:720px;border:0}}</style>\
         <h1>How we choose</h1>{text}<iframe src='{origin}/{link}' title=Stackfit></iframe>\
         <script src='{origin}/embed.js'></script>{text}"
    )
}

/// A name that sorts by view, then width.
fn file_name(name: &str, look: Look, scheme: Scheme) -> String {
    format!("{name}-{:04}-{}.png", look.width, scheme.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_view_width_and_colours() {
        assert_eq!(file_name("fit", Look::NARROW, Scheme::Dark), "fit-0320-dark.png");
    }

    #[test]
    fn what_is_photographed_in_a_post_is_a_scene() {
        for name in IN_A_POST {
            assert!(SCENES.iter().any(|scene| scene.name == name), "{name}");
        }
    }
}
