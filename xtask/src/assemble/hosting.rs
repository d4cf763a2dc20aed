//! Data for hosts, search engines and pages that link here: headers, structured data, previews.
//!
//! If `STACKFIT_ORIGIN` is set to the page's future address, such as
//! `https://example.org/stackfit/`, the page also has a canonical address, a preview image and
//! oEmbed. These need absolute addresses and are left out otherwise. Example configurations of
//! hosts are in `docs/hosting/`.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use serde_json::json;
use stackfit::domain::catalog::{Alternative, Catalog};

use super::document::{Document, escaped};
use super::evidence::safe;
use super::policy_hash;
use crate::{process, repository};

/// The page's future address, with a slash at its end; none if it is not configured, and an error
/// if it is invalid.
pub(super) fn origin() -> anyhow::Result<Option<String>> {
    let Some(origin) = env::var_os("STACKFIT_ORIGIN").filter(|origin| !origin.is_empty()) else {
        process::say(
            "STACKFIT_ORIGIN is not set: no canonical address, no picture for links and no oEmbed",
        );
        return Ok(None);
    };
    let origin = origin.to_string_lossy().into_owned();
    ensure!(
        origin.starts_with("https://")
            && origin.ends_with('/')
            && !origin.contains(['"', '<', '?']),
        "STACKFIT_ORIGIN = '{origin}' should start with https:// and end with a slash"
    );
    Ok(Some(origin))
}

/// Writes the files, and adds to the head of the page.
pub(super) fn write(
    folder: &Path,
    page: &mut Document,
    catalog: &Catalog,
    origin: Option<&str>,
) -> anyhow::Result<()> {
    let subject = &catalog.subject;
    let mut head = about(&subject.title, &subject.intro, origin);
    if let Some(origin) = origin {
        write_file(folder, "oembed.json", &oembed(origin, &subject.title).to_string())?;
        // This is data and not a program, so a policy for scripts does not apply to it.
        let list = safe(&list(origin, catalog).to_string());
        let _ = write!(head, "<script type=\"application/ld+json\">{list}</script>");
    }
    page.append("[data-slot=head]", &head)?;
    write_file(folder, "robots.txt", "User-agent: *\nAllow: /\n")?;
    let preview = repository::root().join("docs/preview.png");
    fs::copy(&preview, folder.join("preview.png"))
        .with_context(|| format!("cannot copy {}", preview.display()))?;
    Ok(())
}

/// Meta data about the page for link previews. Addresses in it have to be absolute, and are left
/// out if the page's own address is unknown.
fn about(title: &str, intro: &str, origin: Option<&str>) -> String {
    let (title, intro) = (escaped(title), escaped(intro));
    let card = if origin.is_some() { "summary_large_image" } else { "summary" };
    let mut head = format!(
        "<meta property=\"og:type\" content=\"website\">\
         <meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{intro}\">\
         <meta name=\"twitter:card\" content=\"{card}\">"
    );
    if let Some(origin) = origin {
        let _ = write!(
            head,
            "<link rel=\"canonical\" href=\"{origin}\">\
             <meta property=\"og:url\" content=\"{origin}\">\
             <meta property=\"og:image\" content=\"{origin}preview.png\">\
             <link rel=\"alternate\" type=\"application/json+oembed\" \
             href=\"{origin}oembed.json\" title=\"{title}\">"
        );
    }
    head
}

/// The entries as a list for search engines. The page contains the names, on the cards.
fn list(origin: &str, catalog: &Catalog) -> serde_json::Value {
    let item = |(entry, position): (&Alternative, usize)| {
        let url = format!("{origin}?open={}", entry.id);
        json!({ "@type": "ListItem", "position": position, "url": url })
    };
    let items: Vec<_> = catalog.alternatives.iter().zip(1..).map(item).collect();
    json!({
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": &*catalog.subject.title,
        "numberOfItems": items.len(),
        "itemListElement": items,
    })
}

/// The oEmbed answer: a link first, for consumers that remove frames.
fn oembed(origin: &str, title: &str) -> serde_json::Value {
    let text = escaped(title);
    json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Stackfit",
        "provider_url": origin,
        "width": 600,
        "height": 720,
        "html": format!(
            "<blockquote><a href=\"{origin}\">{text}</a></blockquote>\
             <iframe src=\"{origin}\" width=\"600\" height=\"720\" title=\"{text}\" \
             loading=\"lazy\"></iframe>"
        ),
    })
}

/// How long caches may keep a file whose name changes with its bytes.
const FOR_EVER: &str = "max-age=31536000, immutable";
/// How long caches may keep the script of a host, whose name never changes.
const AN_HOUR: &str = "max-age=3600";
/// For files that have to be revalidated.
const REVALIDATED: &str = "no-cache";
/// The prefixes of the names of those files.
const NAMED: [&str; 4] = [super::APP, super::EXPLAIN, "evidence", "marks"];

/// Who may load the files: every page, also one that is isolated from other origins.
const SHARED: &str = "cross-origin";
/// What an isolated page asks of a frame in it. The page loads only its own files, so this blocks nothing.
const ISOLATED: &str = "require-corp";

