
// Opens this page with a passphrase. All of it happens here: the page asks nobody for anything, and
// keeps nothing but what it shows.
"use strict";
(() => {
  // How often a passphrase is hashed. Less would make guessing cheap, more would never end.
  const least = 1e6, most = 1e7;
  // Base64 is read in pieces, and between them whoever types is heard.
  const piece = 1 << 20;

  const byId = id => document.getElementById(id);
  const form = byId("unlock"), input = byId("passphrase"), show = byId("show");
  const fault = byId("fault"), state = byId("state"), progress = byId("progress");
  const words = form.dataset;

  if (!globalThis.crypto || !crypto.subtle) {
    byId("plain").textContent = words.insecure;
    return;
  }
  if (!globalThis.DecompressionStream) return;
  byId("plain").hidden = true;
  byId("how").hidden = false;
  form.hidden = false;

  const whole = new Promise(done => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done, { once: true });
    else done();
  });
  const pause = () => new Promise(done => setTimeout(done));

  async function bytes(base64) {
    const fill = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
    if (base64.length % 4) throw new Error();
    const all = new Uint8Array(base64.length / 4 * 3 - fill);
    for (let from = 0, to = 0; from < base64.length; from += piece) {
      const part = atob(base64.slice(from, from + piece));
      for (let at = 0; at < part.length; at += 1) all[to++] = part.charCodeAt(at);
      await pause();
    }
    return all;
  }

  // However it was typed: without white space, dashes and marks that nobody sees, in lower case.
  function normalised(passphrase) {
    const kept = passphrase.normalize("NFKC").replace(
      /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\-\u058a\u05be\u1400\u1806\u2010-\u2015\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d\u{10d6e}\u{10ead}\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu, "");
    return Array.from(kept, letter => letter.toLowerCase()).join("").replaceAll("ς", "σ");
  }

  let sealed;
  async function opened(passphrase) {
    const utf8 = new TextEncoder();
    await whole;
    const text = byId("sealed-parameters").textContent;
    const { version, key, rounds, salt, cipher, nonce, packing } = JSON.parse(text);
    if (version !== 1 || key !== "PBKDF2-HMAC-SHA-256" || cipher !== "AES-256-GCM" || packing !== "deflate-raw"
      || !Number.isInteger(rounds) || rounds < least || rounds > most) throw new Error();
    sealed ||= bytes(byId("sealed-data").textContent);
    const material = await crypto.subtle.importKey("raw", utf8.encode(normalised(passphrase)), "PBKDF2", false, ["deriveKey"]);
    const [data, unlocking] = await Promise.all([sealed, crypto.subtle.deriveKey(
      { name: "PBKDF2", hash: "SHA-256", salt: await bytes(salt), iterations: rounds },
      material, { name: "AES-GCM", length: 256 }, false, ["decrypt"])]);
    const padded = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: await bytes(nonce), additionalData: utf8.encode(text), tagLength: 128 }, unlocking, data);
    const length = new DataView(padded).getBigUint64(0, true);
    if (length > padded.byteLength - 8) throw new Error();
    const packed = new Blob([new Uint8Array(padded, 8, Number(length))]).stream();
    return new Response(packed.pipeThrough(new DecompressionStream("deflate-raw"))).text();
  }

  const inert = "script, noframes, meta, link, base, title, iframe, frame, object, embed, noscript, template, animate, set";
  const carried = /^(?:lang|dir|class|data-.+)$/;

  // Leaves of a page what may be seen, and nothing that acts.
  function calm(page) {
    for (const element of page.querySelectorAll(inert)) element.remove();
    for (const element of page.querySelectorAll("*")) {
      for (const { name, value } of [...element.attributes]) {
        const leads = /^(?:xlink:)?href$|^(?:src|action|formaction)$/.test(name);
        const acts = leads && !value.startsWith("data:") && /^javascript:/i.test(value.replace(/[\0- ]/g, ""));
        if (acts || /^on|^(?:style|srcdoc|ping)$/.test(name)) element.removeAttribute(name);
      }
    }
  }

  // A file to keep becomes a file: browsers limit how long an address may be.
  async function keepable(page) {
    for (const link of page.querySelectorAll("a[href^='data:']")) {
      const [, type, base64] = /^data:([^,]*);base64,(.*)$/s.exec(link.getAttribute("href")) || [];
      if (type === undefined) {
        link.removeAttribute("href");
        continue;
      }
      link.href = URL.createObjectURL(new Blob([await bytes(base64)], { type }));
      if (!link.hasAttribute("download")) link.download = "";
    }
  }

  // The page's own look, in place before the page is.
  function dressed(styles) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.media = "not all";
    link.href = URL.createObjectURL(new Blob([styles], { type: "text/css;charset=utf-8" }));
    return new Promise((done, failed) => {
      link.onload = () => done(link);
      link.onerror = failed;
      document.head.append(link);
    });
  }

  function carry(from, to) {
    for (const { name } of [...to.attributes]) to.removeAttribute(name);
    for (const { name, value } of from.attributes) if (carried.test(name)) to.setAttribute(name, value);
  }

  async function shown(text) {
    // Even in a page that is only read, a browser judges a style by this page's policy. It is read the
    // same by another name.
    const page = new DOMParser().parseFromString(text.replace(/(<\/?)style\b/gi, "$1noframes"), "text/html");
    const styles = Array.from(page.querySelectorAll("noframes"), style => style.textContent);
    styles.push("[data-opened]:focus { outline: none; }");
    calm(page);
    await keepable(page);
    const look = await dressed(styles.join("\n"));
    if (done) return;
    done = true;
    input.value = "";
    carry(page.documentElement, document.documentElement);
    carry(page.body, document.body);
    document.body.replaceChildren(...page.body.childNodes);
    for (const style of document.querySelectorAll("style")) style.remove();
    look.media = "all";
    const main = document.querySelector("main h1") || document.querySelector("main") || document.body;
    main.tabIndex = -1;
    main.dataset.opened = "";
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  let last = 0, done = false;
  async function open(passphrase) {
    const own = last += 1;
    fault.textContent = "";
    input.removeAttribute("aria-invalid");
    state.textContent = words.opening;
    progress.hidden = false;
    try {
      if (!passphrase) throw new Error();
      await shown(await opened(passphrase));
    } catch {
      // A later one may be on its way.
      if (done || own !== last) return;
      state.textContent = "";
      progress.hidden = true;
      fault.textContent = words.failed;
      input.setAttribute("aria-invalid", "true");
      input.focus();
      input.select();
    }
  }

  form.addEventListener("submit", event => {
    event.preventDefault();
    open(input.value);
  });

  show.addEventListener("click", () => {
    const seen = input.type === "password";
    input.type = seen ? "text" : "password";
    show.textContent = seen ? words.hide : words.show;
  });

  // A link may bring the passphrase along. It leaves the address before anything else is done.
  function brought() {
    const [, key] = /^#k=(.*)$/s.exec(location.hash) || [];
    if (key === undefined) return false;
    history.replaceState(null, "", location.href.split("#")[0]);
    if (done) return true;
    let passphrase = key;
    try { passphrase = decodeURIComponent(key); } catch { /* It is meant as it stands. */ }
    open(passphrase);
    return true;
  }
  addEventListener("hashchange", brought);
  // Where a keyboard does not cover half of the page, the first key can be the first letter.
  if (!brought() && matchMedia("(pointer: fine)").matches) input.focus({ preventScroll: true });
})();
