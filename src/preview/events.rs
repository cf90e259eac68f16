//! What is shown, told to open pages as it changes: a stream of server-sent events.

use super::live::Live;
use super::shown::Shown;
use http_body_util::channel::{Channel, Sender};
use hyper::body::Bytes;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch::Receiver;

/// How often a page that has nothing to learn is told that we are still here.
const PING: Duration = Duration::from_secs(15);

/// Tells a page how things stand, now and after every change, until it is gone.
pub(super) fn stream(live: &Arc<Live>) -> Channel<Bytes> {
    let (sender, channel) = Channel::new(1);
    tokio::spawn(tell(live.follow(), sender));
    channel
}

/// A page that takes its time hears of the last of several changes only.
async fn tell(mut shown: Receiver<Arc<Shown>>, mut page: Sender<Bytes>) {
    loop {
        let state = Arc::clone(&shown.borrow_and_update());
        let message = format!("event: state\ndata: {}\n\n", state.state);
        if page.send_data(message.into()).await.is_err() {
            return;
        }
        loop {
            match tokio::time::timeout(PING, shown.changed()).await {
                Ok(Ok(())) => break,
                Ok(Err(_)) => return,
                Err(_) => {
                    if page.send_data(": ping\n\n".into()).await.is_err() {
                        return;
                    }
                }
            }
        }
    }
}
