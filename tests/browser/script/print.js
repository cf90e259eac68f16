// What is wrong with the page as it would be printed.
(() => {
  const faults = [];
  for (const element of document.querySelectorAll("nav, button, .skip")) {
    if (element.checkVisibility()) faults.push(`navigation is printed: ${name(element)}`);
  }

  // The height of a sheet of Letter between its margins, the lower of the two.
  const sheet = 950;
  const whole = element => {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      if (["avoid", "avoid-page"].includes(getComputedStyle(one).breakInside)) return true;
    }
    return false;
  };
  for (const element of document.querySelectorAll("figure, tr, blockquote, dl > div")) {
    if (!visible(element)) continue;
    const { height } = element.getBoundingClientRect();
    // What has one line cannot be torn.
    if (height < 40) continue;
    if (height > sheet) faults.push(`higher than a sheet, ${Math.round(height)} px: ${name(element)}`);
    else if (!whole(element)) faults.push(`may be torn apart: ${name(element)}`);
  }
  for (const heading of document.querySelectorAll("h1, h2, h3, h4")) {
    // The first half of the first sheet has room for what follows.
    if (!visible(heading) || heading.getBoundingClientRect().bottom + scrollY < sheet / 2) continue;
    const kept = ["avoid", "avoid-page"].includes(getComputedStyle(heading).breakAfter) || whole(heading.parentElement);
    if (!kept) faults.push(`may stand alone at the end of a sheet: ${name(heading)}`);
  }

  for (const element of [document.documentElement, document.body]) {
    const { backgroundColor } = getComputedStyle(element);
    const clear = rgba(backgroundColor)[3] === 0;
    if (!clear && contrast(backgroundColor, "white") > 1.02) faults.push(`not white: ${element.localName}`);
  }
  for (const node of texts()) {
    const element = node.parentElement;
    const { color, fill } = getComputedStyle(element);
    const drawn = element.closest("svg");
    const ink = drawn ? fill : color;
    const behind = ground(drawn || element);
    if (contrast(ink, behind.colour) < 4.5) faults.push(`pale, with grounds: ${name(element)}`);
    const kept = !behind.element || getComputedStyle(behind.element).printColorAdjust === "exact";
    // Browsers darken words whose ground they do not print, but not those of drawings.
    if (drawn && !kept && contrast(ink, "white") < 4.5) faults.push(`pale, without grounds: ${name(element)}`);
  }
  for (const mark of document.querySelectorAll("svg :is(rect, path, circle)")) {
    const { fill, stroke } = getComputedStyle(mark);
    const paints = [fill, stroke].filter(paint => paint !== "none" && rgba(paint)[3] > .5);
    if (mark.checkVisibility() && paints.length && paints.every(paint => contrast(paint, "white") < 1.2)) {
      faults.push(`white on white: ${name(mark)}`);
    }
  }
  const different = [...new Set(faults)];
  const more = different.length - 15;
  return more > 0 ? [...different.slice(0, 15), `and ${more} more`] : different;
})()
