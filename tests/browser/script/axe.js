// What axe finds wrong, in short.
(async () => {
  const tags = [
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice",
  ];
  const result = await axe.run(document, {
    runOnly: { type: "tag", values: tags },
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
  });
  return result.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.slice(0, 5).map(node => ({
      target: node.target.flat().join(" "),
      summary: node.failureSummary.split("\n").slice(1).map(line => line.trim()).join("; "),
    })),
  }));
})()
