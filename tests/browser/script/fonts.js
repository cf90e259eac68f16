// The fonts of the page's own that its text asks for and that could not be loaded.
document.fonts.ready.then(() =>
  [...document.fonts]
    .filter((font) => font.status === "error")
    .map((font) => `${font.family} ${font.style}`),
)
