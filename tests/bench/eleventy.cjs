// What `tests/bench/pictures` asks of Eleventy: a page that shows every photo of a folder, its
// image plugin as its documentation sets it up.
//
//   node eleventy.cjs PHOTOS OUT

const fs = require("fs");
const path = require("path");
const { Eleventy } = require("@11ty/eleventy");
const { eleventyImageTransformPlugin } = require("@11ty/eleventy-img");

const [folder, out] = process.argv.slice(2).map((given) => path.resolve(given));
const photos = fs.readdirSync(folder).filter((name) => name.endsWith(".jpg")).sort();

// Where Eleventy runs is its project, and it names files from there.
process.chdir(path.dirname(folder));
const eleventy = new Eleventy(path.basename(folder), path.relative(".", out), {
  quietMode: true,
  configPath: false,
  config: (config) => {
    config.addPlugin(eleventyImageTransformPlugin, {
      widths: [480, 960, 1600],
      formats: ["webp", "jpeg"],
      urlPath: "/",
      filenameFormat: (_, photo, width, format) => `${path.parse(photo).name}-${width}.${format}`,
      htmlOptions: { imgAttributes: { sizes: "100vw" } },
    });
    config.addTemplate("index.md", photos.map((name) => `![Photo](/${name})`).join("\n\n"));
  },
});
eleventy.write().catch((error) => {
  console.error(error);
  process.exit(1);
});
