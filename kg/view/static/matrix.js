/* The matrix: holders by what they spoke of, a subject or a thing. */
kamergraph.matrix = (() => {
  const { graph, grid, state } = kamergraph;
  const { say } = kamergraph.words;
  const { make, button, element } = kamergraph.dom;
  const { items } = graph;
  const ROWS = 30;
  const COLUMNS = 16;

  function render(current, selection) {
    const by = current.by === "about" ? items.about : items.subjects;
    const counted = grid.count(selection.stances, (item) => by[item]);
    const [rows, columns] = [grid.busiest(counted.rows, ROWS), grid.busiest(counted.columns, COLUMNS)];
    const choices = ["topic", "about"].map((value) => {
      const made = button(`by-${value}`, say(value), () => state.change({ by: value }));
      made.ariaPressed = String(current.by === value);
      return made;
    });
    const bar = make("div", { className: "options", role: "group", ariaLabel: say("columns") }, make("span", {}, say("columns")), make("span", { className: "segments" }, ...choices));
    const head = make("tr", {}, ...columns.map((column) => make("th", { scope: "col" }, make("span", {}, graph.name(column)))));
    const parts = [bar];
    if (rows.length) {
      parts.push(grid.table({ counted, rows, columns, heads: [head], caption: say("matrixHelp"), chosen: current.pick }));
      parts.push(grid.rest(counted, rows, columns));
    } else parts.push(make("p", { className: "note" }, say("nothing")));
    element("pane-matrix").replaceChildren(...parts.filter(Boolean));
  }

  return { render };
})();
