// What is smaller than a finger: under 24 px, unless it stands in a sentence.
stops().flatMap(element => {
  const sentence = getComputedStyle(element).display === "inline"
    && [...element.parentElement.childNodes].some(node => node.nodeType === Node.TEXT_NODE && /\w/.test(node.data));
  if (sentence || unseen(element) || waiting(element)) return [];
  const { width, height } = element.getBoundingClientRect();
  const small = width < 23.9 || height < 23.9;
  return small ? [`${width.toFixed(1)} x ${height.toFixed(1)} px are too small for a finger: ${name(element)}`] : [];
})
