/* A grid of stances: holders by columns, in each cell how many of each kind. Every cell leads to its sentences. */
kamergraph.grid = (() => {
  const { graph, state } = kamergraph;
  const { say, figure } = kamergraph.words;
  const { make, button } = kamergraph.dom;
  const { SIGNS } = kamergraph.lines;

  /* Count stances: `columnsOf` gives the columns of an item. */
  function count(stances, columnsOf) {
    const cells = new Map();
    const totals = [new Map(), new Map()];
    const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
    for (const item of stances) {
      const [own, columns] = [new Set(graph.items.holders[item]), new Set(columnsOf(item))];
      if (!own.size || !columns.size) continue;
      own.forEach((row) => add(totals[0], row));
      columns.forEach((column) => add(totals[1], column));
      for (const row of own) {
        for (const column of columns) {
          const id = `${row} ${column}`;
          if (!cells.has(id)) cells.set(id, new Map());
          add(cells.get(id), graph.kind(item));
        }
      }
    }
    return { cells, rows: totals[0], columns: totals[1] };
  }

  const busiest = (totals, most) => [...totals].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([thing]) => thing);

  function cell(row, column, kinds, chosen) {
    if (!kinds) return make("td", {});
    const order = graph.STANCES.filter((kind) => kinds.has(kind));
    const told = order.map((kind) => `${say(`kind_${kind}`)}: ${kinds.get(kind)}`).join(", ");
    const chips = order.map((kind) => make("span", { className: `chip ${kind}` }, SIGNS[kind], kinds.get(kind) > 1 ? make("b", {}, figure(kinds.get(kind))) : null));
    const [from, to] = [graph.things.key[row], graph.things.key[column]];
    const made = button(`cell-${row}-${column}`, "", () => state.change({ pick: { from, to, line: "held" } }), "cell");
    made.append(...chips);
    made.ariaLabel = `${graph.name(row)}, ${graph.name(column)}: ${told}`;
    if (chosen.from === from && chosen.to === to) made.classList.add("chosen");
    return make("td", {}, made);
  }

  /* Give the grid as a table. `heads` are the rows of its head. */
  function table({ counted, rows, columns, heads, caption, chosen }) {
    const body = rows.map((row) => make("tr", {},
      make("th", { scope: "row" }, button(`head-${row}`, graph.name(row), () => state.change({ pick: { node: graph.things.key[row] } }), "plain"), make("small", {}, figure(counted.rows.get(row)))),
      ...columns.map((column) => cell(row, column, counted.cells.get(`${row} ${column}`), chosen)),
    ));
    heads[heads.length - 1].prepend(make("th", { scope: "col", className: "corner" }, say("holder")));
    return make("table", { className: "grid" }, make("caption", { className: "unseen" }, caption), make("thead", {}, ...heads), make("tbody", {}, ...body));
  }

  /* Tell how much of the rows and columns is not shown. */
  function rest(counted, rows, columns) {
    const [moreRows, moreColumns] = [counted.rows.size - rows.length, counted.columns.size - columns.length];
    return moreRows > 0 || moreColumns > 0 ? make("p", { className: "note" }, say("gridRest", moreRows, moreColumns)) : null;
  }

  /* Give the stances of a cell. */
  function items(from, to, stances) {
    const own = graph.items;
    return stances.filter((item) => own.holders[item].includes(from) && (own.whole[item] === to || own.about[item].includes(to) || own.subjects[item].includes(to)));
  }

  return { count, busiest, table, rest, items };
})();
