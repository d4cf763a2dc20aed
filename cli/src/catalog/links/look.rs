//! Looks whether an address is still there: with `HEAD`, which sends no page, and with `GET` where
//! the host does not like that.

use core::fmt;
use std::env;
use std::time::Duration;

use stackfit::authoring::REPOSITORY;
use ureq::http::Response;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, ResponseExt as _};

/// The most redirects that are followed.
const MOST_REDIRECTS: u32 = 8;

/// What became of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// It answers.
    Answers,
    /// It leads to another address, which answers.
    Redirects(String),
    /// The host does not let programs look: 401, 403, 429 or 451.
    Refuses(u16),
    /// It is not there any more: 404 or 410.
    Gone(u16),
    /// There is no answer to go by, and why.
    Silent(String),
}

/// The kinds of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Answers,
    Redirects,
    Refuses,
    Gone,
    Silent,
}

impl Answer {
    /// All kinds in the order of the counts, with the words that follow a count.
    pub(super) const KINDS: [(Kind, &'static str); 5] = [
        (Kind::Answers, "answer"),
        (Kind::Redirects, "redirect"),
        (Kind::Refuses, "refuse programs"),
        (Kind::Gone, "gone"),
        (Kind::Silent, "without an answer"),
    ];

    pub(super) const fn kind(&self) -> Kind {
        match self {
            Self::Answers => Kind::Answers,
            Self::Redirects(_) => Kind::Redirects,
            Self::Refuses(_) => Kind::Refuses,
            Self::Gone(_) => Kind::Gone,
            Self::Silent(_) => Kind::Silent,
        }
    }

    /// Whether somebody has to look for another source.
    pub(super) const fn is_lost(&self) -> bool {
        matches!(self, Self::Gone(_) | Self::Silent(_))
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answers => write!(out, "answers"),
            Self::Redirects(to) => write!(out, "redirects to {to}"),
            Self::Refuses(status) => write!(out, "refuses programs, status {status}"),
            Self::Gone(status) => write!(out, "gone, status {status}"),
            Self::Silent(why) => write!(out, "no answer, {why}"),
        }
    }
}

/// Looks at addresses.
pub(super) struct Looker {
    agent: Agent,
}

impl Looker {
    /// A looker that gives each request so much time.
    pub(super) fn new(limit: Duration) -> Self {
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(MOST_REDIRECTS)
            .timeout_global(Some(limit))
            .user_agent(user_agent(env::var(REPOSITORY).ok().as_deref()))
            .tls_config(tls)
            .build();
        Self { agent: config.into() }
    }

    /// What became of an address.
    pub(super) fn look(&self, url: &str) -> Answer {
        // A host may refuse HEAD in any way, so only a good answer to it counts.
        let head = self.agent.head(url).call().map(|response| of_response(url, &response));
        if let Ok(answer @ (Answer::Answers | Answer::Redirects(_))) = head {
            return answer;
        }
        match self.agent.get(url).call() {
            Ok(response) => of_response(url, &response),
            Err(error) => Answer::Silent(error.to_string()),
        }
    }
}

fn of_response(url: &str, response: &Response<Body>) -> Answer {
    match response.status().as_u16() {
        200..=299 => {
            let end = response.get_uri().to_string();
            let is_same = end.trim_end_matches('/') == url.trim_end_matches('/');
            if is_same { Answer::Answers } else { Answer::Redirects(end) }
        }
        status @ (404 | 410) => Answer::Gone(status),
        status @ (401 | 403 | 429 | 451) => Answer::Refuses(status),
        status => Answer::Silent(format!("status {status}")),
    }
}

