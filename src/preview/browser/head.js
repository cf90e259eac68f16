// The head of a fresh page to the head of the page that is open: its styles, its fonts and all that
// stands beside them.

const CLIENT = '/_pitchkit/client.js';
// How long fonts are waited for.
const FONT_TIME = 2000;

// The fonts that were loaded ahead for the styles there are.
let ahead = [];

// New styles are loaded while they apply to nothing, so the old ones stay until all are there.
// Resolves to the fonts loaded with them.
export async function loadSheets(fresh) {
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
  await Promise.race([Promise.all(loads), new Promise((done) => setTimeout(done, FONT_TIME))]);
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
export function followFonts(faces) {
  for (const face of ahead) document.fonts.delete(face);
  for (const face of faces) document.fonts.add(face);
  ahead = faces;
}

export function followHead(fresh) {
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
  if (isIcon(wanted)) return isIcon(old) && plain(old.href) === plain(wanted.href);
  return isSheet(wanted) ? isSheet(old) && old.href === wanted.href : old.isEqualNode(wanted);
}

// An icon has one address whatever it shows, so the tab would keep the one it has.
export function renewIcon(build) {
  for (const link of [...document.head.children].filter(isIcon)) {
    link.href = `${plain(link.href)}?build=${build}`;
  }
}

function isIcon(node) {
  return node.nodeName === 'LINK' && node.relList.contains('icon');
}

function plain(address) {
  return address.split('?')[0];
}

function isSheet(node) {
  return node.nodeName === 'LINK' && node.relList.contains('stylesheet');
}

function sheets(of) {
  return [...of.querySelectorAll('link')].filter(isSheet);
}

function isClient(node) {
  return node.nodeName === 'SCRIPT' && node.getAttribute('src')?.startsWith(CLIENT);
}
