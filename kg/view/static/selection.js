/* Which items and nodes are in view: those within reach of what was opened, less what the filters take out. */
kamergraph.selection = (() => {
  const LIMIT = 80;
  const graph = kamergraph.graph;

  const VALUES = {
    kind: (item) => [item.kind],
    stage: (item) => (graph.isStance(item) ? [item.intended ? "intended" : "reported"] : []),
    year: (item) => (item.year ? [item.year] : []),
    meeting: (item) => (item.whole === undefined ? [] : [graph.things[item.whole].key]),
    holder: (item) => [...new Set(item.holders.map(([thing]) => graph.things[thing].key))],
    about: (item) => item.about.map((thing) => graph.things[thing].key),
  };

  function passes(item, filters, except) {
    return kamergraph.state.FACETS.every(
      (facet) => facet === except || !filters[facet].length || VALUES[facet](item).some((value) => filters[facet].includes(value)),
    );
  }

  /* Give each item in reach with the number of the step that reached it. */
  function reach(state) {
    const found = new Map();
    if (state.all) {
      graph.items.forEach((_, index) => found.set(index, 1));
      return found;
    }
    state.open.forEach((key, place) => {
      let edge = new Set([graph.byKey.get(key)]);
      const seen = new Set(edge);
      for (let step = 1; step <= (place < graph.opening.length || place === 0 ? state.steps : 1); step += 1) {
        const next = new Set();
        for (const thing of edge) {
          for (const index of graph.touching[thing]) {
            if (!found.has(index) || found.get(index) > step) found.set(index, step);
            for (const other of graph.items[index].touches) if (!seen.has(other)) next.add(other);
          }
        }
        next.forEach((thing) => seen.add(thing));
        edge = next;
      }
    });
    return found;
  }

  /* Give the counts of one facet: what each value would show with the other facets as they are. */
  function count(facet, reached, filters) {
    const counts = new Map(filters[facet].map((value) => [value, 0]));
    for (const index of reached.keys()) {
      const item = graph.items[index];
      if (!passes(item, filters, facet)) continue;
      for (const value of VALUES[facet](item)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  }

  function of(state) {
    const reached = reach(state);
    const items = new Set([...reached.keys()].filter((index) => passes(graph.items[index], state.filters)));
    const edges = graph.edges
      .map((edge) => ({ edge, items: edge.items.filter((index) => items.has(index)) }))
      .filter((bundle) => bundle.items.length);
    const weight = new Map();
    for (const { edge, items: shown } of edges) {
      const step = Math.min(...shown.map((index) => reached.get(index)));
      for (const end of [edge.from, edge.to]) {
        const known = weight.get(end) ?? { step, count: 0 };
        weight.set(end, { step: Math.min(known.step, step), count: known.count + shown.length });
      }
    }
    const opened = state.all ? [] : state.open.map((key) => graph.byKey.get(key));
    const order = [...weight.keys()].sort((a, b) => weight.get(a).step - weight.get(b).step || weight.get(b).count - weight.get(a).count || a - b);
    const ranked = [...new Set([...opened, ...order])];
    const nodes = state.every || state.all ? ranked : ranked.slice(0, LIMIT);
    const drawn = new Set(nodes);
    const listed = [...items].filter((index) => graph.items[index].kind !== "part").sort((a, b) => a - b);
    return {
      reached, items, listed, nodes, drawn,
      left: ranked.length - nodes.length,
      total: ranked.length,
      unheld: listed.filter((index) => graph.isStance(graph.items[index]) && !graph.items[index].sources.length).length,
      edges: edges.filter(({ edge }) => drawn.has(edge.from) && drawn.has(edge.to)),
      counts: (facet) => count(facet, reached, state.filters),
    };
  }

  return { of, passes };
})();
