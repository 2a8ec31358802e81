/* The right pane: what is chosen, told with its sentences. */
kamergraph.panel = (() => {
  const { graph, evidence } = kamergraph;
  const { say } = kamergraph.words;
  const { make, button, element } = kamergraph.dom;
  const { items } = graph;
  const LISTED = 25;
  const pane = element("proof");
  let listed = LISTED;
  let last = "";

  const amount = (number) => make("p", { className: "note" }, say("statements", number));

  /* Give the first statements, and a way to more of them. */
  function some(all, form) {
    const rows = all.slice(0, listed).map(form);
    if (all.length <= listed) return rows;
    return [...rows, button("more-statements", say("moreStatements", all.length - listed), () => {
      listed += LISTED;
      kamergraph.page.render();
    })];
  }

  const cards = (all) => [evidence.legend(), ...some(all, (item) => evidence.card(item))];

  function ofEdge({ from, to, line }, current, selection) {
    const [source, target] = [graph.byKey.get(from), graph.byKey.get(to)];
    if (line === "pair") return ofPair(source, target, selection);
    const all = line === "held" ? kamergraph.grid.items(source, target, selection.stances) : ofLine(source, target, line, selection);
    const title = line === "held" ? [graph.name(source), " · ", graph.name(target)] : kamergraph.node.lineOf({ from: source, to: target, line, items: [] });
    return [make("h3", { className: "name" }, ...title.filter(Boolean)), amount(all.length), ...cards(all)];
  }

  /* Give the items of a line that are in view; all of them where the filters leave none. */
  function ofLine(from, to, line, selection) {
    const own = graph.touching[from].filter((item) => {
      let found = false;
      graph.lines(item, (...ends) => { found ||= ends[0] === from && ends[1] === to && ends[2] === line; });
      return found;
    });
    const shown = own.filter((item) => selection.shown.has(item));
    return shown.length ? shown : own;
  }

  function ofPair(one, other, selection) {
    const title = make("h3", { className: "name" }, graph.name(one), " ", make("span", { className: "with" }, "↔"), " ", graph.name(other));
    const pair = kamergraph.pairs.between(one, other, selection.stances);
    if (!pair) return [title, make("p", { className: "note" }, say("noPair"))];
    const part = (way) => (pair[way].length ? [make("h4", { className: `way ${way}` }, say(`cases_${way}`, pair[way].length)), ...pair[way].map((each) => make("div", { className: "case" }, ...each.map((item) => evidence.card(item))))] : []);
    return [title, make("p", { className: "note" }, say("pairsNote")), evidence.legend(), ...part("differ"), ...part("agree")];
  }

  /* With nothing chosen: what was opened, and what is said in view. */
  function ofView(current, selection) {
    if (graph.empty) return [make("p", {}, say("empty"))];
    const opened = !current.all && current.open.length === 1 ? graph.byKey.get(current.open[0].key) : undefined;
    const head = opened === undefined ? [] : [make("h3", { className: "name" }, kamergraph.lines.icon(graph.type(opened)), graph.name(opened)), kamergraph.node.facts(opened)];
    const stances = selection.stances.filter((item) => items.end[item]);
    const list = stances.length ? [make("h4", {}, say("saidHere", stances.length)), make("ul", { className: "shorts" }, ...some(stances, evidence.short))] : [];
    return [...head, make("p", { className: "note" }, `${say("intro")} ${say("introKeys")}`), ...list];
  }

  function ofPick(current, selection) {
    const { pick } = current;
    if (pick.node) return kamergraph.node.card(graph.byKey.get(pick.node), current, selection);
    if (pick.item) return [evidence.legend(), evidence.card(graph.itemOf(pick.item), true)];
    return pick.line ? ofEdge(pick, current, selection) : ofView(current, selection);
  }

  function render(current, selection) {
    const key = JSON.stringify([current.pick, current.open]);
    const open = new Set([...pane.querySelectorAll("details[open]")].map(({ id }) => id));
    if (key !== last) listed = LISTED;
    pane.replaceChildren(...ofPick(current, selection).filter(Boolean));
    for (const each of pane.querySelectorAll("details")) each.open = open.has(each.id);
    if (key !== last) element("evidence").scrollTop = 0;
    if (key !== last && Object.keys(current.pick).length && matchMedia("(max-width: 760px)").matches) element("evidence").scrollIntoView();
    last = key;
  }

  return { render };
})();
