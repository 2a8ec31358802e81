/* What is looked at. All of it stands in the address behind the #, so that a link shows the same. */
kamergraph.state = (() => {
  const FACETS = ["kind", "stage", "year", "meeting", "holder", "about"];
  let depth = 0;

  function read() {
    const query = new URLSearchParams(location.hash.slice(1));
    const known = query.getAll("open").filter((key) => kamergraph.graph.byKey.has(key));
    const filters = Object.fromEntries(FACETS.map((facet) => [facet, query.getAll(facet)]));
    const steps = Number(query.get("steps"));
    return {
      open: known.length ? known : [...kamergraph.graph.opening],
      steps: [1, 2, 3].includes(steps) ? steps : kamergraph.graph.steps,
      all: query.get("all") === "1",
      every: query.get("every") === "1",
      filters,
      tab: query.get("tab") === "table" ? "table" : "network",
      lang: query.get("lang") === "en" ? "en" : "nl",
      pick: pickOf(query),
    };
  }

  function pickOf(query) {
    const { byKey, itemByKey, findEdge } = kamergraph.graph;
    const [node, item] = [query.get("node"), query.get("item")];
    if (byKey.has(node)) return { node };
    if (itemByKey.has(item)) return { item };
    const edge = { from: query.get("from"), to: query.get("to"), line: query.get("line") };
    return findEdge(edge.from, edge.to, edge.line) ? edge : {};
  }

  function write(state) {
    const query = new URLSearchParams();
    const opening = kamergraph.graph.opening;
    if (state.open.join("\n") !== opening.join("\n")) state.open.forEach((key) => query.append("open", key));
    if (state.steps !== kamergraph.graph.steps) query.set("steps", state.steps);
    if (state.all) query.set("all", "1");
    if (state.every) query.set("every", "1");
    for (const facet of FACETS) state.filters[facet].forEach((value) => query.append(facet, value));
    if (state.tab !== "network") query.set("tab", state.tab);
    if (state.lang !== "nl") query.set("lang", state.lang);
    for (const [name, value] of Object.entries(state.pick)) query.set(name, value);
    return `#${query}`;
  }

  /* Change part of what is looked at. The browser's own history remembers what it was. */
  function change(part) {
    const hash = write({ ...read(), ...part });
    if (hash === write(read())) return;
    depth += 1;
    location.hash = hash;
  }

  function back() {
    if (depth === 0) return;
    depth -= 1;
    history.back();
  }

  return { FACETS, read, change, back };
})();
