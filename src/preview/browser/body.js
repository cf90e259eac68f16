// The body of a fresh page to the body of the page that is open, under the reader's eyes.

// Makes `old` equal to `fresh` and keeps every node that it can: with it stay its scroll place,
// its focus, its picture.
export function follow(old, fresh) {
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

export function followAttributes(old, fresh) {
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

export function remember() {
  for (const details of document.querySelectorAll('details')) {
    if (!stated.has(details)) stated.set(details, details.open);
  }
}

// What brings back the reader's focus and selection, as far as their nodes are still there.
export function place() {
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
