// The text that people see, in the order of the page, and what the style adds to it.
(() => {
  const seen = texts().map(node => node.data);
  for (const element of document.querySelectorAll("[data-label]")) {
    for (const pseudo of ["::before", "::after"]) {
      const { content, display } = getComputedStyle(element, pseudo);
      if (/attr\(data-label\)|^"/.test(content) && display !== "none" && visible(element)) {
        seen.push(element.dataset.label);
      }
    }
  }
  return seen.join("\n");
})()
