/* The canvas: vis-network draws the nodes and edges of the selection; nothing in it moves by itself. */
kamergraph.drawing = (() => {
  const graph = kamergraph.graph;
  const { say, name } = kamergraph.words;
  const SIGNS = { support: "+", oppose: "−", urge: "!", emphasise: "*", concern: "▽", commit: "✓", observe: "○" };
  const DASHES = {
    support: false, oppose: [3, 5], urge: [14, 5], emphasise: [14, 4, 3, 4], concern: [7, 7], commit: false, observe: [1, 4],
    attendance: false, invitation: [6, 6], absence: [2, 6], part: [10, 3, 2, 3],
  };
  const SETTLED = 200; // above this the places of the build are kept as they are
  const WIDE = 96; // pixels that a node takes with its label, roughly
  const HIGH = 56;
  const container = document.getElementById("network");
  let network = null;
  let shown = [];
  let drawnKey = "";

  const color = (key) => getComputedStyle(document.documentElement).getPropertyValue(`--${key}`).trim();

  /* Give a line's pattern for the legend, drawn as SVG in the same colour, dash and sign. */
  function sample(kind) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
    svg.setAttribute("class", "sample");
    svg.setAttribute("viewBox", "0 0 40 10");
    svg.setAttribute("aria-hidden", "true");
    const thin = !(kind in SIGNS);
    const style = { x1: 0, y1: 5, x2: 40, y2: 5, stroke: `var(--${thin ? "thin" : kind})`, "stroke-width": kind === "part" ? 2 : thin ? 1 : 3 };
    if (DASHES[kind]) style["stroke-dasharray"] = DASHES[kind].join(" ");
    Object.entries(style).forEach(([key, value]) => line.setAttribute(key, value));
    svg.append(line);
    return svg;
  }

  /* Give the box that so many nodes need with room for their labels, in the shape of the canvas. */
  function room(number) {
    const [width, height] = [Math.max(container.clientWidth, 300), Math.max(container.clientHeight, 300)];
    const scale = Math.max(1, Math.sqrt((number * WIDE * HIGH * 1.5) / (width * height)));
    return { x: (width * scale) / 2 - 75, y: (height * scale) / 2 - 40 };
  }

  /* Spread a small selection from the places of the build, so that labels do not lie on each other. The same in the same window. */
  function settle(nodes, edges) {
    const places = nodes.map((node) => ({ x: graph.nodes[node].x, y: graph.nodes[node].y }));
    if (nodes.length > SETTLED || nodes.length < 2) return places;
    const box = room(nodes.length);
    for (const axis of ["x", "y"]) {
      const values = places.map((place) => place[axis]);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      places.forEach((place, at) => {
        place[axis] = ((place[axis] - low) / (high - low || 1) - 0.5) * 2 * box[axis] + (at % (axis === "x" ? 7 : 5));
      });
    }
    const index = new Map(nodes.map((node, at) => [node, at]));
    const pairs = new Set(edges.map(({ edge }) => [index.get(edge.from), index.get(edge.to)].sort((a, b) => a - b).join()));
    const ties = [...pairs].map((pair) => pair.split(",").map(Number));
    const ideal = Math.min(0.75 * Math.sqrt((4 * box.x * box.y) / places.length), 110);
    const hold = Math.min(1, (1.2 * places.length) / (ties.length || 1)) / ideal; // where all is tied to all, ties pull less
    for (let turn = 0; turn < 200; turn += 1) pull(places, ties, ideal, hold, box, (box.y / 6) * (1 - turn / 200) + 1);
    part(places, nodes.map(sizeOf), box);
    return places.map((place) => ({ x: Math.round(place.x), y: Math.round(place.y) }));
  }

  const keep = (value, most) => Math.max(-most, Math.min(most, value));

  /* One step of forces: all push each other away, ties pull together, and nothing leaves the box. */
  function pull(places, ties, ideal, hold, box, heat) {
    const push = places.map(({ x, y }) => ({ x: -x * 0.06, y: -y * 0.09 })); // towards the middle
    const add = (a, b, dx, dy, force) => {
      push[a].x += dx * force; push[a].y += dy * force;
      push[b].x -= dx * force; push[b].y -= dy * force;
    };
    for (let a = 0; a < places.length; a += 1) {
      for (let b = a + 1; b < places.length; b += 1) {
        const dx = places[a].x - places[b].x || 0.1;
        const dy = places[a].y - places[b].y || 0.1;
        const square = dx * dx + dy * dy;
        if (square < 6 * ideal * ideal) add(a, b, dx, dy, (ideal * ideal) / square); // what lies far off is left alone
      }
    }
    for (const [a, b] of ties) {
      const dx = places[a].x - places[b].x;
      const dy = places[a].y - places[b].y;
      add(a, b, dx, dy, -Math.hypot(dx, dy) * hold);
    }
    places.forEach((place, at) => {
      const length = Math.hypot(push[at].x, push[at].y) || 1;
      place.x = keep(place.x + (push[at].x / length) * Math.min(length, heat), box.x);
      place.y = keep(place.y + (push[at].y / length) * Math.min(length, heat), box.y);
    });
  }

  /* Push apart what still lies on another's label: `sizes` are the widths of the labels and their numbers of lines. */
  function part(places, sizes, box) {
    for (let turn = 0; turn < 80; turn += 1) {
      for (let a = 0; a < places.length; a += 1) {
        for (let b = a + 1; b < places.length; b += 1) {
          const upper = places[a].y < places[b].y ? a : b;
          const overX = (sizes[a].width + sizes[b].width) / 2 - Math.abs(places[a].x - places[b].x);
          const overY = 30 + 17 * sizes[upper].lines - Math.abs(places[a].y - places[b].y);
          if (overX <= 0 || overY <= 0) continue;
          const [axis, over] = overX < overY ? ["x", overX] : ["y", overY];
          const way = places[a][axis] < places[b][axis] ? -1 : 1;
          places[a][axis] = keep(places[a][axis] + (way * over) / 3, box[axis]);
          places[b][axis] = keep(places[b][axis] - (way * over) / 3, box[axis]);
        }
      }
    }
  }

  function labelOf(node) {
    const thing = graph.things[node];
    const dated = thing.type === "Meeting" && thing.start && thing.partOf === undefined;
    return name(thing) + (dated ? `\n${kamergraph.words.days(thing)}` : "");
  }

  function sizeOf(node) {
    const lines = labelOf(node).split("\n");
    const widest = Math.max(...lines.map((line) => line.length));
    return { width: Math.min(widest * 7, 130) + 14, lines: lines.reduce((sum, line) => sum + Math.ceil(line.length / 16), 0) };
  }

  function nodeOf(node, place, opened) {
    const thing = graph.things[node];
    const fill = color(`node-${thing.type.toLowerCase()}`) || color("node");
    return {
      ...graph.nodes[node], ...place, label: labelOf(node),
      size: opened ? 15 : 10,
      borderWidth: opened ? 4 : 1.5,
      color: { background: fill, border: color("ink"), highlight: { background: fill, border: color("accent") } },
      font: { color: color("ink"), size: opened ? 15 : 13, strokeWidth: 4, strokeColor: color("paper") },
      widthConstraint: { maximum: 130 },
      borderWidthSelected: 5,
    };
  }

  function edgeOf({ edge, items }, roundness, signs, stages) {
    const thin = !(edge.kind in SIGNS);
    const line = color(thin ? "thin" : edge.kind);
    const intended = stages && items.every((index) => graph.items[index].intended);
    const label = thin || !signs ? undefined : `${SIGNS[edge.kind]}${items.length > 1 ? ` ${items.length}` : ""}${intended ? ` ${say("intended")}` : ""}`;
    return {
      id: edge.id, from: edge.from, to: edge.to, label,
      dashes: DASHES[edge.kind] ?? false,
      width: edge.kind === "part" ? 2 : thin ? 1 : signs ? 1.6 + Math.min(items.length, 6) * 0.7 : 1.2,
      arrows: { to: { enabled: !thin || edge.kind === "part", scaleFactor: thin ? 0.4 : 0.55 } },
      color: { color: line, highlight: line, hover: line, opacity: signs ? 1 : 0.55 },
      smooth: roundness ? { enabled: true, type: "curvedCW", roundness } : { enabled: false },
      font: { color: line, size: 15, strokeWidth: 5, strokeColor: color("paper"), align: "horizontal" },
      selectionWidth: 3, hoverWidth: 1,
    };
  }

  function draw(state, selection) {
    shown = selection.nodes;
    const key = JSON.stringify([shown, selection.edges.map(({ edge, items }) => [edge.id, items.length]), state.lang, color("paper"), state.open]);
    if (network && key === drawnKey) return mark(state);
    drawnKey = key;
    const places = settle(shown, selection.edges);
    const opened = new Set(state.all ? [] : state.open.map((open) => graph.byKey.get(open)));
    const used = new Map();
    const signs = selection.edges.length <= 300;
    const stages = selection.edges.length <= 60;
    const edges = selection.edges.map((bundle) => {
      const pair = [bundle.edge.from, bundle.edge.to].sort((a, b) => a - b).join();
      const turn = used.get(pair) ?? 0;
      used.set(pair, turn + 1);
      return edgeOf(bundle, turn * 0.16, signs, stages);
    });
    const nodes = shown.map((node, at) => nodeOf(node, places[at], opened.has(node)));
    network?.destroy();
    network = new vis.Network(
      container,
      { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) },
      {
        physics: false, layout: { improvedLayout: false }, nodes: { chosen: true },
        interaction: { hover: true, keyboard: false, hideEdgesOnDrag: nodes.length > 300, tooltipDelay: 1e9 },
      },
    );
    listen();
    network.fit({ animation: false, maxZoomLevel: 1 });
    return mark(state);
  }

  function listen() {
    network.on("click", ({ nodes, edges }) => {
      if (nodes.length) kamergraph.state.change({ pick: { node: graph.things[nodes[0]].key } });
      else if (edges.length) kamergraph.state.change({ pick: pickOf(graph.edges[edges[0]]) });
    });
    network.on("doubleClick", ({ nodes }) => nodes.length && expand(graph.things[nodes[0]].key));
    network.on("hoverNode", () => container.classList.add("pointing"));
    network.on("hoverEdge", () => container.classList.add("pointing"));
    network.on("blurNode", () => container.classList.remove("pointing"));
    network.on("blurEdge", () => container.classList.remove("pointing"));
  }

  const pickOf = (edge) => ({ from: graph.things[edge.from].key, to: graph.things[edge.to].key, line: edge.kind });

  function expand(key) {
    const state = kamergraph.state.read();
    const open = state.all ? [key] : [...state.open.filter((other) => other !== key), key];
    kamergraph.state.change({ open, all: false, pick: { node: key } });
  }

  /* Show which node or edge is chosen. */
  function mark({ pick }) {
    network.unselectAll();
    const node = graph.byKey.get(pick.node);
    const edge = pick.line && graph.findEdge(pick.from, pick.to, pick.line);
    if (node !== undefined && shown.includes(node)) network.selectNodes([node], false);
    else if (edge && network.body.edges[edge.id]) network.selectEdges([edge.id]);
  }

  /* Choose the next or the one before of the drawn nodes, by name. */
  function walk(step) {
    const order = [...shown].sort((a, b) => name(graph.things[a]).localeCompare(name(graph.things[b]), kamergraph.words.language) || a - b);
    if (!order.length) return;
    const at = order.indexOf(graph.byKey.get(kamergraph.state.read().pick.node));
    const next = at < 0 ? 0 : (at + step + order.length) % order.length;
    kamergraph.state.change({ pick: { node: graph.things[order[next]].key } });
  }

  /* Give where on the window a thing stands, in pixels. */
  function where(key) {
    const place = network.canvasToDOM(network.getPosition(graph.byKey.get(key)));
    const box = container.getBoundingClientRect();
    return { x: box.x + place.x, y: box.y + place.y };
  }

  container.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") walk(event.key === "ArrowRight" ? 1 : -1);
    else if (event.key === "Enter" && kamergraph.state.read().pick.node) expand(kamergraph.state.read().pick.node);
    else return;
    event.preventDefault();
  });

  return { SIGNS, sample, draw, expand, pickOf, where };
})();
