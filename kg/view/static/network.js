/* The network of who took which stance on what. */
kamergraph.network = (() => {
  const { graph, lines, state } = kamergraph;
  const { say, days } = kamergraph.words;
  const { things, items, name, type } = graph;
  const SIGNED = 150; // up to so many lines each has its sign
  const container = document.getElementById("network");
  let shown = [];
  let fitted = "";

  const canvas = kamergraph.canvas.make(container, {
    pickNode: (node) => state.change({ pick: { node: things.key[node] } }),
    pickEdge: (edge) => state.change({ pick: pickOf(edge) }),
    pickNothing: () => state.change({ pick: {} }),
    openNode: (node) => expand(things.key[node]),
    moveNode: (node, x, y) => {
      const key = things.key[node];
      state.change({ pick: { node: key }, pins: [...state.read().pins.filter((pin) => pin.key !== key), { key, x, y }] });
    },
  });

  const pickOf = ({ from, to, line }) => ({ from: things.key[from], to: things.key[to], line });

  function labelOf(node) {
    const meeting = { start: things.start[node], end: things.end[node] };
    if (type(node) === "Topic") return `‘${name(node)}’`;
    return name(node) + (type(node) === "Meeting" && meeting.start && things.partOf[node] < 0 ? `\n${days(meeting)}` : "");
  }

  /* Give the widest line of a node's label in pixels, and how many lines it takes. */
  function sizeOf(node) {
    const rows = labelOf(node).split("\n");
    const widest = Math.max(...rows.map((row) => row.length));
    return { width: Math.min(widest * 7, 130) + 14, lines: rows.reduce((sum, row) => sum + Math.ceil(row.length / 17), 0) };
  }

  /* Place what is opened, one opened thing after the other, then what only the filters bring up. */
  function placesOf(current, selection) {
    let known = new Map();
    const base = current.all ? [[]] : current.open.map((_, at) => current.open.slice(0, at + 1));
    for (const open of base) {
      const { nodes, bundles } = kamergraph.selection.unfiltered({ ...current, open, every: false });
      known = kamergraph.places.arrange([...new Set([...known.keys(), ...nodes])], bundles.map(({ from, to }) => [from, to]), sizeOf, known);
    }
    const all = [...new Set([...known.keys(), ...selection.nodes])];
    if (all.length > known.size) known = kamergraph.places.arrange(all, selection.bundles.map(({ from, to }) => [from, to]), sizeOf, selection.nodes.length > 200 ? new Map() : known);
    for (const { key, x, y } of current.pins) known.set(graph.byKey.get(key), { x, y });
    return known;
  }

  function nodesOf(current, selection, places) {
    const opened = new Set(current.all ? [] : current.open.map(({ key }) => graph.byKey.get(key)));
    const pinned = new Set(current.pins.map(({ key }) => graph.byKey.get(key)));
    const near = neighbours(current, selection);
    return selection.nodes.map((node) => ({
      id: node, thing: node, label: labelOf(node), type: type(node), ...places.get(node),
      opened: opened.has(node), pinned: pinned.has(node), dim: near !== null && !near.has(node),
    }));
  }

  /* Give the chosen node with those that it is tied to; null where none is chosen. */
  function neighbours(current, selection) {
    const chosen = graph.byKey.get(current.pick.node);
    if (chosen === undefined || !selection.drawn.has(chosen)) return null;
    return new Set([chosen, ...selection.bundles.flatMap(({ from, to }) => (from === chosen ? [to] : to === chosen ? [from] : []))]);
  }

  function edgesOf(current, selection) {
    const chosen = graph.byKey.get(current.pick.node);
    const lit = chosen !== undefined && selection.drawn.has(chosen);
    const signs = selection.bundles.length <= SIGNED;
    const used = new Map();
    return selection.bundles.map((bundle) => {
      const { id, from, to, line, items: own } = bundle;
      const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
      const turn = used.get(pair) ?? 0;
      used.set(pair, turn + 1);
      const thin = lines.isThin(line);
      const intended = own.every((item) => items.intended[item]) && selection.bundles.length <= 60;
      return {
        id, from, to, line, look: thin ? "thin" : line,
        label: thin || !signs ? undefined : [lines.SIGNS[line], own.length > 1 && own.length, intended && say("intended")].filter(Boolean).join(" "),
        width: line === "part" ? 2 : thin ? 0.8 : signs ? 1.4 + Math.min(own.length, 6) * 0.6 : 1.2,
        arrow: line === "part" ? 0.4 : thin ? 0 : 0.5,
        bend: signs ? turn * 0.16 : 0,
        dim: lit && from !== chosen && to !== chosen,
      };
    });
  }

  function render(current, selection) {
    shown = selection.nodes;
    const places = placesOf(current, selection);
    const view = JSON.stringify([current.open, current.all, current.steps, current.every, innerWidth, innerHeight]);
    canvas.show(nodesOf(current, selection, places), edgesOf(current, selection), view !== fitted);
    fitted = view;
    const { pick } = current;
    canvas.select({ node: graph.byKey.get(pick.node), edge: pick.line && `${graph.byKey.get(pick.from)} ${graph.byKey.get(pick.to)} ${pick.line}` });
    container.ariaLabel = say("networkHelp");
  }

  /* Bring in what lies around a thing, or only what one kind of line ties to it. */
  function expand(key, line) {
    const { all, open } = state.read();
    const entry = line ? { key, line } : { key };
    const rest = open.filter((other) => other.key !== key || other.line !== line);
    state.change({ open: all ? [entry] : [...rest, entry], all: false, pick: { node: key } });
  }

  /* Choose the next or the one before of the drawn nodes, by name. */
  function walk(step) {
    const order = [...shown].sort((a, b) => name(a).localeCompare(name(b), kamergraph.words.language) || a - b);
    if (!order.length) return;
    const at = order.indexOf(graph.byKey.get(state.read().pick.node));
    const next = at < 0 ? 0 : (at + step + order.length) % order.length;
    state.change({ pick: { node: things.key[order[next]] } });
  }

  container.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") walk(event.key === "ArrowRight" ? 1 : -1);
    else if (event.key === "Enter" && state.read().pick.node) expand(state.read().pick.node);
    else return;
    event.preventDefault();
  });

  return { render, expand, pickOf, canvas, where: (key) => canvas.where(graph.byKey.get(key)) };
})();
