/* How a kind of line and a type of thing look: a sign, a dash and a shape each, so that colour is never needed. */
kamergraph.lines = (() => {
  const { draw } = kamergraph.dom;
  const SIGNS = { support: "+", oppose: "−", urge: "!", emphasise: "*", concern: "▽", commit: "✓", observe: "○" };
  const DASHES = {
    support: [], oppose: [3, 5], urge: [14, 5], emphasise: [14, 4, 3, 4], concern: [7, 7], commit: [], observe: [1, 4],
    attendance: [], invitation: [6, 6], absence: [2, 6], part: [10, 3, 2, 3], member: [2, 3],
  };
  const SHAPES = {
    Country: "dot", Organisation: "diamond", Group: "hexagon", Person: "dot", Topic: "square", Meeting: "square",
    Treaty: "triangle", Mission: "star", Instrument: "triangleDown", Place: "triangleDown", Letter: "square",
  };
  const POINTS = {
    diamond: [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]], triangle: [[0, -1.15], [1.15, 0.85], [-1.15, 0.85]],
    triangleDown: [[0, 1.15], [1.15, -0.85], [-1.15, -0.85]], square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
    hexagon: [[1.1, 0], [0.55, -0.95], [-0.55, -0.95], [-1.1, 0], [-0.55, 0.95], [0.55, 0.95]],
    star: Array.from({ length: 10 }, (_, at) => {
      const [angle, far] = [(Math.PI * at) / 5 - Math.PI / 2, at % 2 ? 0.6 : 1.3];
      return [far * Math.cos(angle), far * Math.sin(angle)];
    }),
  };

  const isThin = (line) => !(line in SIGNS);
  const variable = (line) => `--${isThin(line) ? "thin" : line}`;
  const sheet = getComputedStyle(document.documentElement); // follows the theme
  const color = (name) => sheet.getPropertyValue(`--${name}`).trim();
  const fill = (type) => `--node-${type.toLowerCase()}`;

  /* Draw a shape of some radius around a place, filled with a colour of the style sheet or one that is given. */
  function shape(type, x, y, radius, colors = { fill: `var(${fill(type)})`, stroke: "var(--ink)" }) {
    const look = { ...colors, "stroke-width": 1.2, "stroke-linejoin": "round" };
    const points = POINTS[SHAPES[type]];
    if (!points) return draw("circle", { cx: x, cy: y, r: radius, ...look });
    return draw("polygon", { points: points.map(([dx, dy]) => `${(x + dx * radius).toFixed(1)},${(y + dy * radius).toFixed(1)}`).join(" "), ...look });
  }

  /* Add a shape to a path of a canvas. */
  function outline(path, type, x, y, radius) {
    const [first, ...rest] = POINTS[SHAPES[type]] ?? [];
    path.moveTo(x + (first ? first[0] : 1) * radius, y + (first ? first[1] : 0) * radius);
    if (!first) path.arc(x, y, radius, 0, 2 * Math.PI);
    for (const [dx, dy] of rest) path.lineTo(x + dx * radius, y + dy * radius);
    path.closePath();
    return path;
  }

  /* Give a piece of a kind of line, for the legend. */
  function sample(line) {
    const width = line === "part" ? 2 : isThin(line) ? 1.2 : 2.6;
    const style = { x1: 1, y1: 5, x2: 33, y2: 5, stroke: `var(${variable(line)})`, "stroke-width": width, "stroke-dasharray": DASHES[line].join(" ") || null };
    return draw("svg", { class: "sample", viewBox: "0 0 34 10", "aria-hidden": "true" }, draw("line", style));
  }

  const icon = (type) => draw("svg", { class: "icon", viewBox: "-9 -9 18 18", "aria-hidden": "true" }, shape(type, 0, 0, 6));

  return { SIGNS, DASHES, SHAPES, isThin, variable, color, fill, shape, outline, sample, icon };
})();
