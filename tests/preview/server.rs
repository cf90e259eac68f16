//! `pitchkit serve` on a kit.

use super::place::Place;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// The program.
pub const BINARY: &str = env!("CARGO_BIN_EXE_pitchkit");
/// The day of all builds.
pub const TODAY: &str = "2026-11-24";
/// How long anything is waited for that must come.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A preview that runs, until it is dropped.
pub struct Server {
    pub process: Child,
    pub port: u16,
    /// What it says to the terminal that is not its address.
    said: Arc<Mutex<String>>,
}

impl Server {
    /// A preview of the kit of `place`, on any free port.
    pub fn start(place: &Place) -> Server {
        Server::start_with(&place.kit, &place.cache, &["--port", "0"])
    }

    /// A preview of the kit in the folder `kit`.
    pub fn start_with(kit: &Path, cache: &Path, options: &[&str]) -> Server {
        Server::run(command(kit, cache, options))
    }

    /// The preview that a command starts.
    pub fn run(mut command: Command) -> Server {
        let mut process = command.spawn().expect("the program");
        let said = Arc::new(Mutex::new(String::new()));
        let errors = lines(process.stderr.take().expect("its messages"));
        let heard = Arc::clone(&said);
        thread::spawn(move || {
            for line in errors {
                let mut heard = heard.lock().expect("what was said");
                *heard += &(line + "\n");
            }
        });
        let first = lines(process.stdout.take().expect("its lines"));
        let first = first.recv_timeout(PATIENCE);
        let mut server = Server {
            process,
            port: 0,
            said,
        };
        let Ok(first) = first else {
            // The process ends with `server`, and then all was said.
            panic!("no address: {}", server.said());
        };
        let address = first.split(' ').next_back().unwrap_or_default();
        let port = address.strip_suffix('/').and_then(|a| a.rsplit_once(':'));
        let port = port.and_then(|(_, port)| port.parse().ok());
        server.port = port.unwrap_or_else(|| panic!("no address in `{first}`"));
        assert!(first.starts_with("Preview  http://"), "{first}");
        server
    }

    /// All that it said so far.
    pub fn said(&self) -> String {
        self.said.lock().expect("what was said").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The command that starts a preview.
pub fn command(kit: &Path, cache: &Path, options: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    command
        .arg("serve")
        .arg(kit)
        .args(["--today", TODAY, "--cache"])
        .arg(cache)
        .args(options)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// The lines of a pipe as they come. It is read to its end: who writes to it must never wait.
fn lines(pipe: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    receiver
}
