//! Requests to a preview.

use super::answer::Answer;
use super::events::Events;
use super::page::Page;
use super::server::{PATIENCE, Server};
use std::io::{BufReader, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};

impl Server {
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
}
