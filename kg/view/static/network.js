/* The network of who took which stance on what. */
kamergraph.network = (() => {
  const { graph, lines, state } = kamergraph;
  const { say, days } = kamergraph.words;
  const { things, items, name, type } = graph;
  const SIGNED = 150; // up to so many lines each has its sign
  const container = document.getElementById("network");
  const MANY = 200; // above this all stand where the build put them
  const LONG = 36; // letters of a name that are written beside a node
  const arranged = new Map();
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

  /* Cut a long name at a word; all of it stands in the panel. */
  function cut(words) {
    return words.length <= LONG ? words : `${words.slice(0, LONG).replace(/[\s,]+\S*$/, "")}…`;
  }

  function labelOf(node, opened) {
    const meeting = { start: things.start[node], end: things.end[node] };
    if (type(node) === "Topic") return `‘${cut(name(node))}’`;
    return (opened ? name(node) : cut(name(node))) + (type(node) === "Meeting" && meeting.start && things.partOf[node] < 0 ? `\n${days(meeting)}` : "");
  }

  /* Give the width and the height of a node's label, in pixels. */
  function sizeOf(node, opened) {
    const label = labelOf(node, opened);
    const most = kamergraph.canvas.widthOf(type(node), label);
    const large = opened ? 1.2 : 1;
    const rows = label.split("\n").map((row) => row.length * 7.2 * large);
    const lines = rows.reduce((sum, width) => sum + Math.ceil(width / most), 0);
    return { width: Math.min(Math.max(...rows), most) + 14, height: 16 * large * lines + (opened ? 14 : 0) };
  }

  const ends = ({ from, to }) => [from, to];
  const openedOf = ({ all, open }) => new Set(all ? [] : open.map(({ key }) => graph.byKey.get(key)));

  /* Place what is opened, one thing after the other, whatever the filters: what is placed first stays. */
  function placed({ open, all, steps }) {
    const key = JSON.stringify([open, all, steps, innerWidth, innerHeight]);
    if (!arranged.has(key)) {
      const before = all || open.length < 2 ? new Map() : placed({ open: open.slice(0, -1), all, steps });
      const { nodes, bundles } = kamergraph.selection.unfiltered({ ...state.read(), open, all, steps, every: false });
      const opened = openedOf({ open, all });
      arranged.set(key, kamergraph.places.arrange([...new Set([...before.keys(), ...nodes])], bundles.map(ends), (node) => sizeOf(node, opened.has(node)), before));
    }
    return arranged.get(key);
  }

  /* Place what is drawn: after what is opened what only the filters bring up, and where somebody put it what is pinned. */
  function placesOf(current, selection) {
    const base = placed(current);
    const more = selection.nodes.filter((node) => !base.has(node));
    const many = selection.nodes.length > MANY;
    const known = new Map(more.length ? kamergraph.places.arrange(selection.nodes, selection.bundles.map(ends), (node) => sizeOf(node, false), many ? new Map() : base) : base);
    for (const { key, x, y } of current.pins) known.set(graph.byKey.get(key), { x, y });
    return known;
  }

  /* Give what is chosen with what it is tied to: { nodes, lines }. null where nothing chosen is drawn, and all is as clear as the rest. */
  function lit({ pick }, { bundles, drawn }) {
    const [chosen, item] = [graph.byKey.get(pick.node), graph.itemOf(pick.item)];
    const own = new Set();
    if (item !== undefined) graph.lines(item, (from, to, line) => own.add(`${from} ${to} ${line}`));
    if (pick.line) own.add(`${graph.byKey.get(pick.from)} ${graph.byKey.get(pick.to)} ${pick.line}`);
    const found = bundles.filter(({ id, from, to }) => own.has(id) || from === chosen || to === chosen);
    if (!found.length && !drawn.has(chosen)) return null;
    return { nodes: new Set([...found.flatMap(ends), chosen]), lines: new Set(found.map(({ id }) => id)) };
  }

  function nodesOf(current, selection, places, clear) {
    const opened = openedOf(current);
    const pinned = new Set(current.pins.map(({ key }) => graph.byKey.get(key)));
    return selection.nodes.map((node) => ({
      id: node, thing: node, label: labelOf(node, opened.has(node)), type: type(node), ...places.get(node),
      opened: opened.has(node), pinned: pinned.has(node), dim: clear !== null && !clear.nodes.has(node),
    }));
  }

  function edgesOf(selection, clear) {
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
        bend: signs ? turn * 0.16 : 0, faint: !signs,
        dim: clear !== null && !clear.lines.has(id),
      };
    });
  }

  function render(current, selection) {
    shown = selection.nodes;
    const places = placesOf(current, selection);
    const view = JSON.stringify([current.open, current.all, current.steps, current.every, innerWidth, innerHeight]);
    const clear = lit(current, selection);
    const { pick } = current;
    const chosen = { node: graph.byKey.get(pick.node), edge: pick.line && `${graph.byKey.get(pick.from)} ${graph.byKey.get(pick.to)} ${pick.line}` };
    canvas.show(nodesOf(current, selection, places, clear), edgesOf(selection, clear), { chosen, fit: view !== fitted });
    fitted = view;
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
