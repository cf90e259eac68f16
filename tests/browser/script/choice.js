// What is wrong with the files that the browser chose, and with what the page says of its pictures.
(async () => {
  // Of what is laid out in fractions of a px, and of `sizes` that are written with one decimal.
  const tolerance = .01;
  const real = new Map();
  // `naturalWidth` is what a descriptor claims; the file itself says how wide it is.
  const unpacked = async address => {
    if (!real.has(address)) {
      const file = new Image();
      file.src = address;
      await file.decode();
      real.set(address, { width: file.naturalWidth, height: file.naturalHeight });
    }
    return real.get(address);
  };
  const candidates = element => (element.getAttribute("srcset") || "").split(",").map(candidate => {
    const [address, width] = candidate.trim().split(/\s+/);
    return { address: new URL(address, document.baseURI).href, width: parseInt(width) };
  });
  const faults = [];
  const choices = [];
  const images = [...document.images].filter(image => image.checkVisibility());

  // What is seen at once comes at once, and nothing else does.
  const first = document.querySelector("main > :first-child > .photo img");
  if (first && first.getBoundingClientRect().top >= innerHeight) faults.push("eager, and not in sight");
  for (const image of images) {
    const eager = image.loading !== "lazy";
    if (eager !== (image === first)) faults.push(`${eager ? "eager" : "lazy"}: ${name(image)}`);
    if (eager !== (image.fetchPriority === "high")) faults.push(`in the wrong haste: ${name(image)}`);
  }
  for (const image of images) image.loading = "eager";
  await Promise.all(images.map(image => image.decode()));
  await document.fonts.ready;

  for (const image of images) {
    const told = fault => faults.push(`${fault}: ${name(image)}`);
    const [width, height] = ["width", "height"].map(side => Number(image.getAttribute(side)));
    if (!(width > 0 && height > 0)) {
      told("no width and height");
      continue;
    }
    const elements = [...(image.closest("picture")?.querySelectorAll("source") || []), image];
    const sets = elements.map(candidates);
    const set = sets.find(set => set.some(({ address }) => address === image.currentSrc));
    if (!set) {
      told("what is shown is in no srcset");
      continue;
    }
    for (const { address, width: claimed } of set) {
      const file = await unpacked(address);
      if (file.width !== claimed) told(`${claimed}w is ${file.width} px wide`);
      if (Math.abs(file.height - file.width * height / width) > 1) {
        told(`${file.width} x ${file.height} px is not of the shape ${width} x ${height}`);
      }
    }

    // The whole file would be shown this wide, were nothing of it cut off.
    const box = image.getBoundingClientRect();
    const across = box.height * width / height;
    const fit = getComputedStyle(image).objectFit;
    const shown = fit === "cover" ? Math.max(box.width, across)
      : fit === "contain" ? Math.min(box.width, across) : box.width;
    const needed = shown * devicePixelRatio;
    const widths = set.map(({ width }) => width).sort((one, other) => one - other);
    const chosen = set.find(({ address }) => address === image.currentSrc).width;
    const smaller = widths[widths.indexOf(chosen) - 1] || 0;
    const enough = chosen >= needed * (1 - tolerance) || chosen === widths.at(-1);
    const least = smaller < needed * (1 + tolerance);
    const place = `${box.width.toFixed(0)} x ${box.height.toFixed(0)} px`;
    choices.push(`${name(image)}: ${place}, needs ${needed.toFixed(0)}, has ${chosen}`);
    if (!enough || !least) {
      told(`${chosen} px chosen from ${widths.join(", ")} where ${needed.toFixed(0)} are needed for ${place}`);
    }
  }
  return { faults, choices };
})()
