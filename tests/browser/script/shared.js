// What several scripts ask of the page. It is put before each of them.

// Kept for screen readers only: a box of a pixel, or one that is cut to nothing.
function unseen(element) {
  for (let one = element; one; one = one.parentElement) {
    const { clip, clipPath, display, position } = getComputedStyle(one);
    // It has no box, and its children have theirs.
    if (display === "contents") continue;
    if (one.offsetWidth <= 1 && one.offsetHeight <= 1) return true;
    if (position === "absolute" && (clip === "rect(0px, 0px, 0px, 0px)" || clipPath === "inset(50%)")) return true;
  }
  return false;
}

// A skip link waits above or beside the page until it has the focus.
function waiting(element) {
  const link = element.closest("a[href^='#']");
  if (!link || link === document.activeElement) return false;
  return ["absolute", "fixed"].includes(getComputedStyle(link).position);
}

function visible(element) {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !unseen(element) && !waiting(element);
}

// The text nodes that people see, those of navigation aside.
function texts() {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("nav, script, style, template")) continue;
    if (visible(element)) found.push(node);
  }
  return found;
}

// What the tab key should reach, in the order of the page. Chromium adds what only scrolls.
function stops() {
  const can = "a[href], button, input, select, textarea, summary, audio, video, [tabindex='0']";
  const scrolls = element => element.scrollWidth > element.clientWidth
    && ["auto", "scroll"].includes(getComputedStyle(element).overflowX) && !element.querySelector(can);
  return [...document.body.querySelectorAll("*")]
    .filter(element => element.matches(can) || scrolls(element))
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
}

// For people: where in the page an element is, and how it begins.
function name(element) {
  const own = element.classList.length ? "." + [...element.classList].join(".") : "";
  const place = element.parentElement && element.parentElement.closest("[id]:not(body)");
  const at = place ? `#${place.id} ` : "";
  const words = (element.textContent || element.getAttribute("alt") || "").trim().replace(/\s+/g, " ");
  return `${at}${element.localName}${own} “${words.slice(0, 40)}”`;
}

// The faults of many elements, of each kind only the first: rows of a table fail together.
function firsts(elements, fault) {
  const kinds = new Map();
  for (const element of elements) {
    const text = fault(element);
    if (!text) continue;
    const section = element.closest("[id]:not(body)");
    const { localName, className, parentElement } = element;
    const kind = [section && section.id, localName, className, parentElement?.className, text].join(" ");
    const all = kinds.get(kind) || [];
    kinds.set(kind, [...all, `${text}: ${name(element)}`]);
  }
  return [...kinds.values()].map(([first, ...more]) => more.length ? `${first} and ${more.length} like it` : first);
}

// A computed colour as red, green, blue and alpha.
function rgba(colour) {
  const canvas = rgba.canvas ||= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

// The first colour that is not transparent behind an element, and whose it is.
function ground(element) {
  for (let one = element; one; one = one.parentElement) {
    const colour = getComputedStyle(one).backgroundColor;
    if (rgba(colour)[3] > .5) return { colour, element: one };
  }
  return { colour: "white", element: null };
}

// By WCAG: 1 for equal colours, 21 for black on white.
function contrast(one, other) {
  const light = colour => {
    const [red, green, blue] = rgba(colour).map(part => part / 255)
      .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * red + .7152 * green + .0722 * blue;
  };
  const [a, b] = [light(one), light(other)];
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
}
