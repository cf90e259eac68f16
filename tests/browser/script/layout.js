// What does not fit: boxes beyond the window, words that are cut off, words that lie on others.
(() => {
  const faults = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) {
    faults.push(`the page is ${page.scrollWidth - innerWidth} px wider than the window`);
  }

  const name = element => {
    const own = element.classList.length ? "." + [...element.classList].join(".") : "";
    const place = element.closest("section[id], [id]:not(body)");
    const at = place && place !== element ? `#${place.id} ` : "";
    const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `${at}${element.localName}${own} “${words}”`;
  };
  const style = element => getComputedStyle(element);
  // Kept for screen readers only: a box of a pixel, or one that is cut to nothing.
  const unseen = element => {
    for (let one = element; one; one = one.parentElement) {
      const { clip, clipPath, position } = style(one);
      const { offsetWidth, offsetHeight } = one;
      if (offsetWidth <= 1 && offsetHeight <= 1 && offsetWidth !== undefined) return true;
      if (position === "absolute" && (clip === "rect(0px, 0px, 0px, 0px)" || clipPath === "inset(50%)")) return true;
    }
    return false;
  };
  // A skip link waits above or beside the page until it has the focus.
  const waiting = element => {
    const link = element.closest("a[href^='#']");
    return link && link !== document.activeElement && ["absolute", "fixed"].includes(style(link).position);
  };
  const clips = element => style(element).overflowX !== "visible" || style(element).clipPath !== "none";
  const clipper = element => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      if (clips(one)) return one;
    }
    return null;
  };
  const scrolls = element => ["auto", "scroll"].includes(style(element).overflowX);

  const beyond = element => {
    if (!element.checkVisibility({ visibilityProperty: true })) return 0;
    const box = element.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return 0;
    const most = Math.round(Math.max(box.right - innerWidth, -box.left));
    return most > 1 && !unseen(element) && !waiting(element) && !clipper(element) ? most : 0;
  };
  for (const element of document.body.querySelectorAll("*")) {
    const most = beyond(element);
    // What holds it is wide because of it.
    if (most && ![...element.children].some(child => beyond(child) >= most)) {
      faults.push(`${most} px beyond the window: ${name(element)}`);
    }
  }

  // Words, each line with its own box.
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || ["SCRIPT", "STYLE", "TITLE", "NOSCRIPT"].includes(element.tagName)) continue;
    if (!element.checkVisibility({ visibilityProperty: true }) || unseen(element) || waiting(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = parseFloat(style(element).fontSize);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      // Where letters really are: lines may stand closer than their boxes are high.
      const middle = (box.top + box.bottom) / 2;
      lines.push({ element, left: box.left, right: box.right, top: middle - size * .3, bottom: middle + size * .3 });
    }
    const around = clipper(element);
    if (around && !scrolls(around) && !unseen(around)) {
      const room = around.getBoundingClientRect();
      const cut = [...range.getClientRects()].some(box =>
        box.right > room.right + 2 || box.left < room.left - 2 || box.top > room.bottom - 2 || box.bottom < room.top + 2);
      if (cut) faults.push(`cut off: ${name(element)}`);
    }
  }
  lines.sort((one, other) => one.top - other.top);
  const told = new Set();
  for (let i = 0; i < lines.length; i++) {
    const one = lines[i];
    for (let k = i + 1; k < lines.length && lines[k].top < one.bottom; k++) {
      const other = lines[k];
      if (one.element === other.element) continue;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (wide <= 2 || high <= 2) continue;
      const fault = `${name(one.element)} lies on ${name(other.element)}`;
      if (!told.has(fault)) faults.push(fault);
      told.add(fault);
    }
  }
  return faults.length > 12 ? [...faults.slice(0, 12), `and ${faults.length - 12} more`] : faults;
})()
