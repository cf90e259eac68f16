// Where the focus is now, and what is wrong with how it shows.
(() => {
  const element = document.activeElement;
  // Found once a page: there may be thousands.
  const all = globalThis.allStops ||= stops();
  const place = all.indexOf(element);
  if (!element || place < 0) return { place: null, name: "outside the page", faults: [] };
  const faults = [];
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) {
    faults.push(`no ring: ${name(element)}`);
  } else if (outlineStyle !== "auto") {
    const ratio = contrast(outlineColor, ground(element.parentElement).colour);
    if (ratio < 3) faults.push(`a pale ring, ${ratio.toFixed(1)}:1: ${name(element)}`);
  }
  // A link over several lines has several boxes; the first is where reading begins.
  const box = element.getClientRects()[0];
  const middle = box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  if (!box || middle.x < 0 || middle.x > innerWidth || middle.y < 0 || middle.y > innerHeight) {
    faults.push(`out of sight: ${name(element)}`);
  } else {
    const top = document.elementFromPoint(middle.x, middle.y);
    if (top !== element && !element.contains(top)) faults.push(`${name(element)} lies under ${name(top)}`);
  }
  if (place === 0 && !(element.getAttribute("href") || "").startsWith("#") && document.querySelector("nav")) {
    faults.push(`the first stop is no skip link: ${name(element)}`);
  }
  return { place, name: name(element), faults };
})()
