// What does not fit: boxes beyond the window, words that are cut off, words that lie on others.
(() => {
  const faults = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) {
    faults.push(`the page is ${page.scrollWidth - innerWidth} px wider than the window`);
  }

  const clips = element => {
    const { overflowX, clipPath } = getComputedStyle(element);
    return overflowX !== "visible" || clipPath !== "none";
  };
  const clipper = element => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      if (clips(one)) return one;
    }
    return null;
  };
  const scrolls = element => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  const beyond = element => {
    const box = element.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return 0;
    const most = Math.round(Math.max(box.right - innerWidth, -box.left));
    return most > 1 && visible(element) && !clipper(element) ? most : 0;
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
  for (const node of texts()) {
    const element = node.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(box => box.width >= 1);
    const size = parseFloat(getComputedStyle(element).fontSize);
    for (const box of boxes) {
      // Where letters really are: lines may stand closer than their boxes are high.
      const middle = (box.top + box.bottom) / 2;
      const [top, bottom] = [middle - size * .3, middle + size * .3];
      lines.push({ element, left: box.left, right: box.right, top, bottom });
    }
    const around = clipper(element);
    // Whatever clips it, the page itself too: words that end beyond the window cannot be read.
    const beyond = boxes.some(box => box.right > innerWidth + 1 || box.left < -1);
    if (beyond && !(around && scrolls(around))) faults.push(`beyond the window: ${name(element)}`);
    if (around && !scrolls(around)) {
      const room = around.getBoundingClientRect();
      const cut = boxes.some(box => box.right > room.right + 2 || box.left < room.left - 2
        || box.top + size / 2 > room.bottom || box.bottom - size / 2 < room.top);
      if (cut) faults.push(`cut off: ${name(element)}`);
    }
  }
  lines.sort((one, other) => one.top - other.top);
  lines.forEach((one, place) => {
    for (let next = place + 1; next < lines.length && lines[next].top < one.bottom; next++) {
      const other = lines[next];
      if (one.element === other.element) continue;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (wide > 2 && high > 2) faults.push(`${name(one.element)} lies on ${name(other.element)}`);
    }
  });
  const different = [...new Set(faults)];
  const more = different.length - 12;
  return more > 0 ? [...different.slice(0, 12), `and ${more} more`] : different;
})()
