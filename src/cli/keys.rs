//! Keys pressed on a terminal, one by one.

use std::io::{self, IsTerminal, Read};

/// While this lives, keys are heard without a return after them and are not written out.
pub(super) struct Keys {
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
}

impl Keys {
    /// Calls `pressed` with each key, from a thread of its own; never without a terminal.
    pub(super) fn listen(pressed: impl Fn(u8) + Send + 'static) -> Keys {
        let keys = Keys::prepare();
        if io::stdin().is_terminal() {
            std::thread::spawn(move || {
                for key in io::stdin().lock().bytes().map_while(Result::ok) {
                    pressed(key);
                }
            });
        }
        keys
    }

    #[cfg(unix)]
    fn prepare() -> Keys {
        use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
        let before = tcgetattr(io::stdin()).ok();
        if let Some(before) = &before {
            let mut now = before.clone();
            now.local_modes
                .remove(LocalModes::ICANON | LocalModes::ECHO);
            // Else keys are heard once a return is pressed after them.
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &now);
        }
        Keys { before }
    }

    #[cfg(not(unix))]
    fn prepare() -> Keys {
        Keys {}
    }
}

#[cfg(unix)]
impl Drop for Keys {
    fn drop(&mut self) {
        use rustix::termios::{OptionalActions, tcsetattr};
        if let Some(before) = &self.before {
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, before);
        }
    }
}
