// When the largest thing in sight was painted, how long tasks blocked, how far things moved.
(async () => {
  const entries = type => new Promise(done => {
    const seen = [];
    new PerformanceObserver(list => seen.push(...list.getEntries())).observe({ type, buffered: true });
    setTimeout(() => done(seen), 300);
  });
  await document.fonts.ready;
  const [paints, tasks, shifts] = await Promise.all(["largest-contentful-paint", "longtask", "layout-shift"].map(entries));
  return {
    largest: paints.at(-1)?.startTime ?? 0,
    blocked: tasks.reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0),
    shift: shifts.reduce((sum, shift) => sum + shift.value, 0),
  };
})()
