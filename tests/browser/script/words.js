// The text that people see, in the order of the page.
texts().map(node => node.data).join("\n")
