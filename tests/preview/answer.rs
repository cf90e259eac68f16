//! An answer over HTTP, as it came.

use std::io::{BufRead, Read};

/// A whole answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub status: u16,
    /// Names in small letters.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The next answer on a connection; `None` if it ends before. No answer to HEAD has a body,
    /// so `has_body` is for the one who asked to know.
    ///
    /// Panics if the answer lets pages of other addresses read it: none ever may.
    pub fn read(from: &mut impl BufRead, has_body: bool) -> Option<Answer> {
        let mut answer = Answer::head(from)?;
        // A stream without end has no length, and is not waited for.
        let length = answer.header("content-length");
        if let Some(length) = length.filter(|_| has_body) {
            answer.body = vec![0; length.parse().ok()?];
            from.read_exact(&mut answer.body).ok()?;
        }
        Some(answer)
    }

    /// The same without its body, which stays to be read.
    pub fn head(from: &mut impl BufRead) -> Option<Answer> {
        let line = line(from)?;
        let status = line.strip_prefix("HTTP/1.")?.get(2..5)?.parse().ok()?;
        let mut headers = Vec::new();
        loop {
            let line = self::line(from)?;
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            let name = name.to_ascii_lowercase();
            assert!(!name.starts_with("access-control-"), "{line}");
            headers.push((name, value.trim().to_string()));
        }
        Some(Answer {
            status,
            headers,
            body: Vec::new(),
        })
    }

    /// The value of a header. Panics if there are two.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(known, _)| known == name);
        let value = found.next().map(|(_, value)| &**value);
        assert_eq!(found.next(), None, "{:?}", self.headers);
        value
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("a body in UTF-8")
    }

    /// Panics unless this is one of `statuses`, in a few words of our own: nothing of the page,
    /// and nothing of what was asked, of which `canary` is a part.
    pub fn assert_refusal(&self, statuses: &[u16], canary: &str) {
        let text = self.text();
        assert!(statuses.contains(&self.status), "{canary}: {self:?}");
        assert!(text.len() < 200 && !text.contains('<'), "{canary}: {text}");
        if canary.len() > 3 {
            assert!(!text.contains(canary), "{canary}: {text}");
        }
    }
}

/// The next line, without its end; `None` if the connection ends before.
pub fn line(from: &mut impl BufRead) -> Option<String> {
    let mut line = String::new();
    from.take(100_000).read_line(&mut line).ok()?;
    let line = line.strip_suffix('\n')?;
    Some(line.trim_end_matches('\r').to_string())
}
