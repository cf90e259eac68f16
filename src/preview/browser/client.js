// A page of the preview to the newest page: hears that the kit was built again, fetches what is
// new and moves it into the page under the reader's eyes.
//
// It knows nothing of kits and themes: what it fetches is a document like any other, which head.js
// and body.js move into the page. What there is to say about the kit is drawn by said.js. All pages
// that are open share one stream from the server (shared.js). Inside the framing page
// (`/_pitchkit/`) the frame listens to it and draws, and its pages listen to the frame.

import { follow, followAttributes, place, remember } from './body.js';
import { followFonts, followHead, loadSheets, renewIcon } from './head.js';
import { stream } from './stream.js';

const FRAME = '/_pitchkit/';
const FIRST_PAUSE = 300;
const LAST_PAUSE = 2000;
const USELESS = 10000;

const isFrame = location.pathname === FRAME;
const frame = framing();
let { token, build } = toldBy(import.meta.url);
// Another status is another kind of page, under another policy.
const status = performance.getEntriesByType('navigation')[0]?.responseStatus || 200;

// ---- Listening ----

// Ends what is listened to.
let leave = () => {};
let isLost = false;
let pause = FIRST_PAUSE;
let timer = 0;
// Counts connections, so that an answer to an earlier one is not taken for the present one's.
let turn = 0;

function listen() {
  close();
  if (frame) {
    frame.document.addEventListener('pitchkit:state', overheard);
    if (frame.pitchkit?.state) hear(frame.pitchkit.state);
    return;
  }
  // A hidden page holds no connection; it catches up when it is seen.
  if (document.hidden) return;
  leave = window.SharedWorker ? listenWithOthers() : listenAlone();
}

function listenAlone() {
  const source = stream(token, found, lost);
  return () => source.close();
}

function listenWithOthers() {
  // A worker for each token, so that it never asks for one that is of a server that is gone.
  const address = `/_pitchkit/shared.js?token=${token}`;
  const worker = new SharedWorker(address, { type: 'module' });
  const { port } = worker;
  // It did not come.
  worker.onerror = lost;
  port.onmessage = ({ data }) => (data ? found(data) : lost());
  port.postMessage('listen');
  return () => {
    worker.onerror = port.onmessage = null;
    port.postMessage('leave');
  };
}

function close() {
  turn += 1;
  clearTimeout(timer);
  leave();
  leave = () => {};
  frame?.document.removeEventListener('pitchkit:state', overheard);
}

function overheard(event) {
  hear(event.detail);
}

function found(state) {
  isLost = false;
  pause = FIRST_PAUSE;
  hear(state);
}

function hear(state) {
  window.pitchkit = { state };
  document.dispatchEvent(new CustomEvent('pitchkit:state', { detail: state }));
  say((said) => {
    said.away(false);
    said.show(state, Boolean(state.build || build));
  });
  if (!state.build) return;
  if (!frame) showIcon(state);
  if (isFrame) {
    build = state.build;
    return;
  }
  wanted = state.build;
  catchUp();
}

// The server is away, or it is another one and wants another token: its own page tells it.
function lost() {
  close();
  isLost = true;
  if (document.hidden) return;
  timer = setTimeout(askAgain, pause);
  pause = Math.min(pause * 1.6, LAST_PAUSE);
}

async function askAgain() {
  const asked = turn;
  const page = await ask().catch(() => null);
  if (asked !== turn) return;
  if (page?.told) {
    token = page.told.token;
    listen();
  } else {
    say((said) => said.away(true));
    lost();
  }
}

addEventListener('pagehide', close);
addEventListener('pageshow', (event) => {
  if (event.persisted) listen();
});
document.addEventListener('visibilitychange', () => {
  if (frame) return;
  close();
  if (document.hidden) return;
  pause = FIRST_PAUSE;
  if (isLost) askAgain();
  else listen();
});

// ---- Saying ----

let saying = null;

function say(what) {
  if (frame) return;
  // Asked for again after a failure: the server may have been away.
  saying ??= import('/_pitchkit/said.js').then((module) => module.open(), () => (saying = null));
  saying.then((said) => said && what(said));
}

// ---- Catching up ----

let wanted = build;
let isBusy = false;
let isReloading = false;

