// How far things have moved by themselves, after a slow walk through the page, and what moved most.
(async () => {
  const pause = time => new Promise(done => setTimeout(done, time));
  const shifts = [];
  new PerformanceObserver(list => shifts.push(...list.getEntries()))
    .observe({ type: "layout-shift", buffered: true });
  const near = image => {
    const { top, bottom } = image.getBoundingClientRect();
    return bottom > 0 && top < innerHeight && image.checkVisibility();
  };
  // Nobody has scrolled before the fonts are there; until then the first screen must stand still.
  await document.fonts.ready;
  await pause(60);
  const end = () => document.scrollingElement.scrollHeight - innerHeight;
  for (let y = 0; y <= end(); y += innerHeight * .75) {
    scrollTo({ top: y, behavior: "instant" });
    await pause(20);
    for (let wait = 0; wait < 40 && [...document.images].some(image => near(image) && !image.complete); wait++) {
      await pause(25);
    }
  }
  await pause(60);
  const moved = shifts.filter(shift => !shift.hadRecentInput).sort((one, other) => other.value - one.value);
  const most = moved.length ? moved[0].sources.map(({ node }) => {
    const element = node && (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
    return element ? name(element) : "something that is gone";
  }) : [];
  return { total: moved.reduce((sum, shift) => sum + shift.value, 0), most };
})()
