//! A server for the built page on a port of its own, which records its requests.
//!
//! A file is sent compressed if there is a copy with the suffix `.br`. Nothing is cached, and a
//! missing file is a 404.

use std::fs;
use std::future;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Redirect, Response};
use http::StatusCode;
use http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, HeaderName, HeaderValue,
};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

use crate::engine::Engine;
use crate::recorder;

/// A running server. It stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    origin: String,
    requests: Requests,
    released: watch::Sender<bool>,
    task: JoinHandle<()>,
}

/// How a host delivers the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hosting {
    /// Whether it sends CORS headers, as a host of the widget should.
    pub open: bool,
    /// The Content Security Policies that it sends: the path of a page, or `*` for any, and its
    /// policy. The first match counts.
    pub policies: Vec<(String, String)>,
    /// A part of the path of files that it never answers for.
    pub withheld: Option<String>,
    /// Further headers: a path, which may begin or end with `*`, a name and a value.
    pub headers: Vec<(String, String, String)>,
    /// Paths that it answers as if another one had been asked for.
    pub rewrites: Vec<(String, String)>,
    /// Paths that lead to another address, which gets the query too.
    pub redirects: Vec<(String, String)>,
    /// A part of the path of files that it answers for once [`Server::release`] was called.
    pub kept_back: Option<String>,
    /// A part of the path of files of which it sends the first half, as if it were all.
    pub cut: Option<String>,
}

impl Default for Hosting {
    fn default() -> Self {
        Self {
            open: true,
            policies: Vec::new(),
            withheld: None,
            headers: Vec::new(),
            rewrites: Vec::new(),
            redirects: Vec::new(),
            kept_back: None,
            cut: None,
        }
    }
}

impl Hosting {
    /// A host that sends a Content Security Policy with every page.
    #[must_use]
    pub fn under(policy: &str) -> Self {
        Self { policies: vec![("*".to_owned(), policy.to_owned())], ..Self::default() }
    }

    /// As the file `_headers` of a build says, which several static hosts read.
    ///
    /// # Errors
    /// If there is no such file.
    pub fn of_build(folder: &Path) -> Result<Self> {
        let rules = fs::read_to_string(folder.join("_headers")).context("no _headers")?;
        let mut headers = Vec::new();
        let mut path = "";
        for line in rules.lines() {
            match line.strip_prefix("  ").and_then(|line| line.split_once(": ")) {
                None => path = line,
                Some((name, value)) => {
                    headers.push((path.to_owned(), name.to_owned(), value.to_owned()));
                }
            }
        }
        // Nothing is cached here.
        headers.retain(|(_, name, _)| name != "Cache-Control");
        Ok(Self { open: false, headers, ..Self::default() })
    }
}

/// Whether a rule of `_headers` matches a path.
fn is_for(rule: &str, path: &str) -> bool {
    match (rule.strip_suffix('*'), rule.strip_prefix("/*")) {
        (Some(start), _) => path.starts_with(start),
        (None, Some(end)) => path.ends_with(end),
        (None, None) => path == rule,
    }
}

/// The requested paths with their queries.
type Requests = Arc<Mutex<Vec<String>>>;

/// The data of the request handlers.
#[derive(Clone)]
struct Desk {
    hosting: Hosting,
    requests: Requests,
    released: watch::Receiver<bool>,
    /// Whether pages get the script that records their errors.
    records: bool,
}

impl Server {
    /// Serves a folder on a free port of the loopback address.
    ///
    /// # Errors
    /// If there is no free port.
    pub async fn start(folder: &Path) -> Result<Self> {
        Self::start_as(folder, Hosting::default()).await
    }

