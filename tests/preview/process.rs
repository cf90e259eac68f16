//! What the system tells of a preview.

use super::server::{PATIENCE, Server, command};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

impl Server {
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
