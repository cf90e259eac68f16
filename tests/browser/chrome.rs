//! One Chromium for the whole run, spoken to in its DevTools protocol over a pipe.
//!
//! With a pipe there is no port to wait for, and the browser ends when the tests do, however they
//! end.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, OnceLock};
use std::thread;
use std::time::Duration;

/// How long one command may take. Printing a long page on a busy machine takes the longest.
const PATIENCE: Duration = Duration::from_secs(90);

/// The browser reads from 3 and writes to 4; its profile is new and goes with it.
const START: &str = r#"
profile=$(mktemp -d) && trap 'rm -rf "$profile"' EXIT
"$0" --user-data-dir="$profile" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1
"#;

const FLAGS: [&str; 14] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--font-render-hinting=none",
    "--remote-debugging-pipe",
    // A host that is this machine too, and that browsers do not trust as they trust `localhost`.
    "--host-resolver-rules=MAP *.test 127.0.0.1",
];

/// The running browser.
pub struct Chrome {
    input: Mutex<ChildStdin>,
    waiting: Mutex<Waiting>,
}

/// Who is waiting for what the browser says.
#[derive(Default)]
struct Waiting {
    last: u64,
    replies: HashMap<u64, Sender<Value>>,
    events: HashMap<String, Sender<Event>>,
}

/// What a page told unasked, such as a message in its console.
#[derive(Debug, Clone)]
pub struct Event {
    /// `Log.entryAdded`
    pub method: String,
    pub params: Value,
}

/// The browser, started by whoever asks first.
pub fn chrome() -> &'static Chrome {
    static CHROME: OnceLock<Chrome> = OnceLock::new();
    CHROME.get_or_init(Chrome::start)
}

impl Chrome {
    fn start() -> Chrome {
        let mut child = Command::new("sh")
            .args(["-c", START])
            .arg(executable())
            .args(FLAGS)
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("sh, to start the browser");
        let input = child.stdin.take().expect("a pipe to the browser");
        let output = child.stdout.take().expect("a pipe from the browser");
        thread::spawn(move || {
            listen(output);
            // It has closed its pipe: it is ending.
            let _ = child.wait();
        });
        Chrome {
            input: Mutex::new(input),
            waiting: Mutex::default(),
        }
    }

    /// Sends a command, to one page or to the browser, and waits for its result.
    pub fn send(&self, session: Option<&str>, method: &str, params: Value) -> Value {
        let (sender, receiver) = channel();
        let id = {
            let mut waiting = self.waiting.lock().expect("the browser's list");
            waiting.last += 1;
            let id = waiting.last;
            waiting.replies.insert(id, sender);
            id
        };
        let mut message = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = session {
            message["sessionId"] = json!(session);
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        let sent = self.input.lock().expect("the pipe").write_all(&bytes);
        sent.unwrap_or_else(|error| panic!("the browser has gone away: {error}"));
        let mut reply = receiver
            .recv_timeout(PATIENCE)
            .unwrap_or_else(|_| panic!("the browser does not answer {method}"));
        if let Some(error) = reply.get("error") {
            panic!("{method}: {error}");
        }
        reply["result"].take()
    }

    /// From now on, what the page of this session tells unasked.
    pub fn events(&self, session: &str) -> Receiver<Event> {
        let (sender, receiver) = channel();
        let mut waiting = self.waiting.lock().expect("the browser's list");
        waiting.events.insert(session.to_string(), sender);
        receiver
    }

    fn deliver(&self, mut message: Value) {
        let mut waiting = self.waiting.lock().expect("the browser's list");
        if let Some(id) = message["id"].as_u64() {
            if let Some(sender) = waiting.replies.remove(&id) {
                // Whoever has stopped waiting has said so.
                let _ = sender.send(message);
            }
            return;
        }
        let session = message["sessionId"].as_str().unwrap_or_default();
        if let Some(sender) = waiting.events.get(session) {
            let event = Event {
                method: message["method"].as_str().unwrap_or_default().to_string(),
                params: message["params"].take(),
            };
            let _ = sender.send(event);
        }
    }

    /// Nobody waits for an answer that cannot come.
    fn give_up(&self) {
        let mut waiting = self.waiting.lock().expect("the browser's list");
        waiting.replies.clear();
        waiting.events.clear();
    }
}

/// Hands on what the browser says, until it says no more.
fn listen(output: ChildStdout) {
    let mut output = BufReader::new(output);
    let mut bytes = Vec::new();
    while output.read_until(0, &mut bytes).is_ok_and(|read| read > 0) {
        bytes.pop();
        let message = serde_json::from_slice(&bytes).expect("JSON from the browser");
        chrome().deliver(message);
        bytes.clear();
    }
    chrome().give_up();
}

/// The browser's own program: `CHROME`, else the first that the search path has.
fn executable() -> PathBuf {
    if let Some(path) = std::env::var_os("CHROME") {
        let path = PathBuf::from(path);
        assert!(path.is_file(), "CHROME is no file: {}", path.display());
        return path;
    }
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    let found = names.into_iter().find_map(super::tools::on_the_path);
    let found = found.or_else(|| {
        let mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
        Some(PathBuf::from(mac)).filter(|path| path.is_file())
    });
    found.expect(
        "no Chromium here: tests/run installs it on Debian, elsewhere CHROME=/path/to/chrome names it",
    )
}
