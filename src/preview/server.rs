//! Connections to requests.
//!
//! Whoever can reach the port may be hostile or broken: what is read is bounded, nobody is waited
//! for without end, and there are never more connections than [`MOST`]. When there would be, the
//! one that has kept us waiting longest goes.

use super::address::Bound;
use super::answer::{Answer, answer, refuse};
use super::guard::{Wanted, judge};
use super::live::Live;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio::sync::Notify;
use tokio::task::AbortHandle;
use tokio_io_timeout::TimeoutStream;

/// How many connections there may be.
const MOST: usize = 256;

/// How many threads read, build and make pictures.
pub(super) const THREADS: usize = 16;

/// How long a request's head may take to arrive, and an idle connection to ask again.
const HEAD_TIME: Duration = Duration::from_secs(5);

/// How long a reader may take nothing of what is sent.
const READER_TIME: Duration = Duration::from_secs(20);

/// How many bytes the head of a request may have.
const HEAD_SIZE: usize = 16 * 1024;

/// Ends a server from any thread.
#[derive(Clone, Default)]
pub struct Stop(Arc<Notify>);

impl Stop {
    /// Ends it.
    pub fn now(&self) {
        self.0.notify_one();
    }
}

/// Why a server ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It was asked to.
    Stopped,
    /// By the signal of this number.
    Signal(u8),
}

/// A server whose address is bound and that answers nobody yet.
///
/// From when it is made, a signal that asks the program to end no longer ends it at once, so that
/// whoever holds more than memory, as a terminal's settings, can give it back.
pub struct Preview {
    bound: Bound,
    live: Arc<Live>,
    token: String,
    signals: Signals,
    runtime: Runtime,
}

impl Preview {
    /// A server at `bound` out of `live`.
    pub fn new(bound: Bound, live: Arc<Live>) -> io::Result<Preview> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(THREADS)
            .build()?;
        let signals = {
            let _inside = runtime.enter();
            Signals::catch()?
        };
        Ok(Preview {
            bound,
            live,
            token: token()?,
            signals,
            runtime,
        })
    }

    /// Where it will answer.
    pub fn bound(&self) -> &Bound {
        &self.bound
    }

    /// Answers requests until `stop` or a signal ends it.
    pub fn run(self, stop: &Stop) -> io::Result<Ended> {
        let Preview {
            bound,
            live,
            token,
            mut signals,
            runtime,
        } = self;
        let ended = runtime.block_on(async {
            let server = Arc::new(Server {
                live,
                token,
                guests: Guests::default(),
            });
            for listener in bound.listeners {
                let listener = TcpListener::from_std(listener)?;
                tokio::spawn(Arc::clone(&server).receive(listener));
            }
            tokio::select! {
                () = stop.0.notified() => Ok(Ended::Stopped),
                ended = signals.next() => Ok(ended),
            }
        });
        // Whoever still reads or builds is not waited for.
        runtime.shutdown_background();
        ended
    }
}

/// What only pages of this run know.
fn token() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The signals that ask us to end, caught while this lives.
#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
    hangup: tokio::signal::unix::Signal,
    quit: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn catch() -> io::Result<Signals> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Signals {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hangup: signal(SignalKind::hangup())?,
            quit: signal(SignalKind::quit())?,
        })
    }

    /// How the next one ends the server.
    async fn next(&mut self) -> Ended {
        tokio::select! {
            _ = self.interrupt.recv() => Ended::Signal(2),
            _ = self.terminate.recv() => Ended::Signal(15),
            _ = self.hangup.recv() => Ended::Signal(1),
            // Of a key on the terminal, where any other program would leave an image of its memory.
            _ = self.quit.recv() => Ended::Stopped,
        }
    }
}

