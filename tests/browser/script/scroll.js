// From the top to the end and back screen by screen, until every picture is there.
(async () => {
  const pause = time => new Promise(done => setTimeout(done, time));
  const end = () => document.scrollingElement.scrollHeight - innerHeight;
  for (let y = 0; y < end(); y += innerHeight) {
    scrollTo({ top: y, behavior: "instant" });
    await pause(8);
  }
  scrollTo({ top: end(), behavior: "instant" });
  const loading = image => !image.complete && new Promise(done => {
    image.addEventListener("load", done);
    image.addEventListener("error", done);
  });
  const shown = [...document.images].filter(image => image.checkVisibility());
  await Promise.race([Promise.all(shown.map(loading)), pause(10000)]);
  // What has loaded may still have to be unpacked, and would be missing in a picture.
  const unpacked = shown.map(image => image.decode().catch(() => {}));
  await Promise.race([Promise.all(unpacked), pause(3000)]);
  await document.fonts.ready;
  scrollTo({ top: 0, behavior: "instant" });
  await pause(30);
  return null;
})()
