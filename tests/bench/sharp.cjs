// What `tests/bench/pictures` asks of npm's sharp.
//
//   node sharp.cjs photos LIST OUT SIZE    photos for the benchmark, from the pictures of a list
//   node sharp.cjs make PHOTOS OUT         what Eleventy's image plugin asks of sharp, timed
//   node sharp.cjs pixels PHOTOS OUT       the pixels that `make` encodes, without loss
//   node sharp.cjs unpack FILES OUT        AVIF files as PNG

const fs = require("fs");
const os = require("os");
const path = require("path");
const sharp = require("sharp");

const WIDTHS = [480, 960, 1600];
const FORMATS = ["webp", "jpeg"];

const listed = (folder, ending) =>
  fs.readdirSync(folder).filter((name) => name.endsWith(ending)).sort()
    .map((name) => path.join(folder, name));

/// Does `work` with each of `items`, as many at a time as Eleventy does.
async function each(items, work) {
  const most = Math.min(Math.max(8, os.availableParallelism()), 16);
  let next = 0;
  const worker = async () => {
    while (next < items.length) await work(items[next++]);
  };
  await Promise.all(Array.from({ length: most }, worker));
}

async function photos(list, out, size) {
  const [width, height] = size.split("x").map(Number);
  for (const { file, name, part } of JSON.parse(fs.readFileSync(list))) {
    let picture = sharp(file).rotate();
    // The other half of a picture, mirrored, is another photo to an encoder.
    if (part) picture = sharp(await picture.flop().toBuffer());
    await picture
      .resize(width, height, { fit: "cover", position: part || "centre" })
      .jpeg({ quality: 95 })
      .toFile(path.join(out, `${name}.jpg`));
  }
}

async function make(folder, out, finish) {
  await each(listed(folder, ".jpg"), async (photo) => {
    const input = sharp(fs.readFileSync(photo));
    await input.metadata();
    const name = path.parse(photo).name;
    await Promise.all(WIDTHS.flatMap((width) =>
      finish(input.clone().keepIccProfile().rotate().resize({ width }))
        .map(([picture, ending]) => picture.toFile(path.join(out, `${name}-${width}.${ending}`)))));
  });
}

async function unpack(folder, out) {
  await each(listed(folder, ".avif"), (file) =>
    sharp(file).png({ compressionLevel: 1 }).toFile(path.join(out, `${path.parse(file).name}.png`)));
}

const [mode, ...rest] = process.argv.slice(2);
const modes = {
  photos,
  make: (folder, out) =>
    make(folder, out, (picture) => FORMATS.map((format) => [picture.clone().toFormat(format), format])),
  pixels: (folder, out) =>
    make(folder, out, (picture) => [[picture.png({ compressionLevel: 1 }), "png"]]),
  unpack,
};
modes[mode](...rest).catch((error) => {
  console.error(error);
  process.exit(1);
});
