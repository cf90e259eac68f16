// The page's own fonts that could not be loaded. What stands in for them, "Family Georgia" beside
// "Family", is the reader's and may be missing.
document.fonts.ready.then(() => {
  const fonts = [...document.fonts]
  const standsIn = ({ family }) => fonts.some((font) => family.startsWith(`${font.family} `))
  return fonts
    .filter((font) => font.status === "error" && !standsIn(font))
    .map((font) => `${font.family} ${font.style}`)
})
