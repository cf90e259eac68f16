// Every shape and word in a drawing, with its contrast to what is behind it.
[...document.querySelectorAll("svg :is(rect, path, circle, line, polyline, polygon, text)")]
  .filter(mark => visible(mark.ownerSVGElement) && mark.checkVisibility({ visibilityProperty: true }))
  .map(mark => {
    const { fill, stroke, strokeWidth } = getComputedStyle(mark);
    const behind = ground(mark.ownerSVGElement).colour;
    const paints = [fill];
    if (parseFloat(strokeWidth) > 0) paints.push(stroke);
    const seen = paints.filter(paint => paint !== "none" && rgba(paint)[3] > .5);
    const most = Math.max(1, ...seen.map(paint => contrast(paint, behind)));
    return [name(mark), most];
  })
