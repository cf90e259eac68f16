// Pictures that did not come and whose words cannot be read in their place.
[...document.images].flatMap(image => {
  const missing = image.complete && image.naturalWidth === 0;
  if (!missing || !image.alt || !visible(image)) return [];
  const { width, height } = image.getBoundingClientRect();
  const { color, fontSize, opacity } = getComputedStyle(image);
  const faults = [];
  if (height < parseFloat(fontSize) || width < 3 * parseFloat(fontSize)) {
    faults.push(`${Math.round(width)} x ${Math.round(height)} px are too small for the words of ${name(image)}`);
  }
  if (contrast(color, ground(image).colour) < 4.5 || opacity < 1) {
    faults.push(`the words are too pale: ${name(image)}`);
  }
  return faults;
})
