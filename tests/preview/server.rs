//! `pitchkit serve` on a kit, and requests to it.

use super::answer::Answer;
use super::events::Events;
use super::page::Page;
use super::place::{BINARY, Place, TODAY};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything is waited for that must come.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A preview that runs, until it is dropped.
pub struct Server {
    process: Child,
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
        let mut process = command(kit, cache, options).spawn().expect("the program");
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

    /// The `Host` of proper requests.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// A connection to it.
    pub fn connect(&self) -> TcpStream {
        self.connect_at(Ipv4Addr::LOCALHOST.into())
            .expect("a server that listens")
    }

    /// A connection to it by this address of the machine, if it listens there.
    pub fn connect_at(&self, address: IpAddr) -> Option<TcpStream> {
        let address = SocketAddr::new(address, self.port);
        let socket = TcpStream::connect_timeout(&address, PATIENCE).ok()?;
        socket.set_read_timeout(Some(PATIENCE)).expect("a socket");
        socket.set_write_timeout(Some(PATIENCE)).expect("a socket");
        Some(socket)
    }

    /// What comes back for these bytes; `None` if the connection is closed without a whole answer.
    pub fn send(&self, request: impl AsRef<[u8]>) -> Option<Answer> {
        let request = request.as_ref();
        let mut socket = self.connect();
        // It may refuse before it has read all.
        let _ = socket.write_all(request);
        Answer::read(&mut BufReader::new(socket), !request.starts_with(b"HEAD"))
    }

    /// The answer to a proper request with these lines added to its head.
    pub fn ask(&self, method: &str, target: &str, lines: &[&str]) -> Answer {
        let mut request = format!("{method} {target} HTTP/1.1\r\nHost: {}\r\n", self.host());
        for line in lines {
            request += &format!("{line}\r\n");
        }
        let answer = self.send(request + "\r\n");
        answer.unwrap_or_else(|| panic!("no answer to {method} {target}: {}", self.said()))
    }

    pub fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, &[])
    }

    /// The first page, which there must be.
    pub fn page(&self) -> Page {
        let answer = self.get("/");
        assert_eq!(answer.status, 200, "{}", self.said());
        Page::of(&answer)
    }

    /// The stream of events as a page of the preview listens to it, its first message still to be
    /// read.
    pub fn events(&self) -> Events {
        let proof = "Sec-Fetch-Site: same-origin";
        Events::open(self.connect(), &self.host(), &self.page().token, proof)
    }

    /// How much memory it holds, in bytes.
    pub fn memory(&self) -> u64 {
        let status = fs::read_to_string(self.proc("status")).expect("a process that runs");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB"));
        let kilobytes: u64 = kilobytes
            .and_then(|k| k.trim().parse().ok())
            .expect("a size");
        kilobytes * 1024
    }

    /// What the system tells of the process.
    pub fn proc(&self, path: &str) -> PathBuf {
        PathBuf::from(format!("/proc/{}/{path}", self.process.id()))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What comes of a preview that cannot start: its exit code, what it writes, what it says.
pub fn refused(kit: &Path, cache: &Path, options: &[&str]) -> (Option<i32>, String, String) {
    let mut process = command(kit, cache, options).spawn().expect("the program");
    let started = Instant::now();
    while process.try_wait().expect("a process").is_none() {
        if started.elapsed() > PATIENCE {
            let _ = process.kill();
        }
        thread::sleep(Duration::from_millis(5));
    }
    let output = process.wait_with_output().expect("its last words");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    let code = output.status.code();
    (code, text(output.stdout), text(output.stderr))
}

/// The command that starts a preview.
fn command(kit: &Path, cache: &Path, options: &[&str]) -> Command {
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
