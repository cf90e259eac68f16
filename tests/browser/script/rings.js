// What can have the focus and does not show it.
firsts(stops(), element => {
  element.focus({ preventScroll: true, focusVisible: true });
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const shown = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  element.blur();
  return shown ? null : "no ring";
})
