/* The same selection in rows, and as a file of comma-separated values. */
kamergraph.table = (() => {
  const { graph, make } = kamergraph;
  const { say, name, day } = kamergraph.words;
  const PAGE = 200;
  let rows = PAGE;
  let last = "";

  const listed = (things) => things.map((thing) => name(graph.things[thing])).join(", ");
  const who = (item) => listed(item.sources) || say("unknownHolder");
  const meeting = (item) => (item.meeting === undefined ? "" : name(graph.things[item.meeting]));
  const stage = (item) => (item.intended ? ` (${say("intended")})` : "");

  function row(index, chosen) {
    const item = graph.items[index];
    const letter = graph.letters[item.letter];
    const open = () => kamergraph.state.change({ pick: { item: item.key } });
    const button = make("button", { type: "button", id: `row-${index}`, className: "plain" }, who(item));
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      open();
    });
    const cells = [button, say(`kind_${item.kind}`) + stage(item), listed(item.about), graph.quote(item), meeting(item), day(letter.date, "short"), letter.file];
    const line = make("tr", { className: chosen ? "chosen" : "" }, ...cells.map((cell) => make("td", {}, cell)));
    line.addEventListener("click", open);
    return line;
  }

  function render(state, selection) {
    const key = location.hash.replace(/&?(item|node|from|to|line)=[^&]*/g, "");
    if (key !== last) rows = PAGE;
    last = key;
    const pane = document.getElementById("pane-table");
    const heads = ["holder", "kind", "about", "quote", "meeting", "date", "letter"].map((word) => make("th", { scope: "col" }, say(word)));
    const body = selection.listed.slice(0, rows).map((index) => row(index, graph.items[index].key === state.pick.item));
    pane.replaceChildren(make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...body)));
    if (selection.listed.length > rows) {
      const more = make("button", { type: "button", id: "more-rows" }, say("more", selection.listed.length));
      more.addEventListener("click", () => {
        rows = Infinity;
        kamergraph.page.render();
      });
      pane.append(more);
    }
  }

  /* Quote a value; one that a spreadsheet would take for a formula gets an apostrophe before it. */
  function quoted(value) {
    const text = String(value ?? "");
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  }

  function csv(selection) {
    const head = ["date", "file", "dossier", "number", "meeting", "meeting_start", "holders", "type", "role", "intended", "about", "addressees", "quote", "start", "end", "rule", "confidence", "id"];
    const names = (things) => things.map((thing) => name(graph.things[thing])).join("|");
    const lines = selection.listed.map((index) => {
      const item = graph.items[index];
      const letter = graph.letters[item.letter];
      const start = item.meeting === undefined ? "" : graph.things[item.meeting].start;
      return [
        letter.date, letter.file, letter.dossier, letter.number, meeting(item), start, names(item.sources), item.kind, item.role, item.intended ?? false,
        names(item.about), names(item.addressees), graph.quote(item), item.start, item.end, item.rule, item.confidence, graph.base + item.key,
      ].map(quoted).join(",");
    });
    return `\ufeff${[head.join(","), ...lines].join("\r\n")}\r\n`;
  }

  document.getElementById("csv").addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob([csv(kamergraph.page.selection)], { type: "text/csv;charset=utf-8" }));
    make("a", { href: url, download: "kamergraph.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });

  return { render, who, meeting, listed };
})();
