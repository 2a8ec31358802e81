/* The same selection in rows. */
kamergraph.table = (() => {
  const { graph, letters, state } = kamergraph;
  const { say, day } = kamergraph.words;
  const { make, button, element } = kamergraph.dom;
  const { items } = graph;
  const PAGE = 200;
  let rows = PAGE;
  let last = "";

  const who = (item) => graph.names(items.holders[item]) || say("unknownHolder");
  const under = (item) => (graph.isStance(item) && items.subjects[item].length ? say("under", graph.names(items.subjects[item])) : "");
  const what = (item) => graph.names(items.about[item]) || under(item);
  const where = (item) => (items.meeting[item] < 0 ? "" : graph.name(items.meeting[item]));

  /* Give the kind of a stance as a sign and its word, in its colour. */
  function kind(item) {
    const line = graph.kind(item);
    const sign = kamergraph.lines.SIGNS[line];
    return make("span", { className: `kind ${sign ? line : ""}` }, sign ? make("span", { className: "sign", ariaHidden: "true" }, sign) : null, say(`kind_${line}`));
  }

  function row(item, chosen) {
    const letter = items.letter[item];
    const open = () => state.change({ pick: { item: graph.itemKey(item) } });
    const holder = button(`row-${item}`, who(item), (event) => {
      event.stopPropagation();
      open();
    }, "plain");
    const stage = items.intended[item] ? make("small", {}, say("intended")) : null;
    const cells = [holder, [kind(item), stage], what(item), `${letters.flow(letters.quote(item))}`, where(item), day(graph.letters.date[letter], "short")];
    const line = make("tr", { className: chosen ? "chosen" : "" }, ...cells.map((cell, at) => make("td", { className: at === 3 ? "quote" : "", lang: at === 3 ? "nl" : undefined }, cell)));
    line.addEventListener("click", open);
    return line;
  }

  function render(current, selection) {
    const key = location.hash.replace(/&?(item|node|from|to|line|tab)=[^&]*/g, "");
    if (key !== last) rows = PAGE;
    last = key;
    const heads = ["holder", "kind", "about", "quote", "meeting", "date"].map((word) => make("th", { scope: "col" }, say(word)));
    const body = selection.listed.slice(0, rows).map((item) => row(item, graph.itemKey(item) === current.pick.item));
    const parts = [make("table", { className: "rows" }, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...body))];
    if (selection.listed.length > rows) {
      parts.push(button("more-rows", say("moreRows", Math.min(PAGE, selection.listed.length - rows), selection.listed.length), () => {
        rows += PAGE;
        kamergraph.page.render();
      }));
    }
    element("pane-table").replaceChildren(...parts);
  }

  return { render, who, what, where, kind };
})();
