// Where the magenta disc of each picture is shown, and what is wrong with that.
(async () => {
  // Half a px of what is laid out in fractions.
  const tolerance = .5;
  const discs = new Map();
  // The middle of the disc in a file, as parts of its width and height.
  const disc = async address => {
    if (!discs.has(address)) {
      const file = new Image();
      file.src = address;
      await file.decode();
      const { naturalWidth: width, naturalHeight: height } = file;
      const canvas = new OffscreenCanvas(width, height).getContext("2d");
      canvas.drawImage(file, 0, 0);
      const { data } = canvas.getImageData(0, 0, width, height);
      let [count, across, down] = [0, 0, 0];
      for (let at = 0; at < width * height; at++) {
        const [red, green, blue] = data.subarray(at * 4, at * 4 + 3);
        if (red > 190 && green < 60 && blue > 140) {
          count += 1;
          across += at % width + .5;
          down += Math.floor(at / width) + .5;
        }
      }
      discs.set(address, count ? { left: across / count / width, top: down / count / height } : null);
    }
    return discs.get(address);
  };
  // `object-position` in px: percent of the room that the picture leaves, or px.
  const start = (position, room) => position.endsWith("%") ? parseFloat(position) / 100 * room : parseFloat(position);

  const images = [...document.images].filter(image => image.checkVisibility());
  for (const image of images) image.loading = "eager";
  await Promise.all(images.map(image => image.decode()));
  const faults = [];
  let cut = 0;
  for (const image of images) {
    const told = fault => faults.push(`${fault}: ${name(image)}`);
    const found = await disc(image.currentSrc);
    if (!found) {
      told("its file has no disc");
      continue;
    }
    const { objectFit, objectPosition } = getComputedStyle(image);
    const box = image.getBoundingClientRect();
    const { naturalWidth, naturalHeight } = image;
    const scales = [box.width / naturalWidth, box.height / naturalHeight];
    if (!["cover", "contain"].includes(objectFit)) {
      told(`object-fit is ${objectFit}`);
      continue;
    }
    const scale = objectFit === "cover" ? Math.max(...scales) : Math.min(...scales);
    const [width, height] = [naturalWidth * scale, naturalHeight * scale];
    if (width > box.width + 1 || height > box.height + 1) cut += 1;
    const [left, top] = objectPosition.split(" ");
    const x = box.left + start(left, box.width - width) + found.left * width;
    const y = box.top + start(top, box.height - height) + found.top * height;

    // Marks that lie on the picture.
    for (const mark of image.closest(".photo")?.querySelectorAll("svg") || []) {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      if (x > left - tolerance && x < right + tolerance && y > top - tolerance && y < bottom + tolerance) {
        told(`the disc lies under \`${mark.classList}\``);
      }
    }
    // The place, and every element around it that cuts off what is beyond it.
    const around = [image];
    for (let one = image.parentElement; one && one !== document.body; one = one.parentElement) {
      if (getComputedStyle(one).overflow !== "visible") around.push(one);
    }
    for (const one of around) {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const inside = x > left - tolerance && x < right + tolerance && y > top - tolerance && y < bottom + tolerance;
      if (!inside) {
        const lies = `${(x - left).toFixed(0)}, ${(y - top).toFixed(0)} px`;
        told(`the disc lies at ${lies} of ${(right - left).toFixed(0)} x ${(bottom - top).toFixed(0)}`);
        break;
      }
    }
  }
  return { faults, pictures: images.length, cut };
})()
