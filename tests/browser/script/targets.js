// What is smaller than a finger: under 24 px, unless it stands in a sentence.
firsts(stops(), element => {
  if (!element.matches("a, button, input, select, textarea, summary")) return null;
  const inline = one => getComputedStyle(one).display === "inline";
  const says = node => /\p{L}/u.test(node.textContent) && (node.nodeType === Node.TEXT_NODE
    || (node.nodeType === Node.ELEMENT_NODE && inline(node) && !node.matches("a, .unseen")));
  for (let one = element; inline(one); one = one.parentElement) {
    if ([...one.parentElement.childNodes].some(node => node !== one && says(node))) return null;
  }
  if (unseen(element) || waiting(element)) return null;
  const { width, height } = element.getBoundingClientRect();
  const least = Math.min(width, height);
  return least < 23.9 ? `${least.toFixed(1)} px, too small for a finger` : null;
})
