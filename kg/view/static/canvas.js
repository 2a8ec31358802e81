/* A canvas on which vis-network draws nodes and edges. Nothing in it moves by itself. */
kamergraph.canvas = (() => {
  const { color, fill, DASHES, SHAPES } = kamergraph.lines;
  const WIDTHS = { Meeting: 190 }; // pixels of a label; 130 for the others
  const FACE = getComputedStyle(document.body).fontFamily;
  const MANY = 300; // more nodes than this are drawn with fewer labels, and without lines while they are dragged

  function nodeOf({ id, label, type, x, y, opened, pinned, dim, quiet }) {
    const background = color(fill(type).slice(2)) || color("node");
    const ink = color(dim ? "thin" : "ink");
    return {
      id, x, y, label: quiet ? undefined : label, shape: SHAPES[type],
      size: opened ? 15 : type === "Topic" ? 8 : 10,
      opacity: dim ? 0.45 : 1,
      borderWidth: opened || pinned ? 3 : 1.2,
      borderWidthSelected: 4,
      shapeProperties: { borderDashes: pinned ? [3, 2] : false },
      color: { background, border: ink, highlight: { background, border: color("accent") }, hover: { background, border: color("accent") } },
      font: { color: ink, size: opened ? 15 : 13, face: FACE, strokeWidth: 4, strokeColor: color("canvas") },
      widthConstraint: { maximum: WIDTHS[type] ?? 130 },
    };
  }

  function edgeOf({ id, from, to, line, look, label, width, arrow, bend, dim }) {
    const stroke = color(look ?? line);
    return {
      id, from, to, label: dim ? undefined : label, width,
      dashes: DASHES[line]?.length ? DASHES[line] : false,
      arrows: { to: { enabled: arrow > 0, scaleFactor: arrow } },
      color: { color: stroke, highlight: stroke, hover: stroke, opacity: dim ? 0.22 : 1 },
      smooth: bend ? { enabled: true, type: "curvedCW", roundness: bend } : { enabled: false },
      font: { color: stroke, size: 14, strokeWidth: 5, strokeColor: color("canvas"), align: "horizontal" },
      selectionWidth: 3, hoverWidth: 1,
    };
  }

  /* Make a canvas in an element. `on` has what happens: pickNode, pickEdge, openNode, moveNode. */
  function make(container, on) {
    let network = null;
    let content = { nodes: [], edges: [] };
    let crowded = false;

    function start() {
      network = new vis.Network(container, { nodes: [], edges: [] }, {
        physics: false, layout: { improvedLayout: false },
        interaction: { hover: true, keyboard: false, tooltipDelay: 1e9 },
      });
      network.on("click", ({ nodes: [node], edges: [edge] }) => {
        if (node !== undefined) on.pickNode(node);
        else if (edge !== undefined) on.pickEdge(content.edges.find(({ id }) => id === edge));
        else on.pickNothing();
      });
      network.on("doubleClick", ({ nodes: [node] }) => node !== undefined && on.openNode(node));
      network.on("dragEnd", ({ nodes: [node] }) => {
        if (node === undefined) return;
        const { x, y } = network.getPosition(node);
        on.moveNode(node, Math.round(x), Math.round(y));
      });
      for (const [event, pointing] of [["hoverNode", true], ["hoverEdge", true], ["blurNode", false], ["blurEdge", false]]) {
        network.on(event, () => container.classList.toggle("pointing", pointing));
      }
    }

    /* Show nodes and edges; the view stays where it is unless it is to fit anew. */
    function show(nodes, edges, fit) {
      const many = nodes.length > MANY;
      const labelled = nodes.map(({ id }) => id).slice(0, MANY / 4);
      const quiet = new Set(many ? nodes.map(({ id }) => id).filter((id) => !labelled.includes(id)) : []);
      content = { nodes, edges };
      const first = network === null;
      if (first) start();
      const [scale, position] = [network.getScale(), network.getViewPosition()];
      if (many !== crowded) network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many, hover: !many } });
      crowded = many;
      network.setData({ nodes: nodes.map((node) => nodeOf({ ...node, quiet: quiet.has(node.id) })), edges: edges.map(edgeOf) });
      if (fit || first) network.fit({ animation: false, maxZoomLevel: 1 });
      else network.moveTo({ scale, position, animation: false });
    }

    function select({ node, edge }) {
      if (!network) return;
      const { nodes, edges } = network.getSelection();
      if (nodes.length || edges.length) network.unselectAll();
      if (node !== undefined && content.nodes.some(({ id }) => id === node)) network.selectNodes([node], false);
      else if (edge !== undefined && content.edges.some(({ id }) => id === edge)) network.selectEdges([edge]);
    }

    /* Give where on the window a node stands, in pixels. */
    function where(node) {
      const place = network.canvasToDOM(network.getPosition(node));
      const box = container.getBoundingClientRect();
      return { x: box.x + place.x, y: box.y + place.y };
    }

    return { show, select, where, get content() { return content; }, get pixels() { return container.querySelector("canvas"); } };
  }

  return { make, WIDTHS };
})();