/// The page of former links, which redirects to the configurator.
const AUTHOR_PAGE: &str = "author.html";

/// Writes `_headers`, which several static hosts read: types, cache rules, CORS, and a policy with
/// the hashes of the inline scripts.
pub(super) fn write_headers(folder: &Path, page: &Document) -> anyhow::Result<()> {
    let policy_of_author = policy(&Document::read(&folder.join(AUTHOR_PAGE))?)?;
    let policy = policy(page)?;
    let mut headers = format!(
        "/*\n  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: {SHARED}\n  \
         X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n\
         /embed.js\n  Content-Type: text/javascript; charset=utf-8\n  Cache-Control: {AN_HOUR}\n\
         /*.wasm\n  Content-Type: application/wasm\n  Cache-Control: {FOR_EVER}\n"
    );
    // Some hosts leave the ending out of addresses.
    for (page, policy) in [
        ("", Some(&policy)),
        ("index", Some(&policy)),
        ("index.html", Some(&policy)),
        ("author", Some(&policy_of_author)),
        ("author.html", Some(&policy_of_author)),
        ("standalone", None),
        ("standalone.html", None),
    ] {
        let _ = writeln!(
            headers,
            "/{page}\n  Cache-Control: {REVALIDATED}\n  Cross-Origin-Embedder-Policy: {ISOLATED}"
        );
        if let Some(policy) = policy {
            let _ = writeln!(headers, "  Content-Security-Policy: {policy}");
        }
    }
    for name in NAMED {
        let _ = writeln!(headers, "/{name}-*\n  Cache-Control: {FOR_EVER}");
    }
    write_file(folder, "_headers", &headers)
}

/// The policy of a page. Any page may frame it, so it has no `frame-ancestors`.
fn policy(page: &Document) -> anyhow::Result<String> {
    let hashes = |selector: &str| -> anyhow::Result<String> {
        let texts = page.inside(selector)?;
        Ok(texts.iter().map(|text| [" ", &policy_hash(text)].concat()).collect())
    };
    // Scripts with a source and the style sheet of the marks are covered by 'self'; scripts with a
    // type are data.
    let scripts = hashes("script:not([src]):not([data-src]):not([type])")?;
    let styles = hashes("style")?;
    Ok(format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types stackfit"
    ))
}

fn write_file(folder: &Path, name: &str, text: &str) -> anyhow::Result<()> {
    let path = folder.join(name);
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_what_stands_in_the_page_and_nothing_else() {
        let page = "<style>a{}</style><script defer data-src=app.js></script><script>go()</script>\
            <script type=\"application/ld+json\">{}</script>";
        let policy = policy(&Document::new(Path::new("a.html"), page.to_owned())).unwrap();
        assert!(policy.contains(&format!("style-src 'self' {};", policy_hash("a{}"))), "{policy}");
        assert!(policy.contains(&policy_hash("go()")) && !policy.contains("unsafe-inline"));
        assert_eq!(policy.matches("'sha256-").count(), 2, "{policy}");
    }

    #[test]
    fn every_address_that_the_page_says_of_itself_is_absolute_or_left_out() {
        let origin = "https://example.org/stackfit/";
        let known = about("A \"b\"", "C", Some(origin));
        for address in ["", "preview.png", "oembed.json"] {
            assert!(known.contains(&format!("=\"{origin}{address}\"")), "{known}");
        }
        assert!(known.contains("content=\"A &quot;b&quot;\""), "{known}");
        let unknown = about("A", "C", None);
        assert!(unknown.contains("og:title") && !unknown.contains("og:image"), "{unknown}");
        assert!(!unknown.contains("href=") && !unknown.contains("preview.png"), "{unknown}");
    }

    /// The example configurations and `_headers` agree.
    #[test]
    fn the_examples_for_hosts_send_what_the_headers_say() {
        for file in ["Caddyfile", "nginx.conf"] {
            let path = repository::root().join("docs/hosting").join(file);
            let text = fs::read_to_string(&path).unwrap();
            for kept in [FOR_EVER, AN_HOUR, REVALIDATED] {
                assert!(text.contains(&format!("Cache-Control \"{kept}\"")), "{file}: {kept}");
            }
            let names = format!("({})", NAMED.join("|"));
            assert!(text.contains(&names), "{file}: {names}");
            let isolation = [("Resource", SHARED), ("Embedder", ISOLATED)]
                .map(|(of, value)| format!("Cross-Origin-{of}-Policy \"{value}\""));
            let all = ["Access-Control-Allow-Origin \"*\"", "nosniff", "no-referrer", "embed.js"];
            for part in all.into_iter().chain(isolation.iter().map(String::as_str)) {
                assert!(text.contains(part), "{file}: {part}");
            }
        }
    }

    #[test]
    fn an_embedding_page_gets_the_link_before_the_frame() {
        let told = oembed("https://example.org/", "A \"b\"");
        let html = told["html"].as_str().unwrap();
        assert!(
            html.starts_with("<blockquote><a href=\"https://example.org/\">A &quot;b&quot;</a>")
        );
        assert!(html.ends_with("></iframe>"));
        assert!(told["width"].is_u64() && told["height"].is_u64());
    }
}
