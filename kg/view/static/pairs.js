/* The network of holders: a line between two that agreed, disagreed, or did both. */
kamergraph.pairs = (() => {
  const { graph, state, agreement } = kamergraph;
  const { say } = kamergraph.words;
  const { make, element } = kamergraph.dom;
  const { things, name, type } = graph;
  const LIMIT = 60;
  let fitted = "";
  let found = [];

  const canvas = kamergraph.canvas.make(element("pairs"), {
    pickNode: (node) => state.change({ pick: { node: things.key[node] } }),
    pickEdge: ({ from, to }) => state.change({ pick: { from: things.key[from], to: things.key[to], line: "pair" } }),
    pickNothing: () => state.change({ pick: {} }),
    openNode: () => {},
    moveNode: () => {},
  });

  const wayOf = ({ agree, differ }) => (agree.length && differ.length ? "mixed" : differ.length ? "differ" : "agree");
  const labelOf = ({ agree, differ }) => [agree.length && `= ${agree.length}`, differ.length && `≠ ${differ.length}`].filter(Boolean).join("  ");

  function edgeOf(pair) {
    const line = wayOf(pair);
    return { id: pair.id, from: pair.one, to: pair.other, line: line === "differ" ? "concern" : line === "mixed" ? "emphasise" : "agree", look: line, label: agreement.weight(pair) > 1 || line !== "agree" ? labelOf(pair) : undefined, width: 1.2 + Math.min(agreement.weight(pair), 8) * 0.6, arrow: 0, bend: 0 };
  }

  function controls(current) {
    const most = found.reduce((high, pair) => Math.max(high, agreement.weight(pair)), 1);
    const slider = make("input", { type: "range", id: "least", min: "1", max: String(Math.max(most, 2)), value: String(current.least) });
    slider.addEventListener("change", () => state.change({ least: Number(slider.value) }));
    const legend = ["agree", "differ", "mixed"].map((way) => make("span", { className: `way ${way}` }, say(`way_${way}`)));
    element("pairs-bar").replaceChildren(make("label", { htmlFor: "least" }, say("least", current.least)), slider, make("span", { className: "ways" }, ...legend));
  }

  function render(current, selection) {
    found = agreement.pairs(selection.stances);
    controls(current);
    const kept = found.filter((pair) => agreement.weight(pair) >= current.least);
    const weight = new Map();
    for (const pair of kept) for (const end of [pair.one, pair.other]) weight.set(end, (weight.get(end) ?? 0) + agreement.weight(pair));
    const nodes = [...weight.keys()].sort((a, b) => weight.get(b) - weight.get(a) || a - b).slice(0, LIMIT);
    const drawn = kept.filter(({ one, other }) => nodes.includes(one) && nodes.includes(other));
    const places = kamergraph.places.arrange(nodes, drawn.map(({ one, other }) => [one, other]), (node) => ({ width: Math.min(name(node).length * 7, 130) + 14, height: 16 * Math.ceil(name(node).length / 17) }));
    const view = JSON.stringify([nodes, innerWidth, innerHeight]);
    const ends = [current.pick.from, current.pick.to].map((key) => graph.byKey.get(key)).sort((a, b) => a - b);
    const chosen = { node: graph.byKey.get(current.pick.node), edge: current.pick.line === "pair" ? ends.join(" ") : undefined };
    canvas.show(nodes.map((node) => ({ id: node, thing: node, label: name(node), type: type(node), ...places.get(node) })), drawn.map(edgeOf), { chosen, fit: view !== fitted });
    fitted = view;
    element("pairs").ariaLabel = say("pairsHelp", nodes.length, drawn.length);
    element("pairs-note").textContent = drawn.length ? say("pairsNote") : say("noPairs");
  }

  /* Give the pair of two things among the stances in view. */
  function between(from, to, stances) {
    const id = [from, to].sort((a, b) => a - b).join(" ");
    return agreement.pairs(stances).find((pair) => pair.id === id);
  }

  return { render, between, labelOf, wayOf, canvas };
})();
