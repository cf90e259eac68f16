//! The stream of events, as a page listens to it.

use super::answer::{self, Answer};
use super::server::{PATIENCE, Server};
use serde_json::Value;
use std::io::{BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// How long nothing must come for it to be quiet. A held build waits for 40 ms.
const QUIET: Duration = Duration::from_millis(300);

/// The messages of one connection. Its end is an error.
pub struct Events {
    states: Receiver<Result<State, String>>,
    socket: TcpStream,
}

/// How things stand with the kit.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// Which site is served.
    pub build: Option<String>,
    pub errors: Vec<Value>,
    pub warnings: Vec<Value>,
    pub numbers: Vec<Value>,
    /// The edition that is shown.
    pub brand: Option<String>,
}

impl Events {
    /// Asks for the stream on `socket`, with the line of a head that proves where the one who asks
    /// comes from.
    pub fn open(mut socket: TcpStream, host: &str, token: &str, proof: &str) -> Events {
        let request = format!(
            "GET /_pitchkit/events?token={token} HTTP/1.1\r\nHost: {host}\r\n\
             Accept: text/event-stream\r\n{proof}\r\n\r\n"
        );
        socket.write_all(request.as_bytes()).expect("a connection");
        let mut reader = BufReader::new(socket.try_clone().expect("a second hand on a socket"));
        let answer = Answer::head(&mut reader).expect("an answer");
        assert_eq!(answer.status, 200, "{answer:?}");
        assert_eq!(answer.header("content-type"), Some("text/event-stream"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.header("transfer-encoding"), Some("chunked"));
        let (sender, states) = channel();
        thread::spawn(move || listen(&mut reader, &sender));
        Events { states, socket }
    }

    /// The next message, which must come.
    pub fn next(&self) -> State {
        let state = self.states.recv_timeout(PATIENCE);
        let state = state.expect("a message in time");
        state.unwrap_or_else(|error| panic!("{error}"))
    }

    /// Messages up to one that is as wanted, which must come.
    pub fn until(&self, is_wanted: impl Fn(&State) -> bool) -> Vec<State> {
        let mut states = vec![self.next()];
        while !states.last().is_some_and(&is_wanted) {
            states.push(self.next());
        }
        states
    }

    /// The messages that still come before it is quiet.
    pub fn rest(&self) -> Vec<State> {
        let mut states = Vec::new();
        while let Ok(state) = self.states.recv_timeout(QUIET) {
            states.push(state.unwrap_or_else(|error| panic!("{error}")));
            assert!(states.len() < 200, "it is never quiet: {:?}", states.last());
        }
        states
    }

    /// All messages that a change leads to, the last of which must tell of the page that is then
    /// served.
    pub fn told(&self, server: &Server) -> Vec<State> {
        let mut states = vec![self.next()];
        let build = Some(server.page().build);
        while states.last().is_none_or(|state| state.build != build) {
            states.push(self.next());
        }
        states.extend(self.rest());
        let last = states.last().and_then(|state| state.build.clone());
        assert_eq!(last, build, "{states:?}");
        states
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        // The reader holds the socket too and would wait on.
        let _ = self.socket.shutdown(Shutdown::Both);
    }
}

/// Hands on message by message, and at last why there are no more.
fn listen(reader: &mut BufReader<TcpStream>, sender: &Sender<Result<State, String>>) {
    let mut text = String::new();
    loop {
        let Some(more) = chunk(reader) else {
            let _ = sender.send(Err("the stream has ended".to_string()));
            return;
        };
        text += &more;
        while let Some((message, rest)) = text.split_once("\n\n") {
            if message != ": ping" {
                let state = state(message).ok_or_else(|| format!("not a state: {message}"));
                if sender.send(state).is_err() {
                    return;
                }
            }
            text = rest.to_string();
        }
    }
}

/// The next piece of a body of unknown length; `None` at its end.
fn chunk(reader: &mut BufReader<TcpStream>) -> Option<String> {
    let length = usize::from_str_radix(&answer::line(reader)?, 16).ok()?;
    let mut bytes = vec![0; length];
    reader.read_exact(&mut bytes).ok()?;
    answer::line(reader)?;
    String::from_utf8(bytes)
        .ok()
        .filter(|text| !text.is_empty())
}

fn state(message: &str) -> Option<State> {
    let data = message.strip_prefix("event: state\ndata: ")?;
    let value: Value = serde_json::from_str(data).ok()?;
    let list = |name: &str| value.get(name)?.as_array().cloned();
    let build = match value.get("build")? {
        Value::Null => None,
        build => Some(build.as_str()?.to_string()),
    };
    Some(State {
        build,
        errors: list("errors")?,
        warnings: list("warnings")?,
        numbers: list("numbers")?,
        brand: value.get("brand")?.as_str().map(str::to_string),
    })
}
