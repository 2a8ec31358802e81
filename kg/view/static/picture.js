/* The network as a picture: SVG drawn from what stands on the canvas, PNG from the canvas itself. */
kamergraph.picture = (() => {
  const { lines } = kamergraph;
  const { draw } = kamergraph.dom;
  const { color } = lines;
  const AROUND = 90; // pixels around the outermost nodes, for their labels

  /* Cut a label into lines of about as many characters as the canvas does. */
  function wrap(label) {
    return label.split("\n").flatMap((row) => row.split(" ").reduce((rows, word) => {
      if (rows.length && `${rows.at(-1)} ${word}`.length <= 18) rows.push(`${rows.pop()} ${word}`);
      else rows.push(word);
      return rows;
    }, []));
  }

  function text(rows, x, y, look) {
    return draw("text", { x, y, "text-anchor": "middle", "font-family": "sans-serif", "paint-order": "stroke", stroke: color("canvas"), "stroke-width": 4, ...look },
      ...rows.map((row, at) => draw("tspan", { x, dy: at ? 15 : 0 }, row)));
  }

  function edge({ from, to, line, look, label, width, arrow, bend }, places) {
    const [a, b] = [places.get(from), places.get(to)];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.hypot(dx, dy) || 1;
    const [nx, ny] = [(-dy / length) * length * bend * 0.55, (dx / length) * length * bend * 0.55];
    const middle = { x: (a.x + b.x) / 2 + nx, y: (a.y + b.y) / 2 + ny };
    const short = 14 / length; // ends at the node's rim
    const end = { x: b.x - dx * short + nx * short * 2, y: b.y - dy * short + ny * short * 2 };
    const stroke = color(look ?? line);
    const path = draw("path", {
      d: `M${a.x},${a.y} Q${middle.x.toFixed(1)},${middle.y.toFixed(1)} ${end.x.toFixed(1)},${end.y.toFixed(1)}`, fill: "none", stroke, "stroke-width": width,
      "stroke-dasharray": (lines.DASHES[line] ?? []).join(" ") || null, "marker-end": arrow ? `url(#arrow-${look})` : null,
    });
    const sign = label ? text([label], (a.x + 2 * middle.x + b.x) / 4, (a.y + 2 * middle.y + b.y) / 4 + 4, { fill: stroke, "font-size": 13, "font-weight": "bold" }) : null;
    return [path, sign].filter(Boolean);
  }

  function arrows(edges) {
    const looks = [...new Set(edges.filter(({ arrow }) => arrow).map(({ look }) => look))];
    return draw("defs", {}, ...looks.map((look) =>
      draw("marker", { id: `arrow-${look}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 11, markerHeight: 11, markerUnits: "userSpaceOnUse", orient: "auto" }, draw("path", { d: "M0,0 L8,4 L0,8 z", fill: color(look) }))));
  }

  function svg({ nodes, edges }) {
    const places = new Map(nodes.map(({ id, x, y }) => [id, { x, y }]));
    const [left, top] = ["x", "y"].map((axis) => Math.min(...nodes.map((node) => node[axis]), 0) - AROUND);
    const [right, bottom] = ["x", "y"].map((axis) => Math.max(...nodes.map((node) => node[axis]), 0) + AROUND);
    const size = [left, top, right - left, bottom - top];
    const made = draw("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: size.join(" "), width: size[2], height: size[3] },
      arrows(edges),
      draw("rect", { x: left, y: top, width: size[2], height: size[3], fill: color("canvas") }),
      ...edges.flatMap((each) => edge(each, places)),
      ...nodes.flatMap(({ label, type, x, y, opened }) => [
        lines.shape(type, x, y, opened ? 15 : 10, { fill: color(lines.fill(type).slice(2)) || color("node"), stroke: color("ink") }),
        text(wrap(label), x, y + (opened ? 32 : 26), { fill: color("ink"), "font-size": opened ? 15 : 13 }),
      ]),
    );
    return new XMLSerializer().serializeToString(made);
  }

  /* Give the canvas as PNG, on the colour of the page. */
  function png(pixels) {
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [pixels.width, pixels.height];
    const pen = copy.getContext("2d");
    pen.fillStyle = color("canvas");
    pen.fillRect(0, 0, copy.width, copy.height);
    pen.drawImage(pixels, 0, 0);
    return new Promise((done) => { copy.toBlob(done, "image/png"); });
  }

  return { svg, png };
})();
