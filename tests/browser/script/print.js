// What is wrong with the page as it would be printed.
(() => {
  const all = (selector, fault) => firsts(document.querySelectorAll(selector), fault);
  const seen = element => visible(element) ? element.getBoundingClientRect() : null;
  const avoids = value => ["avoid", "avoid-page"].includes(value);
  const whole = element => {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      if (avoids(getComputedStyle(one).breakInside)) return true;
    }
    return false;
  };
  // Between the margins of Letter, the lower of the two sheets.
  const sheet = 950;

  const torn = all("figure, tr, blockquote, dl > div", element => {
    const box = seen(element);
    // What has one line cannot be torn.
    if (!box || box.height < 40) return null;
    if (box.height > sheet) return "higher than a sheet";
    return whole(element) ? null : "may be torn apart";
  });
  const lonely = all("h1, h2, h3, h4", heading => {
    const box = seen(heading);
    // The first half of the first sheet has room for what follows.
    if (!box || box.bottom + scrollY < sheet / 2) return null;
    const kept = avoids(getComputedStyle(heading).breakAfter) || whole(heading.parentElement);
    return kept ? null : "may stand alone at the end of a sheet";
  });
  const useless = all("nav, button, .skip", element =>
    element.checkVisibility() ? "navigation is printed" : null);

  const grey = all("html, body", element => {
    const { backgroundColor } = getComputedStyle(element);
    const clear = rgba(backgroundColor)[3] === 0;
    return clear || contrast(backgroundColor, "white") < 1.02 ? null : "not white";
  });
  const pale = firsts(texts().map(node => node.parentElement), element => {
    const { color, fill } = getComputedStyle(element);
    const drawn = element.closest("svg");
    const ink = drawn ? fill : color;
    const behind = ground(drawn || element);
    if (contrast(ink, behind.colour) < 4.5) return "pale, with grounds";
    const kept = !behind.element || getComputedStyle(behind.element).printColorAdjust === "exact";
    // Browsers darken words whose ground they do not print, but not those of drawings.
    return drawn && !kept && contrast(ink, "white") < 4.5 ? "pale, without grounds" : null;
  });
  const lost = all("svg :is(rect, path, circle)", mark => {
    const { fill, stroke } = getComputedStyle(mark);
    const paints = [fill, stroke].filter(paint => paint !== "none" && rgba(paint)[3] > .5);
    const white = paints.length && paints.every(paint => contrast(paint, "white") < 1.2);
    return white && mark.checkVisibility() ? "white on white" : null;
  });
  return [...torn, ...lonely, ...useless, ...grey, ...pale, ...lost];
})()