#[cfg(windows)]
struct Signals(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl Signals {
    fn catch() -> io::Result<Signals> {
        tokio::signal::windows::ctrl_c().map(Signals)
    }

    async fn next(&mut self) -> Ended {
        self.0.recv().await;
        Ended::Signal(2)
    }
}

struct Server {
    live: Arc<Live>,
    token: String,
    guests: Guests,
}

impl Server {
    async fn receive(self: Arc<Server>, listener: TcpListener) {
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                // There are too many open files, or the guest is gone already.
                tokio::time::sleep(Duration::from_millis(20)).await;
                continue;
            };
            let Ok(here) = stream.local_addr() else {
                continue;
            };
            let waiting = Arc::new(AtomicBool::new(true));
            let number = self.guests.enter(&waiting);
            let serving = Arc::clone(&self).serve(stream, here, waiting, number);
            self.guests
                .seat(number, tokio::spawn(serving).abort_handle());
        }
    }

    async fn serve(
        self: Arc<Server>,
        stream: TcpStream,
        here: SocketAddr,
        waiting: Arc<AtomicBool>,
        number: u64,
    ) {
        // Gone however this ends.
        let _place = Place(&self.guests, number);
        let _ = stream.set_nodelay(true);
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(READER_TIME));
        let service = service_fn(|request: Request<Incoming>| {
            let waiting = &waiting;
            let server = &self;
            async move {
                waiting.store(false, Ordering::Relaxed);
                let answer = server.answered(request, here, waiting).await;
                Ok::<_, Infallible>(answer)
            }
        });
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new())
            .header_read_timeout(HEAD_TIME)
            .max_buf_size(HEAD_SIZE);
        // How it ends is the guest's affair.
        let _ = http
            .serve_connection(TokioIo::new(pin!(stream)), service)
            .await;
    }

    async fn answered(
        &self,
        request: Request<Incoming>,
        here: SocketAddr,
        waiting: &AtomicBool,
    ) -> Answer {
        let (head, _) = request.into_parts();
        let wanted = match judge(&head, here, &self.token) {
            Ok(wanted) => wanted,
            Err(refusal) => {
                waiting.store(true, Ordering::Relaxed);
                return refuse(refusal);
            }
        };
        let is_stream = wanted == Wanted::Events;
        let answer = answer(&self.live, wanted, &self.token).await;
        waiting.store(!is_stream, Ordering::Relaxed);
        answer
    }
}

/// The connections there are, by the order they came in.
#[derive(Default)]
struct Guests(Mutex<Seats>);

#[derive(Default)]
struct Seats {
    last: u64,
    taken: BTreeMap<u64, Guest>,
}

struct Guest {
    /// Whether nothing is being done for it: it has asked nothing yet, or has its answer.
    waiting: Arc<AtomicBool>,
    ends: Option<AbortHandle>,
}

impl Guests {
    /// Lets one in, and another out if there are too many. Its number.
    fn enter(&self, waiting: &Arc<AtomicBool>) -> u64 {
        let mut seats = self.seats();
        if seats.taken.len() >= MOST {
            let idle = seats
                .taken
                .iter()
                .find(|(_, guest)| guest.waiting.load(Ordering::Relaxed));
            // Should all be busy, the oldest is a page that has been open for longest.
            let oldest = seats.taken.keys().next();
            if let Some(number) = idle.map(|(number, _)| number).or(oldest).copied()
                && let Some(guest) = seats.taken.remove(&number)
                && let Some(ends) = guest.ends
            {
                ends.abort();
            }
        }
        seats.last += 1;
        let number = seats.last;
        let guest = Guest {
            waiting: Arc::clone(waiting),
            ends: None,
        };
        seats.taken.insert(number, guest);
        number
    }

    /// Tells how guest `number` can be let out.
    fn seat(&self, number: u64, ends: AbortHandle) {
        if let Some(guest) = self.seats().taken.get_mut(&number) {
            guest.ends = Some(ends);
        }
    }

    fn seats(&self) -> MutexGuard<'_, Seats> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A guest's place, free again when this is dropped.
struct Place<'a>(&'a Guests, u64);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.seats().taken.remove(&self.1);
    }
}
