//! Where the server listens.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, UdpSocket};

/// How many ports after the one asked for are tried.
const TRIES: u16 = 100;

/// Which port to listen on.
#[derive(Clone, Copy, Debug)]
pub struct Port {
    /// The port; 0 for any that is free.
    pub number: u16,
    /// Whether no other will do.
    pub strict: bool,
}

/// Opened for whoever knocks.
#[derive(Debug)]
pub struct Bound {
    pub(super) listeners: Vec<TcpListener>,
    /// The address to open on this machine.
    pub local: SocketAddr,
    /// Whether other machines may come in.
    pub is_open: bool,
    /// The address for other machines in the same network, if they may come in and one is known.
    pub network: Option<SocketAddr>,
}

/// Why nothing could be opened.
#[derive(Debug)]
pub enum Unbound {
    /// Another program has the port, or it and all that were tried after it.
    Taken(u16),
    /// This machine has no such address.
    Elsewhere(IpAddr),
    /// The world is wrong.
    Io(SocketAddr, io::Error),
}

/// Listens on this machine's own addresses, or on `host` where others are let in.
pub fn bind(host: Option<IpAddr>, port: Port) -> Result<Bound, Unbound> {
    let tries = if port.strict || port.number == 0 {
        1
    } else {
        TRIES
    };
    for offset in 0..tries {
        let Some(number) = port.number.checked_add(offset) else {
            break;
        };
        match listen(host, number) {
            Err(Unbound::Taken(_)) => {}
            other => return other,
        }
    }
    Err(Unbound::Taken(port.number))
}

fn listen(host: Option<IpAddr>, number: u16) -> Result<Bound, Unbound> {
    let first = host.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let (listener, address) = open(SocketAddr::new(first, number))?;
    let mut listeners = vec![listener];
    if host.is_none() {
        // A browser may take `localhost` for either. A machine without the one does without.
        let other = SocketAddr::new(IpAddr::V6(Ipv6Addr::LOCALHOST), address.port());
        match open(other) {
            Ok((listener, _)) => listeners.push(listener),
            Err(Unbound::Taken(_)) if number != 0 => return Err(Unbound::Taken(number)),
            Err(_) => {}
        }
    }
    let anywhere = address.ip().is_unspecified();
    let is_open = anywhere || !address.ip().is_loopback();
    let here = match address.ip() {
        IpAddr::V4(_) => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(_) => IpAddr::V6(Ipv6Addr::LOCALHOST),
    };
    let local = match anywhere {
        true => SocketAddr::new(here, address.port()),
        false => address,
    };
    let network = match anywhere {
        true => outward(address.ip()).map(|ip| SocketAddr::new(ip, address.port())),
        false => is_open.then_some(address),
    };
    Ok(Bound {
        listeners,
        local,
        is_open,
        network,
    })
}

fn open(address: SocketAddr) -> Result<(TcpListener, SocketAddr), Unbound> {
    let opened = TcpListener::bind(address).and_then(|listener| {
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        Ok((listener, address))
    });
    opened.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => Unbound::Taken(address.port()),
        ErrorKind::AddrNotAvailable => Unbound::Elsewhere(address.ip()),
        _ => Unbound::Io(address, error),
    })
}

/// The address that this machine has in its network: the one it would send from. Nothing is sent.
fn outward(like: IpAddr) -> Option<IpAddr> {
    let (from, to): (SocketAddr, SocketAddr) = match like {
        IpAddr::V4(any) => ((any, 0).into(), (Ipv4Addr::new(198, 51, 100, 1), 9).into()),
        IpAddr::V6(any) => (
            (any, 0).into(),
            (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1), 9).into(),
        ),
    };
    let socket = UdpSocket::bind(from).ok()?;
    socket.connect(to).ok()?;
    let ip = socket.local_addr().ok()?.ip();
    (!ip.is_unspecified() && !ip.is_loopback()).then_some(ip)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_gives_way_to_the_next_or_is_named() {
        let taken = bind(
            None,
            Port {
                number: 0,
                strict: false,
            },
        )
        .expect("a free port");
        let number = taken.local.port();
        let other = bind(
            None,
            Port {
                number,
                strict: false,
            },
        )
        .expect("a port after it");
        assert!(other.local.port() > number);
        let strict = bind(
            None,
            Port {
                number,
                strict: true,
            },
        );
        assert!(matches!(strict, Err(Unbound::Taken(n)) if n == number));
    }

    #[test]
    fn only_this_machine_is_let_in_unless_asked() {
        let bound = bind(
            None,
            Port {
                number: 0,
                strict: false,
            },
        )
        .expect("a free port");
        for listener in &bound.listeners {
            assert!(
                listener
                    .local_addr()
                    .expect("it is open")
                    .ip()
                    .is_loopback()
            );
        }
        assert!(!bound.is_open);
        assert_eq!(bound.network, None);
        let host = Some(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        let bound = bind(
            host,
            Port {
                number: 0,
                strict: false,
            },
        )
        .expect("a free port");
        assert!(bound.local.ip().is_loopback());
        assert!(bound.is_open);
        assert!(
            bound
                .network
                .is_none_or(|network| !network.ip().is_loopback())
        );
    }
}
