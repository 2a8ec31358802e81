/* A canvas on which vis-network draws nodes and edges. Nothing in it moves by itself. */
kamergraph.canvas = (() => {
  const { color, fill, DASHES, SHAPES } = kamergraph.lines;
  const WIDTHS = { Meeting: 240 }; // pixels of a label; 130 for the others, and what a long word takes
  const FACE = getComputedStyle(document.body).fontFamily;
  const STILL = 5; // pixels that a pointer may move in a click; more is a drag, for vis-network too
  const MANY = 300; // more nodes than this are drawn as a crowd, in which none is dragged

  /* Give how wide a label may be before it goes on in a next row, in pixels. */
  function widthOf(type, label) {
    return Math.max(WIDTHS[type] ?? 130, ...label.split(/\s/).map((word) => word.length * 8));
  }

  function nodeOf({ id, label, type, x, y, opened, pinned, dim }) {
    const background = color(fill(type).slice(2)) || color("node");
    const ink = color(dim ? "thin" : "ink");
    return {
      id, x, y, label, shape: SHAPES[type],
      size: opened ? 15 : type === "Topic" ? 8 : 10,
      opacity: dim ? 0.45 : 1,
      borderWidth: opened || pinned ? 3 : 1.2,
      borderWidthSelected: 4,
      shapeProperties: { borderDashes: pinned ? [3, 2] : false },
      color: { background, border: ink, highlight: { background, border: color("accent") }, hover: { background, border: color("accent") } },
      font: { color: ink, size: opened ? 15 : 13, face: FACE, strokeWidth: 4, strokeColor: color("canvas") },
      widthConstraint: { maximum: widthOf(type, label) },
    };
  }

  function edgeOf({ id, from, to, line, look, label, width, arrow, bend, dim, faint }) {
    const stroke = color(look ?? line);
    return {
      id, from, to, label: dim ? undefined : label, width,
      dashes: DASHES[line]?.length ? DASHES[line] : false,
      arrows: { to: { enabled: arrow > 0, scaleFactor: arrow } },
      color: { color: stroke, highlight: stroke, hover: stroke, opacity: dim ? 0.22 : faint ? 0.6 : 1 },
      smooth: bend ? { enabled: true, type: "curvedCW", roundness: bend } : { enabled: false },
      font: { color: stroke, size: 14, strokeWidth: 5, strokeColor: color("canvas"), align: "horizontal" },
      selectionWidth: 3, hoverWidth: 1,
    };
  }

  /* Make a canvas in an element. `on` has what happens: pickNode, pickEdge, pickNothing, openNode, moveNode. */
  function make(container, on) {
    let network = null;
    let content = { nodes: [], edges: [] };
    let crowd = null;
    let pressed = null; // where a pointer went down that is not lifted yet
    let waiting = null; // what to show when it is: other nodes under a pointer would lose what it drags
    let painted = true;

    const pointed = ({ clientX, clientY }) => {
      const box = container.getBoundingClientRect();
      return { x: clientX - box.x, y: clientY - box.y };
    };

    /* Give the part of the network that can be seen. */
    function seen() {
      const [first, last] = [{ x: 0, y: 0 }, { x: container.clientWidth, y: container.clientHeight }].map((corner) => network.DOMtoCanvas(corner));
      return { left: first.x, top: first.y, right: last.x, bottom: last.y };
    }

    function nodeAt(place) {
      return crowd ? crowd.nodeAt(network.DOMtoCanvas(place), network.getScale()) : network.getNodeAt(place);
    }

    function edgeAt(place) {
      return crowd ? crowd.edgeAt(network.DOMtoCanvas(place), network.getScale()) : network.getEdgeAt(place);
    }

    function start() {
      network = new vis.Network(container, { nodes: [], edges: [] }, {
        physics: false, layout: { improvedLayout: false },
        interaction: { hover: true, keyboard: false, tooltipDelay: 1e9 },
      });
      network.on("dragEnd", ({ nodes: [node] }) => {
        if (node === undefined) return;
        const { x, y } = network.getPosition(node);
        on.moveNode(node, Math.round(x), Math.round(y));
      });
      for (const [event, pointing] of [["hoverNode", true], ["hoverEdge", true], ["blurNode", false], ["blurEdge", false]]) {
        network.on(event, () => container.classList.toggle("pointing", pointing));
      }
      network.on("beforeDrawing", (pen) => crowd?.paint(pen, network.getScale(), seen()));
      network.on("afterDrawing", () => { painted = true; });
      let from = { x: 0, y: 0 };
      container.addEventListener("pointerdown", (event) => {
        if (!painted) network.redraw(); // what was not painted yet cannot be pointed at
        if (event.button === 0) from = pressed = pointed(event);
      }, true);
      // vis-network's own clicks go by how long a button is held: a slow hand, or a busy machine, would lose them
      container.addEventListener("click", (event) => {
        const place = pointed(event);
        if (Math.hypot(place.x - from.x, place.y - from.y) > STILL) return;
        const node = nodeAt(place);
        const edge = node === undefined ? edgeAt(place) : undefined;
        if (node !== undefined) on.pickNode(node);
        else if (edge !== undefined) on.pickEdge(content.edges.find(({ id }) => id === edge));
        else on.pickNothing();
      });
      container.addEventListener("dblclick", (event) => {
        const node = nodeAt(pointed(event));
        if (node !== undefined) on.openNode(node);
      });
      for (const event of ["pointerup", "pointercancel"]) addEventListener(event, () => setTimeout(lifted)); // after vis-network has seen it
    }

    function lifted() {
      pressed = null;
      if (waiting) show(...waiting);
    }

    /* Show nodes and edges and which of them is chosen; the view stays where it is unless it is to fit anew. */
    function show(nodes, edges, { chosen, fit }) {
      waiting = null;
      if (pressed) {
        waiting = [nodes, edges, { chosen, fit }];
        return;
      }
      content = { nodes, edges };
      const first = network === null;
      if (first) start();
      const [scale, position] = [network.getScale(), network.getViewPosition()];
      crowd = nodes.length > MANY ? kamergraph.crowd.make(content, chosen) : null;
      painted = false;
      network.setData(crowd ? { nodes: [], edges: [] } : { nodes: nodes.map(nodeOf), edges: edges.map(edgeOf) });
      if (!fit && !first) network.moveTo({ scale, position, animation: false });
      else if (crowd) network.moveTo({ ...crowd.fit(container.clientWidth, container.clientHeight), animation: false });
      else {
        network.redraw(); // labels have no size before
        network.fit({ animation: false, maxZoomLevel: 1 });
      }
      if (crowd) return;
      if (nodes.some(({ id }) => id === chosen.node)) network.selectNodes([chosen.node], false);
      else if (edges.some(({ id }) => id === chosen.edge)) network.selectEdges([chosen.edge]);
    }

    /* Give where on the window a node stands, in pixels. */
    function where(node) {
      const place = network.canvasToDOM(content.nodes.find(({ id }) => id === node));
      const box = container.getBoundingClientRect();
      return { x: box.x + place.x, y: box.y + place.y };
    }

    return { show, where, get content() { return content; }, get pixels() { return container.querySelector("canvas"); } };
  }

  return { make, widthOf };
})();
