// One stream from the server to all pages that are seen, in whatever windows.
//
// A browser allows six connections to a server, and every stream holds one. So pages do not listen
// to the server but to this worker, of which there is one as long as one of them needs it. A page
// says `listen` and is told each state, and `null` when the server is away; then it has to say it
// again. It says `leave` before it is hidden or goes.

import { stream } from './stream.js';

const token = new URL(location.href).searchParams.get('token');
const pages = new Set();
let source = null;
let state = null;

addEventListener('connect', ({ ports: [page] }) => {
  page.onmessage = ({ data }) => (data === 'listen' ? enter(page) : leave(page));
});

function enter(page) {
  pages.add(page);
  if (!source) source = stream(token, hear, lost);
  else if (state) page.postMessage(state);
}

function leave(page) {
  pages.delete(page);
  if (pages.size > 0) return;
  source?.close();
  source = state = null;
}

function hear(now) {
  state = now;
  for (const page of pages) page.postMessage(state);
}

function lost() {
  source = state = null;
  for (const page of pages) page.postMessage(null);
  pages.clear();
}