async function catchUp() {
  if (isBusy) return;
  isBusy = true;
  try {
    while (wanted !== build) {
      const asked = wanted;
      const page = await ask(asked);
      // Something newer was announced meanwhile, and this page is not it yet.
      if (wanted !== asked && page.told?.build !== wanted) continue;
      if (!(await take(page))) break;
      // A page may be newer than what was announced: its own announcement is on its way.
      build = page.told.build;
      if (wanted === asked) wanted = build;
    }
  } catch {
    if (frame) setTimeout(catchUp, LAST_PAUSE);
    else lost();
  } finally {
    isBusy = false;
  }
}

// The page of the build that was told, or whatever is newest. Who names a build that is shown gets
// it at once: were the disk looked at again, every announcement would lead to the next.
async function ask(told) {
  const address = new URL(location.href);
  address.hash = '';
  if (told) address.search = `?build=${told}`;
  const response = await fetch(address, { cache: 'no-store' });
  const text = await response.text();
  // It stands in the head, before anything that comes from a kit.
  const [, source] = / src="(\/_pitchkit\/client\.js\?[^"]*)"/.exec(text) ?? [];
  return { status: response.status, text, told: source ? toldBy(source) : null };
}

// True when the document shows `page` now.
async function take({ status: answer, text, told }) {
  // There is no good build: whatever is shown is better than nothing.
  if (answer === 503 && told) return false;
  // A page of another kind is not even parsed: what its own policy allows, this one may not.
  const fresh = told && answer === status && new DOMParser().parseFromString(text, 'text/html');
  const isAlike =
    fresh &&
    fresh.documentElement.lang === document.documentElement.lang &&
    fresh.documentElement.dir === document.documentElement.dir &&
    fresh.body?.nodeName === document.body?.nodeName &&
    // Styles within the page are allowed by their hash, and its policy is that of its own.
    inlineStyles(fresh) === inlineStyles(document);
  if (!isAlike) {
    reload();
    return false;
  }
  const faces = await loadSheets(fresh);
  // From here on in one go, so that nothing is painted between the old and the new.
  const reader = place();
  followHead(fresh);
  followFonts(faces);
  followAttributes(document.documentElement, fresh.documentElement);
  follow(document.body, fresh.body);
  remember();
  reader();
  document.dispatchEvent(new CustomEvent('pitchkit:updated', { detail: told.build }));
  return true;
}

// What names the icon that the tab has.
let icon = '';

function showIcon(state) {
  // The one that came with this page has no name yet.
  const isKnown = icon === state.icon || (!icon && state.build === build);
  if (!isKnown) renewIcon(state.build);
  icon = state.icon;
}

function reload() {
  // Once for one build, and for a while: were it no use, it would go on for ever.
  const [last, time] = sessionStorage.getItem(mine('reloaded'))?.split(' ') ?? [];
  if (last === wanted && Date.now() - Number(time) < USELESS) return;
  sessionStorage.setItem(mine('reloaded'), `${wanted} ${Date.now()}`);
  // The page that says that there is none has no place to keep.
  if (status === 200) sessionStorage.setItem(mine('place'), `${scrollX} ${scrollY}`);
  isReloading = true;
  history.scrollRestoration = 'manual';
  location.reload();
}

// The browser itself keeps the place over a reload, but not over the time a page was gone.
function returnToPlace() {
  const kept = sessionStorage.getItem(mine('place'));
  if (!kept || status !== 200) return;
  sessionStorage.removeItem(mine('place'));
  const [left, top] = kept.split(' ').map(Number);
  const go = () => scrollTo({ left, top, behavior: 'instant' });
  const giveUp = () => removeEventListener('load', go);
  go();
  addEventListener('load', go, { once: true });
  addEventListener('pagehide', () => isReloading || (history.scrollRestoration = 'auto'));
  for (const moved of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
    addEventListener(moved, giveUp, { once: true, passive: true });
  }
}

// ---- What is what ----

// The token and the build in the address of this script.
function toldBy(source) {
  const query = new URL(source, location.href).searchParams;
  return { token: query.get('token') ?? '', build: query.get('build') ?? '' };
}

function inlineStyles(of) {
  return [...of.querySelectorAll('style')].map((style) => style.textContent).join('\n');
}

function framing() {
  try {
    return parent !== window && parent.location.pathname === FRAME ? parent : null;
  } catch {
    // Of another origin.
    return null;
  }
}

// Both frames are one session and may show one page.
function mine(key) {
  return `pitchkit:${key}:${window.name}:${location.pathname}`;
}

// ---- Beginning ----

remember();
returnToPlace();
frame?.document.dispatchEvent(new CustomEvent('pitchkit:page', { detail: document }));
listen();
