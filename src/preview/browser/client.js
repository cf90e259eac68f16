// A page of the preview to the newest page: hears that the kit was built again, fetches what is
// new and moves it into the page under the reader's eyes.
//
// It knows nothing of kits and themes: what it fetches is a document like any other. What there
// is to say about the kit is drawn by said.js. Inside the framing page (`/_pitchkit/`) the frame
// listens to the server and draws, and its pages listen to the frame: a browser allows only six
// connections to a server, and every stream holds one.
'use strict';
(() => {
  const CLIENT = '/_pitchkit/client.js';
  const FRAME = '/_pitchkit/';
  const FIRST_PAUSE = 300;
  const LAST_PAUSE = 2000;
  const USELESS = 10000;

  const isFrame = location.pathname === FRAME;
  const frame = framing();
  let { token, build } = toldBy(document.currentScript.src);
  // Another status is another kind of page, under another policy.
  const status = performance.getEntriesByType('navigation')[0]?.responseStatus || 200;

  // ---- Listening ----

  let stream = null;
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
    stream = new EventSource(`/_pitchkit/events?token=${token}`);
    stream.addEventListener('state', (event) => {
      isLost = false;
      pause = FIRST_PAUSE;
      hear(JSON.parse(event.data));
    });
    stream.addEventListener('error', lost);
  }

  function close() {
    turn += 1;
    clearTimeout(timer);
    stream?.close();
    stream = null;
    frame?.document.removeEventListener('pitchkit:state', overheard);
  }

  function overheard(event) {
    hear(event.detail);
  }

  function hear(state) {
    window.pitchkit = { state };
    document.dispatchEvent(new CustomEvent('pitchkit:state', { detail: state }));
    say((said) => {
      said.away(false);
      said.show(state);
    });
    if (isFrame || !state.build) return;
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
        const page = await ask();
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

  async function ask() {
    const response = await fetch(location.href.split('#')[0], { cache: 'no-store' });
    const text = await response.text();
    // It stands in the head, before anything that comes from a kit.
    const [, source] = /<script src="(\/_pitchkit\/client\.js\?[^"]*)"/.exec(text) ?? [];
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

  // ---- The head ----

  // New styles are loaded while they apply to nothing, so the old ones stay until all are there.
  // Resolves to the fonts loaded with them.
  async function loadSheets(fresh) {
    const have = sheets(document);
    const added = sheets(fresh).filter((sheet) => !have.some((old) => old.href === sheet.href));
    if (!added.length) return ahead;
    const faces = await Promise.all(
      added.map((sheet) => {
        const link = document.importNode(sheet);
        const isLoaded = new Promise((resolve, reject) => {
          link.onload = resolve;
          link.onerror = () => {
            link.remove();
            reject(new Error('no stylesheet'));
          };
        });
        link.media = 'not all';
        (sheets(document).at(-1) ?? document.head.lastElementChild).after(link);
        return isLoaded.then(() => loadFonts(link.sheet));
      }),
    );
    return faces.flat();
  }

  // Nothing here may be kept by the browser, so new styles would ask for their fonts again, and
  // for a moment the page would be seen without them. Those it shows now are loaded ahead.
  async function loadFonts(sheet) {
    const isShown = new Set(
      [...document.fonts].filter((face) => face.status === 'loaded').map(faceName),
    );
    const faces = [...sheet.cssRules]
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .flatMap((rule) => faceOf(rule, sheet.href) ?? [])
      .filter((face) => isShown.has(faceName(face)));
    const loads = faces.map((face) => face.load().catch(() => null));
    await Promise.race([Promise.all(loads), new Promise((done) => setTimeout(done, LAST_PAUSE))]);
    return faces.filter((face) => face.status === 'loaded');
  }

  function faceOf({ style }, base) {
    const value = (name) => style.getPropertyValue(name);
    const [, address] = /^url\(["']?([^"')]+)/.exec(value('src')) ?? [];
    if (!address) return null;
    const told = {
      style: value('font-style'),
      weight: value('font-weight'),
      stretch: value('font-stretch'),
      unicodeRange: value('unicode-range'),
      ascentOverride: value('ascent-override'),
      descentOverride: value('descent-override'),
      lineGapOverride: value('line-gap-override'),
      sizeAdjust: value('size-adjust'),
    };
    const set = Object.fromEntries(Object.entries(told).filter(([, text]) => text !== ''));
    const family = value('font-family').replace(/^(["'])(.*)\1$/, '$2');
    return new FontFace(family, `url("${new URL(address, base).href}")`, set);
  }

  function faceName({ family, style, weight, stretch, unicodeRange }) {
    return [family.replace(/["']/g, ''), style, weight, stretch, unicodeRange].join();
  }

  // A face that was added is taken before one of the styles, so those of older styles have to go.
  function followFonts(faces) {
    for (const face of ahead) document.fonts.delete(face);
    for (const face of faces) document.fonts.add(face);
    ahead = faces;
  }

  let ahead = [];

  function followHead(fresh) {
    const rest = new Set([...document.head.children].filter(isFollowed));
    let last = null;
    for (const wanted of [...fresh.head.children].filter(isFollowed)) {
      let node = [...rest].find((old) => isSameInHead(old, wanted));
      if (node) {
        rest.delete(node);
        if (node.media !== wanted.media) node.media = wanted.media;
      } else {
        node = document.importNode(wanted, true);
        if (last) last.after(node);
        else document.head.prepend(node);
      }
      last = node;
    }
    for (const node of rest) node.remove();
  }

  // A preload is of use to a page that is being loaded, and this one is.
  function isFollowed(node) {
    return !isClient(node) && !(node.nodeName === 'LINK' && node.relList.contains('preload'));
  }

  function isSameInHead(old, wanted) {
    return isSheet(wanted) ? isSheet(old) && old.href === wanted.href : old.isEqualNode(wanted);
  }

  // ---- The body ----

  // Makes `old` equal to `fresh` and keeps every node that it can: with it stay its scroll place,
  // its focus, its picture.
  function follow(old, fresh) {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.data !== fresh.data) old.data = fresh.data;
      return;
    }
    followAttributes(old, fresh);
    const rest = [...old.childNodes];
    const wanted = [...fresh.childNodes];
    let end = null;
    while (rest.length && wanted.length && rest[0].isEqualNode(wanted[0])) {
      rest.shift();
      wanted.shift();
    }
    while (rest.length && wanted.length && rest.at(-1).isEqualNode(wanted.at(-1))) {
      end = rest.pop();
      wanted.pop();
    }
    const pairs = paired(rest, wanted);
    for (const node of rest) if (!pairs.includes(node)) node.remove();
    for (const [index, node] of [...wanted.entries()].reverse()) {
      const partner = pairs[index];
      if (partner) follow(partner, node);
      const placed = partner ?? document.importNode(node, true);
      if (placed.parentNode !== old || placed.nextSibling !== end) old.insertBefore(placed, end);
      end = placed;
    }
  }

  // For each node that is wanted the one to be made of it: of the same name first, then an equal
  // one, then one of the same kind that stands between the same neighbours.
  function paired(rest, wanted) {
    const at = new Array(wanted.length).fill(-1);
    const free = new Set(rest.keys());
    const pair = (isPartner) => {
      for (const [index, node] of wanted.entries()) {
        if (at[index] >= 0) continue;
        const after = at.findLast((place, other) => other < index && place >= 0) ?? -1;
        const before = at.find((place, other) => other > index && place >= 0) ?? rest.length;
        for (const place of free) {
          const old = rest[place];
          if (old.nodeName !== node.nodeName) continue;
          if (!isPartner(old, node, place > after && place < before)) continue;
          at[index] = place;
          free.delete(place);
          break;
        }
      }
    };
    pair((old, node) => nameOf(node) !== '' && nameOf(old) === nameOf(node));
    pair((old, node) => !isBlank(node) && old.isEqualNode(node));
    pair((old, node, isBetween) => isBetween);
    return at.map((place) => rest[place]);
  }

  function nameOf(node) {
    return node.id || (node.nodeName === 'DETAILS' && node.firstElementChild?.textContent) || '';
  }

  function isBlank(node) {
    return node.nodeType === Node.TEXT_NODE && node.data.trim() === '';
  }

  function followAttributes(old, fresh) {
    const keepsOpen = old.nodeName === 'DETAILS' && old.open !== (stated.get(old) ?? false);
    for (const { name } of [...old.attributes]) {
      if (name === 'open' && keepsOpen) continue;
      if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    }
    for (const attribute of fresh.attributes) {
      if (attribute.name === 'open' && keepsOpen) continue;
      if (old.getAttribute(attribute.name) === attribute.value) continue;
      old.setAttributeNode(attribute.cloneNode());
    }
    if (old.nodeName === 'DETAILS') stated.set(old, fresh.open);
  }

  // What the page itself says of each <details>, to know which the reader opened or closed.
  const stated = new WeakMap();

  function remember() {
    for (const details of document.querySelectorAll('details')) {
      if (!stated.has(details)) stated.set(details, details.open);
    }
  }

  // What brings back the reader's focus and selection, as far as their nodes are still there.
  function place() {
    const focused = document.activeElement;
    const selection = getSelection();
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    const within = (node, offset) => Math.min(offset, node.data?.length ?? node.childNodes.length);
    return () => {
      if (focused && focused !== document.activeElement) {
        const again = focused.isConnected ? focused : document.getElementById(focused.id);
        again?.focus({ preventScroll: true });
      }
      if (!anchorNode?.isConnected || !focusNode?.isConnected) return;
      if (anchorNode === focusNode && anchorOffset === focusOffset) return;
      const from = within(anchorNode, anchorOffset);
      const to = within(focusNode, focusOffset);
      const isKept =
        selection.anchorNode === anchorNode &&
        selection.anchorOffset === from &&
        selection.focusNode === focusNode &&
        selection.focusOffset === to;
      if (!isKept) selection.setBaseAndExtent(anchorNode, from, focusNode, to);
    };
  }

  // ---- What is what ----

  function isClient(node) {
    return node.nodeName === 'SCRIPT' && node.getAttribute('src')?.startsWith(CLIENT);
  }

  // The token and the build in the address of this script.
  function toldBy(source) {
    const query = new URL(source, location.href).searchParams;
    return { token: query.get('token') ?? '', build: query.get('build') ?? '' };
  }

  function isSheet(node) {
    return node.nodeName === 'LINK' && node.relList.contains('stylesheet');
  }

  function sheets(of) {
    return [...of.querySelectorAll('link')].filter(isSheet);
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
})();
