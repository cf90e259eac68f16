// The document, all it leads to or loads, and all that can be jumped to.
(() => {
  const whole = address => new URL(address, document.baseURI).href;
  const links = [];
  // Who stands where else is for search engines: those addresses are the site's own on the web.
  const elsewhere = "link:is([rel=canonical], [rel=alternate])";
  for (const element of document.querySelectorAll("[href], [src], [poster]")) {
    if (element.matches(elsewhere)) continue;
    for (const attribute of ["href", "src", "poster"]) {
      if (element.hasAttribute(attribute)) links.push(whole(element.getAttribute(attribute)));
    }
  }
  for (const element of document.querySelectorAll("[srcset]")) {
    for (const candidate of element.getAttribute("srcset").split(",")) {
      links.push(whole(candidate.trim().split(/\s+/)[0]));
    }
  }
  for (const entry of performance.getEntriesByType("resource")) links.push(entry.name);
  return {
    document: document.documentElement.outerHTML,
    links: [...new Set(links)],
    ids: [...document.querySelectorAll("[id]")].map(element => element.id),
  };
})()
