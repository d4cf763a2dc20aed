//! `catalog links` as a script runs it. All requests go through a proxy on this machine, which leads
//! nowhere; what single addresses answer is tested beside the code.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// A proxy that refuses to lead anywhere, and the hosts that it was asked for.
fn proxy() -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("it has an address");
    let (sender, asked) = channel();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut reader = BufReader::new(stream.try_clone().expect("a stream"));
            let mut first = String::new();
            drop(reader.read_line(&mut first));
            let mut line = String::new();
            while reader.read_line(&mut line).is_ok_and(|n| n > 2) {
                line.clear();
            }
            drop(sender.send(first.split(' ').nth(1).unwrap_or_default().to_owned()));
            drop(stream.write_all(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"));
        }
    });
    (format!("http://{address}"), asked)
}

fn links(proxy: &str, arguments: &[&str]) -> Output {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/catalog/base");
    let mut command = Command::new(env!("CARGO_BIN_EXE_stackfit"));
    command.args(["catalog", "links", "--catalog"]).arg(base).args(arguments);
    for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY"] {
        command.env(name, proxy).env(name.to_ascii_lowercase(), proxy);
    }
    command.env_remove("NO_PROXY").env_remove("no_proxy").output().expect("the program starts")
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("output is UTF-8")
}

#[test]
fn every_address_is_asked_and_one_without_an_answer_ends_with_1() {
    let (proxy, asked) = proxy();
    let output = links(&proxy, &["beta", "--seconds", "5"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let out = text(&output.stdout);
    for url in ["https://example.org/beta: no answer", "https://example.org/beta.git: no answer"] {
        assert!(out.contains(url), "{out}");
    }
    assert!(out.ends_with(
        "2 addresses: 0 answer, 0 redirect, 0 refuse programs, 0 gone, 2 without an answer\n"
    ));
    assert_eq!(text(&output.stderr), "stackfit: 2 addresses are gone or do not answer\n");
    let hosts: Vec<_> = asked.try_iter().collect();
    assert!(!hosts.is_empty() && hosts.iter().all(|host| host == "example.org:443"), "{hosts:?}");
}

#[test]
fn an_entry_that_does_not_exist_is_an_error_and_nothing_is_asked() {
    let (proxy, asked) = proxy();
    let output = links(&proxy, &["gamma"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stderr), "stackfit: there is no entry gamma\n");
    assert_eq!(asked.try_iter().count(), 0);
}
