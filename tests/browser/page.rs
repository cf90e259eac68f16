//! One tab: what it shows, how large, in which light, and what it tells.

use crate::chrome::{Chrome, Event, chrome};
use crate::kits::Look;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// A tab with a profile of its own: nothing in it is left from another check.
pub struct Page {
    chrome: &'static Chrome,
    profile: String,
    /// Whether the profile goes with this tab.
    is_first: bool,
    session: String,
    receiver: Receiver<Event>,
    /// What came while the page waited for something else.
    kept: RefCell<Vec<Event>>,
}

impl Page {
    /// A new tab, 1280 x 860 px, in light colours.
    pub fn open() -> Page {
        let profile = chrome().send(None, "Target.createBrowserContext", json!({}));
        let profile = profile["browserContextId"].as_str().expect("an id");
        Page::window(profile, true)
    }

    /// Another window of the same profile. It goes with the first.
    pub fn beside(&self) -> Page {
        Page::window(&self.profile, false)
    }

    fn window(profile: &str, is_first: bool) -> Page {
        let chrome = chrome();
        // A window of its own: a tab behind another one would not be drawn.
        let target = chrome.send(
            None,
            "Target.createTarget",
            json!({ "url": "about:blank", "browserContextId": profile, "newWindow": true }),
        );
        let attached = chrome.send(
            None,
            "Target.attachToTarget",
            json!({ "targetId": target["targetId"], "flatten": true }),
        );
        let session = attached["sessionId"].as_str().expect("an id").to_string();
        let page = Page {
            chrome,
            profile: profile.to_string(),
            is_first,
            receiver: chrome.events(&session),
            session,
            kept: RefCell::default(),
        };
        for domain in ["Page", "Runtime", "Log", "Network", "DOM"] {
            page.send(&format!("{domain}.enable"), json!({}));
        }
        page.send(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        );
        page.look(Look::light(1280));
        page
    }

    /// Sends a command of the protocol.
    pub fn send(&self, method: &str, params: Value) -> Value {
        self.chrome.send(Some(&self.session), method, params)
    }

    /// The size of the viewport in CSS px, and how many dots a px has.
    pub fn size(&self, width: u32, height: u32, scale: f64) {
        self.send(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false }),
        );
    }

    /// As `@media` sees it: `print` or `screen`, and features such as `prefers-color-scheme`.
    pub fn media(&self, medium: &str, features: &[(&str, &str)]) {
        let features: Vec<_> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.send(
            "Emulation.setEmulatedMedia",
            json!({ "media": medium, "features": features }),
        );
    }

    /// Width and light, on a screen.
    pub fn look(&self, look: Look) {
        self.size(look.width, look.height(), 1.0);
        let scheme = if look.dark { "dark" } else { "light" };
        self.media("screen", &[("prefers-color-scheme", scheme)]);
    }

    /// Opens an address and waits until all that the page needs at once is there.
    pub fn visit(&self, url: &str) {
        self.tell();
        let navigated = self.send("Page.navigate", json!({ "url": url }));
        if let Some(error) = navigated["errorText"].as_str() {
            panic!("{url}: {error}");
        }
        self.wait_for("Page.loadEventFired");
    }

    /// Opens an address with every picture and font in place, as after a slow scroll through it.
    pub fn visit_all_of(&self, url: &str) {
        self.visit(url);
        self.scroll_through();
    }

    /// From the top to the end and back, so that what loads lazily has loaded.
    pub fn scroll_through(&self) {
        let () = self.run(include_str!("script/scroll.js"));
    }

    /// The value of an expression, or of the promise that it is. It may use what `shared.js` has.
    pub fn run<T: DeserializeOwned>(&self, script: &str) -> T {
        let script = format!("{}\n{script}", include_str!("script/shared.js"));
        let reply = self.send(
            "Runtime.evaluate",
            json!({ "expression": script, "returnByValue": true, "awaitPromise": true }),
        );
        if let Some(thrown) = reply.get("exceptionDetails") {
            let told = &thrown["exception"]["description"];
            panic!("a script of the checks fails: {told}");
        }
        let value = reply["result"]["value"].clone();
        serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{error} in {value}"))
    }

    /// Opens another tab before it.
    pub fn hide(&self) {
        // As long as it is to have the focus, it counts as seen.
        self.send(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": false }),
        );
        self.chrome.send(
            None,
            "Target.createTarget",
            json!({ "url": "about:blank", "browserContextId": self.profile }),
        );
    }

    /// What the page told since the last time.
    pub fn tell(&self) -> Vec<Event> {
        let mut events = self.kept.take();
        events.extend(self.receiver.try_iter());
        events
    }

    /// Presses a key and lets it go.
    pub fn press(&self, key: &str, code: u32, shift: bool) {
        for kind in ["rawKeyDown", "keyUp"] {
            self.send(
                "Input.dispatchKeyEvent",
                json!({
                    "type": kind, "key": key, "code": key,
                    "windowsVirtualKeyCode": code, "modifiers": if shift { 8 } else { 0 },
                }),
            );
        }
    }

    /// Waits until the page tells this.
    pub fn wait_for(&self, method: &str) {
        let end = Instant::now() + Duration::from_secs(60);
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let event = self.receiver.recv_timeout(left);
            let event = event.unwrap_or_else(|_| panic!("{method} does not come"));
            let came = event.method == method;
            self.kept.borrow_mut().push(event);
            if came {
                return;
            }
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // A check that has failed because the browser went away shall not fail twice.
        if self.is_first && !std::thread::panicking() {
            let profile = json!({ "browserContextId": self.profile });
            self.chrome
                .send(None, "Target.disposeBrowserContext", profile);
        }
    }
}
