//! A server for the built page on a port of its own, which remembers what it was asked for.
//!
//! # What this module does not do
//! It compresses nothing and lets nothing be cached, and a missing file is an honest 404. Every origin
//! may read what it serves, as any host of the widget has to allow.

use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, HeaderValue};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

/// A running server. It stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    origin: String,
    requests: Requests,
    task: JoinHandle<()>,
}

/// What was asked for, path and query.
type Requests = Arc<Mutex<Vec<String>>>;

impl Server {
    /// Serves a folder on a free port of the loopback address.
    ///
    /// # Errors
    /// Where there is no free port.
    pub async fn start(folder: &Path) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.context("no free port")?;
        let origin = format!("http://{}", listener.local_addr()?);
        let requests = Requests::default();
        let app = Router::new()
            .fallback_service(ServeDir::new(folder))
            .layer(middleware::from_fn_with_state(Arc::clone(&requests), remember));
        let task = tokio::spawn(async move {
            // It ends when the task is aborted; an error would show as a page that does not load.
            let _ = axum::serve(listener, app).await;
        });
        Ok(Self { origin, requests, task })
    }

    /// Its address, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What it was asked for so far, path and query, in order.
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

async fn remember(State(requests): State<Requests>, request: Request, next: Next) -> Response {
    requests.lock().unwrap_or_else(PoisonError::into_inner).push(request.uri().to_string());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // A page sandboxed without allow-same-origin has the origin "null".
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
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
}