    /// The same with the headers of a given host.
    ///
    /// # Errors
    /// If there is no free port.
    pub async fn start_as(folder: &Path, hosting: Hosting) -> Result<Self> {
        let records = Engine::chosen()?.needs_recorder();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.context("no free port")?;
        let origin = format!("http://{}", listener.local_addr()?);
        let requests = Requests::default();
        let (released, is_released) = watch::channel(false);
        let desk =
            Desk { hosting, requests: Arc::clone(&requests), released: is_released, records };
        let app = Router::new()
            .fallback_service(ServeDir::new(folder).precompressed_br())
            .layer(middleware::from_fn_with_state(desk, answer));
        let task = tokio::spawn(async move {
            // It ends when the task is aborted; an error would show as a page that does not load.
            let _ = axum::serve(listener, app).await;
        });
        Ok(Self { origin, requests, released, task })
    }

    /// Its address, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Answers from now on for the files that it has kept back.
    pub fn release(&self) {
        self.released.send_replace(true);
    }

    /// The requested paths and queries so far, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(State(desk): State<Desk>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let query = request.uri().query().map(|query| ["?", query].concat()).unwrap_or_default();
    let lookup = |list: &[(String, String)]| {
        list.iter().find(|(from, _)| *from == path).map(|(_, to)| [to, query.as_str()].concat())
    };
    if let Some(to) = lookup(&desk.hosting.redirects) {
        return Redirect::temporary(&to).into_response();
    }
    if let Some(to) = lookup(&desk.hosting.rewrites).and_then(|to| to.parse().ok()) {
        *request.uri_mut() = to;
    }
    let is_meant =
        |part: &Option<String>| part.as_ref().is_some_and(|part| path.contains(part.as_str()));
    let is_withheld = is_meant(&desk.hosting.withheld);
    let mut response = if desk.records && request.uri().path() == recorder::PATH {
        ([(CONTENT_TYPE, "text/javascript")], recorder::SCRIPT).into_response()
    } else {
        let asked = request.uri().to_string();
        desk.requests.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
        if is_meant(&desk.hosting.kept_back) {
            // It fails only once the server is dropped.
            let _ = desk.released.clone().wait_for(|is_released| *is_released).await;
        }
        if is_withheld { future::pending().await } else { next.run(request).await }
    };
    if is_meant(&desk.hosting.cut) {
        response = halved(response).await;
    }
    let is_page =
        response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes() == b"text/html");
    if desk.records && is_page {
        response = recorded(response).await;
    }
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if desk.hosting.open {
        // A page sandboxed without allow-same-origin has the origin "null".
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    }
    for (rule, name, value) in &desk.hosting.headers {
        if !is_for(rule, &path) {
            continue;
        }
        match (HeaderName::try_from(name), HeaderValue::from_str(value)) {
            (Ok(name), Ok(value)) => _ = headers.insert(name, value),
            _ => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
    let fits = |page: &str| page == "*" || page == path;
    let policy = desk.hosting.policies.iter().find(|(page, _)| is_page && fits(page));
    if let Some((_, policy)) = policy {
        match HeaderValue::from_str(policy) {
            Ok(policy) => _ = headers.insert(CONTENT_SECURITY_POLICY, policy),
            Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
    response
}

/// The first half of a file. `Content-Length` fits the half, so the browser sees no network error.
async fn halved(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, body.slice(..body.len() / 2).into())
}

/// A page with the script that records its errors.
async fn recorded(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let script = format!("<script src=\"{}\"></script>", recorder::PATH);
    let page = recorder::before_all(&String::from_utf8_lossy(&body), &script);
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, page.into())
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;

    use super::*;

    async fn get(server: &Server, path: &str) -> String {
        let mut stream = TcpStream::connect(&server.origin()["http://".len()..]).await.unwrap();
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }

    #[tokio::test]
    async fn it_serves_the_folder_and_remembers_what_it_was_asked_for() {
        let folder = env::temp_dir().join(format!("stackfit-server-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "<p>here").unwrap();
        fs::write(folder.join("a.wasm"), "").unwrap();
        let server = Server::start(&folder).await.unwrap();
        let page = get(&server, "/?view=fit").await;
        assert!(page.starts_with("HTTP/1.1 200") && page.ends_with("<p>here"), "{page}");
        assert!(page.contains("no-store"), "{page}");
        assert!(page.contains("access-control-allow-origin: *"), "{page}");
        assert!(get(&server, "/a.wasm").await.contains("application/wasm"));
        assert!(get(&server, "/gone.js").await.starts_with("HTTP/1.1 404"));
        assert_eq!(server.requests(), ["/?view=fit", "/a.wasm", "/gone.js"]);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[tokio::test]
    async fn a_host_may_answer_for_other_addresses_and_follow_the_headers_of_a_build() {
        let folder = env::temp_dir().join(format!("stackfit-rules-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "<p>here").unwrap();
        fs::write(folder.join("a.wasm"), "").unwrap();
        fs::write(
            folder.join("_headers"),
            "/*\n  X-All: yes\n/*.wasm\n  X-Wasm: yes\n/\n  X-Page: yes\n",
        )
        .unwrap();
        let pair = |from: &str, to: &str| vec![(from.to_owned(), to.to_owned())];
        let hosting = Hosting {
            rewrites: pair("/pick", "/index.html"),
            redirects: pair("/old", "/pick"),
            ..Hosting::of_build(&folder).unwrap()
        };
        let server = Server::start_as(&folder, hosting).await.unwrap();
        let page = get(&server, "/pick?a=b").await;
        assert!(page.contains("x-all: yes") && page.ends_with("<p>here"), "{page}");
        assert!(!page.contains("x-page") && !page.contains("x-wasm"), "{page}");
        assert!(get(&server, "/").await.contains("x-page: yes"));
        assert!(get(&server, "/a.wasm").await.contains("x-wasm: yes"));
        let moved = get(&server, "/old?a=b").await;
        assert!(
            moved.starts_with("HTTP/1.1 307") && moved.contains("location: /pick?a=b"),
            "{moved}"
        );
        fs::remove_dir_all(&folder).unwrap();
    }

    #[tokio::test]
    async fn files_may_be_kept_back_for_a_while_and_cut_off() {
        let folder = env::temp_dir().join(format!("stackfit-slow-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.js"), "12345678").unwrap();
        fs::write(folder.join("b.js"), "there").unwrap();
        let some = |part: &str| Some(part.to_owned());
        let hosting = Hosting { kept_back: some("b."), cut: some("a."), ..Hosting::default() };
        let server = Server::start_as(&folder, hosting).await.unwrap();
        assert!(get(&server, "/a.js").await.ends_with("\r\n\r\n1234"));
        let wait = async {
            while server.requests().len() < 2 {
                tokio::task::yield_now().await;
            }
            server.release();
        };
        let (answer, ()) = tokio::join!(get(&server, "/b.js"), wait);
        assert!(answer.ends_with("there"), "{answer}");
        assert!(get(&server, "/b.js").await.ends_with("there"), "it stays released");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[tokio::test]
    async fn a_host_may_send_a_policy_with_pages_and_keep_files_to_itself() {
        let folder = env::temp_dir().join(format!("stackfit-host-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "<p>here").unwrap();
        fs::write(folder.join("a.wasm"), "").unwrap();
        fs::write(folder.join("b.html"), "<p>there").unwrap();
        let policies = [("/", "default-src 'none'"), ("/b.html", "default-src 'self'")]
            .map(|(page, policy)| (page.to_owned(), policy.to_owned()));
        let hosting = Hosting { open: false, policies: policies.into(), ..Hosting::default() };
        let server = Server::start_as(&folder, hosting).await.unwrap();
        assert!(
            get(&server, "/b.html").await.contains("content-security-policy: default-src 'self'")
        );
        let page = get(&server, "/").await;
        assert!(page.contains("content-security-policy: default-src 'none'"), "{page}");
        assert!(!page.contains("access-control-allow-origin"), "{page}");
        assert!(!get(&server, "/a.wasm").await.contains("policy"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
