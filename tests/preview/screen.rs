//! A terminal with a program on it.

use super::server::PATIENCE;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;

/// A terminal that runs a command until that ends.
pub struct Screen {
    script: Child,
    keys: ChildStdin,
    lines: Receiver<String>,
    /// All that was written to it and looked at.
    said: String,
}

impl Screen {
    /// Runs a command of the shell.
    pub fn run(command: &str) -> Screen {
        let mut script = Command::new("script")
            .args(["-qec", command, "/dev/null"])
            .envs([("SHELL", "/bin/sh"), ("TERM", "xterm"), ("HISTFILE", "")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("`script`, of util-linux");
        let keys = script.stdin.take().expect("its keys");
        let screen = BufReader::new(script.stdout.take().expect("its screen"));
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in screen.lines() {
                let _ = sender.send(line.expect("text"));
            }
        });
        Screen {
            script,
            keys,
            lines,
            said: String::new(),
        }
    }

    /// Presses keys.
    pub fn press(&mut self, keys: &[u8]) {
        self.keys.write_all(keys).expect("keys to press");
    }

    /// The next line that has certain words, which must come.
    #[track_caller]
    pub fn until(&mut self, words: &str) -> String {
        loop {
            let line = self.lines.recv_timeout(PATIENCE);
            let line = line.unwrap_or_else(|_| panic!("never: {words}\n{}", self.said));
            self.said += &format!("{line}\n");
            if line.contains(words) {
                return line;
            }
        }
    }

    /// All that was written to it, once its command has ended.
    #[track_caller]
    pub fn all(mut self) -> String {
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => self.said += &format!("{line}\n"),
                Err(RecvTimeoutError::Disconnected) => return std::mem::take(&mut self.said),
                Err(RecvTimeoutError::Timeout) => panic!("it does not end\n{}", self.said),
            }
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Whatever runs on it is hung up.
        let _ = self.script.kill();
        let _ = self.script.wait();
    }
}
