/* Many nodes and lines, drawn as one path for each look: an object for each, as vis-network keeps them, fills a browser's memory. */
kamergraph.crowd = (() => {
  const { color, fill, outline, DASHES } = kamergraph.lines;
  const NAMED = 75; // the first so many nodes within sight have their names, where there is room
  const CLOSE = 0.5; // from this scale on, dashes can be told apart
  const [RADIUS, LEAST, NEAR, LETTER] = [10, 3, 6, 13]; // a node, and the least of it on the screen; how near a click must be; a name: pixels
  const FACE = getComputedStyle(document.body).fontFamily;

  /* Give those that look alike together, the largest group first: what is rare is painted over it. */
  function grouped(list, lookOf) {
    const groups = new Map();
    for (const each of list) {
      const look = lookOf(each);
      if (groups.has(look)) groups.get(look).push(each);
      else groups.set(look, [each]);
    }
    return [...groups.values()].sort((a, b) => b.length - a.length);
  }

  /* Make a crowd of nodes with their places, the most telling first, and of lines between them. */
  function make({ nodes, edges }, chosen) {
    const places = new Map(nodes.map((node) => [node.id, node]));
    const looks = grouped(edges, ({ look, line, width, dim }) => `${look} ${line} ${width} ${dim}`);
    const types = grouped(nodes, ({ type, dim, pinned }) => `${type} ${dim} ${pinned}`);
    const whole = new Map(); // the paths of the lines, each made once
    let dots = { radius: 0, paths: [] };

    const ends = ({ from, to }) => [places.get(from), places.get(to)];
    const within = ({ left, right, top, bottom }, a, b) => Math.max(a.x, b.x) > left && Math.min(a.x, b.x) < right && Math.max(a.y, b.y) > top && Math.min(a.y, b.y) < bottom;

    function path(lines, view) {
      const made = new Path2D();
      for (const line of lines) {
        const [a, b] = ends(line);
        if (view && !within(view, a, b)) continue;
        made.moveTo(a.x, a.y);
        made.lineTo(b.x, b.y);
      }
      return made;
    }

    function strokes(pen, scale, view) {
      for (const lines of looks) {
        const [{ look, line, width, dim }] = lines;
        if (scale < CLOSE && !whole.has(lines)) whole.set(lines, path(lines));
        pen.globalAlpha = dim ? 0.22 : 1;
        pen.strokeStyle = color(look ?? line);
        pen.lineWidth = width / Math.min(scale * 2, 1) / 2;
        pen.setLineDash(scale < CLOSE ? [] : (DASHES[line] ?? []));
        pen.stroke(scale < CLOSE ? whole.get(lines) : path(lines, view));
      }
      pen.setLineDash([]);
    }

    function shapes(pen, scale) {
      const radius = Math.max(RADIUS, LEAST / 2 ** Math.round(Math.log2(scale)));
      if (radius !== dots.radius) dots = { radius, paths: types.map((alike) => alike.reduce((made, { type, x, y }) => outline(made, type, x, y, radius), new Path2D())) };
      types.forEach(([{ type, dim, pinned }], at) => {
        pen.globalAlpha = dim ? 0.45 : 1;
        pen.fillStyle = color(fill(type).slice(2)) || color("node");
        pen.strokeStyle = color(dim ? "thin" : "ink");
        pen.lineWidth = (pinned ? 3 : 1.2) * Math.min(1, radius / RADIUS / 2);
        pen.fill(dots.paths[at]);
        pen.stroke(dots.paths[at]);
      });
      pen.globalAlpha = 1;
    }

    function mark(pen, scale) {
      pen.strokeStyle = color("accent");
      pen.lineWidth = 4 / Math.min(scale, 1);
      const line = edges.find(({ id }) => id === chosen.edge);
      if (line) pen.stroke(path([line]));
      const node = places.get(chosen.node);
      if (node) pen.stroke(outline(new Path2D(), node.type, node.x, node.y, dots.radius));
    }

    /* Write the names of the first within sight, none over another. */
    function names(pen, scale, view) {
      const high = LETTER / Math.min(scale, 1);
      const taken = [];
      Object.assign(pen, { font: `${high}px ${FACE}`, textAlign: "center", textBaseline: "top", lineJoin: "round", lineWidth: high / 3, strokeStyle: color("canvas") });
      const seen = nodes.filter(({ id, x, y, dim }) => (!dim || id === chosen.node) && within(view, { x, y }, { x, y }));
      for (const { label, x, y } of seen.slice(0, NAMED)) {
        const [name] = label.split("\n");
        const half = (name.length * high) / 4;
        const box = { left: x - half, right: x + half, top: y + dots.radius, bottom: y + dots.radius + high * 1.2 };
        if (taken.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)) continue;
        taken.push(box);
        pen.strokeText(name, x, box.top);
        pen.fillStyle = color("ink");
        pen.fillText(name, x, box.top);
      }
    }

    /* Paint them with a pen that is set to the places of nodes; `view` is what of these can be seen. */
    function paint(pen, scale, view) {
      pen.save();
      strokes(pen, scale, view);
      shapes(pen, scale);
      mark(pen, scale);
      names(pen, scale, view);
      pen.restore();
    }

    /* Give the node at a place, the nearest; undefined where there is none. */
    function nodeAt({ x, y }, scale) {
      const far = (node) => Math.hypot(node.x - x, node.y - y);
      const nearest = nodes.reduce((best, node) => (best && far(best) <= far(node) ? best : node), null);
      return nearest && far(nearest) <= dots.radius + NEAR / scale ? nearest.id : undefined;
    }

    function edgeAt({ x, y }, scale) {
      const far = (edge) => {
        const [a, b] = ends(edge);
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const along = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
        return Math.hypot(a.x + along * dx - x, a.y + along * dy - y);
      };
      return edges.find((edge) => far(edge) <= NEAR / scale)?.id;
    }

    /* Give what of the view shows them all on so many pixels. */
    function fit(width, height) {
      const box = nodes.reduce(({ left, right, top, bottom }, { x, y }) => ({ left: Math.min(left, x), right: Math.max(right, x), top: Math.min(top, y), bottom: Math.max(bottom, y) }), { left: 0, right: 0, top: 0, bottom: 0 });
      const scale = Math.min(1, (0.95 * width) / (box.right - box.left + 1), (0.95 * height) / (box.bottom - box.top + 1));
      return { scale, position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 } };
    }

    return { paint, nodeAt, edgeAt, fit };
  }

  return { make };
})();
