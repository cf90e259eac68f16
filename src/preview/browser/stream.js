// The server's stream to what it tells: how things stand, now and after every change.

// Calls `hear` with each state until the stream ends, and then `lost`, once.
export function stream(token, hear, lost) {
  const source = new EventSource(`/_pitchkit/events?token=${token}`);
  source.addEventListener('state', (event) => hear(JSON.parse(event.data)));
  source.addEventListener('error', () => {
    // By itself it would ask again, with a token that may be of a server that is gone.
    source.close();
    lost();
  });
  return source;
}
