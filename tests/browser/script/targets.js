// What is smaller than a finger: under 24 px, unless it stands in a sentence.
stops().flatMap(element => {
  const inline = one => getComputedStyle(one).display === "inline";
  const says = node => /\p{L}/u.test(node.textContent)
    && (node.nodeType === Node.TEXT_NODE || (node.nodeType === Node.ELEMENT_NODE && inline(node) && !node.matches("a, .unseen")));
  const sentence = inline(element)
    && [...element.parentElement.childNodes].some(node => node !== element && says(node));
  if (sentence || unseen(element) || waiting(element)) return [];
  const { width, height } = element.getBoundingClientRect();
  const small = width < 23.9 || height < 23.9;
  return small ? [`${width.toFixed(1)} x ${height.toFixed(1)} px are too small for a finger: ${name(element)}`] : [];
})