/// The name of this program for hosts, with the project's page if the environment names it.
fn user_agent(repository: Option<&str>) -> String {
    let name = concat!("stackfit/", env!("CARGO_PKG_VERSION"), " (catalog links");
    match repository.filter(|address| !address.is_empty()) {
        Some(address) => format!("{name}; +{address})"),
        None => format!("{name})"),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::{TcpListener, TcpStream};
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::thread;

    use super::*;

    /// A server on a free port of this machine, and the requests that it got.
    struct Server {
        port: u16,
        requests: Receiver<String>,
    }

    impl Server {
        fn start() -> Self {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            let port = listener.local_addr().unwrap().port();
            let (sender, requests) = channel();
            thread::spawn(move || {
                for stream in listener.incoming().flatten() {
                    let sender = sender.clone();
                    thread::spawn(move || serve(stream, &sender));
                }
            });
            Self { port, requests }
        }

        fn at(&self, path: &str) -> String {
            format!("http://127.0.0.1:{}{path}", self.port)
        }

        /// The methods and paths that it was asked for since the last time.
        fn asked(&self) -> Vec<String> {
            self.requests.try_iter().collect()
        }
    }

    /// Answers one request, by its method and path.
    fn serve(mut stream: TcpStream, sender: &Sender<String>) {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let mut head = String::new();
        while reader.read_line(&mut head).is_ok_and(|n| n > 2) {}
        let request: Vec<_> = head.split(' ').take(2).map(ToOwned::to_owned).collect();
        let agent = head.lines().find(|line| line.to_ascii_lowercase().starts_with("user-agent"));
        assert!(agent.is_some_and(|agent| agent.contains("stackfit/")), "{head}");
        drop(sender.send(request.join(" ")));
        let answer = match (request[0].as_str(), request[1].as_str()) {
            (_, "/there") | ("GET", "/no-head") => "200 OK",
            (_, "/no-head") => "405 Method Not Allowed",
            (_, "/moved") => "301 Moved Permanently\r\nLocation: /there",
            (_, "/moved-and-gone") => "302 Found\r\nLocation: /nowhere",
            (_, "/round") => "302 Found\r\nLocation: /round",
            (_, "/closed") => "403 Forbidden",
            (_, "/busy") => "429 Too Many Requests",
            (_, "/retired") => "410 Gone",
            (_, "/broken") => "500 Internal Server Error",
            (_, "/slow") => {
                thread::sleep(Duration::from_secs(5));
                "200 OK"
            }
            (_, "/odd") => {
                drop(stream.write_all(b"no answer of the protocol\r\n\r\n"));
                return;
            }
            _ => "404 Not Found",
        };
        let answer = format!("HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        drop(stream.write_all(answer.as_bytes()));
    }

    #[test]
    fn an_address_answers_redirects_refuses_or_is_gone() {
        let server = Server::start();
        let looker = Looker::new(Duration::from_secs(10));
        for (path, answer) in [
            ("/there", Answer::Answers),
            ("/no-head", Answer::Answers),
            ("/moved", Answer::Redirects(server.at("/there"))),
            ("/moved-and-gone", Answer::Gone(404)),
            ("/closed", Answer::Refuses(403)),
            ("/busy", Answer::Refuses(429)),
            ("/nowhere", Answer::Gone(404)),
            ("/retired", Answer::Gone(410)),
            ("/broken", Answer::Silent("status 500".to_owned())),
        ] {
            assert_eq!(looker.look(&server.at(path)), answer, "{path}");
        }
    }

    #[test]
    fn head_comes_first_and_get_only_where_that_does_not_answer() {
        let server = Server::start();
        let looker = Looker::new(Duration::from_secs(10));
        looker.look(&server.at("/there"));
        assert_eq!(server.asked(), ["HEAD /there"]);
        looker.look(&server.at("/no-head"));
        assert_eq!(server.asked(), ["HEAD /no-head", "GET /no-head"]);
        looker.look(&server.at("/moved"));
        assert_eq!(server.asked(), ["HEAD /moved", "HEAD /there"]);
    }

    #[test]
    fn what_gives_no_answer_says_why() {
        let server = Server::start();
        let looker = Looker::new(Duration::from_millis(300));
        let unused = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let addresses = ["/slow", "/round", "/odd"].map(|path| server.at(path));
        for url in addresses.iter().cloned().chain([format!("http://{unused}/")]) {
            let answer = looker.look(&url);
            assert!(answer.is_lost() && answer.kind() == Kind::Silent, "{url}: {answer}");
            assert!(answer.to_string().len() > "no answer, ".len(), "{url}: {answer}");
        }
    }

    #[test]
    fn the_user_agent_names_the_project() {
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(user_agent(None), format!("stackfit/{version} (catalog links)"));
        assert_eq!(user_agent(Some("")), user_agent(None));
        assert_eq!(
            user_agent(Some("https://code.example.org/p")),
            format!("stackfit/{version} (catalog links; +https://code.example.org/p)")
        );
    }
}
