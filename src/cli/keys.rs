//! Keys pressed on a terminal, one by one.
//!
//! A terminal belongs to the program in its foreground: any other that reads from it or sets it is
//! stopped. So it is only touched while it is ours, and set as it was when we end.

#[cfg(unix)]
pub(super) use unix::Keys;

#[cfg(not(unix))]
pub(super) use elsewhere::Keys;

#[cfg(unix)]
mod unix {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::{Errno, read};
    use rustix::process::getpgrp;
    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcgetpgrp, tcsetattr};
    use signal_hook::consts::SIGCONT;
    use signal_hook::low_level::pipe;
    use std::io::{self, IsTerminal, Read};
    use std::os::unix::net::UnixStream;
    use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

    /// How often it is looked whether the terminal has become ours: a program that runs is not told
    /// when it is brought to the foreground.
    const LOOK: Timespec = Timespec {
        tv_sec: 0,
        tv_nsec: 200_000_000,
    };

    /// What makes keys be heard only after a return, and written out.
    const USUAL: LocalModes = LocalModes::ICANON.union(LocalModes::ECHO);

    /// While this lives, keys are heard without a return after them and are not written out,
    /// whenever the program is in the foreground.
    pub(in crate::cli) struct Keys(Arc<Mutex<Setting>>);

    /// How the terminal is set.
    #[derive(Default)]
    struct Setting {
        /// What it was before we set it, while it is as we set it.
        before: Option<Termios>,
        /// Whether it is left alone from now on.
        is_over: bool,
    }

    impl Keys {
        /// Calls `pressed` with each key, from a thread of its own, until it says that no more is to
        /// be heard; never without a terminal.
        pub(in crate::cli) fn listen(pressed: impl Fn(u8) -> bool + Send + 'static) -> Keys {
            let setting = Arc::<Mutex<Setting>>::default();
            if io::stdin().is_terminal() {
                // Set before anybody can press a key.
                locked(&setting).take();
                let listening = Arc::clone(&setting);
                std::thread::spawn(move || hear(&listening, pressed));
            }
            Keys(setting)
        }
    }

    impl Drop for Keys {
        fn drop(&mut self) {
            let mut setting = locked(&self.0);
            setting.give_back();
            setting.is_over = true;
        }
    }

    impl Setting {
        /// Sets the terminal for keys. False if it is not ours.
        fn take(&mut self) -> bool {
            if self.is_over || !is_in_foreground() {
                return false;
            }
            // Whoever had it meanwhile may have set it otherwise.
            if let Ok(found) = tcgetattr(io::stdin())
                && found.local_modes.intersects(USUAL)
            {
                let mut wanted = found.clone();
                wanted.local_modes.remove(USUAL);
                let _ = tcsetattr(io::stdin(), OptionalActions::Now, &wanted);
                self.before = Some(found);
            }
            true
        }

        /// Sets it as it was.
        fn give_back(&mut self) {
            if let Some(before) = self.before.take()
                && is_in_foreground()
            {
                let _ = tcsetattr(io::stdin(), OptionalActions::Now, &before);
            }
        }
    }

    fn locked(setting: &Mutex<Setting>) -> MutexGuard<'_, Setting> {
        setting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_in_foreground() -> bool {
        tcgetpgrp(io::stdin()).is_ok_and(|group| group == getpgrp())
    }

    /// Hears keys until there is no terminal any more, or no key is waited for: what is pressed then
    /// is for whoever has the terminal next.
    fn hear(setting: &Mutex<Setting>, pressed: impl Fn(u8) -> bool) {
        let stdin = io::stdin();
        // Without it keys are heard all the same.
        let goes_on = wakes().ok();
        loop {
            let is_ours = locked(setting).take();
            let mut awaited: Vec<PollFd<'_>> = Vec::new();
            if is_ours {
                awaited.push(PollFd::new(&stdin, PollFlags::IN));
            }
            if let Some(goes_on) = &goes_on {
                awaited.push(PollFd::new(goes_on, PollFlags::IN));
            }
            match poll(&mut awaited, (!is_ours).then_some(&LOOK)) {
                // Else a signal came.
                Ok(_) | Err(Errno::INTR) => {}
                Err(_) => return,
            }
            // We were stopped: the terminal may be another program's, or set anew.
            if goes_on.as_ref().is_some_and(is_woken) {
                continue;
            }
            let is_pressed = is_ours && !awaited[0].revents().is_empty();
            if is_pressed && is_in_foreground() {
                let mut keys = [0; 16];
                match read(&stdin, &mut keys) {
                    Ok(count @ 1..) if keys[..count].iter().all(|key| pressed(*key)) => {}
                    Err(Errno::INTR) => {}
                    _ => return,
                }
            }
        }
    }

    /// What has a byte to read each time we go on after we were stopped.
    fn wakes() -> io::Result<UnixStream> {
        let (ours, theirs) = UnixStream::pair()?;
        ours.set_nonblocking(true)?;
        pipe::register(SIGCONT, theirs)?;
        Ok(ours)
    }

    /// Whether there was one since the last time.
    fn is_woken(mut wakes: &UnixStream) -> bool {
        matches!(wakes.read(&mut [0; 16]), Ok(1..))
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::io::{self, IsTerminal, Read};

    /// Keys, each heard once a return is pressed after it.
    pub(in crate::cli) struct Keys;

    impl Keys {
        /// Calls `pressed` with each key, from a thread of its own, until it says that no more is to
        /// be heard; never without a terminal.
        pub(in crate::cli) fn listen(pressed: impl Fn(u8) -> bool + Send + 'static) -> Keys {
            if io::stdin().is_terminal() {
                std::thread::spawn(move || {
                    let mut keys = io::stdin().lock().bytes().map_while(Result::ok);
                    keys.all(pressed);
                });
            }
            Keys
        }
    }
}
