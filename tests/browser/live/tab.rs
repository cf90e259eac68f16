//! A preview that is open in a browser.

use super::place::Place;
use super::server::{PATIENCE, Server};
use crate::kits::Look;
use crate::page::Page;
use crate::quiet::noise;
use serde::de::DeserializeOwned;
use serde_json::json;
use std::thread;
use std::time::{Duration, Instant};

/// The page that shows the kit in frames.
pub const FRAME: &str = "_pitchkit/";

/// What said.js put beside the page, if anything.
pub const SAID: &str = "document.querySelector('pitchkit-said')?.shadowRoot";

/// A preview, and a page of it in a tab.
pub struct Tab {
    pub place: Place,
    pub server: Server,
    pub page: Page,
}

impl Tab {
    /// A preview of the kit of `place`, open at `path`.
    pub fn open(place: Place, path: &str) -> Tab {
        let server = Server::start(&place);
        Tab::of(place, server, path, Look::light(1280))
    }

    /// A preview that runs, open at `path`, where the page is told how things stand.
    pub fn of(place: Place, server: Server, path: &str, look: Look) -> Tab {
        let page = Page::open();
        page.look(look);
        let tab = Tab {
            place,
            server,
            page,
        };
        tab.page.visit(&format!("{}{path}", tab.home()));
        tab.until("window.pitchkit");
        // Only a page that is not loaded anew keeps it.
        tab.act("window.isMarked = true");
        tab
    }

    /// The address of the first page.
    pub fn home(&self) -> String {
        format!("http://127.0.0.1:{}/", self.server.port)
    }

    /// The value of an expression in the page.
    pub fn run<T: DeserializeOwned>(&self, expression: &str) -> T {
        self.page.run(expression)
    }

    /// Does something in the page.
    pub fn act(&self, script: &str) {
        let () = self.page.run(&format!("{script};null"));
    }

    /// Whether an expression is true in the page.
    pub fn is(&self, condition: &str) -> bool {
        self.run(&format!("Boolean({condition})"))
    }

    /// Waits until an expression is true in the page.
    #[track_caller]
    pub fn until(&self, condition: &str) {
        self.wait(condition, || self.is(condition));
    }

    /// Waits until the page has these words.
    #[track_caller]
    pub fn until_said(&self, words: &str) {
        self.until(&format!("document.body.textContent.includes({words:?})"));
    }

    /// Waits until the terminal has these words, and gives all that it has.
    #[track_caller]
    pub fn until_in_terminal(&self, words: &str) -> String {
        self.wait(words, || self.server.said().contains(words));
        self.server.said()
    }

    /// Waits until something is so.
    #[track_caller]
    pub fn wait(&self, what: &str, is_so: impl Fn() -> bool) {
        let end = Instant::now() + PATIENCE;
        while !is_so() {
            let said = self.server.said();
            assert!(Instant::now() < end, "never: {what}\n{said}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Puts `new` in place of `old` in a file of the kit.
    pub fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.place.read(path);
        assert!(text.contains(old), "{path} has no `{old}`");
        self.place.write(path, text.replacen(old, new, 1));
    }

    /// Clicks with the mouse on the middle of the element that an expression gives.
    #[track_caller]
    pub fn click(&self, element: &str) {
        let (x, y): (f64, f64) = self.run(&format!(
            "(({{ x, y, width, height }}) => [x + width / 2, y + height / 2])
             (({element}).getBoundingClientRect())"
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            self.page.send(
                "Input.dispatchMouseEvent",
                json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 }),
            );
        }
    }

    /// What the page told since the last time that it should not have had to tell.
    pub fn noise(&self) -> Vec<String> {
        noise(&self.page.tell(), &self.home())
    }

    /// Panics if the page was loaded anew since it was opened, or told anything since the last
    /// time that it should not have had to tell.
    #[track_caller]
    pub fn assert_kept_and_quiet(&self) {
        assert!(self.is("window.isMarked"), "the page was loaded anew");
        assert_eq!(self.noise(), [""; 0]);
    }
}
