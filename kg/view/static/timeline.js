/* The timeline: meetings from left to right, and who took which stance there: has the line moved? */
kamergraph.timeline = (() => {
  const { graph, grid } = kamergraph;
  const { say, day } = kamergraph.words;
  const { make, element } = kamergraph.dom;
  const { items, things } = graph;
  const ROWS = 30;
  const COLUMNS = 40;

  const before = (a, b) => (things.start[a] || "9").localeCompare(things.start[b] || "9") || a - b;

  /* Give the head: the years over the meetings, each meeting with its day. */
  function heads(columns) {
    const years = [];
    for (const column of columns) {
      const year = things.start[column].slice(0, 4) || say("undated");
      if (years.at(-1)?.year === year) years.at(-1).span += 1;
      else years.push({ year, span: 1 });
    }
    const top = make("tr", { className: "years" }, make("td", {}), ...years.map(({ year, span }) => make("th", { scope: "colgroup", colSpan: span }, year)));
    const days = columns.map((column) => make("th", { scope: "col" }, make("span", {}, graph.name(column), make("small", {}, day(things.start[column], "short")))));
    return [top, make("tr", {}, ...days)];
  }

  function render(current, selection) {
    const counted = grid.count(selection.stances, (item) => (items.whole[item] < 0 ? [] : [items.whole[item]]));
    const rows = grid.busiest(counted.rows, ROWS);
    const columns = grid.busiest(counted.columns, COLUMNS).sort(before);
    const pane = element("pane-timeline");
    if (!rows.length) {
      pane.replaceChildren(make("p", { className: "note" }, say("nothing")));
      return;
    }
    const made = grid.table({ counted, rows, columns, heads: heads(columns), caption: say("timelineHelp"), chosen: current.pick });
    const hint = columns.length < 2 && !current.all ? make("p", { className: "note" }, say("timelineHint")) : null;
    pane.replaceChildren(...[hint, made, grid.rest(counted, rows, columns)].filter(Boolean));
  }

  return { render };
})();
